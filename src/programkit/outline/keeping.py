"""Nodes of an outline that was made before, used again where they are equal.

An outline is made again for each edit, and most of it is as it was. Where a node is the same object
as before, everything that was made of it still holds, and nobody has to compare it field by field.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TypeVar

from programkit.model.program import Program
from programkit.outline.nodes import (
    Outline,
    OutlineDay,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
)
from programkit.outline.retelling import retold

Kept = OutlineTalk | OutlinePoster | OutlineSession | OutlineDay
Node = TypeVar("Node", OutlineTalk, OutlinePoster, OutlineSession, OutlineDay)


class Before:
    """The nodes of an outline.

    Args:
        outline: The one that was made before; none given means that there is none.
        program: What it was made of, a public projection; none given means that this is not known.
    """

    def __init__(self, outline: Outline | None = None, program: Program | None = None) -> None:
        self._outline, self._program = outline, program
        days = outline.days if outline is not None else ()
        sessions = (item for day in days for item in day.items if isinstance(item, OutlineSession))
        nodes: list[Kept] = [*days, *sessions]
        if outline is not None:
            nodes += [*outline.talks, *outline.posters, *outline.floating]
        self._nodes = {(type(node), node.id): node for node in nodes}

    def same(self, node: Node) -> Node:
        """The node of before if it is equal, or else the one that is given."""
        known = self._nodes.get((type(node), node.id))
        return known if isinstance(known, type(node)) and known == node else node

    def retold(self, program: Program, folder: str) -> Outline | None:
        """The outline of a program of which abstracts alone are new; none if more is, or may be."""
        if self._outline is None or self._program is None or self._outline.folder != folder:
            return None
        return retold(self._outline, self._program, program)


def alike_but_texts(one: object, other: object) -> bool:
    """Whether two things made of nodes differ at most in the abstracts of talks and posters.

    What is the same object in both is not looked into.
    """
    if one == other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(alike_but_texts, one, other))
    if type(one) is not type(other) or not is_dataclass(one):
        return False
    names = (field.name for field in fields(one) if field.name != "abstract")
    return all(alike_but_texts(getattr(one, name), getattr(other, name)) for name in names)
