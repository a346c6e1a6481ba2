from dataclasses import replace
from pathlib import Path

import pytest

from programkit.paper.pdf.pagekeys import PageKey
from programkit.typeset.blocks import Block, paragraph
from programkit.typeset.linecache import LINES
from programkit.typeset.marks import Bar, Picture, Strip
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.row import PageRef
from programkit.typeset.style import ParagraphStyle

STYLE = ParagraphStyle()
SHAPE = PageShape(200, 100, (Frame(10, 10, 180, 80),))
COLORS = {"text": "#000000", "link": "#0000ff"}


def page_of(*blocks):
    (page,) = lay_out([Flow(blocks, SHAPE)]).pages
    return page


def key(page, colors=COLORS):
    found = PageKey.of(page, colors)
    return found and found.whole


@pytest.fixture(params=["kept lines", "lines"], autouse=True)
def lines(request):
    """Whether lines say which ones they are, or have to be looked at."""
    LINES.forget()
    LINES.keeps = request.param == "kept lines"
    yield
    LINES.keeps = False


def one():
    return page_of(paragraph("A text.", STYLE, 180), paragraph("Another one.", STYLE, 180))


def test_equal_pages_have_equal_keys():
    assert key(one()) == key(one())


@pytest.mark.parametrize(
    "other",
    [
        lambda: page_of(paragraph("A text!", STYLE, 180), paragraph("Another one.", STYLE, 180)),
        lambda: page_of(paragraph("Another one.", STYLE, 180), paragraph("A text.", STYLE, 180)),
        lambda: page_of(paragraph("A text.", STYLE, 180)),
        lambda: replace(one(), placed=tuple(replace(each, x=11) for each in one().placed)),
        lambda: replace(one(), placed=tuple(replace(each, y=11) for each in one().placed)),
        lambda: replace(one(), furniture=(Bar(1, 2, 3, 4),)),
        lambda: replace(one(), furniture=(Bar(1, 2, 3, 4, "link"),)),
        lambda: replace(one(), furniture=paragraph("1", STYLE, 180).strips[0].marks),
        lambda: replace(one(), shape=replace(SHAPE, turned=True)),
        lambda: replace(one(), shape=replace(SHAPE, height=101)),
        lambda: page_of(
            paragraph("A text.", STYLE, 180).moved(1.0), paragraph("Another one.", STYLE, 180)
        ),
        lambda: page_of(
            paragraph("A text.", STYLE.replace(color="link"), 180),
            paragraph("Another one.", STYLE, 180),
        ),
    ],
)
def test_whatever_is_drawn_changes_the_key(other):
    assert key(other()) not in {key(one()), None}
    assert key(other()) == key(other())


def test_colors_change_the_key():
    assert key(one()) != key(one(), {**COLORS, "link": "#00ff00"})
    assert key(one()) == key(one(), dict(reversed(COLORS.items())))


def test_numbers_of_pages_change_the_key():
    page = page_of(paragraph([PageRef("there", more=("elsewhere",))], STYLE, 180))
    keys = {key(page)}
    for labels in ({"there": "1"}, {"there": "2"}, {"elsewhere": "1"}):
        page.labels.clear()
        page.labels.update(labels)
        keys.add(key(page))
    assert len(keys) == 4
    page.labels["unmentioned"] = "7"
    assert key(page) in keys


def test_pictures_may_change():
    mark = Picture(0, 0, 10, 10, Path("logo.png"))
    assert key(page_of(Block((Strip(10, (mark,)),)))) is None
