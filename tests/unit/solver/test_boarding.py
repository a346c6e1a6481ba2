import pytest
from ortools.sat.python import cp_model

from programkit.errors import SolveError
from programkit.model.boards import PosterDecision
from programkit.model.contributions import Poster
from programkit.model.days import Session
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.solver.around import Around
from programkit.solver.decisions import Decisions
from programkit.solving import solve
from tiny import hall_session, morning, talk

WALL = Session(
    id="wall", kind="posters", room="attic", start=540, minutes=60, boards=("1", "2", "3")
)


def showing(*posters, talks=()):
    posters = posters or (Poster(id="p"), Poster(id="q", session="wall"))
    return morning(*talks, items=(hall_session(), WALL), posters=posters)


def hung(**boards):
    decided = tuple(
        PosterDecision(poster=name, session="wall", board=board) for name, board in boards.items()
    )
    return Program(conference=showing(), boards=decided)


def solved(decisions):
    solver = cp_model.CpSolver()
    assert solver.solve(decisions.model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    return decisions.read(solver)


def test_boards_that_are_fixed_are_read_back():
    decisions = Decisions(showing())
    decisions.fix(hung(p="3", q="1"))

    assert solved(decisions) == hung(p="3", q="1")


def test_no_board_is_no_decision():
    decisions = Decisions(showing())
    decisions.fix(hung())

    assert solved(decisions).boards == ()


def test_posters_outside_the_part_stay():
    program = hung(p="3", q="1")
    part = Around(program=program, talks=frozenset(), posters=frozenset({"p"}))
    decisions = Decisions(showing(), around=part)

    assert [place.board for place in decisions.hangs("p")] == ["1", "2", "3"]
    assert [place.board for place in decisions.hangs("q")] == ["1"]


def test_board_that_there_is_not_cannot_be_fixed():
    with pytest.raises(SolveError, match='poster "p" hangs where there is no board for it'):
        Decisions(showing()).fix(hung(p="9"))


def test_solve_hangs_posters_where_readers_see_them():
    fixed = Poster(id="f", session="wall", board="2")
    result = solve(showing(fixed, Poster(id="p"), Poster(id="q", session="wall")))
    outline = build_outline(result.program.public())
    (day,) = outline.days

    assert result.cost == 0
    assert [poster.board for poster in outline.posters] == ["1", "2", "3"]
    assert day.items[1].posters == outline.posters


def test_poster_without_a_board_left_costs():
    result = solve(showing(*(Poster(id=f"p{n}") for n in range(5))))

    assert [(cost.code, cost.cost) for cost in result.costs] == [("poster-board", 200)]


def test_presenter_of_a_poster_speaks_at_another_time():
    ada = ("ada",)
    facts = showing(Poster(id="p", speakers=ada), talks=(talk("t", "ada"), talk("u", "ada")))
    result = solve(facts)
    late = [p.talk.id for p in result.program.placed if p.placement.slots == ("s/3",)]

    assert [(cost.code, cost.cost) for cost in result.costs] == [("poster-free", 10)]
    assert len(late) == 1
