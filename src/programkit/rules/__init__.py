"""The requirements that organizers can name, one file each."""

from __future__ import annotations

from typing import Final

from programkit.rules.base import Reads, Rule
from programkit.rules.order import Order
from programkit.rules.pinned import Pinned
from programkit.rules.room_available import RoomAvailable
from programkit.rules.room_free import RoomFree
from programkit.rules.speaker_available import SpeakerAvailable
from programkit.rules.speaker_free import SpeakerFree
from programkit.rules.stay_put import StayPut
from programkit.rules.talk_fits_slot import TalkFitsSlot
from programkit.rules.talk_placed_once import TalkPlacedOnce

RULES: Final[tuple[type[Rule], ...]] = (
    TalkPlacedOnce,
    TalkFitsSlot,
    RoomFree,
    RoomAvailable,
    SpeakerFree,
    SpeakerAvailable,
    Pinned,
    Order,
    StayPut,
)
"""All rules, in the order of reports."""

DEFAULT_RULES: Final[tuple[Rule, ...]] = (
    TalkPlacedOnce(),
    TalkFitsSlot(),
    RoomFree(),
    RoomAvailable(),
    SpeakerFree(),
    SpeakerAvailable(),
    Pinned(),
)
"""The rules in force unless the caller passes others: those that need to be told nothing."""

__all__ = [
    "DEFAULT_RULES",
    "RULES",
    "Order",
    "Pinned",
    "Reads",
    "RoomAvailable",
    "RoomFree",
    "Rule",
    "SpeakerAvailable",
    "SpeakerFree",
    "StayPut",
    "TalkFitsSlot",
    "TalkPlacedOnce",
]
