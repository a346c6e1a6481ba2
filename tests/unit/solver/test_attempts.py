import pytest

from programkit.model.days import Slot
from programkit.model.program import Program
from programkit.rules import DEFAULT_RULES, Interests, RoomFree, SpeakerFree
from programkit.solver import attempts
from programkit.solver.attempts import attempt_all
from programkit.solver.constructing import beginning, construct
from programkit.solver.course import Course
from programkit.solver.exact import Beside
from programkit.solver.limits import Limits
from programkit.solver.task import Task
from tiny import attic_session, hall_session, morning, placed, talk


def crowd(count=30, rules=DEFAULT_RULES, **facts):
    """Talks of ten minutes, and three slots more than there are talks."""
    slots = tuple(Slot(minutes=10) for _ in range((count + 3) // 2))
    items = (hall_session(slots=slots), attic_session(slots=slots))
    talks = [talk(f"t{n}", "ada" if n % 2 else "bo", minutes=10) for n in range(count)]
    return Task(morning(*talks, items=items, **facts), rules)


def tried(task, previous=None, **limits):
    course = Course(task, Limits(**limits))
    attempt_all(course, previous)
    return course


@pytest.fixture
def large(monkeypatch):
    """Every problem is too large to be solved at once."""
    for limit in ("_SMALL", "_MEDIUM", "_LARGE"):
        monkeypatch.setattr(attempts, limit, 0)


@pytest.fixture
def medium(monkeypatch):
    """Every problem is too large for a short look."""
    for limit in ("_SMALL", "_MEDIUM"):
        monkeypatch.setattr(attempts, limit, 0)


def test_small_problem_is_proved_by_a_short_look_and_reproducibly():
    course = tried(crowd(), seconds=60)

    assert (course.cost, course.glanced) == (0, True)


@pytest.mark.usefixtures("large")
def test_large_problem_gets_a_program_part_by_part():
    course = tried(crowd(), seconds=60)

    assert (course.cost, course.judged(course.best), course.glanced) == (0, 0, False)


@pytest.mark.usefixtures("large")
def test_large_problem_is_solved_reproducibly():
    task = crowd(rules=(*DEFAULT_RULES, Interests()))
    runs = [tried(task, effort=1, reproducible=True, seed=3) for _ in range(2)]

    assert runs[0].best == runs[1].best
    assert runs[0].spent == runs[1].spent
    assert not runs[0].cut


@pytest.mark.usefixtures("medium")
def test_what_is_infeasible_is_found_beside_the_parts():
    everything_at_once = hall_session(slots=(Slot(minutes=30),))
    talks = [talk(name, at=({"place": "s/1"},)) for name in ("a", "b")]
    course = tried(Task(morning(*talks, items=(everything_at_once,)), DEFAULT_RULES), seconds=60)

    assert course.infeasible
    assert course.best is None


@pytest.mark.usefixtures("medium")
def test_previous_program_is_kept_as_far_as_it_can():
    task = crowd(10)
    before = tried(task, seconds=60).best
    course = tried(task, previous=before, seconds=60)

    assert (course.cost, course.proved) == (0, True)


@pytest.mark.usefixtures("medium")
def test_reproducible_search_solves_the_whole_first():
    course = tried(crowd(10), effort=5, reproducible=True)

    assert (course.cost, course.glanced) == (0, False)


def test_whole_beside_is_given_up_while_it_is_being_made():
    stopped = []

    class Slow(SpeakerFree):
        def post(self, decisions):
            super().post(decisions)
            while not stopped:
                pass

    course = Course(crowd(rules=(Slow(), RoomFree())), Limits(seconds=60))
    beside = Beside(course, course.limits, None)
    assert not beside.ended
    stopped.append(True)
    beside.stop()

    assert beside.ended


def test_no_time_at_all_tries_nothing():
    course = tried(crowd(), seconds=0)

    assert (course.best, course.infeasible) == (None, False)


def test_ctrl_c_while_a_model_is_made_keeps_what_is_known():
    class Interrupted(SpeakerFree):
        def post(self, _decisions):
            raise KeyboardInterrupt

    task = crowd(rules=(Interrupted(),))
    course = Course(task, Limits(seconds=60))
    course.take(Program.of(task.conference), 7)
    attempt_all(course)

    assert (course.interrupted, course.cost, course.over) == (True, 7, True)


def test_construction_places_what_it_can_and_prices_what_it_cannot():
    course = Course(crowd(), Limits(seconds=60))
    draft = construct(course, beginning(course.task, None))

    assert draft.program.unplaced == ()
    assert draft.cost == course.judged(draft.program) == 0


def test_construction_says_if_the_start_cannot_be():
    talks = [talk(name, at=({"place": "s/1"},)) for name in ("a", "b")]
    course = Course(Task(morning(*talks), DEFAULT_RULES), Limits(seconds=60))

    assert construct(course, beginning(course.task, None)) is None


def test_beginning_keeps_of_a_previous_program_what_can_still_be():
    earlier = morning(talk("a", "ada"), talk("b", "ada"), talk("c"), talk("gone"))
    previous = placed(earlier, a="s/1", b="s/2", c="p/1", gone="s/3")
    slots = hall_session().slots[:1]
    facts = morning(
        talk("a", "ada"),
        talk("b", "ada"),
        talk("c"),
        items=(hall_session(slots=slots), attic_session()),
    )

    start = beginning(Task(facts, DEFAULT_RULES), previous)

    assert {p.talk: p.slots for p in start.placements} == {"a": ("s/1",), "c": ("p/1",)}


def test_beginning_drops_what_clashes_but_not_what_the_facts_fix():
    facts = morning(talk("a", "ada", at=({"place": "s/2"},)), talk("b", "ada"))
    previous = placed(facts, a="s/2", b="p/1")

    start = beginning(Task(facts, DEFAULT_RULES), previous)

    assert {p.talk: p.slots for p in start.placements} == {"a": ("s/2",)}
