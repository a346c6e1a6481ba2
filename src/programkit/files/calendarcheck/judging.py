"""A whole calendar file, judged by the letter of RFC 5545, 5546, 6868 and 7986."""

from __future__ import annotations

from programkit.files.calendarcheck.faults import Faults, quoted
from programkit.files.calendarcheck.grammar import FORMS, METHODS
from programkit.files.calendarcheck.lines import lines_of
from programkit.files.calendarcheck.moments import clocks_of, judge_span, judge_until
from programkit.files.calendarcheck.properties import judge_properties
from programkit.files.calendarcheck.tree import Component, components_of
from programkit.model.findings import Finding

_WITH_UID = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")


def calendar_findings(data: bytes, file: str) -> tuple[Finding, ...]:
    """Everything that is wrong with a calendar file, by line.

    It never raises, whatever the bytes are, and takes time in proportion to their number.

    Args:
        data: The content of the file.
        file: What to call it.
    """
    faults = Faults(file)
    outermost = components_of(lines_of(data, faults), faults)
    if not outermost and not faults.findings:
        faults.fault("ical-component", 1, "the file is empty", "write BEGIN:VCALENDAR first")
    for component in outermost:
        if component.name == "VCALENDAR":
            _judge_calendar(component, faults)
        else:
            message = f"{quoted(component.name)} is no calendar"
            remedy = "put it between BEGIN:VCALENDAR and END:VCALENDAR"
            faults.fault("ical-component", component.line, message, remedy)
    return faults.all()


def _judge_calendar(calendar: Component, faults: Faults) -> None:
    if not calendar.components:
        message = "the calendar holds nothing"
        faults.note("ical-component", calendar.line, message, "it may be meant so")
    _judge_places(calendar, faults)
    clocks = clocks_of(calendar, faults)
    for component in calendar.walk():
        judge_properties(component, faults)
        judge_span(component, clocks, faults)
        judge_until(component, faults)
        if component.name == "VTIMEZONE":
            _judge_observances(component, faults)
    _judge_uids(calendar, faults)
    _judge_method(calendar, faults)


def _judge_places(outer: Component, faults: Faults) -> None:
    """Whether components are known, and where they may be."""
    for holder in outer.walk():
        for component in holder.components:
            form = FORMS.get(component.name)
            if form is None and not component.name.startswith("X-"):
                message = f"{quoted(component.name)} is no component of RFC 5545"
                remedy = "correct the name, or begin a name of your own with X-"
                faults.note("ical-component", component.line, message, remedy)
            elif form is not None and holder.name in FORMS and holder.name not in form.inside:
                message = f"{component.name} cannot stand in {holder.name}"
                remedy = f"put it into {' or '.join(form.inside) or 'no other component'}"
                faults.fault("ical-component", component.line, message, remedy)


def _judge_observances(zone: Component, faults: Faults) -> None:
    """A time zone has at least one stretch of clocks, each begun by its own clocks."""
    if not zone.components:
        message, remedy = "the time zone has no STANDARD and no DAYLIGHT", "add one"
        faults.fault("ical-missing", zone.line, message, remedy, "VTIMEZONE")
    for observance in zone.components:
        start = observance.one("DTSTART")
        if start is not None and start.value.endswith("Z"):
            message, remedy = (
                "DTSTART of a time zone is in UTC",
                "write it without Z",
            )
            field = f"{observance.name}.DTSTART"
            faults.fault("ical-value", start.line, message, remedy, field)


def _judge_uids(calendar: Component, faults: Faults) -> None:
    known: dict[tuple[str, str], int] = {}
    for component in calendar.components:
        uid, instance = component.one("UID"), component.one("RECURRENCE-ID")
        if component.name not in _WITH_UID or uid is None:
            continue
        key = uid.value, instance.value if instance is not None else ""
        if key in known:
            message = f"the UID {quoted(uid.value)} is already in line {known[key]}"
            remedy = "give each its own, or tell instances apart by RECURRENCE-ID"
            faults.fault("ical-uid", uid.line, message, remedy, f"{component.name}.UID")
        known.setdefault(key, uid.line)


def _judge_method(calendar: Component, faults: Faults) -> None:
    """What a method asks of events; without one, an event needs a DTSTART (section 3.6.1)."""
    method = calendar.one("METHOD")
    name = "" if method is None else method.value.upper()
    if method is not None and name not in METHODS:
        message = f"there is no method {quoted(method.value)}"
        remedy = "take it out, or write PUBLISH"
        faults.fault("ical-method", method.line, message, remedy, "VCALENDAR.METHOD")
    needs, without = METHODS.get(name, ((), ()))
    for event in calendar.components:
        if event.name != "VEVENT":
            continue
        if method is None and event.one("DTSTART") is None:
            message = "VEVENT has no DTSTART"
            faults.fault("ical-missing", event.line, message, "write DTSTART", "VEVENT.DTSTART")
        for missing in needs:
            if event.one(missing) is None:
                message = f"METHOD:{name} wants {missing} in each event"
                remedy = f"write {missing}, or take the method out"
                faults.fault("ical-method", event.line, message, remedy, f"VEVENT.{missing}")
        for found in (found for one in without for found in event.all(one)):
            message = f"METHOD:{name} goes with no {found.name}"
            remedy = f"take out {found.name}, or the method"
            faults.fault("ical-method", found.line, message, remedy, f"VEVENT.{found.name}")
