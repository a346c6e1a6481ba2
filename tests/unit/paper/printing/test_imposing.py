"""Sheets are printed, folded, cut and read here by geometry alone, as a bindery would do it."""

import io
import re
import shutil
import subprocess
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from pydantic import ValidationError
from reportlab.pdfgen.canvas import Canvas

from programkit.errors import RenderError
from programkit.paper.printing.imposing import impose
from programkit.paper.printing.imposition import Imposition

MM = 72 / 25.4
WIDTH, HEIGHT = 148 * MM, 210 * MM
BLEED = 3 * MM


def booklet(pages, *, bleed=0.0, turn=0):
    """Pages with their number upright in the middle, each in a frame to the edge of what bleeds."""
    canvas = Canvas(io.BytesIO(), (WIDTH + 2 * bleed, HEIGHT + 2 * bleed), invariant=True)
    for number in range(1, pages + 1):
        canvas.setTrimBox((bleed, bleed, bleed + WIDTH, bleed + HEIGHT))
        canvas.setPageRotation(turn)
        canvas.setFillGray(0.8)
        canvas.rect(0, 0, WIDTH + 2 * bleed, HEIGHT + 2 * bleed, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawCentredString(bleed + WIDTH / 2, bleed + HEIGHT / 2, f"p{number}p")
        canvas.showPage()
    canvas.setTitle("Fold me")
    return canvas.getpdfdata()


def seen(data):
    """For each side of a sheet, the numbers on it: number, middle x and y, and whether upright."""
    sides = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        chars = text.get_text_range()
        found = []
        for match in re.finditer(r"p(\d+)p", chars):
            first, last = text.get_charbox(match.start()), text.get_charbox(match.end() - 1)
            x, y = (first[0] + last[2]) / 2, (first[1] + first[3]) / 2
            found.append((int(match[1]), x, y, first[0] < last[0]))
        sides.append((page.get_width(), page.get_height(), found))
    return sides


def folded(data, sheets, *, flip, leftward=False):
    """The pages of one signature in reading order; blank ones are 0.

    A sheet lies with its front up. What is printed at x on its back is behind x from the other side
    when it was turned over a short edge on the left or right; it is upright when the tops of both
    sides are at the same edge of the paper. Then all are folded behind, the outermost first.
    """
    sides = seen(data)
    width = sides[0][0]
    leaves = []
    for front, back in zip(sides[: 2 * sheets : 2], sides[1 : 2 * sheets : 2], strict=True):
        over_side = (flip == "short") == (front[0] > front[1])
        turned = [
            (number, width - x if over_side else x, upright if over_side else not upright)
            for number, x, _, upright in back[2]
        ]
        assert all(upright for *_, upright in front[2])
        assert all(upright for *_, upright in turned)
        half = width / 2
        right = next((n for n, x, *_ in front[2] if x > half), 0)
        left = next((n for n, x, *_ in front[2] if x < half), 0)
        behind_right = next((n for n, x, *_ in turned if x > half), 0)
        behind_left = next((n for n, x, *_ in turned if x < half), 0)
        outer = ((right, behind_right), (behind_left, left))
        leaves.append(outer[::-1] if leftward else outer)
    first = [page for near, _ in leaves for page in (near[::-1] if leftward else near)]
    last = [page for _, far in reversed(leaves) for page in (far[::-1] if leftward else far)]
    return first + last


def in_order(pages, total):
    return [*range(1, pages + 1), *[0] * (total - pages)]


@pytest.mark.parametrize("flip", ["short", "long"])
@pytest.mark.parametrize(("pages", "sheets"), [(1, 1), (4, 1), (5, 2), (8, 2), (13, 4), (40, 10)])
def test_folded_sheets_read_in_order(pages, sheets, flip):
    data = impose(booklet(pages), Imposition(flip=flip))
    assert len(seen(data)) == 2 * sheets
    assert folded(data, sheets, flip=flip) == in_order(pages, 4 * sheets)


@pytest.mark.parametrize("flip", ["short", "long"])
def test_folded_sheets_for_readers_from_the_right_read_in_order(flip):
    data = impose(booklet(7), Imposition(flip=flip, binding="right"))
    assert folded(data, 2, flip=flip, leftward=True) == in_order(7, 8)


def test_signatures_read_in_order_one_after_the_other():
    data = impose(booklet(21), Imposition(signature=2))
    with pikepdf.open(io.BytesIO(data)) as document:
        assert len(document.pages) == 12
        read = []
        for first, sheets in ((0, 2), (4, 2), (8, 2)):
            with pikepdf.new() as part:
                part.pages.extend(document.pages[first : first + 2 * sheets])
                file = io.BytesIO()
                part.save(file)
            read += folded(file.getvalue(), sheets, flip="short")
    assert read == in_order(21, 24)


def test_creep_puts_all_pages_at_the_same_place_once_they_are_folded_and_cut():
    """The fold of an inner sheet is further out by the paper around it; the cut is where it is."""
    thickness = 0.25
    data = impose(booklet(24), Imposition(thickness=thickness))
    distances = [
        (at // 2, abs(x - width / 2))
        for at, (width, _, found) in enumerate(seen(data))
        for _, x, *_ in found
    ]
    assert len(distances) == 24
    for around, from_fold in distances:
        assert from_fold + around * thickness * MM == pytest.approx(WIDTH / 2, abs=0.3)
    least = [min(d for at, d in distances if at == around) for around in range(6)]
    assert all(outer > inner for outer, inner in pairwise(least))


@pytest.mark.parametrize(("columns", "rows"), [(2, 1), (2, 2), (3, 3)])
def test_drafts_read_line_by_line(columns, rows):
    data = impose(booklet(11), Imposition(up=(columns, rows)))
    read = []
    for _, _, found in seen(data):
        lines = sorted(found, key=lambda each: (-round(each[2]), each[1]))
        assert all(upright for *_, upright in found)
        assert len({round(y) for _, _, y, _ in found}) <= rows
        read += [number for number, *_ in lines]
    assert read == list(range(1, 12))


def test_drafts_for_readers_from_the_right_run_leftward():
    data = impose(booklet(4), Imposition(up=(2, 2), binding="right"))
    lines = sorted(seen(data)[0][2], key=lambda each: (-round(each[2]), each[1]))
    assert [number for number, *_ in lines] == [2, 1, 4, 3]


def corner(data):
    """Where a black square is on the first page, as it is shown, in parts of the page."""
    shown = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")
    left, top, right, bottom = shown.point(lambda level: 255 * (level < 128)).getbbox()
    return (left + right) / 2 / shown.width, (top + bottom) / 2 / shown.height


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_stand_on_the_sheet_as_readers_see_them(turn):
    canvas = Canvas(io.BytesIO(), (300, 400), invariant=True)
    canvas.setPageRotation(turn)
    canvas.setTrimBox((40, 60, 300, 400))
    canvas.rect(60, 100, 20, 20, fill=1)
    canvas.showPage()
    source = canvas.getpdfdata()
    with pikepdf.open(io.BytesIO(source)) as document:
        document.pages[0].mediabox = document.pages[0].trimbox
        file = io.BytesIO()
        document.save(file)
    size = (260, 340) if turn % 180 == 0 else (340, 260)
    sheet = Imposition(up=(1, 1), sheet=(size[0] / MM, size[1] / MM))
    assert corner(impose(source, sheet)) == pytest.approx(corner(file.getvalue()), abs=0.01)


def gray_spans(data, y, side=0):
    """Where, along a line across a side of a sheet, there is the gray that pages are made of."""
    scale = 4
    image = pypdfium2.PdfDocument(data)[side].render(scale=scale).to_pil().convert("L")
    line = image.crop(
        (0, image.height - 1 - int(y * scale), image.width, image.height - int(y * scale))
    )
    gray = [190 < value < 220 for value in line.tobytes()]
    edges = [at for at in range(1, len(gray)) if gray[at] != gray[at - 1]]
    return [round(edge / scale, 1) for edge in edges]


def test_pages_bleed_outward_and_never_over_the_fold():
    how = Imposition(sheet="SRA4", bleed=3, marks=True)
    data = impose(booklet(2, bleed=BLEED), how)
    middle = 320 * MM / 2
    edge = middle + WIDTH + BLEED
    assert gray_spans(data, 100) == pytest.approx([middle, edge], abs=0.3)


def test_pages_without_bleed_end_where_they_are_cut():
    data = impose(booklet(4, bleed=BLEED), Imposition(sheet="SRA4"))
    left = 320 * MM / 2 - WIDTH
    assert gray_spans(data, 100) == pytest.approx([left, left + 2 * WIDTH], abs=0.3)


def test_boxes_say_what_is_cut_and_what_bleeds():
    data = impose(booklet(4, bleed=BLEED), Imposition(sheet="SRA4", bleed=3, marks=True))
    with pikepdf.open(io.BytesIO(data)) as document:
        page = document.pages[0]
        boxes = [
            [float(edge) / MM for edge in box]
            for box in (page.mediabox, page.trimbox, page.bleedbox)
        ]
    assert boxes == [
        pytest.approx([0, 0, 320, 225], abs=0.01),
        pytest.approx([12, 7.5, 308, 217.5], abs=0.01),
        pytest.approx([9, 4.5, 311, 220.5], abs=0.01),
    ]


def lines_drawn(data):
    """The straight lines of a side, as pairs of points in millimeters, and whether dashed."""
    with pikepdf.open(io.BytesIO(data)) as document:
        dashed, start, found = False, None, []
        for instruction in pikepdf.parse_content_stream(document.pages[0]):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "d":
                dashed = True
            elif operator == "m":
                start = operands
            elif operator == "l":
                found.append((tuple(float(v) / MM for v in (*start, *operands)), dashed))
            elif operator == "Q":
                dashed = False
    return found


def test_marks_show_where_to_cut_and_fold_and_stay_clear_of_the_pages():
    data = impose(booklet(4), Imposition(sheet="SRA4", bleed=3, marks=True))
    lines = lines_drawn(data)
    across = {
        (round(x1, 1), dashed)
        for (x1, y1, x2, y2), dashed in lines
        if x1 == x2 and abs(y2 - y1) > 3.9
    }
    along = {round(y1, 1) for (x1, y1, x2, y2), _ in lines if y1 == y2 and abs(x2 - x1) > 3.9}
    assert across == {(12.0, False), (160.0, True), (308.0, False)}
    assert along == {7.5, 217.5}
    for (x1, y1, x2, y2), _ in lines:
        for x, y in ((x1, y1), (x2, y2)):
            assert 0 <= x <= 320
            assert 0 <= y <= 225
            assert not (9.5 < x < 310.5 and 5 < y < 220)


def test_marks_are_printed_in_every_ink():
    data = impose(booklet(4), Imposition(sheet="SRA4", marks=True))
    with pikepdf.open(io.BytesIO(data)) as document:
        space = document.pages[0].Resources.ColorSpace.All
        assert [str(part) for part in list(space)[:3]] == ["/Separation", "/All", "/DeviceGray"]


def test_pages_too_large_become_smaller():
    data = impose(booklet(4), Imposition(sheet=(210, 150)))
    with pikepdf.open(io.BytesIO(data)) as document:
        box = [float(edge) / MM for edge in document.pages[0].trimbox]
    assert box[2] - box[0] == pytest.approx(210, abs=0.1)
    assert box[3] - box[1] == pytest.approx(210 * 210 / 296, abs=0.1)


@pytest.mark.parametrize(
    "how",
    [
        Imposition(marks=True),
        Imposition(shrink=False, bleed=3),
        Imposition(sheet=(8, 8), bleed=4),
    ],
)
def test_sheet_that_is_too_small_is_refused_with_what_is_needed(how):
    with pytest.raises(RenderError, match=r"2 × 1 pages of 148 × 210 mm .* need \d+ × \d+ mm, and"):
        impose(booklet(4), how)


def test_pages_that_fit_are_never_made_larger():
    data = impose(booklet(4), Imposition(sheet="A3"))
    with pikepdf.open(io.BytesIO(data)) as document:
        box = [float(edge) / MM for edge in document.pages[0].trimbox]
    assert box[2] - box[0] == pytest.approx(296, abs=0.1)


def test_same_booklet_gives_the_same_bytes():
    data = booklet(9)
    assert impose(data) == impose(data, Imposition())


def test_title_is_kept():
    with pikepdf.open(io.BytesIO(impose(booklet(1)))) as document:
        assert str(document.docinfo.Title) == "Fold me"


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("how", [Imposition(), Imposition(up=(2, 2), marks=True, shrink=True)])
def test_qpdf_finds_nothing_wrong(tmp_path, how):
    path = tmp_path / "sheets.pdf"
    path.write_bytes(impose(booklet(9), how))
    assert (
        subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
    )


def test_locked_pdf_is_refused():
    with pikepdf.open(io.BytesIO(booklet(1))) as document:
        file = io.BytesIO()
        document.save(file, encryption=pikepdf.Encryption("owner", "user"))
    with pytest.raises(RenderError, match="the PDF is locked"):
        impose(file.getvalue())


def test_pdf_without_pages_is_refused():
    with pikepdf.new() as document:
        file = io.BytesIO()
        document.save(file)
    with pytest.raises(RenderError, match="the PDF has no pages"):
        impose(file.getvalue())


def test_file_that_is_no_pdf_is_refused():
    with pytest.raises(RenderError, match="it cannot be read as PDF"):
        impose(b"no PDF")


@pytest.mark.parametrize(
    "wrong",
    [
        {"sheet": "A44"},
        {"sheet": (0, 10)},
        {"up": (0, 1)},
        {"up": (2, 2), "signature": 4},
        {"up": (2, 2), "thickness": 0.1},
        {"thickness": -0.1},
        {"bleed": float("nan")},
        {"binding": "top"},
    ],
)
def test_impossible_sheets_are_refused(wrong):
    with pytest.raises(ValidationError):
        Imposition.model_validate(wrong)
