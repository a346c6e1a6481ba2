import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

import contested
from programkit.checking import check
from programkit.errors import InfeasibleError, LoadError, NoProgramError, SolveError
from programkit.model.base import TBD
from programkit.model.conference import Conference, Requirement
from programkit.model.contributions import At, State, Track
from programkit.model.days import Day, Session, Slot
from programkit.model.program import Program
from programkit.model.result import RuleCost, Status
from programkit.model.venue import Room
from programkit.rules import DEFAULT_RULES, Costs, Interests, SpeakerFree
from programkit.solving import solve
from rovinj import rovinj
from tiny import attic_session, between, clock, hall_session, morning, talk

CONTESTED = (*DEFAULT_RULES, Interests())

OPEN_ROVINJ = """
from rovinj import rovinj
from programkit.model.base import TBD
from programkit.solving import solve

facts = rovinj()
days = []
for day in facts.days:
    items = [
        item.replace(slots=tuple(slot.replace(talk=TBD) for slot in item.slots))
        if item.type == "session" else item
        for item in day.items
    ]
    days.append(day.replace(items=tuple(items)))
talks = tuple(talk.replace(minutes=50) for talk in facts.talks[1:-2])
result = solve(facts.replace(days=tuple(days), talks=talks), seed=5)
print(result.found.model_dump_json(include={"placements"}), result.spent)
"""


def where(program):
    return {p.talk.id: p.placement.slots for p in program.placed}


def rooms(program):
    return {decision.session: decision.room for decision in program.sessions}


def fixed(name, place, *speakers, **facts):
    return talk(name, *speakers, at=(At(place=place),), **facts)


def test_nothing_to_decide_is_optimal():
    result = solve(Conference(title="Nothing yet"))

    assert (result.status, result.cost, result.bound) == (Status.OPTIMAL, 0, 0)


def test_fixed_talks_stay_and_others_fill_what_is_open():
    result = solve(morning(fixed("a", "s/2"), talk("b", minutes=60)))

    assert where(result.program)["a"] == ("s/2",)
    assert [f.talk.id for f in result.program.placed].count("b") == 0
    assert result.costs == (RuleCost(code="talk-placed", cost=1000),)


def test_talk_without_a_title_is_placed_like_any_other():
    result = solve(morning(talk("a", title=TBD)))

    assert result.cost == 0
    assert len(result.program.placements) == 1


def test_tutorial_in_two_parts_is_placed_twice():
    result = solve(morning(talk("a", "ada", parts=2)))

    assert [p.placement.part for p in result.program.by_talk["a"]] == [1, 2]
    assert result.cost == 0


def test_packed_session_is_filled_from_its_start():
    session = Session(id="x", packed=True, room="hall", start=540, minutes=60)
    talks = (talk("a", minutes=20), talk("b", minutes=10), talk("c", minutes=30))
    program = solve(morning(*talks, items=(session,))).program
    ends = [p.interval.last for p in program.placed]

    assert [p.interval.first for p in program.placed] == [clock(9), *ends[:-1]]
    assert ends[-1] == clock(10)


def test_session_gets_the_room_that_is_free():
    conference = morning(items=(hall_session(), attic_session(room=TBD)))

    assert rooms(solve(conference).program) == {"p": "attic"}


def test_session_gets_the_room_that_is_available():
    hall = Room(id="hall", name="Hall", available=(between(clock(12), None),))
    items = (attic_session(room=TBD),)
    conference = morning(talk("a"), items=items, rooms=(hall, Room(id="attic", name="Attic")))

    assert rooms(solve(conference).program) == {"p": "attic"}


def test_cancelled_talk_leaves_its_slot_to_another():
    conference = morning(
        fixed("a", "s/1", state=State.CANCELLED),
        talk("b"),
        items=(hall_session(slots=hall_session().slots[:1]),),
    )

    assert where(solve(conference).program) == {"a": ("s/1",), "b": ("s/1",)}


def test_two_talks_fixed_in_one_session_share_its_slots():
    program = solve(morning(fixed("a", "s"), fixed("b", "s"))).program

    assert {p.session.id for p in program.placed} == {"s"}
    assert len({p.placement.slots for p in program.placed}) == 2


def test_infeasible_answer_names_the_requirements():
    result = solve(morning(fixed("a", "s/1"), fixed("b", "s/1")))

    assert result.status is Status.INFEASIBLE
    assert [reason.code for reason in result.reasons] == ["pinned", "pinned"]
    with pytest.raises(InfeasibleError, match=r'talk "a" \(A\) is fixed in slot s/1'):
        _ = result.program


def test_no_time_at_all_gives_no_program():
    result = solve(morning(talk("a")), time_limit=0)

    assert not result.reproducible
    with pytest.raises(NoProgramError):
        _ = result.program


def test_requirements_of_the_facts_are_in_force():
    order = Requirement(rule="order", given=["b", "a"])
    program = solve(morning(talk("a"), fixed("b", "s/2"), requirements=(order,))).program

    assert program.by_talk["b"][0].interval.before(program.by_talk["a"][0].interval)


def test_requirement_that_is_no_rule_is_a_fault():
    with pytest.raises(LoadError, match='"ordr" is no rule'):
        solve(morning(requirements=(Requirement(rule="ordr"),)))


def test_requirements_hold_beside_the_rules_given():
    order = Requirement(rule="order", given=["b", "a"])
    facts = morning(talk("a"), talk("b"), requirements=(order,))

    program = solve(facts, rules=DEFAULT_RULES).program

    assert [placed.talk.id for placed in program.placed] == ["b", "a"]


def test_nothing_moves_without_a_reason():
    conference = morning(talk("a"), talk("b"))
    previous = solve(conference, seed=1).program
    result = solve(conference, previous=previous, seed=2)

    assert where(result.program) == where(previous)
    assert result.cost == 0


def test_previous_talk_moves_where_its_slot_is_gone():
    previous = solve(morning(talk("a"), items=(attic_session(),))).program
    result = solve(morning(talk("a"), items=(hall_session(),)), previous=previous)

    assert result.costs == (RuleCost(code="stay-put", cost=12),)


def test_what_is_cancelled_stays_where_people_know_it_beside_who_takes_its_slot():
    items = (hall_session(),)
    previous = solve(morning(talk("a"), items=items)).program
    off = talk("a", state="cancelled")
    slots = previous.by_talk["a"][0].placement.slots
    result = solve(morning(off, talk("b"), items=items), previous=previous)
    pinned = fixed("c", slots[0])

    assert where(result.program)["a"] == slots
    assert "b" in where(result.program)
    beside = solve(morning(off, pinned, items=items), previous=previous).program
    assert where(beside) == {"a": slots, "c": slots}
    assert check(beside).hard == ()
    gone = solve(morning(off, items=(attic_session(),)), previous=previous).program
    assert where(gone) == {}


def test_previous_rooms_stay():
    open_room = morning(items=(attic_session(room=TBD),))
    previous = Program.of(open_room).replace(sessions=({"session": "p", "room": "attic"},))

    assert rooms(solve(open_room, previous=previous).program) == {"p": "attic"}


def test_freed_talk_moves_only_if_it_must():
    stays = solve(morning(fixed("a", "s/1")), free="a").program
    moves = solve(morning(fixed("a", "s/1"), fixed("b", "s/1")), free=["a"]).program

    assert where(stays) == {"a": ("s/1",)}
    assert where(moves)["b"] == ("s/1",)
    assert where(moves)["a"] != ("s/1",)
    assert moves.freed == ("a",)


@pytest.mark.parametrize(
    ("selector", "freed"),
    [
        ("all", ("a", "b")),
        ("b", ("b",)),
        ("track:theory", ("a",)),
        ("speaker:ada", ("b",)),
        ("day:2030-05-02", ("b",)),
    ],
)
def test_selector_frees(selector, freed):
    days = (
        Day(date=date(2030, 5, 1), items=(hall_session(),)),
        Day(date=date(2030, 5, 2), items=(attic_session(),)),
    )
    talks = (fixed("a", "s/1", track="theory"), fixed("b", "p/1", "ada"))
    conference = morning(*talks, days=days, tracks=(Track(id="theory", name="Theory"),))

    assert solve(conference, free=selector).program.freed == freed


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        ("abc", 'there is no talk "abc"'),
        ("speaker:adda", 'there is no speaker "adda"; did you mean "ada"'),
        ("track:x", 'there is no track "x"'),
        ("day:x", 'there is no day "x"'),
    ],
)
def test_selector_that_means_nothing_is_refused(selector, message):
    with pytest.raises(SolveError, match=message):
        solve(morning(talk("a")), free=selector)


@pytest.mark.parametrize(
    "limits",
    [{"effort": 0}, {"effort": float("nan")}, {"time_limit": -1}, {"workers": 0}, {"seed": -1}],
)
def test_limits_that_make_no_sense_are_refused(limits):
    with pytest.raises(SolveError, match=next(iter(limits))):
        solve(morning(), **limits)


class Careless(SpeakerFree):
    """A rule that forgets to tell the solver."""

    def post(self, decisions):
        pass


def test_rule_whose_check_and_post_disagree_proves_nothing(caplog):
    slot = hall_session().slots[:1]
    items = (hall_session(slots=slot), attic_session(start=540))
    conference = morning(talk("a", "ada"), talk("b", "ada"), items=items)
    with caplog.at_level(logging.WARNING):
        result = solve(conference, rules=(*DEFAULT_RULES[:3], Careless(level="soft", weight=2)))

    assert (result.status, result.cost, result.bound) == (Status.FEASIBLE, 2, None)
    assert "disagree" in caplog.text


def test_rovinj_as_fixed_is_solved_as_it_is():
    result = solve(rovinj())

    assert (result.status, result.cost) == (Status.OPTIMAL, 0)
    assert result.program.placed == Program.of(rovinj()).placed


def in_fresh_processes(root, *arguments):
    """What two processes print; sets have another order in each."""
    return [
        subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={"PYTHONPATH": f"{root / 'src'}:{root / 'tests'}", "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]


def test_what_is_soon_proved_is_the_same_in_fresh_processes(root):
    one, other = in_fresh_processes(root, "-c", OPEN_ROVINJ)

    assert one == other != ""


def test_reproducible_search_is_the_same_in_fresh_processes(root):
    one, other = in_fresh_processes(root, "tests/contested.py")

    assert one == other
    assert one.splitlines()[-1].startswith("feasible ")
    assert one.splitlines()[-1].endswith(" True")


def test_search_without_an_effort_is_not_reproducible():
    result = solve(contested.conference(), rules=CONTESTED, time_limit=8)

    assert (result.status, result.reproducible) == (Status.FEASIBLE, False)
    assert result.bound <= result.cost


def test_reproducible_search_that_the_clock_cuts_says_so():
    result = solve(
        contested.conference(), rules=CONTESTED, effort=1000, time_limit=2, reproducible=True
    )

    assert not result.reproducible


def test_search_near_a_previous_program_is_never_worse():
    before = solve(contested.conference(), rules=CONTESTED, effort=0.5)
    result = solve(contested.conference(), rules=CONTESTED, effort=0.5, previous=before.program)

    assert result.cost <= before.cost


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "reproducible needs an effort"),
        ({"effort": 1, "executor": ThreadPoolExecutor(1)}, "reproducible needs no executor"),
    ],
)
def test_reproducible_search_refuses_what_races(given, message):
    with pytest.raises(SolveError, match=message):
        solve(morning(), reproducible=True, **given)


def test_progress_tells_how_the_search_stands():
    told = []
    result = solve(morning(*(talk(f"t{n}") for n in range(6))), progress=told.append)

    last = told[-1]
    assert (last.cost, last.bound, last.gap) == (result.cost, result.bound, 0.0)
    assert (last.costs, last.placed, last.unplaced) == (result.costs, 4, 2)
    assert last.trying == "the whole at once"
    assert [p.seconds for p in told] == sorted(p.seconds for p in told)


def test_result_says_what_the_search_took():
    result = solve(morning(*(talk(f"t{n}") for n in range(6))))

    assert result.effort is None
    assert 24 <= result.variables <= 100
    assert result.constraints > 0
    assert result.seconds > 0
    assert result.memory > 10


def test_slot_without_a_length_is_no_place_for_what_needs_time():
    nothing = hall_session(slots=(Slot(start=540, end=540),))
    result = solve(morning(talk("a", minutes=30), items=(nothing,)))

    assert result.found.placements == ()
    assert result.costs == (RuleCost(code="talk-placed", cost=1000),)


@pytest.mark.parametrize(("talks", "minutes"), [(12, 30), (1, 300)])
def test_costs_that_cannot_be_added_up_are_refused(talks, minutes):
    most = 10**9
    table = {f"t{n}": {"hall": most, "attic": most} for n in range(talks)}
    facts = morning(
        *(talk(f"t{n}", minutes=minutes) for n in range(talks)),
        items=(hall_session(slots=tuple(Slot(minutes=30) for _ in range(12))),),
    )
    rules = (*DEFAULT_RULES, Costs(of="talk", by="room", table=table, weight=most))

    with pytest.raises(SolveError, match="too much to be added up; make weights smaller"):
        solve(facts, rules=rules)
