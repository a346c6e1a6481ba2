import pytest

from programkit.model.people import Person
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES, RoomFeatures, SpeakerAvailable
from programkit.solver.around import Around
from programkit.solver.limits import Limits
from programkit.solver.search import GIVEN_UP
from programkit.solver.task import Attempt, Task
from tiny import between, clock, morning, talk

TALK = talk("a", "ada", needs=("piano",))


def task(*rules):
    ada = Person(id="ada", name="Ada", available=(between(clock(9, 30), clock(11)),))
    hall, attic = morning().rooms
    rooms = (hall.replace(features=("piano",)), attic)
    return Task(morning(TALK, people=(ada,), rooms=rooms), rules)


@pytest.mark.parametrize(
    ("rules", "possible"),
    [
        ((), ["s/1", "s/2", "s/3", "p/1"]),
        ((SpeakerAvailable(),), ["s/2", "s/3", "p/1"]),
        ((RoomFeatures(),), ["s/1", "s/2", "s/3"]),
        ((RoomFeatures(), SpeakerAvailable()), ["s/2", "s/3"]),
    ],
)
def test_rules_say_where_a_talk_may_be_alone(rules, possible):
    given = task(*rules)
    spots = given.possible(TALK, given.grid.spots(TALK))

    assert [spot.slots[0] for spot in spots] == possible


def test_part_that_cannot_be_made_in_time_is_given_up():
    given = task(*DEFAULT_RULES)
    part = Around(program=Program.of(given.conference), talks=frozenset({"a"}))
    attempt = Attempt(around=part, cost=1000)

    assert given.solve_part(attempt, Limits(), lambda: 0.0) == GIVEN_UP
    assert given.solve_part(attempt, Limits(seconds=0.0)).program is None
    assert given.solve_part(attempt, Limits()).status is Status.OPTIMAL
