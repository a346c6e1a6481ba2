"""Tests of fields with two values."""

from programkit.checks.alternatives import Alternatives
from programkit.model.contributions import Poster
from programkit.model.findings import Source
from programkit.model.people import Alternative
from small import conference, people, talks

SEEN = Source(file="booklet.md", line=93)


def found(**facts):
    return [(f.code, f.message, f.about) for f in Alternatives().check(conference(**facts))]


def test_nothing_is_unresolved_without_alternatives():
    assert found(talks=talks("k"), people=people("Lu")) == []


def test_other_title_of_talk_is_reported_with_its_source():
    other = Alternative(field="title", value="Scaling", source=SEEN)

    assert found(talks=talks("k", title="Scaling?", alternatives=(other,))) == [
        (
            "title-differs",
            'talk "k" has two values for title: "Scaling?" and "Scaling" (booklet.md:93)',
            ("k",),
        )
    ]


def test_other_value_of_poster_is_reported():
    other = Alternative(field="board", value="7")
    poster = Poster(id="p", title="Wall", board="8", alternatives=(other,))

    assert found(posters=(poster,)) == [
        (
            "alternatives-unresolved",
            'poster "p" (Wall) has two values for board: "8" and "7"',
            ("p",),
        )
    ]


def test_other_spelling_of_name_is_reported():
    other = Alternative(field="name", value="Yue Lu")

    assert found(people=people("Yue M. Lu", alternatives=(other,))) == [
        ("name-variant", 'person "lu" has two values for name: "Yue M. Lu" and "Yue Lu"', ("lu",))
    ]


def test_other_value_of_person_is_reported():
    other = Alternative(field="url", value="https://example.org")

    assert found(people=people("Lu", alternatives=(other,))) == [
        (
            "alternatives-unresolved",
            'person "lu" has two values for url: "" and "https://example.org"',
            ("lu",),
        )
    ]


def test_other_value_of_conference_is_reported():
    other = Alternative(field="place", value="Split")

    assert found(place="Rovinj", alternatives=(other,)) == [
        (
            "alternatives-unresolved",
            'the conference has two values for place: "Rovinj" and "Split"',
            (),
        )
    ]


def test_long_values_are_quoted_by_their_beginning():
    other = Alternative(field="abstract", value="word " * 100)
    ((_, message, _),) = found(talks=talks("k", abstract="Short.\n\nText", alternatives=(other,)))

    assert message.startswith('talk "k" (K) has two values for abstract: "Short. Text" and "word')
    assert message.endswith('…"')
    assert len(message) < 160


def test_other_value_of_a_thing_without_alternatives_is_reported():
    other = Alternative(field="rooms.hall.name", value="Old Hall")

    assert found(alternatives=(other,)) == [
        (
            "alternatives-unresolved",
            'the conference has another value for rooms.hall.name: "Old Hall"',
            (),
        )
    ]
