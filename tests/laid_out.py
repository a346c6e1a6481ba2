"""Booklets laid out for tests: their pages as lines of text, without any PDF."""

from programkit.outline.build import build_outline
from programkit.paper.book import Book
from programkit.paper.theme import Theme
from programkit.typeset.marks import Fragment
from programkit.typeset.pages import lay_out

COLUMN = 4.0  # points: what is further apart stands in another column


def book_of(program, folder="", **theme):
    """The booklet of a program."""
    return Book(build_outline(program.public(), folder=folder), Theme(**theme))


def laid_out(program, *parts, folder="", **theme):
    """Parts of the booklet of a program, on pages."""
    book = book_of(program, folder, **theme)
    return lay_out(flow for part in parts for flow in part.flows(book))


def fragments(page):
    """The text on a page, from top to bottom and from left to right."""
    found = (mark for mark in page.marks if isinstance(mark, Fragment))
    return sorted(found, key=lambda mark: (round(mark.y, 1), mark.x))


def lines(page):
    """The lines of a page as (baseline, text), columns parted by a bar."""
    rows = {}
    for mark in fragments(page):
        rows.setdefault(round(mark.y, 1), []).append(mark)
    return [(y, _joined(marks)) for y, marks in rows.items()]


def text(page):
    """The lines of a page without their positions."""
    return [line for _, line in lines(page)]


def texts(layout):
    """The lines of all pages, a list for each."""
    return [text(page) for page in layout.pages]


def _joined(marks):
    joined, right = "", marks[0].x
    for mark in marks:
        if mark.x - right > COLUMN and mark.text.strip():
            joined = f"{joined.rstrip()} | "
        joined += mark.text
        right = mark.x + mark.width
    return joined.strip()
