from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.days import Day
from programkit.rules import Makespan
from tiny import attic_session, found, hall_session, morning, placed, talk


def facts(**changed):
    return morning(talk("a", "ada"), talk("b", "ada", "bo"), talk("c", "bo"), **changed)


def test_talks_within_the_time_are_fine():
    assert found(Makespan(most=60), placed(facts(), a="s/1", b="s/3")) == []


def test_each_hour_begun_beyond_it_costs():
    day = "2030-05-01"
    items = (hall_session(), attic_session(start=11 * 60))
    program = placed(facts(items=items), a="s/1", b="p/1")

    assert found(Makespan(most=119), program) == [("soft", 1, ("ada", day))]
    assert found(Makespan(most=60, weight=3), program) == [("soft", 3, ("ada", day))]
    assert found(Makespan(most=59), program) == [("soft", 2, ("ada", day))]
    assert found(Makespan(most="2 h"), program) == []


def test_one_talk_takes_no_time():
    assert found(Makespan(most=0), placed(facts(), a="s/1", c="s/3")) == []


def test_other_people_and_other_talks_do_not_matter():
    rule = Makespan(most=0, people="bo")

    assert found(rule, placed(facts(), a="s/1", b="s/3")) == []
    assert found(rule, placed(facts(), b="s/1", c="s/3")) == [("soft", 1, ("bo", "2030-05-01"))]


def test_each_day_counts_alone():
    days = (Day(date="2030-05-01", items=(hall_session(),)), Day(items=(attic_session(),)))

    assert found(Makespan(most=0), placed(facts(days=days), a="s/1", b="p/1")) == []


def test_unknown_time_and_cancelled_talk_do_not_matter():
    items = (hall_session(), attic_session(start=TBD))
    gone = morning(talk("a", "ada", state=State.CANCELLED), talk("b", "ada"))

    assert found(Makespan(most=0), placed(facts(items=items), a="s/1", b="p/1")) == []
    assert found(Makespan(most=0), placed(gone, a="s/1", b="s/3")) == []


def test_short_form_is_the_time():
    assert Makespan.model_validate("90 min") == Makespan(most=90)


def test_message_says_how_long():
    (finding,) = Makespan(most=0).check(placed(facts(), a="s/1", b="s/3"))

    assert finding.message == "Ada waits on Wed 1 May: 60 min from the first talk to the last"
