"""QR codes, read back by their structure (ISO/IEC 18004)."""

from programkit.outline.qr import qr_rows

FINDER = [
    "#######",
    "#.....#",
    "#.###.#",
    "#.###.#",
    "#.###.#",
    "#.....#",
    "#######",
]


def drawn(rows, top, left):
    return ["".join("#" if rows[top + y][left + x] else "." for x in range(7)) for y in range(7)]


def test_code_is_square_and_has_its_three_corners():
    rows = qr_rows("https://tides.example.org/2025/")
    last = len(rows) - 7

    assert {len(row) for row in rows} == {len(rows)}
    assert (len(rows) - 17) % 4 == 0
    assert [drawn(rows, *corner) for corner in ((0, 0), (0, last), (last, 0))] == [FINDER] * 3


def test_other_addresses_make_other_codes():
    assert qr_rows("https://a.example") != qr_rows("https://b.example")
