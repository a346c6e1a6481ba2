from programkit.model.base import TBD
from programkit.model.days import Session, Slot
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import TalkFitsSlot
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import search
from tiny import attic_session, found, hall_session, morning, placed, talk


def packed(talks, **changes):
    session = Session(
        id="x", packed=True, room="hall", start=9 * 60, talks=tuple(t.id for t in talks)
    ).replace(**changes)
    return Program.of(morning(*talks, items=(session,)))


def test_talk_as_long_as_its_slot_fits():
    assert found(TalkFitsSlot(), placed(morning(talk("a", minutes=30)), a="s/1")) == []


def test_talk_longer_than_its_slot_does_not():
    program = placed(morning(talk("a", minutes=31)), a="s/1")

    assert found(TalkFitsSlot(), program) == [("hard", 0, ("a", "s/1"))]


def test_talk_of_unknown_length_fits():
    assert found(TalkFitsSlot(), placed(morning(talk("a")), a="s/1")) == []


def test_talk_fits_two_slots_that_follow_each_other():
    assert found(TalkFitsSlot(), placed(morning(talk("a", minutes=60)), a=("s/1", "s/2"))) == []


def test_slots_with_one_between_do_not_follow_each_other():
    program = placed(morning(talk("a", minutes=60)), a=("s/1", "s/3"))

    assert found(TalkFitsSlot(), program) == [("hard", 0, ("a", "s/1", "s/3"))]


def test_slots_of_two_sessions_do_not_follow_each_other():
    program = placed(morning(talk("a")), a=("s/1", "p/1"))

    assert found(TalkFitsSlot(), program) == [("hard", 0, ("a", "s/1", "p/1"))]


def test_slot_with_open_end_holds_any_talk():
    items = (hall_session(slots=(Slot(start=9 * 60),)),)

    assert found(TalkFitsSlot(), placed(morning(talk("a", minutes=90), items=items), a="s/1")) == []


def test_slot_of_unknown_time_and_known_length_is_judged():
    items = (hall_session(start=TBD, slots=(Slot(start=TBD, minutes=30),)), attic_session())
    program = placed(morning(talk("a", minutes=40), items=items), a="s/1")

    assert found(TalkFitsSlot(), program) == [("hard", 0, ("a", "s/1"))]


def test_slot_of_unknown_time_and_length_holds_any_talk():
    items = (hall_session(start=TBD, slots=(Slot(start=TBD),)), attic_session())

    assert found(TalkFitsSlot(), placed(morning(talk("a", minutes=40), items=items), a="s/1")) == []


def test_talks_that_fill_a_packed_session_fit():
    program = packed([talk("a", minutes=20), talk("b", minutes=40)], minutes=60)

    assert found(TalkFitsSlot(), program) == []


def test_talk_that_ends_after_its_packed_session_does_not():
    program = packed([talk("a", minutes=20), talk("b", minutes=41)], minutes=60)

    assert found(TalkFitsSlot(), program) == [("hard", 0, ("b", "x"))]


def test_talks_of_a_packed_session_without_a_time_must_fit_together():
    program = packed([talk("a", minutes=20), talk("b", minutes=41)], start=TBD, minutes=60)

    assert found(TalkFitsSlot(), program) == [("hard", 0, ("x", "a", "b"))]


def test_talks_that_fit_a_packed_session_without_a_time():
    program = packed([talk("a", minutes=20), talk("b", minutes=40)], start=TBD, minutes=60)

    assert found(TalkFitsSlot(), program) == []


def test_packed_session_with_open_end_holds_any_talk():
    assert found(TalkFitsSlot(), packed([talk("a", minutes=600)])) == []


def test_talk_off_the_grid_has_nothing_to_fit():
    conference = morning(talk("a", minutes=600))
    place = Placement(talk="a", start="2030-05-01T12:00:00Z", room="hall")

    assert found(TalkFitsSlot(), Program(conference=conference, placements=(place,))) == []


def test_message_says_how_long_and_when():
    (finding,) = TalkFitsSlot().check(placed(morning(talk("a", "ada", minutes=45)), a="s/2"))

    assert finding.message == 'talk "a" (A) Wed 1 May 09:30 takes 45 min, its slot only 30 min'


def test_place_without_a_time_in_a_timed_session_holds_what_the_facts_put_there():
    program = packed([talk("b"), talk("a", minutes=90)], minutes=60)
    decisions = Decisions(program.conference)
    decisions.fix(program)
    TalkFitsSlot().post(decisions)

    assert found(TalkFitsSlot(), program) == []
    assert search(decisions, Limits(effort=1, workers=1)).cost == 0
