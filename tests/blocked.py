"""Conferences of two rooms with slots alike, which the solver can see by blocks of sessions."""

from datetime import date

from programkit.model.conference import Conference
from programkit.model.contributions import Talk, Track
from programkit.model.days import Block, Day, Slot
from programkit.model.venue import Room
from programkit.rules import DEFAULT_RULES, OneTrack, TalkPlacedOnce

PLACED = TalkPlacedOnce(level="hard")
RULES = (*(rule for rule in DEFAULT_RULES if not isinstance(rule, TalkPlacedOnce)), PLACED)
STRICT = (*RULES, OneTrack())


def conference(*minutes, slots=(10,) * 7, times=1, **facts):
    """So many times in two rooms, and talks of one track that last so long."""
    starts = range(540, 540 + 120 * times, 120)
    blocks = tuple(
        Block(
            id=f"b{n}",
            start=start,
            rooms=("hall", "attic"),
            slots=tuple(Slot(minutes=length) for length in slots),
        )
        for n, start in enumerate(starts)
    )
    talks = tuple(Talk(id=f"t{n}", track="red", minutes=m) for n, m in enumerate(minutes))
    known = {
        "title": "Packed",
        "timezone": "UTC",
        "rooms": (Room(id="hall", name="Hall"), Room(id="attic", name="Attic")),
        "tracks": (Track(id="red", name="Red"),),
        "talks": talks,
        "days": (Day(date=date(2030, 5, 1), items=blocks),),
    }
    return Conference(**{**known, **facts})
