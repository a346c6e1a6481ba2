"""Nobody presents in one session while presenting, or chairing the track of, another."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from programkit.model.contributions import Talk
from programkit.rules._talkpairs import TalkPairs


class PresenterClash(TalkPairs):
    """Nobody presents in one session and is needed in another at the same time.

    Needed are the speakers of talks and the chairs of their tracks. Unlike ``speaker-free`` this
    keeps people in one session from its start to its end. With ``by: slot`` only slots count.
    """

    code: ClassVar[str] = "presenter-clash"

    @override
    def wanted(self, talk: Talk) -> tuple[str, ...]:
        return talk.speaker_ids
