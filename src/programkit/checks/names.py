"""Names spelled in two ways: in two entries, or in an entry and a text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from programkit.checks.base import contributions, source_of
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Contribution
from programkit.model.findings import Finding, Level
from programkit.model.people import Person
from programkit.text.folding import folded
from programkit.text.markup import parse
from programkit.text.names import Spelling, index_key
from programkit.text.subjects import talk_text

_TOKEN = re.compile(r"\S+")
_FRINGE = re.compile(r"^\W+|\W+$")

Words = tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """People whose name looks like another's, and texts that spell a name in their own way."""

    codes: ClassVar[Mapping[str, str]] = {
        "name-variant": "A name is spelled in two ways.",
        "person-twice": "Two entries have one name.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """Findings about entries, then about texts."""
        yield from _alike(conference)
        known = _by_first_word(conference)
        spelled = frozenset(person.name for person in conference.people)
        for contribution in contributions(conference):
            if not isinstance(contribution.abstract, Unknown):
                told = _variants(_text(contribution.abstract), known, spelled)
                for person, written in dict.fromkeys(told):
                    yield _misspelled(conference, contribution, person, written)


def _alike(conference: Conference) -> Iterator[Finding]:
    """Pairs of entries; only those are compared whose given and family names begin alike."""
    blocks: dict[tuple[str, str], list[tuple[Person, Spelling]]] = {}
    for person in conference.people:
        key = index_key(person.name, family=person.family)
        initials = folded(key.family)[:1], folded(key.given)[:1]
        blocks.setdefault(initials, []).append((person, Spelling(person.name)))
    for block in blocks.values():
        for (one, spelled), (other, otherwise) in combinations(block, 2):
            if one.name == other.name:
                yield _pair(conference, one, other, "person-twice", "have one name")
            elif spelled.may_be(otherwise):
                yield _pair(conference, one, other, "name-variant", "may be one person")


def _pair(conference: Conference, one: Person, other: Person, code: str, what: str) -> Finding:
    return Finding(
        code=code,
        level=Level.SOFT,
        message=f'{one.name} ("{one.id}") and {other.name} ("{other.id}") {what}',
        remedy="keep one entry if they are one person; otherwise accept it",
        about=(one.id, other.id),
        source=conference.source("people", other.id, "name"),
    )


def _misspelled(
    conference: Conference, contribution: Contribution, person: Person, written: str
) -> Finding:
    where = talk_text(conference, contribution)
    return Finding(
        code="name-variant",
        level=Level.SOFT,
        message=f'{where}: the abstract spells "{written}", the people "{person.name}"',
        remedy="write the name as the person does",
        about=(person.id, contribution.id),
        source=source_of(conference, contribution, "abstract"),
    )


def _by_first_word(conference: Conference) -> dict[str, list[tuple[Words, Person]]]:
    """People whose name has several words, by the first of them: one word proves nothing."""
    known: dict[str, list[tuple[Words, Person]]] = {}
    for person in conference.people:
        words = tuple(folded(person.name).split())
        if len(words) > 1:
            known.setdefault(words[0], []).append((words, person))
    return known


def _text(abstract: str) -> str:
    return "\n".join("".join(run.text for run in p.runs) for p in parse(abstract))


def _variants(
    text: str, known: Mapping[str, list[tuple[Words, Person]]], spelled: Container[str]
) -> Iterator[tuple[Person, str]]:
    """Names in a text that are written otherwise, with the way they are written."""
    tokens = _TOKEN.findall(text)
    words = [folded(token).split() for token in tokens]
    for place, first in enumerate(words):
        for name, person in known.get(first[0], ()) if first else ():
            length = _length(words[place : place + len(name)], name)
            written = _FRINGE.sub("", " ".join(tokens[place : place + length]))
            if length and written not in spelled:
                yield person, written


def _length(words: list[list[str]], name: Words) -> int:
    """How many tokens from the first on are the name; 0 if they are not."""
    found: list[str] = []
    for count, token in enumerate(words, start=1):
        found += token
        if tuple(found) == name:
            return count
    return 0
