"""Hosts and sponsors, by their logos or set in type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from programkit.model.venue import Organization
from programkit.paper.beside import beside
from programkit.paper.book import Book
from programkit.paper.images.logos import logo_file, logo_size
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, paragraph, picture
from programkit.typeset.marks import Strip, shifted

_LOGO_LINES = 3.2
"""How high a logo is at most, in lines of running text."""
BETWEEN = 2.0
"""The room between logos side by side, times the size of running text."""


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
    blocks = [
        block
        for drawn, group in groupby(names, key=lambda each: bool(each.logo))
        for block in (_logos(group, book) if drawn else (organization(n, book) for n in group))
    ]
    if blocks:
        head = paragraph(label, book.styles.cover_label, book.width)
        yield replace(head, fill_before=fill_before, keep_with_next=True)
        yield from blocks


def _logos(hosts: Iterable[Organization], book: Book) -> Iterator[Block]:
    logos = [(organization(host, book),) for host in hosts]
    return in_rows(logos, book.width, book.styles.body.size * BETWEEN)


def in_rows(cells: Iterable[Sequence[Block]], width: float, gap: float) -> Iterator[Block]:
    """Logos, each with what stands below it, as many side by side as the text is wide.

    Args:
        cells: The logo first, then what stands below.
        width: How wide the text is, in points.
        gap: The room between logos.
    """
    row: list[tuple[float, Sequence[Block]]] = []
    x = 0.0
    for cell in cells:
        wide = max(mark.x + mark.width for block in cell for s in block.strips for mark in s.marks)
        if row and x + wide > width:
            yield from _row(row)
            row, x = [], 0.0
        row.append((x, cell))
        x += wide + gap
    if row:
        yield from _row(row)


def _row(cells: Sequence[tuple[float, Sequence[Block]]]) -> Iterator[Block]:
    """Cells side by side, the logos centered on one line."""
    height = max(logo.height for _, (logo, *_) in cells)
    room = max(cell[-1].space_after for _, cell in cells)
    centered = [(x, (_centered(logo, height), *below)) for x, (logo, *below) in cells]
    *blocks, last = beside(centered)
    yield from (*blocks, replace(last, space_after=room))


def _centered(logo: Block, height: float) -> Block:
    lower = (height - logo.height) / 2
    marks = tuple(shifted(mark, 0.0, lower) for strip in logo.strips for mark in strip.marks)
    return replace(logo, strips=(Strip(height, marks),))


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
