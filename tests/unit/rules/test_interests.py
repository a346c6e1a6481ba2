from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.interests import Interest
from programkit.rules import Interests
from tiny import attic_session, found, hall_session, morning, placed, talk

STARS = (
    Interest(attendee="x", talks=("a", "b")),
    Interest(attendee="y", talks=("a",)),
    Interest(attendee="y", talks=("b", "c")),
    Interest(attendee="z", talks=("a", "c")),
)


def facts(**changed):
    return morning(talk("a"), talk("b"), talk("c"), **{"interests": STARS, **changed})


def test_talks_one_after_the_other_are_fine():
    assert found(Interests(), placed(facts(), a="s/1", b="p/1", c="s/3")) == []


def test_talks_at_one_time_cost_by_the_attendees_who_want_both():
    assert found(Interests(), placed(facts(), a="s/2", b="p/1")) == [("soft", 2, ("a", "b"))]
    assert found(Interests(weight=3), placed(facts(), b="s/2", c="p/1")) == [
        ("soft", 3, ("b", "c"))
    ]


def test_long_talk_costs_with_each_beside_it():
    program = placed(facts(), a=("s/1", "s/2", "s/3"), b="p/1", c="s/2")

    assert found(Interests(), program) == [
        ("soft", 2, ("a", "b")),
        ("soft", 2, ("a", "c")),
        ("soft", 1, ("b", "c")),
    ]


def test_unknown_time_violates_nothing():
    items = (hall_session(), attic_session(start=TBD))

    assert found(Interests(), placed(facts(items=items), a="s/2", b="p/1")) == []


def test_cancelled_talk_does_not_matter():
    conference = morning(talk("a", state=State.CANCELLED), talk("b"), talk("c"), interests=STARS)

    assert found(Interests(), placed(conference, a="s/2", b="p/1")) == []


def test_without_interests_it_says_nothing():
    assert found(Interests(), placed(facts(interests=()), a="s/2", b="p/1")) == []


def test_message_counts_attendees_and_names_none():
    two, one = (
        next(Interests().check(placed(facts(), **places)))
        for places in ({"a": "s/2", "b": "p/1"}, {"b": "s/2", "c": "p/1"})
    )

    assert two.message == (
        'talk "a" (A) and talk "b" (B) are at one time, and 2 attendees want to hear both'
    )
    assert one.message == (
        'talk "b" (B) and talk "c" (C) are at one time, and one attendee wants to hear both'
    )
