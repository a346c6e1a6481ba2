"""Compares two programs: what changed, and who must be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from programkit.model.base import Unknown
from programkit.model.changes import Change, ChangeKind, Changes
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.program import Placed, Program
from programkit.model.timetable import TimedSession
from programkit.rules._wording import moment_words, room_words


def diff(old: Program, new: Program) -> Changes:
    """Everything that differs for readers, speakers and chairs.

    Returns:
        The changes in the order of the new program, what is gone last. Each names the people who
        must be told: the speakers of a talk and the chairs of a session, before and after.
    """
    changes = [
        *(change for talk in _talks(new) for change in _of_talk(old, new, talk)),
        *(_added_or_gone(old, talk, ChangeKind.REMOVED) for talk in _gone(old, new)),
        *_of_sessions(old, new),
    ]
    return Changes(changes=tuple(changes))
