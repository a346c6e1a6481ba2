"""Hosts and sponsors, by their logos or set in type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from programkit.model.venue import Organization
from programkit.paper.book import Book
from programkit.paper.images.logos import logo_file, logo_size
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, paragraph, picture

_LOGO_LINES = 3.2
"""How high a logo is at most, in lines of running text."""


def organizations(
    names: Iterable[Organization], label: str, book: Book, fill_before: float = 0.0
) -> Iterator[Block]:
    """Hosts or sponsors under what they are called.

    Args:
        names: The organizations; if there are none, nothing is printed.
        label: What they are called.
        book: The booklet.
        fill_before: Their share of the room left on the page, which goes above them.
    """
    blocks = [organization(each, book) for each in names]
    if blocks:
        head = paragraph(label, book.styles.cover_label, book.width)
        yield replace(head, fill_before=fill_before, keep_with_next=True)
        yield from blocks


def organization(host: Organization, book: Book, *, scale: float = 1.0, kind: bool = True) -> Block:
    """One of them.

    Args:
        host: The organization.
        book: The booklet.
        scale: How much larger than usual it is.
        kind: Whether its kind stands beside its name.
    """
    style = book.styles.cover_host
    style = style.replace(size=style.size * scale, leading=style.leading * scale)
    if not host.logo:
        shown = host if kind else host.replace(kind="")
        return replace(paragraph(tuple(_lines(shown)), style, book.width), keep_together=True)
    path = logo_file(book.outline.folder, host.logo)
    widest = min(book.width, book.width / 2 * scale)
    width, height = logo_size(path, widest, _LOGO_LINES * style.leading)
    alt = " ".join(host.name.split())
    return replace(picture(path, width, height, alt=alt), space_after=style.space_after)


def _lines(host: Organization) -> Iterator[Run]:
    """The name in bold; a further line steps back unless it goes on in a small letter."""
    for number, line in enumerate(host.name.splitlines()):
        if number:
            yield Run("\n", newline=True)
        yield Run(line, bold=not number or line[:1].islower())
    if host.kind:
        yield Run(f" · {host.kind}", italic=True)
