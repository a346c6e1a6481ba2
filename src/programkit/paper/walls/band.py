"""The colored band at the top of a sheet, from edge to edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from programkit.paper.book import Book
from programkit.paper.walls.fitting import height_of, largest
from programkit.paper.walls.pages import LEAST, Type, sizes, unit
from programkit.text.markup import inline
from programkit.typeset.blocks import Block, paragraph
from programkit.typeset.marks import Anchor, Bar, Strip

_TITLE = 0.16  # of the height of the text: how high a title is at most
_BELOW = 0.6  # of the upper margin: the room in the band below its text


def band(blocks: Sequence[Block], book: Book) -> Iterator[Block]:
    """Blocks on a colored ground that goes up to the edges of the page.

    Args:
        blocks: What stands in it, in the color of paper, at the top of a page.
        book: The booklet, in the page of the sheet.
    """
    page = book.theme.measures
    around = page.bleed
    pad = page.top * _BELOW
    ground = Bar(
        -page.inner - around,
        -page.top - around,
        page.width + 2 * around,
        page.top + height_of(blocks) + pad + around,
        "accent",
    )
    yield Block((Strip(0.0, (ground,)),), role="Artifact", keep_with_next=True)
    yield from blocks
    yield room(pad * 2)


def series_title(book: Book, times: float, anchor: Anchor | None = None) -> Block:
    """The title of the whole, in the color of paper; a long one in smaller type.

    Args:
        book: The booklet, in the page of the sheet.
        times: How much larger than ordinary text it is at most.
        anchor: Makes it the heading of the sheet; none given means that another one is.
    """

    def made(size: float) -> list[Block]:
        style = Type(book, size).style(leading=1.14, bold=True, color="paper")
        return [paragraph(inline(book.outline.title), style, book.width)]

    found = largest(made, sizes(unit(book) * times), book.height * _TITLE)
    (block,) = found[1] if found else made(LEAST)
    return block if anchor is None else replace(block, role="H1").anchored(anchor)


def ribbon(block: Block, book: Book) -> Iterator[Block]:
    """A block on a colored ground within the text of a page, between its edges.

    Args:
        block: What stands on it, in the color of paper.
        book: The booklet, in the page of the sheet.
    """
    page = book.theme.measures
    pad = block.height * 0.25
    wide, high = page.width + 2 * page.bleed, block.height + 2 * pad
    ground = Bar(-page.inner - page.bleed, 0.0, wide, high, "accent")
    yield Block((Strip(0.0, (ground,)), Strip(pad)), role="Artifact", keep_with_next=True)
    yield block
    yield room(pad * 3)


def room(height: float) -> Block:
    """Some room, in points, that nothing is told of."""
    return Block((Strip(height),), role="Artifact", keep_with_next=True)
