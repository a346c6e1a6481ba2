import re
from datetime import UTC, datetime

import pytest
from icalendar import Calendar
from tests.rovinj import rovinj_program
from tests.workshop import workshop, workshop_program

from programkit.files.calendarcheck import calendar_findings
from programkit.files.writers.ical import ICalWriter
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import State, Talk
from programkit.model.days import Day, Session, Slot
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.outline.build import build_outline

LINE = re.compile(
    r"(?P<name>[A-Z-]+)(?P<parameters>(;[A-Z-]+=(\"[^\"\x00-\x1f]*\"|[^\";:,\x00-\x1f]*))*)"
    r":(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)"
)
ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS"}
TEXTS = {"UID", "SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME"}
ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")


def written(program):
    public = program.public()
    return ICalWriter().write(public, build_outline(public))


def lines_of(data):
    """The logical lines, judged by the letter of RFC 5545 on the way."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    for line in physical:
        assert len(line) <= 75
        assert b"\r" not in line
        assert b"\n" not in line
        line.decode()  # a fold never splits a character
    return re.sub("\r\n[ \t]", "", data[:-2].decode()).split("\r\n")


def components(data):
    """Every component with its properties as (name, parameters, value), strictly read."""
    stack, found = [], []
    for line in lines_of(data):
        match = LINE.fullmatch(line)
        assert match, line
        name, value = match["name"], match["value"]
        if name == "BEGIN":
            stack.append((value, []))
        elif name == "END":
            kind, properties = stack.pop()
            assert kind == value
            found.append((kind, properties))
        else:
            stack[-1][1].append((name, match["parameters"], value))
    assert stack == []
    return found


def events_of(data):
    return [
        {name: (parameters, value) for name, parameters, value in properties}
        for kind, properties in components(data)
        if kind == "VEVENT"
    ]


def values(data, name):
    return [event[name][1] for event in events_of(data) if name in event]


def one_talk(**facts):
    """The calendar of one talk on one morning."""
    conference = {
        "title": "T",
        "timezone": "Europe/Zagreb",
        "people": (Person(id="p", name="P"),),
        "talks": (Talk(**{"id": "a", "title": "A", "speakers": ("p",), **facts}),),
        "days": (_day(),),
    }
    return Program.of(Conference(**conference))


def _day(**changes):
    slot = Slot(**{"id": "s", "start": 540, "minutes": 60, "talk": "a", **changes})
    return Day(date=datetime(2025, 1, 6, tzinfo=UTC).date(), items=(Session(slots=(slot,)),))


@pytest.mark.parametrize("program", [rovinj_program(), workshop_program()])
def test_calendar_is_valid_to_the_letter(program):
    data = written(program)
    assert calendar_findings(data, "program.ics") == ()
    found = components(data)
    zones = {v for kind, p in found if kind == "VTIMEZONE" for n, _, v in p if n == "TZID"}
    for kind, properties in found:
        names = [name for name, _, _ in properties]
        assert {name for name in names if names.count(name) > 1} & ONCE == set()
        if kind == "VEVENT":
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(names)
        for name, parameters, value in properties:
            assert name not in TEXTS or ESCAPED.fullmatch(value), value
            if kind == "VEVENT" and "TZID=" in parameters:
                assert parameters.partition("TZID=")[2] in zones


def test_icalendar_reads_it_without_a_complaint():
    calendar = Calendar.from_ical(written(workshop_program()))

    assert [c.errors for c in calendar.walk()] == [[] for _ in calendar.walk()]


def test_symposium_has_an_event_for_each_talk_and_the_reception():
    data = written(rovinj_program())

    assert len(events_of(data)) == 26
    assert len(set(values(data, "UID"))) == 26


def test_times_of_a_talk():
    kempe = events_of(written(rovinj_program()))[1]

    assert kempe["SUMMARY"][1].startswith("Julia Kempe: Synthetic Data")
    assert kempe["DTSTART"] == (";TZID=Europe/Zagreb", "20240930T083000")
    assert kempe["DTEND"] == (";TZID=Europe/Zagreb", "20240930T092000")
    assert kempe["LOCATION"][1] == r"Rovinj\, Croatia"
    assert kempe["STATUS"][1] == "CONFIRMED"
    assert kempe["SEQUENCE"][1] == "0"


def test_talk_with_an_open_end_has_no_end():
    events = events_of(written(rovinj_program()))

    assert [e["SUMMARY"][1] for e in events if "DTEND" not in e] == [
        "Cheng Shi: A spring–block theory of feature learning in deep neural networks",
        "Welcome drink and Reception",
    ]


def test_unknown_title_is_worded():
    summaries = values(written(rovinj_program()), "SUMMARY")

    assert "Maria Brbić: Title to be announced" in summaries


def test_states_are_told():
    data = written(workshop_program())
    told = dict(zip(values(data, "SUMMARY"), values(data, "STATUS"), strict=True))

    assert told["Cancelled: Dora Maar: Ebb without flow"] == "CANCELLED"
    assert told["Speaker to be announced: Perhaps the moon"] == "TENTATIVE"


def test_parts_are_events_of_their_own():
    data = written(workshop_program())

    assert [s for s in values(data, "SUMMARY") if "Kurs" in s] == [
        "Eli Žižek: Ein Kurs über Gezeiten (part 1 of 2)",
        "Eli Žižek: Ein Kurs über Gezeiten (part 2 of 2)",
    ]


def test_uid_stays_when_a_talk_moves():
    before = one_talk()
    moved = before.conference.replace(days=(_day(id="other", start=900),))

    assert values(written(Program.of(moved)), "UID") == values(written(before), "UID")
    assert values(written(Program.of(moved)), "DTSTART") != values(written(before), "DTSTART")


def test_uid_stays_when_an_id_changes_and_says_what_it_was():
    renamed = one_talk().conference
    renamed = renamed.replace(
        talks=(renamed.talks[0].replace(id="b", formerly=("a",)),), days=(_day(talk="b"),)
    )

    assert values(written(Program.of(renamed)), "UID") == values(written(one_talk()), "UID")


def test_uid_names_the_conference():
    (uid,) = values(written(one_talk()), "UID")
    at = one_talk().conference.replace(url="https://tides.example.org/2025/")

    assert uid == "talk/a/1@t"
    assert values(written(Program.of(at)), "UID") == ["talk/a/1@tides.example.org/2025"]


@pytest.mark.parametrize(
    ("revised", "stamp"),
    [(None, "20250105T230000Z"), (datetime(2025, 2, 1, 12, 30, tzinfo=UTC), "20250201T123000Z")],
)
def test_stamp_is_the_revision_or_the_first_day(revised, stamp):
    program = Program.of(one_talk().conference.replace(revised=revised))

    assert values(written(program), "DTSTAMP") == [stamp]


def test_same_program_makes_the_same_bytes():
    assert written(workshop_program()) == written(workshop_program())


def test_description_has_people_session_abstract_and_links():
    calendar = Calendar.from_ical(written(workshop_program()))
    described = {str(event["uid"]): str(event.get("description")) for event in calendar.events}

    assert described["talk/opening/1@tides.example.org/2025"] == (
        "Ana Ribeiro da Costa (Institute of Tides, Port Example; Moon College)\n\n"
        "Joint work with Bo Ó Súilleabháin (Moon College) and Eli Žižek (Moon College)\n\n"
        "Opening\n\nFirst:\n\n• waves\n\n• shores\n\nThen E = mc², and code.\n\nA quote.\n\n"
        "slides https://tides.example.org/slides.pdf"
    )


def test_open_link_is_told_and_a_withheld_one_is_not():
    text = re.sub("\r\n ", "", written(workshop_program()).decode())

    assert "open-cove" in text
    assert "The link is sent to those who register." in text
    assert "secret-reef" not in text


def test_track_is_a_category():
    calendar = Calendar.from_ical(written(workshop_program()))
    found = {str(e["uid"]).split("@")[0]: e.categories for e in calendar.events if e.categories}

    assert found == {"talk/spectra/1": ["Theory"], "talk/tools/1": ["Practice & tools"]}


def test_lunch_is_no_event_and_dinner_is():
    summaries = values(written(workshop_program()), "SUMMARY")

    assert "Coffee" not in summaries
    assert "Dinner" in summaries
    assert "Walk" not in summaries


def test_without_a_time_zone_times_are_those_on_the_spot():
    data = written(Program.of(rovinj_program().conference.replace(timezone=TBD)))

    assert values(data, "DTSTART")[0] == "20240930T082000"
    assert "VTIMEZONE" not in data.decode()
    assert {event["DTSTART"][0] for event in events_of(data)} == {""}


def test_second_showing_of_an_hour_is_in_utc():
    conference = one_talk().conference
    day = _day(start=150, minutes=60).replace(date=datetime(2024, 10, 27, tzinfo=UTC).date())
    (event,) = events_of(written(Program.of(conference.replace(days=(day,)))))

    assert event["DTSTART"] == (";TZID=Europe/Zagreb", "20241027T023000")
    assert event["DTEND"] == ("", "20241027T013000Z")


def test_nothing_timed_makes_an_empty_calendar():
    data = written(Program.of(Conference(title="T")))

    assert [kind for kind, _ in components(data)] == ["VCALENDAR"]


def test_event_before_any_date_is_known_has_a_fixed_stamp():
    talks = tuple(t for t in workshop().talks if t.id == "off-grid")
    program = workshop_program(talks=talks, posters=(), days=(), sessions=(), revised=None)

    assert values(written(program), "DTSTAMP") == ["19700101T000000Z"]


@pytest.mark.parametrize(
    "text",
    [
        "x\r\nATTENDEE:mailto:evil@example.org",
        "x\nBEGIN:VALARM",
        "x\u2028END:VEVENT",
        "x\x85y\x00\x07z",
        'a;b,c\\n:d"e',
        "é" * 200,
        "👩‍👩‍👧‍👦" * 30,
    ],
)
def test_strangers_text_stays_in_its_line(text):
    data = written(one_talk(title=text, abstract=text))
    (event,) = events_of(data)

    assert [kind for kind, _ in components(data)] == [
        "STANDARD",
        "VTIMEZONE",
        "VEVENT",
        "VCALENDAR",
    ]
    assert set(event) == {
        "UID",
        "DTSTAMP",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "STATUS",
    }


def test_what_has_no_time_is_said_to_be_left_out():
    assert ICalWriter().left_out(workshop_program().public()) == (
        'talk "nameless" has no date and time, and is not in it',
        'talk "homeless" has no date and time, and is not in it',
    )


def test_state_of_every_contribution_has_a_status():
    for state in (State.CONFIRMED, State.TENTATIVE, State.CANCELLED):
        assert len(values(written(one_talk(state=state)), "STATUS")) == 1
