from datetime import date

from programkit.model.base import TBD
from programkit.model.contributions import At
from programkit.model.days import Day, Session, Slot
from programkit.solver.spots import Grid
from tiny import clock, hall_session, morning, talk


def packed(**changes):
    return Session(**{"id": "x", "packed": True, "room": "hall", "start": 540, **changes})


def runs(conference, name="a"):
    spots = Grid(conference).spots(conference.talk(name))
    return [(spot.slots, spot.holds) for spot in spots if spot.slots]


def starts(conference, name="a"):
    spots = Grid(conference).spots(conference.talk(name))
    return [(spot.start, spot.holds) for spot in spots if not spot.slots]


def test_short_talk_takes_one_slot():
    assert runs(morning(talk("a", minutes=30))) == [
        (("s/1",), 30),
        (("s/2",), 30),
        (("s/3",), 30),
        (("p/1",), 30),
    ]


def test_long_talk_takes_slots_that_follow_each_other():
    assert runs(morning(talk("a", minutes=50))) == [
        (("s/1", "s/2"), 60),
        (("s/2", "s/3"), 60),
        (("s/3",), 30),
        (("p/1",), 30),
    ]


def test_talk_of_unknown_length_takes_one_slot():
    assert [slots for slots, _ in runs(morning(talk("a")))] == [
        ("s/1",),
        ("s/2",),
        ("s/3",),
        ("p/1",),
    ]


def test_slots_without_a_time_count_by_their_length():
    slots = (Slot(start=TBD, minutes=20), Slot(minutes=20))
    conference = morning(talk("a", minutes=40), items=(hall_session(start=TBD, slots=slots),))

    assert runs(conference) == [(("s/1", "s/2"), 40), (("s/2",), 20)]


def test_slot_with_open_end_is_enough():
    conference = morning(talk("a", minutes=90), items=(hall_session(slots=(Slot(start=540),)),))

    assert runs(conference) == [(("s/1",), None)]


def test_packed_session_has_a_start_at_every_unit():
    conference = morning(talk("a", minutes=20), talk("b", minutes=30), items=(packed(minutes=30),))

    assert starts(conference) == [(clock(9), 30), (clock(9, 10), 20), (clock(9, 20), 10)]


def test_packed_session_takes_the_usual_length():
    conference = morning(talk("a"), items=(packed(minutes=30),), minutes=15)

    assert starts(conference) == [(clock(9), 30), (clock(9, 15), 15)]


def test_talk_of_unknown_length_is_not_packed():
    assert starts(morning(talk("a"), items=(packed(minutes=30),))) == []


def test_packed_session_without_an_end_lasts_until_midnight():
    conference = morning(talk("a", minutes=60), items=(packed(start=22 * 60),))

    assert starts(conference) == [(clock(22), None), (clock(23), None)]


def test_packed_session_without_a_time_is_one_place():
    assert starts(morning(talk("a", minutes=60), items=(packed(start=TBD),))) == [(None, None)]


def test_session_without_slots_is_no_place():
    assert starts(morning(talk("a", minutes=10), items=(packed(packed=False, minutes=30),))) == []


def test_place_off_the_grid_is_one_where_the_facts_say_so():
    conference = morning(talk("a", at=(At(start=clock(12), room="hall"),)), talk("b"))

    assert starts(conference) == [(clock(12), None)]
    assert starts(conference, "b") == []


def test_two_short_slots_are_a_place_where_the_facts_say_so():
    slots = tuple(slot.replace(talk="a") for slot in hall_session().slots[:2])
    conference = morning(talk("a", minutes=30), items=(hall_session(slots=slots),))

    assert runs(conference) == [(("s/1",), 30), (("s/2",), 30), (("s/1", "s/2"), 60)]


def test_talk_packed_after_one_of_unknown_length_has_a_place_without_a_time():
    session = packed(minutes=60, talks=("b", "a"))
    conference = morning(talk("a", minutes=60), talk("b"), items=(session,))

    assert starts(conference) == [(clock(9), 60), (None, None)]


def test_order_is_by_time_alone_where_all_days_have_dates():
    conference = morning(talk("a"))
    first, *_ = Grid(conference).spots(conference.talk("a"))

    assert (first.begins, first.ends) == ((0, clock(9)), (0, clock(9, 30)))


def test_order_is_by_day_first_where_some_have_none():
    days = (
        Day(date=date(2030, 5, 1), items=(hall_session(id="x"),)),
        Day(date=TBD, items=(hall_session(id="y"),)),
    )
    conference = morning(talk("a"), days=days)
    spots = {spot.slots: spot for spot in Grid(conference).spots(conference.talk("a"))}

    assert spots["x/3",].ends < spots["y/1",].begins
    assert (spots["x/1",].dated, spots["y/1",].dated) == (True, False)
