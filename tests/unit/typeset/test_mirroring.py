"""Pages as in a mirror."""

from dataclasses import replace

import pytest

from programkit.text.markup import Paragraph, Run
from programkit.typeset.blocks import paragraph, rule, squares, text
from programkit.typeset.marks import Anchor, Bar, Fragment, PageNumber
from programkit.typeset.mirroring import mirrored_page
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.row import Fill, PageRef
from programkit.typeset.style import ParagraphStyle

SHAPE = PageShape(200, 300, (Frame(30, 20, 150, 260),), (Frame(20, 20, 150, 260),))
LATIN = "Waves that run along the shore are counted one by one by those who wait for the tide."
HEBREW = "גלים לאורך החוף נספרים אחד אחד בידי מי שמחכים לגאות ולשפל בכל יום מחדש"
STYLE = ParagraphStyle(mirrored=True)
EDGES = SHAPE.width


def pages(*blocks):
    return lay_out([Flow(blocks, SHAPE, finish=mirrored_page)]).pages


def words(page):
    """The text of each line, as its fragments stand from left to right."""
    rows = {}
    for mark in page.marks:
        if isinstance(mark, Fragment):
            rows.setdefault(round(mark.y, 2), []).append(mark)
    ordered = [sorted(row, key=lambda mark: mark.x) for _, row in sorted(rows.items())]
    return ["".join(mark.text for mark in row).strip() for row in ordered]


def edges(page):
    """Where the ink of each line begins and ends."""
    rows = {}
    for mark in page.marks:
        rows.setdefault(round(mark.y, 2), []).append(mark)
    return [
        (round(min(m.x for m in row)), round(max(m.x + m.width for m in row)))
        for _, row in sorted(rows.items())
    ]


def test_text_in_columns_is_set_as_ever():
    usual = lay_out([Flow([paragraph(LATIN, ParagraphStyle(), 150)], SHAPE)]).pages[0]
    (page,) = pages(paragraph(LATIN, STYLE, 150))
    assert words(page) == words(usual)
    moved = [
        round(mark.x - other.x, 3) for mark, other in zip(page.marks, usual.marks, strict=True)
    ]
    assert set(moved) == {-10.0}  # the margin at the fold is at the other side


@pytest.mark.parametrize("source", [LATIN, HEBREW])
def test_ragged_lines_begin_at_the_right_in_every_script(source):
    (page,) = pages(paragraph(source, STYLE.replace(align="left", hyphenate=False), 150))
    assert {right for _, right in edges(page)} == {170}
    assert len({left for left, _ in edges(page)}) > 1


@pytest.mark.parametrize("source", [LATIN, HEBREW])
def test_lines_at_the_far_side_and_in_the_middle_are_mirrored_too(source):
    short = " ".join(source.split()[:3])
    far = paragraph(short, STYLE.replace(align="right"), 150)
    middle = paragraph(short, STYLE.replace(align="center"), 150)
    (page,) = pages(far, middle)
    (left, _), (begin, end) = edges(page)
    assert left == 20
    assert abs((begin + end) / 2 - 95) <= 1


@pytest.mark.parametrize("source", [LATIN, HEBREW])
def test_indent_of_further_lines_is_at_the_right(source):
    style = STYLE.replace(align="left", hanging=12.0)
    first, *others = edges(pages(paragraph(source, style, 150))[0])
    assert first[1] == 170
    assert {right for _, right in others} == {158}


def test_blocks_are_indented_from_the_right():
    (page,) = pages(rule(100, 2.0).moved(10))
    (bar,) = page.marks
    assert (bar.x, bar.width) == (EDGES - 30 - 10 - 100, 100)


def test_marker_of_a_list_stands_at_the_right_of_its_text():
    item = Paragraph((Run(LATIN),), "item", level=1, marker="7.")
    (page,) = pages(*text([item], STYLE, 150))
    (marker,) = [mark for mark in page.marks if mark.text.strip() == "7."]
    others = [mark for mark in page.marks if mark.text.strip() != "7."]
    assert marker.x > max(mark.x + mark.width for mark in others)


def test_code_is_left_aligned():
    source = Paragraph((Run("if x:\n  y", code=True),), "code")
    (page,) = pages(*text([source], STYLE, 150))
    assert {left for left, _ in edges(page)} == {20}


@pytest.mark.parametrize("name", ["Waves", "גלים"])
def test_number_of_a_page_stands_at_the_left_edge_after_its_leader(name):
    line = paragraph((Run(name), Fill(" ."), PageRef("end")), STYLE.replace(align="left"), 150)
    end = replace(paragraph("x", STYLE, 150), break_before=True).anchored(Anchor("end"))
    page = pages(line, end)[0]
    marks = sorted((mark for mark in page.marks if mark.width), key=lambda mark: mark.x)
    assert [marks[0].text.strip(), marks[-1].text.strip()] == ["2", name]
    assert round(marks[0].x) == 20
    assert round(marks[-1].x + marks[-1].width) == 170


def test_several_numbers_are_read_from_the_right():
    room = PageNumber(0.0, 0.0, 60.0, "a", STYLE.look(), ("b", "c"), leftward=True)
    shown = room.filled("4", "12", "4")
    assert [mark.text for mark in shown] == ["12", " ,", "4"]
    assert shown[0].x == 0.0


def test_code_to_scan_that_was_mirrored_before_can_be_scanned():
    rows = [(True, False, False), (True, True, False), (False, False, True)]
    (page,) = pages(squares([row[::-1] for row in rows], 30))
    bars = [mark for mark in page.marks if isinstance(mark, Bar)]
    left, top = EDGES - 30 - 30, min(bar.y for bar in bars)
    dark = {
        (round((bar.y - top) / 10), round((bar.x - left) / 10) + at)
        for bar in bars
        for at in range(round(bar.width / 10))
    }
    assert dark == {(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell}
