"""Talks start at one time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.program import Program
from programkit.rules._few import Few, Group, counted
from programkit.rules._wording import listed, moment_words
from programkit.rules.base import Reads, dated, on_stage
from programkit.rules.selection import ForTalks
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


class Together(Few, ForTalks):
    """Talks start at one time. Each start more is a violation; unplaced talks do not matter.

    In the files, ``together: [a, b]``.
    """

    code: ClassVar[str] = "together"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "talks"

    @override
    def values(self, program: Program) -> Iterator[tuple[Group, str]]:
        conference = program.conference
        chosen = {talk.id for talk in self.chosen(conference)}
        placed = [place for place in on_stage(program) if place.talk.id in chosen]
        group = tuple(dict.fromkeys(place.talk.id for place in placed))
        for place in placed:
            if place.interval is not None and dated(conference, place.session):
                yield group, place.interval.first.isoformat()

    @override
    def ways(self, decisions: Decisions) -> Iterator[tuple[Group, str, Literals]]:
        chosen = tuple(talk.id for talk in self.chosen(decisions.conference))
        for talk in chosen:
            for spot, there in decisions.spots(talk).items():
                if spot.first is not None and spot.dated:
                    yield chosen, spot.first.isoformat(), (there,)

    @override
    def too_many(self, conference: Conference, group: Group, values: Sequence[str]) -> str:
        talks = listed(talk_text(conference, conference.talk(talk)) for talk in group)
        starts = (moment_words(conference, datetime.fromisoformat(value)) for value in values)
        return f"{talks} start at {counted(starts, 'times')}, not at one"

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{self.chosen_words(conference)} start at one time"
