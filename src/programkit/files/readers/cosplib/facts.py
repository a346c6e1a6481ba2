"""A conference, with its requirements, out of what a CoSPLib workbook says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from programkit.errors import Fault, LoadError
from programkit.files.readers.cosplib.instance import Instance, Submission, Time
from programkit.files.readers.cosplib.penalties import Table
from programkit.model.base import TBD
from programkit.model.conference import Conference, Requirement
from programkit.model.contributions import Talk, Track
from programkit.model.days import Block, Day, Slot
from programkit.model.findings import Source
from programkit.model.people import Person
from programkit.model.venue import Room

_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")
_LONGEST = 80
Given = dict[str, Any]


class _Ids(NamedTuple):
    """Ids by name."""

    talks: Mapping[str, str]
    tracks: Mapping[str, str]
    sessions: Mapping[str, str]
    rooms: Mapping[str, str]
    people: Mapping[str, str]


def conference_of(instance: Instance) -> Conference:
    """The conference: a session for each time and room, whose track is open.

    All slots are equally long. A day ends where the clock goes back; the dates are only shown.
    """
    ids = _ids(instance)
    minutes = _slot_minutes(instance)
    longest = max((s.slots for s in instance.submissions), default=0) * minutes
    if longest > 24 * 60:
        raise LoadError([Fault("a submission lasts longer than a day", instance.file)])
    return Conference(
        title=Path(instance.file).stem,
        timezone=_zone(instance.hours.offset),
        rooms=tuple(Room(id=ids.rooms[name], name=name) for name in instance.rooms),
        people=tuple(Person(id=found, name=name) for name, found in ids.people.items()),
        tracks=tuple(
            Track(id=ids.tracks[name], name=name, chairs=tuple(ids.people[c] for c in chairs))
            for name, chairs in instance.chairs.items()
        ),
        talks=tuple(_talk(submission, ids, minutes) for submission in instance.submissions),
        days=tuple(_days(instance, ids, minutes)),
        requirements=tuple(
            Requirement(rule=rule, given=given) for rule, given in _requirements(instance, ids)
        ),
        sources=dict(_sources(instance, ids)),
    )


def _ids(instance: Instance) -> _Ids:
    chairs = (chair for chairs in instance.chairs.values() for chair in chairs)
    there = (p for s in instance.submissions for p in (*s.presenters, *s.attendees))
    return _Ids(
        talks=_named(submission.name for submission in instance.submissions),
        tracks=_named(instance.chairs),
        sessions=_named(session.name for session in instance.sessions),
        rooms=_named(instance.rooms),
        people=_named(dict.fromkeys((*there, *chairs))),
    )


def _named(names: Iterable[str]) -> Mapping[str, str]:
    """An id for each name: the name without blanks, numbered where that is not enough."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        base = _BLANKS.sub("-", name)[:_LONGEST]
        number, made = 1, base
        while made in taken:
            number += 1
            made = f"{base}-{number}"
        taken.add(made)
        found[name] = made
    return found


def _slot_minutes(instance: Instance) -> int:
    """The longest slot with which every session ends in time, as far as that is possible."""
    return max(1, min((s.span.minutes // s.slots for s in instance.sessions), default=1))


def _zone(offset: int) -> str:
    """The zone whose clocks are always so far ahead; in its name the sign is turned."""
    return f"Etc/GMT{-offset:+d}" if offset else "UTC"


def _talk(submission: Submission, ids: _Ids, minutes: int) -> Talk:
    return Talk(
        id=ids.talks[submission.name],
        title=submission.name,
        speakers=tuple(ids.people[name] for name in submission.presenters),
        abstract="",
        track=ids.tracks[submission.track],
        minutes=submission.slots * minutes,
    )


def _days(instance: Instance, ids: _Ids, minutes: int) -> Iterator[Day]:
    """Days of unknown date: a session that starts before the one before it ends begins another."""
    blocks: list[Block] = []
    dates: list[date | None] = []
    over = 0
    for session in instance.sessions:
        if blocks and session.span.start < over:
            yield _day(blocks, dates)
            blocks, dates = [], []
        blocks.append(_block(session, ids, instance.rooms, minutes))
        dates.append(session.date)
        over = session.span.start + max(session.span.minutes, session.slots * minutes)
    if blocks:
        yield _day(blocks, dates)


def _day(blocks: Sequence[Block], dates: Sequence[date | None]) -> Day:
    stated = set(dates)
    title = str(dates[0]) if len(stated) == 1 and dates[0] is not None else ""
    return Day(title=title, items=tuple(blocks))


def _block(session: Time, ids: _Ids, rooms: Sequence[str], minutes: int) -> Block:
    return Block(
        id=ids.sessions[session.name],
        title=session.name,
        start=session.span.start,
        minutes=max(session.span.minutes, 1),
        track=TBD,
        rooms=tuple(ids.rooms[name] for name in rooms),
        slots=(Slot(minutes=minutes),) * session.slots,
    )


def _requirements(instance: Instance, ids: _Ids) -> Iterator[tuple[str, Given | None]]:
    """What must hold, then what costs; a weight of 0 asks for nothing."""
    yield "talk-placed", {"level": "hard"}
    yield "speaker-free", {"level": "note"}
    yield "one-track", None
    for name, rule, given in (*_tables(instance, ids), *_others(instance, ids)):
        weight = instance.weights[name]
        if weight and given is not None:
            yield rule, {**given, "level": "soft", "weight": weight}


def _tables(instance: Instance, ids: _Ids) -> Iterator[tuple[str, str, Given | None]]:
    kinds = {
        "tracks_sessions": ("track", "session", ids.tracks, ids.sessions),
        "tracks_rooms": ("track", "room", ids.tracks, ids.rooms),
        "sessions_rooms": ("session", "room", ids.sessions, ids.rooms),
        "submissions_sessions": ("talk", "session", ids.talks, ids.sessions),
        "submissions_rooms": ("talk", "room", ids.talks, ids.rooms),
        "time_zones": ("talk", "session", ids.talks, ids.sessions),
    }
    tables = {**instance.tables, "time_zones": _far_away(instance)}
    for name, (of, by, rows, columns) in kinds.items():
        table = _by_ids(tables[name], rows, columns)
        yield name, "costs", {"of": of, "by": by, "table": table} if table else None


def _far_away(instance: Instance) -> Table:
    """What each session costs those for whom it is early or late."""
    hours = instance.hours
    found: dict[str, dict[str, int]] = {}
    for submission in instance.submissions:
        for session in instance.sessions:
            cost = hours.cost(session.span, submission.offset)
            if cost:
                found.setdefault(submission.name, {})[session.name] = cost
    return found


def _others(instance: Instance, ids: _Ids) -> Iterator[tuple[str, str, Given | None]]:
    alike = _by_ids(instance.tables["similar_tracks"], ids.tracks, ids.tracks)
    order = {ids.talks[s.name]: s.order for s in instance.submissions if s.order}
    attend = {
        ids.talks[s.name]: [ids.people[name] for name in s.attendees]
        for s in instance.submissions
        if s.attendees
    }
    yield "similar_tracks", "similar-tracks", {"table": alike} if alike else None
    yield "rooms_per_track", "track-room", {"per": "conference"}
    yield "parallel_tracks", "track-at-once", {}
    yield "consecutive_tracks", "track-consecutive", {}
    yield "order", "track-order", {"positions": order} if order else None
    yield "presenters", "presenter-clash", {}
    yield "presenters_by_slot", "presenter-clash", {"by": "slot"}
    yield "attendees", "attendee-clash", {"attendees": attend} if attend else None
    yield (
        "attendees_by_slot",
        "attendee-clash",
        {"attendees": attend, "by": "slot"} if attend else None,
    )
    yield "chairs", "track-chairs", {}


def _by_ids(table: Table, rows: Mapping[str, str], columns: Mapping[str, str]) -> Given:
    return {
        rows[row]: {columns[column]: cost for column, cost in costs.items()}
        for row, costs in table.items()
    }


def _sources(instance: Instance, ids: _Ids) -> Iterator[tuple[str, Source]]:
    for submission in instance.submissions:
        where = f"submissions!A{submission.row + 1}"
        talk = ids.talks[submission.name]
        yield f"talks.{talk}", Source(file=instance.file, line=submission.row + 1, field=where)
