"""Who and what is listed and takes no part, or takes part and should not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from programkit.checks.base import source_of
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import State, Talk
from programkit.model.findings import Finding, Level
from programkit.model.sources import item_source
from programkit.model.timetable import TimedSession
from programkit.text.subjects import people_text, talk_text


@dataclass(frozen=True)
class Presence:
    """People without a part in the program, and withdrawn talks that still have a place."""

    codes: ClassVar[Mapping[str, str]] = {
        "person-unused": "A person is listed and has no part in the conference.",
        "withdrawn-listed": "A withdrawn talk is still listed in a slot.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """Findings in the order of the facts."""
        active = _active(conference)
        for person in conference.people:
            others = [role for role in person.roles if role.role != "speaker"]
            if person.id not in active and not others:
                yield Finding(
                    code="person-unused",
                    level=Level.NOTE,
                    message=f'{people_text(conference, [person.id])} ("{person.id}") has no talk, '
                    "poster, session or role",
                    remedy="name the person where it takes part, or drop it",
                    about=(person.id,),
                    source=conference.source("people", person.id),
                )
        for session in conference.timetable.sessions.values():
            yield from _withdrawn_in(conference, session)
        for talk in conference.talks:
            if talk.at and talk.state is State.WITHDRAWN:
                yield _still_listed(conference, talk, "says where it is given", "drop at:")


def _active(conference: Conference) -> set[str]:
    """Ids of everybody who presents, writes, hosts or chairs; also of what was cancelled."""
    active: set[str] = set()
    for contribution in (*conference.talks, *conference.posters):
        active.update(contribution.people_ids)
    for talk in conference.talks:
        active.update(talk.hosts)
    for track in conference.tracks:
        active.update(track.chairs)
    for session in conference.timetable.sessions.values():
        chairs = session.session.chairs
        active.update(() if isinstance(chairs, Unknown) else chairs)
    return active


def _withdrawn_in(conference: Conference, session: TimedSession) -> Iterator[Finding]:
    listed = [slot.slot.talk for slot in session.slots] + list(session.session.talks)
    for talk_id in dict.fromkeys(listed):
        if isinstance(talk_id, str):
            talk = conference.talk(talk_id)
            if talk.state is State.WITHDRAWN:
                found = _still_listed(
                    conference, talk, f'is listed in session "{session.id}"', "open its slot"
                )
                yield found.replace(source=item_source(conference, session))


def _still_listed(conference: Conference, talk: Talk, where: str, remedy: str) -> Finding:
    return Finding(
        code="withdrawn-listed",
        level=Level.SOFT,
        message=f"{talk_text(conference, talk)} is withdrawn and still {where}",
        remedy=f"{remedy}; a talk that was announced is cancelled, not withdrawn",
        about=(talk.id,),
        source=source_of(conference, talk, "state"),
    )
