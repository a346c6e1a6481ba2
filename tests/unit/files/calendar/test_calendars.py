import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from programkit.files.calendar.calendars import Calendars
from programkit.files.calendarcheck import calendar_findings
from programkit.files.published.draft import Draft
from programkit.files.published.published import Published
from programkit.model.base import TBD
from programkit.model.contributions import Talk
from programkit.model.program import Program
from programkit.outline.build import build_outline
from published import at
from rovinj import rovinj
from workshop import PEOPLE, TALKS, workshop, workshop_program


def outlined(conference):
    program = Program.of(conference).public()
    return program, build_outline(program)


def calendars(conference=None, published=None):
    return Calendars(*outlined(conference or workshop()), published)


def events(data):
    """Every event of a calendar as its lines, by UID."""
    found = re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", data, re.DOTALL)
    return {re.search(rb"UID:(.*?)\r\n(?! )", event, re.DOTALL)[1]: event for event in found}


def line_of(data, name):
    """The values of a property of the calendar itself."""
    text = data.partition(b"BEGIN:V")[2].partition(b"BEGIN:V")[0].decode().replace("\r\n ", "")
    return re.findall(rf"^{name}[;:](.*)\r$", text, re.MULTILINE)


@pytest.mark.parametrize(
    "conference",
    [rovinj(), workshop(), rovinj().replace(timezone=TBD), workshop(url="")],
    ids=["symposium", "workshop", "no-zone", "no-address"],
)
def test_every_calendar_is_right_to_the_letter(conference):
    made = calendars(conference)
    ids = [talk.id for talk in conference.talks]
    parts = [made.of([one], f"A {one}", file=f"{one}.ics") for one in ids]

    for data in (made.whole(), made.of(ids[:3], "Some; of, them\n"), *filter(None, parts)):
        levels = {str(finding.level) for finding in calendar_findings(data, "f")}
        assert levels == set()


def test_part_has_the_very_events_of_the_whole():
    made = calendars()
    whole, some = events(made.whole()), events(made.of(["tools", "opening", "tutorial"], "Some"))

    assert len(some) == 4
    assert some.items() <= whole.items()
    assert list(some) == [uid for uid in whole if uid in some]
    everything = [*(talk.id for talk in TALKS), "2025-03-29/break-2"]
    assert events(made.of(reversed(everything), "All")) == whole


def test_calendar_has_its_own_name_and_address():
    made = calendars()
    some = made.of(["tools"], " One;\n two ", file="talk-tools.ics")

    assert line_of(some, "NAME") == line_of(some, "X-WR-CALNAME") == [r"One\; two"]
    assert line_of(some, "SOURCE") == ["VALUE=URI:https://tides.example.org/2025/talk-tools.ics"]
    assert line_of(made.whole(), "NAME") == ["Workshop on Tidal Graphs"]
    assert line_of(made.whole(), "SOURCE") == [
        "VALUE=URI:https://tides.example.org/2025/program.ics"
    ]
    assert line_of(made.of(["tools"], "x"), "SOURCE") == []
    assert line_of(calendars(workshop(url="")).whole(), "SOURCE") == []


def test_calendar_asks_to_be_looked_at_again():
    whole = calendars().whole()

    assert line_of(whole, "REFRESH-INTERVAL") == ["VALUE=DURATION:PT12H"]
    assert line_of(whole, "X-PUBLISHED-TTL") == ["PT12H"]
    assert line_of(whole, "X-WR-TIMEZONE") == ["Europe/Lisbon"]
    assert line_of(calendars(rovinj().replace(timezone=TBD)).whole(), "X-WR-TIMEZONE") == []


def test_what_has_no_event_has_no_calendar():
    assert calendars().of(["homeless", "nobody"], "None") is None


def test_calendar_of_nothing_is_one():
    data = calendars(workshop(days=(), sessions=(), talks=(), posters=())).whole()

    assert events(data) == {}
    assert b"VTIMEZONE" not in data


def test_event_leads_to_the_page_of_its_talk_and_to_the_room_online():
    spectra = events(calendars().whole())[b"talk/spectra/1@tides.example.org/2025"].decode()

    assert "\r\nURL:https://tides.example.org/2025/talk-spectra.html\r\n" in spectra
    assert "\r\nCONFERENCE;VALUE=URI:https://meet.example.org/open-cove\r\n" in spectra
    assert calendars().whole().count(b"CONFERENCE") == 1
    assert b"URL" not in calendars(workshop(url="")).whole()


def test_without_a_state_nothing_is_said_of_changes():
    whole = calendars().whole()

    assert b"LAST-MODIFIED" not in whole
    assert set(re.findall(rb"SEQUENCE:(.*)\r\n", whole)) == {b"0"}


def test_with_a_state_changes_are_told():
    first = Published().after(Draft.of(*outlined(workshop())), at(1))
    talks = tuple(talk for talk in TALKS if talk.id != "off-grid")
    state = first.after(Draft.of(*outlined(workshop(talks=talks))), at(2))
    told = events(calendars(workshop(talks=talks), state).whole())
    gone = told[b"talk/off-grid/1@tides.example.org/2025"].decode()

    assert list(told)[-1] == b"talk/off-grid/1@tides.example.org/2025"
    assert (
        "\r\nDTSTAMP:20260102T000000Z\r\nLAST-MODIFIED:20260102T000000Z\r\nSEQUENCE:1\r\n" in gone
    )
    assert "\r\nSTATUS:CANCELLED\r\n" in gone
    assert "\r\nSUMMARY:Cancelled: Watching the spring tide\r\n" in gone
    assert all(
        b"LAST-MODIFIED:20260101T000000Z" in event and b"SEQUENCE:0" in event
        for event in list(told.values())[:-1]
    )


def test_event_published_before_the_zone_was_known_keeps_its_clock():
    first = Published().after(Draft.of(*outlined(workshop(timezone=TBD))), at(1))
    talks = tuple(talk for talk in TALKS if talk.id != "off-grid")
    draft = Draft.of(*outlined(workshop(talks=talks)))
    told = events(calendars(workshop(talks=talks), first.after(draft, at(2))).whole())

    assert b"\r\nDTSTART:20250329T200000\r\n" in told[b"talk/off-grid/1@tides.example.org/2025"]


def test_event_published_while_the_zone_was_known_keeps_its_moment():
    first = Published().after(Draft.of(*outlined(workshop())), at(1))
    talks = tuple(talk for talk in TALKS if talk.id != "off-grid")
    lost = workshop(talks=talks, timezone=TBD)
    told = events(calendars(lost, first.after(Draft.of(*outlined(lost)), at(2))).whole())

    assert b"\r\nDTSTART:20250329T200000Z\r\n" in told[b"talk/off-grid/1@tides.example.org/2025"]


HOSTILE = st.text(
    st.sampled_from(list('ab;,:"\\^\n\r\t\x00\x07\x85\u2028\u202e\u2066ž👩\u200d🎓 ')), max_size=90
)


@given(HOSTILE, HOSTILE, HOSTILE)
@settings(max_examples=20)
def test_texts_of_strangers_never_make_a_fault(title, name, place):
    talks = (Talk(id="opening", title=title, speakers=("ana",), abstract=title + name), *TALKS[1:])
    people = (PEOPLE[0].replace(name=name or "x"), *PEOPLE[1:])
    data = calendars(workshop(talks=talks, people=people, place=place, title=name or "x")).whole()

    assert calendar_findings(data, "f") == ()
    assert len(Calendar.from_ical(data).events) == len(events(data))


def test_same_program_makes_the_same_bytes():
    assert calendars().whole() == calendars().whole()


def test_years_are_written_in_full():
    conference = workshop_program().conference
    early = conference.replace(revised=datetime(987, 6, 5, tzinfo=UTC))

    assert b"DTSTAMP:09870605T000000Z" in calendars(early).whole()
