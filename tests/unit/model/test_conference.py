"""Tests of the conference as a whole."""

import subprocess
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError
from tests.colloquium import colloquium
from tests.workshop import workshop

from programkit.errors import ConferenceError
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import Poster, State, Track
from programkit.model.findings import Finding, Level, Source
from programkit.model.people import Affiliation
from programkit.model.venue import Room
from small import MONDAY, TUESDAY, conference, day, moment, one_day, people, session, slot, talks

BARE = Conference(title="Bare")


def test_title_is_enough():
    assert (BARE.timezone, BARE.language, BARE.days) == (TBD, "en", ())


@pytest.mark.parametrize(("name", "zone"), [("TBD", "UTC"), ("Europe/Zagreb", "Europe/Zagreb")])
def test_zone_is_utc_while_unknown(name, zone):
    assert Conference(title="C", timezone=name).zone == ZoneInfo(zone)


def test_zone_that_does_not_exist_is_refused():
    with pytest.raises(ValidationError, match='"Europe/Rovinj" is no IANA time zone'):
        Conference(title="C", timezone="Europe/Rovinj")


@pytest.mark.parametrize(
    ("facts", "dates"),
    [
        ({}, None),
        ({"days": (day(date=TBD),)}, None),
        ({"days": (day(date=TUESDAY), day(date=MONDAY))}, (MONDAY, TUESDAY)),
        ({"days": (day(date=TUESDAY),), "start": MONDAY}, (MONDAY, TUESDAY)),
        ({"days": (day(date=MONDAY),), "end": TUESDAY}, (MONDAY, TUESDAY)),
        ({"start": MONDAY, "end": TUESDAY}, (MONDAY, TUESDAY)),
        ({"start": MONDAY}, (MONDAY, MONDAY)),
    ],
)
def test_dates_are_given_or_those_of_the_days(facts, dates):
    assert Conference(title="C", **facts).dates == dates


def test_things_are_found_by_id():
    facts = conference(
        talks=talks("k"),
        posters=(Poster(id="p"),),
        people=people("Lu"),
        affiliations=(Affiliation(id="nyu", name="NYU"),),
        tracks=(Track(id="t", name="T"),),
        rooms=(Room(id="a", name="A"),),
    )

    assert facts.talk("k") == facts.talks[0]
    assert facts.poster("p") == facts.posters[0]
    assert facts.person("lu") == facts.people[0]
    assert facts.affiliation("nyu") == facts.affiliations[0]
    assert facts.track("t") == facts.tracks[0]
    assert facts.room("a") == facts.rooms[0]


def test_implicit_room_is_none():
    assert BARE.room("") is None


SOURCES = {
    "talks.k": Source(file="c.yaml", line=3),
    "talks.k.title": Source(file="c.yaml", line=4),
}


@pytest.mark.parametrize(
    ("path", "line"),
    [(("talks", "k", "title"), 4), (("talks", "k", "abstract"), 3), (("talks", "k"), 3)],
)
def test_source_is_the_nearest_known(path, line):
    assert BARE.replace(sources=SOURCES).source(*path) == Source(file="c.yaml", line=line)


def test_source_of_what_was_not_read_is_none():
    assert BARE.replace(sources=SOURCES).source("talks", "l", "title") is None


def test_digest_is_of_the_facts_alone():
    note = Finding(code="open-end", level=Level.NOTE, message="m")
    read = BARE.replace(folder="/home", sources=SOURCES, findings=(note,))

    assert read.digest == BARE.digest


@pytest.mark.parametrize(
    "changed",
    [{"title": "Other"}, {"notes": "n"}, {"talks": talks("k")}, {"days": (day(session(slot())),)}],
)
def test_digest_changes_with_every_fact(changed):
    assert BARE.replace(**changed).digest != BARE.digest


def test_digest_is_the_same_in_another_process():
    script = (
        "from programkit.model.conference import Conference;print(Conference(title='Bare').digest)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == BARE.digest


@pytest.mark.parametrize(
    ("given", "revised"),
    [
        ("2024-09-20", date(2024, 9, 20)),
        (date(2024, 9, 20), date(2024, 9, 20)),
        ("2024-09-20T08:00Z", moment("2024-09-20 08:00")),
        (moment("2024-09-20 08:00"), moment("2024-09-20 08:00")),
    ],
)
def test_facts_were_revised_on_a_day_or_at_a_moment(given, revised):
    found = BARE.replace(revised=given).revised

    assert (found, isinstance(found, datetime)) == (revised, isinstance(revised, datetime))


def test_timetable_is_made_once():
    facts = one_day(session(slot("8:30", minutes=10)))

    assert facts.timetable is facts.timetable


def test_last_day_before_the_first_is_a_fault():
    with pytest.raises(ConferenceError) as caught:
        Conference(title="C", start=TUESDAY, end=MONDAY)

    [fault] = caught.value.faults
    assert fault.message == f"the last day, {MONDAY}, is before the first, {TUESDAY}"
    assert fault.path == ("end",)


@pytest.mark.parametrize("facts", [workshop(), colloquium()], ids=["conference", "series"])
@pytest.mark.parametrize("state", [State.CONFIRMED, State.WITHDRAWN])
def test_projection_is_what_validation_makes_of_its_fields(facts, state):
    first, *others = facts.talks
    noted = (first.replace(notes="secret", state=state), *others)
    rooms = tuple(room.replace(notes="secret") for room in facts.rooms)
    public = facts.replace(talks=noted, rooms=rooms, notes="secret").public()

    validated = type(public)(**{name: getattr(public, name) for name in type(public).model_fields})
    assert validated == public
    assert validated.timetable == public.timetable
    assert validated.contradictions == public.contradictions == ()
