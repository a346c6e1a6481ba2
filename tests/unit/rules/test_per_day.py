from programkit.model.days import Day
from programkit.rules import PerDay
from tiny import found, hall_session, morning, placed, talk


def given(rule, **places):
    days = tuple(Day(date=f"2030-05-0{day}", items=(hall_session(id=f"d{day}"),)) for day in (1, 2))
    talks = (talk("a", "ada"), talk("b", "ada", "bo"), talk("c", "ada"))
    return found(rule, placed(morning(*talks, days=days), **places))


def test_as_many_as_allowed_are_fine():
    assert given(PerDay(most=2), a="d1/1", b="d1/2", c="d2/1") == []


def test_one_more_is_not():
    assert given(PerDay(most=1), a="d1/1", b="d1/2", c="d2/1") == [("hard", 0, ("ada", "a", "b"))]


def test_each_talk_more_costs():
    rule = PerDay(most=1, level="soft", weight=4)

    assert given(rule, a="d1/1", b="d1/2", c="d1/3") == [("soft", 8, ("ada", "a", "b", "c"))]


def test_rule_of_others_does_not_matter():
    assert given(PerDay(most=1, people="bo"), a="d1/1", b="d1/2") == []


def test_number_is_the_short_form():
    assert PerDay.model_validate(2) == PerDay(most=2)


def test_message_says_how_many():
    conference = morning(talk("a", "ada"), talk("b", "ada"))
    (finding,) = PerDay(most=1).check(placed(conference, a="s/1", b="s/2"))

    assert finding.message == (
        'Ada gives 2 talks on Wed 1 May, more than 1: talk "a" (A) and talk "b" (B)'
    )
