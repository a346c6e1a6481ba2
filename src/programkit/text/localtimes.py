"""What the clocks of other cities show at a moment, for those who listen from there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from programkit.model.clock import zone_of
from programkit.text.locales import locale_of
from programkit.text.zonenames import leading_zone

_NO_TIME = timedelta()


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A moment by the clocks of one city."""

    zone: str
    """IANA name."""
    city: str
    """In the language of readers."""
    moment: datetime
    """By the clocks there."""
    days_later: int
    """How many days its date is after that of the place of the conference; -1 is the day before."""
    summer: bool
    """Whether summer time is on there."""


def local_times(
    moment: datetime, zones: Iterable[str], home: ZoneInfo, language: str = "en"
) -> tuple[LocalTime, ...]:
    """A moment by the clocks of several zones, each zone once, in the order given.

    Args:
        moment: An aware datetime.
        zones: IANA names.
        home: The zone whose date the others are compared with.
        language: In which cities are named.
    """
    here = moment.astimezone(home).date()
    return tuple(_local(moment, ZoneInfo(zone), here, language) for zone in dict.fromkeys(zones))


def city_of(zone: str, language: str = "en") -> str:
    """The city that a zone is named after: "Los Angeles"; of one without a city its own name."""
    place: str = get_timezone_location(zone, locale=locale_of(language), return_city=True)
    return place.rpartition("/")[2]


def zone_called(text: str) -> str:
    """The IANA name of the zone that somebody calls so: "Asia/Kolkata", "Kolkata", "PT".

    Raises:
        ValueError: There is none.
    """
    try:
        return zone_of(text).key
    except ValueError:
        found = leading_zone(f"{text} time")
        if found is None or found[1]:
            raise
        return found[0].name


def in_summer(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks are ahead of standard time; also where winter is told as time put back.

    The zone database has Irish summer time as standard and winter as one hour less.
    """
    saved = _saved(moment, zone)
    if saved:
        return saved > _NO_TIME
    year = moment.astimezone(zone).year
    middles = (datetime(year, month, 15, tzinfo=UTC) for month in (1, 7))
    return any(_saved(middle, zone) < _NO_TIME for middle in middles)


def _local(moment: datetime, zone: ZoneInfo, here: date, language: str) -> LocalTime:
    there = moment.astimezone(zone)
    return LocalTime(
        zone=zone.key,
        city=city_of(zone.key, language),
        moment=there,
        days_later=(there.date() - here).days,
        summer=in_summer(moment, zone),
    )


def _saved(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).dst() or _NO_TIME
