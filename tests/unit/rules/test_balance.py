from programkit.model.contributions import Track
from programkit.model.days import Session, Slot
from programkit.rules import Balance
from tiny import found, morning, placed, talk

SLOTS = (Slot(minutes=20),) * 3
ITEMS = (
    Session(id="x", room="hall", start=9 * 60, slots=SLOTS),
    Session(id="y", room="attic", start=9 * 60, slots=SLOTS),
    Session(id="z", room="hall", start=11 * 60, slots=SLOTS),
)


def given(rule, **places):
    track = {"track": "red"}
    talks = (talk("a", **track), talk("b", **track), talk("c", **track), talk("d"))
    tracks = (Track(id="red", name="Red"),)
    return found(rule, placed(morning(*talks, items=ITEMS, tracks=tracks), **places))


def test_one_talk_more_is_about_equal():
    assert given(Balance(), a="x/1", b="x/2", c="y/1") == []


def test_two_talks_more_are_not():
    assert given(Balance(), a="x/1", b="x/2", c="x/3", d="y/1") == [("soft", 1, ("x", "y"))]


def test_each_talk_beyond_the_difference_costs():
    rule = Balance(difference=0, weight=5)

    assert given(rule, a="x/1", b="x/2", c="x/3", d="y/1") == [("soft", 10, ("x", "y"))]


def test_empty_session_does_not_count():
    assert given(Balance(), a="x/1", b="x/2", c="x/3") == []


def test_session_at_another_time_does_not_count():
    assert given(Balance(), a="x/1", b="x/2", c="x/3", d="z/1") == []


def test_sessions_of_a_track_are_compared_by_its_talks():
    rule = Balance(of="track", difference=0)

    assert given(rule, a="x/1", b="x/2", c="z/1", d="z/2") == [("soft", 1, ("red", "x", "z"))]


def test_it_may_be_hard():
    rule = Balance(difference=0, level="hard")

    assert given(rule, a="x/1", b="x/2", c="y/1") == [("hard", 0, ("x", "y"))]


def test_short_form_says_of_what():
    assert Balance.model_validate("track") == Balance(of="track")


def test_message_counts():
    conference = morning(talk("a"), talk("b"), talk("c"), items=ITEMS)
    rule = Balance(difference=0)
    (finding,) = rule.check(placed(conference, a="x/1", b="x/2", c="y/1"))

    assert finding.message == ("session x Wed 1 May 09:00 has 2 talks, session y Wed 1 May 09:00 1")
