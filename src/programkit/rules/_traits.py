"""What talks have in common: tags, track, kind, language, institutions, hosts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from programkit.model.conference import Conference
from programkit.model.contributions import Talk

Trait = Literal["tag", "track", "kind", "language", "affiliation", "host"]
"""Something by which talks are alike."""


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
