"""Talks whose host is the speaker, and titles that are the name of a series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from programkit.checks.base import source_of
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.text.folding import folded
from programkit.text.markup import plain
from programkit.text.subjects import people_text, talk_text

_GENERIC = re.compile(r"(?:the )?(?:\w+ )?(?:seminar|colloquium|kolloquium|seminaire)s?(?: talk)?")
"""A title that only says what kind of meeting it is."""


@dataclass(frozen=True)
class Hosting:
    """What a table of several series mixes up: who invites, who speaks, what it is called."""

    codes: ClassVar[Mapping[str, str]] = {
        "host-speaks": "Whoever organizes a talk gives it.",
        "series-as-title": "The name of a series stands where a title is expected.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """Findings by talk."""
        names = {folded(name) for name in _names(conference)}
        for talk in conference.talks:
            if not talk.takes_place:
                continue
            own = [person for person in talk.hosts if person in talk.speaker_ids]
            if own:
                yield Finding(
                    code="host-speaks",
                    level=Level.NOTE,
                    message=f"{people_text(conference, own)} hosts and gives "
                    f"{talk_text(conference, talk)}",
                    remedy="nothing, if that is so; else correct the host or the speaker",
                    about=(talk.id,),
                    source=source_of(conference, talk, "hosts"),
                )
            if _is_name(talk, names):
                yield Finding(
                    code="series-as-title",
                    level=Level.SOFT,
                    message=f"{talk_text(conference, talk)} has the name of a series as its title",
                    remedy="write the talk's own title, or TBD",
                    about=(talk.id,),
                    source=source_of(conference, talk, "title"),
                )


def _names(conference: Conference) -> Iterator[str]:
    yield plain(conference.title)
    yield from (track.name for track in conference.tracks)


def _is_name(talk: Talk, names: set[str]) -> bool:
    if isinstance(talk.title, Unknown) or talk.kind != "talk":
        return False
    title = folded(plain(talk.title))
    return title in names or _GENERIC.fullmatch(title) is not None
