import pytest

from programkit.errors import SolveError
from programkit.explaining import explain
from programkit.model.contributions import At, State
from programkit.model.people import Person
from programkit.rules import DEFAULT_RULES
from tiny import between, clock, hall_session, morning, talk

LATE = (Person(id="ada", name="Ada", available=(between(clock(10), None),)),)


def said(report):
    return [(finding.level.value, finding.message) for finding in report]


def test_conference_that_can_be_solved_has_nothing_to_explain():
    assert said(explain(morning(talk("a")))) == [("note", "a program exists; it costs 0")]


def test_pins_that_clash_are_named():
    conference = morning(talk("a", at=(At(place="s/1"),)), talk("b", at=(At(place="s/1"),)))

    assert sorted(said(explain(conference))) == [
        ("hard", "a program is impossible: the following cannot hold together"),
        ("hard", "slot s/1 Wed 1 May 09:00 holds one talk"),
        ("hard", 'talk "a" (A) is fixed in slot s/1 Wed 1 May 09:00'),
        ("hard", 'talk "b" (B) is fixed in slot s/1 Wed 1 May 09:00'),
    ]


def test_talk_cannot_be_where_its_speaker_is_not_available():
    conference = morning(talk("a", "ada"), people=LATE)

    assert said(explain(conference, talk="a", at="s/1")) == [
        ("hard", 'placing talk "a" at s/1 is impossible: the following cannot hold together'),
        ("hard", "Ada is available only from Wed 1 May 10:00"),
    ]


def test_talk_that_can_be_there_for_nothing():
    assert said(explain(morning(talk("a")), talk="a", at="s/1")) == [
        ("note", 'placing talk "a" at s/1 is possible and costs nothing more')
    ]


def test_talk_that_can_be_placed_at_a_price():
    items = (hall_session(slots=hall_session().slots[:1]),)
    conference = morning(talk("a"), talk("b"), items=items)
    rules = (DEFAULT_RULES[0].replace(talks=("b",), weight=50), *DEFAULT_RULES)
    rules = (rules[0], rules[1].beside([rules[0]]), *rules[2:])

    assert said(explain(conference, talk="b", rules=rules)) == [
        ("note", 'placing talk "b" is possible but costs 950 more'),
        ("soft", 'talk "a" (A) has no place'),
    ]


def test_talk_longer_than_any_place_is_explained():
    report = explain(morning(talk("a", minutes=600)), talk="a")

    assert [finding.code for finding in report] == ["impossible", "talk-fits"]


def test_talk_is_placed_at_a_time():
    report = explain(morning(talk("a", "ada"), people=LATE), talk="a", at="2030-05-01T10:00")

    assert report.hard == ()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"talk": "aa"}, 'no talk "aa"'),
        ({"talk": "a", "at": "s/9"}, 'no slot, session or time "s/9"; did you mean'),
        ({"at": "s/1"}, "say which talk"),
        ({"talk": "gone"}, 'talk "gone" is withdrawn'),
    ],
)
def test_question_about_what_is_not_there_is_refused(asked, message):
    conference = morning(talk("a"), talk("gone", state=State.WITHDRAWN))

    with pytest.raises(SolveError, match=message):
        explain(conference, **asked)
