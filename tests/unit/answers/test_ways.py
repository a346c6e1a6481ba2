"""Ways out in words: what to give up, who stays longer, which slot to add."""

from datetime import date

import pytest

from programkit.answers.more_slots import roomier, usual_minutes
from programkit.answers.prices import PRICES, WISH, price_of
from programkit.explaining import explain
from programkit.model.base import TBD
from programkit.model.conference import Requirement
from programkit.model.contributions import At
from programkit.model.days import Break, Day, Slot
from programkit.model.findings import Source
from programkit.model.people import Person
from programkit.rules import DEFAULT_RULES, RULES, Order, TalkPlacedOnce
from tiny import attic_session, between, clock, hall_session, morning, talk

EVERY_TALK = (TalkPlacedOnce(level="hard"), *DEFAULT_RULES[1:])


def ways(conference, *more, rules=DEFAULT_RULES, **asked):
    report = explain(conference, rules=(*rules, *more), **asked)
    return [(way.cost, str(way)) for way in report.ways_out]


def fixed(name, place, *speakers, **facts):
    return talk(name, *speakers, at=(At(place=place),), **facts)


def person(name, *hours):
    return Person(id=name.lower(), name=name, available=hours)


def test_prices_are_of_rules_that_there_are():
    assert set(PRICES) <= {rule.code for rule in RULES}
    assert price_of("order") == WISH


def test_wish_is_given_up_before_somebody_is_asked():
    people = (person("Ada", between(clock(9), clock(9, 30))),)
    conference = morning(
        fixed("b", "s/3"), talk("a", "ada"), people=people, items=(hall_session(),)
    )

    assert ways(conference, Order(talks=("b", "a")), rules=EVERY_TALK) == [
        (30, 'no longer require: talk "b" (B) is over before talk "a" (A) starts'),
        (
            50,
            (
                'let talk "b" (B) move, such as to Wed 1 May 09:00; '
                "and ask Ada to be there Wed 1 May 09:30–10:00"
            ),
        ),
        (100, 'leave out talk "a" (A)'),
        (100, 'leave out talk "b" (B)'),
    ]


def test_way_names_the_place_in_the_file():
    requirement = Requirement(
        rule="pinned", given={"talk": "a", "at": "s/1"}, source=Source(file="c.yaml", line=7)
    )
    conference = morning(talk("a"), fixed("b", "s/1"), requirements=(requirement,))

    assert (10, 'let talk "a" (A) move (c.yaml:7)') in ways(conference)


def test_person_stays_as_short_as_possible():
    people = (person("Ada", between(clock(8), clock(9, 30))),)
    conference = morning(talk("a", "ada"), talk("b", "ada"), people=people, items=(hall_session(),))

    assert ways(conference, rules=EVERY_TALK)[0] == (
        40,
        "ask Ada to be there Wed 1 May 09:30–10:00",
    )


def test_two_people_stay_longer():
    people = (person("Ada", between(clock(8), clock(9))), person("Bo", between(clock(8), clock(9))))
    conference = morning(fixed("a", "s/1", "ada"), fixed("b", "s/3", "bo"), people=people)

    assert ways(conference)[-1] == (
        80,
        "ask Ada to be there Wed 1 May 09:00–09:30; and ask Bo to be there Wed 1 May 10:00–10:30",
    )


def test_one_slot_more_is_cheaper_than_to_leave_a_talk_out():
    conference = morning(talk("a", minutes=30), talk("b", minutes=30), items=(attic_session(),))

    assert ways(conference, rules=EVERY_TALK) == [
        (60, "add one 30-minute slot on Wed 1 May, such as at 10:00 in Attic"),
        (100, 'leave out talk "b" (B)'),
        (100, 'leave out talk "a" (A)'),
    ]


def test_two_slots_more_where_one_is_not_enough():
    days = (
        Day(date=date(2030, 5, 1), items=(attic_session(),)),
        Day(date=date(2030, 5, 2), items=(attic_session(id="q"),)),
    )
    conference = morning(*(talk(name, minutes=30) for name in "abcd"), days=days)
    (cost, told), *_ = ways(conference, rules=EVERY_TALK)

    assert cost == 120
    assert sorted(told.split("; and ")) == [
        "add one 30-minute slot on Thu 2 May, such as at 10:00 in Attic",
        "add one 30-minute slot on Wed 1 May, such as at 10:00 in Attic",
    ]


def test_slot_does_not_help_somebody_who_is_not_there():
    people = (person("Ada", between(clock(9, 30), clock(10))),)
    conference = morning(
        talk("a", "ada"), talk("b", "ada"), people=people, items=(attic_session(),)
    )

    assert [told for _, told in ways(conference, rules=EVERY_TALK) if "add" in told] == []


def test_slot_and_another_step_for_another_reason():
    conference = morning(
        talk("a", minutes=30),
        talk("b", minutes=30),
        fixed("c", "s/1", minutes=30),
        fixed("d", "s/1", minutes=30),
        items=(hall_session(slots=(Slot(minutes=30), Slot(minutes=30))),),
    )
    told = ways(conference, rules=EVERY_TALK)

    assert any(way.startswith("add one 30-minute slot") for _, way in told)


@pytest.mark.parametrize(
    ("rule", "facts", "told"),
    [
        ("speaker-free", {}, "find somebody to stand in: no longer require: Ada gives one talk"),
    ],
)
def test_nobody_can_be_in_two_places(rule, facts, told):
    conference = morning(fixed("a", "s/2", "ada"), fixed("b", "p/1", "ada"), **facts)

    assert [way.startswith(told) for cost, way in ways(conference) if cost == PRICES[rule]] == [
        True
    ]


def test_longer_session_for_talks_that_do_not_fit_together():
    packed = hall_session(slots=(), packed=True, minutes=30, start=TBD)
    conference = morning(fixed("a", "s", minutes=20), fixed("b", "s", minutes=20), items=(packed,))

    assert (50, "no longer require: session s holds 30 min") in ways(conference)


def test_slots_are_added_in_gaps_and_after_the_day():
    items = (
        attic_session(id="early", start=9 * 60),
        attic_session(id="late", start=11 * 60),
        Break(title="Lunch", start=10 * 60 + 30, minutes=30),
    )
    wider = roomier(morning(items=items), 30)
    slots = wider.conference.timetable.slots
    added = [slots[s].interval.first for ids in wider.added.values() for s in ids]

    assert added == [clock(9, 30), clock(11, 30)]


def test_day_without_a_date_or_sessions_gets_no_slot():
    days = (Day(items=(hall_session(),)), Day(date=date(2030, 5, 2)))

    assert roomier(morning(days=days), 30).added == {}


def test_slot_is_not_added_in_the_night_after():
    items = (attic_session(start=23 * 60 + 30),)

    assert roomier(morning(items=items), 30).added == {}


def test_conference_without_rooms_gets_a_slot_too():
    conference = morning(rooms=(), items=(hall_session(room=TBD),))
    wider = roomier(conference, 30)

    assert wider.added == {"2030-05-01": ("2030-05-01/more-1/1",)}
    assert wider.conference.timetable.sessions["2030-05-01/more-1"].room == ""


@pytest.mark.parametrize(
    ("lengths", "facts", "minutes"),
    [
        ((50, 20), {}, 20),
        ((None,), {"minutes": 25}, 25),
        ((None,), {}, 30),
        ((None,), {"items": (hall_session(slots=(), packed=True, minutes=60),)}, 30),
    ],
)
def test_slot_is_as_long_as_talks_are(lengths, facts, minutes):
    talks = [talk(f"t{number}", minutes=length) for number, length in enumerate(lengths)]

    assert usual_minutes(morning(*talks, **facts), [t.id for t in talks]) == minutes
