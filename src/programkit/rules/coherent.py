"""The talks of a session have something in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._sessions import ForSessions
from programkit.rules._traits import Alike, Trait, trait_words, traits
from programkit.rules._wording import timed_words
from programkit.rules.base import Reads, visits
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal


class Coherent(Alike, ForSessions):
    """The talks of a session belong together: they have a tag, track, kind or language in common.

    Each talk of a session that lacks what most of the session's talks have is a violation; talks
    without any tag, or without a track, do not matter. In the files, ``coherent: tag`` or
    ``coherent: {by: tag, tags: [vision, robots]}``.
    """

    code: ClassVar[str] = "coherent"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "by"

    level: Level = Level.SOFT
    by: Trait = "tag"
    """What they have in common: ``tag``, ``track``, ``kind`` or ``language``."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        chosen = {session.id for session in self.chosen(conference)}
        inside: dict[str, dict[str, tuple[str, ...]]] = {}
        for placed in visits(program):
            had = traits(conference, placed.talk, self.by, self.tags)
            if placed.session is not None and placed.session.id in chosen and had:
                inside.setdefault(placed.session.id, {})[placed.talk.id] = had
        for session, talks in inside.items():
            counted = Counter(value for had in talks.values() for value in had)
            [(common, _)] = counted.most_common(1)
            for talk in (talk for talk, had in talks.items() if common not in had):
                where = timed_words(conference, program.timetable.sessions[session])
                yield self.found(
                    f"{talk_text(conference, conference.talk(talk))} is in {where} and not of "
                    f"{trait_words(conference, self.by, common)}, as most talks there",
                    about=(talk, session),
                    remedy="move it to a session that suits it",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        conference = decisions.conference
        found = ((t.id, traits(conference, t, self.by, self.tags)) for t in decisions.talks)
        had = {talk: values for talk, values in found if values}
        inside: dict[str, dict[str, Literal]] = {}
        for talk in had:
            for session, there in decisions.sessions_of(talk).items():
                inside.setdefault(session, {})[talk] = there
        for session in (session.id for session in self.chosen(conference)):
            talks = inside.get(session, {})
            values = list(dict.fromkeys(value for talk in talks for value in had[talk]))
            common = dict(zip(values, decisions.one_of(len(values)), strict=True))
            self._post_in(decisions, session, talks, had, common)

    def _post_in(
        self,
        decisions: Decisions,
        session: str,
        talks: Mapping[str, Literal],
        had: Mapping[str, Sequence[str]],
        common: Mapping[str, Literal],
    ) -> None:
        """A talk that is there has what is common, whatever the solver takes for it."""
        for talk, there in talks.items():
            lacks = tuple(~common[value] for value in had[talk])
            decisions.never(self, (there, *lacks), about=(talk, session))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        talk, session = about
        where = timed_words(conference, conference.timetable.sessions[session])
        name = talk_text(conference, conference.talk(talk))
        return f"{name} in {where} has the {self.by} that the talks there have in common"
