"""The parts of a booklet, one file each, in their usual order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from programkit.paper.parts.abstracts import Abstracts
from programkit.paper.parts.agenda import Agenda
from programkit.paper.parts.base import Part
from programkit.paper.parts.chair_sheets import ChairSheets
from programkit.paper.parts.changes import Changes
from programkit.paper.parts.contents import Contents
from programkit.paper.parts.cover import Cover
from programkit.paper.parts.door_signs import DoorSigns
from programkit.paper.parts.glance import Glance
from programkit.paper.parts.notes import Notes
from programkit.paper.parts.people_index import PeopleIndex
from programkit.paper.parts.posters import Posters
from programkit.paper.parts.scan_sign import ScanSign
from programkit.paper.parts.speakers import Speakers
from programkit.paper.parts.sponsors import Sponsors
from programkit.paper.parts.talk_posters import TalkPosters
from programkit.paper.parts.term_posters import TermPosters
from programkit.paper.parts.venue import Venue
from programkit.paper.parts.welcome import Welcome

_ALL: Final[tuple[type[Part], ...]] = (
    Cover,
    Welcome,
    Contents,
    Changes,
    Venue,
    Glance,
    Agenda,
    Abstracts,
    Posters,
    Speakers,
    PeopleIndex,
    Sponsors,
    Notes,
    ChairSheets,
    DoorSigns,
    TermPosters,
    TalkPosters,
    ScanSign,
)
PARTS: Final[Mapping[str, type[Part]]] = MappingProxyType({part.name: part for part in _ALL})
"""All parts there are by the names that settings give them, in their usual order."""

DEFAULT_PARTS: tuple[Part, ...] = (
    Cover(),
    Welcome(),
    Contents(),
    Glance(days="parallel"),
    Agenda(),
    Abstracts(),
    Posters(),
    PeopleIndex(),
)
"""What a booklet has unless the caller says otherwise, in order."""

DEFAULT_POSTERS: tuple[Part, ...] = (TermPosters(), TalkPosters(), ScanSign())
"""What is made for walls unless the caller says otherwise, in order."""

__all__ = [
    "DEFAULT_PARTS",
    "DEFAULT_POSTERS",
    "PARTS",
    "Abstracts",
    "Agenda",
    "ChairSheets",
    "Changes",
    "Contents",
    "Cover",
    "DoorSigns",
    "Glance",
    "Notes",
    "Part",
    "PeopleIndex",
    "Posters",
    "ScanSign",
    "Speakers",
    "Sponsors",
    "TalkPosters",
    "TermPosters",
    "Venue",
    "Welcome",
]
