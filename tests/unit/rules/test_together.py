from programkit.model.base import TBD
from programkit.model.days import Day
from programkit.rules import Together
from tiny import attic_session, found, hall_session, morning, placed, talk

AB = Together(talks=("a", "b"))


def both(*more, **facts):
    return morning(talk("a"), talk("b"), *more, **facts)


def test_talks_that_start_together_are_fine():
    assert found(AB, placed(both(), a="s/2", b="p/1")) == []


def test_talks_that_only_overlap_are_not_together():
    items = (hall_session(), attic_session(start=9 * 60 + 10))

    assert found(AB, placed(both(items=items), a="s/1", b="p/1")) == [("hard", 0, ("a", "b"))]


def test_each_start_more_costs():
    rule = Together(talks="all", level="soft", weight=2)

    assert found(rule, placed(both(talk("c")), a="s/1", b="p/1", c="s/3")) == [
        ("soft", 4, ("a", "b", "c"))
    ]


def test_unplaced_talk_does_not_matter():
    assert found(AB, placed(both(), a="s/1")) == []


def test_unknown_date_violates_nothing():
    conference = both(days=(Day(date=TBD, items=(hall_session(),)),))

    assert found(AB, placed(conference, a="s/1", b="s/2")) == []


def test_message_names_the_starts():
    (finding,) = AB.check(placed(both(), a="s/1", b="s/2"))

    assert finding.message == (
        'talk "a" (A) and talk "b" (B) start at 2 times (Wed 1 May 09:00 and Wed 1 May 09:30), not at one'
    )
