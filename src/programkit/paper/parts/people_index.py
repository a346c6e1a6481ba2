"""The index of people, with the pages where they are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.outline.index import by_letter
from programkit.outline.nodes import IndexEntry
from programkit.paper.book import Book, abstract_anchor, agenda_anchor
from programkit.paper.parts.abstracts import shown
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph
from programkit.typeset.pages import Flow, Frame, PageShape
from programkit.typeset.row import Fill, Inline, PageRef

_GUTTER = 18.0


@dataclass(frozen=True)
class PeopleIndex:
    """Everybody who presents or contributes, in two columns under their letters."""

    name: ClassVar[str] = "people-index"

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow in two columns; none where nobody is named."""
        entries = [entry for entry in book.outline.index if entry.speaks or entry.contributes]
        if not entries:
            return
        title = book.word("speaker_index")
        width = (book.width - _GUTTER) / 2
        blocks = [replace(book.part_heading("speaker_index", "index"), keep_with_next=True)]
        for letter, group in by_letter(entries):
            blocks.append(heading(letter, book.styles.letter, width))
            blocks.extend(_entry(entry, book, width) for entry in group)
        flow = book.flow(blocks, title)
        yield replace(flow, shape=_two_columns(flow.shape))


def _entry(entry: IndexEntry, book: Book, width: float) -> Block:
    block = paragraph(tuple(_inlines(entry, book)), book.styles.index, width)
    return replace(block, keep_together=True)


def _inlines(entry: IndexEntry, book: Book) -> Iterator[Inline]:
    yield Run(entry.index_name)
    yield Fill(" .")
    talks = {talk.id: talk for talk in book.outline.talks}
    for number, contribution in enumerate((*entry.speaks, *entry.contributes)):
        if number:
            yield Run(", ")
        talk = talks.get(contribution)
        in_agenda = talk is not None and not shown(talk)
        yield PageRef((agenda_anchor if in_agenda else abstract_anchor)(contribution))


def _two_columns(shape: PageShape) -> PageShape:
    return PageShape(
        shape.width,
        shape.height,
        _halves(shape.frames[0]),
        _halves(shape.frames_of(2)[0]),
    )


def _halves(frame: Frame) -> tuple[Frame, ...]:
    width = (frame.width - _GUTTER) / 2
    return (
        Frame(frame.x, frame.y, width, frame.height),
        Frame(frame.x + width + _GUTTER, frame.y, width, frame.height),
    )
