"""The parts of a booklet, one file each, in their usual order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from programkit.paper.parts.abstracts import Abstracts
from programkit.paper.parts.agenda import Agenda
from programkit.paper.parts.base import Part
from programkit.paper.parts.contents import Contents
from programkit.paper.parts.cover import Cover
from programkit.paper.parts.people_index import PeopleIndex
from programkit.paper.parts.posters import Posters
from programkit.paper.parts.welcome import Welcome

PARTS: Final[Mapping[str, type[Part]]] = MappingProxyType(
    {
        part.name: part
        for part in (Cover, Welcome, Contents, Agenda, Abstracts, Posters, PeopleIndex)
    }
)
"""All parts there are by the names that settings give them, in their usual order."""

DEFAULT_PARTS: tuple[Part, ...] = (
    Cover(),
    Welcome(),
    Contents(),
    Agenda(),
    Abstracts(),
    Posters(),
    PeopleIndex(),
)
"""What a booklet has unless the caller says otherwise, in order."""

__all__ = [
    "DEFAULT_PARTS",
    "PARTS",
    "Abstracts",
    "Agenda",
    "Contents",
    "Cover",
    "Part",
    "PeopleIndex",
    "Posters",
    "Welcome",
]
