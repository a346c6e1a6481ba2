from programkit.model.contributions import State, Track
from programkit.rules import Choice
from tiny import found, morning, placed, talk

TALKS = (
    talk("a", tags=("easy", "maps"), language="de"),
    talk("b", tags=("easy",), track="red", language="de"),
    talk("c", tags=("hard", "maps"), track="red"),
    talk("d"),
)


def given(rule, talks=TALKS, **places):
    return found(rule, placed(morning(*talks, tracks=(Track(id="red", name="Red"),)), **places))


def test_different_talks_make_a_choice():
    assert given(Choice(by="tag"), b="s/2", c="p/1") == []
    assert given(Choice(by="language"), a="s/2", c="p/1") == []


def test_talks_of_one_tag_at_one_time_cost():
    assert given(Choice(by="tag", weight=3), a="s/2", b="p/1") == [("soft", 3, ("b", "a"))]


def test_each_tag_that_they_share_counts():
    twin = talk("e", tags=("easy", "maps"))

    assert len(given(Choice(by="tag"), (*TALKS, twin), a="s/2", e="p/1")) == 2


def test_only_some_tags_may_count():
    assert given(Choice(by="tag", tags=("easy", "hard")), a="s/2", c="p/1") == []


def test_talks_at_different_times_are_fine():
    assert given(Choice(by="tag"), a="s/1", b="p/1") == []


def test_each_talk_beyond_the_first_costs():
    rule = Choice(by="language")

    assert given(rule, c="s/2", d="p/1") == [("soft", 1, ("d", "c"))]
    assert given(rule.replace(most=2), c="s/2", d="p/1") == []


def test_language_is_the_conferences_where_a_talk_says_none():
    twin = talk("e", language="en")

    assert given(Choice(by="language"), (*TALKS, twin), d="s/2", e="p/1") == [
        ("soft", 1, ("e", "d"))
    ]


def test_several_traits_must_all_be_shared():
    rule = Choice(by=("track", "tag"))

    assert given(rule, b="s/2", c="p/1") == []
    assert given(rule, (*TALKS, talk("e", track="red", tags=("hard",))), e="s/2", c="p/1") == [
        ("soft", 1, ("c", "e"))
    ]


def test_kind_and_other_talks():
    assert given(Choice(by="kind"), a="s/2", b="p/1") == [("soft", 1, ("b", "a"))]
    assert given(Choice(by="kind", talks=("a", "c")), a="s/2", b="p/1") == []


def test_cancelled_talk_does_not_matter():
    gone = (TALKS[0].replace(state=State.CANCELLED), *TALKS[1:])

    assert given(Choice(by="tag"), gone, a="s/2", b="p/1") == []


def test_short_form_says_by_what():
    assert Choice.model_validate("language") == Choice(by=("language",))


def test_message_says_what_they_share():
    conference = morning(*TALKS, tracks=(Track(id="red", name="Red"),))
    (finding,) = Choice(by=("tag", "language")).check(placed(conference, a="s/2", b="p/1"))

    assert finding.message == (
        'talk "b" (B) and talk "a" (A) are at one time (Wed 1 May 09:30), all of the tag easy '
        "and the language de"
    )
