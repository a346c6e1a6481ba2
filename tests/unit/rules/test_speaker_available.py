import pytest

from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.days import Day
from programkit.model.people import Person
from programkit.rules import SpeakerAvailable
from tiny import between, clock, found, hall_session, morning, placed, talk


def ada_until(hours, minutes=0):
    hours_there = (between(None, clock(hours, minutes)),)
    return (Person(id="ada", name="Ada", available=hours_there), Person(id="bo", name="Bo"))


def test_speaker_who_leaves_at_the_end_of_the_talk_is_fine():
    conference = morning(talk("a", "ada"), people=ada_until(9, 30))

    assert found(SpeakerAvailable(), placed(conference, a="s/1")) == []


def test_speaker_who_leaves_before_the_end_is_not():
    conference = morning(talk("a", "ada"), people=ada_until(9, 29))

    assert found(SpeakerAvailable(), placed(conference, a="s/1")) == [("hard", 0, ("ada", "a"))]


def test_shorter_talk_lets_the_speaker_leave():
    conference = morning(talk("a", "ada", minutes=20), people=ada_until(9, 20))

    assert found(SpeakerAvailable(), placed(conference, a="s/1")) == []


def test_the_other_speaker_is_enough_to_be_missing():
    conference = morning(talk("a", "bo", "ada"), people=ada_until(9))

    assert found(SpeakerAvailable(), placed(conference, a="s/1")) == [("hard", 0, ("ada", "a"))]


def test_speaker_without_hours_is_always_there():
    assert found(SpeakerAvailable(), placed(morning(talk("a", "bo")), a="s/1")) == []


def test_cancelled_talk_needs_no_speaker():
    conference = morning(talk("a", "ada", state=State.CANCELLED), people=ada_until(9))

    assert found(SpeakerAvailable(), placed(conference, a="s/1")) == []


def test_day_of_unknown_date_is_never_outside_the_hours():
    days = (Day(date=TBD, items=(hall_session(),)),)
    conference = morning(talk("a", "ada"), days=days, people=ada_until(9))

    assert found(SpeakerAvailable(), placed(conference, a="s/1")) == []


def test_message_says_when_the_speaker_is_there():
    conference = morning(talk("a", "ada"), people=ada_until(9, 29))
    (finding,) = SpeakerAvailable().check(placed(conference, a="s/1"))

    assert finding.message == (
        'Ada is not available for talk "a" (A) Wed 1 May 09:00, only until Wed 1 May 09:29'
    )


@pytest.mark.parametrize(("hosts", "expected"), [(False, []), (True, [("hard", 0, ("bo", "a"))])])
def test_hosts_have_to_be_there_only_if_that_is_said(hosts, expected):
    people = (
        Person(id="ada", name="Ada"),
        Person(id="bo", name="Bo", available=(between(clock(10), clock(12)),)),
    )
    conference = morning(talk("a", "ada", hosts=("bo",)), people=people)
    rule = SpeakerAvailable(hosts=hosts)

    assert found(rule, placed(conference, a="s/1")) == expected
    assert list(rule.leanings(conference)) == (["a"] if hosts else [])
