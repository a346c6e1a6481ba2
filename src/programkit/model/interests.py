"""What attendees want to hear: their stars, and how many of them each talk and each two share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import permutations

from pydantic import Field

from programkit.model.base import Id, Model, Private


class Interest(Model):
    """Talks that somebody wants to hear: the stars of one attendee."""

    attendee: Private[str] = Field(min_length=1)
    """Whatever tells attendees apart; who stands there twice wants to hear all of it."""
    talks: Private[tuple[Id, ...]] = ()
    """Ids of the talks."""


class Stars:
    """The interests of all attendees, counted; who they are is left behind."""

    def __init__(self, interests: Iterable[Interest]) -> None:
        wanted: dict[str, set[str]] = {}
        for interest in interests:
            wanted.setdefault(interest.attendee, set()).update(interest.talks)
        self._wanted = Counter(tuple(sorted(talks)) for talks in wanted.values())

    @cached_property
    def of_talk(self) -> Mapping[str, int]:
        """How many attendees want to hear a talk, by its id; those nobody wants are left out."""
        found: Counter[str] = Counter()
        for talks, count in self._wanted.items():
            found.update(dict.fromkeys(talks, count))
        return found

    @cached_property
    def beside(self) -> Mapping[str, Mapping[str, int]]:
        """How many attendees want to hear both of two talks, by the id of one, then the other."""
        found: dict[str, Counter[str]] = {}
        for talks, count in self._wanted.items():
            for one, other in permutations(talks, 2):
                found.setdefault(one, Counter())[other] += count
        return {talk: dict(sorted(others.items())) for talk, others in sorted(found.items())}
