"""Talks and posters with everything readers may know about them, in the order they take place."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime

from programkit.model.base import TBD, Unknown
from programkit.model.contributions import Contribution, Poster, State, Talk
from programkit.model.program import Placed, Program
from programkit.outline.nodes import Occurrence, OutlinePoster, OutlineTalk
from programkit.outline.resolve import Resolver, title_of
from programkit.text.markup import Paragraph, parse

_LATER = datetime.max.replace(tzinfo=UTC)
_NUMBER = re.compile(r"(\d+)")


def talks_of(program: Program, resolver: Resolver) -> tuple[OutlineTalk, ...]:
    """All talks, by time of their first occurrence, those without a place last."""
    order = _Order(program)
    found = []
    for position, talk in enumerate(program.conference.talks):
        placed = sorted(program.by_talk.get(talk.id, ()), key=order.of)
        first = order.of(placed[0]) if placed else order.last
        found.append((first, position, _talk(talk, placed, program, resolver)))
    found.sort(key=lambda entry: entry[:2])
    return tuple(talk for _, _, talk in found)


def posters_of(program: Program, resolver: Resolver) -> tuple[OutlinePoster, ...]:
    """All posters, by session and board, those without a session last."""
    sessions = {session: number for number, session in enumerate(program.timetable.sessions)}

    def place(poster: Poster) -> tuple[float, bool, list[tuple[int, str]]]:
        session = sessions.get(poster.session or "", math.inf)
        return session, not poster.board, _natural(poster.board)

    posters = sorted(program.posters, key=place)
    return tuple(_poster(poster, resolver) for poster in posters)


def day_of(placed: Placed, program: Program) -> int | None:
    """Position of the day on which a talk is given."""
    if placed.session is not None or placed.interval is None:
        return None if placed.session is None else placed.session.day
    date = placed.interval.first.astimezone(program.conference.zone).date()
    days = program.timetable.days
    return next((day.index for day in days if day.day.date == date), None)


class _Order:
    """The order in which talks are given: by day, time, room, and place in the facts."""

    last = (math.inf, _LATER, math.inf, math.inf)

    def __init__(self, program: Program) -> None:
        self.program = program
        self.rooms = {room.id: number for number, room in enumerate(program.conference.rooms)}
        self.positions = {placed: number for number, placed in enumerate(program.placements)}

    def of(self, placed: Placed) -> tuple[float, datetime, float, float]:
        """What a placed talk is sorted by."""
        day = day_of(placed, self.program)
        room = math.inf if isinstance(placed.room, Unknown) else self.rooms.get(placed.room, -1)
        return (
            math.inf if day is None else day,
            _LATER if placed.interval is None else placed.interval.first,
            room,
            self.positions[placed.placement],
        )


def _talk(talk: Talk, placed: list[Placed], program: Program, resolver: Resolver) -> OutlineTalk:
    title, plain_title = title_of(talk.title)
    parts = max(talk.parts, len(placed))
    occurrences = tuple(_occurrence(place, parts, program, resolver) for place in placed)
    first = occurrences[0].when if occurrences else None
    on = first.start.date() if first and first.start and first.dated else None
    return OutlineTalk(
        id=talk.id,
        title=title,
        plain_title=plain_title,
        speakers=resolver.people(talk.speakers, on),
        coauthors=resolver.coauthors(talk),
        abstract=abstract_of(talk),
        kind=talk.kind,
        track=resolver.track(talk.track) if talk.track else None,
        tags=talk.tags,
        language=talk.language or program.conference.language,
        links=talk.links,
        state=talk.state,
        repeated=talk.repeated,
        occurrences=occurrences,
        hosts=tuple(resolver.person_on(host, on) for host in talk.hosts),
        reason=_reason(talk),
    )


def _occurrence(placed: Placed, parts: int, program: Program, resolver: Resolver) -> Occurrence:
    day = day_of(placed, program)
    return Occurrence(
        day="" if day is None else program.timetable.days[day].id,
        when=resolver.when(placed.interval, open_end=placed.open_end),
        room=resolver.room(placed.room),
        session="" if placed.session is None else placed.session.id,
        part=placed.placement.part,
        parts=parts,
    )


def _poster(poster: Poster, resolver: Resolver) -> OutlinePoster:
    title, plain_title = title_of(poster.title)
    return OutlinePoster(
        id=poster.id,
        title=title,
        plain_title=plain_title,
        speakers=resolver.people(poster.speakers),
        coauthors=resolver.coauthors(poster),
        abstract=abstract_of(poster),
        track=resolver.track(poster.track) if poster.track else None,
        tags=poster.tags,
        links=poster.links,
        state=poster.state,
        session=poster.session or "",
        board=poster.board,
        language=poster.language or resolver.conference.language,
        reason=_reason(poster),
    )


def _reason(contribution: Contribution) -> str:
    """Why it is cancelled; what nobody struck from the facts of a talk that is back is not told."""
    return contribution.reason.strip() if contribution.state is State.CANCELLED else ""


def abstract_of(contribution: Contribution) -> tuple[Paragraph, ...] | Unknown:
    """The abstract as readers see it."""
    source = contribution.abstract
    return TBD if isinstance(source, Unknown) else parse(source)


def _natural(text: str) -> list[tuple[int, str]]:
    """A sort key by which "9" comes before "10", and "A2" before "A10"."""
    return [(int(part) if part.isdecimal() else -1, part) for part in _NUMBER.split(text)]
