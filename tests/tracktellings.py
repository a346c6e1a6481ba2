"""What Hypothesis tells rules about tracks and sessions: tables of costs, numbers, attendees."""

from datetime import date

from hypothesis import strategies as st

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import Talk, Track
from programkit.model.days import Block, Day, Slot
from programkit.model.people import Person
from programkit.model.venue import Room
from programkit.rules import (
    AttendeeClash,
    Costs,
    PresenterClash,
    SimilarTracks,
    TrackAtOnce,
    TrackChairs,
    TrackConsecutive,
    TrackOrder,
)

COSTS = st.sampled_from([0, 1, 3])


def _rows(rows, columns):
    """Costs for some of the rows and columns; of rows there is at least one."""
    cells = st.dictionaries(st.sampled_from(columns), COSTS, min_size=1) if columns else st.just({})
    return st.dictionaries(st.sampled_from(rows), cells, min_size=1)


def _costs(conference):
    sessions = list(conference.timetable.sessions)
    rows = {
        "talk": [talk.id for talk in conference.talks],
        "track": [track.id for track in conference.tracks],
        "session": sessions,
    }
    columns = {"session": sessions, "room": [room.id for room in conference.rooms]}
    return st.tuples(st.sampled_from(sorted(rows)), st.sampled_from(sorted(columns))).flatmap(
        lambda kinds: _rows(rows[kinds[0]], columns[kinds[1]]).map(
            lambda table: {"of": kinds[0], "by": kinds[1], "table": table}
        )
    )


def _similar(conference):
    one, other = (track.id for track in conference.tracks)
    return COSTS.map(lambda cost: {"table": {one: {other: cost}}})


def _positions(conference):
    ids = [talk.id for talk in conference.talks]
    numbers = st.dictionaries(st.sampled_from(ids), st.integers(1, 3), min_size=1)
    return numbers.map(lambda positions: {"positions": positions})


def _attendees(conference):
    ids = [talk.id for talk in conference.talks]
    people = st.lists(st.sampled_from([p.id for p in conference.people]), unique=True).map(tuple)
    wishes = st.dictionaries(st.sampled_from(ids), people, min_size=1)
    return st.fixed_dictionaries({"attendees": wishes, "by": LEVELS})


LEVELS = st.sampled_from(["session", "slot"])

TOLD_OF_TRACKS = {
    Costs: _costs,
    SimilarTracks: _similar,
    TrackOrder: _positions,
    PresenterClash: lambda _: st.fixed_dictionaries({"by": LEVELS}),
    AttendeeClash: _attendees,
}
"""For each such rule, how to draw what it is told for a conference."""

BY_SESSION = (*TOLD_OF_TRACKS, TrackAtOnce, TrackChairs, TrackConsecutive)
"""Rules that are about talks and tracks in sessions side by side."""


@st.composite
def side_by_side(draw):
    """Two or three times in two rooms, and talks of two tracks that share chairs and speakers."""
    slots = (Slot(minutes=10),) * draw(st.integers(1, 2))
    starts = (540, 600, 660)[: draw(st.integers(2, 3))]
    blocks = tuple(
        Block(id=f"b{n}", start=start, track=TBD, rooms=("hall", "attic"), slots=slots)
        for n, start in enumerate(starts)
    )
    speakers = st.sampled_from([(), ("ada",), ("bo",), ("ada", "bo")])
    return Conference(
        title="Side by side",
        timezone="UTC",
        rooms=(Room(id="hall", name="Hall"), Room(id="attic", name="Attic")),
        people=(Person(id="ada", name="Ada"), Person(id="bo", name="Bo")),
        tracks=tuple(
            Track(id=name, name=name, chairs=draw(st.sampled_from([(), ("ada",), ("ada",)])))
            for name in ("red", "blue")
        ),
        talks=tuple(
            Talk(id=f"t{n}", speakers=draw(speakers), minutes=10, track=track)
            for n, track in enumerate(draw(TRACKS))
        ),
        days=(Day(date=date(2030, 5, 1), items=blocks),),
    )


TRACKS = st.lists(st.sampled_from(["red", "blue"]), min_size=2, max_size=3)
