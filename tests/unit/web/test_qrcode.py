import re

from programkit.outline.qr import QUIET, qr_rows
from programkit.web.qrcode import qr

ADDRESS = "https://tides.example.org/2025/poster-p9.html"


def squares(path):
    """The squares that a path of rectangles covers."""
    return {
        (int(row), column)
        for left, row, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path)
        for column in range(int(left), int(left) + int(width))
    }


def test_drawing_has_the_squares_of_the_code_and_no_others():
    drawn = str(qr(ADDRESS, "Code"))
    rows = qr_rows(ADDRESS)
    (path,) = re.findall(r'<path d="([^"]*)"', drawn)

    assert squares(path) == {
        (y + QUIET, x + QUIET) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    }
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)*", path)
    assert f'viewBox="0 0 {len(rows) + 2 * QUIET} {len(rows) + 2 * QUIET}"' in drawn


def test_label_is_escaped():
    assert 'aria-label="a&#34;&lt;b"' in str(qr(ADDRESS, 'a"<b'))
