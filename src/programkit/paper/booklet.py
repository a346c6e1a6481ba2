"""The booklet: its parts laid out in one pass and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from programkit.cycles import uncollected
from programkit.model.findings import Finding
from programkit.outline.nodes import Outline
from programkit.paper.book import Book
from programkit.paper.look.theme import Theme
from programkit.paper.parts import DEFAULT_PARTS
from programkit.paper.parts.base import Part, headings_of
from programkit.paper.pdf.canvas import Metadata, Sheet
from programkit.paper.remarks import remarks
from programkit.typeset.pages import Flow, Page, set_pages
from programkit.typeset.words import forget_words

FRONT_MATTER = frozenset({"cover", "welcome", "contents"})
"""The parts that may be numbered apart, where they come first."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """A finished booklet."""

    data: bytes
    """The PDF file."""
    pages: int
    findings: tuple[Finding, ...]
    """What is to be told of it, such as characters that no font has."""


def draw_booklet(
    outline: Outline,
    *,
    theme: Theme | None = None,
    parts: Sequence[Part] = DEFAULT_PARTS,
    tagged: bool = True,
    progress: Callable[[str], None] | None = None,
) -> Booklet:
    """Lay out the parts and draw them.

    Args:
        outline: What readers see.
        theme: The look; none given means the default one.
        parts: What the booklet has, in order.
        tagged: Whether it says what its contents are, for screen readers.
        progress: Called with what is done next, of each part and each page.

    Raises:
        RenderError: A logo or a font cannot be used.
    """
    tell = progress or _nobody
    book = Book(outline, theme or Theme(), tuple(part.name for part in parts))
    book = replace(book, contents=headings_of(parts, book))
    metadata = Metadata(
        title=outline.plain_title,
        author=", ".join(" ".join(host.name.split()) for host in outline.hosts),
        subject=outline.place,
        language=outline.language,
        revised=outline.revised,
        leftward=book.mirrored,
    )
    sheet = Sheet(metadata, book.theme.palette, tagged=tagged)
    missing: dict[str, str] = {}
    noticed: list[Finding] = []
    count = 0
    with uncollected():
        for pages in set_pages(_flows(parts, book, tell, noticed)):
            sheet.add(pages)
            _note_missing(pages, missing)
            count += len(pages)
            del pages  # the next ones are made while these would still be kept
            tell(f"page {count}")
        data = sheet.save()
    return Booklet(data, count, (*remarks(outline, missing), *noticed))


def _note_missing(pages: Sequence[Page], missing: dict[str, str]) -> None:
    """Note the characters that no face has, each with the label of the first page it is on."""
    for page in pages:
        for char in page.missing:
            missing.setdefault(char, page.label)


def _nobody(_: str) -> None:
    """Takes the news where nobody wants them."""


def _flows(
    parts: Sequence[Part], book: Book, tell: Callable[[str], None], noticed: list[Finding]
) -> Iterator[Flow]:
    """The flows of all parts; those before the first real one numbered apart if the theme asks."""
    front = book.theme.front_numbers == "roman"
    for part in parts:
        tell(part.name)
        for flow in part.flows(book):
            noticed.extend(flow.findings)
            if front and part.name in FRONT_MATTER:
                yield replace(flow, numbering="roman")
            else:
                yield replace(flow, first_number=1, recto=True) if front else flow
                front = False
            del flow  # the next one is made while this would still be kept
        forget_words()  # other parts look otherwise
