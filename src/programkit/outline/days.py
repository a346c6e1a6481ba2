"""Days with their sessions, breaks and markers by time, and the rows of each session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from programkit.model.base import TBD, Unknown
from programkit.model.program import Placed, Program
from programkit.model.timetable import TimedBreak, TimedDay, TimedItem, TimedMarker, TimedSession
from programkit.outline.contributions import day_of
from programkit.outline.keeping import Before
from programkit.outline.nodes import (
    OutlineBreak,
    OutlineDay,
    OutlineItem,
    OutlineMarker,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
    OutlineTrack,
    Row,
    When,
)
from programkit.outline.resolve import Resolver
from programkit.text.characters import one_line
from programkit.text.markup import inline, plain

_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Days:
    """What turns the timetable of one program into days for readers."""

    program: Program
    resolver: Resolver
    talks: Mapping[str, OutlineTalk]
    """Talks by id."""
    posters: Sequence[OutlinePoster]
    known: Before
    """Nodes of an outline that was made before."""

    def all(self) -> tuple[OutlineDay, ...]:
        """The days, in order."""
        return tuple(self._day(day) for day in self.program.timetable.days)

    def floating(self) -> tuple[OutlineSession, ...]:
        """Sessions whose day is not known, and talks at a time on none of the days."""
        sessions = [self._session(session) for session in self.program.timetable.floating]
        return (*sessions, *self._off_grid(None))

    def _day(self, day: TimedDay) -> OutlineDay:
        items = [self._item(item) for item in day.items]
        made = OutlineDay(
            id=day.id,
            date=day.day.date if isinstance(day.day.date, date) else None,
            title=one_line(day.day.title),
            number=day.index + 1,
            items=_by_time([*items, *self._off_grid(day.index)]),
        )
        return self.known.same(made)

    def _item(self, item: TimedItem) -> OutlineItem:
        if isinstance(item, TimedSession):
            return self._session(item)
        when = self.resolver.when(item.interval, open_end=item.open_end)
        title = one_line(item.item.title)
        if isinstance(item, TimedMarker):
            return OutlineMarker(id=item.id, title=title, when=when)
        return _break(item, title, when)

    def _session(self, timed: TimedSession) -> OutlineSession:
        session = timed.session
        made = OutlineSession(
            id=timed.id,
            title=inline(session.title),
            plain_title=plain(session.title),
            kind=session.kind,
            when=self.resolver.when(timed.interval, open_end=timed.open_end),
            room=self.resolver.room(timed.room),
            chairs=self.resolver.people(session.chairs),
            track=self._track(session.track),
            plenary=session.plenary,
            rows=tuple(self._rows(timed)),
            posters=tuple(poster for poster in self.posters if poster.session == timed.id),
        )
        return self.known.same(made)

    def _track(self, track: str | Unknown | None) -> OutlineTrack | Unknown | None:
        if track is None:
            return None
        return TBD if isinstance(track, Unknown) else self.resolver.track(track)

    def _rows(self, session: TimedSession) -> Iterator[Row]:
        """A row for each talk, where it starts, and one for each slot without any."""
        inside = self.program.by_slot
        for slot in session.slots:
            placed = inside.get(slot.id, ())
            if not placed:
                yield Row(self.resolver.when(slot.interval, open_end=slot.open_end), None)
            yield from (self._row(p) for p in placed if p.placement.slots[0] == slot.id)
        if not session.slots:
            yield from (self._row(placed) for placed in self._packed(session))

    def _packed(self, session: TimedSession) -> list[Placed]:
        """The talks of a session without slots; those without a time as they are listed."""
        order = {placement: number for number, placement in enumerate(self.program.placements)}
        placed = self.program.by_session.get(session.id, ())
        return sorted(placed, key=lambda p: (_start(p), order[p.placement]))

    def _row(self, placed: Placed) -> Row:
        when = self.resolver.when(placed.interval, open_end=placed.open_end)
        return Row(when, self.talks[placed.talk.id], placed.placement.part)

    def _off_grid(self, day: int | None) -> Iterator[OutlineSession]:
        """A nameless session of one row for each talk that is placed by time alone."""
        for placed in self._by_time_alone.get(day, ()):
            row = self._row(placed)
            yield OutlineSession(
                id="",
                title=(),
                plain_title="",
                kind="session",
                when=row.when,
                room=self.resolver.room(placed.room),
                chairs=(),
                track=None,
                plenary=False,
                rows=(row,),
            )

    @cached_property
    def _by_time_alone(self) -> Mapping[int | None, list[Placed]]:
        """The talks that are placed by time alone, by the position of their day."""
        found: dict[int | None, list[Placed]] = {}
        for placed in self.program.placed:
            if placed.session is None:
                found.setdefault(day_of(placed, self.program), []).append(placed)
        return found


def _break(timed: TimedBreak, title: str, when: When) -> OutlineBreak:
    item = timed.item
    return OutlineBreak(
        id=timed.id, title=title, kind=item.kind, when=when, place=one_line(item.place)
    )


def _start(placed: Placed) -> tuple[bool, datetime]:
    """What talks are sorted by: their start, those without one last."""
    interval = placed.interval
    return interval is None, _EARLIEST if interval is None else interval.first


def _by_time(items: list[OutlineItem]) -> tuple[OutlineItem, ...]:
    """The items by their start; what has none stays behind what it follows.

    In UTC: local times compare wrongly in the hour that summer time repeats.
    """
    keyed: list[tuple[datetime, OutlineItem]] = []
    latest = _EARLIEST
    for item in items:
        if item.when.start is not None:
            latest = item.when.start.astimezone(UTC)
        keyed.append((latest, item))
    return tuple(item for _, item in sorted(keyed, key=lambda entry: entry[0]))
