from blocked import STRICT, conference
from programkit.rules import TrackOrder
from programkit.solver.arrangement import Arrangement
from programkit.solver.blocks import Blocks
from programkit.solver.limits import Limits
from programkit.solver.packing import forbid_unpackable, packed
from programkit.solver.spending import Spending


def slots(placements):
    return {placement.talk: placement.slots for placement in placements}


def arranged(blocks, *sessions, block=0):
    """All talks in some sessions of a block."""
    held = tuple(session for session in blocks.blocks[block] if session.id in sessions)
    return Arrangement({talk.id: block for talk in blocks.talks}, {("red", block): held})


def test_talks_follow_each_other_in_a_session():
    blocks = Blocks(conference(20, 10, slots=(10,) * 3))

    assert slots(packed(blocks, arranged(blocks, "b0@hall"))) == {
        "t0": ("b0@hall/1", "b0@hall/2"),
        "t1": ("b0@hall/3",),
    }


def test_talks_that_do_not_fit_in_their_order_are_packed_otherwise():
    blocks = Blocks(conference(10, 30, 20, slots=(10,) * 3))
    found = slots(packed(blocks, arranged(blocks, "b0@hall", "b0@attic")))

    assert {talk: len(taken) for talk, taken in found.items()} == {"t0": 1, "t1": 3, "t2": 2}
    assert len({slot for taken in found.values() for slot in taken}) == 6


def test_talks_that_do_not_fit_are_not_packed():
    blocks = Blocks(conference(20, 20, 20, slots=(10,) * 3))

    assert packed(blocks, arranged(blocks, "b0@hall", "b0@attic")) is None


def test_talk_without_a_block_is_left_out():
    blocks = Blocks(conference(20))

    assert packed(blocks, Arrangement({}, {})) == ()


def test_numbered_talks_stand_at_their_numbers_across_blocks():
    facts = conference(10, 10, 10, 10, 10, slots=(10,) * 3, times=2)
    order = TrackOrder(positions={"t0": 4, "t1": 3, "t2": 1, "t4": 9})
    blocks = Blocks(facts)
    order.relax(blocks)
    first, second = (block[0] for block in blocks.blocks)
    times = {"t1": 0, "t2": 0, "t3": 0, "t0": 1, "t4": 1}
    both = Arrangement(times, {("red", 0): (first,), ("red", 1): (second,)})

    assert slots(packed(blocks, both)) == {
        "t2": ("b0@hall/1",),
        "t3": ("b0@hall/2",),
        "t1": ("b0@hall/3",),
        "t0": ("b1@hall/1",),
        "t4": ("b1@hall/2",),
    }


def test_what_does_not_fit_is_forbidden_though_there_are_slots_enough():
    """Two sessions of seven slots hold no four talks of three slots and one of two."""
    run = Spending(conference(30, 30, 30, 30, 20), STRICT, Limits(effort=5, workers=1))
    blocks = run.blocks()
    times = {talk.id: 0 for talk in blocks.talks}
    before = run.solve(blocks.model, run.rest())

    assert not forbid_unpackable(blocks, {"t0": 0}, {("red", 0): 2})
    assert forbid_unpackable(blocks, times, {("red", 0): 2})
    assert (before.found, run.solve(blocks.model, run.rest()).found) == (True, False)


def test_what_is_forbidden_holds_for_other_talks_as_long_at_another_time():
    facts = conference(30, 30, 30, 30, 20, 30, 20, times=2)
    run = Spending(facts, STRICT, Limits(effort=5, workers=1))
    blocks = run.blocks()
    forbid_unpackable(blocks, dict.fromkeys(("t0", "t1", "t2", "t3", "t4"), 0), {("red", 0): 2})
    for talk in ("t1", "t2", "t3", "t5", "t6"):
        blocks.model.add(blocks.times(talk)[1] == 1)

    assert not run.solve(blocks.model, run.rest()).found
