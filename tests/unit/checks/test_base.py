"""Tests of how checks name things."""

import pytest

from programkit.checks.base import (
    clock_at,
    contributions,
    day_text,
    place_text,
    source_of,
    talk_text,
)
from programkit.model.base import TBD
from programkit.model.contributions import Poster, State, Talk
from programkit.model.findings import Source
from small import conference, day, marker, one_day, pause, people, session, slot, talks

LU = people("Yue M. Lu", "Qin Li")


def test_contributions_are_those_that_take_place():
    facts = conference(
        talks=talks("a") + talks("b", state=State.CANCELLED),
        posters=(Poster(id="p"), Poster(id="q", state=State.WITHDRAWN)),
    )

    assert [contribution.id for contribution in contributions(facts)] == ["a", "p"]


@pytest.mark.parametrize(
    ("contribution", "text"),
    [
        (Talk(id="a", title="On **bold** $x^2$"), 'talk "a" (On bold x²)'),
        (Talk(id="a", speakers=("lu", "li")), 'talk "a" (Yue M. Lu, Qin Li)'),
        (Talk(id="a"), 'talk "a"'),
        (Poster(id="p", title="Wall"), 'poster "p" (Wall)'),
    ],
)
def test_talk_is_named_by_id_and_title_or_speakers(contribution, text):
    assert talk_text(conference(people=LU), contribution) == text


FACTS = conference(
    day(
        session(slot("8:30", "a", minutes=10), slot(minutes=10), title="*Opening*"),
        session(start="9:00", minutes=10),
        pause("Coffee", start="10:00", minutes=5),
        marker("TBD", "End"),
    ),
    day(session(start="8:30", minutes=10), date=TBD),
    sessions=(session(),),
    talks=talks("a"),
)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("2024-09-30/1", 'session "2024-09-30/1" (Opening) on Monday, 30 September at 08:30'),
        ("2024-09-30/2", 'session "2024-09-30/2" on Monday, 30 September at 09:00'),
        ("2024-09-30/break-1", '"Coffee" on Monday, 30 September at 10:00'),
        ("2024-09-30/marker-1", '"End" on Monday, 30 September'),
        ("day-2/1", 'session "day-2/1" on day "day-2" at 08:30'),
    ],
)
def test_place_is_named_by_title_and_time(place, text):
    (item,) = [item for item in FACTS.timetable.items if item.id == place]

    assert place_text(FACTS, item) == text


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("2024-09-30/1/1", 'talk "a" (A) on Monday, 30 September at 08:30'),
        ("2024-09-30/1/2", 'slot "2024-09-30/1/2" on Monday, 30 September at 08:40'),
    ],
)
def test_slot_is_named_by_its_talk(place, text):
    assert place_text(FACTS, FACTS.timetable.slots[place]) == text


def test_session_without_day_is_named_by_id():
    assert place_text(FACTS, FACTS.timetable.floating[0]) == 'session "session-1"'


def test_clock_is_that_of_the_place():
    timed = FACTS.timetable.sessions["2024-09-30/1"]

    assert clock_at(FACTS, timed, timed.interval.last) == "08:50"


def test_day_is_named_by_date_or_id():
    assert [day_text(d) for d in FACTS.timetable.days] == ["Monday, 30 September", 'day "day-2"']


HERE = Source(file="c.yaml", line=7)


def test_source_of_poster_is_among_posters():
    facts = one_day(posters=(Poster(id="p"),), sources={"posters.p": HERE})

    assert source_of(facts, facts.posters[0], "title") == HERE
