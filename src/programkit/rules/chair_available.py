"""Chairs are available while they chair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.interval import covers, union
from programkit.model.program import Program
from programkit.rules._chairs import chaired
from programkit.rules._wording import timed_words, windows
from programkit.rules.base import Reads, Rule, dated

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class ChairAvailable(Rule):
    """Every chair is available from the start of the session to its end."""

    code: ClassVar[str] = "chair-available"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.CHAIR})

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for session, chair in chaired(program):
            if session.interval is None or not dated(conference, session):
                continue
            person = conference.person(chair)
            if person.available and not covers(person.available, session.interval):
                yield self.found(
                    f"{person.name} is not available to chair {timed_words(conference, session)}, "
                    f"only {windows(conference, person.available)}",
                    about=(chair, session.id),
                    remedy="let somebody else chair, or ask",
                    source=conference.source("people", chair, "available"),
                )

    @override
    def post(self, decisions: Decisions) -> None:
        for person, sessions in decisions.chaired_by.items():
            hours = union(decisions.conference.person(person).available)
            for session, chairs in sessions.items() if hours else ():
                for span, when in decisions.session_times(session):
                    if not span.within(hours):
                        decisions.never(self, (chairs, *when), about=(person,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        person = conference.person(about[0])
        return f"{person.name} chairs only {windows(conference, person.available)}"
