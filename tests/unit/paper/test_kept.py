import pytest

from programkit.paper import kept
from programkit.paper.pdf.pagecache import PAGES, Drawn
from programkit.typeset.linecache import LINES
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.style import ParagraphStyle


@pytest.fixture(autouse=True)
def anew():
    """Nothing is kept before, nor after."""
    LINES.forget()
    PAGES.forget()
    yield
    LINES.keeps = PAGES.keeps = False


def known():
    return len(LINES._kept), len(PAGES._kept)


def test_lines_and_pages_are_in_one_file():
    kept.begin(b"")
    set_paragraph("A text.", ParagraphStyle(), 100)
    PAGES.put(b"k" * 16, Drawn(b"x", [], []))
    data = kept.written()
    LINES.forget()
    PAGES.forget()
    kept.begin(data)
    assert known() == (1, 1)
    assert kept.written() != data  # nobody asked for anything


@pytest.mark.parametrize("data", [b"", b"x", b"x" * 8, b"\xff" * 99, b"\x00" * 99])
def test_damaged_data_is_left_out(data):
    kept.begin(data)
    assert known() == (0, 0)
