"""How well times go together, counted by hand."""

import pytest

from programkit.model.base import TBD
from programkit.model.contributions import At
from programkit.model.days import Break, Marker, Session
from programkit.model.people import Person
from programkit.model.starts import seekers
from programkit.solver.timing import Timing
from tiny import between, clock, hall_session, morning, talk

END = Marker(title="End", start=12 * 60)
NINE, HALF_PAST, TEN, LATE, ELEVEN = range(5)
"""The starts of a session of an hour beside the hall's, which is from 9:00 to 10:30."""


def session(name="x", **facts):
    return Session(**{"id": name, "room": "hall", "start": TBD, "minutes": 60, **facts})


def timing(*sessions, more=(END,), **facts):
    conference = morning(items=(hall_session(), *sessions, *more), **facts)
    return Timing(conference, seekers(conference))


def costs(*sessions, **facts):
    return [timing(*sessions, **facts).cost((start,)) for start in range(5)]


def test_room_is_for_one_session():
    assert costs(session()) == [1001, 1001, 1001, 0, 0]


def test_another_room_is_beside():
    assert costs(session(room="attic")) == [1, 1, 1, 0, 0]


def test_open_room_is_one_of_those_that_are_free():
    assert costs(session(room=TBD)) == [1, 1, 1, 0, 0]


def test_more_sessions_than_rooms_are_too_many():
    both = timing(session("x", room=TBD), session("y", room=TBD))

    assert both.cost((ELEVEN, ELEVEN)) == 2
    assert both.cost((NINE, NINE)) == 2 * (1000 + 2)


@pytest.mark.parametrize(
    ("room", "closes", "expected"),
    [
        ("attic", ("attic",), [1, 1, 1, 100, 100]),
        ("attic", ("hall",), [1, 1, 1, 0, 0]),
        ("attic", (), [1, 1, 1, 100, 100]),
        (TBD, ("attic",), [1, 1, 1, 0, 0]),
        (TBD, (), [1, 1, 1, 100, 100]),
    ],
)
def test_break_closes_rooms(room, closes, expected):
    lunch = Break(title="Lunch", start=11 * 60, minutes=60, closes=closes)

    assert costs(session(room=room), more=(lunch,)) == expected


def test_plenary_closes_rooms():
    conference = morning(
        items=(hall_session(plenary=True), session(room="attic"), END),
    )

    assert Timing(conference, seekers(conference)).cost((NINE,)) == 101


def test_chairs_and_speakers_should_be_there():
    people = (
        Person(id="ada", name="Ada", available=(between(clock(11), clock(12)),)),
        Person(id="bo", name="Bo"),
    )
    fixed = talk("a", "ada", "bo", minutes=60, at=(At(place="x"),))

    chaired = timing(session(chairs=("ada",)), people=people)
    spoken = timing(session(packed=True), talks=(fixed,), people=people)

    assert [chaired.cost((start,)) for start in (LATE, ELEVEN)] == [100, 0]
    assert [spoken.cost((start,)) for start in (LATE, ELEVEN)] == [100, 0]


def test_others_are_the_better_ones_first():
    assert timing(session()).others((NINE,), 0) == [(LATE,), (ELEVEN,), (HALF_PAST,), (TEN,)]


def test_good_choices_cannot_be_bettered_by_one():
    both = timing(session("x", minutes=30), session("y", minutes=30))
    found = list(both.good((0, 0), seed=1, count=20))

    assert {both.cost(choice) for choice in found} == {0}
    assert len(found) == len(set(found)) > 1
    assert found == list(both.good((0, 0), seed=1, count=20))
