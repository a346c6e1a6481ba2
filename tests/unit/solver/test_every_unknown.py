"""Every kind of unknown is decided, all at once."""

from datetime import date

from programkit.checking import check
from programkit.model.base import TBD
from programkit.model.conference import Conference, Requirement
from programkit.model.contributions import Poster, Talk, Track
from programkit.model.days import Day, Session, Slot
from programkit.model.interval import Interval
from programkit.model.people import Person, Role
from programkit.model.result import Status
from programkit.model.venue import Room
from programkit.outline.build import build_outline
from programkit.solving import solve

MORNING = Interval(start="2030-05-02T08:00Z", end="2030-05-02T12:00Z")


def conference():
    """Two days and a later date, with one of everything that can be open."""
    parallel = {"start": 540, "track": TBD, "chairs": TBD, "slots": (Slot(minutes=30),) * 2}
    return Conference(
        title="Everything open",
        timezone="UTC",
        rooms=(Room(id="hall", name="Hall"), Room(id="attic", name="Attic")),
        people=(
            Person(id="ada", name="Ada", roles=(Role(role="chair"),)),
            Person(id="bo", name="Bo", roles=(Role(role="chair"),)),
            Person(id="cy", name="Cy", available=(MORNING,)),
            Person(id="di", name="Di"),
            Person(id="eve", name="Eve", roles=(Role(role="chair"),)),
        ),
        tracks=(Track(id="red", name="Red"), Track(id="blue", name="Blue")),
        talks=(
            Talk(id="r1", speakers=("ada",), track="red"),
            Talk(id="r2", speakers=("di",), track="red"),
            Talk(id="b1", speakers=TBD, track="blue"),
            Talk(id="b2", speakers=("di",), track="blue"),
            Talk(id="cy-later", speakers=("cy",), reserve=True),
            Talk(id="di-later", speakers=("di",), reserve=True),
        ),
        posters=(
            Poster(id="p1", speakers=("ada",)),
            Poster(id="p2", speakers=("bo",), session="wall"),
        ),
        days=(
            Day(
                date=date(2030, 5, 1),
                items=(
                    Session(id="one", room=TBD, **parallel),
                    Session(id="two", room=TBD, **parallel),
                    Session(
                        id="wall",
                        kind="posters",
                        room="attic",
                        start=TBD,
                        minutes=60,
                        boards=("1", "2"),
                    ),
                    Session(id="end", room="hall", start=720, minutes=10, slots=()),
                ),
            ),
            Day(
                date=date(2030, 6, 6),
                items=(
                    Session(
                        id="later", room="hall", start=600, slots=(Slot(id="date", minutes=60),)
                    ),
                ),
            ),
        ),
        requirements=(
            Requirement(rule="one-track"),
            Requirement(
                rule="candidates", given={"slot": "date", "talks": ["cy-later", "di-later"]}
            ),
        ),
    )


def test_every_unknown_is_decided():
    result = solve(conference())
    program = result.program
    sessions = program.timetable.sessions
    report = check(program)

    assert (result.status, result.cost) == (Status.OPTIMAL, 0)
    assert report.hard == ()
    assert {talk.id for talk in program.unplaced} == set()
    assert {sessions["one"].room, sessions["two"].room} == {"hall", "attic"}
    assert {sessions["one"].session.track, sessions["two"].session.track} == {"red", "blue"}
    chairs = [sessions[name].session.chairs for name in ("one", "two")]
    assert sorted(chairs) == [("bo",), ("eve",)]  # Ada speaks
    assert sessions["wall"].interval.first >= sessions["one"].interval.last
    assert {place.board for place in program.hung.values()} == {"1", "2"}
    assert [placed.talk.id for placed in program.by_slot["date"]] == ["di-later"]
    assert not {f.code for f in report} & {"chair-missing", "room-missing", "time-missing"}


def test_every_decision_reaches_readers():
    outline = build_outline(solve(conference()).program.public())
    shown = {item.id: item for day in outline.days for item in day.items}

    assert {shown[name].chairs[0].id for name in ("one", "two")} == {"bo", "eve"}
    assert {shown[name].track.id for name in ("one", "two")} == {"red", "blue"}
    assert [poster.board for poster in shown["wall"].posters] == ["1", "2"]
    assert shown["wall"].when.start is not None
