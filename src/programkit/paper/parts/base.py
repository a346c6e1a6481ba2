"""What a part of the booklet is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Protocol, runtime_checkable

from programkit.paper.book import Book
from programkit.paper.walls.sheet import WallSheet
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow


class Part(Protocol):
    """A part of the booklet: pages made from what readers see of the program.

    To add one, write a class with a name and ``flows``, and pass it in ``parts=``. If it has
    ``headings``, too, it is in the table of contents, see `Listed`.
    """

    name: ClassVar[str]
    """What it is called in settings."""

    def flows(self, book: Book) -> Iterable[Flow]:
        """Its pages, in flows that each begin on a new one; none where there is nothing to show."""
        ...


@runtime_checkable
class Listed(Protocol):
    """A part that the table of contents lists."""

    def headings(self, book: Book) -> Iterable[Anchor]:
        """The anchors of its headings, in order, with their titles and levels.

        They are known before anything is set, so that contents stand before what they list.
        """
        ...


@runtime_checkable
class Hung(Protocol):
    """A part whose pages hang on walls: each of its sheets is a file where posters are made."""

    name: ClassVar[str]

    def sheets(self, book: Book) -> Iterable[WallSheet]:
        """The sheets, whose flows are those of the part."""
        ...


def headings_of(parts: Iterable[Part], book: Book) -> tuple[Anchor, ...]:
    """The headings of all parts that have any, in order."""
    listed = (part for part in parts if isinstance(part, Listed))
    return tuple(anchor for part in listed for anchor in part.headings(book))
