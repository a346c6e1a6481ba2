"""A sheet for a wall: what its file is called, and its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from programkit.model.findings import Finding, Level
from programkit.paper.book import Book
from programkit.typeset.blocks import Block
from programkit.typeset.pages import Flow


@dataclass(frozen=True, slots=True)
class WallSheet:
    """One sheet."""

    name: str
    """That of its file, without what tells its format."""
    title: str
    """That of the document."""
    flow: Flow
    """One page, unless more is to be said than fits."""


def wall_flow(blocks: Iterable[Block], name: str, book: Book, *noticed: Finding) -> Flow:
    """The page of a sheet, without a number.

    Args:
        blocks: What it shows.
        name: What it is about.
        book: The booklet, in the page of the sheet.
        *noticed: What is to be told of it.
    """
    return replace(book.flow(blocks, name, numbered=False), findings=noticed)


def overfull(name: str, about: Sequence[str] = ()) -> Finding:
    """What is noticed where a sheet has more than a page, though its type is as small as it may be.

    Args:
        name: The sheet.
        about: Ids of what it is about.
    """
    return Finding(
        code="poster-overfull",
        level=Level.SOFT,
        message=f"{name} does not fit on one page in type that can be read on a wall",
        remedy="give it a larger page, or shorten its texts",
        about=tuple(about),
    )
