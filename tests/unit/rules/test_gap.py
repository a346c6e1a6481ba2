import pytest

from programkit.model.base import TBD
from programkit.rules import Gap
from tiny import attic_session, found, hall_session, morning, placed, talk


def given(rule, first, second, *speakers, **facts):
    conference = morning(talk("a", "ada"), talk("b", *(speakers or ("ada",))), **facts)
    return found(rule, placed(conference, a=first, b=second))


def later(start):
    return (hall_session(), attic_session(start=start))


def test_talks_with_just_enough_between_are_fine():
    assert given(Gap(minutes=30), "s/1", "s/3") == []


def test_talks_a_minute_nearer_are_not():
    assert given(Gap(minutes=31), "s/1", "s/3") == [("hard", 0, ("ada", "a", "b"))]


def test_talks_the_other_way_round_are_not():
    assert given(Gap(minutes=31), "s/3", "s/1") == [("hard", 0, ("ada", "a", "b"))]


def test_no_gap_lets_talks_touch():
    assert given(Gap(minutes=0), "s/1", "s/2") == []


def test_talks_at_once_are_too_near():
    assert given(Gap(minutes=0), "s/2", "p/1") == [("hard", 0, ("ada", "a", "b"))]


@pytest.mark.parametrize(("start", "hits"), [(9 * 60 + 39, 1), (9 * 60 + 40, 0)])
def test_another_room_takes_longer(start, hits):
    rule = Gap(minutes=0, elsewhere=10)

    assert len(given(rule, "s/1", "p/1", items=later(start))) == hits


def test_same_room_takes_no_longer():
    assert given(Gap(minutes=0, elsewhere=10), "s/1", "s/2") == []


def test_unknown_room_takes_no_longer():
    items = (hall_session(), attic_session(room=TBD))

    assert given(Gap(minutes=0, elsewhere=10), "s/1", "p/1", items=items) == []


def test_talks_of_two_people_do_not_matter():
    assert given(Gap(minutes=30), "s/1", "s/2", "bo") == []


def test_one_of_two_speakers_is_enough():
    assert given(Gap(minutes=30), "s/1", "s/2", "bo", "ada") == [("hard", 0, ("ada", "a", "b"))]


def test_rule_of_others_does_not_matter():
    assert given(Gap(minutes=30, people="bo"), "s/1", "s/2") == []


def test_number_and_words_are_short_forms():
    assert Gap.model_validate(15) == Gap(minutes=15)
    assert Gap.model_validate("1 h 30 min") == Gap(minutes=90)


def test_message_says_how_much_is_wanted():
    conference = morning(talk("a", "ada"), talk("b", "ada"))
    (finding,) = Gap(minutes=5, elsewhere=10).check(placed(conference, a="s/1", b="p/1"))

    assert finding.message == (
        'Ada has less than 10 min between talk "a" (A) Wed 1 May 09:00 and talk "b" (B) Wed 1 May 09:30'
    )
