"""Whatever the text, it is set: nothing is lost, nothing is too wide, nothing goes on forever."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.markup import Run
from programkit.typeset.blocks import paragraph
from programkit.typeset.characters import is_shapeless, printable
from programkit.typeset.linebreak import (
    FILL,
    FORBIDDEN,
    Box,
    Breaking,
    Glue,
    Measure,
    Penalty,
    break_lines,
)
from programkit.typeset.marks import Fragment
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.style import ParagraphStyle

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


def visible(text):
    """The characters of a text that ink stands for, taken apart, in any order."""
    apart = unicodedata.normalize("NFD", printable(text))
    return sorted(char for char in apart if not is_shapeless(char))


def written(strips):
    marks = [mark for strip in strips for mark in strip.marks if isinstance(mark, Fragment)]
    return visible("".join(mark.text for mark in marks))


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@given(text=TEXTS, width=st.floats(40, 400))
def test_no_line_is_wider_than_its_column(style, text, width):
    for strip in set_paragraph(text, style, width).strips:
        for mark in strip.marks:
            assert mark.x >= -0.01
            assert mark.x + mark.width <= width + 0.6  # kerning may differ where a word is cut


@given(text=TEXTS, width=st.floats(1, 300))
def test_every_visible_character_is_set_once(text, width):
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


@st.composite
def rows(draw):
    """A paragraph of boxes with glue and penalties between them, ended as it should be."""
    row = []
    for _ in range(draw(st.integers(1, 25))):
        row.append(Box(draw(st.floats(0, 60))))
        kind = draw(st.sampled_from(["glue", "hyphen", "tie", "none"]))
        if kind == "glue":
            row.append(Glue(10, 5, 3))
        elif kind == "hyphen":
            row.append(Penalty(draw(st.floats(-50, 200)), draw(st.floats(0, 6)), flagged=True))
        elif kind == "tie":
            row += [Penalty(FORBIDDEN), Glue(10, 5, 3)]
    return [*row, Penalty(FORBIDDEN), Glue(0, FILL), Penalty(-FORBIDDEN)]


def least_width(row, line):
    """How narrow a line can be made."""
    items = row[line.start : line.end]
    width = sum(item.width for item in items if isinstance(item, Box | Glue))
    shrink = sum(item.shrink for item in items if isinstance(item, Glue))
    ending = row[line.end].width if isinstance(row[line.end], Penalty) else 0
    return width - shrink + ending


def has_break(row, line):
    """Whether a line has a place inside where it could have been broken."""
    for at in range(line.start + 1, line.end):
        item = row[at]
        if isinstance(item, Penalty) and item.cost < FORBIDDEN:
            return True
        if isinstance(item, Glue) and isinstance(row[at - 1], Box):
            return True
    return False


@given(row=rows(), width=st.floats(20, 200), rag=st.sampled_from([0.0, 30.0]))
def test_lines_hold_every_box_in_order_and_fit(row, width, rag):
    lines = break_lines(row, Measure(width), Breaking(rag=rag))
    boxes = [at for line in lines for at in range(line.start, line.end) if isinstance(row[at], Box)]
    assert boxes == [at for at, item in enumerate(row) if isinstance(item, Box)]
    for line in lines:
        assert least_width(row, line) <= width + 1e-3 or not has_break(row, line)


def test_naughty_strings_are_set(shared):
    strings = json.loads((shared / "corpora" / "naughty-strings.json").read_text("utf-8"))
    for text in strings:
        for width in (12, 300):
            made = set_paragraph([Run(text, bold=True), Run(text)], STYLES["justified"], width)
            assert written(made.strips) == sorted(2 * visible(text))


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "ab " * 7_000, "日" * 5_000, "\u00ad".join("a" * 5_000), "word-" * 4_000]
)
def test_long_texts_are_set(text):
    assert len(set_paragraph(text, STYLES["justified"], 300).strips) > 50
