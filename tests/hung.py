"""Sheets for walls laid out for tests."""

from laid_out import fragments, text
from programkit.outline.build import build_outline
from programkit.paper.book import Book
from programkit.paper.look.theme import Theme
from programkit.paper.walls.pages import wall_book
from programkit.typeset.pages import lay_out


def wall_of(program, page="A4", *, folder="", now=None, **theme):
    """The booklet of a program in a page for walls."""
    outline = build_outline(program.public(), folder=folder, now=now)
    return wall_book(Book(outline, Theme(**theme)), page)


def hung(program, part, *, folder="", now=None, **theme):
    """The sheets of a part, as (name, pages, findings)."""
    outline = build_outline(program.public(), folder=folder, now=now)
    sheets = part.sheets(Book(outline, Theme(**theme)))
    return [(one.name, lay_out([one.flow]).pages, one.flow.findings) for one in sheets]


def only(program, part, **told):
    """The lines of the only page of the only sheet."""
    ((_, (page,), _),) = hung(program, part, **told)
    return text(page)


def size_of(page, word):
    """The type size of the line that begins with a word, in points."""
    return next(mark.size for mark in fragments(page) if mark.text.startswith(word))


def whole(pages):
    """The text of pages without spaces and hyphens, as lines are broken anywhere."""
    told = "".join(line for page in pages for line in text(page))
    return "".join(told.split()).replace("-", "")
