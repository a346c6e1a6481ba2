import io
import shutil
import subprocess
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from programkit.paper.look.theme import Theme
from programkit.paper.pdf.canvas import Metadata, render
from programkit.text.markup import Run, parse
from programkit.typeset.blocks import Block, heading, paragraph, picture, row, rule, squares, text
from programkit.typeset.marks import Anchor, Bar, Picture, Span, Strip
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.row import Fill, PageRef
from programkit.typeset.style import ParagraphStyle
from specimen import everything
from tagged import check, marked, open_pdf, tree

STYLE = ParagraphStyle()
PAGE = PageShape(300, 200, (Frame(20, 20, 260, 160),))
COLORS = Theme().palette


def number(page):
    """The number of a page at its foot, with a line above it."""
    (strip,) = set_paragraph(page.label, STYLE, 260).strips
    return (Bar(20, 182, 260, 0.5), *(replace(mark, x=20, y=195) for mark in strip.marks))


def pdf_of(*blocks, tagged=True, shape=PAGE, name="text"):
    layout = lay_out([Flow(blocks, shape, name, furniture=number)])
    return render(layout, Metadata("A booklet"), COLORS, tagged=tagged)


def told(*blocks):
    """The tree of a document with some blocks, without the document and its only part."""
    root = check(pdf_of(*blocks))
    (part,) = root.kids
    assert part.role == "Part"
    return [kid.told() for kid in part.kids]


def plain(words):
    return paragraph(words, STYLE, 260)


def anchored(name):
    """A text that links can lead to."""
    return plain("text").anchored(Anchor(name))


def cells(*words, role="TR"):
    width = 260 / len(words)
    made = row([(at * width, width - 5, word, STYLE) for at, word in enumerate(words)])
    return replace(made, role=role)


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), "#ff0000").save(path)
    return path


def test_what_is_in_another_language_says_so():
    german = STYLE.replace(language="de")
    item = replace(paragraph("Punkt", german, 260), role="LI")
    blocks = [plain("text"), paragraph("Wort", german, 260), heading("Titel", german, 260, level=1)]
    *found, items = check(pdf_of(*blocks, item)).kids[0].kids
    assert [str(each.raw.get("/Lang", "")) for each in found] == ["", "de", "de"]
    assert str(items.kids[0].raw.Lang) == "de"


def test_code_is_in_no_language():
    (code,) = (
        block for block in text(parse("```\nx = 1\n```"), STYLE, 260) if block.role == "Code"
    )
    assert code.language == ""


def test_blocks_are_what_they_say():
    blocks = [heading("Title", STYLE, 260, level=level) for level in range(1, 7)]
    assert told(*blocks, plain("text")) == ["H1", "H2", "H3", "H4", "H5", "H6", "P"]


def test_paragraphs_of_an_abstract_are_what_they_are():
    source = "text\n\n> quoted\n\n    code\n\n- one\n- two\n\n1. first\n\nmore"
    kinds = told(*text(parse(source), STYLE, 260))
    assert kinds[0] == kinds[-1] == "P"
    assert "BlockQuote" in kinds
    assert ["L", ["LI", "LBody"], ["LI", "LBody"], ["LI", "LBody"]] in kinds


def test_neighboring_rows_are_one_table():
    made = told(cells("a", "b"), cells("c", "d"), plain("text"), cells("e"))
    assert made == [
        ["Table", ["TR", "TH", "TD"], ["TR", "TH", "TD"]],
        "P",
        ["Table", ["TR", "TH"]],
    ]


def test_rule_between_rows_is_in_no_table_and_parts_none():
    assert told(cells("a"), rule(260), cells("b")) == [["Table", ["TR", "TH"], ["TR", "TH"]]]


def test_row_of_several_lines_has_each_cell_once():
    long = "a cell of several lines that are one below the other"
    assert told(cells(long, "b", long)) == [["Table", ["TR", "TH", "TD", "TD"]]]
    assert told(cells("b", long)) == [["Table", ["TR", "TH", "TD"]]]


def test_time_heads_its_row():
    (table,) = check(pdf_of(cells("9:00", "a"), cells("", "b"))).kids[0].kids
    (time, _), (none, _) = (row_.kids for row_ in table.kids)
    assert (time.role, str(time.raw.A.Scope)) == ("TH", "/Row")
    assert none.role == "TD"


def test_cell_of_a_row_reaches_to_where_the_next_begins():
    narrow = row([(0, 40, "9:00", STYLE), (50, 60, "a", STYLE), (120, 60, "b", STYLE)])
    wide = row([(0, 40, "9:00", STYLE), (50, 130, "coffee", STYLE)])
    (table,) = check(pdf_of(narrow, wide)).kids[0].kids
    assert int(table.kids[1].kids[1].raw.A.ColSpan) == 2


def test_row_that_does_not_say_what_its_cells_are_is_one():
    assert told(replace(plain("a b"), role="TR")) == [["Table", ["TR", "TD"]]]


def test_no_level_of_headings_is_left_out():
    levels = (1, 3, 3, 2, 4, 1, 2, 3)
    blocks = [heading("Title", STYLE, 260, level=level) for level in levels]
    assert told(*blocks) == ["H1", "H2", "H2", "H2", "H3", "H1", "H2", "H3"]


def test_cells_of_the_first_row_head_columns_and_those_of_the_first_column_rows():
    marks = tuple(mark for word in "abc" for mark in set_paragraph(word, STYLE, 60).strips[0].marks)
    spans = (
        Span(0, 1, "TH", cell=1, row=0),
        Span(1, 2, "TH", cell=0, row=1),
        Span(2, 3, "TD", cell=1, row=1),
    )
    (table,) = check(pdf_of(Block((Strip(20, marks, spans=spans),), role="TR"))).kids[0].kids
    (_, room), (time, _) = (each.kids for each in table.kids)
    assert [str(cell.raw.A.Scope) for cell in (room, time)] == ["/Column", "/Row"]


def test_strip_of_several_rows_has_them_all():
    marks = tuple(
        mark for word in "abcd" for mark in set_paragraph(word, STYLE, 60).strips[0].marks
    )
    spans = (
        Span(0, 1, "TH", cell=0, row=0, columns=2),
        Span(1, 2, "TH", cell=0, row=1, rows=2),
        Span(2, 3, "TD", cell=1, row=1),
        Span(3, 4, "TD", cell=1, row=2),
    )
    data = pdf_of(Block((Strip(20, marks, spans=spans),), role="TR"))
    (table,) = check(data).kids[0].kids
    assert table.told() == ["Table", ["TR", "TH"], ["TR", "TH", "TD"], ["TR", "TD"]]
    (wide,), (high, _), _ = (row_.kids for row_ in table.kids)
    assert (int(wide.raw.A.ColSpan), str(wide.raw.A.Scope)) == (2, "/Both")
    assert (int(high.raw.A.RowSpan), str(high.raw.A.Scope)) == (2, "/Row")
    assert "/A" not in table.kids[2].kids[0].raw


def test_entries_of_contents_are_one_list():
    entries = [
        replace(paragraph([Run(name), Fill(" ."), PageRef("x")], STYLE, 260), role="TOCI")
        for name in ("One", "Two")
    ]
    target = plain("text").anchored(Anchor("x"))
    assert told(*entries, target) == [
        ["TOC", ["TOCI", ["Reference", "Link"]], ["TOCI", ["Reference", "Link"]]],
        "P",
    ]


def test_title_and_page_of_an_entry_are_one_link_and_two_words():
    title = Run("Agenda", link="#x")
    for leader, places in (("", 1), (" .", 2)):
        entry = replace(paragraph([title, Fill(leader), PageRef("x")], STYLE, 260), role="TOCI")
        data = pdf_of(entry, anchored("x"))
        (link,) = (node for node in check(data).all() if node.role == "Link")
        assert sum(not isinstance(held, int) for _, held in link.kids) == places
    data = pdf_of(replace(paragraph([title, Fill(), PageRef("x")], STYLE, 260)), anchored("x"))
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert text.startswith("Agenda 1")


def test_link_is_in_the_text_around_it():
    runs = [Run("see "), Run("there", link="https://example.org"), Run(" and here")]
    data = pdf_of(paragraph(runs, STYLE, 260))
    (block,) = check(data).kids[0].kids
    assert block.told() == ["P", "Link"]
    pdf = open_pdf(data)
    (link,) = pdf.pages[0].Annots
    assert str(link.Contents) == "there"
    assert int(link.StructParent) >= 0


def test_link_over_two_lines_is_one_with_a_place_on_each():
    runs = [Run("see "), Run("a long link over lines", link="https://example.org")]
    (block,) = check(pdf_of(paragraph(runs, STYLE, 60))).kids[0].kids
    assert block.told() == ["P", "Link"]
    (link,) = (kid for kid in block.kids if not isinstance(kid, tuple))
    assert sum(not isinstance(held, int) for _, held in link.kids) > 1


def test_links_to_one_place_with_words_between_are_two():
    runs = [Run("a", link="#x"), Run(" or "), Run("b", link="#x")]
    (block, _) = check(pdf_of(paragraph(runs, STYLE, 260), anchored("x"))).kids[0].kids
    assert block.told() == ["P", "Link", "Link"]


def test_picture_says_what_it_shows(logo):
    (figure,) = check(pdf_of(picture(logo, 60, 30, alt="The university"))).kids[0].kids
    assert (figure.role, str(figure.raw.Alt)) == ("Figure", "The university")


def test_picture_in_a_text_is_a_figure_in_it(logo):
    mark = Picture(0, 0, 60, 30, logo, alt="A logo")
    assert told(Block((Strip(30, (mark,)),))) == [["P", "Figure"]]


def test_what_decorates_is_in_no_element(logo):
    assert told(plain("a"), rule(260), picture(logo, 60, 30)) == ["P"]


def test_squares_with_a_meaning_are_a_figure():
    assert told(squares(((True, False), (False, True)), 30, alt="A code")) == ["Figure"]
    assert told(plain("a"), squares(((True, False),), 30)) == ["P"]


def test_bars_of_a_text_only_decorate():
    strip = Strip(10, (Bar(0, 0, 10, 10), *set_paragraph("a", STYLE, 100).strips[0].marks))
    pdf = check(pdf_of(Block((strip,)))).pdf
    assert [role for role, *_ in marked(pdf.pages[0])] == ["Artifact", "P", "Artifact"]


def test_formula_says_what_it_is():
    runs = [Run("if "), Run("x", math=r"\frac{x}{2}"), Run(" is")]
    (block,) = check(pdf_of(paragraph(runs, STYLE, 260))).kids[0].kids
    assert block.told() == ["P", "Formula"]
    (formula,) = (kid for kid in block.kids if not isinstance(kid, tuple))
    assert str(formula.raw.Alt) == r"\frac{x}{2}"


def test_furniture_of_pages_is_in_no_element():
    pdf = check(pdf_of(plain("a"))).pdf
    *_, (role, number_, shown) = marked(pdf.pages[0])
    assert (role, number_, shown) == ("Artifact", -1, ["f", "TJ"])


def test_block_on_two_pages_is_one_element():
    long = plain("a paragraph that goes on and on " * 25)
    root = check(pdf_of(long, plain("end")))
    first, end = root.kids[0].kids
    assert {page for page, _ in first.kids} == {0, 1}
    assert end.role == "P"


def test_parts_of_a_document_are_told_apart():
    flows = [Flow([plain(name)], PAGE, name) for name in ("a", "b", "b", "c")]
    root = check(render(lay_out(flows), Metadata("x"), COLORS))
    assert root.told() == ["Document", ["Part", "P"], ["Part", "P", "P"], ["Part", "P"]]


def test_contents_that_are_drawn_last_are_read_where_they_stand():
    contents = replace(paragraph([Run("b"), Fill(), PageRef("b")], STYLE, 260), role="TOCI")
    flows = [
        Flow([plain("cover")], PAGE, "cover"),
        Flow([contents], PAGE, "contents"),
        Flow([plain("text").anchored(Anchor("b"))], PAGE, "text"),
    ]
    root = check(render(lay_out(flows), Metadata("x"), COLORS))
    assert root.told() == [
        "Document",
        ["Part", "P"],
        ["Part", ["TOC", ["TOCI", ["Reference", "Link"]]]],
        ["Part", "P"],
    ]


def test_document_that_is_not_tagged_has_none_of_it():
    data = pdf_of(plain("a"), cells("b", "c"), tagged=False)
    pdf = open_pdf(data)
    assert "/StructTreeRoot" not in pdf.Root
    assert "/MarkInfo" not in pdf.Root
    (page,) = pdf.pages
    assert "/StructParents" not in page
    operators = {str(operator) for _, operator in pikepdf.parse_content_stream(page)}
    assert not operators & {"BDC", "BMC", "EMC"}


def test_tagged_document_looks_like_one_that_is_not():
    blocks = (plain("words"), cells("b", "c"), rule(260))
    pictures = [
        pypdfium2.PdfDocument(pdf_of(*blocks, tagged=tagged))[0].render().to_numpy().tobytes()
        for tagged in (True, False)
    ]
    assert pictures[0] == pictures[1]


def test_specimen_is_as_it_must_be():
    assert check(everything()).told()[0] == "Document"


BLOCKS = {
    "P": lambda: plain("text"),
    "H1": lambda: heading("Heading", STYLE, 260, level=1),
    "TR": lambda: cells("a", "a cell of more than one line"),
    "LI": lambda: replace(plain("item"), role="LI"),
    "TOCI": lambda: replace(plain("entry"), role="TOCI"),
    "Artifact": lambda: rule(260),
    "BlockQuote": lambda: replace(plain("quote"), role="BlockQuote"),
    "Code": lambda: replace(plain("code"), role="Code"),
}
GROUPS = {"TR": "Table", "LI": "L", "TOCI": "TOC"}


def grouped(roles):
    """What the tree is to be: each run of rows, items or entries is one; rules are nothing."""
    expected = []
    for role in roles:
        if role == "Artifact":
            continue
        kind = GROUPS.get(role)
        inner = {
            "TR": ["TR", "TH", "TD"], "LI": ["LI", "LBody"], "TOCI": ["TOCI", "Reference"],
        }.get(role, role)  # fmt: skip
        if kind is None:
            expected.append(role)
        elif expected and expected[-1][0] == kind:
            expected[-1].append(inner)
        else:
            expected.append([kind, inner])
    return expected


@given(st.lists(st.sampled_from(sorted(BLOCKS)), min_size=1, max_size=25))
def test_tree_follows_the_blocks_over_pages(roles):
    root = check(pdf_of(*(BLOCKS[role]() for role in roles)))
    kids = [kid.told() for part in root.kids for kid in part.kids]
    assert kids == grouped(roles)
    order = [kid for node in root.all() for kid in node.kids if isinstance(kid, tuple)]
    assert [page for page, _ in order] == sorted(page for page, _ in order)


def test_tree_of_nothing_is_empty():
    assert tree(open_pdf(pdf_of(Block(())))).told() == ["Document", "Part"]


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs the program pdfinfo of poppler")
def test_another_program_reads_the_text_by_its_elements(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(heading("Title", STYLE, 260, level=1), cells("a", "b"), plain("text")))
    command = ["pdfinfo", "-struct-text", path]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [line.strip() for line in made.stdout.splitlines() if line.strip()]
    words = [line for line in lines if line.startswith('"')]
    assert words == ['"Title"', '"a"', '"b"', '"text"']
    roles = [line.split()[0].rstrip(":") for line in lines if line[0] not in {'"', "/"}]
    assert roles == ["Document", "Part", "H1", "Table", "TR", "TH", "TD", "P"]


def test_turned_page_has_its_links_where_its_words_are():
    shape = PageShape(300, 200, (Frame(20, 20, 260, 160),), turned=True)
    runs = [Run("see "), Run("there", link="https://example.org")]
    data = pdf_of(paragraph(runs, STYLE, 260), shape=shape)
    pdf = check(data).pdf
    (page,) = pdf.pages
    assert [float(edge) for edge in page.MediaBox] == [0, 0, 200, 300]
    (link,) = page.Annots
    text_page = pypdfium2.PdfDocument(io.BytesIO(data))[0].get_textpage()
    at = text_page.get_text_range().index("there")
    boxes = [text_page.get_charbox(index, loose=True) for index in range(at, at + 5)]
    left, bottom, right, top = (float(edge) for edge in link.Rect)
    for x0, y0, x1, y1 in boxes:
        # Its words are read from the bottom to the top of the sheet.
        assert left - 4 <= x0 <= x1 <= right + 4
        assert bottom - 0.1 <= y0 <= y1 <= top + 0.1
    assert min(box[1] for box in boxes) == pytest.approx(bottom, abs=1)
    assert max(box[3] for box in boxes) == pytest.approx(top, abs=1)
