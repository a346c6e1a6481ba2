"""A calendar without a fault, and what to change in it for each fault alone."""

GOOD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//example//EN
NAME:Tides
REFRESH-INTERVAL;VALUE=DURATION:PT12H
SOURCE;VALUE=URI:https://example.org/program.ics
BEGIN:VTIMEZONE
TZID:Europe/Zagreb
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:first@example.org
DTSTAMP:20260101T000000Z
SEQUENCE:0
DTSTART;TZID=Europe/Zagreb:20260914T093000
DTEND;TZID=Europe/Zagreb:20260914T103000
SUMMARY;LANGUAGE=en:Waves\\, shores\\; and \\\\ more
DESCRIPTION;ALTREP="https://example.org/a;b,c":One\\nTwo, escaped
 \\, and folded: ščž
CATEGORIES:Theory,Practice\\, tools
ORGANIZER;CN="Office, the ^'good^' one":mailto:office@example.org
STATUS:CONFIRMED
GEO:45.08;13.64
CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://example.org/room?a=1%20b
X-OURS:any;thing, goes
END:VEVENT
BEGIN:VEVENT
UID:second@example.org
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260915
DURATION:P1D
RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Soon
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:second@example.org
RECURRENCE-ID;VALUE=DATE:20260922
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260923
END:VEVENT
END:VCALENDAR
""".replace("Two, escaped\n \\,", "Two\\, escaped\n \\,")

FIRST = "UID:first@example.org\n"
START = "DTSTART;TZID=Europe/Zagreb:20260914T093000\n"
END = "DTEND;TZID=Europe/Zagreb:20260914T103000\n"
CONFIRMED = "STATUS:CONFIRMED\n"
RULE = "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU\n"

FAULTS = [
    # code, what stands in the good calendar, what stands there instead, the line of the fault
    ("ical-line", CONFIRMED, "\nSTATUS:CONFIRMED\n", 35),
    ("ical-line", CONFIRMED, "STATUS\nSTATUS:CONFIRMED\n", 35),
    ("ical-line", CONFIRMED, "über: us\nSTATUS:CONFIRMED\n", 35),
    ("ical-line-length", "Waves\\,", "Waves\\, " + "w" * 60, 30),
    ("ical-control", "Waves", "Wav\x07es", 30),
    ("ical-nesting", "END:VALARM\n", "", 46),
    ("ical-nesting", "END:VCALENDAR\n", "", 1),
    ("ical-nesting", "END:VCALENDAR\n", "END:VCALENDAR\nEND:VTODO\n", 59),
    ("ical-nesting", "BEGIN:VCALENDAR\n", "SUMMARY:x\nBEGIN:VCALENDAR\n", 1),
    ("ical-nesting", "END:VALARM\n", "BEGIN:X-A\n" * 9 + "END:X-A\n" * 9 + "END:VALARM\n", 55),
    ("ical-component", "END:VCALENDAR\n", "END:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n", 59),
    (
        "ical-component",
        "END:VALARM\n",
        "BEGIN:VEVENT\nUID:u\nDTSTAMP:20260101T000000Z\nEND:VEVENT\nEND:VALARM\n",
        50,
    ),
    ("ical-component", "END:VALARM\n", "BEGIN:VALERM\nEND:VALERM\nEND:VALARM\n", 50),
    ("ical-parameter", "LANGUAGE=en", "LANGUAGE=en;LANGUAGE=de", 30),
    ("ical-parameter", 'CN="Office, the', 'CN="Office", the', 34),
    ("ical-parameter", "CN=", 'CN=a"b"c;X-A=', 34),
    ("ical-parameter", "^'good^'", "^good^'", 34),
    ("ical-parameter", "LANGUAGE=en:", "LANGUAGE:", 30),
    ("ical-parameter", "NAME:Tides", "NAME;VALUE=URI:https://example.org/", 4),
    ("ical-parameter", "REFRESH-INTERVAL;VALUE=DURATION:", "REFRESH-INTERVAL:", 5),
    ("ical-parameter", "CONFERENCE;VALUE=URI;", "CONFERENCE;", 37),
    ("ical-missing", "VERSION:2.0\n", "", 1),
    ("ical-missing", "PRODID:-//example//example//EN\n", "", 1),
    ("ical-missing", FIRST, "", 24),
    ("ical-missing", FIRST + "DTSTAMP:20260101T000000Z\n", FIRST, 24),
    ("ical-missing", START + END, "", 24),
    ("ical-missing", "TZOFFSETTO:+0200\n", "", 9),
    ("ical-missing", "ACTION:DISPLAY\n", "", 46),
    (
        "ical-missing",
        "END:VTIMEZONE\n",
        "END:VTIMEZONE\nBEGIN:VTIMEZONE\nTZID:a\nEND:VTIMEZONE\n",
        24,
    ),
    ("ical-twice", CONFIRMED, CONFIRMED + "URL:https://a.org/\nURL:https://b.org/\n", 37),
    ("ical-twice", FIRST, FIRST + "UID:again@example.org\n", 26),
    ("ical-property", CONFIRMED, CONFIRMED + "TRIGGER:PT5M\n", 36),
    ("ical-property", CONFIRMED, CONFIRMED + "SUMMARY-X:typo\n", 36),
    ("ical-value", "VERSION:2.0", "VERSION:3.0", 2),
    ("ical-value", "SEQUENCE:0", "SEQUENCE:-1", 27),
    ("ical-value", "SEQUENCE:0", "SEQUENCE:one", 27),
    ("ical-value", "SEQUENCE:0", "SEQUENCE:99999999999", 27),
    ("ical-value", "DTSTAMP:20260101T000000Z\nSEQ", "DTSTAMP:20260101T000000\nSEQ", 26),
    ("ical-value", "DTSTAMP:20260101T000000Z\nSEQ", "DTSTAMP:2026-01-01T00:00:00Z\nSEQ", 26),
    ("ical-value", "DTSTAMP:20260101T000000Z\nSEQ", "DTSTAMP:20260231T000000Z\nSEQ", 26),
    ("ical-value", "DTSTAMP:20260101T000000Z\nSEQ", "DTSTAMP:20260101T250000Z\nSEQ", 26),
    ("ical-value", START, START.replace("T0930", " 0930"), 28),
    ("ical-value", "VALUE=DATE:20260915", "VALUE=DATE:20260915T000000", 43),
    ("ical-value", "DURATION:P1D", "DURATION:1D", 44),
    ("ical-value", "DURATION:P1D", "DURATION:P", 44),
    ("ical-value", "DURATION:P1D", "DURATION:P1DT", 44),
    ("ical-value", "DURATION:P1D", "DURATION:P999999999W", 44),
    (
        "ical-value",
        CONFIRMED,
        CONFIRMED + "RDATE;VALUE=PERIOD:20260914T093000Z/20260914T083000Z\n",
        36,
    ),
    ("ical-value", CONFIRMED, CONFIRMED + "RDATE;VALUE=PERIOD:20260914T093000Z/-PT1H\n", 36),
    ("ical-value", "TRIGGER:-PT15M", "TRIGGER:-PT1H15S", 49),
    ("ical-value", "DURATION:PT12H", "DURATION:12 hours", 5),
    ("ical-value", "URI:https://example.org/program.ics", "URI:program.ics", 6),
    ("ical-value", CONFIRMED, CONFIRMED + "URL:https://exämple.org/\n", 36),
    ("ical-value", CONFIRMED, CONFIRMED + "URL:https://example.org/%zz\n", 36),
    ("ical-value", "mailto:office@example.org", "office@example.org", 34),
    ("ical-value", "GEO:45.08;13.64", "GEO:45.08,13.64", 36),
    ("ical-value", "GEO:45.08;13.64", "GEO:145.08;13.64", 36),
    ("ical-value", CONFIRMED, CONFIRMED + "REQUEST-STATUS:fine\n", 36),
    ("ical-value", CONFIRMED, CONFIRMED + "COLOR:#123456\n", 36),
    ("ical-value", CONFIRMED, CONFIRMED + "TRANSP:BUSY\n", 36),
    ("ical-value", CONFIRMED, CONFIRMED + "PRIORITY:10\n", 36),
    ("ical-value", "UID:first@example.org", "UID:", 25),
    ("ical-value", CONFIRMED, CONFIRMED + "RDATE;VALUE=PERIOD:20260914T093000Z\n", 36),
    ("ical-value", CONFIRMED, CONFIRMED + "EXDATE:20260914T093000Z,tomorrow\n", 36),
    ("ical-value", "TZOFFSETTO:+0200", "TZOFFSETTO:2", 12),
    ("ical-value", "TZOFFSETTO:+0200", "TZOFFSETTO:-0000", 12),
    ("ical-value", "DTSTART:19810329T020000", "DTSTART:19810329T020000Z", 10),
    ("ical-text", "Waves\\,", "Waves,", 30),
    ("ical-text", "shores\\;", "shores;", 30),
    ("ical-text", "\\\\ more", "\\ more", 30),
    ("ical-text", "\\\\ more", "\\", 30),
    ("ical-text", "Practice\\, tools", "Practice; tools", 33),
    ("ical-status", "STATUS:CONFIRMED", "STATUS:CANCELED", 35),
    ("ical-status", "STATUS:CONFIRMED", "STATUS:COMPLETED", 35),
    ("ical-end", END, END + "DURATION:PT1H\n", 30),
    ("ical-end", END, END.replace("T1030", "T0930"), 29),
    ("ical-end", END, END.replace("T1030", "T0830"), 29),
    ("ical-end", END, "DTEND:20260914T073000Z\n", 29),
    ("ical-end", END, "DTEND:20260914T103000\n", 29),
    ("ical-end", END, "DTEND;VALUE=DATE:20260915\n", 29),
    ("ical-end", "DURATION:P1D", "DTEND;VALUE=DATE:20260915", 44),
    ("ical-end", "DURATION:P1D", "DURATION:PT1H", 44),
    ("ical-end", END, "DURATION:-PT1H\n", 29),
    ("ical-tzid", END, "DTEND;TZID=Europe/Zagreb:20260914T083000Z\n", 29),
    (
        "ical-tzid",
        "DTSTART;VALUE=DATE:20260923",
        "DTSTART;VALUE=DATE;TZID=Europe/Zagreb:20260923",
        56,
    ),
    ("ical-tzid", "DTSTART:19810329", "DTSTART;TZID=Europe/Zagreb:19810329", 10),
    ("ical-tzid", "SUMMARY;", "SUMMARY;TZID=Europe/Zagreb;", 30),
    ("ical-zone", START, START.replace("Zagreb", "Vienna"), 28),
    (
        "ical-zone",
        "BEGIN:VTIMEZONE\n",
        "BEGIN:VTIMEZONE\nTZID:Europe/Zagreb\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VTIMEZONE\n",
        16,
    ),
    ("ical-zone-wrong", "TZOFFSETTO:+0200", "TZOFFSETTO:+0300", 7),
    ("ical-zone-wrong", "DTSTART:19810329T020000", "DTSTART:20270328T020000", 7),
    ("ical-uid", "UID:first@example.org", "UID:second@example.org", 41),
    ("ical-uid", "RECURRENCE-ID;VALUE=DATE:20260922\n", "", 53),
    ("ical-method", "VERSION:2.0\n", "VERSION:2.0\nMETHOD:SHOUT\n", 3),
    ("ical-recurrence", RULE, "RRULE:FREQ=FORTNIGHTLY\n", 45),
    ("ical-recurrence", RULE, "RRULE:COUNT=3\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=DAILY;FREQ=DAILY\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20261001\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=DAILY;COUNT=0\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=DAILY;\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=WEEKLY;BYDAY=1TU\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=WEEKLY;BYDAY=TUE\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=WEEKLY;BYMONTHDAY=1\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=DAILY;BYHOUR=24\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=DAILY;BYHOUR=noon\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=YEARLY;BYSETPOS=1\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=WEEKLY;WKST=XX\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=WEEKLY;BYNOON=1\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=DAILY;UNTIL=soon\n", 45),
    ("ical-recurrence", RULE, "RRULE:FREQ=DAILY;UNTIL=20261001T000000Z\n", 45),
]
"""Each of them a fault alone."""


def crlf(text):
    """The octets of a calendar."""
    return text.replace("\n", "\r\n").encode()
