"""The parts of a booklet, one file each, in their usual order."""

from __future__ import annotations

from programkit.paper.parts.abstracts import Abstracts
from programkit.paper.parts.agenda import Agenda
from programkit.paper.parts.base import Part
from programkit.paper.parts.cover import Cover
from programkit.paper.parts.people_index import PeopleIndex
from programkit.paper.parts.posters import Posters
from programkit.paper.parts.welcome import Welcome

DEFAULT_PARTS: tuple[Part, ...] = (
    Cover(),
    Welcome(),
    Agenda(),
    Abstracts(),
    Posters(),
    PeopleIndex(),
)
"""What a booklet has unless the caller says otherwise, in order."""

__all__ = [
    "DEFAULT_PARTS",
    "Abstracts",
    "Agenda",
    "Cover",
    "Part",
    "PeopleIndex",
    "Posters",
    "Welcome",
]
