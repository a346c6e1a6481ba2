"""The colored band at the top of a sheet."""

import pytest

from hung import wall_of
from programkit.model.program import Program
from programkit.paper.walls.band import band, ribbon, series_title
from programkit.paper.walls.pages import LEAST, unit
from programkit.typeset.marks import Anchor, Bar, Fragment
from programkit.typeset.pages import lay_out
from semester import semester


def bars(blocks, book):
    (page,) = lay_out([book.flow(blocks, "", numbered=False)]).pages
    return [mark for mark in page.marks if isinstance(mark, Bar)]


@pytest.mark.parametrize("bleed", [0, 3])
def test_band_goes_up_to_the_edges_and_beyond_them_for_cutting(bleed):
    book = wall_of(Program.of(semester(1)), bleed=bleed)
    points = book.theme.points(bleed)
    title = series_title(book, 2)
    (ground,) = bars(band([title], book), book)
    assert ground.color == "accent"
    assert (ground.x, ground.y) == pytest.approx((-points, -points))
    assert ground.width == pytest.approx(book.shape.width + 2 * points)
    below = ground.y + ground.height - (book.shape.frames[0].y + title.height)
    assert 0 < below < book.shape.frames[0].y


def test_ribbon_goes_from_edge_to_edge():
    book = wall_of(Program.of(semester(1)), bleed=3)
    (ground,) = bars(ribbon(series_title(book, 2), book), book)
    assert ground.x == pytest.approx(-book.theme.points(3))
    assert ground.width == pytest.approx(book.shape.width + 2 * book.theme.points(3))
    assert ground.y >= book.shape.frames[0].y


def size(title):
    book = wall_of(Program.of(semester(1, title=title)))
    block = series_title(book, 2)
    sizes = {m.size for strip in block.strips for m in strip.marks if isinstance(m, Fragment)}
    assert len(sizes) == 1
    return sizes.pop() / unit(book)


def test_long_titles_are_smaller():
    found = [size("Seminar " * count) for count in (1, 30, 60, 2000)]
    assert found[0] == pytest.approx(2, abs=0.01)
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4
    book = wall_of(Program.of(semester(1)))
    assert found[-1] == pytest.approx(LEAST / unit(book), abs=0.01)


def test_title_is_the_heading_of_a_sheet_only_where_it_has_an_anchor():
    book = wall_of(Program.of(semester(1)))
    assert series_title(book, 2).role == "P"
    titled = series_title(book, 2, Anchor("a", "A"))
    assert titled.role == "H1"
    assert titled.strips[0].anchors == (Anchor("a", "A"),)
