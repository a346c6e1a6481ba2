from programkit.model.base import TBD
from programkit.model.contributions import State, Track
from programkit.model.days import Day
from programkit.rules import Flow
from tiny import attic_session, found, hall_session, morning, placed, talk

LEVELS = Flow(levels=("tag:easy", "tag:hard"))
TALKS = (
    talk("a", tags=("easy",), track="red"),
    talk("b", tags=("hard",), track="red"),
    talk("c", tags=("hard",), track="blue"),
    talk("d", track="red"),
)
TRACKS = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))


def given(rule=LEVELS, talks=TALKS, items=None, **places):
    return found(rule, placed(morning(*talks, tracks=TRACKS, items=items), **places))


def test_simple_talk_before_is_fine():
    assert given(a="s/1", b="s/2", d="s/3") == []


def test_simple_talk_after_is_found():
    assert given(a="s/2", b="s/1") == [("soft", 1, ("b", "a"))]


def test_simple_talk_at_the_same_time_is_found():
    assert given(a="s/2", b="p/1") == [("soft", 1, ("b", "a"))]


def test_talk_that_begins_as_the_simple_one_ends_is_fine():
    assert given(a="s/1", b="p/1") == []


def test_other_tracks_and_other_talks_do_not_matter():
    assert given(a="s/2", c="s/1", d="s/3") == []


def test_all_talks_may_be_one_group():
    rule = LEVELS.replace(groups=("all",), weight=3)

    assert given(rule, a="s/2", c="s/1") == [("soft", 3, ("c", "a"))]


def test_each_advanced_talk_costs_once():
    easy = (talk("e", tags=("easy",), track="red"), talk("f", tags=("hard",), track="red"))

    assert given(talks=(*TALKS, *easy), b="s/1", a="s/2", e="s/3", f="p/1") == [
        ("soft", 1, ("b", "e")),
        ("soft", 1, ("f", "e")),
    ]


def test_talk_that_does_not_take_place_does_not_matter():
    gone = (TALKS[0].replace(state=State.CANCELLED), *TALKS[1:])

    assert given(talks=gone, a="s/2", b="s/1") == []


def test_unknown_time_violates_nothing():
    assert given(items=(hall_session(), attic_session(start=TBD)), a="p/1", b="s/1") == []


def test_days_without_a_date_keep_their_order():
    days = (Day(items=(hall_session(),)), Day(date="2030-05-01", items=(attic_session(),)))
    conference = morning(*TALKS, tracks=TRACKS, days=days)

    assert found(LEVELS, placed(conference, a="p/1", b="s/1")) == [("soft", 1, ("b", "a"))]
    assert found(LEVELS, placed(conference, a="s/1", b="p/1")) == []


def test_short_form_is_the_levels():
    assert Flow.model_validate(["tag:easy", "tag:hard"]) == LEVELS


def test_message_names_both_and_the_group():
    (finding,) = LEVELS.check(placed(morning(*TALKS, tracks=TRACKS), a="s/2", b="s/1"))

    assert finding.message == (
        'talk "b" (B) Wed 1 May 09:00 begins before talk "a" (A) Wed 1 May 09:30 is over, which is '
        "simpler, in the track Red"
    )
