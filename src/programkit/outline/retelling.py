"""An outline of which abstracts alone are new: all else of it is used again.

Abstracts are what changes most often and most of what readers see; nothing else depends on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import is_
from typing import Final, TypeVar

from programkit.model.base import Frozen
from programkit.model.contributions import Contribution
from programkit.model.program import Program
from programkit.outline.contributions import abstract_of
from programkit.outline.nodes import (
    Outline,
    OutlineDay,
    OutlineItem,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
)

_WITH_ABSTRACTS: Final = frozenset({"talks", "posters"})
_Node = TypeVar("_Node", OutlineTalk, OutlinePoster)
_Changed = Mapping[str, Contribution]
"""Talks and posters with other abstracts, by their ids; no talk has the id of a poster."""


def retold(outline: Outline, before: Program, program: Program) -> Outline | None:
    """The outline of a program, made of that of an earlier one; none if more than abstracts differ.

    Args:
        outline: Of the earlier program.
        before: The earlier program, its public projection.
        program: The program, its public projection.
    """
    changed = _changed(before, program)
    if not changed:
        return None if changed is None else outline
    talks = {talk.id: _with_abstract(talk, changed) for talk in outline.talks}
    posters = {poster.id: _with_abstract(poster, changed) for poster in outline.posters}

    def told(item: OutlineItem) -> OutlineItem:
        return _session(item, talks, posters) if isinstance(item, OutlineSession) else item

    return replace(
        outline,
        talks=tuple(talks.values()),
        posters=tuple(posters.values()),
        days=tuple(_day(day, tuple(map(told, day.items))) for day in outline.days),
        floating=tuple(_session(session, talks, posters) for session in outline.floating),
    )


def _changed(before: Program, program: Program) -> _Changed | None:
    """What has another abstract; none if anything else is other than before."""
    names = Program.model_fields.keys() - {"conference"}
    facts, known = program.conference, before.conference
    fields = type(facts).model_fields.keys() - _WITH_ABSTRACTS
    if type(facts) is not type(known) or not (
        _same(before, program, names) and _same(known, facts, fields)
    ):
        return None
    found: dict[str, Contribution] = {}
    kinds: list[tuple[Sequence[Contribution], Sequence[Contribution]]]
    kinds = [(known.talks, facts.talks), (known.posters, facts.posters)]
    for old, new in kinds:
        if len(old) != len(new) or not all(map(_same_but_abstract, old, new)):
            return None
        found |= {b.id: b for a, b in zip(old, new, strict=True) if a.abstract != b.abstract}
    return found


def _same(one: Frozen, other: object, names: Iterable[str]) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _same_but_abstract(one: Contribution, other: Contribution) -> bool:
    names = type(one).model_fields.keys() - {"abstract"}
    return one is other or _same(one, other, names)


def _with_abstract(node: _Node, changed: _Changed) -> _Node:
    new = changed.get(node.id)
    return node if new is None else replace(node, abstract=abstract_of(new))


def _session(
    session: OutlineSession,
    talks: Mapping[str, OutlineTalk],
    posters: Mapping[str, OutlinePoster],
) -> OutlineSession:
    """A session with its talks and posters as they now are."""
    rows = tuple(
        row
        if row.talk is None or talks[row.talk.id] is row.talk
        else replace(row, talk=talks[row.talk.id])
        for row in session.rows
    )
    hung = tuple(posters[poster.id] for poster in session.posters)
    same = all(map(is_, rows, session.rows)) and all(map(is_, hung, session.posters))
    return session if same else replace(session, rows=rows, posters=hung)


def _day(day: OutlineDay, items: tuple[OutlineItem, ...]) -> OutlineDay:
    return day if all(map(is_, items, day.items)) else replace(day, items=items)
