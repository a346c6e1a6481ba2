"""Small conferences and programs that reach the corners: what Hypothesis draws for the solver.

Slots touch and overlap, rooms are parallel or one, talks take several slots or none fits, sessions
are packed, people and rooms have hours, days have no date, breaks and plenaries close rooms.
"""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from chairtellings import TOLD_OF_CHAIRS
from postertellings import TOLD_OF_POSTERS, boards
from programkit.model.base import TBD
from programkit.model.chairs import may_chair
from programkit.model.conference import Conference
from programkit.model.contributions import At, CoAuthor, State, Talk, Track
from programkit.model.days import Break, Day, Session, Slot
from programkit.model.interests import Interest
from programkit.model.interval import Interval
from programkit.model.people import Person
from programkit.model.program import Program, SessionDecision
from programkit.model.venue import Room
from programkit.rules import (
    Candidates,
    Order,
    Pinned,
    RoomAvailable,
    RoomFree,
    Rooms,
    SpeakerAvailable,
    SpeakerFree,
    StayPut,
    TalkFitsSlot,
    TalkPlacedOnce,
)
from programkit.solver.decisions import Decisions
from sessiontellings import TOLD_OF_SESSIONS
from tellings import TOLD
from tracktellings import TOLD_OF_TRACKS

PEOPLE = ("ada", "bo")
ROOMS = ("hall", "attic")
TRACKS = ("red", "blue")
NINE = 9 * 60


def at_clock(minutes, day=1):
    return datetime(2030, 5, day, tzinfo=UTC) + timedelta(minutes=minutes)


@st.composite
def intervals(draw):
    start = draw(st.sampled_from([None, NINE, NINE + 10, NINE + 30]))
    length = draw(st.sampled_from([None, 10, 20, 40, 24 * 60]))
    first = None if start is None else at_clock(start)
    last = None if length is None else at_clock((start or NINE) + length)
    return Interval(start=first, end=last)


def hours():
    return st.one_of(st.just(()), st.lists(intervals(), min_size=1, max_size=2).map(tuple))


@st.composite
def slots(draw):
    start = draw(st.sampled_from([NINE, NINE, NINE + 10, NINE + 20, TBD]))
    lengths = draw(st.lists(st.sampled_from([10, 20, 30]), min_size=1, max_size=3))
    first = Slot(start=start, minutes=lengths[0])
    return (first, *(Slot(minutes=length) for length in lengths[1:]))


@st.composite
def sessions(draw, number, rooms):
    room = draw(st.sampled_from([*rooms, TBD])) if rooms else TBD
    shape = draw(st.sampled_from(["slots", "slots", "packed", "whole"]))
    shared = {
        "id": f"s{number}",
        "kind": draw(st.sampled_from(["session", "workshop"])),
        "room": room,
        "plenary": draw(st.integers(0, 5)) == 0,
        "track": draw(st.sampled_from([None, None, TBD, "red"])),
        "chairs": draw(st.sampled_from([(), (), (), (), TBD, ("ada",)])),
    }
    if shape == "slots":
        return Session(**shared, slots=draw(slots()))
    start = draw(st.sampled_from([NINE, NINE + 20, TBD]))
    minutes = draw(st.sampled_from([20, 30, 40]))
    return Session(**shared, packed=shape == "packed", start=start, minutes=minutes)


@st.composite
def days(draw, rooms):
    count = draw(st.sampled_from(_many(2)))
    found, number = [], 0
    for index in range(count):
        items = []
        for _ in range(draw(st.sampled_from(_many(2)))):
            number += 1
            items.append(draw(sessions(number, rooms)))
        if draw(st.booleans()):
            items.append(Break(title="Tea", start=NINE + 20, minutes=10, closes=rooms[:1]))
        when = TBD if draw(st.integers(0, 3)) == 0 else date(2030, 5, 1 + index)
        found.append(Day(date=when, items=tuple(items)))
    return tuple(found)


@st.composite
def talks(draw, number):
    return Talk(
        id=f"t{number}",
        title=f"Talk {number}",
        speakers=draw(st.sampled_from([("ada",), ("ada", "bo"), ("ada",), ("bo",), (), TBD])),
        minutes=draw(st.sampled_from([None, 10, 20, 30])),
        parts=draw(st.sampled_from([1, 1, 1, 2])),
        reserve=draw(st.integers(0, 4)) == 0,
        track=draw(st.sampled_from(["red", "red", "blue", None])),
        coauthors=draw(st.sampled_from([(), (), (CoAuthor(person="bo"),)])),
        kind=draw(st.sampled_from(["talk", "keynote"])),
        tags=draw(st.sampled_from([(), ("new",), ("old", "new")])),
        abstract=draw(st.sampled_from([TBD, "Robots see maps.", "Robots draw maps."])),
        audience=draw(st.sampled_from([None, 20, 40])),
        needs=draw(st.sampled_from([(), ("piano",), ("piano", "screen")])),
        state=draw(st.sampled_from([*[State.CONFIRMED] * 9, *State])),
    )


@st.composite
def some_room(draw, name):
    return Room(
        id=name,
        name=name,
        available=draw(hours()),
        capacity=draw(st.sampled_from([None, 10, 30])),
        features=draw(st.sampled_from([(), ("screen",), ("piano", "screen")])),
    )


@st.composite
def some_track(draw, name):
    return Track(id=name, name=name.title(), chairs=draw(st.sampled_from([(), ("ada",)])))


@st.composite
def somebody(draw, name):
    zone = draw(st.sampled_from([None, "Asia/Tokyo", "America/New_York"]))
    return Person(id=name, name=name.title(), available=draw(hours()), timezone=zone)


def interests(count):
    """What two attendees want to hear of so many talks."""
    some = st.lists(st.sampled_from([f"t{n}" for n in range(count)]), unique=True).map(tuple)
    one = st.builds(Interest, attendee=st.sampled_from(["x", "y"]), talks=some)
    return st.lists(one, max_size=3).map(tuple)


@st.composite
def conferences(draw, most_talks=3):
    """Facts with one to two days, rooms or none, and a few talks of which some may be fixed."""
    rooms = draw(st.sampled_from([(), ROOMS[:1], ROOMS, ROOMS]))
    count = draw(st.sampled_from(_many(most_talks)))
    return _with_fixed(
        draw,
        Conference(
            title="Small",
            timezone="UTC",
            rooms=tuple(draw(some_room(room)) for room in rooms),
            people=tuple(draw(somebody(person)) for person in PEOPLE),
            tracks=tuple(draw(some_track(track)) for track in TRACKS),
            talks=tuple(draw(talks(n)) for n in range(count)),
            interests=draw(interests(count)),
            days=draw(days(rooms)),
        ),
    )


def _many(most):
    """Mostly as many as there may be, sometimes fewer."""
    return (*[most] * 3, *range(1, most))


def _with_fixed(draw, conference):
    """Perhaps fix the first talk: in a slot, in a session, or at a time off the grid."""
    places = [*conference.timetable.slots, *conference.timetable.sessions]
    loose = At(
        start=at_clock(NINE + 5), room=draw(st.sampled_from([None, *conference.by_id.rooms]))
    )
    at = draw(st.sampled_from([None, None, loose, *(At(place=place) for place in places)]))
    if at is None:
        return conference
    first, *others = conference.talks
    return conference.replace(talks=(first.replace(at=(at,)), *others))


@st.composite
def decisions_about(draw, session, people):
    """A room where none is given, and perhaps chairs."""
    found = {}
    if session.room is TBD:
        found["room"] = draw(st.sampled_from(ROOMS))
    if session.session.chairs is TBD and people:
        found["chairs"] = tuple(draw(st.lists(st.sampled_from(people), unique=True, max_size=2)))
    return found


@st.composite
def programs(draw, given=None, most_talks=3):
    """Any program on the grid of slots, however bad: talks left out, placed twice, at one place."""
    conference = draw(conferences(most_talks)) if given is None else given
    decisions = Decisions(conference)
    placements = []
    for talk in decisions.talks:
        spots = list(decisions.spots(talk.id))
        many = st.sampled_from([1, 1, 1, 1, 1, 2, 2, 0]).flatmap(
            lambda n, spots=spots: st.lists(
                st.sampled_from(spots), min_size=min(n, len(spots)), max_size=n, unique_by=id
            )
        )
        chosen = draw(many) if spots else []
        placements += [spot.placement(talk.id, part + 1) for part, spot in enumerate(chosen)]
    decided = [
        SessionDecision(session=session.id, **decided)
        for session in conference.timetable.sessions.values()
        if (decided := draw(decisions_about(session, may_chair(conference))))
    ]
    freed = (
        tuple(draw(st.sets(st.sampled_from([t.id for t in conference.talks]))))
        if draw(st.booleans())
        else ()
    )
    return Program(
        conference=conference,
        placements=tuple(placements),
        sessions=tuple(decided),
        boards=draw(boards(conference)),
        freed=tuple(sorted(freed)),
    )


def speaks_of(kind, conference):
    """Whether a conference has what such a rule must speak of."""
    if kind in {Order, Candidates} and len(conference.talks) < 2:
        return False
    if kind is Candidates:
        return bool(conference.timetable.slots)
    return kind is not Rooms or bool(conference.rooms)


def rules(kind, program):
    """Rules of one kind that speak of the things of a program."""
    conference = program.conference
    ids = [talk.id for talk in conference.talks]
    level = st.fixed_dictionaries(
        {
            "level": st.sampled_from(["soft", "hard", "soft", "hard", "soft", "note"]),
            "weight": st.sampled_from([3, 1, 5, 2, 0]),
        }
    )
    return level.flatmap(lambda said: _told(kind, conference, ids, said))


def _told(kind, conference, ids, said):
    places = [*conference.timetable.slots, *conference.timetable.sessions, "2030-05-01T09:10"]
    if kind is Order:
        orders = st.lists(st.sampled_from(ids), min_size=2, unique=True)
        return orders.map(lambda talks: Order(talks=tuple(talks), **said))
    if kind is Pinned:
        entry = st.builds(Pinned, talk=st.sampled_from(ids), at=st.sampled_from(places))
        return st.one_of(st.just(Pinned()), entry).map(lambda rule: rule.replace(**said))
    if kind is TalkPlacedOnce:
        named = st.lists(st.sampled_from(ids), unique=True)
        return named.map(lambda talks: TalkPlacedOnce(talks=tuple(talks), **said))
    if kind is StayPut:
        return st.tuples(programs(conference), st.sampled_from(FARTHER)).map(
            lambda was: StayPut(
                placements=was[0].placements, sessions=was[0].sessions, **was[1], **said
            )
        )
    told_how = {**TOLD, **TOLD_OF_TRACKS, **TOLD_OF_CHAIRS, **TOLD_OF_POSTERS, **TOLD_OF_SESSIONS}
    if kind in told_how:
        return told_how[kind](conference).map(lambda told: kind(**told, **said))
    return st.just(kind(**said))


FARTHER = (
    {},
    {"room": 1, "time": 1, "day": 1},
    {"room": 0, "time": 2, "day": 5, "chairs": 3},
    {"room": 1, "time": 3, "day": 3, "chairs": 0},
)
"""What changes cost by how far they go."""

PLAIN = (RoomAvailable, RoomFree, SpeakerAvailable, SpeakerFree, TalkFitsSlot)
"""Rules that need to be told nothing."""
