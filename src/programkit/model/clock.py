"""Wall-clock times of a day, and what moment they are in a time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from programkit.model.base import Unknown

_EARLIEST, _LATEST = 1000, 9000
_OUT_OF_REACH = "{} is out of reach; correct the year"

LAST_MINUTE = 48 * 60 - 1
NO_ZONE = "is no IANA time zone"
"""What is said of a name that is none."""


def clock_text(minutes: int) -> str:
    """``HH:MM``; from 24:00 on it is the night after the day: 25:30 is half past one."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _parsed(value: Any) -> Any:  # noqa: ANN401 - whatever a file held; pydantic judges the rest
    if isinstance(value, Unknown):  # pydantic reads an enum as its value, and fails on that
        raise ValueError("an unknown time is no time of day")  # noqa: TRY004 - pydantic wants it
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    if isinstance(value, str):
        hours, colon, minutes = value.partition(":")
        if not (colon and hours.isdecimal() and minutes.isdecimal() and int(minutes) < 60):
            raise ValueError(f'"{value}" is no time of day; write it as HH:MM')
        return int(hours) * 60 + int(minutes)
    return value


Clock = Annotated[
    int,
    Field(strict=True, ge=0, le=LAST_MINUTE),  # strict: else pydantic takes TBD for an int
    BeforeValidator(_parsed),
    PlainSerializer(clock_text, return_type=str),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["8:30", "8:30 pm", "25:30"]}),
]
"""Minutes after the midnight that begins the day, up to 47:59 for what runs into the night."""

Hours = Annotated[
    Literal[12, 24],
    BeforeValidator(lambda value: int(value) if value in {"12", "24"} else value),
]
"""How many hours the clock of printed times has."""


def zone_of(name: str) -> ZoneInfo:
    """The IANA time zone of that name.

    Raises:
        ValueError: There is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f'"{name}" {NO_ZONE}') from None


def _in_reach(day: date) -> date:
    """Dates at whose ends clocks cannot be set forward or back are nobody's."""
    if not _EARLIEST <= day.year <= _LATEST:
        raise ValueError(_OUT_OF_REACH.format(day))
    return day


CalendarDate = Annotated[date, AfterValidator(_in_reach)]
"""A date on which something can be."""


def moment(day: date, clock: int, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which the clocks of a zone show a time.

    Where summer time repeats an hour the first of the two is meant.

    Raises:
        ValueError: The clocks skip that time on that day, or the year is out of reach.
    """
    try:
        wall = datetime.combine(day, time()) + timedelta(minutes=clock)
        instant = wall.replace(tzinfo=zone).astimezone(UTC)
        shown = instant.astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        raise ValueError(_OUT_OF_REACH.format(day)) from None
    if shown != wall:
        raise ValueError(f"{clock_text(clock)} does not exist on {day} in {zone.key}")
    return instant


ZoneName = Annotated[str, AfterValidator(lambda name: zone_of(name).key)]
"""The IANA name of a time zone."""
