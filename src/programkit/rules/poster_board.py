"""Every poster has a board to itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.boards import Place, is_complete, poster_sessions
from programkit.model.conference import Conference
from programkit.model.contributions import Poster
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._wording import listed, timed_words
from programkit.rules.base import HEAVIEST, Reads, Rule
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class PosterBoard(Rule):
    """Every poster is shown in a session, on one of its boards if they are numbered.

    Two on one board are always hard. Where the facts have no session for posters, nothing is asked.
    """

    code: ClassVar[str] = "poster-board"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.BOARD})

    level: Level = Level.SOFT
    weight: int = Field(default=100, ge=0, le=HEAVIEST)
    """What each poster costs that lacks its place, where the rule is soft."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        if not poster_sessions(program.conference):
            return
        taken: dict[Place, list[Poster]] = {}
        for poster in filter(lambda poster: poster.takes_place, program.posters):
            place = program.hung[poster.id]
            if not is_complete(program.conference, place):
                yield self._nowhere(program.conference, poster, place)
            if place is not None and place.board:
                taken.setdefault(place, []).append(poster)
        for place, posters in taken.items():
            if len(posters) > 1:
                yield self._together(program.conference, place, posters)

    def _nowhere(self, conference: Conference, poster: Poster, place: Place | None) -> Finding:
        lacks = "is in no session"
        if place is not None:
            session = timed_words(conference, conference.timetable.sessions[place.session])
            lacks = f"has no board in {session}"
            if place.board:
                lacks = f"hangs on board {place.board}, which {session} does not have"
        return self.found(
            f"{talk_text(conference, poster)} {lacks}",
            about=(poster.id,),
            remedy="add boards: to a session of kind posters, or give its session and board",
            source=conference.source("posters", poster.id),
        )

    def _together(self, conference: Conference, place: Place, posters: list[Poster]) -> Finding:
        names = listed(talk_text(conference, poster) for poster in posters)
        finding = self.found(
            f"{names} hang on one board, {place.board}",
            about=(place.session, *(poster.id for poster in posters)),
            remedy="give each its own board",
            source=conference.source("posters", posters[-1].id, "board"),
        )
        return finding.replace(level=Level.HARD, cost=0)

    @override
    def post(self, decisions: Decisions) -> None:
        conference = decisions.conference
        if not poster_sessions(conference):
            return
        for poster in conference.posters:
            if poster.takes_place:
                places = decisions.hangs(poster.id).items()
                good = [there for place, there in places if is_complete(conference, place)]
                decisions.at_least(self, good, 1, (poster.id,))
        for place, posters in decisions.boards.items():
            terms = [(there, 1) for there in posters.values()]
            decisions.at_most(self, terms, 1, (place.session, place.board), hard=True)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        if about[0] in conference.by_id.posters:
            return f"{talk_text(conference, conference.poster(about[0]))} has a board"
        session = timed_words(conference, conference.timetable.sessions[about[0]])
        return f"board {about[1]} of {session} shows one poster"
