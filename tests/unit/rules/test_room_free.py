from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.days import Break, Session
from programkit.model.findings import Source
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.rules import RoomFree
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import search
from tiny import attic_session, clock, found, hall_session, morning, placed, talk


def by_time(conference, *places):
    return Program(conference=conference, placements=places)


def loose(name, hours, minutes=0, room="hall"):
    return Placement(talk=name, start=clock(hours, minutes), minutes=30, room=room)


def test_one_talk_in_a_slot_is_fine():
    assert found(RoomFree(), placed(morning(talk("a"), talk("b")), a="s/1", b="s/2")) == []


def test_two_talks_in_a_slot_clash():
    program = placed(morning(talk("a"), talk("b")), a="s/1", b="s/1")

    assert found(RoomFree(), program) == [("hard", 0, ("s/1", "a", "b"))]


def test_three_talks_in_a_slot_are_one_violation():
    program = placed(morning(talk("a"), talk("b"), talk("c")), a="s/1", b="s/1", c="s/1")

    assert found(RoomFree(level="soft", weight=7), program) == [("soft", 7, ("s/1", "a", "b", "c"))]


def test_cancelled_talk_occupies_nothing():
    conference = morning(talk("a"), talk("b", state=State.CANCELLED))

    assert found(RoomFree(), placed(conference, a="s/1", b="s/1")) == []


def test_sessions_that_touch_in_one_room_are_fine():
    items = (hall_session(), attic_session(room="hall", start=10 * 60 + 30))

    assert found(RoomFree(), placed(morning(items=items))) == []


def test_sessions_that_overlap_in_one_room_clash():
    items = (hall_session(), attic_session(room="hall"))

    assert found(RoomFree(), placed(morning(items=items))) == [("hard", 0, ("s", "p"))]


def test_sessions_that_overlap_in_one_room_clash_also_where_it_was_decided():
    conference = morning(items=(hall_session(), attic_session(room=TBD)))
    decided = (SessionDecision(session="p", room="hall"),)

    assert found(RoomFree(), Program(conference=conference, sessions=decided)) == [
        ("hard", 0, ("s", "p"))
    ]


def test_session_in_an_unknown_room_clashes_with_nothing():
    assert found(RoomFree(), placed(morning(items=(hall_session(), attic_session(room=TBD))))) == []


def test_session_between_the_slots_of_another_is_fine():
    early = hall_session(slots=hall_session().slots[:1])
    late = early.slots[0].replace(start=10 * 60)
    items = (early.replace(slots=(*early.slots, late)), attic_session(room="hall"))

    assert found(RoomFree(), placed(morning(items=items))) == []


def test_talk_in_a_room_that_a_break_closes_clashes():
    tea = Break(id="tea", title="Tea", start=9 * 60 + 30, minutes=15)
    program = placed(morning(talk("a"), talk("b"), items=(hall_session(), tea)), a="s/1", b="s/2")

    assert found(RoomFree(), program) == [("hard", 0, ("b", "tea"))]


def test_break_closes_only_the_rooms_it_names():
    tea = Break(id="tea", title="Tea", start=9 * 60 + 30, minutes=15, closes=("attic",))

    assert found(RoomFree(), placed(morning(talk("a"), items=(hall_session(), tea)), a="s/2")) == []


def test_plenary_closes_the_other_rooms():
    items = (hall_session(plenary=True), attic_session())

    assert found(RoomFree(), placed(morning(talk("a"), items=items), a="p/1")) == [
        ("hard", 0, ("a", "s"))
    ]


def test_talk_in_the_plenary_itself_is_fine():
    items = (hall_session(plenary=True), attic_session())

    assert found(RoomFree(), placed(morning(talk("a"), items=items), a="s/1")) == []


def test_session_without_slots_in_a_closed_room_clashes():
    posters = Session(id="posters", room="attic", start=9 * 60, minutes=60)
    tea = Break(id="tea", title="Tea", start=9 * 60 + 30, minutes=15)

    assert found(RoomFree(), placed(morning(items=(posters, tea)))) == [
        ("hard", 0, ("posters", "tea"))
    ]


def test_packed_talks_at_once_clash():
    session = Session(id="x", packed=True, room="hall", start=9 * 60, minutes=60)
    conference = morning(talk("a"), talk("b"), items=(session,))
    places = [
        Placement(talk=name, session="x", start=clock(9, minute), minutes=30)
        for name, minute in (("a", 0), ("b", 20))
    ]

    assert found(RoomFree(), by_time(conference, *places)) == [("hard", 0, ("a", "b"))]


def test_talk_off_the_grid_clashes_with_one_in_a_slot_of_its_room():
    conference = morning(talk("a"), talk("b"))
    slot = Placement(talk="b", slots=("s/1",))

    assert found(RoomFree(), by_time(conference, loose("a", 9, 15), slot)) == [
        ("hard", 0, ("a", "b"))
    ]


def test_talk_off_the_grid_in_another_room_is_fine():
    conference = morning(talk("a"), talk("b"))
    slot = Placement(talk="b", slots=("s/1",))

    assert found(RoomFree(), by_time(conference, loose("a", 9, room="attic"), slot)) == []


def test_two_talks_off_the_grid_clash_once():
    conference = morning(talk("a"), talk("b"))

    assert found(RoomFree(), by_time(conference, loose("a", 12), loose("b", 12, 29))) == [
        ("hard", 0, ("a", "b"))
    ]


def test_talk_off_the_grid_clashes_with_a_session_without_slots():
    posters = Session(id="posters", room="attic", start=9 * 60, minutes=60)
    conference = morning(talk("a"), items=(posters,))

    assert found(RoomFree(), by_time(conference, loose("a", 9, 30, room="attic"))) == [
        ("hard", 0, ("a", "posters"))
    ]


def test_talk_off_the_grid_beside_a_session_of_another_room_is_fine():
    posters = Session(id="posters", room="attic", start=9 * 60, minutes=60)
    conference = morning(talk("a"), items=(posters,))

    assert found(RoomFree(), by_time(conference, loose("a", 9, 30, room="hall"))) == []


def test_packed_talks_at_once_cost_the_same_to_the_solver():
    session = Session(id="x", packed=True, room="hall", start=9 * 60, minutes=60)
    conference = morning(talk("a", minutes=30), talk("b", minutes=20), items=(session,))
    places = [
        Placement(talk=name, session="x", start=clock(9), minutes=minutes)
        for name, minutes in (("a", 30), ("b", 20))
    ]
    decisions = Decisions(conference)
    decisions.fix(by_time(conference, *places))
    RoomFree(level="soft", weight=7).post(decisions)

    assert search(decisions, Limits(effort=1, workers=1)).cost == 7


def test_break_of_unknown_time_closes_nothing():
    tea = Break(id="tea", title="Tea", start=TBD, minutes=15)

    assert found(RoomFree(), placed(morning(talk("a"), items=(hall_session(), tea)), a="s/1")) == []


def test_sessions_that_clash_are_said_to_be_where_the_later_one_was_read():
    items = hall_session(), hall_session(id="t")
    read = Source(file="c.yaml", line=7)
    facts = morning(items=items)
    day = f"days.{facts.timetable.days[0].id}"
    facts = facts.replace(sources={day: read.replace(line=3), f"{day}.items.t": read})
    (finding,) = RoomFree().check(Program.of(facts))

    assert finding.source == read
