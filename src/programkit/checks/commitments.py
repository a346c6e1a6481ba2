"""What should be settled about talks before they are announced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from programkit.checks.base import source_of
from programkit.model.conference import Conference
from programkit.model.contributions import State
from programkit.model.findings import Finding, Level
from programkit.text.subjects import talk_text


@dataclass(frozen=True)
class Commitments:
    """Talks that nobody has confirmed, and talks without a track where others have one."""

    codes: ClassVar[Mapping[str, str]] = {
        "talk-tentative": "A talk is not confirmed yet.",
        "track-missing": "A talk has no track, while others have one.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """A note for each. Keynotes, remarks and the like need no track."""
        tracked = any(talk.track is not None for talk in conference.talks)
        for talk in conference.talks:
            if talk.state is State.TENTATIVE:
                yield Finding(
                    code="talk-tentative",
                    level=Level.NOTE,
                    message=f"{talk_text(conference, talk)} is not confirmed yet",
                    remedy="ask its speakers, then write state: confirmed",
                    about=(talk.id,),
                    source=source_of(conference, talk, "state"),
                )
            if tracked and talk.takes_place and talk.kind == "talk" and talk.track is None:
                yield Finding(
                    code="track-missing",
                    level=Level.NOTE,
                    message=f"{talk_text(conference, talk)} has no track, while others have one",
                    remedy="give it one, or another kind if it needs none",
                    about=(talk.id,),
                    source=source_of(conference, talk, "track"),
                )
