"""What differs about posters: where they hang, and what readers see of them."""

from __future__ import annotations

from collections.abc import Iterator

from programkit.answers.places import place_words
from programkit.model.base import Unknown
from programkit.model.changes import Change, ChangeKind
from programkit.model.contributions import Poster
from programkit.model.program import Program


def of_posters(old: Program, new: Program) -> Iterator[Change]:
    """The changes in the order of the new facts, what is gone last."""
    before, after = old.conference.by_id.posters, new.conference.by_id.posters
    for poster in after.values():
        people = {**dict.fromkeys(poster.speaker_ids)}
        if poster.id not in before:
            yield _one(new, poster, ChangeKind.ADDED)
            continue
        people.update(dict.fromkeys(before[poster.id].speaker_ids))
        concerned = _by_name(old, new, people)
        for kind, message in _differences(old, new, before[poster.id], poster):
            yield Change(kind=kind, about=poster.id, message=message, people=concerned)
    for poster in before.values():
        if poster.id not in after:
            yield _one(old, poster, ChangeKind.REMOVED)


def _differences(
    old: Program, new: Program, before: Poster, after: Poster
) -> Iterator[tuple[ChangeKind, str]]:
    was, now = old.hung[before.id], new.hung[after.id]
    if was != now:
        kind = (
            ChangeKind.MOVED if was and now else ChangeKind.PLACED if now else ChangeKind.UNPLACED
        )
        yield kind, f"from {_place(old, before)} to {_place(new, after)}"
    if before.title != after.title:
        yield ChangeKind.RETITLED, f"from {_title(before)} to {_title(after)}"
    if before.state is not after.state:
        yield ChangeKind.STATE, f"from {before.state} to {after.state}"


def _one(program: Program, poster: Poster, kind: ChangeKind) -> Change:
    people = _by_name(program, program, dict.fromkeys(poster.speaker_ids))
    message = f"{_title(poster)}, {_place(program, poster)}"
    return Change(kind=kind, about=poster.id, message=message, people=people)


def _place(program: Program, poster: Poster) -> str:
    """The session that shows it, and its board."""
    hung = program.hung[poster.id]
    if hung is None:
        return "no place"
    session = program.timetable.sessions[hung.session]
    where = place_words(program.conference, session.interval, session.room, session.day, session.id)
    return f"{where}, board {hung.board}" if hung.board else where


def _title(poster: Poster) -> str:
    return "a title to be announced" if isinstance(poster.title, Unknown) else f"“{poster.title}”"


def _by_name(old: Program, new: Program, people: dict[str, None]) -> tuple[str, ...]:
    known = {**old.conference.by_id.people, **new.conference.by_id.people}
    return tuple(sorted(people, key=lambda person: (known[person].name, person)))
