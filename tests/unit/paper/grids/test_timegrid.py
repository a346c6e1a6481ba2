"""A grid of times."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from programkit.paper.grids.cells import Filling, Text
from programkit.paper.grids.timegrid import Box, TimeGrid, text_width
from programkit.text.markup import Run
from programkit.typeset.marks import Bar, Fragment
from programkit.typeset.style import ParagraphStyle

STYLE = ParagraphStyle(size=8, leading=10, align="left", hyphenate=False)
COLUMN = 80.0
PAGE = 400.0


def words(text, *shorter):
    variants = tuple((Text((Run(each),), STYLE, most=0),) for each in (text, *shorter))
    return Filling(variants, text_width(COLUMN))


def grid(*boxes, lengths=(60, 30), columns=2, labels=()):
    return TimeGrid(
        heads=tuple(words(f"Room {n}") for n in range(columns)),
        labels=tuple(words(label) for label in labels),
        lengths=lengths,
        boxes=boxes,
        axis=30.0,
        column=COLUMN,
    )


def box(row, column, text="Talk", rows=1, columns=1, **look):
    return Box(row, rows, column, columns, words(text), **{"ground": "ground", **look})


def grounds(block):
    """The rectangles of the cells of a block."""
    (strip,) = block.strips
    return [mark for mark in strip.marks if isinstance(mark, Bar) and mark.color == "ground"]


def test_rows_are_in_proportion_where_there_is_room():
    (block,) = grid(box(0, 0), box(1, 0)).blocks(PAGE, PAGE)
    first, second = grounds(block)
    assert round((first.height + 1.5) / (second.height + 1.5), 2) == 2.0


def test_row_is_as_high_as_its_text_asks():
    (block,) = grid(box(0, 0), box(1, 0, "word " * 40)).blocks(PAGE, PAGE)
    first, second = grounds(block)
    assert second.height > first.height > 10


def test_box_over_rows_and_columns_covers_them():
    (block,) = grid(box(0, 0, rows=2, columns=2), box(0, 0), box(1, 0)).blocks(PAGE, PAGE)
    wide, first, second = grounds(block)
    assert wide.width == 2 * COLUMN - 1.5
    assert round(wide.height, 3) == round(first.height + second.height + 1.5, 3)


def test_bar_of_a_track_stands_at_the_left_edge():
    (block,) = grid(box(0, 1, bar="#123456")).blocks(PAGE, PAGE)
    (bar,) = [m for m in block.strips[0].marks if isinstance(m, Bar) and m.color == "#123456"]
    (ground,) = grounds(block)
    assert (bar.x, bar.y, bar.height) == (ground.x, ground.y, ground.height)


def test_shorter_words_are_taken_where_long_ones_do_not_fit():
    filling = words("word " * 200, "short")
    (block,) = grid(Box(0, 1, 0, 1, filling)).blocks(PAGE, PAGE)
    texts = [m.text.strip() for m in block.strips[0].marks if isinstance(m, Fragment)]
    assert "short" in texts


def test_rows_of_other_columns_are_not_shown():
    told = {"lengths": (60, 30, 15, 20), "labels": ("9:00", "10:00", "10:30", "11:00")}
    made = grid(box(0, 0), box(2, 1, rows=1), **told).trimmed()
    assert made.lengths == (60, 15)
    assert made.labels == (words("9:00"), words("10:30"))
    assert [(each.row, each.column) for each in made.boxes] == [(0, 0), (1, 1)]
    assert grid(box(1, 0)).trimmed().labels == ()


def test_too_many_rows_go_on_over_pages():
    count = 60
    boxes = [box(n, 0, f"T{n}") for n in range(count)]
    made = list(grid(*boxes, box(0, 1, rows=count), lengths=(5,) * count).blocks(PAGE, PAGE * 2))
    assert len(made) == 2
    assert made[0].height <= PAGE
    assert PAGE < made[1].height <= 2 * PAGE
    assert [len(grounds(block)) for block in made] == [27, 35]


def test_cells_are_told_by_row_and_column_in_this_order():
    made = grid(box(1, 1, "C"), box(0, 1, "B"), box(0, 0, "A", rows=2), labels=("9:00", "10:00"))
    (block,) = made.blocks(PAGE, PAGE)
    (strip,) = block.strips
    told = [
        (
            "".join(m.text for m in strip.marks[s.begin : s.end]).strip(),
            s.role,
            s.row,
            s.cell,
            s.rows,
        )
        for s in strip.spans
    ]
    assert told == [
        ("Room 0", "TH", 0, 1, 1),
        ("Room 1", "TH", 0, 2, 1),
        ("9:00", "TH", 1, 0, 1),
        ("10:00", "TH", 2, 0, 1),
        ("A", "TD", 1, 1, 2),
        ("B", "TD", 1, 2, 1),
        ("C", "TD", 2, 2, 1),
    ]
    assert block.role == "TR"


def test_rows_without_length_have_room_for_their_words():
    (block,) = grid(box(0, 0), box(1, 0), lengths=(0, 0)).blocks(PAGE, PAGE)
    assert all(ground.height >= 10 for ground in grounds(block))


@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(1, 3), st.integers(0, 1), st.integers(0, 30)),
        min_size=1,
        max_size=12,
    )
)
def test_boxes_never_overlap_and_hold_their_text(drawn):
    lengths = tuple(length for length, *_ in drawn)
    boxes, free = [], [0, 0]
    for _, rows, column, count in drawn:
        row = free[column]
        if row + rows <= len(lengths):
            boxes.append(box(row, column, "word " * count + ".", rows=rows))
            free[column] = row + rows
    for block in grid(*boxes, lengths=lengths).blocks(PAGE, PAGE):
        (strip,) = block.strips
        cells = sorted(grounds(block), key=lambda bar: (bar.x, bar.y))
        for one, other in pairwise(cells):
            assert one.x != other.x or one.y + one.height <= other.y
        for mark in strip.marks:
            if isinstance(mark, Fragment) and not mark.text.startswith("Room"):
                inside = [
                    cell
                    for cell in cells
                    if cell.x <= mark.x <= mark.x + mark.width <= cell.x + cell.width + 0.5
                    and cell.y <= mark.y <= cell.y + cell.height + 0.01
                ]
                assert len(inside) == 1
