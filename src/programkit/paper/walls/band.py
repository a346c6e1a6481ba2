"""The colored band at the top of a sheet, from edge to edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from programkit.paper.book import Book
from programkit.paper.walls.fitting import height_of
from programkit.typeset.blocks import Block
from programkit.typeset.marks import Bar, Strip

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
