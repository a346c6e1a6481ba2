"""Compares two programs: what changed, and who must be told."""

from __future__ import annotations

from programkit.answers.differences import differences
from programkit.model.changes import Changes
from programkit.model.kinds import needs
from programkit.model.program import Program


def diff(old: Program, new: Program) -> Changes:
    """Everything that differs for speakers, chairs and readers.

    Returns:
        The changes in the order of the new program, what is gone last. Each names the people who
        must be told: the speakers of a talk and the chairs of a session, before and after.
    """
    needs("diff", old, Program)
    needs("diff", new, Program)
    return differences(old, new)
