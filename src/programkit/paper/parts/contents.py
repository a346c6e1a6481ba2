"""The table of contents: what the booklet has, and on which page it begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.paper.book import Book
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, paragraph
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow
from programkit.typeset.row import Fill, PageRef
from programkit.typeset.style import ParagraphStyle

_LEADER = " ."
_STEP = 1.5  # times the type size: the indent of a level below another
_TOP, _BELOW = 0.5, 0.12  # of a line: the room above a part, and below each entry


@dataclass(frozen=True)
class Contents:
    """Parts, and the days or groups in them, with their pages."""

    name: ClassVar[str] = "contents"

    least: int = 40
    """In a booklet of fewer talks and posters, readers find their way without."""
    depth: int = 2
    """How many levels are listed: 1 has the parts, 2 their days or groups, or the terms of a series
    that goes over several, 3 every abstract."""

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow; none where there is too little to list."""
        listed = [anchor for anchor in book.contents if anchor.level < self.depth]
        enough = len(book.outline.talks) + len(book.outline.posters) >= self.least
        if enough and listed:
            blocks = (_entry(anchor, book) for anchor in listed)
            yield book.flow(
                (book.part_heading("contents", "contents"), *blocks), book.word("contents")
            )


def _entry(anchor: Anchor, book: Book) -> Block:
    """A title, and its page at the right edge; leaders lead from the one to the other."""
    style = _style(anchor.level, book)
    indent = _STEP * style.size * anchor.level
    title = Run(anchor.title, link=f"#{anchor.name}")
    inlines = (title, Fill(_LEADER if anchor.level else ""), PageRef(anchor.name))
    block = paragraph(inlines, style, book.width - indent).moved(indent)
    return replace(block, role="TOCI", keep_with_next=not anchor.level)


def _style(level: int, book: Book) -> ParagraphStyle:
    style = book.styles.index
    line = style.leading
    return style.replace(
        bold=not level, space_before=0.0 if level else line * _TOP, space_after=line * _BELOW
    )
