"""The abstracts in Markdown: an entry for each talk, by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from programkit.files.readers.markdown.people import Named
from programkit.files.writers.markdown.agenda import day_heading_text, minutes_of
from programkit.files.writers.markdown.texts import (
    abstract_text,
    clocks_text,
    people_text,
    title_text,
)
from programkit.model.base import Unknown
from programkit.model.contributions import Talk
from programkit.model.program import Program
from programkit.outline.nodes import Outline, OutlineDay, OutlineSession, OutlineTalk
from programkit.text.characters import one_line


def abstracts_lines(program: Program, outline: Outline) -> Iterator[str]:
    """The blocks of all abstracts, those of talks without a time last."""
    written: set[str] = set()
    for day in outline.days:
        blocks: list[str] = []
        for talk, start in _talks_of(day):
            if talk.id not in written:
                clock = clocks_text(minutes_of(start, day), None, outline)
                blocks += _timed(program.conference.talk(talk.id), clock, program)
            written.add(talk.id)
        if blocks:
            yield f"## Abstracts — {day_heading_text(day, outline.language)}"
            yield from blocks
    rest = [talk for talk in outline.talks if talk.id not in written]
    if rest:
        yield "## Abstracts"
    for talk in rest:
        yield from _untimed(program.conference.talk(talk.id), program)


def _talks_of(day: OutlineDay) -> Iterator[tuple[OutlineTalk, datetime]]:
    for item in day.items:
        for row in item.rows if isinstance(item, OutlineSession) else ():
            if row.talk is not None and row.when.start is not None:
                yield row.talk, row.when.start


def _timed(talk: Talk, clock: str, program: Program) -> Iterator[str]:
    """Time, speakers and affiliations; title and text as far as they are known."""
    people = _people(talk, program)
    known = not isinstance(talk.abstract, Unknown) and bool(talk.abstract.strip())
    if not known and not any(person.affiliations for person in people) and talk.kind != "talk":
        return
    yield f"{clock} {people_text(people) or '**TBD**'}"
    if not isinstance(talk.title, Unknown):
        yield f"### {title_text(talk.title)}"
    elif known:
        yield "### TBD"
    yield from _abstract(talk)


def _untimed(talk: Talk, program: Program) -> Iterator[str]:
    """The same with labels, for a talk that no time stands for."""
    title = "TBD" if isinstance(talk.title, Unknown) else title_text(talk.title)
    yield f"Title: {title}"
    yield f"Speaker: {people_text(_people(talk, program)) or 'TBD'}"
    yield from _abstract(talk)


def _people(talk: Talk, program: Program) -> tuple[Named, ...]:
    """Speakers with their affiliations, as the facts name them."""
    conference = program.conference
    people = [conference.person(person) for person in talk.speaker_ids]
    return tuple(
        Named(
            one_line(person.name),
            tuple(one_line(conference.affiliation(a).name) for a in person.affiliations),
        )
        for person in people
    )


def _abstract(talk: Talk) -> Iterator[str]:
    if not isinstance(talk.abstract, Unknown) and talk.abstract.strip():
        yield abstract_text(talk.abstract)
