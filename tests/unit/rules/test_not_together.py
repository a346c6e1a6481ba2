from programkit.model.contributions import State
from programkit.rules import NotTogether
from tiny import attic_session, found, hall_session, morning, placed, talk

AB = NotTogether(talks=("a", "b"))


def both(**facts):
    return morning(talk("a"), talk("b"), talk("c"), **facts)


def test_talks_that_touch_are_not_at_one_time():
    assert found(AB, placed(both(), a="s/1", b="p/1")) == []


def test_talks_at_one_time_are_found():
    assert found(AB, placed(both(), a="s/2", b="p/1")) == [("hard", 0, ("a", "b"))]


def test_talks_that_overlap_a_minute_are_found():
    items = (hall_session(), attic_session(start=9 * 60 + 29))

    assert found(AB, placed(both(items=items), a="s/1", b="p/1")) == [("hard", 0, ("a", "b"))]


def test_talk_that_is_over_early_is_not():
    items = (hall_session(), attic_session(start=9 * 60 + 20))
    conference = morning(talk("a", minutes=20), talk("b"), items=items)

    assert found(AB, placed(conference, a="s/1", b="p/1")) == []


def test_other_talks_do_not_matter():
    assert found(AB, placed(both(), a="s/2", c="p/1")) == []


def test_each_two_cost():
    items = (hall_session(), attic_session(slots=(attic_session().slots[0],) * 1, minutes=None))
    rule = NotTogether(talks="all", level="soft", weight=3)
    program = placed(both(items=items), a=("s/1", "s/2"), b="p/1", c="s/2")

    assert found(rule, program) == [
        ("soft", 3, ("a", "b")),
        ("soft", 3, ("a", "c")),
        ("soft", 3, ("b", "c")),
    ]


def test_cancelled_talk_does_not_matter():
    conference = morning(talk("a", state=State.CANCELLED), talk("b"))

    assert found(AB, placed(conference, a="s/2", b="p/1")) == []


def test_message_names_both():
    (finding,) = AB.check(placed(both(), a="s/2", b="p/1"))

    assert finding.message == (
        'talk "b" (B) Wed 1 May 09:30 and talk "a" (A) Wed 1 May 09:30 are at the same time'
    )
