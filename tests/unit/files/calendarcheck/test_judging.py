import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faultycalendars import FAULTS, FIRST, GOOD, START, crlf
from programkit.files.calendarcheck import CODES, calendar_findings
from programkit.files.calendarcheck.faults import MOST
from programkit.model.findings import Level


def found(data):
    return [
        (finding.code, finding.source.line) for finding in calendar_findings(data, "program.ics")
    ]


def test_good_calendar_has_no_fault():
    assert found(crlf(GOOD)) == []


@pytest.mark.parametrize(("code", "old", "new", "line"), FAULTS)
def test_each_fault_is_found_alone(code, old, new, line):
    assert GOOD.count(old) >= 1

    assert found(crlf(GOOD.replace(old, new, 1))) == [(code, line)]


def test_every_code_is_of_a_fault_that_is_tested():
    elsewhere = {"ical-encoding", "ical-fold", "ical-line-end", "ical-more"}

    assert {code for code, _, _, _ in FAULTS} | elsewhere == set(CODES)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (GOOD.encode(), [("ical-line-end", 1)]),
        (crlf(GOOD)[:-2], [("ical-line-end", 58)]),
        (crlf(GOOD).replace(b"STATUS:CONFIRMED\r\n", b"STATUS:CONFIRMED\n"), [("ical-line-end", 35)]),
        (crlf(GOOD).replace(b"STATUS:CONFIRMED\r\n", b"STATUS:CONFIRMED\r"), [("ical-line-end", 35)]),
        (b"\xef\xbb\xbf" + crlf(GOOD), [("ical-encoding", 1)]),
        (crlf(GOOD).replace(b"Waves", b"W\xe4ves"), [("ical-encoding", 30)]),
        (crlf(GOOD).replace("š".encode(), b"\xc5\r\n \xa1"), [("ical-fold", 33)]),
        (crlf(GOOD).replace("š".encode(), b"\xf0\x9f\r\n \x8c\x8a"), [("ical-fold", 33)]),
        (b"", [("ical-component", 1)]),
        (b"\r\n", [("ical-line", 1)]),
        (b"hello\r\n", [("ical-line", 1)]),
    ],
)  # fmt: skip
def test_octets_are_judged(data, expected):
    assert found(data) == expected


def test_fold_between_characters_is_no_fault():
    assert found(crlf(GOOD).replace("š".encode(), "š\r\n\tš".encode())) == []


def test_faults_have_place_level_and_remedy():
    (finding,) = calendar_findings(crlf(GOOD.replace("Waves\\,", "Waves,")), "out/program.ics")

    assert str(finding) == (
        'out/program.ics:30:VEVENT.SUMMARY: hard ical-text: SUMMARY has "," that is not escaped; '
        r"write \\ for \, \; for ;, \, for a comma, \n for a new line"
    )


def test_what_should_be_is_soft_and_what_is_merely_unusual_a_note():
    long = calendar_findings(crlf(GOOD.replace("Waves", "W" * 80)), "f")
    unknown = calendar_findings(crlf(GOOD.replace("GEO:45.08;13.64", "GEOS:1")), "f")
    empty = calendar_findings(crlf("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:p\nEND:VCALENDAR\n"), "f")

    assert [finding.level for finding in (*long, *unknown, *empty)] == [
        Level.SOFT,
        Level.NOTE,
        Level.NOTE,
    ]


@pytest.mark.parametrize(
    ("method", "taken_out", "added", "expected"),
    [
        ("PUBLISH", "", "", 0),
        ("PUBLISH", "SUMMARY:s\n", "", 1),
        ("PUBLISH", "ORGANIZER:mailto:a@b.org\n", "", 1),
        ("PUBLISH", "", "ATTENDEE:mailto:c@b.org\n", 1),
        ("REQUEST", "", "", 1),
        ("REQUEST", "", "ATTENDEE:mailto:c@b.org\n", 0),
        ("CANCEL", "", "", 1),
        ("CANCEL", "DTSTART:20260914T093000Z\n", "SEQUENCE:1\n", 0),
    ],
)
def test_methods_ask_for_properties(method, taken_out, added, expected):
    calendar = (
        f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:p\nMETHOD:{method}\nBEGIN:VEVENT\nUID:u\n"
        f"DTSTAMP:20260101T000000Z\nDTSTART:20260914T093000Z\nSUMMARY:s\n"
        f"ORGANIZER:mailto:a@b.org\n{added}END:VEVENT\nEND:VCALENDAR\n"
    ).replace(taken_out or "\0", "")

    assert Counter(code for code, _ in found(crlf(calendar))) == Counter(
        {"ical-method": expected} if expected else {}
    )


@pytest.mark.parametrize(
    "same",
    [
        START.replace("TZID=Europe/Zagreb", "TZID=/example.org/Zagreb"),
        "DTSTART:20260914T073000Z\n",
        'DTSTART;TZID="Europe/Zagreb":20260914T093000\n',
        "dtstart;tzid=Europe/Zagreb:20260914T093000\n",
    ],
)
def test_start_may_be_told_in_several_ways(same):
    assert found(crlf(GOOD.replace(START, same))) == []


def test_end_in_utc_is_compared_by_the_clocks_of_the_zone():
    end = "DTEND;TZID=Europe/Zagreb:20260914T103000\n"

    assert found(crlf(GOOD.replace(end, "DTEND:20260914T073100Z\n"))) == []


@pytest.mark.parametrize(
    ("rule", "right"),
    [
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=25,26,27,28,29,30,31", True),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-3", True),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20270101T000000Z", True),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20200101T000000Z", False),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU", False),
        ("FREQ=YEARLY", True),
        ("FREQ=MONTHLY;BYDAY=-1SU", True),  # unusual, and not judged
    ],
)
def test_rules_of_zones_are_followed(rule, right):
    calendar = GOOD.replace("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", rule)

    assert found(crlf(calendar)) == ([] if right else [("ical-zone-wrong", 7)])


def test_zone_may_list_its_changes():
    calendar = GOOD.replace(
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n", "RDATE:20250330T020000,20260329T020000\n"
    )

    assert found(crlf(calendar)) == []
    assert found(crlf(calendar.replace("20260329", "20261229"))) == [("ical-zone-wrong", 7)]


def test_zone_that_nobody_knows_is_not_judged():
    assert found(crlf(GOOD.replace("Europe/Zagreb", "Sea Time"))) == []


def test_faults_are_counted_once_nobody_would_read_on():
    many = GOOD.replace("STATUS:CONFIRMED\n", "STATUS:CONFIRMED\n" + "\n" * (MOST + 7))
    findings = calendar_findings(crlf(many), "f")

    assert len(findings) == MOST + 1
    assert (findings[-1].code, findings[-1].message) == ("ical-more", "there are 7 more faults")


PIECES = (
    "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE",
    "END:VTIMEZONE", "BEGIN:STANDARD", "END:STANDARD", "TZID:Europe/Zagreb", "TZID:../../etc",
    "DTSTART", ";TZID=Europe/Zagreb", ";VALUE=DATE", ":", ";", '"', "20260914T093000",
    "99999999T999999Z", "00010101T000000", "99991231T235959", "RRULE:FREQ=YEARLY;BYDAY=-1SU",
    "RRULE:FREQ=YEARLY;BYMONTH=99999999999;BYDAY=99SU;UNTIL=00010101", "TZOFFSETTO:+2359",
    "TZOFFSETFROM:-2359", "\r\n", "\n", "\r", " ", "\t", "DURATION:P999999999W", "\\", "^",
    "UID:\x00", "é", "²", "٣",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join).map(str.encode))
def test_nothing_written_raises(data):
    for finding in calendar_findings(data, "f"):
        assert finding.code in CODES
        assert finding.source.line >= 1


@given(st.binary())
def test_no_octets_raise(data):
    calendar_findings(data, "f")


@given(st.integers(0, len(crlf(GOOD)) - 1), st.integers(0, 255))
def test_one_changed_octet_never_raises(place, octet):
    data = bytearray(crlf(GOOD))
    data[place] = octet

    calendar_findings(bytes(data), "f")


@pytest.mark.parametrize(
    "data",
    [
        b"\n" * 60_000,
        b"BEGIN:VEVENT\r\n" * 20_000,
        b"BEGIN:VCALENDAR\r\nX:" + b"\\" * 100_000 + b"\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nNAME:" + b"\\," * 60_000 + b"\\\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nNAME" + b";A=b" * 20_000 + b"\r\nEND:VCALENDAR\r\n",
        b'BEGIN:VCALENDAR\r\nNAME;A="' + b'","' * 20_000 + b"\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nNAME;A=" + b"," * 60_000 + b":\r\n" + b" x\r\n" * 20_000,
        b"BEGIN:VCALENDAR\r\n" + b"NAME:a\r\n" * 20_000 + b"END:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"URL:h://\r\n" * 10_000 + b"END:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n" * 6_000,
    ],
    ids=range(10),
)
def test_size_is_no_weapon(data):
    """Each would take minutes if time grew with the square of the size."""
    assert calendar_findings(data, "f")


def test_message_quotes_no_controls():
    data = crlf(GOOD.replace("STATUS:CONFIRMED", "STATUS:\x1b[2J" + "A" * 40))

    assert not any(re.search("[\x00-\x1f]", str(f)) for f in calendar_findings(data, "f"))


def test_uid_of_another_kind_of_component_is_another():
    todo = "BEGIN:VTODO\nUID:third\nDTSTAMP:20260101T000000Z\nDUE:20260914T103000Z\nEND:VTODO\n"

    assert found(crlf(GOOD.replace("END:VCALENDAR\n", todo + "END:VCALENDAR\n"))) == []
    assert found(crlf(GOOD.replace(FIRST, "UID:other\n"))) == []


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("20261025T023000", "20261025T030000"),  # shown twice, the first is meant
        ("20261025T013000", "20261025T023000"),
        ("20260329T013000", "20260329T030000"),
        ("20260329T023000", "20260329T034500"),  # never shown, counted by the clocks before
    ],
)
def test_hours_around_a_change_of_the_clocks_are_counted_as_the_standard_does(start, end):
    calendar = GOOD.replace("20260914T093000", start).replace("20260914T103000", end)

    assert found(crlf(calendar)) == []
