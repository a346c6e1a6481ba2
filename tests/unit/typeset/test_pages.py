import pytest

from programkit.typeset.blocks import Block
from programkit.typeset.faces import default_family
from programkit.typeset.marks import (
    Anchor,
    Bar,
    Fragment,
    Group,
    Look,
    PageNumber,
    Picture,
    Strip,
)
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out, roman, set_pages

LOOK = Look(default_family().chain(), 10.0)
PAGE = PageShape(100, 120, (Frame(10, 10, 80, 100),))


def lines(name, count, **block):
    """A block of lines 10 points high; every line draws a bar of its own width to be known by."""
    strips = tuple(Strip(10, (Bar(0, 0, 1, 1, f"{name}{at}"),)) for at in range(1, count + 1))
    return Block(strips, **block)


def contents(layout):
    """The names of the lines on each page."""
    return [[mark.color for mark in page.marks] for page in layout.pages]


def heights(page):
    return {mark.color: mark.y for mark in page.marks}


def test_blocks_follow_each_other_down_the_page():
    layout = lay_out([Flow([lines("a", 2), lines("b", 1)], PAGE)])
    assert heights(layout.pages[0]) == {"a1": 10, "a2": 20, "b1": 30}


def test_marks_are_moved_into_the_frame():
    (page,) = lay_out([Flow([lines("a", 1)], PAGE)]).pages
    assert page.marks == (Bar(10, 10, 1, 1, "a1"),)


def test_room_between_blocks_is_the_larger_of_the_two():
    blocks = [lines("a", 1, space_after=7), lines("b", 1, space_before=4, space_after=1)]
    layout = lay_out([Flow([*blocks, lines("c", 1, space_before=3)], PAGE)])
    assert heights(layout.pages[0]) == {"a1": 10, "b1": 27, "c1": 40}


def test_block_without_strips_is_nothing():
    blocks = [lines("a", 1, space_after=7), Block((), space_after=50), lines("b", 1)]
    assert heights(lay_out([Flow(blocks, PAGE)]).pages[0]) == {"a1": 10, "b1": 27}


def test_there_is_no_room_at_the_top_of_a_page():
    blocks = [lines("a", 9), lines("b", 2, space_before=30)]
    second = lay_out([Flow(blocks, PAGE)]).pages[1]
    assert heights(second) == {"b1": 10, "b2": 20}


def test_full_page_is_followed_by_another():
    layout = lay_out([Flow([lines("a", 1) for _ in range(11)], PAGE)])
    assert [len(page.marks) for page in layout.pages] == [10, 1]


def test_no_line_of_a_paragraph_is_left_alone_at_the_bottom():
    layout = lay_out([Flow([lines("a", 9), lines("b", 4)], PAGE)])
    assert contents(layout)[1] == ["b1", "b2", "b3", "b4"]


def test_no_line_of_a_paragraph_is_left_alone_at_the_top():
    layout = lay_out([Flow([lines("a", 6), lines("b", 5)], PAGE)])
    assert contents(layout)[1] == ["b4", "b5"]


def test_paragraph_is_divided_with_two_lines_on_each_side():
    layout = lay_out([Flow([lines("a", 8), lines("b", 4)], PAGE)])
    assert contents(layout)[1] == ["b3", "b4"]


def test_paragraph_of_three_lines_is_not_divided():
    layout = lay_out([Flow([lines("a", 8), lines("b", 3)], PAGE)])
    assert contents(layout)[1] == ["b1", "b2", "b3"]


def test_heading_is_not_parted_from_two_lines():
    head = lines("h", 1, keep_with_next=True)
    layout = lay_out([Flow([lines("a", 8), head, lines("b", 6)], PAGE)])
    assert contents(layout)[1] == ["h1", "b1", "b2", "b3", "b4", "b5", "b6"]


def test_heading_is_not_parted_from_two_single_lines():
    head = lines("h", 1, keep_with_next=True)
    rows = [lines("b", 1), lines("c", 1), lines("d", 1)]
    layout = lay_out([Flow([lines("a", 8), head, *rows], PAGE)])
    assert contents(layout)[1] == ["h1", "b1", "c1", "d1"]


def test_heading_may_be_parted_from_the_third_line():
    head = lines("h", 1, keep_with_next=True)
    rows = [lines("b", 1), lines("c", 1), lines("d", 1)]
    layout = lay_out([Flow([lines("a", 7), head, *rows], PAGE)])
    assert contents(layout)[1] == ["d1"]


def test_headings_in_a_row_keep_together():
    heads = [lines("g", 2, keep_with_next=True), lines("h", 1, keep_with_next=True)]
    layout = lay_out([Flow([lines("a", 7), *heads, lines("b", 4)], PAGE)])
    assert contents(layout)[1][:3] == ["g1", "g2", "h1"]


def test_block_kept_together_is_not_divided():
    layout = lay_out([Flow([lines("a", 3), lines("b", 8, keep_together=True)], PAGE)])
    assert [len(page.marks) for page in layout.pages] == [3, 8]


def test_block_taller_than_a_page_is_divided_all_the_same():
    layout = lay_out([Flow([lines("b", 25, keep_together=True)], PAGE)])
    assert [len(page.marks) for page in layout.pages] == [10, 10, 5]


def test_strip_taller_than_a_page_has_its_own():
    tall = Block((Strip(500, (Bar(0, 0, 1, 1, "tall"),)),))
    layout = lay_out([Flow([lines("a", 1), tall, lines("b", 1)], PAGE)])
    assert contents(layout) == [["a1"], ["tall"], ["b1"]]


def test_forced_break_begins_a_page():
    layout = lay_out([Flow([lines("a", 1), lines("b", 1, break_before=True)], PAGE)])
    assert contents(layout) == [["a1"], ["b1"]]


def test_forced_break_at_the_top_of_a_page_is_none():
    layout = lay_out([Flow([lines("b", 1, break_before=True)], PAGE)])
    assert contents(layout) == [["b1"]]


def test_costly_break_is_avoided_for_less_empty_page():
    cheap = [lines("a", 4), *(lines("b", 1, break_cost=15) for _ in range(8))]
    layout = lay_out([Flow(cheap, PAGE)])
    assert len(layout.pages[0].marks) == 10
    once = [lines("a", 9), lines("b", 1, break_cost=15), lines("c", 1)]
    assert contents(lay_out([Flow(once, PAGE)]))[1] == ["b1", "c1"]


def test_room_left_goes_where_blocks_ask_for_it():
    blocks = [lines("a", 1, fill_before=1), lines("b", 1), lines("c", 1, fill_before=3)]
    layout = lay_out([Flow(blocks, PAGE)])
    assert heights(layout.pages[0]) == {"a1": 27.5, "b1": 37.5, "c1": 100}


def test_columns_are_filled_in_order():
    shape = PageShape(100, 120, (Frame(10, 10, 35, 20), Frame(55, 30, 35, 20)))
    layout = lay_out([Flow([lines(name, 1) for name in "abcde"], shape)])
    places = [[(mark.color, mark.x, mark.y) for mark in page.marks] for page in layout.pages]
    assert places == [
        [("a1", 10, 10), ("b1", 10, 20), ("c1", 55, 30), ("d1", 55, 40)],
        [("e1", 10, 10)],
    ]


def test_left_hand_pages_have_their_own_frames():
    shape = PageShape(100, 120, (Frame(20, 10, 70, 10),), (Frame(5, 10, 70, 10),))
    layout = lay_out([Flow([lines("a", 1), lines("b", 1), lines("c", 1)], shape)])
    assert [page.marks[0].x for page in layout.pages] == [20, 5, 20]


def test_shape_without_frames_is_refused():
    with pytest.raises(ValueError, match="needs a frame"):
        PageShape(100, 100, ())


def test_flows_begin_new_pages_and_are_numbered_on():
    flows = [Flow([lines("a", 11)], PAGE, "front"), Flow([lines("b", 1)], PAGE, "main")]
    layout = lay_out(flows)
    assert [(page.number, page.label, page.part) for page in layout.pages] == [
        (1, "1", "front"),
        (2, "2", "front"),
        (3, "3", "main"),
    ]


def test_flow_may_have_its_own_numbers():
    flows = [
        Flow([lines("a", 11)], PAGE, numbering="roman"),
        Flow([lines("b", 1)], PAGE, first_number=1),
    ]
    assert [page.label for page in lay_out(flows).pages] == ["i", "ii", "1"]


def test_flow_on_a_right_hand_page_is_preceded_by_an_empty_one():
    def furniture(page):
        return [Bar(0, 0, 1, 1, f"folio {page.label}")]

    flows = [
        Flow([lines("a", 1)], PAGE, furniture=furniture),
        Flow([lines("b", 1)], PAGE, furniture=furniture, recto=True),
    ]
    assert contents(lay_out(flows)) == [["a1", "folio 1"], [], ["b1", "folio 3"]]


def test_flow_that_is_on_a_right_hand_page_anyway_needs_none():
    flows = [Flow([lines("a", 11)], PAGE), Flow([lines("b", 1)], PAGE, recto=True)]
    assert len(lay_out(flows).pages) == 3


def test_flow_without_blocks_has_an_empty_page():
    assert contents(lay_out([Flow([], PAGE)])) == [[]]


def test_no_flows_have_no_pages():
    assert lay_out([]).pages == ()


def test_labels_name_the_page_of_each_anchor():
    blocks = [lines("a", 10).anchored(Anchor("one")), lines("b", 1).anchored(Anchor("two"))]
    assert lay_out([Flow(blocks, PAGE)]).labels == {"one": "1", "two": "2"}


def test_anchor_named_twice_means_its_first_place():
    blocks = [lines("a", 10).anchored(Anchor("x")), lines("b", 1).anchored(Anchor("x"))]
    assert lay_out([Flow(blocks, PAGE)]).labels == {"x": "1"}


def test_anchors_are_placed_on_their_page():
    blocks = [lines("a", 1), lines("b", 1).anchored(Anchor("x", "B", 1))]
    (page,) = lay_out([Flow(blocks, PAGE)]).pages
    (placed,) = page.anchors
    assert (placed.anchor, placed.x, placed.y) == (Anchor("x", "B", 1), 10, 20)


def test_page_numbers_are_filled_in_before_and_after():
    reference = Block((Strip(10, (PageNumber(0, 8, 30, "x", LOOK),)),))
    blocks = [reference, lines("a", 10), lines("b", 1).anchored(Anchor("x")), reference]
    marks = [mark for page in lay_out([Flow(blocks, PAGE)]).pages for mark in page.marks]
    assert [mark.text for mark in marks if isinstance(mark, Fragment)] == ["2", "2"]


def test_page_number_of_nothing_is_left_out():
    reference = Block((Strip(10, (PageNumber(0, 8, 30, "nothing", LOOK),)),))
    assert lay_out([Flow([reference], PAGE)]).pages[0].marks == ()


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("#x", "#x"),
        ("#nothing", None),
        ("https://example.org", "https://example.org"),
        (None, None),
    ],
)
def test_link_to_nowhere_is_dropped(link, kept, tmp_path):
    mark = Picture(0, 0, 10, 10, tmp_path / "a.png", link=link)
    block = Block((Strip(10, (mark,)),)).anchored(Anchor("x"))
    (made,) = lay_out([Flow([block], PAGE)]).pages[0].marks
    assert made.link == kept


def test_furniture_sees_the_page():
    def furniture(page):
        yield Bar(0, 0, len(page.placed), 1, f"{page.part} {page.label}")

    blocks = [lines("a", 1).anchored(Anchor("x"))]
    (page,) = lay_out([Flow(blocks, PAGE, "main", furniture=furniture)]).pages
    assert page.furniture == (Bar(0, 0, 1, 1, "main 1"),)
    assert page.marks[-1] == page.furniture[0]


def test_strips_on_a_page_know_their_place_and_block():
    first, second = lines("a", 2), lines("b", 1)
    (page,) = lay_out([Flow([first, second], PAGE)]).pages
    assert [(placed.block, placed.strip) for placed in page.placed] == [
        (first, first.strips[0]),
        (first, first.strips[1]),
        (second, second.strips[0]),
    ]
    frame = PAGE.frames[0]
    tops = [frame.y + sum(p.strip.height for p in page.placed[:at]) for at in range(3)]
    assert [(placed.x, placed.y) for placed in page.placed] == [(frame.x, top) for top in tops]


def test_page_waits_only_for_the_numbers_of_pages():
    reference = Block((Strip(10, (PageNumber(0, 8, 30, "x", LOOK),)),))
    plain, waiting = lay_out([Flow([lines("a", 1)], PAGE), Flow([reference], PAGE)]).pages
    assert (plain.waits, waiting.waits) == (False, True)


def test_pages_of_a_flow_are_there_before_the_next_flow_is_asked_for():
    asked = []

    def flows():
        for name in "ab":
            asked.append(name)
            yield Flow([lines(name, 1)], PAGE)

    made = set_pages(flows())
    assert (len(next(made)), asked) == (1, ["a"])
    assert (len(next(made)), asked) == (1, ["a", "b"])


def test_marks_of_a_formula_are_where_it_is():
    group = Group(5, 8, 20, (Bar(1, -3, 2, 1),), "x")
    (page,) = lay_out([Flow([Block((Strip(10, (group,)),))], PAGE)]).pages
    frame = PAGE.frames[0]
    assert page.marks == (Bar(frame.x + 6, frame.y + 5, 2, 1),)


def test_missing_characters_are_reported_with_their_first_page():
    blocks = [
        Block((Strip(100, missing=("日",)),)),
        Block((Strip(10, missing=("本", "日")), Strip(10, missing=("本",)))),
    ]
    layout = lay_out([Flow(blocks, PAGE)])
    assert layout.missing == (("日", "1"), ("本", "2"))
    assert layout.pages[1].missing == ("本", "日")


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (1994, "mcmxciv")],
)
def test_roman_numerals(number, text):
    assert roman(number) == text
