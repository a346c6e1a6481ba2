"""The one form in which a conference is written: short, in order, as a person would write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from programkit.files.moments import local_moment
from programkit.files.native.availability import written
from programkit.model.base import Frozen
from programkit.model.clock import clock_text
from programkit.model.conference import Conference, Requirement
from programkit.model.contributions import At, CoAuthor, Link
from programkit.model.days import Block, Break, Day, Marker, Session, Slot
from programkit.model.interval import Interval
from programkit.model.people import Alternative, Role
from programkit.model.recurrence import Recurrence, RuleException
from programkit.model.venue import Contact, Organization

_CLOCKS = frozenset({"start", "end"})
_SIMPLE_ID = re.compile(r"[A-Za-z_][\w.@/-]*")
_TIMED = (Session, Block, Break, Marker, Slot, Recurrence, RuleException)


def content(conference: Conference) -> dict[str, Any]:
    """The conference as plain mappings, lists and texts, without what has its usual value."""
    return _Writer(conference.zone).mapping(conference)


class _Writer:
    """Turns models into what a person would write."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.special: Mapping[type[Frozen], Callable[[Any], Any]] = {
            Slot: self.slot,
            Requirement: self.requirement,
            At: self.at,
            Day: self.day,
            Session: self.item,
            Block: self.item,
            Break: self.item,
            Marker: self.item,
            Organization: lambda one: self.or_text(one, "name"),
            Contact: lambda one: self.or_text(one, "name"),
            Role: lambda one: self.or_text(one, "role"),
            Link: lambda one: self.or_text(one, "url"),
            CoAuthor: lambda one: self.or_text(one, "person"),
        }

    def value(self, value: Any) -> Any:  # noqa: ANN401 - a field's value, whatever it is
        match value:
            case (Interval(), *_):
                return written(value, self.zone)
            case (Alternative(), *_):
                return self.alternatives(value)
            case tuple():
                return [self.value(item) for item in value]
            case Frozen():
                special = self.special.get(type(value))
                return special(value) if special else self.mapping(value)
            case _:
                return _scalar(value)

    def mapping(self, model: Frozen) -> dict[str, Any]:
        """The fields that differ from their defaults."""
        timed = isinstance(model, _TIMED)
        fields: dict[str, Any] = {}
        for name, info in type(model).model_fields.items():
            value = getattr(model, name)
            if info.exclude or name == "type" or _is_default(info.default, value):
                continue
            is_clock = timed and name in _CLOCKS and isinstance(value, int)
            fields[name] = clock_text(value) if is_clock else self.value(value)
        return fields

    def or_text(self, model: Frozen, field: str) -> Any:  # noqa: ANN401 - a mapping or a text
        """Only its main field, where it has no other."""
        fields = self.mapping(model)
        return fields[field] if fields.keys() == {field} else fields

    def day(self, day: Day) -> dict[str, Any]:
        fields = self.mapping(day)
        order = ("date", "id", "title", "items")
        return {name: fields[name] for name in order if name in fields}

    def item(self, item: Session | Block | Break | Marker) -> dict[str, Any]:
        """``session: Title`` first, then the times, then the rest."""
        fields = self.mapping(item)
        head: dict[str, Any] = {item.type: fields.pop("title", None)}
        order = [name for name in ("id", "start", "end", "minutes") if name in fields]
        slots = {"slots": fields.pop("slots")} if "slots" in fields else {}
        times: dict[str, Any] = {name: fields.pop(name) for name in order}
        return {**head, **times, **fields, **slots}

    def slot(self, slot: Slot) -> Any:  # noqa: ANN401 - a mapping or a text
        """``08:30–09:20 kempe`` where that says all of it."""
        fields = self.mapping(slot)
        talk = fields.get("talk", "")
        simple = not talk or (_SIMPLE_ID.fullmatch(talk) and not _is_clock_word(talk))
        if (
            "id" in fields
            or (slot.start is not None and not isinstance(slot.start, int))
            or not simple
        ):
            return fields
        return _slot_text(fields) or fields

    def at(self, at: At) -> Any:  # noqa: ANN401 - a mapping or a text
        if at.place is not None and at.room is None and _SIMPLE_PLACE.fullmatch(at.place):
            return at.place
        fields = self.mapping(at)
        if at.start is not None:
            fields["start"] = local_moment(at.start, self.zone)
        return fields["start"] if fields.keys() == {"start"} else fields

    def alternatives(self, alternatives: tuple[Alternative, ...]) -> Any:  # noqa: ANN401 - a mapping or a list
        """``{title: Other}`` where no sources are known and no field comes twice."""
        fields = {one.field: one.value for one in alternatives}
        if len(fields) == len(alternatives) and not any(one.source for one in alternatives):
            return fields
        return [self.mapping(one) for one in alternatives]

    def requirement(self, requirement: Requirement) -> Any:  # noqa: ANN401 - a mapping or a text
        if requirement.given is None:
            return requirement.rule
        return {requirement.rule: requirement.given}


_SIMPLE_PLACE = re.compile(r"\d{4}-\d\d-\d\d/\d+(/\d+)?|[A-Za-z_][\w-]*")
_WORDS = frozenset({"noon", "midnight"})


def _is_clock_word(talk: str) -> bool:
    return talk.lower() in _WORDS


def _scalar(value: Any) -> Any:  # noqa: ANN401 - a date stays one, so that it is written without quotes
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, datetime) else value


def _is_default(default: object, value: object) -> bool:
    return type(default) is type(value) and default == value


def _slot_text(fields: Mapping[str, Any]) -> str:
    start, end = fields.get("start", ""), fields.get("end", "")
    if end and (not start or end <= start):
        return ""
    length = f"{fields['minutes']} min" if "minutes" in fields else ""
    clocks = f"{start}–{end}" if end else start
    return " ".join(part for part in (clocks, length, fields.get("talk", "")) if part)
