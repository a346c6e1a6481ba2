"""The table of contents."""

from dataclasses import replace
from datetime import date

import pytest

from laid_out import book_of, fragments, text
from programkit.model.program import Program
from programkit.model.recurrence import Term
from programkit.paper.parts import DEFAULT_PARTS, PARTS
from programkit.paper.parts.abstracts import Abstracts
from programkit.paper.parts.agenda import Agenda
from programkit.paper.parts.base import headings_of
from programkit.paper.parts.contents import Contents
from programkit.typeset.pages import lay_out
from rovinj import rovinj_program
from semester import semester
from small import conference, day
from workshop import workshop_program

ALL = Contents(least=0)


def made(program, *parts, **theme):
    """A booklet of some parts on pages."""
    book = book_of(program, **theme)
    book = replace(book, parts=tuple(part.name for part in parts))
    book = replace(book, contents=headings_of(parts, book))
    return lay_out(flow for part in parts for flow in part.flows(book))


def test_parts_and_their_days_with_their_pages():
    (page, *_) = made(rovinj_program(), ALL, Agenda(), Abstracts()).pages
    assert [line.split(" | ") for line in text(page)[:-1]] == [
        ["Contents"],
        ["Agenda", "3"],
        ["Sunday, 29 September", "3"],
        ["Monday, 30 September", "3"],
        ["Tuesday, 1 October", "4"],
        ["Wednesday, 2 October", "5"],
        ["Thursday, 3 October", "5"],
        ["Abstracts", "6"],
        ["Monday, 30 September", "6"],
        ["Tuesday, 1 October", "8"],
        ["Wednesday, 2 October", "10"],
        ["Thursday, 3 October", "12"],
    ]


def two_terms():
    """A seminar of 20 talks, the first 12 in one term."""
    terms = (
        Term(name="Fall 2026", first=date(2026, 9, 1), last=date(2026, 11, 18)),
        Term(name="Winter 2027", first=date(2026, 11, 19), last=date(2027, 3, 1)),
    )
    return Program.of(semester(20, rule={"terms": terms}))


def test_series_lists_its_terms_instead_of_every_date_twice():
    (page, *_) = made(two_terms(), ALL, Agenda(), Abstracts()).pages
    assert [line.split(" | ") for line in text(page)[:-1]] == [
        ["Contents"],
        ["Agenda", "3"],
        ["Fall 2026", "3"],
        ["Winter 2027", "4"],
        ["Abstracts", "7"],
        ["Fall 2026", "7"],
        ["Winter 2027", "10"],
    ]


@pytest.mark.parametrize("order", ["day", "session", "speaker", "title", "track"])
@pytest.mark.parametrize("program", [rovinj_program(), workshop_program(), two_terms()])
def test_every_heading_that_is_listed_is_there(order, program):
    parts = [Contents(least=0, depth=3) if p.name == "contents" else p for p in DEFAULT_PARTS]
    parts = [Abstracts(order=order) if p.name == "abstracts" else p for p in parts]
    layout = made(program, *parts)
    book = book_of(program)
    titled = {
        placed.anchor.name: placed.anchor.title
        for page in layout.pages
        for placed in page.anchors
        if placed.anchor.title
    }
    listed = [
        anchor for part in parts if hasattr(part, "headings") for anchor in part.headings(book)
    ]
    assert len(listed) > 10
    assert [a.name for a in listed if titled.get(a.name) != a.title] == []


def test_contents_of_depth_one_have_the_parts_alone():
    (page, *_) = made(rovinj_program(), Contents(least=0, depth=1), Agenda(), Abstracts()).pages
    assert text(page)[:-1] == ["Contents", "Agenda | 3", "Abstracts | 6"]


def test_contents_of_depth_three_have_every_abstract():
    pages = made(workshop_program(), Contents(least=0, depth=3), Abstracts()).pages
    listed = [m.link for page in pages[:1] for m in fragments(page) if m.link]
    assert "#abstract/spectra" in listed


def test_few_talks_need_no_contents():
    assert made(rovinj_program(), Contents()).pages == ()
    assert made(rovinj_program(), Contents(least=20), Agenda()).pages[0].part == "Contents"


def test_nothing_to_list_is_no_page():
    assert made(Program.of(conference(day())), ALL).pages == ()


def test_leaders_lead_to_the_numbers_of_what_is_below_a_part():
    (page, *_) = made(rovinj_program(), ALL, Agenda()).pages
    leaders = [m for m in fragments(page) if m.glyphs and not m.text and len(m.glyphs) > 5]
    assert len({round(m.x + m.width, 1) for m in leaders}) == 1
    assert len(leaders) == 5


def test_parts_are_listed_by_name():
    assert {name: part.name for name, part in PARTS.items()} == {name: name for name in PARTS}
    assert [part.name for part in DEFAULT_PARTS] == [
        name for name in PARTS if name in {part.name for part in DEFAULT_PARTS}
    ]
