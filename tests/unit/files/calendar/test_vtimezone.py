from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Timezone

from programkit.files.calendar.vtimezone import vtimezone as written

ZONES = ("Europe/Zagreb", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "Europe/Dublin")


def vtimezone(zone, first, last):
    return Timezone.from_ical(written(zone, first, last))


def observances(component):
    return [
        (
            sub.name,
            sub["dtstart"].dt,
            sub["tzoffsetfrom"].td,
            sub["tzoffsetto"].td,
        )
        for sub in component.subcomponents
    ]


def offset_by(component, moment):
    """The offset that RFC 5545 gives a moment: that of the last observance that has begun."""
    begun = [
        (start - before, after)
        for _, start, before, after in observances(component)
        if start - before <= moment.replace(tzinfo=None)
    ]
    return max(begun)[1]


def test_summer_time_starts_by_the_clocks_as_they_were():
    zone = ZoneInfo("America/New_York")
    component = vtimezone(zone, datetime(2024, 3, 1, tzinfo=UTC), datetime(2024, 12, 1, tzinfo=UTC))
    hour = timedelta(hours=1)

    assert component["tzid"] == "America/New_York"
    assert observances(component)[1:] == [
        ("DAYLIGHT", datetime(2024, 3, 10, 2, 0), -5 * hour, -4 * hour),  # noqa: DTZ001 - a wall clock
        ("STANDARD", datetime(2024, 11, 3, 2, 0), -4 * hour, -5 * hour),  # noqa: DTZ001 - a wall clock
    ]


@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(2000, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001 - made aware below
    st.integers(0, 500),
    st.floats(0, 1),
)
def test_offsets_are_those_of_the_zone(name, first, days, share):
    zone, start = ZoneInfo(name), first.replace(tzinfo=UTC, microsecond=0)
    end = start + timedelta(days=days)
    moment = start + timedelta(seconds=int(share * days * 86400))

    found = offset_by(vtimezone(zone, start, end), moment)
    assert found == moment.astimezone(zone).utcoffset()


@pytest.mark.parametrize("name", ZONES)
def test_zone_without_changes_has_one_observance(name):
    day = datetime(2024, 7, 1, tzinfo=UTC)

    assert len(observances(vtimezone(ZoneInfo(name), day, day + timedelta(days=4)))) == 1
