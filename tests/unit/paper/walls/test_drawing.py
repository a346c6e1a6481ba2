"""Sheets for walls as PDF files."""

import io
import shutil
import subprocess

import pikepdf
import pytest
from pypdf import PdfReader

import tagged
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.paper.look.theme import Theme
from programkit.paper.parts import DEFAULT_POSTERS, DoorSigns, ScanSign, Sponsors, TalkPosters
from programkit.paper.walls.drawing import draw_walls
from semester import semester, talk_of


def drawn(program, parts=DEFAULT_POSTERS, **theme):
    return list(draw_walls(build_outline(program.public()), Theme(**theme), parts))


@pytest.fixture(scope="module")
def files():
    return drawn(Program.of(semester(2, revised="2026-08-01")))


def test_each_sheet_is_a_file(files):
    names = ["term-fall-2026.pdf", "talk-talk-0.pdf", "talk-talk-1.pdf", "scan-sign.pdf"]
    assert [file.name for file in files] == names
    assert [(file.missing, file.findings) for file in files] == [((), ())] * 4


def test_other_parts_are_one_file_unless_they_are_empty():
    made = drawn(Program.of(semester(2)), [DoorSigns(page="A4"), Sponsors()])
    assert [file.name for file in made] == ["door-signs.pdf"]
    assert len(PdfReader(io.BytesIO(made[0].data)).pages) == 3


def test_documents_say_what_they_are(files):
    titles = [PdfReader(io.BytesIO(file.data)).metadata.title for file in files]
    assert titles == [
        "Probability Seminar: Fall 2026",
        "How fast do particles mix? (part 0)",
        "Sharp constants for kernel methods in high dimension (part 1)",
        "Probability Seminar",
    ]


def test_screen_readers_hear_headings_rows_and_what_the_code_is(files):
    trees = [tagged.check(file.data) for file in files]
    term, talk, _, scan = ([kid.role for kid in tree.kids[0].kids] for tree in trees)
    assert term == ["H1", "H2", "P", "P", "P", "Table", "Figure", "P", "P", "P"]
    assert talk == ["P", "P", "P", "P", "H1", "P", "P", "P", "Figure", "P", "P"]
    assert scan == ["H1", "H2", "Figure", "P"]
    (figure,) = [node for node in trees[1].all() if node.role == "Figure"]
    assert "example.org/seminar/talk-talk-0.html" in str(figure.raw.Alt)


def test_fonts_are_in_the_files(files):
    for file in files:
        pdf = tagged.open_pdf(file.data)
        for font in pdf.pages[0].Resources.Font.values():
            (descendant,) = font.DescendantFonts
            assert "/FontFile2" in descendant.FontDescriptor


def test_same_facts_same_bytes(files):
    again = drawn(Program.of(semester(2, revised="2026-08-01")))
    assert [file.data for file in again] == [file.data for file in files]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(files, tmp_path):
    for file in files:
        path = tmp_path / file.name
        path.write_bytes(file.data)
        command = ["qpdf", "--check", str(path)]
        subprocess.run(command, check=True, capture_output=True)


def test_band_bleeds_and_is_gray_where_the_theme_says_so():
    (file,) = drawn(Program.of(semester(1)), [ScanSign()], bleed=3, gray=True)
    pdf = tagged.open_pdf(file.data)
    (page,) = pdf.pages
    assert float(page.MediaBox[2]) - float(page.TrimBox[2]) > 8
    drawn_with = pikepdf.parse_content_stream(page)
    colors = {tuple(map(float, ops)) for ops, sign in drawn_with if str(sign) == "rg"}
    assert {color for color in colors if len(set(color)) > 1} == set()


def test_characters_that_no_font_has_are_told():
    program = Program.of(semester(talks=(talk_of(0, title="דנה"), talk_of(1))))
    first, second = drawn(program, [TalkPosters()])
    assert set(first.missing) == set("דנה")
    assert second.missing == ()
