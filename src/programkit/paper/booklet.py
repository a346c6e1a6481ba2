"""The booklet: its parts laid out in one pass and drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from programkit.model.base import Unknown
from programkit.model.findings import Finding, Level
from programkit.outline.nodes import Outline, OutlinePoster, OutlineTalk
from programkit.paper.book import Book
from programkit.paper.canvas import Metadata, render
from programkit.paper.parts import DEFAULT_PARTS
from programkit.paper.parts.base import Part
from programkit.paper.theme import Theme
from programkit.typeset.pages import Layout, lay_out


@dataclass(frozen=True, slots=True)
class Booklet:
    """A finished booklet."""

    data: bytes
    """The PDF file."""
    pages: int
    findings: tuple[Finding, ...]
    """Characters that no font has."""


def draw_booklet(
    outline: Outline, *, theme: Theme | None = None, parts: Sequence[Part] = DEFAULT_PARTS
) -> Booklet:
    """Lay out the parts and draw them.

    Args:
        outline: What readers see.
        theme: The look; none given means the default one.
        parts: What the booklet has, in order.

    Raises:
        RenderError: A logo or a font cannot be used.
    """
    book = Book(outline, theme or Theme(), tuple(part.name for part in parts))
    layout = lay_out(flow for part in parts for flow in part.flows(book))
    metadata = Metadata(
        title=outline.plain_title,
        author=", ".join(" ".join(host.name.split()) for host in outline.hosts),
        subject=outline.place,
        language=outline.language,
        revised=outline.revised,
    )
    data = render(layout, metadata, book.theme.palette)
    return Booklet(data, len(layout.pages), tuple(_missing(layout, outline)))


def _missing(layout: Layout, outline: Outline) -> Iterator[Finding]:
    for character, page in layout.missing:
        about = tuple(_containing(character, (*outline.talks, *outline.posters)))
        codes = " ".join(f"U+{ord(point):04X}" for point in character)
        where = f" in {', '.join(about)}" if about else ""
        yield Finding(
            code="missing-glyph",
            level=Level.HARD,
            message=f'no font has "{character}" ({codes}), needed{where} on page {page}',
            remedy="name a font that has it in the theme's more_fonts",
            about=about,
        )


def _containing(
    character: str, contributions: Sequence[OutlineTalk | OutlinePoster]
) -> Iterator[str]:
    for contribution in contributions:
        if character in _text(contribution):
            yield contribution.id


def _text(of: OutlineTalk | OutlinePoster) -> str:
    title = () if isinstance(of.title, Unknown) else of.title
    abstract = () if isinstance(of.abstract, Unknown) else of.abstract
    people = () if isinstance(of.speakers, Unknown) else of.speakers
    words = [run.text for run in title]
    words += [run.text for paragraph in abstract for run in paragraph.runs]
    words += [part for who in (*people, *of.coauthors) for part in (who.name, *who.affiliations)]
    return "\n".join(words)
