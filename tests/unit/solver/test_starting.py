from typing import ClassVar

import pytest

from programkit.checking import check
from programkit.files.program.decisions import decode, encode
from programkit.model.base import TBD
from programkit.model.contributions import At
from programkit.model.days import Break, Marker, Session
from programkit.model.interval import Interval
from programkit.model.people import Person
from programkit.model.result import Status
from programkit.outline.build import build_outline
from programkit.rules import DEFAULT_RULES, PosterFree, Times
from programkit.solving import solve
from tiny import attic_session, between, clock, hall_session, morning, talk

TEA = Break(title="Tea", start=10 * 60 + 30, minutes=30)
END = Marker(title="End", start=12 * 60 + 30)


def starts(program):
    zone = program.conference.zone
    return {d.session: f"{d.start.astimezone(zone):%H:%M}" for d in program.sessions if d.start}


def hall_only(*talks, late=(), **changes):
    """The hall's session before tea, and others in the hall whose time is open."""
    open_ones = late or (attic_session(room="hall", start=TBD),)
    return morning(*talks, items=(hall_session(), TEA, *open_ones, END), **changes)


def talks(count, *speakers):
    return tuple(talk(f"t{n}", *speakers) for n in range(count))


def test_session_gets_a_time_at_which_its_room_is_free():
    result = solve(hall_only(*talks(4)))

    assert (result.status, result.cost) == (Status.OPTIMAL, 0)
    assert starts(result.program) == {"p": "11:00"}


def test_readers_see_the_time():
    program = solve(hall_only(*talks(4))).program
    (day,) = build_outline(program.public()).days

    assert [f"{item.when.start:%H:%M}" for item in day.items if item.id == "p"] == ["11:00"]


def test_time_is_one_at_which_speakers_are_there():
    ada = Person(id="ada", name="Ada", available=(between(clock(11, 30), clock(12)),))
    late = (attic_session(room="hall", start=TBD), Break(title="Lunch", start=720, minutes=30))
    result = solve(hall_only(talk("a", "ada"), late=late, people=(ada,)))

    assert starts(result.program) == {"p": "11:30"}
    assert result.cost == 0


def test_session_without_a_day_gets_one():
    loose = Session(id="x", room="hall", minutes=90)
    result = solve(morning(items=(hall_session(), TEA, END), sessions=(loose,)))

    assert starts(result.program) == {"x": "11:00"}


def test_session_without_talks_keeps_others_out_of_its_room():
    panels = tuple(Session(id=f"p{n}", room="hall", start=TBD, minutes=45) for n in range(2))
    result = solve(hall_only(*talks(3), late=panels))

    assert sorted(starts(result.program).values()) == ["11:00", "11:45"]


def test_no_time_at_which_all_holds_is_infeasible():
    panels = tuple(Session(id=f"p{n}", room="hall", start=TBD, minutes=60) for n in range(2))
    result = solve(hall_only(late=panels))

    assert result.status is Status.INFEASIBLE
    assert {reason.code for reason in result.reasons} == {"room-free"}


def test_many_choices_are_climbed_through():
    rooms = [attic_session(id=f"p{n}", room="hall", start=TBD) for n in range(3)]
    result = solve(hall_only(*talks(6), late=tuple(rooms)))

    assert result.cost == 0
    assert sorted(starts(result.program).values()) == ["11:00", "11:30", "12:00"]


def test_what_is_proved_for_all_times_is_proved():
    result = solve(hall_only(*talks(5)))

    assert (result.status, result.cost, result.bound) == (Status.OPTIMAL, 1000, 1000)


def test_climbing_tries_other_times():
    """What looks best before talks are placed is not: Ada is there at the end of the day only."""
    ada = Person(id="ada", name="Ada", available=(between(clock(13, 30), clock(14)),))
    rooms = [attic_session(id=f"p{n}", room="hall", start=TBD) for n in range(3)]
    items = (hall_session(), TEA, *rooms, Marker(title="End", start=14 * 60))
    result = solve(morning(talk("a", "ada"), items=items, people=(ada,)))

    assert result.cost == 0
    assert "13:30" in starts(result.program).values()


def test_session_moves_with_its_talks():
    rooms = tuple(attic_session(id=f"p{n}", room="hall", start=TBD) for n in range(3))
    items = (hall_session(), TEA, *rooms, Marker(title="End", start=14 * 60))
    rule = Times(talks="a", prefer="13:30-14:00")
    conference = morning(talk("a", at=(At(place="p0/1"),)), items=items)
    result = solve(conference, rules=[*DEFAULT_RULES, rule])

    assert (result.cost, starts(result.program)["p0"]) == (0, "13:30")


def test_packed_talks_move_with_their_session():
    rooms = tuple(attic_session(id=f"p{n}", room="hall", start=TBD) for n in range(3))
    packed = Session(id="x", room="hall", packed=True, start=TBD, minutes=60, talks=("a", "b"))
    items = (hall_session(), TEA, packed, *rooms, Marker(title="End", start=15 * 60))
    rule = Times(talks="b", prefer="14:30-15:00")
    conference = morning(talk("a", minutes=30), talk("b", minutes=30), items=items)
    result = solve(conference, rules=[*DEFAULT_RULES, rule])

    assert (result.cost, starts(result.program)["x"]) == (0, "14:00")


def test_where_no_choice_does_nothing_is_claimed():
    panels = tuple(Session(id=f"p{n}", room="hall", start=TBD, minutes=40) for n in range(3))
    result = solve(hall_only(late=panels))

    assert (result.status, result.found) == (Status.UNKNOWN, None)


def test_climbing_claims_no_bound():
    rooms = [attic_session(id=f"p{n}", room="hall", start=TBD) for n in range(3)]
    items = (hall_session(), TEA, *rooms, Marker(title="End", start=14 * 60))
    result = solve(morning(*talks(7), items=items), effort=1, time_limit=60)

    assert (result.status, result.cost, result.bound) == (Status.FEASIBLE, 1000, None)


class Interrupting(PosterFree):
    """Somebody presses Ctrl-C when a second choice of times is looked at."""

    seen: ClassVar[list] = []

    def check(self, program):
        if program.conference.times not in self.seen:
            self.seen.append(program.conference.times)
            if len(self.seen) == 2:
                raise KeyboardInterrupt
        yield self.found("never good enough")

    def post(self, decisions):
        decisions.pay(self, 1)


def test_ctrl_c_while_choosing_times_keeps_the_best():
    rooms = tuple(attic_session(id=f"p{n}", room="hall", start=TBD) for n in range(3))
    result = solve(hall_only(*talks(4), late=rooms), rules=[*DEFAULT_RULES, Interrupting()])

    assert result.status is Status.FEASIBLE
    assert result.found.unplaced == ()
    assert len(Interrupting.seen) == 3  # the one that is kept is judged last


def test_previous_times_are_looked_at_first():
    conference = hall_only(
        *talks(6), late=tuple(attic_session(id=f"p{n}", room="hall", start=TBD) for n in range(3))
    )
    previous = solve(conference).program
    again = solve(conference, previous=previous)

    assert starts(again.program) == starts(previous)
    assert again.cost == 0


def test_session_that_can_have_no_time_has_none():
    conference = hall_only(late=(Session(id="x", room="hall", start=TBD),))
    result = solve(conference)
    (finding,) = [f for f in check(result.program) if f.code == "time-missing"]

    assert starts(result.program) == {}
    assert finding.remedy == (
        "say when it starts; solve cannot find it, for nothing says how long it is"
    )


def test_decided_time_is_no_longer_missing():
    program = solve(hall_only(*talks(4))).program

    assert [f for f in check(program) if f.code == "time-missing"] == []
    assert [f.remedy for f in check(hall_only()) if f.code == "time-missing"] == [
        "say when it starts, or let solve find it"
    ]


def test_times_come_back_from_a_file(tmp_path):
    listed = Session(id="w", packed=True, room="hall", start=TBD, minutes=60, talks=("a", "b"))
    conference = hall_only(talk("a", minutes=30), talk("b", minutes=30), late=(listed,))
    program = solve(conference).program
    path = tmp_path / "program.json"
    path.write_bytes(encode(program))
    again = decode(conference, path)

    assert again == program
    assert [p.interval for p in again.placed] == [
        Interval(start=clock(11), end=clock(11, 30)),
        Interval(start=clock(11, 30), end=clock(12)),
    ]


@pytest.mark.parametrize(("start", "codes"), [(11 * 60, []), (690, ["program-contradicted"])])
def test_time_that_the_facts_now_say_is_theirs(tmp_path, start, codes):
    path = tmp_path / "program.json"
    path.write_bytes(encode(solve(hall_only(*talks(4))).program))
    facts = hall_only(*talks(4), late=(attic_session(room="hall", start=start),))
    program = decode(facts, path)

    assert starts(program) == {}
    found = [f.code for f in program.findings if f.code == "program-contradicted"]
    assert found == codes


def test_effort_and_seed_give_the_same_times():
    conference = hall_only(
        *talks(5), late=tuple(attic_session(id=f"p{n}", room=TBD, start=TBD) for n in range(3))
    )
    runs = [solve(conference, effort=2, reproducible=True, seed=3).program for _ in range(2)]

    assert runs[0] == runs[1]
