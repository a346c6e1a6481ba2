"""What is still to be announced of talks that are soon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from programkit.checks.base import source_of, time_text
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.interval import Interval
from programkit.model.program import Placed, Program
from programkit.model.series import Series
from programkit.text.subjects import talk_text

_FIELDS = {"title": "title", "speakers": "speaker", "abstract": "abstract"}


@dataclass(frozen=True)
class Soon:
    """Unknowns of the talks of a series, and open slots, in the days after a date.

    Of other conferences all unknowns are due at one time, and are findings of their own.
    """

    on: date | None = None
    """From when days are counted; none given: when the facts were revised, if they say so."""
    days: int = 14
    """How many days count as soon."""

    codes: ClassVar[Mapping[str, str]] = {
        "tba-near": "Something is still to be announced of a talk that is soon.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """Findings about what the facts fix, by time."""
        return self.of(Program.of(conference))

    def of(self, program: Program) -> Iterator[Finding]:
        """Findings about a program, by time."""
        soon = self._soon(program.conference)
        if soon is None or not isinstance(program.conference, Series):
            return
        for placed in program.placed:
            if _within(placed.interval, soon) and placed.talk.takes_place:
                yield from _unknown(program.conference, placed)
        for slot in program.timetable.slots.values():
            if _within(slot.interval, soon) and slot.id not in program.by_slot:
                yield Finding(
                    code="tba-near",
                    level=Level.SOFT,
                    message=f"nobody speaks {time_text(program.conference, slot)}, which is soon",
                    remedy="find a speaker, or leave the date out with a reason",
                    about=(slot.id,),
                )

    def _soon(self, conference: Conference) -> Interval | None:
        revised = conference.revised
        if isinstance(revised, datetime):
            revised = revised.astimezone(conference.zone).date()
        on = self.on or revised
        if on is None:
            return None
        start = datetime.combine(on, time(), conference.zone)
        return Interval(start=start, end=start + timedelta(days=self.days + 1))


def _within(interval: Interval | None, soon: Interval) -> bool:
    return interval is not None and soon.includes(interval.first)


def _unknown(conference: Conference, placed: Placed) -> Iterator[Finding]:
    talk = placed.talk
    missing = [word for name, word in _FIELDS.items() if isinstance(getattr(talk, name), Unknown)]
    if missing:
        when = "" if placed.session is None else f" {time_text(conference, placed.session)}"
        yield Finding(
            code="tba-near",
            level=Level.SOFT,
            message=f"{talk_text(conference, talk)} is soon{when}, and its "
            f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} still to be announced",
            remedy="remind the speaker",
            about=(talk.id,),
            source=source_of(conference, talk, "title"),
        )
