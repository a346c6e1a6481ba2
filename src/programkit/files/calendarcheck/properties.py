"""One property at a time: whether it belongs where it stands, and its value is what it must be."""

from __future__ import annotations

import re
from collections import Counter

from programkit.files.calendarcheck.faults import Faults, quoted
from programkit.files.calendarcheck.grammar import FORMS, KINDS, OWN_FORM, Form, Kind
from programkit.files.calendarcheck.recurrence import rule_faults
from programkit.files.calendarcheck.tree import Component, Property
from programkit.files.calendarcheck.values import EXAMPLES, TYPES, unescaped_at

_FIXED = {
    "CALSCALE": ("GREGORIAN",),
    "TRANSP": ("OPAQUE", "TRANSPARENT"),
    "VERSION": ("2.0",),
}
_BETWEEN = {"PERCENT-COMPLETE": 100, "PRIORITY": 9, "REPEAT": 2**31, "SEQUENCE": 2**31}
_GEO = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?;[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?")
_REQUEST = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){1,2};.*")
_COLOR = re.compile(r"[A-Za-z]+")


def judge_properties(component: Component, faults: Faults) -> None:
    """Judge what a component has, each property by itself."""
    form = FORMS.get(component.name)
    if form is None:
        return
    _judge_numbers(component, form, faults)
    for found in component.properties:
        field = f"{component.name}.{found.name}"
        if _belongs(found, form):
            _judge_value(found, form, field, faults)
        elif found.name in KINDS or found.name in OWN_FORM:
            message = f"{found.name} does not belong in {component.name}"
            faults.fault("ical-property", found.line, message, "move it, or take it out", field)
        elif not found.name.startswith("X-"):
            message = f"{found.name} is no property of RFC 5545 or RFC 7986"
            remedy = "correct the name, or begin a name of your own with X-"
            faults.note("ical-property", found.line, message, remedy, field)


def type_of(found: Property) -> str:
    """The type that a property's value has, or says it has."""
    kind = KINDS.get(found.name)
    default = kind.types[0] if kind else "TEXT"
    return found.first("VALUE").upper() or default


def _belongs(found: Property, form: Form) -> bool:
    return found.name in {*form.needs, *form.once, *form.many}


def _judge_numbers(component: Component, form: Form, faults: Faults) -> None:
    counts = Counter(found.name for found in component.properties)
    for name in form.needs:
        if not counts[name]:
            message = f"{component.name} has no {name}"
            field = f"{component.name}.{name}"
            faults.fault("ical-missing", component.line, message, f"write {name}", field)
    for name in (*form.needs, *form.once):
        for again in component.all(name)[1:] if counts[name] > 1 else ():
            message = f"{component.name} has more than one {name}"
            field = f"{component.name}.{name}"
            faults.fault("ical-twice", again.line, message, "keep the right one", field)


def _judge_value(found: Property, form: Form, field: str, faults: Faults) -> None:
    if found.name in OWN_FORM:
        _judge_own_form(found, field, faults)
        return
    kind = KINDS[found.name]
    if not _judge_type(found, kind, field, faults):
        return
    said = type_of(found)
    if said == "RECUR":
        for sentence in dict.fromkeys(rule_faults(found.value)):
            remedy = "write FREQ=WEEKLY;COUNT=10, for example"
            faults.fault("ical-recurrence", found.line, sentence, remedy, field)
    elif said == "TEXT":
        _judge_text(found, kind, form, field, faults)
    else:
        _judge_typed(found, kind, said, field, faults)


def _judge_type(found: Property, kind: Kind, field: str, faults: Faults) -> bool:
    """Whether the type is one that the property may have, and is given where it must be."""
    said, allowed = type_of(found), " or ".join(kind.types)
    if said not in kind.types:
        message = f"{found.name} cannot be of type {quoted(said)}"
        faults.fault("ical-parameter", found.line, message, f"make it {allowed}", field)
        return False
    if kind.explicit and not found.first("VALUE"):
        message = f"{found.name} does not say its type"
        faults.fault("ical-parameter", found.line, message, f"write ;VALUE={kind.types[0]}", field)
    return True


def _judge_typed(found: Property, kind: Kind, said: str, field: str, faults: Faults) -> None:
    values = found.value.split(",") if kind.many else [found.value]
    wrong = next((value for value in values if not TYPES[said](value)), None)
    if wrong is None and kind.utc and not found.value.endswith("Z"):
        message, remedy = f"{found.name} is not in UTC", "write it in UTC, with Z at its end"
        faults.fault("ical-value", found.line, message, remedy, field)
    elif wrong is None and found.name in _BETWEEN:
        if not 0 <= int(found.value) <= _BETWEEN[found.name]:
            message = f"{found.name} cannot be {quoted(found.value)}"
            remedy = "write a number from 0 up"
            faults.fault("ical-value", found.line, message, remedy, field)
    elif wrong is not None:
        message = f"{found.name} is no {said}: {quoted(wrong)}"
        faults.fault("ical-value", found.line, message, f"write {EXAMPLES[said]}", field)


def _judge_text(found: Property, kind: Kind, form: Form, field: str, faults: Faults) -> None:
    written = found.value.replace("\\,", "").replace(",", "") if kind.many else found.value
    at = unescaped_at(written)
    if at is not None:
        message = f"{found.name} has {quoted(written[at : at + 2])} that is not escaped"
        remedy = r"write \\ for \, \; for ;, \, for a comma, \n for a new line"
        faults.fault("ical-text", found.line, message, remedy, field)
    elif found.name == "STATUS" and found.value.upper() not in form.statuses:
        message, remedy = f"there is no status {quoted(found.value)}", ", ".join(form.statuses)
        faults.fault("ical-status", found.line, message, f"write one of {remedy}", field)
    elif found.name in _FIXED and found.value.upper() not in _FIXED[found.name]:
        message, remedy = f"{found.name} is {quoted(found.value)}", " or ".join(_FIXED[found.name])
        faults.fault("ical-value", found.line, message, f"write {remedy}", field)
    elif found.name == "COLOR" and not _COLOR.fullmatch(found.value):
        message = f"{quoted(found.value)} is no color of CSS3 by name"
        faults.fault("ical-value", found.line, message, "write a name such as steelblue", field)
    elif not found.value and found.name in {"UID", "TZID", "PRODID"}:
        message = f"{found.name} is empty"
        faults.fault("ical-value", found.line, message, "write it", field)


def _judge_own_form(found: Property, field: str, faults: Faults) -> None:
    if found.name == "REQUEST-STATUS":
        right, example = bool(_REQUEST.fullmatch(found.value)), "2.0;Success"
    else:
        right, example = bool(_GEO.fullmatch(found.value)), "45.08;13.64"
        if right:
            latitude, longitude = map(float, found.value.split(";"))
            right = abs(latitude) <= 90 and abs(longitude) <= 180
    if not right:
        message = f"{found.name} is malformed: {quoted(found.value)}"
        faults.fault("ical-value", found.line, message, f"write {example}", field)
