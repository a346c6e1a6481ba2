from programkit.model.days import Day
from programkit.rules import DaysOnSite
from tiny import found, hall_session, morning, placed, talk


def given(rule, **places):
    days = tuple(
        Day(date=f"2030-05-0{day}", items=(hall_session(id=f"d{day}"),)) for day in (1, 2, 3)
    )
    talks = (talk("a", "ada"), talk("b", "ada", "bo"), talk("c", "ada"))
    return found(rule, placed(morning(*talks, days=days), **places))


def test_talks_on_one_day_cost_nothing():
    assert given(DaysOnSite(), a="d1/1", b="d1/2") == []


def test_each_day_more_costs():
    assert given(DaysOnSite(weight=5), a="d1/1", b="d2/1", c="d3/1") == [("soft", 10, ("ada",))]


def test_days_between_do_not_count():
    assert given(DaysOnSite(most=2), a="d1/1", b="d3/1") == []


def test_rule_of_others_does_not_matter():
    assert given(DaysOnSite(people="bo"), a="d1/1", b="d2/1") == []


def test_number_is_the_short_form():
    assert DaysOnSite.model_validate(2) == DaysOnSite(most=2)


def test_message_names_the_days():
    days = tuple(Day(date=f"2030-05-0{day}", items=(hall_session(id=f"d{day}"),)) for day in (1, 2))
    conference = morning(talk("a", "ada"), talk("b", "ada"), days=days)
    (finding,) = DaysOnSite().check(placed(conference, a="d1/1", b="d2/1"))

    assert finding.message == "Ada speaks on 2 days (Wed 1 May and Thu 2 May), more than 1"
