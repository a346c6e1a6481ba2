"""The published state as a calendar file tells it: what to do when ``published.json`` is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from icalendar import Calendar, Component

from programkit.errors import Fault, LoadError
from programkit.files.limits import read_bytes
from programkit.files.published.event import Event
from programkit.files.published.published import Listed, Published
from programkit.files.published.storing import LARGEST
from programkit.model.contributions import State

_UID = re.compile(r"(?P<kind>talk|break)/(?P<about>\S+?)(?:/(?P<part>[1-9]\d{0,3}))?@\S*")
_REMEDY = "name the calendar that was published last"
_BROKEN = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)
"""What icalendar raises for a broken file, here or there; it is not documented."""
_STATES = {
    "CONFIRMED": State.CONFIRMED,
    "TENTATIVE": State.TENTATIVE,
    "CANCELLED": State.CANCELLED,
}


class Adopted(NamedTuple):
    """What a calendar file tells."""

    published: Published
    """The state, without a history."""
    foreign: tuple[str, ...]
    """UIDs of events that were not made here, and are left out."""


def adopted(path: Path) -> Adopted:
    """The published state that a calendar file of ours tells.

    Raises:
        LoadError: It is no calendar, or has no event of ours.
    """
    try:
        found = [(_text(one, "UID"), _listed(one)) for one in _events(path)]
    except _BROKEN as error:
        fault = Fault(f"this is no calendar: {error}", str(path), remedy=_REMEDY)
        raise LoadError([fault]) from None
    listed: dict[str, Listed] = {}
    for uid, made in found:
        if made is not None and (uid not in listed or listed[uid].sequence <= made.sequence):
            listed[uid] = made
    if not listed:
        raise LoadError([Fault("there is no event of programkit in it", str(path), remedy=_REMEDY)])
    foreign = tuple(uid for uid, made in found if made is None)
    return Adopted(Published(placements=tuple(listed.values())), foreign)


def _events(path: Path) -> list[Component]:
    return Calendar.from_ical(read_bytes(path, largest=LARGEST)).walk("VEVENT")


def _listed(component: Component) -> Listed | None:
    """An event of ours; none if another program made it."""
    uid = _text(component, "UID")
    named = _UID.fullmatch(uid)
    start, end = _moment(component, "DTSTART"), _moment(component, "DTEND")
    modified = _moment(component, "LAST-MODIFIED") or _moment(component, "DTSTAMP")
    sequence = component.get("SEQUENCE", 0)
    state = _STATES.get(_text(component, "STATUS") or "CONFIRMED")
    if named is None or start is None or modified is None or state is None:
        return None
    if modified.tzinfo is None or not isinstance(sequence, int) or sequence < 0:
        return None
    event = Event(
        kind="talk" if named["kind"] == "talk" else "break",
        about=named["about"],
        part=int(named["part"] or 1),
        start=start,
        end=end,
        state=state,
        summary=_text(component, "SUMMARY"),
        location=_text(component, "LOCATION"),
        description=_text(component, "DESCRIPTION"),
        categories=tuple(_categories(component)),
        url=_text(component, "URL"),
    )
    return Listed(uid=uid, sequence=int(sequence), modified=modified, event=event)


def _text(component: Component, name: str) -> str:
    value: Any = component.get(name, "")
    return str(value[0] if isinstance(value, list) else value)


def _categories(component: Component) -> Iterator[str]:
    told: Any = component.get("CATEGORIES", [])
    for value in told if isinstance(told, list) else [told]:
        yield from (str(category) for category in getattr(value, "cats", ()))


def _moment(component: Component, name: str) -> datetime | None:
    """A moment in UTC, or by the clocks on the spot; none for a day, and what is no moment."""
    told = getattr(component.get(name), "dt", None)
    if not isinstance(told, datetime):
        return None
    return told if told.tzinfo is None else told.astimezone(UTC)
