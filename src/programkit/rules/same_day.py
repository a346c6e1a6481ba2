"""Talks are on one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.program import Program
from programkit.rules._few import Few, Group, counted
from programkit.rules._wording import day_words, listed
from programkit.rules.base import Reads, day_of, on_stage
from programkit.rules.selection import ForTalks
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


class SameDay(Few, ForTalks):
    """Talks are on one day. Each day more is a violation; unplaced talks do not matter.

    In the files, ``same-day: [a, b]`` or ``same-day: tag:tutorial``.
    """

    code: ClassVar[str] = "same-day"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "talks"

    @override
    def values(self, program: Program) -> Iterator[tuple[Group, str]]:
        chosen = {talk.id for talk in self.chosen(program.conference)}
        placed = [place for place in on_stage(program) if place.talk.id in chosen]
        group = tuple(dict.fromkeys(place.talk.id for place in placed))
        for place in placed:
            day = day_of(program, place)
            if day is not None:
                yield group, day

    @override
    def ways(self, decisions: Decisions) -> Iterator[tuple[Group, str, Literals]]:
        chosen = tuple(talk.id for talk in self.chosen(decisions.conference))
        for talk in chosen:
            for day, there in decisions.on_days(talk).items():
                yield chosen, day, (there,)

    @override
    def too_many(self, conference: Conference, group: Group, values: Sequence[str]) -> str:
        talks = listed(talk_text(conference, conference.talk(talk)) for talk in group)
        return f"{talks}: {counted((day_words(conference, d) for d in values), 'days')}, not one"

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{self.chosen_words(conference)} are on one day"
