from datetime import date

from ortools.sat.python.cp_model import OPTIMAL, CpSolver

from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.days import Day
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import SameDay
from programkit.solver.decisions import Decisions
from tiny import clock, found, hall_session, morning, placed, talk

AB = SameDay(talks=("a", "b"))


def days(first=date(2030, 5, 1), second=date(2030, 5, 2)):
    items = (hall_session(id="x"),), (hall_session(id="y"),)
    return (Day(date=first, items=items[0]), Day(date=second, items=items[1]))


def both(*more, **facts):
    return morning(talk("a"), talk("b"), *more, **{"days": days(), **facts})


def test_talks_on_one_day_are_fine():
    assert found(AB, placed(both(), a="x/1", b="x/3")) == []


def test_talks_on_two_days_are_not():
    assert found(AB, placed(both(), a="x/1", b="y/1")) == [("hard", 0, ("a", "b"))]


def test_each_day_more_costs():
    days_ = (*days(), Day(date=date(2030, 5, 3), items=(hall_session(id="z"),)))
    conference = both(talk("c"), days=days_)
    rule = SameDay(talks="all", level="soft", weight=5)

    assert found(rule, placed(conference, a="x/1", b="y/1", c="z/1")) == [
        ("soft", 10, ("a", "b", "c"))
    ]


def test_unplaced_talk_does_not_matter():
    assert found(AB, placed(both(), a="x/1")) == []


def test_cancelled_talk_does_not_matter():
    conference = morning(talk("a", state=State.CANCELLED), talk("b"), days=days())

    assert found(AB, placed(conference, a="x/1", b="y/1")) == []


def test_days_of_unknown_date_are_different_days():
    conference = both(days=days(TBD, TBD))

    assert found(AB, placed(conference, a="x/1", b="y/1")) == [("hard", 0, ("a", "b"))]


def test_talk_off_the_grid_is_on_the_day_of_its_date():
    loose = Placement(talk="a", start=clock(20), minutes=30)
    on = Placement(talk="b", slots=("x/1",))
    other = Placement(talk="b", slots=("y/1",))

    assert found(AB, Program(conference=both(), placements=(loose, on))) == []
    assert found(AB, Program(conference=both(), placements=(loose, other))) == [
        ("hard", 0, ("a", "b"))
    ]


def test_session_without_a_day_is_on_none():
    conference = both(sessions=(hall_session(id="later"),))
    program = placed(conference, a="x/1", b="later/1")
    decisions = Decisions(conference)
    decisions.fix(program)
    AB.post(decisions)

    assert found(AB, program) == []
    assert CpSolver().solve(decisions.model) == OPTIMAL


def test_short_forms_are_read():
    assert SameDay.model_validate(["a", "b"]) == AB
    assert SameDay.model_validate("tag:x") == SameDay(talks=("tag:x",))


def test_message_names_the_days():
    (finding,) = AB.check(placed(both(), a="x/1", b="y/1"))

    assert (
        finding.message
        == 'talk "a" (A) and talk "b" (B): 2 days (Wed 1 May and Thu 2 May), not one'
    )


def test_message_names_days_of_unknown_date_by_their_place():
    (finding,) = AB.check(placed(both(days=days(TBD, TBD)), a="x/1", b="y/1"))

    assert finding.message == 'talk "a" (A) and talk "b" (B): 2 days (day 1 and day 2), not one'


def test_message_names_a_date_that_is_no_day():
    loose = Placement(talk="a", start=clock(20, day=4), minutes=30)
    on = Placement(talk="b", slots=("x/1",))
    (finding,) = AB.check(Program(conference=both(), placements=(loose, on)))

    assert (
        finding.message
        == 'talk "b" (B) and talk "a" (A): 2 days (Wed 1 May and Sat 4 May), not one'
    )
