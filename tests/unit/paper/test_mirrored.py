"""Booklets of a conference in a language that is read from the right."""

import io

import pikepdf
import pytest

from laid_out import book_of, fragments, laid_out
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.outline.qr import qr_rows
from programkit.paper.booklet import draw_booklet
from programkit.paper.parts import Abstracts, Agenda, Cover, Glance, Welcome
from programkit.paper.printing.imposing import impose
from programkit.paper.printing.imposition import Imposition
from programkit.typeset.marks import Bar
from workshop import workshop, workshop_program

HEBREW = Program.of(workshop(language="he"))
LOOK = {"thumbs": "days", "track_bars": True, "folio": "outer", "margin_outer": 25.0}


def pages(*parts, **theme):
    """The pages of the workshop, as usual and mirrored."""
    look = {**LOOK, **theme}
    usual = laid_out(workshop_program(), *parts, **look).pages
    return usual, laid_out(HEBREW, *parts, **look).pages


def test_language_decides():
    assert book_of(HEBREW).mirrored
    assert not book_of(workshop_program()).mirrored
    assert book_of(workshop_program(), language="ar").mirrored


def test_columns_of_the_agenda_run_from_right_to_left():
    _, mirrored = pages(Agenda())
    marks = [mark for page in mirrored for mark in fragments(page)]
    (title,) = [mark for mark in marks if mark.text.strip() == "How the sea computes"]
    row = [mark for mark in marks if abs(mark.y - title.y) < 0.1]
    assert [mark.text.strip() for mark in sorted(row, key=lambda mark: -mark.x)][:3] == [
        *("9:00", "How the sea computes", "Ana Ribeiro da Costa"),
    ]


@pytest.mark.parametrize("part", [Agenda(), Abstracts(), Glance(), Cover()])
def test_bars_are_those_of_the_usual_pages_in_a_mirror(part):
    for usual, mirrored in zip(*pages(part, hours=24, cover_bars=True), strict=True):
        edge = usual.shape.width
        expected = {(round(edge - b.x - b.width), round(b.y), b.color) for b in bars_of(usual)}
        assert {(round(b.x), round(b.y), b.color) for b in bars_of(mirrored)} == expected


def bars_of(page):
    """The rectangles of a page."""
    return [mark for mark in page.marks if isinstance(mark, Bar)]


def test_margin_at_the_fold_and_page_number_are_at_the_other_side():
    usual, mirrored = pages(Abstracts())
    for one, other in zip(usual, mirrored, strict=False):
        inner = one.shape.frames_of(one.number)[0].x
        right = max(mark.x + mark.width for mark in fragments(other)[1:-1])
        assert right == pytest.approx(one.shape.width - inner, abs=1.5)
        folio = fragments(other)[-1]
        assert (folio.x < other.shape.width / 2) is bool(other.number % 2)


def test_code_is_not_mirrored():
    for parts, theme in (((Welcome(),), {}), ((Cover(),), {"qr": "cover"})):
        ((page,), _), site = pages(*parts, **theme), book_of(HEBREW).outline.site
        mirrored = pages(*parts, **theme)[1][0]
        for shown in (page, mirrored):
            assert dark_squares(shown) == squares_of(qr_rows(site))


def dark_squares(page):
    """The dark squares on a page, by row and column."""
    bars = [bar for bar in bars_of(page) if bar.color == "text" and bar.height > 0.3]
    side = min(bar.height for bar in bars) / 1.02
    left, top = min(bar.x for bar in bars), min(bar.y for bar in bars)
    return {
        (round((bar.y - top) / side), round((bar.x - left) / side) + at)
        for bar in bars
        for at in range(round(bar.width / side))
    }


def squares_of(rows):
    return {(y, x) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}


def test_document_says_that_it_is_bound_on_the_right_and_is_imposed_so():
    outline = build_outline(HEBREW.public())
    data = draw_booklet(outline, parts=(Cover(), Agenda())).data
    with pikepdf.open(io.BytesIO(data)) as document:
        assert document.Root.ViewerPreferences.Direction == "/R2L"
    right, left = (Imposition(binding=side) for side in ("right", "left"))
    assert impose(data) == impose(data, right) != impose(data, left)
    usual = draw_booklet(build_outline(workshop_program().public()), parts=(Cover(), Agenda())).data
    assert impose(usual) == impose(usual, left)
    assert "/Direction" not in pikepdf.open(io.BytesIO(usual)).Root.ViewerPreferences
