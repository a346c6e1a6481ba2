"""Where posters hang: poster sessions, their boards, and what is decided about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from programkit.model.base import Frozen, Id
from programkit.model.contributions import Poster
from programkit.model.timetable import TimedSession

if TYPE_CHECKING:
    from programkit.model.conference import Conference

KIND: Final = "posters"
"""The kind of sessions that show posters, with numbered boards or without."""


class PosterDecision(Frozen):
    """What is decided about a poster that the facts leave open."""

    poster: Id
    """Id of the poster."""
    session: Id
    """Id of the session that shows it."""
    board: str = ""
    """Its board's number; empty where the session numbers none."""


class Place(NamedTuple):
    """Where a poster hangs, or may."""

    session: str
    """Id of the session."""
    board: str
    """Number of the board; empty where it is not known, or there are none."""


def poster_sessions(conference: Conference) -> tuple[TimedSession, ...]:
    """The sessions that show posters."""
    sessions = conference.timetable.sessions.values()
    return tuple(s for s in sessions if s.session.kind == KIND or s.session.boards)


def place_of(poster: Poster) -> Place | None:
    """Where a poster hangs as far as it is known; nothing where not even the session is."""
    return None if poster.session is None else Place(poster.session, poster.board)


def is_complete(conference: Conference, place: Place | None) -> bool:
    """Whether a poster that hangs there needs nothing more: one of the boards, if there are any."""
    if place is None:
        return False
    boards = conference.timetable.sessions[place.session].session.boards
    return place.board in boards or not boards


def places_for(conference: Conference, poster: Poster) -> tuple[Place, ...]:
    """Where a poster may hang: where the facts say, or else anywhere; facts are not overruled."""
    known = place_of(poster)
    if known is not None and (known.board or is_complete(conference, known)):
        return (known,)
    return tuple(
        Place(session.id, board)
        for session in poster_sessions(conference)
        if poster.session in {None, session.id}
        for board in dict.fromkeys(session.session.boards or (poster.board,))
        if poster.board in {"", board}
    )


def is_open(conference: Conference, poster: Poster) -> bool:
    """Whether the facts leave open where a poster hangs that is shown."""
    return poster.takes_place and places_for(conference, poster) != (place_of(poster),)


def as_hung(poster: Poster, decision: PosterDecision) -> Poster:
    """The poster with what is decided about it; facts are not overruled."""
    return poster.replace(
        session=poster.session or decision.session, board=poster.board or decision.board
    )
