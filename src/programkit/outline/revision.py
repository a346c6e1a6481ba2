"""What readers of an earlier program have to learn anew, in order of the new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from programkit.model.base import Unknown
from programkit.model.changes import ChangeKind
from programkit.model.contributions import State
from programkit.outline.nodes import (
    Outline,
    OutlinePerson,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
)

Thing = OutlineTalk | OutlinePoster | OutlineSession


@dataclass(frozen=True, slots=True)
class Revision:
    """One difference between two programs, as readers see it."""

    kind: ChangeKind
    before: Thing | None
    """What it was; none for something new."""
    now: Thing | None
    """What it is; none for what is gone."""


def revisions(old: Outline, new: Outline) -> tuple[Revision, ...]:
    """Everything that readers of the old program would get wrong.

    Talks and posters that are new, gone or cancelled, at another time or in another room, with
    another title or other speakers; sessions with other chairs. Texts are not compared.
    """
    return (
        *_of_contributions(_by_id(old.talks), _by_id(new.talks)),
        *_of_contributions(_by_id(old.posters), _by_id(new.posters)),
        *_of_chairs(_sessions(old), _sessions(new)),
    )


_T = TypeVar("_T", OutlineTalk, OutlinePoster)


def _by_id(things: tuple[_T, ...]) -> dict[str, _T]:
    return {thing.id: thing for thing in things}


def _of_contributions(old: Mapping[str, _T], new: Mapping[str, _T]) -> Iterator[Revision]:
    for key, now in new.items():
        if key in old:
            yield from (Revision(kind, old[key], now) for kind in _kinds(old[key], now))
        else:
            yield Revision(ChangeKind.ADDED, None, now)
    for key, before in old.items():
        if key not in new:
            yield Revision(ChangeKind.REMOVED, before, None)


def _kinds(before: _T, now: _T) -> Iterator[ChangeKind]:
    """What happened to a talk or poster; where it would have been is no news once it is off."""
    if now.state is State.CANCELLED:
        yield from () if before.state is now.state else (ChangeKind.STATE,)
        return
    if _times(before) != _times(now):
        yield ChangeKind.MOVED
    elif _rooms(before) != _rooms(now):
        yield ChangeKind.ROOM
    if before.plain_title != now.plain_title:
        yield ChangeKind.RETITLED
    if _names(before.speakers) != _names(now.speakers):
        yield ChangeKind.SPEAKERS


def _times(of: OutlineTalk | OutlinePoster) -> object:
    if isinstance(of, OutlinePoster):
        return of.session, of.board
    return [(o.day, o.when.start, o.when.end) for o in of.occurrences]


def _rooms(of: OutlineTalk | OutlinePoster) -> object:
    return () if isinstance(of, OutlinePoster) else [o.room for o in of.occurrences]


def _names(people: tuple[OutlinePerson, ...] | Unknown) -> object:
    return people if isinstance(people, Unknown) else [person.name for person in people]


def _sessions(outline: Outline) -> dict[str, OutlineSession]:
    items = (*(item for day in outline.days for item in day.items), *outline.floating)
    return {item.id: item for item in items if isinstance(item, OutlineSession) and item.id}


def _of_chairs(
    old: Mapping[str, OutlineSession], new: Mapping[str, OutlineSession]
) -> Iterator[Revision]:
    for key, now in new.items():
        if key in old and _names(old[key].chairs) != _names(now.chairs):
            yield Revision(ChangeKind.CHAIRS, old[key], now)
