"""Pages to write on."""

from itertools import pairwise

import pytest

from laid_out import laid_out, text
from programkit.paper.parts.notes import Notes
from programkit.typeset.marks import Bar
from workshop import workshop_program


def bars(page):
    return [mark for mark in page.marks if isinstance(mark, Bar)]


def test_there_are_as_many_pages_as_asked_for():
    pages = laid_out(workshop_program(), Notes(pages=3)).pages
    assert [text(page)[0] for page in pages] == ["Notes", *["Workshop on Tidal Graphs"], "Notes"]
    assert laid_out(workshop_program(), Notes(pages=0)).pages == ()


def test_lines_are_as_far_apart_as_asked_for():
    pages = laid_out(workshop_program(), Notes(spacing=10)).pages
    for page in pages:
        tops = [bar.y for bar in bars(page)]
        steps = {round(below - above, 2) for above, below in pairwise(tops)}
        assert steps == {28.35}
        (frame,) = page.shape.frames
        assert frame.y < tops[0] < tops[-1] < frame.y + frame.height


def test_dots_stand_in_rows_and_columns():
    (page,) = laid_out(workshop_program(), Notes(pages=1, pattern="dots", spacing=10)).pages
    (frame,) = page.shape.frames
    across = {round(bar.x, 2) for bar in bars(page)}
    down = {round(bar.y, 2) for bar in bars(page)}
    assert len(bars(page)) == len(across) * len(down)
    assert len(across) == int(frame.width / 28.346) + 1
    assert max(across) < frame.x + frame.width


def test_empty_pages_have_no_lines():
    pages = laid_out(workshop_program(), Notes(pattern="none")).pages
    assert [len(bars(page)) for page in pages] == [0, 0]


@pytest.mark.parametrize("spacing", [0, -3, 1])
def test_lines_are_never_too_close_to_write(spacing):
    (page,) = laid_out(workshop_program(), Notes(pages=1, spacing=spacing)).pages
    assert 10 < len(bars(page)) < 100
