"""Differences from another file: ``extends: conference.yaml`` and what is otherwise.

Mappings are merged. Lists of things with ids (days: or dates) are merged by id, new things come
last, and ``{id: x, drop: true}`` takes one out. Everything else replaces what was there.
``unplace: all``, or a list of ids, takes talks out of the places that the base fixed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from programkit.errors import did_you_mean
from programkit.files.locate import Place, Rows, Table
from programkit.files.reading import Circumstances
from programkit.model.findings import Level

VARIANT_NEW: Final = "variant-new"
"""The finding about a talk that only a variant has, and of which it says nothing."""
_SAYS_WHAT: Final = {
    "talks": {"title", "speaker", "speakers"},
    "posters": {"title", "speaker", "speakers"},
    "people": {"name"},
    "rooms": {"name"},
    "tracks": {"name"},
}
"""What is said of things that are new, by the list they are in."""

_TRUE = frozenset({"true", "yes", "on", "1"})


def merge(base: Table, changes: Table, around: Circumstances, where: str = "") -> Table:
    """The base with the changes; both are left as they are."""
    merged = Table(base, base.place, base.places)
    for key, value in changes.items():
        here = f"{where}.{key}" if where else key
        merged.put(key, _merged(base.get(key), value, around, here), changes.at(key))
    return merged


def _merged(base: Any, change: Any, around: Circumstances, where: str) -> Any:  # noqa: ANN401 - any data
    if isinstance(base, Table) and isinstance(change, Table):
        return merge(base, change, around, where)
    if isinstance(change, Rows) and change and all(_identity(item) for item in change):
        rows = base if isinstance(base, Rows) else Rows(place=change.place)
        if all(_identity(item) for item in rows):
            return _merged_by_id(rows, change, around, where)
    return change


def _identity(item: object) -> str:
    """The id of a thing, or the date of a day; empty where it has neither."""
    if not isinstance(item, Table):
        return ""
    found = item.get("id") or ("" if "type" in item else item.get("date"))
    return found if isinstance(found, str) else ""


def _merged_by_id(base: Rows, changes: Rows, around: Circumstances, where: str) -> Rows:
    merged = Rows(base, base.place, base.places)
    positions = {_identity(item): number for number, item in enumerate(base)}
    gone: set[str] = set()
    for number, change in enumerate(changes):
        identity, place = _identity(change), changes.at(number)
        if _drops(change):
            gone.add(identity)
            if identity not in positions:
                remedy = did_you_mean(identity, positions)
                around.fault(f'there is no "{identity}" to drop', place, where, remedy)
        elif identity in positions:
            old = positions[identity]
            merged[old] = merge(base[old], change, around, f"{where}.{identity}")
            merged.places[old] = place
        else:
            _note_if_odd(change, positions, around, (place, where))
            merged.add(change, place)
    kept = [number for number, item in enumerate(merged) if _identity(item) not in gone]
    return Rows([merged[n] for n in kept], merged.place, [merged.places[n] for n in kept])


def _note_if_odd(
    change: Table, known: Iterable[str], around: Circumstances, at: tuple[Place, str]
) -> None:
    """A thing that the other file does not have, and of which nothing is said: a mistyped id."""
    (place, where), identity = at, _identity(change)
    if where not in _SAYS_WHAT or change.keys() & _SAYS_WHAT[where]:
        return
    remedy = did_you_mean(identity, known)
    if _SAYS_WHAT[where] != {"name"}:  # without a title a talk is to be announced
        message = f'"{identity}" is new here, and neither its title nor a speaker is given'
        field, remedy = f"{where}.{identity}", remedy or "correct its id, or give it a title"
        around.finding(VARIANT_NEW, Level.SOFT, message, place, field, remedy)
    elif remedy:
        around.fault(f'there is no "{identity}" to change', place, where, remedy)


def _drops(change: Table) -> bool:
    return str(change.get("drop", "")).lower() in _TRUE


def unplace(conference: Table, which: object, place: Place, around: Circumstances) -> None:
    """Take talks out of the places that the facts fix: all of them, or those named."""
    talks = [talk for talk in conference.get("talks", ()) if isinstance(talk, Table)]
    known = {str(talk.get("id")) for talk in talks}
    wanted = known if which == "all" else _named(which)
    for unknown in sorted(wanted - known):
        remedy = did_you_mean(unknown, known)
        around.fault(f'there is no talk "{unknown}" to unplace', place, "unplace", remedy)
    for talk in talks:
        if talk.get("id") in wanted:
            talk.drop("at")
    for session in _sessions(conference):
        if isinstance(session.get("talks"), Rows):
            rows = session["talks"]
            kept = [number for number, talk in enumerate(rows) if talk not in wanted]
            left = Rows([rows[n] for n in kept], rows.place, [rows.places[n] for n in kept])
            session.put("talks", left)
        for slot in session.get("slots", ()):
            if isinstance(slot, Table) and slot.get("talk") in wanted:
                slot.drop("talk")


def _named(which: object) -> set[str]:
    return {str(item) for item in (which if isinstance(which, Rows) else [which])}


def _sessions(conference: Table) -> list[Table]:
    """Everything that may hold talks."""
    days = [day for day in conference.get("days", ()) if isinstance(day, Table)]
    items = [item for day in days for item in day.get("items", ())]
    return [s for s in (*items, *conference.get("sessions", ())) if isinstance(s, Table)]
