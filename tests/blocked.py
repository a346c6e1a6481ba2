"""Conferences of two rooms with slots alike, which the solver can see by blocks of sessions."""

from datetime import date

from programkit.model.conference import Conference
from programkit.model.contributions import Talk, Track
from programkit.model.days import Block, Day, Slot
from programkit.model.people import Person
from programkit.model.venue import Room
from programkit.rules import (
    DEFAULT_RULES,
    Costs,
    OneTrack,
    PresenterClash,
    SpeakerFree,
    TalkPlacedOnce,
    TrackAtOnce,
    TrackConsecutive,
    TrackRoom,
)

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


TRACKS = ("red", "blue", "gray")
SLOTS = (10,) * 2
PRICED = (
    *STRICT,
    TrackRoom(per="conference", level="soft", weight=5),
    Costs(of="track", by="session", table={"red": {"b0": 3}, "blue": {"b1": 4}}),
    Costs(of="track", by="room", table={"gray": {"hall": 2}}),
)


def three_tracks(times=3):
    """Three tracks of two talks each, and so many times in two rooms."""
    return conference(
        slots=SLOTS,
        times=times,
        tracks=tuple(Track(id=track, name=track) for track in TRACKS),
        talks=tuple(Talk(id=f"{t}{n}", track=t, minutes=10) for t in TRACKS for n in range(2)),
    )


def crowded():
    """Eight tracks of five talks, some of two slots, in five times of three slots and four rooms.

    Speakers give talks in several tracks, and whatever can be costs something somewhere.
    """
    names = [f"track{n}" for n in range(8)]
    talks = tuple(
        Talk(
            id=f"{track}-{k}",
            track=track,
            speakers=(f"p{(5 * n + 7 * k) % 23}",),
            minutes=10 + 10 * (k == n % 5),
        )
        for n, track in enumerate(names)
        for k in range(5)
    )
    rooms = [f"room{n}" for n in range(4)]
    blocks = tuple(
        Block(id=f"b{n}", start=540 + 60 * n, rooms=rooms, slots=(Slot(minutes=10),) * 3)
        for n in range(5)
    )
    return Conference(
        title="Crowded",
        timezone="UTC",
        people=tuple(Person(id=f"p{n}", name=f"P{n}") for n in range(23)),
        rooms=tuple(Room(id=room, name=room) for room in rooms),
        tracks=tuple(Track(id=track, name=track) for track in names),
        talks=talks,
        days=(Day(date=date(2030, 5, 1), items=blocks),),
    )


def costly():
    """Rules for it."""
    tracks = range(8)
    by_time = {f"track{t}": {f"b{b}": (3 * t + 5 * b) % 7 for b in range(5)} for t in tracks}
    by_room = {f"track{t}": {f"room{r}": (t + 3 * r) % 4 for r in range(4)} for t in tracks}
    return (
        *(rule for rule in STRICT if not isinstance(rule, SpeakerFree)),
        PresenterClash(weight=10),
        TrackAtOnce(weight=4),
        TrackConsecutive(weight=6),
        TrackRoom(per="conference", level="soft", weight=5),
        Costs(of="track", by="session", table=by_time),
        Costs(of="track", by="room", table=by_room),
    )
