"""What it costs the organizers to give something up: only for putting ways out in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LET_MOVE = 10
"""To let a talk move that they fixed."""
ROOM = 20
"""To take another room, or to do without what one should have."""
WISH = 30
"""To give up another wish of theirs, such as an order of talks."""
ASK = 40
"""To ask somebody to be there at another time, too."""
SHORTEN = 50
"""To make a talk shorter, or its place longer."""
SLOT = 60
"""To add a slot to the program."""
LEAVE_OUT = 100
"""To leave a talk out."""
STAND_IN = 200
"""To find somebody else for what a person would have to do elsewhere at the same time."""

PRICES: Final[Mapping[str, int]] = {
    "pinned": LET_MOVE,
    "stay-put": LET_MOVE,
    "room-available": ROOM,
    "room-capacity": ROOM,
    "room-features": ROOM,
    "room-free": ROOM,
    "rooms": ROOM,
    "set-up": ROOM,
    "track-room": ROOM,
    "speaker-available": ASK,
    "chair-available": ASK,
    "talk-fits": SHORTEN,
    "talk-placed": LEAVE_OUT,
    "speaker-free": STAND_IN,
    "chair-free": STAND_IN,
}
"""The price of giving up a requirement, by the code of its rule; of all others, a wish."""


def price_of(code: str) -> int:
    """What it costs to give up a requirement of a rule."""
    return PRICES.get(code, WISH)
