"""Sheets for walls as files, one each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from programkit.model.findings import Finding
from programkit.outline.nodes import Outline
from programkit.paper.book import Book
from programkit.paper.look.theme import Theme
from programkit.paper.parts.base import Hung, Part
from programkit.paper.pdf.canvas import Metadata, Sheet
from programkit.typeset.pages import Flow, set_pages


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file."""

    name: str
    """With what tells its format."""
    data: bytes
    """The PDF."""
    missing: tuple[str, ...]
    """The characters in it that no font has."""
    findings: tuple[Finding, ...]


def draw_walls(outline: Outline, theme: Theme, parts: Sequence[Part]) -> Iterator[Drawn]:
    """Draw each sheet of the parts that hang on walls, and each other part as a whole.

    Args:
        outline: What readers see.
        theme: The look.
        parts: What is drawn; those that have nothing to show make no file.

    Raises:
        RenderError: A logo or a font cannot be used.
    """
    book = Book(outline, theme, tuple(part.name for part in parts))
    for part in parts:
        if isinstance(part, Hung):
            for sheet in part.sheets(book):
                yield _drawn(sheet.name, sheet.title, (sheet.flow,), book)
        elif flows := tuple(part.flows(book)):
            yield _drawn(part.name, outline.plain_title, flows, book)


def _drawn(name: str, title: str, flows: Sequence[Flow], book: Book) -> Drawn:
    outline = book.outline
    metadata = Metadata(
        title=title,
        author=", ".join(" ".join(host.name.split()) for host in outline.hosts),
        subject=outline.place,
        language=outline.language,
        revised=outline.revised,
    )
    sheet = Sheet(metadata, book.theme.palette)
    missing: dict[str, None] = {}
    for pages in set_pages(flows):
        sheet.add(pages)
        missing.update(dict.fromkeys(char for page in pages for char in page.missing))
    findings = tuple(finding for flow in flows for finding in flow.findings)
    return Drawn(f"{name}.pdf", sheet.save(), tuple(missing), findings)
