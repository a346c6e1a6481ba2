import time
from types import SimpleNamespace

import pytest

from programkit.model.program import Program
from programkit.model.result import RuleCost
from programkit.rules import DEFAULT_RULES, SpeakerFree
from programkit.rules.base import Rule
from programkit.solver import course as course_module
from programkit.solver.course import Course
from programkit.solver.limits import Limits
from programkit.solver.search import News
from programkit.solver.task import Task
from tiny import morning, placed, talk


def task():
    return Task(morning(talk("a", "ada"), talk("b", "ada")), DEFAULT_RULES)


def course(told=None, **limits):
    return Course(task(), Limits(**{"seconds": 100, **limits}), told=told)


def nothing_placed():
    return Program.of(task().conference)


def test_better_and_equal_programs_are_taken_and_worse_ones_are_not():
    given = course()

    assert given.take(nothing_placed(), 5)
    assert not given.take(placed(task().conference, a="s/1"), 6)
    assert given.take(placed(task().conference, a="s/2"), 5)
    assert (given.best, given.cost) == (placed(task().conference, a="s/2"), 5)


@pytest.mark.parametrize(
    ("cost", "bound", "infeasible", "proved"),
    [
        (None, None, False, False),
        (5, None, False, False),
        (5, 4, False, False),
        (5, 5, False, True),
        (0, None, False, True),
        (None, None, True, True),
    ],
)
def test_course_is_over_once_something_is_proved(cost, bound, infeasible, proved):
    given = course()
    given.cost, given.bound, given.infeasible = cost, bound, infeasible

    assert (given.proved, given.over) == (proved, proved)


def test_course_is_over_when_the_effort_is_spent():
    given = course(effort=2, seconds=None)
    given.spent = 1.5
    assert not given.over
    given.spent = 2
    assert given.over
    assert not given.cut


def test_course_is_over_when_it_is_too_late_and_the_clock_is_to_blame():
    given = course(seconds=0)

    assert given.over
    assert given.cut


def test_time_before_the_course_counts():
    given = Course(task(), Limits(seconds=100), begun=time.monotonic() - 200)

    assert (given.left, given.over) == (0, True)


def test_share_is_in_seconds_where_the_clock_may_have_a_say():
    free = course(effort=10).share(1, 2)
    reproducible = course(effort=10, seconds=None, reproducible=True).share(1, 2)

    assert (free.effort, free.seconds) == (10, 2)
    assert (reproducible.effort, reproducible.seconds) == (1, None)


def test_share_is_never_more_than_is_left():
    given = course(effort=3, seconds=None)
    given.spent = 2.5

    assert given.share(9).effort == 0.5


def test_bounds_only_rise():
    given = course()
    given.prove(3)
    given.prove(2)
    given.prove(None)

    assert given.bound == 3


def test_cost_is_judged_by_the_checks_and_nothing_if_something_hard_is_violated():
    assert course().judged(nothing_placed()) == 2000
    assert course().judged(placed(task().conference, a="s/2", b="p/1")) is None


def test_news_of_the_whole_is_kept_and_of_a_part_only_its_program():
    news = News(cost=1000, bound=7, read=lambda: placed(task().conference, a="s/1"))
    whole, part = course(), course()
    whole.hears()(news)
    part.hears(whole=False)(news)

    assert (whole.cost, whole.bound) == (1000, 7)
    assert (part.cost, part.bound) == (1000, None)


def test_news_that_is_no_better_is_not_looked_at():
    given = course()
    given.take(nothing_placed(), 1000)
    given.hears()(News(cost=1000, bound=7, read=None))

    assert given.best == nothing_placed()


def test_better_programs_are_told_with_what_they_cost():
    told = []
    rules = (*DEFAULT_RULES, SpeakerFree(level="soft"))
    given = Course(Task(task().conference, rules), Limits(seconds=100), told=told.append)
    given.attempt("the track Vision")
    given.take(placed(task().conference, a="s/1"), 1000)

    assert [(p.trying, p.cost, p.costs, p.placed, p.unplaced) for p in told] == [
        ("the track Vision", None, (), 0, 0),
        ("the track Vision", 1000, (RuleCost(code="talk-placed", cost=1000),), 1, 1),
    ]
    assert told[0].gap is None


def test_findings_of_the_last_program_are_kept():
    given, program = course(), nothing_placed()

    assert given.findings(program) is given.findings(program)
    assert given.findings(program) == given.task.findings(program)
    assert given.findings(placed(given.task.conference, a="s/1", b="s/2")) == []


def test_seconds_to_judge_the_answer_are_kept(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(course_module, "time", SimpleNamespace(monotonic=lambda: now[0]))

    class Slow(Rule):
        """It takes ten seconds to judge."""

        code = "slow"
        reads = frozenset()

        def check(self, program):  # noqa: ARG002 - it takes as long whatever the program
            now[0] += 10
            yield from ()

        def post(self, decisions):
            pass

    given = Course(Task(task().conference, (Slow(),)), Limits(seconds=100))
    given.take(nothing_placed(), 1)
    given.judged(nothing_placed())
    now[0] = 85.0
    assert not given.over
    assert given.share(1).seconds == given.spare() == pytest.approx(4.75)
    now[0] = 90.0
    assert (given.over, given.cut, given.spare()) == (True, True, 0)
