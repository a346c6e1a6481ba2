import math
from collections import Counter

import pytest

from blocked import PRICED, three_tracks
from programkit.solver.arrangement import Arrangement, Cell
from programkit.solver.blockmoves import Best, Kind, Moves, Parts
from programkit.solver.blocks import Blocks
from programkit.solver.limits import Limits
from programkit.solver.spending import Spending


def spread(blocks):
    """Each talk in a session of its own, cheap for nobody."""
    hall, attic = zip(*blocks.blocks, strict=True)
    times = {"red0": 0, "red1": 1, "blue0": 1, "blue1": 2, "gray0": 0, "gray1": 2}
    return Arrangement(
        times,
        {
            ("red", 0): (hall[0],),
            ("red", 1): (attic[1],),
            ("blue", 1): (hall[1],),
            ("blue", 2): (attic[2],),
            ("gray", 0): (attic[0],),
            ("gray", 2): (hall[2],),
        },
    )


def start(run, blocks):
    answer = run.solve(blocks.as_arranged(spread(blocks)), run.rest())
    return Best(answer.cost, blocks.arrangement(answer.chosen), answer.chosen)


def searched(**limits):
    run = Spending(three_tracks(), PRICED, Limits(**{"effort": 20, "workers": 1, **limits}))
    return run, run.blocks()


def test_start_costs_what_its_tracks_rooms_and_times_do():
    run, blocks = searched()

    assert start(run, blocks).cost == 5 * 3 + 3 + 4 + 2
    assert start(run, blocks).arranged == spread(blocks)


@pytest.mark.parametrize("anew", [False, True], ids=["of one model", "of a model for each"])
def test_parts_come_to_the_best_of_the_whole(anew):
    run, blocks = searched()
    moves = Moves(blocks, 0, rooms=True)
    parts = Parts(run, moves, lambda _: True, None if anew else blocks)
    best = parts.improved(start(run, blocks), until=10)
    whole = run.solve(blocks.model, run.rest())

    assert (best.cost, whole.cost) == (0, 0)


@pytest.mark.parametrize("anew", [False, True], ids=["of one model", "of a model for each"])
def test_what_is_not_accepted_changes_nothing(anew):
    run, blocks = searched()
    parts = Parts(run, Moves(blocks, 0, rooms=True), lambda _: False, None if anew else blocks)
    before = start(run, blocks)

    assert parts.improved(before, until=run.spent + 0.01) == before


def test_costs_of_parts_never_rise():
    run, blocks = searched()
    costs = []
    accept = lambda best: costs.append(best.cost) or True  # noqa: E731 - a word is enough
    before = start(run, blocks)
    Parts(run, Moves(blocks, 3, rooms=True), accept, blocks).improved(before, until=10)

    assert costs[0] <= before.cost
    assert costs == sorted(costs, reverse=True)


def test_patience_ends_it():
    run, blocks = searched()
    parts = Parts(run, Moves(blocks, 0, rooms=True), lambda _: False, blocks)
    parts.improved(start(run, blocks), until=math.inf, patience=0.01)

    assert run.spent < 10


def test_same_seed_opens_the_same_cells():
    blocks = Blocks(three_tracks())

    def opened(seed):
        moves = Moves(blocks, seed, rooms=True)
        for _ in range(10):
            kind, is_open = moves.next(spread(blocks))
            yield kind.name, [cell for cell, _ in blocks.cells() if is_open(cell)]

    assert list(opened(1)) == list(opened(1))
    assert list(opened(1)) != list(opened(2))
    assert {name for name, _ in opened(0)} == {
        "tracks",
        "tracks side by side",
        "times",
        "talks",
        "rooms",
    }


def test_rooms_are_not_opened_where_they_do_not_matter():
    blocks = Blocks(three_tracks(), rooms_matter=False)
    moves = Moves(blocks, 0, rooms=False)

    assert {moves.next(Arrangement({}, {}))[0].name for _ in range(10)} == {
        "tracks",
        "tracks side by side",
        "times",
        "talks",
    }


def test_costly_tracks_are_opened_with_their_neighbors():
    blocks = Blocks(three_tracks())
    moves = Moves(blocks, 0, rooms=True)
    moves.look_at({"gray": 1, "red": 0})
    kinds = {kind.name: is_open for kind, is_open in (moves.next(spread(blocks)) for _ in range(2))}

    assert kinds["tracks side by side"](Cell("gray", 0, talk="gray0"))


def test_dear_tracks_are_opened_most():
    blocks = Blocks(three_tracks())
    moves = Moves(blocks, 0, rooms=True)
    moves.look_at({"gray": 1000, "red": 1, "blue": 1})
    opened = Counter()
    for _ in range(1000):
        kind, is_open = moves.next(spread(blocks))
        kind.learn(better=False, proved=False)  # so that two tracks are open, not all
        if kind.name == "tracks side by side":
            opened.update(t for t in ("gray", "red", "blue") if is_open(Cell(t, 0, talk=f"{t}0")))

    assert opened["gray"] > opened["red"] + 20
    assert opened["gray"] > opened["blue"] + 20


@pytest.mark.parametrize(
    ("better", "proved", "size", "seconds"),
    [(True, True, 4, 1), (False, True, 5, 1), (False, False, 3.4, 1.25)],
)
def test_size_follows_what_was_found(better, proved, size, seconds):
    kind = Kind("tracks", lambda *_: lambda _: True, 4, 2, 8, seconds=1)
    kind.learn(better=better, proved=proved)

    assert (kind.size, kind.seconds) == (pytest.approx(size), seconds)


def test_size_stays_within_its_bounds():
    kind = Kind("tracks", lambda *_: lambda _: True, 4, 3, 5)
    sizes = []
    for proved in (True,) * 3 + (False,) * 9:
        kind.learn(better=False, proved=proved)
        sizes.append(kind.size)

    assert (max(sizes), min(sizes), kind.seconds) == (5, 3, 3.0)
