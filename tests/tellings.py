"""What Hypothesis tells rules that must be told something: talks, times, rooms, people, numbers."""

from hypothesis import strategies as st

from programkit.model.interval import Interval
from programkit.rules import (
    Alone,
    Apart,
    AudienceHours,
    Candidates,
    DaysOnSite,
    EdgeOfDay,
    Gap,
    LocalHours,
    NotTogether,
    PerDay,
    Rooms,
    SameDay,
    SetUp,
    SpeakerAvailable,
    SpeakerFree,
    Times,
    Together,
    TrackNotParallel,
    TrackRoom,
)
from programkit.rules.selection import known_selectors
from programkit.rules.windows import fault_of

DAYS = ("2030-05-01", "Thu 2 May", "from 2030-05-02")
CLOCKS = ("8:00-9:10", "9:10-9:30", "not 2030-05-01 9:00-9:20")


def selections(conference):
    """Some talks, by id or otherwise."""
    named = [one for one in known_selectors(conference) if not one.startswith("day:")]
    return st.lists(st.sampled_from(named), min_size=1, max_size=2, unique=True).map(tuple)


def people(conference):
    """Some people, or nobody in particular."""
    named = [person.id for person in conference.people]
    return st.lists(st.sampled_from(named), max_size=1).map(tuple)


def rooms(conference):
    """Some rooms, or none in particular."""
    named = [room.id for room in conference.rooms]
    return st.lists(st.sampled_from(named), max_size=1).map(tuple) if named else st.just(())


def windows(conference, intervals):
    """Some times, exact or in words."""
    words = [text for text in (*DAYS, *CLOCKS) if fault_of(conference, text) is None]
    one = st.one_of(st.sampled_from(words), intervals)
    return st.lists(one, min_size=1, max_size=2).map(tuple)


def _at_least_one(**fields):
    """Some of the fields, one at least."""
    return st.sampled_from(sorted(fields)).flatmap(
        lambda name: st.fixed_dictionaries(
            {name: fields[name]}, optional={n: f for n, f in fields.items() if n != name}
        )
    )


def _both(one, other):
    return st.tuples(one, other).map(lambda both: {**both[0], **both[1]})


def _for(conference, **told):
    return st.fixed_dictionaries({"talks": selections(conference), **told})


def _times(conference):
    moments = [slot.interval for slot in conference.timetable.slots.values() if slot.interval]
    told = windows(conference, st.sampled_from([Interval(), *moments]))
    return _both(_for(conference), _at_least_one(only=told, prefer=told, avoid=told))


def _rooms(conference):
    named = [room.id for room in conference.rooms]
    told = st.lists(st.sampled_from(named), min_size=1, unique=True).map(tuple)
    return _both(_for(conference), _at_least_one(only=told, prefer=told, avoid=told))


def _apart(conference):
    told = _at_least_one(
        minutes=st.sampled_from([0, 10, 60]),
        most_minutes=st.sampled_from([0, 10, 60]),
        days=st.sampled_from([1, 2]),
        most_days=st.sampled_from([0, 1]),
    )
    return _both(st.one_of(st.just({"talks": ("all",)}), _for(conference)), told)


def _candidates(conference):
    ids = [talk.id for talk in conference.talks]
    slots = list(conference.timetable.slots)
    named = st.lists(st.sampled_from(ids), min_size=2, unique=True).map(tuple)
    return st.fixed_dictionaries({"slot": st.sampled_from(slots), "talks": named})


def _tracks(conference):
    named = [track.id for track in conference.tracks]
    return st.lists(st.sampled_from(named), unique=True, max_size=2).map(tuple)


TOLD = {
    Times: _times,
    Rooms: _rooms,
    SameDay: _for,
    NotTogether: _for,
    Together: _for,
    Alone: _for,
    Apart: _apart,
    EdgeOfDay: lambda c: _for(c, edge=st.sampled_from(["first", "last"])),
    Gap: lambda c: st.fixed_dictionaries(
        {
            "minutes": st.sampled_from([0, 10, 30]),
            "elsewhere": st.sampled_from([40, 20, 0]),
            "people": people(c),
        }
    ),
    PerDay: lambda c: st.fixed_dictionaries({"most": st.integers(1, 2), "people": people(c)}),
    DaysOnSite: lambda c: st.fixed_dictionaries({"most": st.just(1), "people": people(c)}),
    LocalHours: lambda c: st.fixed_dictionaries(
        {
            "start": st.sampled_from([5 * 60, 8 * 60, 18 * 60 + 20]),
            "end": st.sampled_from([18 * 60 + 30, 30 * 60]),
            "people": people(c),
        }
    ),
    AudienceHours: lambda _: st.fixed_dictionaries(
        {
            "zones": st.sampled_from([("Asia/Tokyo",), ("Asia/Tokyo", "America/New_York")]),
            "start": st.sampled_from([5 * 60, 8 * 60, 18 * 60 + 20]),
            "end": st.sampled_from([18 * 60 + 30, 30 * 60]),
        }
    ),
    SetUp: lambda c: st.fixed_dictionaries(
        {"minutes": st.sampled_from([1, 20, 60]), "rooms": rooms(c)}
    ),
    TrackNotParallel: lambda c: st.fixed_dictionaries({"tracks": _tracks(c)}),
    TrackRoom: lambda _: st.fixed_dictionaries(
        {
            "tracks": st.sampled_from([(), ("red",), ("blue", "red")]),
            "per": st.sampled_from(["conference", "day"]),
        }
    ),
    Candidates: _candidates,
    SpeakerAvailable: lambda _: st.fixed_dictionaries({"hosts": st.booleans()}),
    SpeakerFree: lambda _: st.fixed_dictionaries({"coauthors": st.booleans()}),
}
"""For each rule that must be told something, how to draw it for a conference."""
