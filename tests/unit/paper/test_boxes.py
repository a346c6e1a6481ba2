import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from programkit.paper.boxes import set_boxes


def boxes(bleed):
    """The media, bleed and trim box of a page of 300 by 400 points."""
    canvas = Canvas(io.BytesIO(), (300, 400), invariant=True)
    name = canvas._doc.thisPageName()
    canvas.showPage()
    set_boxes(canvas._doc.idToObject[name], 300, 400, bleed)
    with pikepdf.open(io.BytesIO(canvas.getpdfdata())) as document:
        page = document.pages[0]
        return [[float(x) for x in box] for box in (page.mediabox, page.bleedbox, page.trimbox)]


def test_page_is_larger_by_what_bleeds():
    around = [-8.504, -8.504, 308.504, 408.504]
    assert boxes(8.504) == [around, around, [0, 0, 300, 400]]


@pytest.mark.parametrize("bleed", [0, 0.0])
def test_page_without_bleed_is_what_it_is(bleed):
    assert boxes(bleed) == [[0, 0, 300, 400]] * 3
