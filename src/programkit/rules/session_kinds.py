"""Talks are in sessions of a kind that suits them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import model_validator
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.rules._several import Several
from programkit.rules._wording import listed, placed_words
from programkit.rules.base import Reads, Reference, on_stage
from programkit.rules.selection import ForTalks
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class SessionKinds(ForTalks):
    """Talks are only, or not, in sessions of certain kinds.

    Talks that are in no session do not matter. In the files,
    ``session-kinds: {for: kind:tutorial, only: workshop}``.
    """

    code: ClassVar[str] = "session-kinds"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    only: Several[str] = ()
    """Kinds of the sessions in which they may be."""
    avoid: Several[str] = ()
    """Kinds of the sessions in which they may not be."""

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if not (self.only or self.avoid):
            raise ValueError("say in sessions of which kinds: only or avoid")
        return self

    @override
    def references(self) -> Iterator[Reference]:
        yield from super().references()
        yield from (Reference("only", "kinds", kind) for kind in self.only)
        yield from (Reference("avoid", "kinds", kind) for kind in self.avoid)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        chosen = {talk.id for talk in self.chosen(program.conference)}
        for placed in on_stage(program):
            if placed.session is None or placed.talk.id not in chosen:
                continue
            kind = placed.session.session.kind
            if (self.only and kind not in self.only) or kind in self.avoid:
                yield self.found(
                    f"{placed_words(program, placed)} is in a session of kind {kind}, "
                    f"{self._words()}",
                    about=(placed.talk.id, placed.session.id),
                    remedy="move the talk, or change the session's kind",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        suits = {
            session.id: kind not in self.avoid and (not self.only or kind in self.only)
            for session in decisions.conference.timetable.sessions.values()
            for kind in (session.session.kind,)
        }
        for talk in self.chosen(decisions.conference):
            for spot, there in decisions.spots(talk.id).items():
                if not suits.get(spot.session or "", True):
                    decisions.never(self, (there,), about=(talk.id,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        name = talk_text(conference, conference.talk(about[0]))
        return f"{name} is in a session of the right kind: {self._words()}"

    def _words(self) -> str:
        said = [f"only {listed(self.only, 'or')}"] if self.only else []
        said += [f"not {listed(self.avoid, 'or')}"] if self.avoid else []
        return ", ".join(said)
