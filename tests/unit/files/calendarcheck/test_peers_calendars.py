"""What other libraries write (icalendar 7.3.2, vobject 0.9.9, ics 0.7.3), judged.

Each file is one event of an hour in Zagreb with a long title, made with the library's own means.
"""

from pathlib import Path

import pytest

from programkit.files.calendarcheck import calendar_findings

FOLDER = Path(__file__).parents[3] / "data" / "calendars"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # Both date the start of summer time by the new clocks, an hour late.
        ("icalendar.ics", [("ical-zone-wrong", 4), ("ical-property", 6)]),
        ("vobject.ics", [("ical-zone-wrong", 4)]),
        ("ics.ics", [("ical-missing", 4), ("ical-line-length", 8), ("ical-line-end", 11)]),
        # Without add_missing_timezones, and with values that it takes without a word.
        (
            "icalendar-without-zone.ics",
            [("ical-zone", 8), ("ical-zone", 9), ("ical-value", 12), ("ical-status", 14)],
        ),
    ],
)
def test_faults_of_other_libraries_are_found(name, expected):
    found = calendar_findings((FOLDER / name).read_bytes(), name)

    assert [(finding.code, finding.source.line) for finding in found] == expected
