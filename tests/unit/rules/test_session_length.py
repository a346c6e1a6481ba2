import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.days import Session, Slot
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import SessionLength
from tiny import attic_session, found, hall_session, morning, placed, talk


def both(**facts):
    return morning(talk("a"), talk("b"), talk("c"), **facts)


def test_session_without_talks_is_not_too_short():
    assert found(SessionLength(least=2), placed(both(), a="s/1", b="s/2")) == []


def test_session_with_too_few_talks_is_found():
    program = placed(both(), a="s/1", b="p/1", c="s/3")

    assert found(SessionLength(least=2), program) == [("hard", 0, ("p",))]


def test_session_with_too_many_talks_is_found():
    program = placed(both(), a="s/1", b="s/2", c="p/1")

    assert found(SessionLength(most=1), program) == [("hard", 0, ("s",))]
    assert found(SessionLength(most=2), program) == []


def test_each_bound_that_is_broken_costs():
    rule = SessionLength(least=2, least_minutes=31, level="soft", weight=3)

    assert found(rule, placed(both(), a="p/1")) == [("soft", 3, ("p",)), ("soft", 3, ("p",))]


def test_talk_that_does_not_take_place_is_not_counted():
    conference = morning(talk("a", state=State.CANCELLED), talk("b"))
    rule = SessionLength(most=1)

    assert found(rule, placed(conference, a="s/1", b="s/2")) == []


def test_minutes_are_those_of_the_talks():
    conference = morning(talk("a", minutes=20), talk("b"))
    program = placed(conference, a="s/1", b="s/2")

    assert found(SessionLength(most_minutes=50), program) == []
    assert found(SessionLength(most_minutes=49), program) == [("hard", 0, ("s",))]
    assert found(SessionLength(least_minutes="50 min"), program) == []


def test_minutes_of_slots_are_known_without_a_time():
    items = (hall_session(), attic_session(start=TBD))

    assert found(SessionLength(least_minutes=30), placed(both(items=items), a="p/1")) == []
    assert found(SessionLength(least_minutes=31), placed(both(items=items), a="p/1")) != []


def test_slots_of_unknown_length_count_nothing():
    items = (hall_session(), attic_session(start=TBD, slots=(Slot(), Slot())))
    program = placed(both(items=items), a=("p/1", "p/2"))

    assert found(SessionLength(least_minutes=1), program) == [("hard", 0, ("p",))]


def test_slot_with_an_open_end_counts_nothing():
    items = (hall_session(), attic_session(slots=(Slot(),)))

    assert found(SessionLength(least_minutes=1), placed(both(items=items), a="p/1")) != []


def test_talks_packed_into_a_session_count():
    session = Session(id="x", room="hall", packed=True, start=9 * 60, minutes=60)
    conference = morning(talk("a"), talk("b", minutes=30), items=(session,))
    start = conference.timetable.sessions["x"].interval.start
    program = Program(
        conference=conference,
        placements=(
            Placement(talk="a", session="x", start=start, minutes=20),
            Placement(talk="b", session="x"),
        ),
    )

    assert found(SessionLength(most_minutes=50), program) == []
    assert found(SessionLength(most_minutes=49), program) == [("hard", 0, ("x",))]


@pytest.mark.parametrize("named", ["p", "kind:workshop", "track:red", "all"])
def test_only_the_sessions_meant_matter(named):
    items = (hall_session(), attic_session(kind="workshop", track="red"))
    conference = both(items=items, tracks=({"id": "red", "name": "Red"},))
    rule = SessionLength(sessions=named, least=2)
    sessions = [("hard", 0, ("s",))] if named == "all" else []

    assert found(rule, placed(conference, a="s/1")) == sessions
    assert found(rule, placed(conference, a="p/1")) == [("hard", 0, ("p",))]


def test_session_whose_track_is_open_is_not_of_a_track():
    items = (hall_session(track=TBD), attic_session())
    conference = both(items=items, tracks=({"id": "red", "name": "Red"},))
    rule = SessionLength(sessions="track:red", least=2)

    assert found(rule, placed(conference, a="s/1")) == []


def test_it_must_say_how_long():
    with pytest.raises(ValidationError, match="say how long"):
        SessionLength()


def test_message_counts():
    program = placed(both(), a="p/1", b="s/1", c="s/2")
    few, many = (
        SessionLength(least=2, least_minutes=40),
        SessionLength(sessions="s", most=1, most_minutes=45),
    )

    assert [finding.message for rule in (few, many) for finding in rule.check(program)] == [
        "session p Wed 1 May 09:30 holds 1 talk, fewer than 2",
        "session p Wed 1 May 09:30 holds 30 min of talks, fewer than 40",
        "session s Wed 1 May 09:00 holds 2 talks, more than 1",
        "session s Wed 1 May 09:00 holds 60 min of talks, more than 45",
    ]
