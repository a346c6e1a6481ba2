import pytest

from programkit.model.base import TBD
from programkit.rules import SetUp
from tiny import attic_session, found, hall_session, morning, placed


def given(start, rule=None, room="hall"):
    items = (hall_session(), attic_session(room=room, start=start))
    return found(rule or SetUp(minutes=15), placed(morning(items=items)))


@pytest.mark.parametrize(
    ("start", "expected"),
    [("10:45", []), ("10:44", [("hard", 0, ("s", "p"))]), ("10:30", [("hard", 0, ("s", "p"))])],
)
def test_minutes_between_count(start, expected):
    assert given(start) == expected


def test_sessions_that_overlap_are_another_rules_business():
    assert given("10:00") == []


def test_order_of_the_day_does_not_matter():
    assert given("8:20") == [("hard", 0, ("s", "p"))]
    assert given("8:15") == []


def test_other_rooms_do_not_matter():
    assert given("10:30", room="attic") == []


def test_unknown_room_violates_nothing():
    assert given("10:30", room=TBD) == []


def test_unknown_time_violates_nothing():
    assert given(TBD) == []


def test_rule_of_other_rooms_does_not_matter():
    assert given("10:30", SetUp(minutes=15, rooms="attic")) == []


def test_words_are_the_short_form():
    assert SetUp.model_validate("15 min") == SetUp(minutes=15)


def test_message_names_both_sessions():
    items = (hall_session(), attic_session(room="hall", start="10:30"))
    (finding,) = SetUp(minutes=15).check(placed(morning(items=items)))

    assert finding.message == (
        "less than 15 min in Hall between session s Wed 1 May 09:00 and session p Wed 1 May 10:30"
    )
