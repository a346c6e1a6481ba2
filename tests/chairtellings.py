"""What Hypothesis tells rules about chairs, and conferences that seek some."""

from datetime import date

from hypothesis import strategies as st

from programkit.model.base import TBD
from programkit.model.chairs import may_chair
from programkit.model.conference import Conference
from programkit.model.contributions import CoAuthor, Talk, Track
from programkit.model.days import Day, Session, Slot
from programkit.model.interval import Interval
from programkit.model.people import Person, Role
from programkit.model.venue import Room
from programkit.rules import (
    ChairAvailable,
    ChairCandidates,
    Chaired,
    ChairFree,
    ChairLoad,
    ChairOwnTalk,
    ChairPairs,
    ChairTrack,
)

SOMEBODY = ("ada", "bo", "cy")


def _people(conference, **how):
    named = [person.id for person in conference.people]
    return st.lists(st.sampled_from(named), unique=True, max_size=2, **how).map(tuple)


def _tracks(conference):
    named = [track.id for track in conference.tracks]
    return st.lists(st.sampled_from(named), unique=True, max_size=1).map(tuple)


def _sessions(conference):
    named = list(conference.timetable.sessions)
    return st.lists(st.sampled_from(named), unique=True, max_size=1).map(tuple)


def _candidates(conference):
    named = may_chair(conference) or [person.id for person in conference.people]
    people = st.lists(st.sampled_from(named), min_size=1, max_size=1).map(tuple)
    return st.fixed_dictionaries(
        {"people": people, "sessions": _sessions(conference), "tracks": _tracks(conference)}
    )


TOLD_OF_CHAIRS = {
    Chaired: lambda _: st.fixed_dictionaries({"chairs": st.sampled_from([1, 1, 2])}),
    ChairOwnTalk: lambda _: st.fixed_dictionaries({"coauthors": st.booleans()}),
    ChairLoad: lambda c: st.fixed_dictionaries(
        {"most": st.sampled_from([None, 1, 0]), "people": _people(c)}
    ),
    ChairPairs: lambda c: st.fixed_dictionaries(
        {"people": _people(c, min_size=1), "mentors": _people(c, min_size=1)}
    ),
    ChairTrack: lambda c: st.fixed_dictionaries({"tracks": _tracks(c)}),
    ChairCandidates: _candidates,
}
"""For each such rule, how to draw what it is told for a conference."""

BY_CHAIR = (*TOLD_OF_CHAIRS, ChairFree, ChairAvailable)
"""Rules that are about chairs."""


@st.composite
def _session(draw, number):
    shared = {
        "id": f"s{number}",
        "room": draw(st.sampled_from(["hall", "attic"])),
        "start": draw(st.sampled_from([540, 540, 550, 570, TBD])),
        "chairs": draw(st.sampled_from([TBD, TBD, (), ("ada",), ("bo", "ada")])),
    }
    shape = draw(st.sampled_from(["slots", "slots", "slots", "packed", "whole"]))
    if shape == "slots":
        return Session(**shared, slots=(Slot(minutes=20),) * draw(st.sampled_from([1, 2])))
    return Session(**shared, packed=shape == "packed", minutes=draw(st.sampled_from([20, 40])))


@st.composite
def seeking(draw):
    """Sessions at once and one after the other, most of which seek chairs, and a few talks."""
    many = draw(st.sampled_from([3, 2, 3]))
    hours = Interval(
        start=f"2030-05-01T09:{draw(st.sampled_from(['00', '20']))}Z",
        end="2030-05-01T09:50Z",
    )
    speakers = st.sampled_from([("ada",), ("ada",), ("bo",), ("bo", "ada"), ()])
    coauthors = st.sampled_from([(), (CoAuthor(person="bo"),), (CoAuthor(person="ada"),)])
    asked = draw(st.sampled_from([(), (), ("ada", "cy")]))
    when = draw(st.sampled_from([date(2030, 5, 1), date(2030, 5, 1), date(2030, 5, 1), TBD]))
    return Conference(
        title="Seeking",
        timezone="UTC",
        rooms=(Room(id="hall", name="Hall"), Room(id="attic", name="Attic")),
        people=tuple(
            Person(
                id=name,
                name=name.title(),
                available=draw(st.sampled_from([(), (), (hours,)])),
                roles=(Role(role="chair"),) if name in asked else (),
            )
            for name in SOMEBODY
        ),
        tracks=tuple(
            Track(id=name, name=name, chairs=draw(st.sampled_from([(), ("ada",), ("cy",)])))
            for name in ("red", "blue")
        ),
        talks=tuple(
            Talk(
                id=f"t{n}",
                speakers=draw(speakers),
                coauthors=draw(coauthors),
                minutes=20,
                track=draw(st.sampled_from(["red", "blue", None])),
            )
            for n in range(draw(st.sampled_from([2, 1, 3])))
        ),
        days=(Day(date=when, items=tuple(draw(_session(n)) for n in range(many))),),
    )
