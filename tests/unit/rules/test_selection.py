from datetime import date

import pytest

from programkit.model.contributions import At, CoAuthor, State, Track
from programkit.model.days import Day
from programkit.rules import NotTogether
from programkit.rules.selection import known_selectors, no_such, selected
from tiny import attic_session, hall_session, morning, talk


def conference():
    days = (
        Day(date=date(2030, 5, 1), items=(hall_session(),)),
        Day(date=date(2030, 5, 2), items=(attic_session(),)),
    )
    return morning(
        talk("a", "ada", kind="keynote", track="red", at=(At(place="s/1"),)),
        talk("b", "bo", coauthors=(CoAuthor(person="ada"),), tags=("new ideas",)),
        talk("c", tags=("new ideas", "old"), at=(At(place="p/1"),)),
        talk("d", "ada", state=State.CANCELLED, at=(At(start="2030-05-03T12:00Z"),)),
        tracks=(Track(id="red", name="Red"),),
        days=days,
    )


@pytest.mark.parametrize(
    ("selectors", "talks"),
    [
        (("a",), ["a"]),
        (("c", "a"), ["a", "c"]),
        (("track:red",), ["a"]),
        (("kind:keynote",), ["a"]),
        (("tag:new ideas",), ["b", "c"]),
        (("speaker:ada",), ["a", "d"]),
        (("person:ada",), ["a", "b", "d"]),
        (("day:2030-05-02",), ["c"]),
        (("all",), ["a", "b", "c", "d"]),
        (("tag:old", "speaker:bo"), ["b", "c"]),
        (("track:None",), []),
        (("nobody",), []),
    ],
)
def test_selectors_mean_talks(selectors, talks):
    assert [one.id for one in selected(conference(), selectors)] == talks


def test_rule_speaks_of_talks_that_take_place():
    rule = NotTogether(talks="speaker:ada")

    assert [one.id for one in rule.chosen(conference())] == ["a"]


def test_known_selectors_are_all_that_mean_something():
    assert known_selectors(conference()) == [
        *("a", "b", "c", "d"),
        "track:red",
        *("day:2030-05-01", "day:2030-05-02"),
        *("speaker:ada", "speaker:bo"),
        *("person:ada", "person:bo"),
        *("kind:keynote", "kind:talk"),
        *("tag:new ideas", "tag:old"),
        "all",
    ]


@pytest.mark.parametrize(
    ("selector", "what", "remedy"),
    [
        ("track:rad", 'track "rad"', 'did you mean "red"?'),
        ("kind:keynot", 'kind "keynot"', 'did you mean "keynote"?'),
        ("alll", 'talk "alll"', 'did you mean "all"?'),
        ("trak:red", 'talk "trak:red"', 'did you mean "track:red"?'),
        ("zzz", 'talk "zzz"', f"there are {', '.join(known_selectors(conference())[:8])}, …"),
        ("kind:zzz", 'kind "zzz"', "there are keynote, talk"),
    ],
)
def test_selector_that_means_nothing_has_a_remedy(selector, what, remedy):
    assert no_such(conference(), selector) == (what, remedy)


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ("a", 'talk "a" (A)'),
        ("all", "all talks"),
        ("track:red", "the track Red"),
        ("speaker:ada", "the talks given by Ada"),
        ("person:ada", "the talks written by Ada"),
        ("kind:keynote", "the talks of kind keynote"),
        ("tag:old", "the talks of tag old"),
        ("day:2030-05-02", "the talks of day 2030-05-02"),
    ],
)
def test_selectors_are_said_in_words(selector, words):
    assert NotTogether(talks=selector).chosen_words(conference()) == words
