"""Booklets laid out for tests: their pages as lines of text, without any PDF."""

from typing import NamedTuple

from programkit.outline.build import build_outline
from programkit.paper.book import Book
from programkit.paper.look.theme import Theme
from programkit.typeset.marks import Fragment, Group
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


class Told(NamedTuple):
    """What is read at some place of a page: text, or the source of a formula between dollars."""

    x: float
    y: float
    width: float
    text: str


def told(page):
    """What is read on a page, in the order it is read, furniture last."""
    found = []
    for placed in page.placed:
        for mark in placed.strip.marks:
            if isinstance(mark, Group):
                shown = (Told(mark.x, mark.y, mark.width, f"${mark.alt}$"),)
            else:
                shown = page.resolved(mark)
            found += [(each, placed.x, placed.y) for each in shown]
    found += [(mark, 0, 0) for mark in page.furniture]
    return [
        Told(mark.x + x, mark.y + y, mark.width, mark.text)
        for mark, x, y in found
        if isinstance(mark, Fragment | Told)
    ]


def lines(page):
    """The lines of a page as (baseline, text), columns parted by a bar."""
    rows = {}
    for each in sorted(told(page), key=lambda each: (round(each.y, 1), each.x)):
        rows.setdefault(round(each.y, 1), []).append(each)
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
