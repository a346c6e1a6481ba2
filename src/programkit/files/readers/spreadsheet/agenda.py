"""Days and sessions out of the entries of a table that have a day or a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from programkit.files.locate import Rows, Table
from programkit.files.readers.spreadsheet.entries import Entry
from programkit.files.reading import Circumstances
from programkit.model.clock import clock_text
from programkit.model.findings import Level
from programkit.text.folding import slug
from programkit.text.times import parse_clock, parse_clock_range
from programkit.text.unknown import is_unknown

Timed = tuple[Entry, str, tuple[int, int | None]]
"""An entry, the id of its talk (empty for a break), and its start and end."""


def agenda_of(
    talks: Iterable[tuple[Entry, str]], rooms: dict[str, Table], around: Circumstances
) -> Rows:
    """The days: in each, runs of talks of one room and session, and the breaks between them."""
    timed: list[Timed] = []
    for entry, talk in talks:
        times = _times(entry, around)
        if times is not None:
            timed.append((entry, talk, times))
    timed.sort(key=lambda one: (one[0].day or "9999", one[2][0]))
    days = Rows()
    for day, members in groupby(timed, key=lambda one: one[0].day):
        found = list(members)
        items = _items(found, rooms)
        place = found[0][0].place
        days.add(Table({"date": day or "TBD", "items": items}, place), place)
    return days


def _times(entry: Entry, around: Circumstances) -> tuple[int, int | None] | None:
    """Start and end; nothing for an entry without a start."""
    start, end = entry.get("start"), entry.get("end")
    if is_unknown(start):
        return None
    try:
        if not is_unknown(end):
            return parse_clock_range(f"{start}–{end}")
        return (parse_clock(start), None) if not _is_range(start) else parse_clock_range(start)
    except ValueError as error:
        message, _, remedy = str(error).partition("; ")
        message = f"{message}; the talk has no place yet"
        around.finding("time-unreadable", Level.SOFT, message, entry.place, "", remedy)
        return None


def _is_range(text: str) -> bool:
    try:
        parse_clock_range(text)
    except ValueError:
        return False
    return True


def _items(timed: list[Timed], rooms: dict[str, Table]) -> Rows:
    """Sessions and breaks by the time of their start."""
    items = Rows()
    open_sessions: dict[str, tuple[str, Table]] = {}
    for entry, talk, times in timed:
        if entry.is_break:
            items.add(_break(entry, times), entry.place)
            open_sessions.clear()
            continue
        room, title = _room(entry, rooms), entry.get("session")
        known = open_sessions.get(room)
        if known is None or known[0] != title:
            session = _session(entry, room, title)
            open_sessions[room] = (title, session)
            items.add(session, entry.place)
        slot = Table({"talk": talk, **_span(entry, times)}, entry.place)
        open_sessions[room][1]["slots"].add(slot, entry.place)
    return items


def _break(entry: Entry, times: tuple[int, int | None]) -> Table:
    title = entry.get("title") or "Break"
    return Table({"type": "break", "title": title, **_span(entry, times)}, entry.place)


def _session(entry: Entry, room: str, title: str) -> Table:
    session = Table({"type": "session", "title": title}, entry.place)
    if room:
        session.put("room", room)
    if not is_unknown(entry.get("chair")):
        session.put("chairs", Rows([entry.get("chair")], entry.place))
    session.put("slots", Rows(place=entry.place))
    return session


def _span(entry: Entry, times: tuple[int, int | None]) -> dict[str, str]:
    start, end = times
    span = {"start": clock_text(start)}
    if end is not None:
        span["end"] = clock_text(end)
    elif entry.get("minutes"):
        span["minutes"] = entry.get("minutes")
    return span


def _room(entry: Entry, rooms: dict[str, Table]) -> str:
    name = entry.get("room")
    if is_unknown(name):
        return ""
    key = slug(name) or "room"
    rooms.setdefault(key, Table({"id": key, "name": name}, entry.place))
    return key
