"""How well times of sessions go together, before anything else is decided.

Only rooms, breaks, and who must be there for certain are looked at. It orders what is tried; the
rules decide what is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random  # noqa: TID251 - takes a seed

from programkit.model.base import Unknown
from programkit.model.chairs import chairs_of
from programkit.model.conference import Conference
from programkit.model.fixed import fixed_placements
from programkit.model.interval import Interval, covers
from programkit.model.starts import Seeker
from programkit.model.timetable import TimedBreak, TimedSession

Choice = tuple[int, ...]
"""Which of its starts each seeker has."""

_CLASH, _CLOSED, _AWAY = 1000, 100, 100
"""What it counts that a room has two sessions, that a break closes it, that somebody is away."""
_ROUNDS = 10
"""How often all seekers may look for a better start."""


@dataclass(frozen=True, slots=True)
class _Span:
    """A session at a time."""

    room: str | None
    """Id of its room; none where it is open."""
    first: datetime
    last: datetime

    def meets(self, other: _Span) -> bool:
        return max(self.first, other.first) < min(self.last, other.last)


class Timing:
    """The starts among which sessions choose, and what they do to each other."""

    def __init__(self, conference: Conference, seekers: Sequence[Seeker]) -> None:
        self._conference = conference
        self._rooms = max(1, len(conference.rooms))
        self._known = list(_known(conference))
        self._closed = list(_closed(conference))
        self._spans = [[list(_spans(s, start)) for start in s.starts] for s in seekers]
        self._people = [_people(conference, seeker) for seeker in seekers]
        self._beside = [[self._meeting(spans) for spans in found] for found in self._spans]
        self._alone = [
            [self._cost_alone(number, spans) for spans in found]
            for number, found in enumerate(self._spans)
        ]

    def cost(self, choice: Choice) -> int:
        """How bad a choice is."""
        return sum(self._cost(choice, number) for number in range(len(choice)))

    def others(self, choice: Choice, number: int) -> list[Choice]:
        """The choices in which one seeker has another start, the better ones first."""
        starts = range(len(self._spans[number]))
        found = [(*choice[:number], start, *choice[number + 1 :]) for start in starts]
        found.sort(key=lambda other: self._cost(other, number))
        return [other for other in found if other != choice]

    def good(self, first: Choice, seed: int, count: int) -> Iterator[Choice]:
        """Choices that no seeker alone can better: one near the first, then others."""
        random = Random(seed)  # noqa: S311 - a search, no secret
        seen: set[Choice] = set()
        for _ in range(count):
            found = self._descended(first)
            if found not in seen:
                yield found
            seen.add(found)
            first = tuple(random.randrange(len(starts)) for starts in self._spans)

    def _descended(self, choice: Choice) -> Choice:
        for _ in range(_ROUNDS):
            before = choice
            for number in range(len(choice)):
                best = next(iter(self.others(choice, number)), choice)
                if self._cost(best, number) < self._cost(choice, number):
                    choice = best
            if choice == before:
                break
        return choice

    def _cost(self, choice: Choice, number: int) -> int:
        """What one seeker's start costs beside those of the others."""
        own, known = choice[number], self._beside[number][choice[number]]
        chosen = [
            span
            for other, start in enumerate(choice)
            for span in (self._spans[other][start] if other != number else ())
        ]
        total = self._alone[number][own]
        for span in self._spans[number][own]:
            met = [other for other in chosen if span.meets(other)]
            total += len(met) + _CLASH * sum(span.room == m.room is not None for m in met)
            total += _CLASH * max(0, self._most(span, [*met, *known]) - self._rooms)
        return total

    @staticmethod
    def _most(span: _Span, others: Sequence[_Span]) -> int:
        """How many sessions there are at one moment of a span, itself included."""
        moments = {span.first, *(other.first for other in others if other.first > span.first)}
        inside = [m for m in moments if m < span.last]
        return 1 + max(sum(o.first <= m < o.last for o in others) for m in inside)

    def _meeting(self, spans: Sequence[_Span]) -> list[_Span]:
        """The sessions of known times that some span meets."""
        return [known for known in self._known if any(span.meets(known) for span in spans)]

    def _cost_alone(self, number: int, spans: Sequence[_Span]) -> int:
        """What a start costs because of what is known for certain."""
        total = 0
        for span in spans:
            met = [known for known in self._known if span.meets(known)]
            total += len(met) + _CLASH * sum(span.room == m.room is not None for m in met)
            shut = (rooms for pause, rooms in self._closed if span.meets(pause))
            total += _CLOSED * sum(self._shuts(rooms, span) for rooms in shut)
            when = Interval(start=span.first, end=span.last)
            total += _AWAY * sum(not covers(hours, when) for hours in self._people[number])
        return total

    def _shuts(self, rooms: Sequence[str], span: _Span) -> bool:
        """Whether closing rooms leaves none for a session."""
        return span.room in rooms if span.room is not None else len(rooms) >= self._rooms


def _room(room: str | Unknown) -> str | None:
    return None if isinstance(room, Unknown) else room


def _known(conference: Conference) -> Iterator[_Span]:
    """The sessions whose times are known."""
    for session in conference.timetable.sessions.values():
        if session.interval is not None:
            yield _Span(_room(session.room), session.interval.first, session.interval.last)


def _closed(conference: Conference) -> Iterator[tuple[_Span, tuple[str, ...]]]:
    """When rooms are closed, and which."""
    timetable = conference.timetable
    items: list[TimedBreak | TimedSession] = [*timetable.breaks, *timetable.sessions.values()]
    for item in items:
        if item.interval is not None and item.closes:
            yield _Span(None, item.interval.first, item.interval.last), item.closes


def _spans(seeker: Seeker, start: datetime) -> Iterator[_Span]:
    """The sessions of a seeker at one of their starts."""
    last = start + timedelta(minutes=seeker.minutes or 1)
    return (_Span(_room(session.room), start, last) for session in seeker.sessions)


def _people(conference: Conference, seeker: Seeker) -> Sequence[tuple[Interval, ...]]:
    """The hours of those who must be there for certain, as far as they are limited."""
    sessions = {session.id: session for session in seeker.sessions}
    slots = conference.timetable.slots
    people = [person for session in seeker.sessions for person in chairs_of(session)]
    for placement in fixed_placements(conference):
        place = slots[placement.slots[0]].session if placement.slots else placement.session
        if place in sessions:
            people += conference.talk(placement.talk).speaker_ids
    hours = (conference.person(person).available for person in dict.fromkeys(people))
    return [found for found in hours if found]
