import pytest
from pydantic import ValidationError

from programkit.model.contributions import At, State
from programkit.model.days import Session
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import Pinned
from tiny import clock, found, hall_session, morning, placed, talk


def fixed(*at, **facts):
    return morning(talk("a", at=at, **facts), talk("b"))


def test_talk_where_the_facts_fix_it_is_fine():
    assert found(Pinned(), placed(fixed(At(place="s/2")), a="s/2")) == []


def test_talk_elsewhere_is_not():
    assert found(Pinned(), placed(fixed(At(place="s/2")), a="s/1")) == [("hard", 0, ("a", "s/2"))]


def test_talk_nowhere_is_not():
    assert found(Pinned(), placed(fixed(At(place="s/2")))) == [("hard", 0, ("a", "s/2"))]


def test_freed_talk_may_be_elsewhere():
    program = placed(fixed(At(place="s/2")), a="s/1").replace(freed=("a",))

    assert found(Pinned(), program) == []


def test_cancelled_talk_is_not_sought():
    assert found(Pinned(), placed(fixed(At(place="s/2"), state=State.CANCELLED))) == []


def test_talk_fixed_in_a_session_may_have_any_slot_of_it():
    assert found(Pinned(), placed(fixed(At(place="s")), a="s/3")) == []


def test_talk_fixed_in_a_session_may_not_be_in_another():
    assert found(Pinned(), placed(fixed(At(place="s")), a="p/1")) == [("hard", 0, ("a", "s"))]


def test_talk_fixed_off_the_grid_stays_there():
    conference = fixed(At(start=clock(12), room="hall"))

    assert found(Pinned(), Program.of(conference)) == []
    assert found(Pinned(), placed(conference, a="s/1")) == [
        ("hard", 0, ("a", "2030-05-01T10:00:00+00:00"))
    ]


def test_talk_listed_in_a_packed_session_stays_at_its_time():
    session = Session(id="x", packed=True, room="hall", start=540, minutes=60, talks=("a", "b"))
    conference = morning(talk("a", minutes=20), talk("b", minutes=20), items=(session,))
    swapped = [
        Placement(talk="b", session="x", start=clock(9), minutes=20),
        Placement(talk="a", session="x", start=clock(9, 20), minutes=20),
    ]

    assert found(Pinned(), Program.of(conference)) == []
    assert found(Pinned(), Program(conference=conference, placements=tuple(swapped))) == [
        ("hard", 0, ("a", "x")),
        ("hard", 0, ("b", "x")),
    ]


@pytest.mark.parametrize("at", ["s/2", "2030-05-01T09:30", "2030-05-01T07:30+00:00"])
def test_entry_pins_a_talk_to_a_slot_or_time(at):
    rule = Pinned(talk="a", at=at)
    conference = morning(talk("a"))

    assert found(rule, placed(conference, a="s/2")) == []
    assert found(rule, placed(conference, a="s/1")) == [("hard", 0, ("a", at))]


def test_entry_pins_a_talk_to_a_session():
    rule = Pinned(talk="a", at="s")

    assert found(rule, placed(morning(talk("a")), a="s/3")) == []
    assert found(rule, placed(morning(talk("a")), a="p/1")) == [("hard", 0, ("a", "s"))]


def test_entry_without_a_place_is_refused():
    with pytest.raises(ValidationError, match="where it is pinned"):
        Pinned(talk="a")


def test_message_says_where():
    (finding,) = Pinned().check(placed(fixed(At(place="s/2")), a="s/1"))

    assert finding.message == 'talk "a" (A) is fixed in slot s/2 Wed 1 May 09:30 but is not there'


def test_two_slots_listed_in_the_session_are_kept_together():
    slots = tuple(slot.replace(talk="a") for slot in hall_session().slots[:2])
    conference = morning(talk("a"), items=(hall_session(slots=slots),))

    assert found(Pinned(), placed(conference, a=("s/1", "s/2"))) == []
    assert found(Pinned(), placed(conference, a="s/1")) == [("hard", 0, ("a", "s/1"))]
