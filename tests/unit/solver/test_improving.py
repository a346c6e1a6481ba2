import pytest

import contested
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES, Interests, TalkPlacedOnce
from programkit.solver.around import Around
from programkit.solver.constructing import Draft
from programkit.solver.course import Course
from programkit.solver.improving import Improving
from programkit.solver.limits import Limits
from programkit.solver.search import Outcome
from programkit.solver.task import Attempt, Task
from tiny import hall_session, morning, placed, talk

STRICT = tuple(
    TalkPlacedOnce(level="hard") if isinstance(rule, TalkPlacedOnce) else rule
    for rule in DEFAULT_RULES
)


def task(rules=DEFAULT_RULES, count=3):
    return Task(morning(*(talk(f"t{n}") for n in range(count))), rules)


def begun(given, cost, price=0, **limits):
    """The improving of a program that has nothing placed."""
    course = Course(given, Limits(**{"seconds": 60, **limits}))
    if not price:
        course.take(Program.of(given.conference), cost)
    return course, Improving(course, Draft(Program.of(given.conference), cost, price))


def tried(course, improving):
    """An attempt at everything."""
    attempts = (improving.attempt() for _ in range(60))
    attempt = next(one for one in attempts if one.around.name == "everything")
    improving.learn(attempt, course.task.solve_part(attempt, improving.limits()))


def outcome(program=None, cost=None, status=Status.FEASIBLE):
    return Outcome(
        status=status, program=program, cost=cost, bound=None, spent=0.3, reproducible=True
    )


def test_steps_are_the_same_each_time_where_the_search_is_reproducible():
    given = Task(contested.conference(), (*DEFAULT_RULES, Interests()))
    found = []
    for _ in range(2):
        course, improving = begun(given, 36_000, effort=0.5, seconds=None, reproducible=True)
        improving.run()
        found.append((course.best, course.cost, course.spent))

    assert found[0] == found[1]
    assert found[0][1] < 36_000


def test_what_hard_rules_want_to_be_there_comes_at_a_price_until_it_is():
    course, improving = begun(task(STRICT), 3 * 10**6, price=10**6)
    improving.run(lambda: course.best is not None)

    assert course.cost == improving.cost == 0
    assert course.best.unplaced == ()


def test_draft_that_still_lacks_something_is_no_program():
    course, improving = begun(task(STRICT, count=5), 5 * 10**6, price=10**6)
    tried(course, improving)

    assert improving.cost == 10**6
    assert course.best is None


def test_everything_at_once_proves_the_best():
    course, improving = begun(task(count=5), 5000)
    tried(course, improving)

    assert (course.cost, course.bound) == (1000, 1000)


def test_what_was_found_meanwhile_is_kept_beside_what_comes_back():
    given = task()
    course, improving = begun(given, 3000)
    start = improving.program
    part = Around(program=start, talks=frozenset({"t0"}), places=frozenset({"s/1"}))
    improving.program, improving.cost = placed(given.conference, t1="p/1"), 2000

    attempt = Attempt(around=part, cost=3000, kind="anything")
    improving.learn(attempt, outcome(placed(given.conference, t0="s/1"), 2000))

    assert {p.talk: p.slots for p in improving.program.placements} == {
        "t0": ("s/1",),
        "t1": ("p/1",),
    }
    assert course.cost == improving.cost == 1000


@pytest.mark.parametrize("cost", [3000, 4000])
def test_what_comes_back_late_and_is_no_better_is_dropped(cost):
    given = task()
    _, improving = begun(given, 3000)
    attempt = improving.attempt()
    meanwhile = placed(given.conference, t1="p/1")
    improving.program, improving.cost = meanwhile, 2000

    improving.learn(attempt, outcome(placed(given.conference, t0="s/1"), cost))

    assert (improving.program, improving.cost) == (meanwhile, 2000)


def test_what_comes_back_late_and_clashes_is_dropped():
    slots = hall_session().slots[:1]
    given = Task(morning(talk("t0"), talk("t1"), items=(hall_session(slots=slots),)), DEFAULT_RULES)
    _, improving = begun(given, 2000)
    attempt = improving.attempt()
    moved = Around(program=attempt.around.program, talks=frozenset({"t0"}))
    meanwhile = placed(given.conference, t1="s/1")
    improving.program, improving.cost = meanwhile, 1000
    attempt = Attempt(around=moved, cost=2000, kind=attempt.kind)

    improving.learn(attempt, outcome(placed(given.conference, t0="s/1"), 1000))

    assert improving.program == meanwhile


def test_what_others_found_is_where_the_next_part_begins():
    given = task()
    course, improving = begun(given, 3000)
    better = placed(given.conference, t0="s/1", t1="s/2")
    course.take(better, 1000)

    assert improving.attempt().around.program is better
    assert improving.cost == 1000


def test_complete_program_has_no_part_of_talks_without_a_place():
    given = task()
    _, improving = begun(given, 0)
    improving.program = placed(given.conference, t0="s/1", t1="s/2", t2="s/3")

    assert "unplaced" not in {improving.attempt().kind for _ in range(60)}


def test_parts_that_take_too_long_shrink():
    given = Task(contested.conference(), DEFAULT_RULES)
    _, improving = begun(given, 36_000)
    sizes = []
    for _ in range(40):
        attempt = improving.attempt()
        sizes.append(len(attempt.around.talks))
        improving.learn(attempt, outcome(status=Status.UNKNOWN))

    assert max(sizes[:3]) >= 10 > max(sizes[-3:])
