"""Texts that are cut after a paragraph or a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.paper.walls.cutting import shortened
from programkit.text.markup import parse

TEXT = (
    "We ask e.g. when it ends. Nobody knew.\n\n# Why\n\nSince it is *hard*. See Fig. 3 there! "
    "And $x. y$ more\n\n$$a = b$$\n\nLast words. of all"
)


def plain(paragraphs):
    return ["".join(run.text for run in each.runs) for each in paragraphs]


def length(paragraphs):
    return sum(len(text) for text in plain(paragraphs))


@pytest.mark.parametrize(
    ("room", "told"),
    [
        (10, []),
        (30, ["We ask e.g. when it ends. …"]),
        (45, ["We ask e.g. when it ends. Nobody knew. …"]),
        (66, ["We ask e.g. when it ends. Nobody knew.", "Why", "Since it is hard. …"]),
        (
            85,
            [
                "We ask e.g. when it ends. Nobody knew.",
                "Why",
                "Since it is hard. See Fig. 3 there! …",
            ],
        ),
    ],
)
def test_text_ends_with_a_sentence(room, told):
    assert plain(shortened(parse(TEXT), lambda part: length(part) <= room)) == told


def test_text_may_end_after_a_formula():
    found = plain(shortened(parse(TEXT), lambda part: len(part) < 6))
    assert found[-1] == "…"
    assert len(found) == 5


@given(room=st.integers(0, 200))
def test_no_more_is_told_than_fits_and_all_but_the_dots_is_of_the_text(room):
    found = shortened(parse(TEXT), lambda part: length(part) <= room)
    assert length(found) <= room
    told = "".join(plain(found)).removesuffix("…").strip()
    assert "".join(plain(parse(TEXT))).startswith(told)
    assert not told.endswith("Why")
