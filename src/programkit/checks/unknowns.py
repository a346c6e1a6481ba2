"""What is not known yet about talks, posters and their speakers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from programkit.checks.base import contributions, source_of
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.text.subjects import talk_text

_TOLD = {
    # field: (code, what is not known, what to do)
    "title": ("title-tbd", "title", "ask the speaker for it"),
    "speakers": ("speaker-missing", "speaker", "name the speakers; write [] if nobody speaks"),
    "abstract": (
        "abstract-missing",
        "abstract",
        'ask the speaker for it; write "" if there will be none',
    ),
}


@dataclass(frozen=True)
class Unknowns:
    """Titles, speakers, abstracts and affiliations that are still to come."""

    codes: ClassVar[Mapping[str, str]] = {
        "abstract-missing": "A talk has no abstract, and nobody said that there will be none.",
        "affiliation-missing": "A speaker has no affiliation.",
        "speaker-missing": "A talk has no speaker.",
        "title-tbd": "A title is not known yet.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """A finding for each unknown of a talk or poster, and each speaker from nowhere."""
        for contribution in contributions(conference):
            for field, (code, noun, remedy) in _TOLD.items():
                if isinstance(getattr(contribution, field), Unknown):
                    yield Finding(
                        code=code,
                        level=Level.SOFT,
                        message=f"{talk_text(conference, contribution)} has no {noun} yet",
                        remedy=remedy,
                        about=(contribution.id,),
                        source=source_of(conference, contribution, field),
                    )
        yield from _from_nowhere(conference)


def _from_nowhere(conference: Conference) -> Iterator[Finding]:
    speaking = {person for talk in contributions(conference) for person in talk.speaker_ids}
    for person in conference.people:
        if person.id in speaking and not person.affiliations:
            yield Finding(
                code="affiliation-missing",
                level=Level.NOTE,
                message=f"{person.name} speaks and has no affiliation",
                remedy="add where the person works",
                about=(person.id,),
                source=conference.source("people", person.id, "affiliations"),
            )
