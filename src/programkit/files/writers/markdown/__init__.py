"""A program as Markdown: cover, agenda and abstracts, in the manner of booklet texts.

A series becomes the page of a seminar instead (`seminarpage`), which ``readers.seminars`` reads.

What is written is read again by ``readers.markdown``: the fields in
`programkit.files.writers.markdown.fields.ROUND_TRIP_FIELDS` come back as they were, and a second
round changes nothing. A stranger's text cannot become a heading or a row: titles are guarded, names
escaped, and an abstract in which the reader would see anything but prose is written as a quote.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from programkit.files.readers.markdown.escapes import escaped
from programkit.files.writers.markdown.agenda import day_lines
from programkit.files.writers.markdown.entries import abstracts_lines
from programkit.files.writers.markdown.fields import left_out
from programkit.files.writers.markdown.pagefields import left_out_of_page
from programkit.files.writers.markdown.seminarpage import is_seminar, page_lines
from programkit.files.writers.markdown.texts import dates_text, plain_text, quoted, title_text
from programkit.model.base import Unknown
from programkit.model.program import Program
from programkit.model.venue import Contact
from programkit.outline.nodes import Outline
from programkit.text.characters import one_line


class MarkdownWriter:
    """Writes a program as the text of a booklet."""

    name: Final = "markdown"
    """What the format is asked for by."""
    suffix: Final = ".md"
    """How its files end."""
    media_type: Final = "text/markdown"
    """Its media type."""

    def write(self, program: Program, outline: Outline) -> bytes:
        """The text: cover, agenda by day, abstracts by day; of a series, an entry for each meeting.

        Args:
            program: The public projection.
            outline: The same program as readers see it.
        """
        if is_seminar(program):
            lines = [*_series_cover(program), *page_lines(program, outline)]
            return ("\n\n".join(lines) + "\n").encode()
        lines = [*_cover(program, outline), "---", "## Agenda"]
        for day in outline.days:
            lines += day_lines(day, program, outline)
        lines += abstracts_lines(program, outline)
        return ("\n\n".join(lines) + "\n").encode()

    def left_out(self, program: Program) -> tuple[str, ...]:
        """What the text does not hold of this program, a sentence each."""
        return left_out_of_page(program) if is_seminar(program) else left_out(program)


def _cover(program: Program, outline: Outline) -> Iterator[str]:
    conference = program.conference
    yield f"# {title_text(conference.title)}"
    if outline.first and outline.last:
        yield dates_text(outline.first, outline.last, outline.language)
    yield from _labelled("Subtitle", conference.subtitle)
    yield from _labelled("Place", conference.place)
    if not isinstance(conference.timezone, Unknown):
        yield f"Time zone: {escaped(conference.timezone)}"
    yield from _labelled("Language", conference.language)
    yield from _labelled("Web", conference.url)
    for host in conference.hosts:
        yield from _labelled("Hosted by", host.name)
    for sponsor in conference.sponsors:
        yield from _labelled("Sponsor", sponsor.name)
    for contact in conference.contacts:
        yield from _labelled("Contact", _contact(contact))
    if conference.welcome.strip():
        yield quoted(conference.welcome)


def _series_cover(program: Program) -> Iterator[str]:
    """The same with the labels that a seminar's page has."""
    conference = program.conference
    yield f"# {title_text(conference.title) or 'TBA'}"
    if not isinstance(conference.timezone, Unknown):
        yield f"Time zone: {escaped(conference.timezone)}"
    yield from _labelled("Language", conference.language)
    yield from _labelled("Subtitle", conference.subtitle)
    yield from _labelled("Town", conference.place)
    yield from _labelled("Web", conference.url)
    for host in conference.hosts:
        yield from _labelled("Host institution", one_line(host.name))
    if conference.welcome.strip():
        yield quoted(conference.welcome)


def _labelled(label: str, text: str) -> Iterator[str]:
    """A line with a label; line breaks of the text are hard ones."""
    lines = [plain_text(line) for line in text.strip().splitlines() if line.strip()]
    if lines:
        yield f"{label}: " + "  \n".join(lines)


def _contact(contact: Contact) -> str:
    return " ".join(part for part in (contact.name, contact.email) if part)
