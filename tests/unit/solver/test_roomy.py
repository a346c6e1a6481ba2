from datetime import date
from random import Random  # noqa: TID251 - seeded

from programkit.model.contributions import Track
from programkit.model.days import Day, Session, Slot
from programkit.model.people import Person
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import RoomFeatures, SpeakerAvailable, TalkPlacedOnce
from programkit.solver.roomy import Roomy
from programkit.solver.task import Task
from tiny import between, clock, morning, placed, talk

RULES = (TalkPlacedOnce(), SpeakerAvailable(), RoomFeatures())
TRACKS = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))


def offered(program, wanted, own=9, others=9, rules=RULES):
    task = Task(program.conference, rules)
    return list(Roomy(task, program, Random(0)).sessions_for(wanted, own, others))  # noqa: S311 - a search, no secret


def rows(*names, slots=2, **changes):
    """Sessions of an hour, one after the other from 9 on."""
    return tuple(
        Session(
            id=name,
            room="hall",
            start=(9 + number) * 60,
            slots=tuple(Slot(minutes=30) for _ in range(slots)),
            **changes,
        )
        for number, name in enumerate(names)
    )


def test_sessions_of_its_track_come_first_then_empty_ones():
    talks = (*(talk(name, track="red") for name in ("a", "b")), talk("c", track="blue"))
    conference = morning(*talks, items=rows("x", "y", "z"), tracks=TRACKS)
    program = placed(conference, a="y/1", c="z/1")

    assert offered(program, "b") == ["y", "x", "z"]
    assert offered(program, "b", own=1, others=1) == ["y", "x"]
    assert offered(program, "b", own=0, others=1) == ["x"]


def test_sessions_without_room_for_it_are_not_offered():
    talks = (talk("a", minutes=30), talk("b", minutes=60), talk("c", minutes=30))
    conference = morning(*talks, items=rows("x", "y"))
    program = placed(conference, a="x/1")

    assert offered(program, "b") == ["y"]
    assert sorted(offered(program, "c")) == ["x", "y"]


def test_sessions_where_it_may_not_be_are_not_offered():
    ada = Person(id="ada", name="Ada", available=(between(clock(10), clock(11)),))
    conference = morning(talk("a", "ada"), items=rows("x", "y"), people=(ada,))

    assert offered(Program.of(conference), "a") == ["y"]
    assert sorted(offered(Program.of(conference), "a", rules=(TalkPlacedOnce(),))) == ["x", "y"]


def test_what_is_left_of_a_packed_session_is_room():
    packed = Session(id="x", packed=True, room="hall", start=540, minutes=60)
    talks = (talk("a", minutes=40), talk("b", minutes=20), talk("c", minutes=30))
    conference = morning(*talks, items=(packed,))
    start = Placement(talk="a", session="x", start=clock(9), minutes=40)
    program = Program(conference=conference, placements=(start,))

    assert offered(program, "b") == ["x"]
    assert offered(program, "c") == []


def test_slots_without_a_time_are_as_long_as_they_say():
    session = Session(id="x", room="hall", slots=(Slot(minutes=20), Slot(minutes=20)))
    conference = morning(
        talk("a", minutes=40), talk("b", minutes=50), days=(Day(date=date(2030, 5, 1), items=()),),
        sessions=(session,),
    )  # fmt: skip

    assert offered(Program.of(conference), "a") == ["x"]
    assert offered(Program.of(conference), "b") == []
