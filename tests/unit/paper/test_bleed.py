"""Booklets that are cut: what touches the edge goes on beyond it."""

from io import BytesIO

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from laid_out import book_of
from programkit.paper.booklet import draw_booklet
from programkit.paper.look.theme import Theme
from programkit.paper.parts import Cover
from programkit.paper.printing.imposing import impose
from programkit.paper.printing.imposition import Imposition
from workshop import workshop_program

MM = 72 / 25.4


def drawn(**theme):
    outline = book_of(workshop_program()).outline
    return draw_booklet(outline, theme=Theme(**theme), parts=(Cover(),)).data


def boxes(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        named = (page.mediabox, page.obj.get("/BleedBox"), page.obj.get("/TrimBox"))
        return [
            None if box is None else [round(float(edge) / MM, 1) for edge in box] for box in named
        ]


def test_page_without_bleed_has_one_box():
    assert boxes(drawn()) == [[0, 0, 148, 210], None, None]


def test_page_is_larger_by_its_bleed_and_says_where_to_cut():
    larger = [-3, -3, 151, 213]
    assert boxes(drawn(bleed=3)) == [larger, larger, [0, 0, 148, 210]]


def test_bars_of_the_cover_reach_the_edge_of_the_larger_page():
    picture = PdfDocument(drawn(bleed=3, cover_bars=True)).get_page(0).render(scale=1).to_pil()
    white = (255, 255, 255)
    edge = [picture.getpixel((1, y)) for y in (1, picture.height // 2, picture.height - 2)]
    assert white not in edge
    assert picture.getpixel((picture.width - 2, picture.height // 2)) == white


@pytest.mark.parametrize("bleed", [0, 3])
def test_sheets_hold_what_is_left_after_cutting(bleed):
    sheets = impose(drawn(bleed=bleed), Imposition(up=(1, 1), sheet="A4", bleed=bleed))
    assert boxes(sheets)[0] == [0, 0, 210, 297]
    assert boxes(sheets)[2] == [31, 43.5, 179, 253.5]
