"""A first program of very many talks."""

from datetime import date

import pytest

from programkit.model.base import TBD
from programkit.model.contributions import Track
from programkit.model.days import Day, Session, Slot
from programkit.model.findings import Level
from programkit.model.people import Person, Role
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.rules import (
    ChairAvailable,
    Chaired,
    ChairFree,
    OneTrack,
    RoomFree,
    SpeakerFree,
    TalkFitsSlot,
    TalkPlacedOnce,
)
from programkit.rules.base import Rule
from programkit.solver.constructing import beginning, construct
from programkit.solver.course import Course
from programkit.solver.limits import Limits
from programkit.solver.task import Task
from tiny import morning, talk

RULES = (
    *(TalkPlacedOnce(), TalkFitsSlot(), RoomFree(), SpeakerFree()),
    *(Chaired(), ChairFree(), ChairAvailable()),
    OneTrack(level="soft", weight=20),
)


def many(talks, rooms, days):
    """Talks of five minutes in two sessions a day of 15 slots each, and as many people."""
    people = tuple(
        Person(id=f"p{number}", name=f"P {number}", roles=(Role(role="chair"),))
        for number in range(talks)
    )
    tracks = tuple(Track(id=f"track-{number}", name=f"Track {number}") for number in range(5))
    return morning(
        *(talk(f"t{n}", f"p{n // 2}", track=f"track-{n % 5}", minutes=5) for n in range(talks)),
        people=people,
        tracks=tracks,
        rooms=tuple(Room(id=f"room-{number}", name=f"Room {number}") for number in range(rooms)),
        days=tuple(
            Day(
                date=date(2030, 5, day + 1),
                items=tuple(
                    Session(
                        id=f"{day}-{room}-{start}",
                        room=f"room-{room}",
                        start=start * 60,
                        chairs=TBD,
                        slots=(Slot(minutes=5),) * 15,
                    )
                    for room in range(rooms)
                    for start in (9, 11)
                ),
            )
            for day in range(days)
        ),
    )


@pytest.fixture(scope="module")
def drafts():
    """The same construction, twice."""
    task = Task(many(310, rooms=4, days=3), RULES)
    limits = Limits(effort=60, workers=1, reproducible=True)
    return [construct(Course(task, limits), beginning(task, None)) for _ in range(2)]


def test_all_of_very_many_talks_have_a_place_and_sessions_a_chair(drafts):
    found = [f for rule in RULES for f in rule.check(drafts[0].program)]

    assert [f for f in found if f.level is Level.HARD] == []
    assert {f.code for f in found} <= {OneTrack.code}
    assert sum(f.cost for f in found) == drafts[0].cost


def test_tracks_of_very_many_talks_are_kept_together(drafts):
    program = drafts[0].program
    tracks = [{p.talk.track for p in inside} for inside in program.by_session.values()]

    assert sum(len(held) - 1 for held in tracks) <= len(program.conference.tracks)


def test_construction_is_the_same_each_time(drafts):
    first, second = drafts

    assert first == second


class Fewer(Rule):
    """No more than a hundred talks take place, whichever."""

    code = "fewer"
    reads = frozenset()

    def check(self, program):
        if len(program.placements) > 100:
            yield self.found("too many talks")

    def post(self, decisions):
        spots = (decisions.spots(talk.id) for talk in decisions.talks)
        terms = [(there, 1) for places in spots for there in places.values()]
        decisions.at_most(self, terms, 100, ())


def test_what_was_laid_out_is_given_up_where_it_cannot_be():
    task = Task(many(310, rooms=4, days=3), (TalkPlacedOnce(), RoomFree(), Fewer()))
    limits = Limits(effort=2, workers=1, reproducible=True)
    draft = construct(Course(task, limits), beginning(task, None))

    assert 0 < len(draft.program.placements) <= 100


def test_of_two_talks_that_clash_one_stays_where_it_was():
    conference = many(4, rooms=2, days=1)
    task = Task(conference, RULES)
    previous = Program(
        conference=conference,
        placements=(
            Placement(talk="t0", slots=("0-0-9/1",)),
            Placement(talk="t1", slots=("0-1-9/1",)),
        ),
    )

    assert [place.talk for place in beginning(task, previous).placements] == ["t0"]
