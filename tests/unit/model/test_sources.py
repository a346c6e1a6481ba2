"""Tests of where days and what is in them were read."""

import pytest

from programkit.loading import load
from programkit.model.findings import Source
from programkit.model.sources import day_source, item_source
from small import conference, day, session

FACTS = conference(day(session(start="8:30")), sessions=(session(),))


HERE = Source(file="c.yaml", line=7)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("days.2024-09-30", "2024-09-30/1"),
        ("days.2024-09-30/1", "2024-09-30/1"),
        ("sessions.session-1", "session-1"),
    ],
)
def test_source_of_item_is_the_nearest_known(key, place):
    facts = FACTS.replace(sources={key: HERE})

    assert item_source(facts, facts.timetable.sessions[place]) == HERE


WRITTEN = """\
title: Small
rooms: [{id: a, name: A}, {id: b, name: B}]
days:
  - date: 2024-09-30
    items:
      - session: First
        room: a
        at: 9:00
        slots: [30 min]
      - block: Second
        rooms: [a, b]
        at: 10:00
        slots:
          - 30 min
          - 30 min
      - session: Third
        id: third
        room: b
        at: 11:00
        slots:
          - 30 min
      - {session: Fourth, room: b, at: 12:00}
  - title: Later
    items:
      - {session: Fifth, room: b}
"""


def test_items_and_slots_were_read_in_their_lines(tmp_path):
    (tmp_path / "conference.yaml").write_text(WRITTEN, encoding="utf-8")
    facts = load(tmp_path)
    found = {
        item.id: item_source(facts, item).line
        for session in facts.timetable.sessions.values()
        for item in (session, *session.slots)
    }
    assert found == {
        "2024-09-30/1": 6,
        "2024-09-30/1/1": 9,
        "2024-09-30/2@a": 10,
        "2024-09-30/2@a/1": 14,
        "2024-09-30/2@a/2": 15,
        "2024-09-30/2@b": 10,
        "2024-09-30/2@b/1": 14,
        "2024-09-30/2@b/2": 15,
        "third": 16,
        "third/1": 21,
        "2024-09-30/4": 22,
        "day-2/1": 25,
    }
    assert item_source(facts, facts.timetable.sessions["third"], "room").line == 18
    assert [day_source(facts, day).line for day in (0, 1)] == [4, 23]


def test_source_of_session_without_day_may_be_unknown():
    assert item_source(FACTS, FACTS.timetable.floating[0]) is None


def test_what_is_in_no_day_has_no_source_of_a_day():
    assert day_source(FACTS, None) is None
