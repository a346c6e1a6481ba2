"""Tests of ids that nothing has, and ids that two things have."""

import pytest

from programkit.errors import ConferenceError
from programkit.model.contributions import Poster, Talk, Track
from programkit.model.days import Block, Marker
from programkit.model.people import Affiliation, Stay
from programkit.model.venue import Room
from small import conference, day, one_day, pause, people, session, slot, talks

NOWHERE = "zzz"


def faults(*items, sessions=(), **facts):
    with pytest.raises(ConferenceError) as caught:
        conference(day(*items), sessions=sessions, **facts)
    return [(fault.message, fault.path, fault.remedy) for fault in caught.value.faults]


def unknown(by, what, *path, where=NOWHERE):
    message = f'{by} names {what} "{where}", which does not exist'
    return message, path, f"add that {what}, or name one that exists"


@pytest.mark.parametrize(
    ("kind", "singular", "thing"),
    [
        ("talks", "talk", Talk(id="a")),
        ("posters", "poster", Poster(id="a")),
        ("people", "person", people("A")[0]),
        ("tracks", "track", Track(id="a", name="A")),
        ("rooms", "room", Room(id="a", name="A")),
        ("affiliations", "affiliation", Affiliation(id="a", name="A")),
    ],
)
def test_id_given_twice_is_a_fault(kind, singular, thing):
    message = f'{singular} "a" is there twice'

    assert faults(**{kind: (thing, thing)}) == [(message, (kind, 1, "id"), "give each its own id")]


def test_ids_of_different_kinds_may_be_equal():
    assert conference(talks=talks("lu"), people=people("Lu")).talk("lu").id == "lu"


def twice(place, *path):
    remedy = "give days, sessions, slots and breaks different ids"
    return f'"{place}" is the id of two places in the program', path, remedy


def test_places_share_one_name_space():
    found = faults(
        session(slot(id="a"), id="b"), pause(id="a"), Marker(id="b", title="m"), session(id="c"),
        sessions=(session(slot(id="c"), id="d"), session(id="d")),
    )  # fmt: skip

    assert found == [
        twice("a", "days", 0),
        twice("b", "days", 0),
        twice("c", "sessions", 0),
        twice("d", "sessions", 1),
    ]


def test_same_day_given_twice_is_a_fault():
    with pytest.raises(ConferenceError, match='"2024-09-30" is the id of two places'):
        conference(day(), day())


def test_unknown_ids_of_people_tracks_and_talks_are_reported_together():
    coauthor = {"person": NOWHERE, "affiliations": [NOWHERE]}
    found = faults(
        people=people("Lu", affiliations=(NOWHERE,)),
        tracks=(Track(id="t", name="T", chairs=(NOWHERE,)),),
        talks=talks("k", speakers=("lu", NOWHERE), track=NOWHERE, coauthors=(coauthor,)),
        posters=(Poster(id="p", speakers=(NOWHERE,), session=NOWHERE),),
    )

    assert found == [
        unknown('person "lu"', "affiliation", "people", 0, "affiliations", 0),
        unknown('track "t"', "person", "tracks", 0, "chairs", 0),
        unknown('talk "k"', "person", "talks", 0, "speakers", 1),
        unknown('talk "k"', "track", "talks", 0, "track"),
        unknown('talk "k"', "person", "talks", 0, "coauthors", 0, "person"),
        unknown('talk "k"', "affiliation", "talks", 0, "coauthors", 0, "affiliations", 0),
        unknown('poster "p"', "person", "posters", 0, "speakers", 0),
        unknown('poster "p"', "session", "posters", 0, "session"),
    ]


def test_unknown_ids_of_days_are_reported_together():
    told = {"track": NOWHERE, "chairs": (NOWHERE,)}
    found = faults(
        session(slot(talk=NOWHERE), title="Opening", room=NOWHERE, closes=(NOWHERE,), **told),
        session(packed=True, talks=(NOWHERE,), id="s"),
        Block(rooms=(NOWHERE,), **told),
        pause("Lunch", closes=(NOWHERE,)),
        sessions=(session(room=NOWHERE),),
    )

    assert found == [
        unknown('"Opening"', "room", "days", 0, "items", 0, "closes", 0),
        unknown('"Opening"', "room", "days", 0, "items", 0, "room"),
        unknown('"Opening"', "talk", "days", 0, "items", 0, "slots", 0, "talk"),
        unknown('"Opening"', "track", "days", 0, "items", 0, "track"),
        unknown('"Opening"', "person", "days", 0, "items", 0, "chairs", 0),
        unknown('"s"', "talk", "days", 0, "items", 1, "talks", 0),
        unknown("a session", "room", "days", 0, "items", 2, "rooms", 0),
        unknown("a session", "track", "days", 0, "items", 2, "track"),
        unknown("a session", "person", "days", 0, "items", 2, "chairs", 0),
        unknown('"Lunch"', "room", "days", 0, "items", 3, "closes", 0),
        unknown("a session", "room", "sessions", 0, "room"),
    ]


def test_unknown_places_of_talks_are_reported():
    at = ({"place": NOWHERE}, {"start": "2024-09-30T08:00Z", "room": NOWHERE})

    assert faults(talks=talks("k", at=at)) == [
        unknown('talk "k"', "slot or session", "talks", 0, "at", 0),
        unknown('talk "k"', "room", "talks", 0, "at", 1, "room"),
    ]


def test_mistyped_id_gets_a_suggestion():
    ((message, _, remedy),) = faults(people=people("Kempe"), talks=talks("k", speakers=("kemp",)))

    assert (message, remedy) == (
        'talk "k" names person "kemp", which does not exist',
        'did you mean "kempe"?',
    )


def test_places_by_default_ids_may_be_named():
    facts = one_day(
        session(slot()),
        talks=talks("k", at=({"place": "2024-09-30/1/1"},))
        + talks("l", at=({"place": "2024-09-30/1"},)),
        posters=(Poster(id="p", session="2024-09-30/1"),),
    )

    assert facts.poster("p").session == "2024-09-30/1"


def test_unknown_ids_and_impossible_times_are_reported_together():
    found = faults(session(slot("10:00", NOWHERE), slot("9:00")))

    assert [message for message, _, _ in found] == [
        'a session names talk "zzz", which does not exist',
        "09:00 is before 10:00, which comes first",
    ]


def test_talk_and_poster_of_one_id_are_a_fault():
    assert faults(talks=(Talk(id="a"),), posters=(Poster(id="a"),)) == [
        ('"a" is the id of a talk and of a poster', ("posters", 0, "id"), "give each its own id")
    ]


def test_stays_and_hosts_name_what_exists():
    who = people("Lu", stays=(Stay(affiliation=NOWHERE),))

    assert faults(people=who, talks=talks("k", hosts=("lu", NOWHERE))) == [
        unknown('person "lu"', "affiliation", "people", 0, "stays", 0, "affiliation"),
        unknown('talk "k"', "person", "talks", 0, "hosts", 1),
    ]
