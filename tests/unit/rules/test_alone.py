from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.days import Session
from programkit.rules import Alone
from tiny import attic_session, found, hall_session, morning, placed, talk

KEYNOTE = Alone(talks="kind:keynote")


def given(*more, **facts):
    return morning(talk("a", kind="keynote"), talk("b", **facts), talk("c"), *more)


def test_talk_with_nothing_beside_it_is_fine():
    assert found(KEYNOTE, placed(given(), a="s/1", b="p/1", c="s/2")) == []


def test_talk_with_another_beside_it_is_not():
    assert found(KEYNOTE, placed(given(), a="s/2", b="p/1")) == [("hard", 0, ("a", "b"))]


def test_two_that_should_be_alone_are_two_violations():
    rule = Alone(talks=("a", "b"), level="soft", weight=2)

    assert found(rule, placed(given(), a="s/2", b="p/1")) == [
        ("soft", 2, ("b", "a")),
        ("soft", 2, ("a", "b")),
    ]


def test_several_beside_it_are_one_violation():
    assert found(KEYNOTE, placed(given(), a=("s/1", "s/2"), b="p/1", c="s/1")) == [
        ("hard", 0, ("a", "c"))
    ]


def test_cancelled_talk_beside_it_is_fine():
    program = placed(given(state=State.CANCELLED), a="s/2", b="p/1")

    assert found(KEYNOTE, program) == []


def test_session_without_slots_beside_it_is_not():
    posters = Session(id="posters", room="attic", start=9 * 60 + 20, minutes=20)
    conference = morning(talk("a", kind="keynote"), items=(hall_session(), posters))

    assert found(KEYNOTE, placed(conference, a="s/1")) == [("hard", 0, ("a", "posters"))]
    assert found(KEYNOTE, placed(conference, a="s/3")) == []


def test_unknown_time_violates_nothing():
    items = (hall_session(), attic_session(start=TBD))
    conference = morning(talk("a", kind="keynote"), talk("b"), items=items)

    assert found(KEYNOTE, placed(conference, a="p/1", b="s/1")) == []


def test_message_names_what_is_beside_it():
    (finding,) = KEYNOTE.check(placed(given(), a="s/2", b="p/1"))

    assert finding.message == (
        'talk "a" (A) Wed 1 May 09:30 is not alone: talk "b" (B) Wed 1 May 09:30 is beside it'
    )
