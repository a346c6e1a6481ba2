"""Talks of one meeting are announced together, in one mail, unless one is named."""

from datetime import date, timedelta

import pytest
from tests.announced import HOW, MAY, NOW, program, talk
from tests.seminar import meeting
from tests.unit.outputs.test_announcements import everything, read

from programkit.announcing import announce
from programkit.files.calendarcheck.judging import calendar_findings
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import At, State
from programkit.model.days import Day
from programkit.model.program import Program
from programkit.model.venue import Room

DAY = date(2026, 5, 11)
LATER = MAY + timedelta(hours=1)
SHIPS = talk("ships", title="Counting ships", abstract="We count *ships*.")
TREES = talk("trees", LATER, title="Counting trees", speakers=("max",), abstract=TBD)
NEXT = talk("next", MAY.replace(month=6, day=8))
HALL = Room(id="hall", name="Hall")
ZOOM = Room(
    id="zoom",
    name="Zoom",
    online=True,
    physical=False,
    link="https://zoom.example.org/j/314159",
    access="mail",
    how_to_join=HOW,
)


def test_talks_of_a_day_are_one_announcement():
    found = announce(program(SHIPS, TREES, NEXT), now=NOW, zones=["Sydney"])

    assert (found.talk, found.talks) == ("ships", ("ships", "trees"))
    assert found.subject == (
        "Seminar on Counting, Mon, 11 May: Ana Horvat: Counting ships; Max Weber: Counting trees"
    )
    assert found.text == (
        "Seminar on Counting\n\n"
        "Ana Horvat (University of Rijeka)\nCounting ships\n16:00–17:00\n\n"
        "Max Weber\nCounting trees\n17:00–18:00\n\n"
        "Monday, 11 May 2026, 16:00–18:00\nAmsterdam (summer time)\nRA 2504 and Zoom\n"
        f"How to join: {HOW}\n\n"
        "Local times:\n  Sydney: 00:00 (next day, Tue, 12 May)\n\n"
        "Ana Horvat: Counting ships\n\nWe count ships.\n\n"
        "Max Weber: Counting trees. The abstract will be announced.\n\n"
        "https://example.org/seminar/talk-ships.html\n\n"
        "https://example.org/seminar/talk-trees.html\n"
    )
    for told in ("Counting ships</h1>", "Counting trees</h1>", "17:00–18:00", HOW):
        assert found.html.count(told) == 1


def test_their_calendar_has_both():
    _, parts, events, data = read(announce(program(SHIPS, TREES, NEXT), now=NOW))

    assert [str(event["uid"]).split("@")[0] for event in events] == ["talk/ships/1", "talk/trees/1"]
    assert calendar_findings(data, "a.ics") == ()
    assert parts["text/calendar"].get_filename() == "talk-ships.ics"


@pytest.mark.parametrize("named", ["ships", "trees"])
def test_talk_that_is_named_is_announced_alone(named):
    found = announce(program(SHIPS, TREES), named, now=NOW)

    assert found.talks == (named,)
    assert ("trees" in found.text, "ships" in found.text) == (named == "trees", named == "ships")


def test_talks_in_two_rooms_say_where_each_is():
    moved = TREES.replace(at=(At(start=LATER, room="hall"),))
    made = program(SHIPS, moved, rooms=(HALL, ZOOM))
    found = announce(made, now=NOW, links=True)

    assert f"16:00–17:00, Zoom\nHow to join: {ZOOM.link}\n\n" in found.text
    assert "17:00–18:00, Hall\n\nMonday, 11 May 2026, 16:00–18:00\nAmsterdam" in found.text
    assert found.html.count(f'<a href="{ZOOM.link}">') == 1
    assert ZOOM.link.encode() not in everything(announce(made, now=NOW))


def test_doubt_is_said_of_the_talk_that_is_not_certain():
    found = announce(program(SHIPS, TREES.replace(state=State.TENTATIVE)), now=NOW)

    assert "Counting trees\nTentative, 17:00–18:00\n" in found.text
    assert not found.subject.startswith("Tentative")


def test_what_is_off_is_called_off_together_and_not_announced():
    off = (SHIPS.replace(state=State.CANCELLED), TREES.replace(state=State.CANCELLED))
    called = announce(program(*off, talk("on", LATER)), now=NOW, kind="cancellation")

    assert called.talks == ("ships", "trees")
    assert [str(event["status"]) for event in read(called)[2]] == ["CANCELLED", "CANCELLED"]
    assert announce(program(*off, talk("on", LATER)), now=NOW).talks == ("on",)


def test_talk_in_parts_of_a_day_is_told_once_where_it_begins():
    parts = (SHIPS.at[0], At(start=LATER + timedelta(hours=1), room="zoom"))
    found = announce(program(SHIPS.replace(at=parts, parts=2), TREES), now=NOW)

    assert found.talks == ("ships", "trees")


def test_of_a_conference_talks_of_one_session_meet_and_not_those_of_a_day():
    talks = [one.replace(at=()) for one in (SHIPS, TREES, NEXT)]
    sessions = (*meeting(DAY, "ships", "trees").items, *meeting(DAY, "next", start="19:00").items)
    people = program().conference.people
    affiliations = program().conference.affiliations
    facts = Conference(
        title="Workshop",
        timezone="Europe/Amsterdam",
        talks=talks,
        people=people,
        affiliations=affiliations,
        days=(Day(date=DAY, items=sessions),),
    )

    assert announce(Program.of(facts), now=NOW).talks == ("ships", "trees")
    assert announce(Program.of(facts), now=LATER).talks == ("next",)


def test_talks_in_one_session_of_a_series_meet():
    named = [SHIPS.replace(at=()), TREES.replace(at=())]
    made = program(*named)
    day = meeting(DAY, "ships", "trees")
    made = Program.of(made.conference.replace(days=(day,)))

    assert announce(made, now=NOW).talks == ("ships", "trees")
