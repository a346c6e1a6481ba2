"""What talks have in common: tags, track, kind, language, institutions, hosts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import ConfigDict, Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.rules._several import Several
from programkit.rules.base import Reference, Rule
from programkit.rules.selection import ALL, Selectors

Trait = Literal["tag", "track", "kind", "language", "affiliation", "host"]
"""Something by which talks are alike."""


class Alike(Rule):
    """A rule about talks that have something in common, of which certain tags may count alone."""

    tags: Several[str] = ()
    """The tags that count, such as those of topics or levels; none given means all."""

    @override
    def references(self) -> Iterator[Reference]:
        yield from super().references()
        yield from (Reference("tags", "selectors", f"tag:{tag}") for tag in self.tags)


class AlikeTalks(Alike):
    """A rule about those of some talks that share something of every trait that is named."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    by: Several[Trait] = Field(min_length=1)
    """By what: ``tag``, ``track``, ``kind``, ``language``, ``affiliation`` or ``host``."""
    talks: Selectors = Field(default=(ALL,), alias="for", min_length=1)
    """Which talks it speaks of."""

    @override
    def references(self) -> Iterator[Reference]:
        yield from (Reference("for", "selectors", name) for name in self.talks)
        yield from super().references()


def traits(
    conference: Conference, talk: Talk, by: Trait, tags: Sequence[str] = ()
) -> tuple[str, ...]:
    """What a talk has of a trait; ``tags`` are those that count, none given means all."""
    if by == "tag":
        return tuple(dict.fromkeys(tag for tag in talk.tags if not tags or tag in tags))
    if by == "track":
        return () if talk.track is None else (talk.track,)
    if by == "host":
        return tuple(dict.fromkeys(talk.hosts))
    if by == "affiliation":
        people = [conference.person(speaker) for speaker in talk.speaker_ids]
        return tuple(dict.fromkeys(found for one in people for found in one.affiliations))
    return (talk.kind,) if by == "kind" else (talk.language or conference.language,)


def trait_words(conference: Conference, by: Trait, value: str) -> str:
    """A trait in words, as ``the track Vision`` or ``the tag robots``."""
    names = {
        "track": lambda: conference.track(value).name,
        "affiliation": lambda: conference.affiliation(value).name,
        "host": lambda: conference.person(value).name,
    }
    return f"the {by} {names[by]() if by in names else value}"
