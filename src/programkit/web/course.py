"""The course of a series: the next meeting, those to come, those past by term.

What is past depends on when pages are made, which the outline says. Where nobody says it, every
date is to come, and none is called the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from programkit.outline.nodes import Outline, OutlinePause, OutlineSeries, OutlineTerm
from programkit.web.meetings import Meeting, Meetings

MANY: Final = 40
"""Meetings of which more are too many for the first page: those past have a page then, and those to
come are without their abstracts."""
RECENT: Final = 2
"""Terms whose past talks the first page lists then."""
Line = Meeting | OutlinePause
Upcoming = tuple[OutlineTerm, tuple[Line, ...]]
Past = tuple[OutlineTerm, tuple[Meeting, ...]]


class Course(Meetings):
    """Sorts the meetings of one series."""

    def __init__(self, outline: Outline, series: OutlineSeries) -> None:
        """Take an outline and what makes it that of a series."""
        super().__init__(outline, series)
        self.now = series.now

    @cached_property
    def next(self) -> Meeting | None:
        """The first that is not over and takes place; none where no moment is known."""
        if self.now is None:
            return None
        return next((one for one in self.all if one.due and not self.is_over(one)), None)

    @property
    def on(self) -> bool:
        """Whether the next one has begun."""
        start = self.next.when.start if self.next else None
        return start is not None and self.now is not None and start <= self.now

    @cached_property
    def upcoming(self) -> tuple[Upcoming, ...]:
        """What follows the next one, by term, with the dates on which there is no meeting."""
        found = [(term, self._to_come(term)) for term in self.series.terms]
        return tuple(
            (term, lines) for term, lines in found if any(isinstance(one, Meeting) for one in lines)
        )

    @property
    def long(self) -> bool:
        """Whether what is to come is too much for a page with every abstract."""
        return sum(len(lines) for _, lines in self.upcoming) > MANY

    @cached_property
    def past(self) -> tuple[Past, ...]:
        """The talks that were, the newest term and talk first; dates without one are left out."""
        found = [(term, self._been(term)) for term in reversed(self.series.terms)]
        return tuple((term, meetings) for term, meetings in found if meetings)

    @cached_property
    def current(self) -> tuple[OutlineTerm, ...]:
        """The terms that have something to come."""
        now = [self.term_of(self.next)] if self.next else []
        return tuple(
            term
            for term in self.series.terms
            if term in now or any(term is other for other, _ in self.upcoming)
        )

    @property
    def has_past_page(self) -> bool:
        """Whether past talks are too many for the first page."""
        return sum(len(meetings) for _, meetings in self.past) > MANY

    @property
    def recent(self) -> tuple[Past, ...]:
        """The past talks that the first page lists."""
        return self.past[:RECENT] if self.has_past_page else self.past

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """Ids of days whose talks stand on the page of past talks alone."""
        older = self.past[len(self.recent) :]
        return frozenset(one.day.id for _, found in older for one in found if one.day)

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of all days that have a line somewhere."""
        lines: list[Line] = [one for _, found in self.upcoming for one in found]
        lines += [one for _, found in self.past for one in found]
        lines += [*self.undated, *([self.next] if self.next else [])]
        return frozenset(one.day.id for one in lines if isinstance(one, Meeting) and one.day)

    def listed(self, page: str) -> Iterator[Meeting]:
        """The meetings that a page lists, as it does: "series", "past", or "single" with all."""
        if page != "past":
            yield from (self.next,) if self.next else ()
            lines = [one for _, found in self.upcoming for one in found]
            yield from (one for one in lines if isinstance(one, Meeting))
            yield from self.undated
        groups = self.recent if page == "series" else self.past
        yield from (one for _, found in groups for one in found)

    def term_of(self, meeting: Meeting) -> OutlineTerm | None:
        """The term in which a meeting is."""
        return self._terms.get(meeting.day.id) if meeting.day else None

    def is_over(self, meeting: Meeting) -> bool:
        """Whether a meeting has ended; where no moment is known, none has."""
        return self.now is not None and meeting.until is not None and meeting.until <= self.now

    @cached_property
    def _terms(self) -> Mapping[str, OutlineTerm]:
        return {day: term for term in self.series.terms for day in term.days}

    @cached_property
    def _of_term(self) -> Mapping[tuple[str, ...], list[Meeting]]:
        """The meetings of each term, by its days."""
        found: dict[tuple[str, ...], list[Meeting]] = {}
        for one in self.all:
            term = self.term_of(one)
            if term is not None:
                found.setdefault(term.days, []).append(one)
        return found

    def _to_come(self, term: OutlineTerm) -> tuple[Line, ...]:
        lines: list[Line] = [
            one
            for one in self._of_term.get(term.days, ())
            if one is not self.next and not self.is_over(one)
        ]
        today = self.now.astimezone(self.zone).date() if self.now else None
        lines += [one for one in term.pauses if today is None or one.last >= today]
        return tuple(sorted(lines, key=_date))

    def _been(self, term: OutlineTerm) -> tuple[Meeting, ...]:
        found = [one for one in self._of_term.get(term.days, ()) if self.is_over(one)]
        return tuple(one for one in reversed(found) if one.kind != "open")


def _date(line: Line) -> str:
    if isinstance(line, OutlinePause):
        return line.first.isoformat()
    return line.day.date.isoformat() if line.day and line.day.date else ""
