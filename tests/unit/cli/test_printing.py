import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas


@pytest.fixture
def booklet(tmp_path):
    canvas = Canvas(str(tmp_path / "booklet.pdf"), (420, 595), invariant=True)
    for _ in range(6):
        canvas.rect(10, 10, 50, 50)
        canvas.showPage()
    canvas.save()
    return tmp_path / "booklet.pdf"


def sizes(path):
    """How many pages a PDF has, and how large the first one is in millimeters."""
    with pikepdf.open(path) as document:
        box = document.pages[0].mediabox
        return len(document.pages), *(round(float(edge) * 25.4 / 72) for edge in list(box)[2:])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), (4, 297, 210)),
        (("--sheet", "A3"), (4, 420, 297)),
        (("--sheet", "320x450", "--marks", "--bleed", "3", "--flip", "long"), (4, 450, 320)),
        (("--signature", "1", "--thickness", "0.1", "--binding", "right"), (4, 297, 210)),
        (("--up", "2x2"), (2, 210, 297)),
        (("--up", "3 × 2", "--sheet", "A3"), (1, 420, 297)),
        (("--marks", "--shrink"), (4, 297, 210)),
    ],
)
def test_booklet_is_put_on_sheets(run, booklet, tmp_path, options, expected):
    ran = run("impose", booklet, "-o", tmp_path / "out" / "sheets.pdf", *options)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("wrote ")
    assert sizes(tmp_path / "out" / "sheets.pdf") == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--sheet", "A44"), 'no sheet is called "A44"; give A4, SRA3, Letter … or 320x450'),
        (("--sheet", "0x10"), "no sheet is called"),
        (("--up", "four"), '"four" is no number of columns and rows; give 2x1, 2x2, 3x4 …'),
        (("--up", "99x1"), "is no number of columns and rows"),
        (("--up", "2x2", "--signature", "3"), "are for sheets that are folded; leave out up"),
        (("--marks",), "choose a larger sheet, leave out marks or bleed, or set shrink"),
    ],
)
def test_impossible_sheets_are_told(run, booklet, tmp_path, options, message):
    ran = run("impose", booklet, "-o", tmp_path / "sheets.pdf", *options)
    assert ran.code == 2
    assert message in ran.err
    assert not (tmp_path / "sheets.pdf").exists()


@pytest.mark.parametrize("command", ["impose", "archive"])
def test_file_that_is_no_pdf_is_told(run, tmp_path, command):
    (tmp_path / "booklet.txt").write_text("no PDF", encoding="utf-8")
    ran = run(command, tmp_path / "booklet.txt", "-o", tmp_path / "out.pdf")
    told = f"{tmp_path / 'booklet.txt'}: it cannot be read as PDF; give a finished booklet\n"
    assert (ran.code, ran.err) == (2, told)


@pytest.mark.parametrize(
    ("asked", "told"),
    [("3", ["pages bleed 2 mm, not 3", "set bleed: 3 in booklet.yaml"]), ("2", []), ("0", [])],
)
def test_pages_that_bleed_less_than_asked_are_told(run, tmp_path, asked, told):
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(420, 595))
        page.trimbox = [2 / 25.4 * 72, 2 / 25.4 * 72, 420 - 2 / 25.4 * 72, 595 - 2 / 25.4 * 72]
        document.save(tmp_path / "booklet.pdf")
    ran = run("impose", tmp_path / "booklet.pdf", "-o", tmp_path / "out.pdf", "--bleed", asked)
    wrote, *others = ran.err.splitlines()
    assert wrote.startswith("wrote ")
    assert len(others) == bool(told)
    assert all(words in others[0] for words in told)


def test_missing_file_is_told(run, tmp_path):
    ran = run("archive", tmp_path / "none.pdf", "-o", tmp_path / "out.pdf")
    assert ran.code == 2
    assert "none.pdf: No such file" in ran.err


def test_archive_says_what_it_conforms_to(run, tmp_path):
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(tmp_path / "booklet.pdf")
    assert run("archive", tmp_path / "booklet.pdf", "-o", tmp_path / "out.pdf").code == 0
    with pikepdf.open(tmp_path / "out.pdf") as document, document.open_metadata() as said:
        assert said.pdfa_status == "1B"
