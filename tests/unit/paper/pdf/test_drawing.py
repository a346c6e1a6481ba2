import re
from dataclasses import replace

import pytest
from PIL import Image

from programkit.errors import RenderError
from programkit.paper.pdf.drawing import ARTIFACT, Colors, Content, Services, described
from programkit.paper.pdf.fonts import Fonts
from programkit.paper.pdf.tagging import Tags
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, paragraph, row
from programkit.typeset.faces import family
from programkit.typeset.marks import Bar, Group, Picture, Span, Strip
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.row import Fill, PageRef
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font

PAGE = PageShape(100, 50, (Frame(10, 10, 80, 30),))
ROLES = {"text": "#000000", "rule": "#808080", "link": "#0000ff"}


@pytest.fixture
def style(tmp_path):
    """Letters 5 points wide, rising 8 and sinking 2; lines of 12 points, the baseline 9 down."""
    path = make_font(tmp_path / "f.ttf", "abcdefghijklmnopqrstuvwxyz.0123456789")
    return ParagraphStyle(family=family(path), size=10, leading=12, align="left")


class Document:
    """What a page asks of its document, and a note of each request."""

    def __init__(self, *, tagged=False):
        self.links = []
        self.tags = Tags() if tagged else None
        if self.tags:
            self.tags.add_page("part")
        self.services = Services(
            Fonts(), Colors(ROLES), self.tags, lambda mark: f"P{len(mark.alt)}", self._link
        )

    def _link(self, *link):
        self.links.append(link)

    def draw(self, *blocks, shape=PAGE, furniture=()):
        """The operators of a page, line by line."""
        flow = Flow(blocks, shape, furniture=lambda _: furniture)
        (page,) = lay_out([flow]).pages
        return Content(page, self.services).drawn().decode("ascii").split("\n")


@pytest.mark.parametrize(
    ("color", "operator"),
    [
        ("text", "0 g"),
        ("rule", "0.502 g"),
        ("link", "0 0 1 rg"),
        ("#ffffff", "1 g"),
        ("#ff8000", "1 0.502 0 rg"),
    ],
)
def test_colors_are_those_of_roles_or_their_own(color, operator):
    assert Colors(ROLES).fill(color) == operator


def test_role_without_a_color_is_refused():
    with pytest.raises(RenderError, match='"loud" has no color; the theme has link, rule, text'):
        Colors(ROLES).fill("loud")


def test_words_are_drawn_from_the_bottom_of_the_page(style):
    made = Document().draw(paragraph("ab", style, 80))
    # 50 points, less 10 of margin, less the baseline 9 down in its line.
    assert made == ["0 g", "BT /F1 10 Tf 10.00 31.00 Td [<00020003>] TJ ET"]


def test_bar_is_a_filled_rectangle():
    block = Block((Strip(10, (Bar(5, 2, 30, 0.5, "rule"),)),))
    assert Document().draw(block) == ["0.502 g", "15 37.5 30 0.5 re f"]


def test_color_is_said_once_until_it_changes(style):
    blocks = [paragraph(word, style, 80) for word in "ab"]
    made = Document().draw(*blocks, furniture=[Bar(0, 0, 1, 1, "text"), Bar(0, 0, 1, 1, "rule")])
    assert [line for line in made if line.endswith(" g")] == ["0 g", "0.502 g"]


def test_picture_is_scaled_into_its_rectangle(tmp_path):
    path = tmp_path / "a.png"
    Image.new("RGB", (4, 2)).save(path)
    block = Block((Strip(20, (Picture(1, 2, 30, 15, path, "abc"),)),))
    assert Document().draw(block) == ["q 30 0 0 15 11 23 cm /P3 Do Q"]


def test_marks_of_a_group_are_where_it_is():
    group = Group(5, 8, 20, (Bar(1, -3, 2, 1), Group(2, 1, 3, (Bar(0, 0, 4, 4),), "y")), "x")
    made = Document().draw(Block((Strip(10, (group,)),)))
    assert made == ["0.502 g", "16 34 2 1 re f", "17 27 4 4 re f"]


def test_turned_page_begins_with_its_turn(style):
    made = Document().draw(paragraph("ab", style, 80), shape=replace(PAGE, turned=True))
    assert made[0] == "0 1 -1 0 50 0 cm"
    assert made[1:] == Document().draw(paragraph("ab", style, 80))


def test_link_is_around_its_words(style):
    document = Document()
    document.draw(paragraph([Run("ab "), Run("cd ef", link="https://a.example")], style, 80))
    ((link, box, told, element),) = document.links
    assert (link, told, element) == ("https://a.example", "cd ef", None)
    assert box == pytest.approx((10 + 12.5, 31 - 2, 10 + 12.5 + 22.5, 31 + 8))


def test_link_of_a_picture_is_the_picture(tmp_path):
    document = Document()
    mark = Picture(1, 2, 30, 15, tmp_path / "a.png", link="https://a.example")
    document.draw(Block((Strip(20, (mark,)),)))
    assert document.links == [("https://a.example", (11, 23, 41, 38), "", None)]


def test_words_of_one_link_in_several_looks_are_one(style):
    runs = [Run("ab ", link="https://a.example"), Run("cd", link="https://a.example", bold=True)]
    document = Document()
    document.draw(paragraph(runs, style, 80))
    assert [told for _, _, told, _ in document.links] == ["ab cd"]


def test_neighboring_links_to_different_places_are_two(style):
    runs = [Run("ab", link="https://a.example"), Run("cd", link="https://b.example")]
    document = Document()
    document.draw(paragraph(runs, style, 80))
    assert [told for _, _, told, _ in document.links] == ["ab", "cd"]


def marks_of(lines):
    """What a page marks, without what it draws."""
    return [line for line in lines if line.endswith(("BDC", "BMC", "EMC"))]


def test_each_block_is_marked_as_what_it_is(style):
    heading = replace(paragraph("ab", style, 80), role="H1")
    made = Document(tagged=True).draw(heading, paragraph("cd", style, 80))
    assert marks_of(made) == ["/H1 <</MCID 0>> BDC", "EMC", "/P <</MCID 1>> BDC", "EMC"]


def test_lines_of_a_block_are_one_sequence(style):
    made = Document(tagged=True).draw(paragraph("ab cd", style, 12))
    assert marks_of(made) == ["/P <</MCID 0>> BDC", "EMC"]


def test_what_decorates_is_an_artifact(style):
    strip = Strip(10, (Bar(0, 0, 1, 1), *paragraph("a", style, 80).strips[0].marks))
    made = Document(tagged=True).draw(Block((strip,)), furniture=[Bar(0, 0, 1, 1)])
    assert marks_of(made) == [
        "/Artifact BMC", "EMC", "/P <</MCID 0>> BDC", "EMC", "/Artifact BMC", "EMC",
    ]  # fmt: skip


def test_cells_are_marked_one_by_one(style):
    block = row([(0, 30, "ab", style), (40, 30, "cd", style)])
    assert marks_of(Document(tagged=True).draw(block)) == [
        "/TH <</MCID 0>> BDC", "EMC", "/TD <</MCID 1>> BDC", "EMC",
    ]  # fmt: skip


def test_strip_of_one_word_in_a_table_is_a_cell(style):
    block = row([(0, 30, "ab", style), (40, 12, "cd ef", style)])
    made = Document(tagged=True).draw(block)
    assert [line.split()[0] for line in marks_of(made)] == ["/TH", "EMC", "/TD", "EMC"]


def test_marks_between_cells_are_in_no_cell(style):
    (word,) = paragraph("a", style, 80).strips[0].marks
    marks = (Bar(0, 0, 1, 1), word, Bar(0, 0, 2, 2), replace(word, x=30), Bar(0, 0, 3, 3))
    strip = Strip(10, marks, spans=(Span(1, 2, cell=0), Span(3, 4, "TH", cell=1)))
    made = Document(tagged=True).draw(Block((strip,), role="TR"))
    told = [line.split()[0] for line in marks_of(made) if line != "EMC"]
    assert told == ["/Artifact", "/TD", "/Artifact", "/TH", "/Artifact"]


def test_leader_is_in_no_element(style):
    block = paragraph([Run("ab"), Fill(" ."), PageRef("x", digits=1)], style, 80)
    target = paragraph("x", style, 80)
    document = Document(tagged=True)
    made = document.draw(replace(block, role="TOCI"), target)
    marks = re.findall(r"/(\w+) (?:<<[^>]*>> BDC|BMC)|(EMC)", " ".join(made))
    assert ["".join(each) for each in marks][:4] == ["Reference", "EMC", "Artifact", "EMC"]


def test_block_that_decorates_is_an_artifact_throughout(style):
    block = replace(paragraph([Run("ab", link="https://a.example")], style, 80), role=ARTIFACT)
    document = Document(tagged=True)
    assert marks_of(document.draw(block)) == ["/Artifact BMC", "EMC"]
    ((*_, element),) = document.links
    assert element is None


def test_description_has_no_controls():
    assert described("a\x00b") == "<FEFF00610062>"
