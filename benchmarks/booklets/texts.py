"""What every engine is given to set: talks with their abstracts, in order of time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Self

from programkit.text.markup import Paragraph, parse
from programkit.text.names import index_key


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who gives a talk."""

    name: str
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk with its abstract."""

    id: str
    day: str
    """Its date, as ISO 8601 has it."""
    time: str
    """24 hours, such as 14:30."""
    speakers: tuple[Speaker, ...]
    title: str
    abstract: str
    """CommonMark, as authors send it."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The abstract without its markup."""
        return parse(self.abstract)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a booklet."""

    title: str
    talks: tuple[Talk, ...]

    @property
    def days(self) -> Iterator[tuple[str, tuple[Talk, ...]]]:
        """The talks of each day, under its date in words."""
        for day, talks in groupby(self.talks, key=lambda talk: talk.day):
            yield f"{date.fromisoformat(day):%A, %-d %B %Y}", tuple(talks)

    @property
    def people(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Everybody by family name, with the ids of their talks."""
        spoken: dict[str, list[str]] = {}
        for talk in self.talks:
            for speaker in talk.speakers:
                spoken.setdefault(speaker.name, []).append(talk.id)
        for name in sorted(spoken, key=lambda name: index_key(name).sort):
            yield index_key(name).display, tuple(spoken[name])

    def save(self, path: Path) -> None:
        """Write them as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what ``save`` wrote."""
        told = json.loads(path.read_text(encoding="utf-8"))
        talks = (
            Talk(**{**talk, "speakers": tuple(Speaker(**who) for who in talk["speakers"])})
            for talk in told["talks"]
        )
        return cls(told["title"], tuple(talks))
