"""What the script is told, as a table that a person can check against tests/workshop.py."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workshop import workshop_program

from programkit.model.venue import Room
from programkit.outline.build import public_outline
from programkit.text.characters import clean
from programkit.web.context import View
from programkit.web.facts import cleaned, facts_of


@pytest.fixture(scope="module")
def view():
    return View(public_outline(workshop_program()))


@pytest.fixture(scope="module")
def facts(view):
    return facts_of(view, {"talk-opening/1": ("uid@a", 3)})


def test_what_is_true_of_the_whole(facts):
    names = ("id", "title", "zone", "lang", "clock", "url", "place")

    assert [facts[name] for name in names] == [
        "tidesexampleorg-2025",
        "Workshop on Tidal Graphs",
        "Europe/Lisbon",
        "en-150",
        ("{HH}:{mm}", "{HH}:{mm}"),
        "https://tides.example.org/2025/",
        "Port Example",
    ]


def test_labels_are_the_words_of_the_language(facts):
    german = View(public_outline(workshop_program(language="de")))
    other = facts_of(german, {})["labels"]

    assert facts["labels"].keys() == other.keys()
    assert facts["labels"] != other


def test_every_talk_is_there_in_the_order_of_the_outline(view, facts):
    assert [talk["k"] for talk in facts["talks"]] == [view.key(t) for t in view.outline.talks]
    for told, talk in zip(facts["talks"], view.outline.talks, strict=True):
        assert told["t"] == view.title(talk)
        assert told["n"] == view.names(talk)
        assert told["c"] == (-1 if talk.track is None else view.outline.tracks.index(talk.track))
        assert [facts["tags"][number] for number in told["g"]] == list(talk.tags)
        assert facts["languages"][told["l"]][0] == talk.language
        assert facts["kinds"][told["y"]][0] == talk.kind
        assert told["x"] == (talk.state.value == "cancelled")


def test_times_are_minutes_and_places_are_positions(view, facts):
    for told, talk in zip(facts["talks"], view.outline.talks, strict=True):
        for place, found in zip(told["o"], talk.occurrences, strict=True):
            start, end, room, day, _uid, _sequence = place
            known = found.when.start is not None and found.when.dated
            moment = datetime.fromtimestamp(start * 60, UTC) if start is not None else None
            assert moment == (found.when.start if known else None)
            assert (end is None) == (found.when.end is None or not found.when.dated)
            known = isinstance(found.room, Room)
            assert (facts["rooms"][room][1] if room >= 0 else "") == (
                found.room.name if known else ""
            )
            assert (facts["days"][day][0] if day >= 0 else "") == (
                view.key(view.days[found.day]) if found.day else ""
            )


def test_calendars_are_by_talk_and_part(facts):
    by_key = {talk["k"]: talk for talk in facts["talks"]}

    assert by_key["talk-opening"]["o"][0][4:] == ["uid@a", 3]
    assert by_key["talk-tutorial"]["o"][0][4:] == ["", 0]


def test_posters_have_the_time_of_their_session(view, facts):
    for told, poster in zip(facts["posters"], view.outline.posters, strict=True):
        session = view.sessions.get(poster.session)
        assert told["b"] == poster.board
        assert [time[0] for time in told["o"]] == (
            [session.when.start.timestamp() // 60] if session else []
        )


def test_nothing_private_is_told(facts):
    assert "secret-reef" not in repr(facts)


def test_cleaned_goes_into_everything():
    assert cleaned({"a": ["b\x00", ("c\x1b", 1, None)]}) == {"a": ["b", ["c", 1, None]]}


@given(
    st.recursive(
        st.text(alphabet="a\\ub\n\t\r\x00\x0b\x7f\x85\u2028\u202e\u2067\u2069\ufeff \xa0")
        | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("k"), inner),
        max_leaves=5,
    )
)
def test_cleaned_facts_have_clean_texts_and_nothing_else_is_changed(value):
    def wanted(value):
        if isinstance(value, str):
            return clean(value)
        if isinstance(value, dict):
            return {name: wanted(inner) for name, inner in value.items()}
        return [wanted(inner) for inner in value] if isinstance(value, list) else value

    assert cleaned(value) == wanted(value)
