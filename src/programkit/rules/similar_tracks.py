"""Similar tracks are not at one time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from typing_extensions import override

from programkit.model.base import Id
from programkit.model.conference import Conference
from programkit.rules._trackpairs import TrackPairs
from programkit.rules.base import HEAVIEST, Reference

Row = Mapping[Id, Annotated[int, Field(ge=0, le=HEAVIEST)]]


class SimilarTracks(TrackPairs):
    """No two sessions are at one time whose tracks have a like audience.

    Each two sessions that are cost what the table says. In the files, ``similar-tracks: {table:
    {theory: {proofs: 10}}}``; each pair stands there once.
    """

    code: ClassVar[str] = "similar-tracks"

    table: Mapping[Id, Row]
    """How alike tracks are, by the ids of the two."""

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for one, row in self.table.items():
            for other in row:
                if one == other:
                    raise ValueError(f'track "{one}" is no pair with itself; use track-at-once')
                if one in self.table.get(other, {}):
                    raise ValueError(f'"{one}" and "{other}" stand there twice; drop one of them')
        return self

    @override
    def references(self) -> Iterator[Reference]:
        named = [name for one, row in self.table.items() for name in (one, *row)]
        return (Reference("table", "tracks", name) for name in dict.fromkeys(named))

    @override
    def pairs(self, conference: Conference) -> Mapping[tuple[str, str], int]:
        return {
            (one, other): cost
            for one, row in self.table.items()
            for other, cost in row.items()
            if cost
        }

    @override
    def why(self, conference: Conference, one: str, other: str) -> str:
        names = f"{conference.track(one).name} and {conference.track(other).name}"
        return f"the tracks {names} are alike"
