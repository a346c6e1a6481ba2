"""What clocks show where people listen."""

from datetime import UTC, datetime

import pytest
from tests.seminar import series

from programkit.model.base import TBD
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.web.context import View
from programkit.web.elsewhere import day_of, local_starts, marks_of


def view(zone, *audience):
    facts = series(timezone=zone, audience=audience, hours=24)
    return View(build_outline(Program.of(facts).public()))


def told(zone, audience, start):
    found = view(zone, *audience)
    return [
        (local.city, found.clock(local.moment), day_of(found, local), marks_of(found, local))
        for local in local_starts(found, start)
    ]


@pytest.mark.parametrize(
    ("zone", "audience", "start", "expected"),
    [
        (
            # the United States have summer time, Europe not yet
            "America/New_York",
            ("Europe/Berlin", "Asia/Singapore"),
            datetime(2026, 3, 25, 16, tzinfo=UTC),
            [
                ("New York", "12:00", "", "summer time"),
                ("Berlin", "17:00", "", ""),
                ("Singapore", "00:00", "next day, Thu, 26 Mar", "next day, Thu, 26 Mar"),
            ],
        ),
        (
            "Asia/Tokyo",
            ("America/Los_Angeles", "Asia/Tokyo"),
            datetime(2026, 7, 1, 1, tzinfo=UTC),
            [
                ("Tokyo", "10:00", "", ""),
                (
                    "Los Angeles",
                    "18:00",
                    "previous day, Tue, 30 Jun",
                    "previous day, Tue, 30 Jun, summer time",
                ),
            ],
        ),
        (
            "Pacific/Pago_Pago",
            ("Pacific/Kiritimati",),
            datetime(2026, 7, 1, 10, 30, tzinfo=UTC),
            [
                ("Pago Pago", "23:30", "", ""),
                ("Kiritimati", "00:30", "Thu, 2 Jul", "Thu, 2 Jul"),
            ],
        ),
        ("Asia/Tokyo", (), datetime(2026, 7, 1, 1, tzinfo=UTC), []),
        ("Asia/Tokyo", ("Europe/Berlin",), None, []),
        (TBD, ("Europe/Berlin",), datetime(2026, 7, 1, 1, tzinfo=UTC), []),
    ],
)
def test_start_is_told_by_the_clocks_of_the_audience(zone, audience, start, expected):
    assert told(zone, audience, start) == expected


def test_conferences_have_no_audience():
    outline = build_outline(Program.of(series()).public())
    found = View(outline)

    assert local_starts(found, datetime(2026, 7, 1, tzinfo=UTC)) == ()
