"""An abstract as the booklet has it: when and by whom, the title, co-authors, text, links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from programkit.model.base import Unknown
from programkit.model.contributions import Link
from programkit.outline.nodes import Occurrence, OutlinePerson, OutlinePoster, OutlineTalk
from programkit.outline.wording import joint_work_text
from programkit.paper.book import Book, abstract_anchor, agenda_anchor, is_off
from programkit.paper.wording import moment
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, Role, heading, paragraph, text
from programkit.typeset.characters import NO_BREAK_SPACE
from programkit.typeset.marks import Anchor
from programkit.typeset.row import Inline

_EM_DASH, _EN_SPACE = f"{NO_BREAK_SPACE}— ", "\u2002"
"""No line begins with a dash."""
HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")
"""The roles of headings by level, counted from 0."""


def shown(talk: OutlineTalk) -> bool:
    """Whether a talk has an entry: not where it is known that there will be no abstract."""
    return isinstance(talk.abstract, Unknown) or bool(talk.abstract)


def abstract_heading(talk: OutlineTalk, book: Book) -> Anchor:
    """The anchor of a talk's abstract, as outline and contents list it."""
    title = book.plain_title(talk)
    listed = f"{book.names(talk.speakers)}: {title}" if talk.speakers else title
    return Anchor(abstract_anchor(talk.id), listed, level=2)


def abstract_of(
    talk: OutlineTalk, book: Book, *, dated: bool = False, level: int = 2
) -> Iterator[Block]:
    """The entry of a talk.

    Args:
        talk: What it is about.
        book: The booklet.
        dated: Whether its line of times names dates, too, which no heading above does.
        level: That of its title as a heading, from 1.
    """
    head = heading(tuple(_head(talk, book, dated=dated)), book.styles.entry, book.width)
    yield head.anchored(abstract_heading(talk, book))
    part = talk.occurrences[0].part if talk.occurrences else 1
    yield title_block(talk, book, part, level=level)
    yield from body(talk, book, talk.language)


def title_block(
    of: OutlineTalk | OutlinePoster, book: Book, part: int = 1, *, level: int = 2
) -> Block:
    """The title, which leads back to the agenda."""
    link = f"#{agenda_anchor(of.id, part)}"
    style = book.styles.title_tbd if isinstance(of.title, Unknown) else book.styles.title
    if isinstance(of, OutlineTalk) and of.language and not isinstance(of.title, Unknown):
        style = style.replace(language=of.language)
    if is_off(of):
        style = style.replace(color="muted", link_color="muted")
    runs = [replace(run, link=run.link or link) for run in book.title(of)]
    return replace(heading(runs, style, book.width), role=HEADINGS[level - 1])


def _head(talk: OutlineTalk, book: Book, *, dated: bool) -> Iterator[Inline]:
    """When and where the talk is given, in as many parts as it has, and by whom."""
    first = talk.occurrences[0].day if talk.occurrences and not dated else None
    for number, occurrence in enumerate(talk.occurrences):
        yield Run("; " if number else "")
        words = " · ".join(_place(occurrence, book, elsewhen=occurrence.day != first))
        yield Run(words, link=f"#{agenda_anchor(talk.id, occurrence.part)}")
    if not talk.occurrences:
        yield Run(book.word("time_tbd"))
    if talk.track:
        yield Run(f" · {talk.track.name}")
    names = list(byline(talk.speakers, book))
    yield from [Run(_EN_SPACE), *names] if names else []


def _place(occurrence: Occurrence, book: Book, *, elsewhen: bool) -> Iterator[str]:
    """The time, with its date unless that is in the heading, and the room."""
    yield moment(occurrence.when, book) if elsewhen else book.start(occurrence.when)
    if room := book.room(occurrence):
        yield room


def byline(people: tuple[OutlinePerson, ...] | Unknown, book: Book) -> Iterator[Inline]:
    """Speakers in bold, each with affiliations; neighbors with the same ones share them."""
    if isinstance(people, Unknown):
        yield Run(book.names(people), italic=True)
        return
    groups = groupby(people, key=lambda person: person.affiliations)
    for number, (affiliations, members) in enumerate(groups):
        yield Run("; " if number else "")
        yield Run(", ".join(person.name for person in members), bold=True)
        if affiliations:
            yield Run(_EM_DASH + ", ".join(affiliations))


def body(of: OutlineTalk | OutlinePoster, book: Book, language: str = "") -> Iterator[Block]:
    """The co-authors and the abstract, or that it is to be announced; then links.

    Args:
        of: What it is about.
        book: The booklet.
        language: BCP 47 tag of the abstract; empty means the conference's.
    """
    styles = book.styles
    if of.reason:
        yield paragraph(of.reason, styles.note, book.width)
    if joint := joint_work_text(of, book.language):
        yield replace(paragraph(joint, styles.authors, book.width), keep_with_next=True)
    if isinstance(of.abstract, Unknown):
        yield paragraph(book.word("abstract_tbd"), styles.note, book.width)
    else:
        style = styles.body.replace(language=language or styles.body.language)
        yield from text(of.abstract, style, book.width)
    if of.links:
        yield paragraph(tuple(_links(of.links)), styles.small, book.width)


def _links(links: Sequence[Link]) -> Iterator[Inline]:
    """What is on the web, with its address, which paper cannot follow."""
    for number, link in enumerate(links):
        yield Run(" · " if number else "")
        yield Run(f"{link.title or link.kind}: ")
        yield Run(address(link.url), link=link.url)


def address(url: str) -> str:
    """A web address as it is printed: without what every browser adds."""
    for prefix in ("https://", "http://", "mailto:"):
        url = url.removeprefix(prefix)
    return url.removesuffix("/")
