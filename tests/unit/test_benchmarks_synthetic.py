"""Invented conferences are what docs/contributing/benchmarks.md promises."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import synthetic
from programkit.model.base import TBD
from programkit.rules import DEFAULT_RULES
from programkit.rules.binding import bind

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def small(seed=0, **changes):
    return synthetic.conference(100, 3, 3, **{"seed": seed, "attendees": 200, **changes})


def hard(program):
    rules = bind(program.conference, DEFAULT_RULES)
    found = [finding for rule in rules for finding in rule.check(program)]
    return [str(finding) for finding in found if finding.level == "hard"]


@pytest.mark.parametrize("seed", range(10))
def test_hidden_program_breaks_no_hard_rule_and_leaves_no_talk_over(seed):
    invented = small(seed)

    assert hard(invented.hidden) == []
    assert len(invented.conference.talks) == 100
    assert invented.hidden.unplaced == ()
    assert [len(session.chairs) for session in invented.hidden.sessions] == [1] * 36


def test_session_that_stays_empty_has_no_chair():
    hidden = small(fill=0.4).hidden

    assert len(hidden.sessions) < len(hidden.conference.timetable.sessions)
    assert {decision.session for decision in hidden.sessions} == set(hidden.by_session)
    assert hard(hidden) == []


@pytest.mark.parametrize(("talks", "rooms", "days"), [(30, 2, 2), (100, 3, 3), (400, 9, 4)])
def test_slots_are_filled_as_asked(talks, rooms, days):
    invented = synthetic.conference(talks, rooms, days, seed=1, attendees=50)

    taken = sum(len(placement.slots) for placement in invented.hidden.placements)

    assert taken == talks + talks // 10
    assert taken >= 0.9 * len(invented.conference.timetable.slots)


def test_facts_leave_everything_open():
    invented = small()

    assert {slot.slot.talk for slot in invented.conference.timetable.slots.values()} == {TBD}
    assert [talk.at for talk in invented.conference.talks] == [()] * 100
    sessions = invented.conference.timetable.sessions.values()
    assert {(s.session.chairs, s.session.track) for s in sessions} == {(TBD, TBD)}


def test_fifth_of_people_are_away_for_a_day_or_more():
    people = small().conference.people

    away = [person for person in people if person.available]

    assert len(away) == -(-len(people) // 5)


def test_no_chair_is_sought_where_none_is_asked_for():
    sessions = small(chairs=False).conference.timetable.sessions.values()

    assert {session.session.chairs for session in sessions} == {()}


def test_tracks_and_stars_are_uneven():
    talks = small().conference.talks
    tracks = Counter(talk.track for talk in talks)
    stars = sorted((talk.audience for talk in talks), reverse=True)

    assert max(tracks.values()) >= 3 * min(tracks.values())
    assert sum(stars[:10]) >= 0.25 * sum(stars)


def test_equal_arguments_make_equal_conferences_in_every_process():
    code = (
        "import synthetic; "
        "print(synthetic.conference(30, 2, 2, seed=3, attendees=20).conference.digest)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=BENCHMARKS,
        env={"PYTHONHASHSEED": "7"},
    )

    assert run.stdout.strip() == (
        synthetic.conference(30, 2, 2, seed=3, attendees=20).conference.digest
    )


@pytest.mark.parametrize(
    ("days", "message"),
    [(1, "two days or more are needed"), (2, "10000 talks do not fit, rooms: 1, days: 2")],
)
def test_what_cannot_be_is_refused(days, message):
    with pytest.raises(ValueError, match=message):
        synthetic.conference(10000, 1, days, seed=0, attendees=1)
