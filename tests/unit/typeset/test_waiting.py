from dataclasses import replace
from pathlib import Path

import pytest

from programkit.typeset.blocks import Block, heading, paragraph, row
from programkit.typeset.marks import Picture, Strip
from programkit.typeset.pages import Flow, Frame, Page, PageShape, lay_out
from programkit.typeset.row import Fill, PageRef
from programkit.typeset.style import ParagraphStyle
from programkit.typeset.waiting import Packed, Waiting

STYLE = ParagraphStyle(language="en", hyphenate=False)
SHAPE = PageShape(200, 100, (Frame(10, 10, 180, 80),))


def page_of(blocks) -> Page:
    (page,) = lay_out([Flow(tuple(blocks), SHAPE, "agenda")]).pages
    return page


def rows():
    yield heading("Monday", STYLE.replace(bold=True), 180)
    for time in ("8:00", "9:00"):
        page = (Fill(), PageRef("nowhere"))
        yield row([(0, 40, time, STYLE), (40, 100, "A talk", STYLE), (140, 40, page, STYLE)])


@pytest.fixture
def page():
    folio = paragraph("1", STYLE, 180).strips[0].marks
    return replace(page_of(rows()), furniture=folio)


def shown(page):
    """What is drawn, and what it is a part of."""
    blocks = {}
    for placed in page.placed:
        if placed.strip.marks:
            its = blocks.setdefault(id(placed.block), len(blocks))
            yield placed.x, placed.y, its, placed.block.role, placed.strip.spans
    for mark in page.marks:
        yield repr(mark), mark.text if hasattr(mark, "text") else ""


def test_pages_come_back_as_they_were(page):
    waiting = Waiting()
    first, second = waiting.packed([page, replace(page, label="2")])
    assert isinstance(first, Packed)
    assert list(shown(waiting.unpacked(first))) == list(shown(page))
    assert waiting.unpacked(second).label == "2"
    assert waiting.unpacked(second).waits


def test_numbers_are_known_once_all_pages_are(page):
    waiting = Waiting()
    (packed,) = waiting.packed([page])
    page.labels["nowhere"] = "17"
    marks = waiting.unpacked(packed).marks
    assert [mark.text for mark in marks].count("17") == 2


def test_what_waits_holds_no_marks(page):
    (packed,) = Waiting().packed([page])
    assert isinstance(packed, Packed)
    assert not packed.page.furniture
    assert not any(placed.strip.marks for placed in packed.page.placed)
    assert not any(placed.block.strips for placed in packed.page.placed)


def test_pages_with_pictures_stay_as_they_are():
    logo = Block((Strip(10, (Picture(0, 0, 10, 10, Path("logo.png")),)),))
    page = page_of([logo])
    waiting = Waiting()
    (kept,) = waiting.packed([page])
    assert kept is page
    assert waiting.unpacked(kept) is page
