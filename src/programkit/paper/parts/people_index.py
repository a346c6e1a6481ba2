"""The index of people, with the pages where they are found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.outline.index import by_letter
from programkit.outline.nodes import IndexEntry, OutlineTalk
from programkit.paper.book import Book, abstract_anchor, agenda_anchor
from programkit.paper.columns import balanced, two_columns
from programkit.paper.parts.abstracts import shown
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph
from programkit.typeset.pages import Flow
from programkit.typeset.row import Fill, PageRef

_MANY = 150
"""How many contributions may need more than 99 pages."""


@dataclass(frozen=True)
class PeopleIndex:
    """Everybody who presents or contributes, in two columns under their letters."""

    name: ClassVar[str] = "index"

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow in two columns; none where nobody is named."""
        anchors = _anchors(book)
        entries = [entry for entry in book.outline.index if _places(entry, anchors)]
        if not entries:
            return
        shape = two_columns(book.shape)
        width = shape.frames[0].width
        head = book.part_heading("speaker_index", "index")
        blocks: list[Block] = []
        for letter, group in by_letter(entries):
            blocks.append(heading(letter, book.styles.letter, width))
            blocks.extend(_entry(entry, anchors, book, width) for entry in group)
        flow = book.flow(balanced(head, blocks, book.height), book.word("speaker_index"))
        yield replace(flow, shape=shape)


def _anchors(book: Book) -> dict[str, str]:
    """For each talk and poster the place it is looked up at: its abstract, else the agenda."""
    anchors = {talk.id: anchor for talk in book.outline.talks if (anchor := _anchor(talk, book))}
    for poster in book.outline.posters:
        shows = book.has("posters")
        anchors[poster.id] = abstract_anchor(poster.id) if shows else agenda_anchor(poster.id)
    return anchors


def _anchor(talk: OutlineTalk, book: Book) -> str:
    if shown(talk) and book.has("abstracts"):
        return abstract_anchor(talk.id)
    return agenda_anchor(talk.id, talk.occurrences[0].part) if talk.occurrences else ""


def _places(entry: IndexEntry, anchors: dict[str, str]) -> list[str]:
    found = dict.fromkeys((*entry.speaks, *entry.contributes))
    return [anchors[contribution] for contribution in found if contribution in anchors]


def _entry(entry: IndexEntry, anchors: dict[str, str], book: Book, width: float) -> Block:
    first, *more = _places(entry, anchors)
    digits = 2 if len(anchors) < _MANY else 3
    inlines = (Run(entry.index_name), Fill(), PageRef(first, digits, tuple(more)))
    return replace(paragraph(inlines, book.styles.index, width), keep_together=True)
