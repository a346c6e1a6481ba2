from blocked import STRICT, conference
from programkit.model.contributions import Talk, Track
from programkit.solver.arrangement import Arrangement
from programkit.solver.limits import Limits
from programkit.solver.seating import counted_out, seated
from programkit.solver.spending import Spending

TWO = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))


def blocks_of(facts, **matters):
    return Spending(facts, STRICT, Limits(effort=5, workers=1)).blocks(**matters)


def held(arranged):
    return {key: [session.id for session in found] for key, found in arranged.sessions.items()}


def test_track_keeps_its_room():
    talks = (Talk(id="a", track="red"), Talk(id="b", track="blue"))
    blocks = blocks_of(conference(times=3, tracks=TWO, talks=talks))
    counts = {("blue", 0): 1, ("red", 1): 1, ("blue", 1): 1, ("red", 2): 1}
    arranged = seated(blocks, {}, counts)

    assert held(arranged) == {
        ("blue", 0): ["b0@hall"],
        ("red", 1): ["b1@hall"],
        ("blue", 1): ["b1@attic"],
        ("red", 2): ["b2@hall"],
    }


def test_track_begins_with_the_room_that_it_had():
    talks = (Talk(id="a", track="red"), Talk(id="b", track="blue"))
    blocks = blocks_of(conference(times=2, tracks=TWO, talks=talks))
    before = Arrangement({}, {("red", 1): (blocks.blocks[1][1],)})

    assert held(seated(blocks, {}, {("red", 0): 1}, like=before)) == {("red", 0): ["b0@attic"]}


def test_session_with_a_track_of_its_own_is_no_place_for_others():
    facts = conference(times=1, tracks=TWO, talks=(Talk(id="a", track="red"),))
    [day] = facts.days
    own = tuple(block.replace(track="blue") for block in day.items)
    blocks = blocks_of(facts.replace(days=(day.replace(items=own),)))

    assert seated(blocks, {}, {("red", 0): 1}) is None
    assert held(seated(blocks, {}, {("blue", 0): 2})) == {("blue", 0): ["b0@hall", "b0@attic"]}


def test_counted_talks_get_times_and_rooms():
    run = Spending(conference(30, 20, 20, 70), STRICT, Limits(effort=5, workers=1))
    rough = run.blocks(rooms_matter=False, talks_matter=False)
    answer = run.solve(rough.model, run.rest())
    arranged = counted_out(rough, answer.chosen)

    assert dict(arranged.times) == {"t0": 0, "t1": 0, "t2": 0, "t3": 0}
    assert held(arranged) == {("red", 0): ["b0@hall", "b0@attic"]}
