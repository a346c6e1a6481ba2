"""Announcements: which talk, whose link, what calendar, and nothing that a stranger could slip in."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from zoneinfo import ZoneInfo

import icalendar
import pytest
from tests.announced import HOW, LINK, MAY, NOW, WHOLE, program, talk
from tests.zonetables import BERLIN, NO_ZDUMP, ZDUMP, ZONES, Table

from programkit.announcing import announce
from programkit.errors import RenderError
from programkit.files.calendarcheck.judging import calendar_findings
from programkit.files.published.draft import Draft
from programkit.files.published.published import Published
from programkit.files.published.storing import NAME, write_published
from programkit.model.base import TBD
from programkit.model.contributions import CoAuthor, State
from programkit.model.days import Day, Session, Slot
from programkit.model.program import Program
from programkit.outline.build import public_outline

JUNE = MAY.replace(month=6, day=8)
CITIES = ("Shanghai", "Kolkata", "Sydney", "Los Angeles")
HOSTILE = "X\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>\nEND:VEVENT\u202e"


def read(announcement):
    """The message, its parts by type, and the events of its calendar."""
    message = message_from_bytes(announcement.eml, policy=default)
    parts = {part.get_content_type(): part for part in message.walk() if not part.is_multipart()}
    attached = parts.get("text/calendar")
    data = b"" if attached is None else attached.get_payload(decode=True)
    events = icalendar.Calendar.from_ical(data).walk("VEVENT") if data else []
    return message, parts, events, data


def everything(announcement):
    """All bytes of it, encoded parts as they read."""
    _, parts, _, _ = read(announcement)
    told = [part.get_payload(decode=True) for part in parts.values()]
    unfolded = [text.replace(b"\r\n ", b"") for text in told]
    texts = [announcement.subject, announcement.text, announcement.html]
    return b"\n".join([*unfolded, announcement.eml, *(text.encode() for text in texts)])


def told_by(clocks, city, start):
    """The line of a city, by what zdump says of its clocks."""
    wall, summer = clocks
    later = {0: [], 1: ["next day", f"{wall:%a}", f"{wall.day} {wall:%b}"]}
    marks = later[(wall.date() - start.date()).days] + ["summer time"] * summer
    marks = [mark.replace("Sep", "Sept") for mark in marks]
    return f"  {city}: {wall:%H:%M}" + (f" ({', '.join(marks)})" if marks else "")


def test_message_has_text_page_and_calendar():
    found = announce(program(*WHOLE), now=NOW, to="list@example.org")
    message, parts, [event], data = read(found)

    assert message.defects == []
    assert list(parts) == ["text/plain", "text/html", "text/calendar"]
    assert [
        parts[f"text/{kind}"].get_content().replace("\r\n", "\n") for kind in ("plain", "html")
    ] == [
        found.text,
        found.html,
    ]
    assert (message["From"], message["To"]) == ("Seminar <office@example.org>", "list@example.org")
    assert message["Date"].datetime == NOW
    assert message["Message-ID"].endswith("@example.org>")
    assert parts["text/calendar"].get_filename() == "talk-ships.ics"
    assert calendar_findings(data, "talk-ships.ics") == ()
    assert b"METHOD" not in data
    assert (event["UID"], event["STATUS"], event.decoded("DTSTART")) == (
        "talk/ships/1@example.org/seminar",
        "CONFIRMED",
        MAY,
    )


def test_same_input_same_bytes_and_another_moment_another_message():
    first, again = (announce(program(*WHOLE), now=NOW) for _ in range(2))
    later = announce(program(*WHOLE), now=NOW + timedelta(seconds=1))

    assert first == again
    assert read(first)[0]["Message-ID"] != read(later)[0]["Message-ID"]


@pytest.mark.parametrize(
    ("now", "kind", "found"),
    [
        (NOW, "announcement", "ships"),
        (MAY - timedelta(seconds=1), "reminder", "ships"),
        (MAY, "reminder", "owed"),
        (NOW, "cancellation", "off"),
        (MAY.replace(day=26), "cancellation", None),
        (JUNE, "announcement", None),
    ],
)
def test_next_talk(now, kind, found):
    told = announce(program(*WHOLE), now=now, kind=kind)

    assert (told and told.talk) == found


def test_moment_without_a_zone_is_by_the_clocks_of_the_conference():
    start = MAY.replace(hour=16, tzinfo=None)
    found = [
        announce(program(*WHOLE), now=start - timedelta(minutes=minutes)).talk for minutes in (0, 1)
    ]

    assert found == ["owed", "ships"]


@pytest.mark.parametrize(("days", "found"), [(11, True), (10, False)])
def test_next_talk_within_days(days, found):
    assert (announce(program(*WHOLE), now=NOW, within=days) is not None) == found


def test_talk_in_parts_is_announced_by_its_next_part():
    places = [talk("a").at[0], talk("a", JUNE).at[0]]
    made = program(talk("a", None).replace(at=tuple(places), parts=2))

    told = [announce(made, "a", now=now).subject for now in (NOW, MAY, JUNE)]

    assert [text.split(",")[2].split(":")[0] for text in told] == [" 11 May", " 8 Jun", " 8 Jun"]
    assert len(read(announce(made, "a", now=NOW))[2]) == 2


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ({"talk": "shps"}, 'there is no talk "shps"; did you mean "ships"?'),
        ({"talk": "zzz"}, 'there is no talk "zzz"; there are ships, off, owed'),
        ({"talk": "gone"}, 'there is no talk "gone"; '),
        ({"talk": "off"}, 'talk "off" is cancelled; announce a cancellation, or mend its state'),
        ({"zones": ["Nowhere"]}, '"Nowhere" is no time zone that is known'),
        ({"to": "a@b\r\nBcc: c@d"}, '"a@b Bcc: c@d" is no mail address'),
        ({"to": "nobody"}, '"nobody" is no mail address'),
    ],
)
def test_what_cannot_be_announced(wish, message):
    made = program(*WHOLE, talk("gone", JUNE, state=State.WITHDRAWN))

    with pytest.raises(RenderError) as raised:
        announce(made, now=NOW, **wish)

    assert str(raised.value).startswith(message)


@pytest.mark.parametrize("kind", ["announcement", "reminder", "cancellation"])
@pytest.mark.parametrize("access", ["before", "registration", "mail"])
def test_withheld_link_is_in_no_byte(access, kind):
    made = program(*WHOLE[:1], room={"access": access})

    for now in (NOW, MAY - timedelta(minutes=5)):  # by then the site has the link
        told = everything(announce(made, "ships", now=now, kind=kind))
        assert LINK.encode() not in told
        assert b"314159" not in told
        assert (HOW.encode() in told) == (kind != "cancellation")


@pytest.mark.parametrize(("room", "links"), [({"access": "open"}, False), ({}, True)])
def test_link_that_is_given_is_everywhere(room, links):
    found = announce(program(*WHOLE, room=room), now=NOW, links=links)
    _, _, [event], _ = read(found)

    assert f"How to join: {LINK}" in found.text
    assert f'<a href="{LINK}">' in found.html
    assert event["CONFERENCE"] == LINK


def test_cancellation_never_has_a_link():
    told = everything(announce(program(*WHOLE), "ships", now=NOW, kind="cancellation", links=True))

    assert LINK.encode() not in told


def test_cancellation_of_what_was_published_is_a_later_revision():
    before = announce(program(*WHOLE), "ships", now=NOW)
    off = announce(program(*WHOLE), "ships", now=NOW, kind="cancellation")
    first, second = (read(one)[2][0] for one in (before, off))

    assert (second["UID"], second["STATUS"]) == (first["UID"], "CANCELLED")
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    assert second["SUMMARY"] == "Cancelled: Ana Horvat: Counting ships for n ≤ 10"
    assert calendar_findings(read(off)[3], "a.ics") == ()


def test_calendar_is_as_subscribers_have_it(tmp_path):
    """A UID that was published stays, and so does a revision that nothing changed."""
    made = program(*WHOLE, folder=str(tmp_path))
    known = Published().after(Draft.of(made.public(), public_outline(made)), NOW)
    listed = known.placements[0].replace(uid="first@elsewhere", sequence=7)
    write_published(known.replace(placements=(listed, *known.placements[1:])), tmp_path / NAME)

    kinds = ("announcement", "cancellation")
    events = [read(announce(made, "ships", now=JUNE, kind=kind))[2][0] for kind in kinds]

    assert [(event["UID"], event["SEQUENCE"]) for event in events] == [
        ("first@elsewhere", 7),
        ("first@elsewhere", 8),
    ]
    assert [event.decoded("DTSTAMP") for event in events] == [NOW, JUNE]


def test_strangers_title_stays_a_title():
    made = program(talk("a", title=HOSTILE, abstract=HOSTILE, speakers=("ana",)), title=HOSTILE)
    found = announce(made, now=NOW, to="list@example.org")
    message, parts, events, data = read(found)

    assert message["Bcc"] is None
    assert set(message.keys()) == {
        "Subject", "From", "To", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert "\n" not in found.subject
    assert "<script" not in found.html
    assert (len(parts), len(events)) == (3, 1)
    assert calendar_findings(data, "a.ics") == ()
    assert "\u202e" not in found.text + found.html + found.subject


def test_unknowns_are_worded():
    made = program(
        talk("a", title=TBD, speakers=TBD, abstract=TBD, state=State.TENTATIVE, minutes=None),
        url="",
        contacts=(),
        room={"online": False},
    )
    found = announce(made, now=NOW)

    assert found.text.splitlines() == [
        "Tentative",
        "",
        "Seminar on Counting",
        "",
        "Speaker to be announced",
        "Title to be announced",
        "",
        "Monday, 11 May 2026, 16:00–17:00",
        "Amsterdam (summer time)",
        "RA 2504 and Zoom",
        "",
        "The abstract will be announced.",
    ]
    assert "<h1" in found.html
    assert read(found)[0]["From"] is None


def test_talk_without_a_date_has_no_calendar():
    found = announce(program(talk("a", start=None)), "a", now=NOW)

    assert "\nDate to be announced\n" in found.text
    assert list(read(found)[1]) == ["text/plain", "text/html"]


def test_talk_on_a_day_without_a_date_has_none_either():
    day = Day(items=(Session(slots=(Slot(start="16:00", minutes=60, talk="a"),)),))
    made = program(talk("a", start=None))
    made = Program.of(made.conference.replace(days=(day,)))

    assert announce(made, now=NOW) is None
    assert "\nDate to be announced\n" in announce(made, "a", now=NOW).text


def test_zone_that_is_unknown_has_no_local_times():
    found = announce(program(*WHOLE, timezone=TBD), now=NOW, zones=["Sydney"])

    assert "Sydney" not in found.text + found.html
    assert "time zone" not in found.text


def test_audience_of_the_series_is_told_its_times():
    found = announce(program(*WHOLE, audience=("Asia/Kolkata", "Europe/Amsterdam")), now=NOW)

    assert "Local times:\n  Kolkata: 19:30\n\n" in found.text


def test_coauthors_are_named():
    made = program(talk("a", coauthors=(CoAuthor(person="max"),)))
    found = announce(made, now=NOW)

    assert "Joint work with Max Weber" in found.text
    assert "Joint work with Max Weber" in found.html


def test_languages_change_words_and_not_the_calendar():
    english, german = (announce(program(*WHOLE), now=NOW, language=tag) for tag in (None, "de"))

    assert "Zusammenfassung" in german.text
    assert read(german)[3] == read(english)[3]


def test_templates_of_the_project_are_used(tmp_path):
    (tmp_path / "agenda").mkdir()
    (tmp_path / "agenda" / "announcement.txt").write_text("{{ letter.title }} & <co>")
    made = program(*WHOLE, folder=str(tmp_path))

    assert announce(made, now=NOW).text == "Counting ships for n ≤ 10 & <co>\n"

    (tmp_path / "agenda" / "announcement.html").write_text("{{ letter.nothing }}")
    with pytest.raises(RenderError, match=r"the template announcement\.html:1 cannot be used"):
        announce(made, now=NOW)


@pytest.mark.skipif(ZDUMP is None, reason=NO_ZDUMP)
def test_local_times_in_the_weeks_around_every_change():
    tables = {zone: Table(zone) for zone in ZONES}
    home, cities = ZoneInfo(BERLIN), dict(zip(ZONES[1:], CITIES, strict=True))
    days = {
        change.date() + timedelta(days=step)
        for table in tables.values()
        for change in table.changes
        for step in (-1, 1)
    }
    starts = [datetime(day.year, day.month, day.day, 17, 30, tzinfo=home) for day in sorted(days)]
    assert len(starts) > 120
    for start in starts:
        made = program(talk("a", start.astimezone(UTC)), timezone=BERLIN)
        text = announce(made, now=NOW.replace(year=2023), zones=ZONES[1:]).text
        told = text.partition("Local times:\n")[2].partition("\n\n")[0].splitlines()
        assert told == [
            told_by(tables[zone].at(start), city, start) for zone, city in cities.items()
        ]
