"""What a part of the booklet is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Protocol

from programkit.paper.book import Book
from programkit.typeset.pages import Flow


class Part(Protocol):
    """A part of the booklet: pages made from what readers see of the program.

    To add one, write a class with a name and ``flows``, and pass it in ``parts=``.
    """

    name: ClassVar[str]
    """What it is called in settings."""

    def flows(self, book: Book) -> Iterable[Flow]:
        """Its pages, in flows that each begin on a new one; none where there is nothing to show."""
        ...
