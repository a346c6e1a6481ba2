"""When things begin and end, and by which clocks: zones that are named must be in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from programkit.files.calendarcheck.faults import Faults, quoted
from programkit.files.calendarcheck.grammar import KINDS
from programkit.files.calendarcheck.properties import type_of
from programkit.files.calendarcheck.recurrence import parts_of
from programkit.files.calendarcheck.tree import Component, Property
from programkit.files.calendarcheck.values import date_of, duration_of, moment_of
from programkit.files.calendarcheck.zones import Zone, judge_zone, zone_of

_MOST_ZONES = 100
"""So many are held against the real ones."""
_TIMED = {"DATE", "DATE-TIME", "PERIOD"}


@dataclass
class Clocks:
    """What a calendar says about its time zones, and which clock times it names."""

    defined: Mapping[str, Component]
    """VTIMEZONE by TZID."""
    used: dict[str, list[datetime]] = field(default_factory=dict)
    """Times by the clocks of each."""
    zones: dict[str, Zone] = field(default_factory=dict)

    def judge(self, faults: Faults) -> None:
        """Hold the zones that are used against the real ones."""
        for name in [name for name in self.used if name in self.defined][:_MOST_ZONES]:
            years = (clock.year for clock in self.used[name])
            self.zones[name] = zone_of(self.defined[name], name, years)
            judge_zone(self.zones[name], self.used[name], faults)


def clocks_of(calendar: Component, faults: Faults) -> Clocks:
    """The time zones of a calendar, and every mention of them judged."""
    defined = {}
    for component in calendar.components:
        name = component.one("TZID") if component.name == "VTIMEZONE" else None
        if name is None:
            continue
        if name.value in defined:
            message = f"the time zone {quoted(name.value)} is defined twice"
            faults.fault("ical-zone", name.line, message, "define it once", "VTIMEZONE.TZID")
        defined[name.value] = component
    clocks = Clocks(defined)
    for component in calendar.walk():
        for found in component.properties:
            _judge_mention(found, component, clocks, faults)
    clocks.judge(faults)
    return clocks


def _judge_mention(found: Property, component: Component, clocks: Clocks, faults: Faults) -> None:
    zone, place = found.first("TZID"), f"{component.name}.{found.name}"
    if "TZID" not in found.parameters or found.name not in KINDS:
        return
    said = type_of(found)
    observance = component.name in {"STANDARD", "DAYLIGHT"}
    if said not in _TIMED or said == "DATE" or observance or found.value.endswith("Z"):
        message = f"{found.name} names a time zone, and has no clock time"
        faults.fault("ical-tzid", found.line, message, "take out ;TZID=…", place)
    elif zone not in clocks.defined:
        if zone.startswith("/"):
            return  # a name that is known everywhere, whoever knows it
        message = f"the time zone {quoted(zone)} is not defined in this file"
        faults.fault("ical-zone", found.line, message, "add its VTIMEZONE, or write UTC", place)
    else:
        told = (value.partition("/")[0] for value in found.value.split(","))
        times = [at for value in told if (at := moment_of(value)) is not None]
        clocks.used.setdefault(zone, []).extend(times)


def judge_span(component: Component, clocks: Clocks, faults: Faults) -> None:
    """Judge how an event or task ends: once, after it starts, and told in the same way."""
    name = "DUE" if component.name == "VTODO" else "DTEND"
    start, end, span = (component.one(one) for one in ("DTSTART", name, "DURATION"))
    place = f"{component.name}.{name}"
    if end is not None and span is not None:
        message = f"{name} and DURATION are both there"
        faults.fault("ical-end", span.line, message, "keep one of them", place)
    if start is None:
        return
    for sentence, line in _end_faults(start, end, name, clocks):
        faults.fault("ical-end", line, sentence, f"correct {name} or DTSTART", place)
    for sentence, line in _span_faults(start, span) if component.name != "VALARM" else ():
        faults.fault("ical-end", line, sentence, "correct it", f"{component.name}.DURATION")


def _end_faults(
    start: Property, end: Property | None, name: str, clocks: Clocks
) -> Iterator[tuple[str, int]]:
    if end is None:
        return
    if type_of(start) != type_of(end):
        yield f"{name} is a {type_of(end)} and DTSTART a {type_of(start)}", end.line
        return
    if type_of(start) == "DATE-TIME" and _floats(start) != _floats(end):
        yield f"only one of {name} and DTSTART has a time zone", end.line
        return
    first, last = _instant(start, clocks), _instant(end, clocks)
    if first is not None and last is not None and last <= first:
        yield f"{name} is not after DTSTART", end.line


def _span_faults(start: Property, span: Property | None) -> Iterator[tuple[str, int]]:
    length = duration_of(span.value) if span is not None else None
    if span is None or length is None:
        return
    if length < timedelta():
        yield "DURATION is negative", span.line
    if type_of(start) == "DATE" and "T" in span.value:
        yield "DURATION has hours, and DTSTART is a day", span.line


def _floats(found: Property) -> bool:
    return "TZID" not in found.parameters and not found.value.endswith("Z")


def _instant(found: Property, clocks: Clocks) -> datetime | None:
    """A moment that can be compared with others of the same event; none if it cannot be read."""
    if type_of(found) == "DATE":
        day = date_of(found.value)
        return None if day is None else datetime.combine(day, time(), UTC)
    clock = moment_of(found.value)
    if clock is None or found.value.endswith("Z") or _floats(found):
        return None if clock is None else clock.replace(tzinfo=UTC)
    zone = clocks.zones.get(found.first("TZID"))
    offset = zone.offset(clock) if zone is not None else None
    if offset is None:
        return None
    try:
        return clock.replace(tzinfo=UTC) - offset
    except OverflowError:
        return None


def judge_until(component: Component, faults: Faults) -> None:
    """UNTIL is told as DTSTART is: a day, by clocks on the spot, or else in UTC."""
    start, rule = component.one("DTSTART"), component.one("RRULE")
    if start is None or rule is None or component.name in {"STANDARD", "DAYLIGHT"}:
        return
    until = parts_of(rule.value).get("UNTIL", "")
    day, utc = date_of(until) is not None, until.endswith("Z")
    if not until or (not day and moment_of(until) is None):
        return
    wants_day = type_of(start) == "DATE"
    if day != wants_day or (not wants_day and utc == _floats(start)):
        message = "UNTIL is not told as DTSTART is"
        remedy = "write a day for a day, a time without Z for one without a zone, else UTC"
        field_ = f"{component.name}.RRULE"
        faults.fault("ical-recurrence", rule.line, message, remedy, field_)
