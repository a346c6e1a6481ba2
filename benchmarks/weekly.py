"""An invented seminar that met every week for twenty years, as a project's folder.

The same arguments give the same files, always.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random  # noqa: TID251 - seeded by the caller

from booklets.corpus import Writer

FIRST, LAST = date(2006, 1, 10), date(2026, 12, 15)
"""Tuesdays."""
TALKS, PEOPLE, HOSTS = 1000, 700, 25
KINDS = ("slides", "video", "paper")
"""Of links, which two of three talks have."""
HEAD = """\
title: Seminar on Counting
place: Harbor University
timezone: Europe/Amsterdam
language: en
url: https://counting.example.org/
revised: 2026-11-20
rooms:
  - {id: hall, name: Hall 2 and online, online: true, physical: true, how_to_join: On the list}
channels:
  - {url: "https://lists.example.org/counting", kind: mailing-list}
"""


def project(folder: Path, talks: int = TALKS, *, seed: int = 0) -> Path:
    """Write the folder of a seminar.

    Args:
        folder: The folder to make.
        talks: How many talks there were, one a week.
        seed: For other texts and people.

    Returns:
        The folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conference.yaml").write_text("\n".join(lines(talks, seed)) + "\n", "utf-8")
    return folder


def lines(talks: int, seed: int) -> Iterator[str]:
    """The facts, line by line: the rule, the people, the talks on their dates."""
    draw, writer = Random(seed), Writer(seed)  # noqa: S311 - no secret
    yield HEAD + "recurrence:"
    yield f"  first: {FIRST}\n  until: {LAST}\n  at: 16:00\n  terms:"
    for year in range(FIRST.year, LAST.year + 1):
        for name, first, last in terms(year):
            yield f"    - {{name: {name} {year}, first: {first}, last: {last}}}"
    yield "people:"
    people = [f"p{number}" for number in range(PEOPLE * talks // TALKS)]
    for identity in people:
        given, family = draw.choice(writer.given), writer.invented(2).capitalize()
        town = f"University of {writer.invented(2).capitalize()}"
        yield f"  - {{id: {identity}, name: {given} {family}, affiliation: {town}}}"
    yield "talks:"
    for number, day in zip(range(talks), dates(), strict=False):
        speaker = people[number] if number < len(people) else draw.choice(people)
        yield from talk(number, day, speaker, writer, draw)


def talk(number: int, day: date, speaker: str, writer: Writer, draw: Random) -> Iterator[str]:
    """A talk with an abstract of two or three sentences."""
    yield f"  - id: t{number}\n    title: {writer.title()}"
    yield f"    speaker: {speaker}\n    host: p{draw.randrange(HOSTS)}\n    at: {day}/1/1"
    if number % 3:
        kind = draw.choice(KINDS)
        yield f'    links: [{{url: "https://files.example.org/{number}", kind: {kind}}}]'
    sentences = " ".join(writer.sentence() for _ in range(draw.choice((2, 3))))
    yield f"    abstract: |-\n      {sentences}"


def terms(year: int) -> tuple[tuple[str, date, date], ...]:
    """The terms of a year: name, first and last day."""
    spring = ("Spring", date(year, 1, 2), date(year, 7, 15))
    return spring, ("Fall", date(year, 7, 25), date(year, 12, 23))


def dates() -> Iterator[date]:
    """The dates of its rule within the terms."""
    day = FIRST
    while day <= LAST:
        if any(first <= day <= last for _, first, last in terms(day.year)):
            yield day
        day += timedelta(days=7)
