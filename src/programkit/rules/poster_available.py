"""Who presents a poster is available while it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.interval import covers, union
from programkit.model.program import Program
from programkit.rules._wording import timed_words, windows
from programkit.rules.base import HEAVIEST, Reads, Rule, dated
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class PosterAvailable(Rule):
    """Who presents a poster is available from the start of its session to the end."""

    code: ClassVar[str] = "poster-available"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.BOARD})

    level: Level = Level.SOFT
    weight: int = Field(default=10, ge=0, le=HEAVIEST)
    """What each person costs who is not, where the rule is soft."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for poster in filter(lambda poster: poster.takes_place, program.posters):
            session = program.timetable.sessions.get(poster.session or "")
            if session is None or session.interval is None or not dated(conference, session):
                continue
            for presenter in dict.fromkeys(poster.speaker_ids):
                person = conference.person(presenter)
                if person.available and not covers(person.available, session.interval):
                    yield self.found(
                        f"{person.name} is not available for {talk_text(conference, poster)} in "
                        f"{timed_words(conference, session)}, "
                        f"only {windows(conference, person.available)}",
                        about=(presenter, poster.id, session.id),
                        remedy="show it in another session, or ask the presenter",
                        source=conference.source("people", presenter, "available"),
                    )

    @override
    def post(self, decisions: Decisions) -> None:
        for poster in decisions.conference.posters:
            for presenter in dict.fromkeys(poster.speaker_ids):
                hours = union(decisions.conference.person(presenter).available)
                ways = [
                    (there, *when)
                    for place, there in (decisions.hangs(poster.id) if hours else {}).items()
                    for span, when in decisions.session_times(place.session)
                    if not span.within(hours)
                ]
                decisions.never(self, *ways, about=(presenter, poster.id))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        person = conference.person(about[0])
        shown = talk_text(conference, conference.poster(about[1]))
        return f"{person.name} presents {shown} only {windows(conference, person.available)}"
