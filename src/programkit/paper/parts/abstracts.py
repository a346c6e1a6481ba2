"""The abstracts, grouped by day, each headed by time, speaker, affiliation and title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from programkit.model.base import Unknown
from programkit.model.contributions import Link
from programkit.outline.nodes import Occurrence, OutlinePerson, OutlinePoster, OutlineTalk
from programkit.outline.wording import joint_work_text
from programkit.paper.book import Book, abstract_anchor, agenda_anchor, is_off
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph, text
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow
from programkit.typeset.row import Inline

_EM_DASH, _EN_SPACE = " — ", "\u2002"


@dataclass(frozen=True)
class Abstracts:
    """Every talk that has, or may still get, an abstract."""

    name: ClassVar[str] = "abstracts"

    def flows(self, book: Book) -> Iterable[Flow]:
        """A flow for each day, and one for talks without a day."""
        part: tuple[Anchor, ...] = (Anchor("abstracts", book.word("abstracts")),)
        for day, name in _days(book):
            talks = [talk for talk in book.outline.talks if _belongs(talk, day)]
            if talks:
                title = f"{book.word('abstracts')}{_EM_DASH}{name}"
                head = heading(title, book.styles.part, book.width)
                head = head.anchored(*part, Anchor(f"abstracts/{day}", name, level=1))
                blocks = [block for talk in talks for block in _talk(talk, book)]
                yield book.flow((head, *blocks), title)
                part = ()


def _days(book: Book) -> Iterator[tuple[str, str]]:
    for day in book.outline.days:
        yield day.id, book.day(day)
    yield "", book.word("date_tbd")


def _belongs(talk: OutlineTalk, day: str) -> bool:
    """Whether the talk's abstract stands under a day: that of its first occurrence."""
    first = talk.occurrences[0].day if talk.occurrences else ""
    return first == day and shown(talk)


def shown(talk: OutlineTalk) -> bool:
    """Whether a talk has an entry: not where it is known that there will be no abstract."""
    return isinstance(talk.abstract, Unknown) or bool(talk.abstract)


def _talk(talk: OutlineTalk, book: Book) -> Iterator[Block]:
    title = book.plain_title(talk)
    head = heading(tuple(_head(talk, book)), book.styles.entry, book.width)
    listed = f"{book.names(talk.speakers)}: {title}" if talk.speakers else title
    yield head.anchored(Anchor(abstract_anchor(talk.id), listed, level=2))
    part = talk.occurrences[0].part if talk.occurrences else 1
    yield title_block(talk, book, part)
    yield from body(talk, book, talk.language)


def title_block(of: OutlineTalk | OutlinePoster, book: Book, part: int = 1) -> Block:
    """The title, which leads back to the agenda."""
    link = f"#{agenda_anchor(of.id, part)}"
    style = book.styles.title_tbd if isinstance(of.title, Unknown) else book.styles.title
    if is_off(of):
        style = style.replace(color="muted", link_color="muted")
    runs = [replace(run, link=run.link or link) for run in book.title(of)]
    return heading(runs, style, book.width)


def _head(talk: OutlineTalk, book: Book) -> Iterator[Inline]:
    """When and where the talk is given, in as many parts as it has, and by whom."""
    first = talk.occurrences[0].day if talk.occurrences else ""
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
    start = occurrence.when.start
    dated = elsewhen and start is not None and occurrence.when.dated
    date = f"{book.date(start, short=True)}, " if dated and start is not None else ""
    yield date + book.start(occurrence.when)
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
