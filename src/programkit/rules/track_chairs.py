"""Nobody chairs two tracks at one time."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.rules._trackpairs import TrackPairs
from programkit.rules._wording import listed, person_words


class TrackChairs(TrackPairs):
    """No two sessions are at one time whose tracks share a chair.

    Each two sessions that are is a violation, however many chairs the tracks share.
    """

    code: ClassVar[str] = "track-chairs"

    @override
    def pairs(self, conference: Conference) -> Mapping[tuple[str, str], int]:
        tracks = combinations(conference.tracks, 2)
        return {(a.id, b.id): 1 for a, b in tracks if not set(a.chairs).isdisjoint(b.chairs)}

    @override
    def why(self, conference: Conference, one: str, other: str) -> str:
        first, second = conference.track(one), conference.track(other)
        shared = [person for person in first.chairs if person in second.chairs]
        who = listed(person_words(conference, person) for person in shared)
        chair = "chairs" if len(shared) == 1 else "chair"
        return f"{who} {chair} both {first.name} and {second.name}"
