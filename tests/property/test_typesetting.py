"""Whatever the text, it is set: nothing is lost, nothing is too wide, nothing goes on forever."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.markup import Run
from programkit.typeset.bidi import needs_bidi
from programkit.typeset.blocks import paragraph
from programkit.typeset.characters import is_shapeless, printable
from programkit.typeset.marks import Fragment
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.protrusion import LEFT, RIGHT
from programkit.typeset.row import make_rows
from programkit.typeset.style import ParagraphStyle
from programkit.typeset.sums import sums_of

STYLES = {
    "justified": ParagraphStyle(),
    "ragged": ParagraphStyle(align="left", hyphenate=False),
    "small capitals": ParagraphStyle(small_caps=True, align="center"),
}
# Characters of every kind that breaking and shaping treat differently.
TEXTS = st.text(
    st.sampled_from(
        "abcdefghijklm ABC.,;-–—/’“”\u00a0\u00ad\u200b\u2009éčλτ∑ℝ日本。が한שלום🇭🇷"
        "\u0301\u200d\ufe0f\t\n\x00"
    ),
    max_size=120,
) | st.text(max_size=60)
WORDS = (  # noqa: SIM905 - a list of so many is hard to read
    "a network of the representation learned from structured data, self-supervised pretraining; "
    "generalization errors are computed exactly, for affine layers (and others) too. It is “exact” "
    "Čakovec temperature λ-dependent university’s internationalization"
).split()
PROSE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)


def visible(text):
    """The characters of a text that ink stands for, taken apart, in any order."""
    apart = unicodedata.normalize("NFD", printable(text))
    return sorted(char for char in apart if not is_shapeless(char))


def written(strips):
    marks = [mark for strip in strips for mark in strip.marks if isinstance(mark, Fragment)]
    return visible("".join(mark.text for mark in marks))


def hanging(strip):
    """How much of a line's first and last character hangs out of the column, in points."""
    first, last = strip.marks[0], strip.marks[-1]
    begin = next(glyph for piece in first.pieces for glyph in piece.glyphs)
    end = [glyph for piece in last.pieces for glyph in piece.glyphs][-1]
    return (
        LEFT.get(begin.text[:1], 0) * begin.advance * first.size / 1000,
        RIGHT.get(end.text[-1:], 0) * end.advance * last.size / 1000,
    )


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@given(text=TEXTS, width=st.floats(40, 400))
def test_no_line_is_wider_than_its_column(style, text, width):
    out = 0.7 * style.size if style.align == "justified" else 0.0
    for strip in set_paragraph(text, style, width).strips:
        for mark in strip.marks:
            assert mark.x >= -0.01 - out
            # Kerning and forms may differ where a word is cut.
            assert mark.x + mark.width <= width + out + 0.6


@given(text=PROSE, width=st.floats(150, 400), expansion=st.sampled_from([0.0, 0.02]))
def test_justified_lines_are_as_wide_as_their_column(text, width, expansion):
    style = ParagraphStyle(expansion=expansion)
    *lines, last = set_paragraph(text, style, width).strips
    for strip in lines:
        left, right = hanging(strip)
        end = strip.marks[-1].x + strip.marks[-1].width
        assert strip.marks[0].x == pytest.approx(-left, abs=0.01)
        assert end == pytest.approx(width + right, abs=0.1)
    end = last.marks[-1].x + last.marks[-1].width
    assert end <= width + hanging(last)[1] + 0.1


@given(text=PROSE, width=st.floats(150, 400))
def test_gaps_and_glyphs_keep_their_limits(text, width):
    style = ParagraphStyle()
    space = style.look().chain[0].advance(style.look().chain[0].glyph(" ")) * style.size / 1000
    strips = set_paragraph(text, style, width).strips
    for number, strip in enumerate(strips):
        gaps = {mark.gap for mark in strip.marks if len(mark.pieces) > 1}
        assert all(2 / 3 * space - 1e-6 <= gap <= 5 * 1.02 * space for gap in gaps)
        for mark in strip.marks:
            assert 0.98 - 1e-9 <= mark.expansion <= 1.02 + 1e-9
            assert 0 <= mark.tracking <= 0.01 * style.size + 1e-9
            if mark.tracking and len(mark.pieces) > 1:
                assert mark.gap >= 1.4 * space - 1e-6
        if number == len(strips) - 1:
            assert all(gap <= space + 1e-6 for gap in gaps)


@given(text=PROSE, width=st.floats(150, 400), hanging_=st.floats(0, 20), first=st.floats(0, 20))
def test_lines_begin_at_their_indents(text, width, hanging_, first):
    style = ParagraphStyle(align="left", hanging=hanging_, first_indent=first)
    begins = [strip.marks[0].x for strip in set_paragraph(text, style, width).strips]
    assert begins == [first, *[hanging_] * (len(begins) - 1)]


@given(text=TEXTS, width=st.floats(1, 300))
def test_every_visible_character_is_set_once(text, width):
    if needs_bidi(text):
        text = text.replace("\u00ad", "")  # a hyphen added from right to left reads as a hard one
    made = set_paragraph(text, STYLES["ragged"], width)
    assert written(made.strips) == visible(text)


@given(texts=st.lists(TEXTS, max_size=6), width=st.floats(30, 200), height=st.floats(5, 200))
def test_no_line_is_lost_between_pages(texts, width, height):
    shape = PageShape(300, 300, (Frame(0, 0, width, height),))
    blocks = [paragraph(text, STYLES["justified"], width) for text in texts]
    layout = lay_out([Flow(blocks, shape)])
    on_pages = [mark.text for page in layout.pages for mark in page.marks]
    assert on_pages == [mark.text for b in blocks for strip in b.strips for mark in strip.marks]
    for page in layout.pages:
        tops = [mark.y for mark in page.marks]
        assert tops == sorted(tops)


def test_naughty_strings_are_set(shared):
    strings = json.loads((shared / "corpora" / "naughty-strings.json").read_text("utf-8"))
    for text in strings:
        for width in (12, 300):
            made = set_paragraph([Run(text, bold=True), Run(text)], STYLES["justified"], width)
            assert written(made.strips) == sorted(2 * visible(text))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "ab " * 20_000,
        "日" * 10_000,
        "\u00ad".join("a" * 5_000),
        "word-" * 5_000,
        "\u00a0".join("ab" * 5_000),
    ],
    ids=["letters", "words", "ideographs", "soft hyphens", "hyphens", "tied words"],
)
def test_long_texts_are_set_in_a_number_of_steps_like_their_length(text):
    (row,) = make_rows([Run(text)], STYLES["justified"], 300)
    sums = sums_of(row, 300, hyphen_cost=80, hang=True, loose=True)
    assert len(sums.places) <= len(text) + 1
    made = set_paragraph(text, STYLES["justified"], 300)
    assert len(made.strips) > 50
    assert written(made.strips) == visible(text)
