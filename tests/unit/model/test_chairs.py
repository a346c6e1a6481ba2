from datetime import date

import pytest

from programkit.model.base import TBD
from programkit.model.chairs import chairs_of, may_chair, sessions_that_seek
from programkit.model.contributions import State, Track
from programkit.model.people import Person, Role
from tiny import attic_session, hall_session, morning, talk

PEOPLE = tuple(Person(id=name, name=name.title()) for name in ("ada", "bo", "cy", "di"))


def with_role(role, **people):
    return tuple(
        p.replace(roles=(Role(role=role, **people[p.id]),)) if p.id in people else p for p in PEOPLE
    )


def test_those_with_the_role_may_chair():
    conference = morning(talk("a", "ada"), people=with_role("Chair", di={}, bo={}))

    assert may_chair(conference) == ("bo", "di")


def test_without_any_role_those_who_have_a_part_may_chair():
    people = with_role("organizer", di={})
    tracks = (Track(id="red", name="Red", chairs=("bo",)),)
    conference = morning(talk("a", "ada"), people=people, tracks=tracks)

    assert may_chair(conference) == ("ada", "bo", "di")


def test_speaker_of_a_withdrawn_talk_may_not():
    assert may_chair(morning(talk("a", "ada", state=State.WITHDRAWN), people=PEOPLE)) == ()


@pytest.mark.parametrize(
    ("term", "who"),
    [
        ({"until": date(2030, 4, 30)}, ("bo",)),
        ({"until": date(2030, 5, 1)}, ("ada", "bo")),
        ({"since": date(2030, 5, 2)}, ("bo",)),
        ({"since": date(2030, 5, 1)}, ("ada", "bo")),
    ],
)
def test_role_counts_while_the_conference_lasts(term, who):
    assert may_chair(morning(people=with_role("chair", ada=term, bo={}))) == who


def test_role_counts_where_dates_are_unknown():
    people = with_role("chair", ada={"until": date(2000, 1, 1)})

    assert may_chair(morning(people=people, days=())) == ("ada",)


def test_sessions_seek_where_the_facts_say_so():
    conference = morning(items=(hall_session(chairs=TBD), attic_session(chairs=("ada", "ada"))))

    assert [session.id for session in sessions_that_seek(conference)] == ["s"]
    assert [chairs_of(s) for s in conference.timetable.sessions.values()] == [(), ("ada",)]
