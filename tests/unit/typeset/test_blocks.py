from pathlib import Path

import pytest

from programkit.text.markup import Paragraph, Run
from programkit.typeset.blocks import Block, heading, paragraph, picture, row, rule, squares, text
from programkit.typeset.faces import family
from programkit.typeset.marks import Anchor, Bar, Picture, Strip
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font


@pytest.fixture
def style(tmp_path):
    """Letters 5 points wide, spaces 2.5; lines of 12 points, the baseline 9 down in them."""
    path = make_font(tmp_path / "f.ttf", "abcdefghijklmnopqrstuvwxyz.•=1")
    return ParagraphStyle(
        family=family(path), size=10, leading=12, hyphenate=False, align="left", first_indent=8
    )


def words(block):
    """The text and left edge of every fragment, line by line."""
    return [[(mark.text.strip(), mark.x) for mark in strip.marks] for strip in block.strips]


def test_paragraph_has_the_room_its_style_says(style):
    block = paragraph("ab", style.replace(space_before=3, space_after=4), 100)
    assert (block.space_before, block.space_after, block.height) == (3, 4, 12)
    assert not block.keep_with_next


def test_heading_keeps_with_what_follows(style):
    block = heading("ab", style, 100)
    assert block.keep_with_next
    assert block.keep_together


def test_anchors_are_at_the_top_of_a_block(style):
    block = paragraph("ab cd", style, 20).anchored(Anchor("x"), Anchor("y"))
    assert [anchor.name for anchor in block.strips[0].anchors] == ["x", "y"]
    assert block.strips[1].anchors == ()


def test_empty_block_can_have_an_anchor():
    block = Block(()).anchored(Anchor("x"))
    assert block.strips == (Strip(0.0, anchors=(Anchor("x"),)),)


def test_row_has_its_cells_side_by_side(style):
    plain = style.replace(first_indent=0)
    block = row([(0, 20, "ab", plain), (30, 20, "cd ef", plain)], space_after=5)
    assert words(block) == [[("ab", 0), ("cd", 30)], [("ef", 30)]]
    assert (block.space_after, block.keep_together, block.height) == (5, True, 24)


def test_first_lines_of_a_row_share_their_baseline(style):
    large = style.replace(size=20, leading=24)
    block = row([(0, 40, "ab", style), (50, 90, "cd", large)])
    assert [mark.y for mark in block.strips[0].marks] == [18, 18]
    assert block.height == 24


def test_rule_is_a_bar_with_room_around():
    block = rule(100, 0.5, color="accent", x=5, around=6)
    assert block.strips == (Strip(0.5, (Bar(5, 0, 100, 0.5, "accent"),)),)
    assert (block.space_before, block.space_after) == (6, 6)


def test_picture_takes_its_room():
    block = picture(Path("logo.png"), 60, 40, alt="A logo", x=3)
    assert block.strips == (Strip(40, (Picture(3, 0, 60, 40, Path("logo.png"), "A logo"),)),)


def test_only_later_paragraphs_are_indented(style):
    first, second = text([Paragraph((Run("ab"),)), Paragraph((Run("cd"),))], style, 100)
    assert words(first) == [[("ab", 0)]]
    assert words(second) == [[("cd", 8)]]


def test_list_hangs_its_markers(style):
    items = [
        Paragraph((Run("ab cd"),), "item", "•", 1),
        Paragraph((Run("ef"),), "item", "", 1),
        Paragraph((Run("g"),), "item", "1.", 2),
    ]
    blocks = text(items, style, 35)
    assert [words(block) for block in blocks] == [
        [[("•", 0), ("ab", 15)], [("cd", 15)]],
        [[("ef", 15)]],
        [[("1.", 15), ("g", 30)]],
    ]


def test_quote_is_indented_on_both_sides(style):
    (block,) = text([Paragraph((Run("ab cd"),), "quote", "", 1)], style, 50)
    assert words(block) == [[("ab", 15)], [("cd", 15)]]


def test_heading_in_a_text_is_bold_and_kept(style):
    (block,) = text([Paragraph((Run("ab"),), "heading")], style, 100)
    assert block.keep_with_next
    assert words(block) == [[("ab", 0)]]


def test_code_keeps_its_spaces(style):
    (block,) = text([Paragraph((Run("  a  =  b"),), "code")], style, 200)
    marks = block.strips[0].marks
    assert "".join(mark.text for mark in marks) == "  a  =  b"
    assert (marks[0].x, marks[-1].x + marks[-1].width) == (0, 6 * 2.5 + 3 * 5)


def test_formula_is_centered(style):
    (block,) = text([Paragraph((Run("ab"),), "formula")], style, 100)
    assert words(block) == [[("ab", 45)]]


def test_squares_that_touch_in_a_row_are_one_bar():
    block = squares(((True, True, False), (False, True, True), (False, False, False)), 30)

    (strip,) = block.strips
    assert strip.height == 30
    assert [(mark.x, mark.y, mark.width) for mark in strip.marks] == [(0, 0, 20), (10, 10, 20)]


def test_levels_of_headings_are_their_roles(style):
    roles = [heading("ab", style, 100, level=level).role for level in range(1, 7)]
    assert roles == ["H1", "H2", "H3", "H4", "H5", "H6"]
    assert heading("ab", style, 100).role == "H3"


def test_code_is_cut_without_a_hyphen():
    source = Paragraph((Run("misunderstanding", code=True),), "code")
    (block,) = text([source], ParagraphStyle(), 60)
    assert "\u00ad" not in "".join(mark.text for strip in block.strips for mark in strip.marks)
    assert len(block.strips) > 1


@pytest.mark.parametrize(
    ("block", "role", "alt"),
    [
        (rule(100), "Artifact", ""),
        (picture(Path("a.png"), 10, 10), "Artifact", ""),
        (picture(Path("a.png"), 10, 10, alt="A logo"), "Figure", "A logo"),
        (squares(((True,),), 10), "Artifact", ""),
        (squares(((True,),), 10, alt="A code"), "Figure", "A code"),
    ],
)
def test_what_shows_nothing_only_decorates(block, role, alt):
    assert (block.role, block.alt) == (role, alt)


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("text", "P"),
        ("heading", "H4"),
        ("quote", "BlockQuote"),
        ("code", "Code"),
        ("item", "LI"),
    ],
)
def test_paragraphs_of_a_text_are_what_they_are(style, kind, role):
    (block,) = text([Paragraph((Run("ab"),), kind, "", 1)], style, 100)
    assert block.role == role


def test_cells_of_a_row_are_known_in_each_of_its_strips(style):
    block = row([(0, 20, "ab", style), (30, 20, "cd ef", style), (60, 20, "g", style)])
    assert block.role == "TR"
    told = [
        [(span.cell, [mark.text.strip() for mark in strip.marks[span.begin : span.end]])
         for span in strip.spans]
        for strip in block.strips
    ]  # fmt: skip
    assert told == [[(0, ["ab"]), (30, ["cd"]), (60, ["g"])], [(30, ["ef"])]]


def test_first_cell_heads_its_row_if_there_is_something_in_it(style):
    for first, role in (("ab", "TH"), ("", "TD")):
        block = row([(0, 20, first, style), (30, 20, "cd", style)])
        assert [span.role for span in block.strips[0].spans] == [role, "TD"]


def test_block_that_is_not_moved_stays_the_same(style):
    block = paragraph("ab", style, 100)
    assert block.moved(0) is block
    assert words(block.moved(5)) == [[("ab", 13)]]
