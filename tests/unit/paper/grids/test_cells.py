"""Text in the cells of a grid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.paper.grids.cells import Filling, Text, marks_at, set_lines
from programkit.text.markup import Run, inline
from programkit.typeset.marks import Group
from programkit.typeset.style import ParagraphStyle

STYLE = ParagraphStyle(size=8, leading=10, align="left", hyphenate=False)
WORDS = "Transformers are universal learners of context and of much else"


def text_of(strips):
    return " ".join("".join(map(written, strip.marks)).strip() for strip in strips)


def written(mark):
    """The text of a mark, or of those in it."""
    return "".join(map(written, mark.spread())) if isinstance(mark, Group) else mark.text


def test_text_that_fits_is_whole():
    assert text_of(set_lines((Run(WORDS),), STYLE, 100, most=9)) == WORDS
    assert text_of(set_lines((Run(WORDS),), STYLE, 100)) == WORDS


def test_text_that_does_not_is_cut_at_a_word():
    made = text_of(set_lines((Run(WORDS),), STYLE, 100, most=2))
    assert made == "Transformers are universal learners of context and of …"


def test_one_long_word_is_cut_anywhere():
    strips = set_lines((Run("W" * 200),), STYLE, 100, most=2)
    assert len(strips) == 2


def test_formula_and_emphasis_stay_whole():
    runs = inline("On *very* $O(n \\log n)$ sorting of long lists of words")
    made = text_of(set_lines(runs, STYLE, 80, most=2))
    assert made.endswith(" …")
    assert made.startswith("On very")


def test_ellipsis_is_never_alone_on_a_line():
    runs = (Run("Ana Ribeiro: "), Run("Hochdimensionale Wahrscheinlichkeiten", italic=True))
    made = set_lines(runs, STYLE.replace(language="de"), 66, most=3)
    assert [text_of([strip]) for strip in made] == ["Ana Ribeiro: …"]


@pytest.mark.no_cover
@given(st.text(max_size=200), st.integers(1, 4), st.floats(20, 120))
def test_there_are_never_more_lines_than_allowed(text, most, width):
    assert len(set_lines((Run(text),), STYLE, width, most)) <= most


LONG, SHORT = Text((Run(WORDS),), STYLE), Text((Run("Transformers"),), STYLE, most=1)


def test_first_variant_that_fits_is_shown():
    filling = Filling(((LONG,), (SHORT,)), 100)
    assert text_of(filling.fitting(0, 100)) == WORDS
    assert text_of(filling.fitting(0, 12)) == "Transformers"


def test_last_variant_is_cut_where_none_fits():
    filling = Filling(((LONG, LONG),), 100)
    assert (
        text_of(filling.fitting(0, 25)) == "Transformers are universal learners of context and of …"
    )
    assert filling.fitting(0, 9) == ()


def test_steady_cell_says_no_more_than_the_grid_is_made_for():
    assert text_of(Filling(((LONG,), (SHORT,)), 100).fitting(1, 100)) == WORDS
    assert text_of(Filling(((LONG,), (SHORT,)), 100, steady=True).fitting(1, 100)) == "Transformers"


def test_level_beyond_the_last_variant_is_the_last():
    filling = Filling(((LONG,), (SHORT,)), 100)
    assert filling.height(7) == filling.height(1) == 10


def test_lines_stand_below_each_other():
    strips = Filling(((LONG,),), 100).strips(0)
    ys = [mark.y for mark in marks_at(strips, 5, 7)]
    assert [round(ys[0] + 10 * n, 3) for n in range(len(strips))] == [
        round(y, 3) for y in dict.fromkeys(ys)
    ]
