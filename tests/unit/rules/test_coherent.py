from programkit.model.contributions import Track
from programkit.rules import Coherent
from tiny import found, morning, placed, talk

TALKS = (
    talk("a", tags=("robots", "maps"), track="red"),
    talk("b", tags=("maps",), track="red", language="de"),
    talk("c", tags=("birds",), kind="keynote"),
    talk("d"),
)


def given(rule, **places):
    conference = morning(*TALKS, tracks=(Track(id="red", name="Red"),))
    return found(rule, placed(conference, **places))


def test_talks_with_a_common_tag_belong_together():
    assert given(Coherent(), a="s/1", b="s/2") == []


def test_talk_without_what_most_have_is_found():
    assert given(Coherent(), a="s/1", b="s/2", c="s/3") == [("soft", 1, ("c", "s"))]


def test_of_two_talks_without_a_common_tag_one_is_found():
    assert given(Coherent(weight=4), a="s/1", c="s/2") == [("soft", 4, ("c", "s"))]


def test_talk_without_tags_does_not_matter():
    assert given(Coherent(), a="s/1", b="s/2", d="s/3") == []


def test_other_tags_may_not_count():
    assert given(Coherent(tags=("robots", "birds")), a="s/1", b="s/2") == []
    assert given(Coherent(tags=("robots", "birds")), a="s/1", c="s/2") != []


def test_other_sessions_do_not_matter():
    assert given(Coherent(sessions="p"), a="s/1", c="s/2") == []
    assert given(Coherent(), a="s/1", c="p/1") == []


def test_language_kind_and_track_are_common_or_not():
    assert given(Coherent(by="language"), a="s/1", b="s/2") == [("soft", 1, ("b", "s"))]
    assert given(Coherent(by="kind"), a="s/1", c="s/2") == [("soft", 1, ("c", "s"))]
    assert given(Coherent(by="track"), a="s/1", b="s/2", c="s/3") == []


def test_hard_wants_one_thing_for_all():
    assert given(Coherent(level="hard"), a="s/1", c="s/2") == [("hard", 0, ("c", "s"))]


def test_short_form_says_by_what():
    assert Coherent.model_validate("language") == Coherent(by="language")


def test_message_names_what_is_common():
    conference = morning(*TALKS, tracks=(Track(id="red", name="Red"),))
    (finding,) = Coherent().check(placed(conference, a="s/1", b="s/2", c="s/3"))

    assert finding.message == (
        'talk "c" (C) is in session s Wed 1 May 09:00 and not of the tag maps, as most talks there'
    )
