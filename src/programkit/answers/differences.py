"""What differs between two programs, and who must be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from programkit.answers.memberships import of_people
from programkit.answers.places import place_words
from programkit.answers.posters import of_posters
from programkit.answers.telling import messages
from programkit.model.base import Unknown
from programkit.model.changes import Change, ChangeKind, Changes
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.program import Placed, Program
from programkit.model.timetable import TimedSession

_OTHER_FIELDS = (
    "abstract",
    "coauthors",
    "kind",
    "language",
    "links",
    "minutes",
    "parts",
    "repeated",
    "tags",
    "track",
)
"""Public fields of talks whose changes are told only by name."""


def differences(old: Program, new: Program) -> Changes:
    """Everything that differs for speakers, chairs and readers, and a message to each concerned."""
    changes = tuple(_changes(old, new))
    return Changes(changes=changes, messages=messages(old, new, changes))


def _changes(old: Program, new: Program) -> Iterator[Change]:
    """In the order of the new program, what is gone last."""
    for old_talks, talk in ((old.conference.by_id.talks, talk) for talk in _in_order(new)):
        if talk.id in old_talks:
            yield from _of_talk(old, new, old_talks[talk.id], talk)
        else:
            yield _of_one(new, talk, ChangeKind.ADDED, _places(new, talk))
    yield from _of_sessions(old, new)
    yield from of_posters(old, new)
    for talk in _in_order(old):
        if talk.id not in new.conference.by_id.talks:
            yield _of_one(old, talk, ChangeKind.REMOVED, _places(old, talk))
    yield from of_people(old.conference, new.conference)


def _in_order(program: Program) -> Iterator[Talk]:
    """All talks, the placed ones first, by time."""
    placed = dict.fromkeys(found.talk.id for found in program.placed)
    known = program.conference.by_id.talks
    yield from (known[talk] for talk in placed)
    yield from (talk for talk in program.conference.talks if talk.id not in placed)


def _of_talk(old: Program, new: Program, before: Talk, after: Talk) -> Iterator[Change]:
    people = _by_name(new.conference, old.conference, (*before.speaker_ids, *after.speaker_ids))
    for kind, message in (*_of_place(old, new, after), *_of_facts(old, new, before, after)):
        yield Change(kind=kind, about=after.id, message=message, people=people)


def _of_place(old: Program, new: Program, talk: Talk) -> Iterator[tuple[ChangeKind, str]]:
    was, now = old.by_talk.get(talk.id, ()), new.by_talk.get(talk.id, ())
    before, after = _places(old, talk), _places(new, talk)
    if not was and now:
        yield ChangeKind.PLACED, after
    elif was and not now:
        yield ChangeKind.UNPLACED, f"was {before}"
    elif [p.interval for p in was] != [p.interval for p in now]:
        yield ChangeKind.MOVED, f"from {before} to {after}"
    elif [p.room for p in was] != [p.room for p in now]:
        yield ChangeKind.ROOM, f"from {before} to {after}"
    elif _unnamed(was) != _unnamed(now):
        yield ChangeKind.MOVED, f"from {before} to {after}"


def _of_facts(
    old: Program, new: Program, before: Talk, after: Talk
) -> Iterator[tuple[ChangeKind, str]]:
    if before.title != after.title:
        yield ChangeKind.RETITLED, f"from {_title(before)} to {_title(after)}"
    if before.speakers != after.speakers:
        names = (_speakers(old.conference, before), _speakers(new.conference, after))
        yield ChangeKind.SPEAKERS, f"from {names[0]} to {names[1]}"
    if before.state is not after.state:
        yield ChangeKind.STATE, f"from {before.state} to {after.state}"
    fields = [name for name in _OTHER_FIELDS if getattr(before, name) != getattr(after, name)]
    if fields:
        yield ChangeKind.OTHER, f"other {', '.join(fields)}"


def _of_one(program: Program, talk: Talk, kind: ChangeKind, where: str) -> Change:
    conference = program.conference
    people = _by_name(conference, conference, talk.speaker_ids)
    return Change(kind=kind, about=talk.id, message=f"{_title(talk)}, {where}", people=people)


def _of_sessions(old: Program, new: Program) -> Iterator[Change]:
    """Who chairs; and for chairs, and for whoever comes to a session without talks, when and where.

    Of other sessions their talks tell.
    """
    for session in new.timetable.sessions.values():
        before = old.timetable.sessions.get(session.id)
        if before is None:
            continue
        chairs = (*_chair_ids(before), *_chair_ids(session))
        people = _by_name(new.conference, old.conference, chairs)
        if chairs or not new.by_session.get(session.id):
            yield from _moved(old, new, before, session, people)
        if before.session.chairs != session.session.chairs:
            names = (_chairs(old.conference, before), _chairs(new.conference, session))
            yield Change(
                kind=ChangeKind.CHAIRS,
                about=session.id,
                message=f"from {names[0]} to {names[1]}",
                people=people,
            )


def _moved(
    old: Program, new: Program, before: TimedSession, after: TimedSession, people: tuple[str, ...]
) -> Iterator[Change]:
    """Another time of a session, or another room."""
    if before.interval != after.interval:
        kind = ChangeKind.MOVED
    elif before.room != after.room:
        kind = ChangeKind.ROOM
    else:
        return
    was, now = (
        place_words(program.conference, session.interval, session.room, session.day, session.id)
        for program, session in ((old, before), (new, after))
    )
    yield Change(kind=kind, about=after.id, message=f"from {was} to {now}", people=people)


def _chair_ids(session: TimedSession) -> tuple[str, ...]:
    chairs = session.session.chairs
    return () if isinstance(chairs, Unknown) else chairs


def _chairs(conference: Conference, session: TimedSession) -> str:
    if isinstance(session.session.chairs, Unknown):
        return "chairs to be announced"
    return _names(conference, session.session.chairs)


def _places(program: Program, talk: Talk) -> str:
    """Where a talk is, all its parts."""
    found = program.by_talk.get(talk.id, ())
    return ", ".join(_place(program, placed) for placed in found) or "without a place"


def _place(program: Program, placed: Placed) -> str:
    slots = " ".join(placed.placement.slots)
    name = slots or placed.placement.session or "unknown"
    day = None if placed.session is None else placed.session.day
    return place_words(program.conference, placed.interval, placed.room, day, name)


def _unnamed(places: Iterable[Placed]) -> list[object]:
    """Where talks without a time are: nothing but the place tells two of them apart."""
    return [p.placement.slots or p.placement.session for p in places if p.interval is None]


def _title(talk: Talk) -> str:
    return "a title to be announced" if isinstance(talk.title, Unknown) else f"“{talk.title}”"


def _speakers(conference: Conference, talk: Talk) -> str:
    if isinstance(talk.speakers, Unknown):
        return "speakers to be announced"
    return _names(conference, talk.speakers)


def _names(conference: Conference, people: Iterable[str]) -> str:
    return ", ".join(conference.person(person).name for person in people) or "nobody"


def _by_name(new: Conference, old: Conference, people: Iterable[str]) -> tuple[str, ...]:
    """Each once, in order of name."""
    known = {**old.by_id.people, **new.by_id.people}
    return tuple(sorted(set(people), key=lambda person: (known[person].name, person)))
