"""Posters that belong together hang near each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from typing_extensions import override

from programkit.model.boards import Place, poster_sessions
from programkit.model.conference import Conference
from programkit.model.contributions import Poster
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._wording import timed_words
from programkit.rules.base import Reads, Rule

if TYPE_CHECKING:
    from programkit.solver import posting
    from programkit.solver.decisions import Decisions


class PostersNear(Rule):
    """The posters of a track, or with a tag, are in one session, on boards side by side.

    Boards are side by side as the session lists them. Each session more is a violation, and each
    board between the first and the last of them that shows another poster or none. In the files,
    ``posters-near: tag``.
    """

    code: ClassVar[str] = "posters-near"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.BOARD})
    short: ClassVar[str] = "by"

    level: Level = Level.SOFT
    by: Literal["track", "tag"] = "track"
    """What posters have in common that belong together."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for name, posters in self._groups(conference).items():
            hung = [program.hung[poster] for poster in posters]
            sessions = dict.fromkeys(place.session for place in hung if place is not None)
            if len(sessions) > 1:
                yield self.found(
                    f"the posters of {self._words(conference, name)} "
                    f"are in {len(sessions)} sessions",
                    about=(name, *sessions),
                    remedy="show them in one",
                    times=len(sessions) - 1,
                )
            for session in sessions:
                boards = _boards(conference, session)
                taken = [n for n, board in enumerate(boards) if Place(session, board) in hung]
                between = taken[-1] - taken[0] + 1 - len(taken) if taken else 0
                if between:
                    where = timed_words(conference, conference.timetable.sessions[session])
                    yield self.found(
                        f"the posters of {self._words(conference, name)} are not side by side "
                        f"in {where}",
                        about=(name, session),
                        remedy=f"let them have the {between} boards between",
                        times=between,
                    )

    @override
    def post(self, decisions: Decisions) -> None:
        for name, posters in self._groups(decisions.conference).items():
            there: dict[Place, list[posting.Literal]] = {}
            for poster in posters:
                for place, literal in decisions.hangs(poster).items():
                    there.setdefault(place, []).append(literal)
            self._in_one(decisions, name, there)
            for session in poster_sessions(decisions.conference):
                places = [Place(session.id, b) for b in _boards(decisions.conference, session.id)]
                row = [there.get(place, []) for place in places]
                self._side_by_side(decisions, (name, session.id), row)

    def _in_one(
        self, decisions: Decisions, name: str, there: Mapping[Place, Sequence[posting.Literal]]
    ) -> None:
        """They are in one session."""
        sessions: dict[str, list[posting.Literals]] = {}
        for place, literals in there.items():
            sessions.setdefault(place.session, []).extend((literal,) for literal in literals)
        used = [decisions.any_of(ways) for ways in sessions.values()] if len(sessions) > 1 else []
        decisions.no_more(self, used, 1, (name,))

    def _side_by_side(
        self, decisions: Decisions, about: tuple[str, str], row: Sequence[Sequence[posting.Literal]]
    ) -> None:
        """No board between two of them is without one of them."""
        before, after = list(_so_far(decisions, row)), list(_so_far(decisions, row[::-1]))[::-1]
        for number, here in enumerate(row):
            if not 0 < number < len(row) - 1:
                continue
            left, right = before[number - 1], after[number + 1]
            if left is not None and right is not None:
                others = (~literal for literal in here)
                decisions.never(self, (left, right, *others), about=about)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"the posters of {self._words(conference, about[0])} hang side by side"

    def _groups(self, conference: Conference) -> Mapping[str, Sequence[str]]:
        """Ids of the posters that are shown, for each track or tag."""
        found: dict[str, list[str]] = {}
        for poster in conference.posters:
            for name in self._of(poster) if poster.takes_place else ():
                found.setdefault(name, []).append(poster.id)
        return found

    def _of(self, poster: Poster) -> Iterator[str]:
        if self.by == "tag":
            yield from dict.fromkeys(poster.tags)
        elif poster.track is not None:
            yield poster.track

    def _words(self, conference: Conference, name: str) -> str:
        return f"the track {conference.track(name).name}" if self.by == "track" else f"tag {name}"


def _boards(conference: Conference, session: str) -> tuple[str, ...]:
    """The boards of a session in their order."""
    return tuple(dict.fromkeys(conference.timetable.sessions[session].session.boards))


def _so_far(
    decisions: Decisions, row: Sequence[Sequence[posting.Literal]]
) -> Iterator[posting.Literal | None]:
    """For each board, a literal that must hold if it or one before it shows one of them."""
    before: list[posting.Literals] = []
    for here in row:
        ways = [*before, *((literal,) for literal in here)]
        found = decisions.any_of(ways) if ways else None
        yield found
        before = [] if found is None else [(found,)]
