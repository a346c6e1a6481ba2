"""On which days talks are, and at which moments: views for rules that compare times."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import Protocol

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.solver.placing import Placing
from programkit.solver.posting import Literal, Literals
from programkit.solver.spots import Spot


class Gathers(Protocol):
    """Who makes literals that follow from others."""

    def any_of(self, ways: Sequence[Literals]) -> Literal:
        """A literal that must hold where one of these sets of literals does."""

    def settled(self, literal: Literal) -> bool | None:
        """Whether a literal always holds, or never does; nothing where that is open."""

    def rooms(self, spot: Spot) -> Iterator[tuple[str, Literals]]:
        """The rooms that a spot may be in, and the literals under which it is."""

    def session_times(self, session: str) -> tuple[tuple[Spot, Literals], ...]:
        """The whole times that a session may have, and the literals under which it has them."""


_Span = tuple[datetime | None, datetime | None]


class Occasions:
    """Literals for the days and moments of talks; each is made when first asked for.

    With them, to compare two talks takes as many clauses as there are moments at which something
    begins, not as many as there are pairs of spots.
    """

    def __init__(self, door: Gathers, conference: Conference, placing: Placing) -> None:
        self.once: set[str] = set()
        """Ids of the talks that have one place at most, whatever else is dropped."""
        self._door = door
        self._conference = conference
        self._placing = placing
        self._under_way: dict[tuple[str, int], Mapping[datetime, Literal]] = {}
        self._days: dict[str, Mapping[str, Literal]] = {}
        self._in_spans: dict[str, Mapping[_Span, Literal]] = {}
        self._spanned: dict[tuple[datetime | None, datetime | None, int], tuple[datetime, ...]] = {}
        self._spans_met: dict[_Span, tuple[_Span, ...]] = {}
        self._in_rooms: dict[tuple[str, int], Mapping[datetime, Mapping[str, Literal]]] = {}

    def under_way(self, talk: str, rest: int) -> Mapping[datetime, Literal]:
        """A literal for each moment at which some spot begins and the talk may be under way."""
        key = (talk, rest)
        if key not in self._under_way:
            ways: dict[datetime, list[Literals]] = {}
            for spot, there in self._placing.spots(talk).items():
                for moment in self._during(spot, rest):
                    ways.setdefault(moment, []).append((there,))
            self._under_way[key] = {m: self._door.any_of(ways[m]) for m in sorted(ways)}
        return self._under_way[key]

    def places_under_way(self, talk: str) -> Mapping[datetime, Sequence[Literal]]:
        """The same, each as literals of which at most one holds: of places, if it has only one."""
        if talk not in self.once:
            return {moment: (there,) for moment, there in self.under_way(talk, 0).items()}
        ways: dict[datetime, list[Literal]] = {}
        for spot, there in self._placing.spots(talk).items():
            for moment in self._during(spot, 0):
                ways.setdefault(moment, []).append(there)
        return ways

    def in_rooms(self, talk: str, rest: int) -> Mapping[datetime, Mapping[str, Literal]]:
        """The same for each room in which the talk may be under way."""
        key = (talk, rest)
        if key not in self._in_rooms:
            ways: dict[datetime, dict[str, list[Literals]]] = {}
            for spot, there in self._placing.spots(talk).items():
                for moment in self._during(spot, rest):
                    at_once = ways.setdefault(moment, {})
                    for room, inside in self._door.rooms(spot):
                        at_once.setdefault(room, []).append((there, *inside))
            self._in_rooms[key] = {
                moment: {room: self._door.any_of(found) for room, found in ways[moment].items()}
                for moment in sorted(ways)
            }
        return self._in_rooms[key]

    def on_days(self, talk: str) -> Mapping[str, Literal]:
        """A literal for each day on which the talk may be."""
        if talk not in self._days:
            ways: dict[str, list[Literals]] = {}
            for spot, there in self._placing.spots(talk).items():
                day = self.day(spot)
                if day is not None:
                    ways.setdefault(day, []).append((there,))
            self._days[talk] = {day: self._door.any_of(found) for day, found in ways.items()}
        return self._days[talk]

    def day(self, spot: Spot) -> str | None:
        """Id of the day that a spot is on."""
        timetable = self._conference.timetable
        index = None if spot.session is None else timetable.sessions[spot.session].day
        if index is not None:
            return timetable.days[index].id
        if spot.session is not None or spot.first is None:
            return None
        date = spot.first.astimezone(self._conference.zone).date().isoformat()
        return self._by_date.get(date, date)

    def during(self, talk: str, span: Spot) -> Literal | None:
        """A literal that must hold if the talk is under way in a session's time, if it may be."""
        if talk not in self._in_spans:
            ways: dict[_Span, list[Literals]] = {}
            for spot, there in self._placing.spots(talk).items():
                for met in self._met(spot):
                    ways.setdefault(met, []).append((there,))
            self._in_spans[talk] = {met: self._door.any_of(found) for met, found in ways.items()}
        return self._in_spans[talk].get((span.first, span.last))

    def _met(self, spot: Spot) -> tuple[_Span, ...]:
        """The times of sessions that a spot is in."""
        key = (spot.first, spot.last)
        if key not in self._spans_met:
            found = ((s.first, s.last) for s in self._spans if spot.meets(s))
            self._spans_met[key] = tuple(found)
        return self._spans_met[key]

    @cached_property
    def _spans(self) -> tuple[Spot, ...]:
        """All times of sessions, each once."""
        sessions = self._conference.timetable.sessions
        spans = (span for s in sessions for span, _ in self._door.session_times(s))
        return tuple({(span.first, span.last): span for span in spans}.values())

    def _during(self, spot: Spot, rest: int) -> tuple[datetime, ...]:
        key = spot.first, spot.last, rest  # many spots share a time
        if key not in self._spanned:
            self._spanned[key] = self._from(*key)
        return self._spanned[key]

    def _from(
        self, start: datetime | None, end: datetime | None, rest: int
    ) -> tuple[datetime, ...]:
        if start is None or end is None or start == end:
            return ()
        first = bisect_left(self._moments, start)
        last = bisect_left(self._moments, end + timedelta(minutes=rest))
        return self._moments[first:last]

    @cached_property
    def _moments(self) -> tuple[datetime, ...]:
        """All moments at which some spot begins, in order."""
        talks = self._placing.talks
        spots = (spot for talk in talks for spot in self._placing.spots(talk.id))
        return tuple(sorted({spot.first for spot in spots if spot.first is not None}))

    @cached_property
    def _by_date(self) -> Mapping[str, str]:
        """Ids of dated days, by date; the first where two share one."""
        days = self._conference.timetable.days
        dated = [day for day in reversed(days) if not isinstance(day.day.date, Unknown)]
        return {str(day.day.date): day.id for day in dated}
