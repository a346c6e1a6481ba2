"""Who chairs, and who may where somebody is sought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from programkit.model.base import TBD, Unknown
from programkit.model.people import Role
from programkit.model.timetable import TimedSession

if TYPE_CHECKING:
    from programkit.model.conference import Conference

ROLE: Final = "chair"
"""The role of people who have said that they would chair."""


def chairs_of(session: TimedSession) -> tuple[str, ...]:
    """Ids of a session's chairs, each once; none where they are unknown."""
    chairs = session.session.chairs
    return () if isinstance(chairs, Unknown) else tuple(dict.fromkeys(chairs))


def sessions_that_seek(conference: Conference) -> tuple[TimedSession, ...]:
    """The sessions whose chairs the facts leave open."""
    sessions = conference.timetable.sessions.values()
    return tuple(session for session in sessions if session.session.chairs is TBD)


def may_chair(conference: Conference) -> tuple[str, ...]:
    """Ids of the people among whom chairs are chosen, in the order of the facts.

    Those with the role ``chair``, if there are any; else everybody who speaks, chairs a track, or
    has any role.
    """
    asked = [person.id for person in conference.people if _serves(conference, person.roles)]
    if asked:
        return tuple(asked)
    known = set(_known(conference))
    return tuple(person.id for person in conference.people if person.id in known)


def _serves(conference: Conference, roles: tuple[Role, ...]) -> bool:
    """Whether somebody has the role of a chair while the conference lasts."""
    first, last = conference.dates or (None, None)
    return any(
        role.role.casefold() == ROLE
        and (role.since is None or last is None or role.since <= last)
        and (role.until is None or first is None or role.until >= first)
        for role in roles
    )


def _known(conference: Conference) -> Iterator[str]:
    """Everybody who has something to do on site."""
    for talk in conference.talks:
        if talk.takes_place:
            yield from talk.speaker_ids
    for track in conference.tracks:
        yield from track.chairs
    yield from (person.id for person in conference.people if person.roles)
