"""Events are written once, and anew when anything that they show is another."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from programkit.files.calendar.events import Events
from programkit.files.published.event import Event
from programkit.files.published.published import Listed

ZONE = ZoneInfo("Europe/Zagreb")
START = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
"""In the hour after which the clocks show 2:30 a second time."""


def listed(**changes):
    event = Event(**{"about": "a", "start": START, "summary": "Talk", **changes})
    return Listed(uid=event.about, modified=START, event=event)


def test_equal_events_are_the_same_object():
    events = Events()
    first = events.of([listed(), listed(about="b")], ZONE, tracked=True)
    again = events.of([listed(about="b"), listed()], ZONE, tracked=True)

    assert [id(one) for one in again] == [id(one) for one in reversed(first)]


@pytest.mark.parametrize(
    ("later", "zone", "tracked"),
    [
        (listed(summary="Other"), ZONE, True),
        (listed(), None, True),
        (listed(), ZoneInfo("Asia/Tokyo"), True),
        (listed(), ZONE, False),
        (listed().replace(sequence=1), ZONE, True),
    ],
)
def test_events_are_written_as_if_they_were_the_first(later, zone, tracked):
    events = Events()
    (before,) = events.of([listed()], ZONE, tracked=True)
    (after,) = events.of([later], zone, tracked=tracked)

    assert after == Events().of([later], zone, tracked=tracked)[0]
    assert after.data != before.data


def test_moments_that_clocks_show_twice_are_not_told_by_them():
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    (event,) = Events().of([listed(end=second)], ZONE, tracked=True)

    assert event.zoned == (START,)
    assert b"DTEND:20261025T013000Z" in event.data
