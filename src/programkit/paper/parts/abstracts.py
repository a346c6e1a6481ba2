"""The abstracts, grouped by day, each headed by time, speaker, affiliation and title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.outline.nodes import OutlinePerson, OutlinePoster, OutlineTalk
from programkit.paper.book import Book, abstract_anchor, agenda_anchor
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph, text
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow
from programkit.typeset.row import Inline


@dataclass(frozen=True)
class Abstracts:
    """Every talk that has, or may still get, an abstract."""

    name: ClassVar[str] = "abstracts"

    def flows(self, book: Book) -> Iterable[Flow]:
        """A flow for each day, and one for talks without a day."""
        for day_id, name in _groups(book):
            talks = [talk for talk in book.outline.talks if _belongs(talk, day_id)]
            if not talks:
                continue
            title = f"{book.word('abstracts')} — {name}"
            blocks = [book.part_heading("abstracts", f"abstracts/{day_id}", title)]
            for talk in talks:
                blocks.extend(_talk(talk, book))
            yield book.flow(blocks, title)


def _groups(book: Book) -> Iterator[tuple[str, str]]:
    for day in book.outline.days:
        yield day.id, book.day(day)
    yield "", book.word("date_tbd")


def _belongs(talk: OutlineTalk, day_id: str) -> bool:
    """Whether the talk's abstract stands under a day: that of its first occurrence."""
    first = talk.occurrences[0].day if talk.occurrences else ""
    return first == day_id and shown(talk)


def shown(talk: OutlineTalk) -> bool:
    """Whether a talk has an entry: not where it is known that there will be no abstract."""
    return isinstance(talk.abstract, Unknown) or bool(talk.abstract)


def _talk(talk: OutlineTalk, book: Book) -> Iterator[Block]:
    title = book.plain_title(talk)
    head = heading(tuple(_head(talk, book)), book.styles.entry, book.width)
    listed = f"{book.names(talk.speakers)}: {title}" if talk.speakers else title
    yield head.anchored(Anchor(abstract_anchor(talk.id), listed, level=1))
    link = f"#{agenda_anchor(talk.id)}"
    runs = [replace(run, link=run.link or link) for run in book.title(talk)]
    yield heading(runs, book.styles.title.replace(link_color="text"), book.width)
    yield from body(talk, book)


def _head(talk: OutlineTalk, book: Book) -> Iterator[Inline]:
    """Time · speakers · affiliations, and whether it is cancelled or not certain."""
    times = ", ".join(book.start(occurrence.when) for occurrence in talk.occurrences)
    yield Run(times or book.word("time_tbd"))
    yield from byline(talk.speakers, book)
    if talk.state in {State.CANCELLED, State.TENTATIVE}:
        yield Run(f" · {book.word(talk.state.value)}", italic=True)


def byline(people: tuple[OutlinePerson, ...] | Unknown, book: Book) -> Iterator[Inline]:
    """Speakers in bold, each with affiliations, set off by dots."""
    if isinstance(people, Unknown):
        yield Run(f" · {book.word('speaker_tbd')}", italic=True)
        return
    for person in people:
        yield Run(" · ")
        yield Run(person.name, bold=True)
        if person.affiliations:
            yield Run(" · " + ", ".join(person.affiliations))


def body(of: OutlineTalk | OutlinePoster, book: Book) -> Iterator[Block]:
    """The co-authors and the abstract, or that it is to be announced."""
    styles = book.styles
    if of.coauthors:
        yield paragraph(tuple(_coauthors(of, book)), styles.small, book.width)
    if isinstance(of.abstract, Unknown):
        yield paragraph(book.word("abstract_tbd"), styles.note, book.width)
    else:
        yield from text(of.abstract, styles.body, book.width)
    if of.links:
        yield paragraph(tuple(_links(of)), styles.small, book.width)


def _coauthors(of: OutlineTalk | OutlinePoster, book: Book) -> Iterator[Inline]:
    yield Run(f"{book.word('joint_work')} ")
    for number, author in enumerate(of.coauthors):
        where = f" ({', '.join(author.affiliations)})" if author.affiliations else ""
        yield Run(f"{', ' if number else ''}{author.name}{where}")


def _links(of: OutlineTalk | OutlinePoster) -> Iterator[Inline]:
    for number, link in enumerate(of.links):
        yield Run(" · " if number else "")
        yield Run(link.title or link.kind, link=link.url)
