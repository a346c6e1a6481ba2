"""The index of people."""

import re
from dataclasses import replace

import pytest

from laid_out import book_of, fragments, laid_out, texts
from programkit.model.contributions import CoAuthor, Talk
from programkit.model.program import Program
from programkit.paper.parts import DEFAULT_PARTS
from programkit.paper.parts.abstracts import Abstracts
from programkit.paper.parts.agenda import Agenda
from programkit.paper.parts.base import headings_of
from programkit.paper.parts.people_index import PeopleIndex
from programkit.typeset.pages import lay_out
from rovinj import rovinj_program
from small import conference, one_day, people, session, slot, talks
from workshop import workshop_program


def index(program, *parts, **options):
    """The lines of the last page, where the index is, its columns one after the other."""
    return in_columns(laid_out(program, *parts, PeopleIndex(**options)).pages[-1])


def in_columns(page):
    """The lines of a page of two columns, without its heading and number."""
    middle = page.shape.width / 2
    found = {}
    for mark in fragments(page)[1:-1]:
        found.setdefault((mark.x > middle, round(mark.y, 1)), []).append(mark)
    lines = []
    for _, marks in sorted(found.items(), key=lambda item: item[0]):
        texts = [mark.text.strip() for mark in sorted(marks, key=lambda mark: mark.x)]
        lines.append(" | ".join(text for text in texts if text).replace(" | , | ", ", "))
    return lines


def test_nobody_no_pages():
    assert laid_out(Program.of(conference()), PeopleIndex()).pages == ()


def test_people_stand_under_their_letters_with_their_pages():
    lines = index(workshop_program(), *DEFAULT_PARTS[:-1], affiliations=False)
    assert lines == [
        *("C", "Chen, Li | 7, 8", "D", "da Costa, Ana Ribeiro | 7, 9"),
        *("M", "Maar, Dora | 7, 10", "S", "Súilleabháin, Bo Ó | 7", "Chair | 5"),
        *("Z", "Žižek, Eli | 7, 10"),
    ]


def test_speaker_without_an_abstract_is_found_in_the_agenda():
    facts = one_day(
        session(slot(500, "a", minutes=5)),
        people=people("Ana Ribeiro"),
        talks=talks("a", speakers=("ribeiro",)),
    )
    assert index(Program.of(facts), Agenda()) == ["R", "Ribeiro, Ana | 1"]


def test_speaker_who_is_nowhere_is_not_listed():
    facts = conference(people=people("Ana Ribeiro"), talks=talks("a", speakers=("ribeiro",)))
    assert laid_out(Program.of(facts), PeopleIndex()).pages == ()


def test_coauthor_is_listed():
    talk = Talk(
        id="a", title="A", speakers=(), coauthors=(CoAuthor(person="ribeiro"),), abstract="Text."
    )
    facts = one_day(session(slot(500, "a", minutes=5)), people=people("Ana Ribeiro"), talks=(talk,))
    assert index(Program.of(facts), Abstracts()) == ["R", "Ribeiro, Ana | 1"]


CHAIRED = one_day(
    session(slot(500, minutes=5), id="s", chairs=("ribeiro",)), people=people("Ana Ribeiro")
)


def test_chair_is_listed_with_the_page_of_the_session():
    assert index(Program.of(CHAIRED), Agenda()) == ["R", "Ribeiro, Ana", "Chair | 1"]


def test_chair_alone_is_not_listed_where_it_is_not_asked_for():
    assert laid_out(Program.of(CHAIRED), PeopleIndex(chairs=False)).pages == ()


def test_chair_alone_is_not_listed_without_an_agenda():
    book = replace(book_of(Program.of(CHAIRED)), parts=("index",))
    assert list(PeopleIndex().flows(book)) == []


def test_affiliations_stand_below_the_name():
    lines = index(workshop_program(), Agenda(), Abstracts())
    at = next(n for n, line in enumerate(lines) if line.startswith("Maar, Dora"))
    assert lines[at + 1] == "Institute of Tides, Port Example"


def test_very_many_pages_are_named_in_several_lines():
    names = [f"t{n}" for n in range(12)]
    facts = one_day(
        session(slot(0, "t0", minutes=5), *(slot(minutes=5, talk=name) for name in names[1:])),
        people=people("Ana Ribeiro"),
        talks=talks(*names, speakers=("ribeiro",), abstract="Text.\n\n" * 60),
    )
    lines = index(Program.of(facts), Abstracts())[1:]
    found = [re.findall(r"\d+", line) for line in lines]
    assert [len(line) for line in found] == [5, 5, 2]
    numbers = [int(number) for line in found for number in line]
    assert numbers == sorted(set(numbers))


def test_names_are_not_broken_for_the_sake_of_their_pages():
    names = [f"t{n}" for n in range(10)]
    facts = one_day(
        session(slot(0, "t0", minutes=5), *(slot(minutes=5, talk=name) for name in names[1:])),
        people=people("Maximiliana Vandermolen"),
        talks=talks(*names, speakers=("vandermolen",), abstract="Text.\n\n" * 60),
    )
    lines = index(Program.of(facts), Abstracts())[1:]
    assert lines[0].startswith("Vandermolen, Maximiliana | 1")
    numbers = [int(number) for line in lines for number in re.findall(r"\d+", line)]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("order", ["day", "title"])
def test_pages_are_named_in_order_whatever_somebody_does_on_them(order):
    names = [f"t{n}" for n in range(7)]
    said = [
        Talk(
            id=name,
            title=f"{'gfedcba'[number]} title",
            abstract="Text.\n\n" * 60,
            speakers=("ribeiro" if number % 2 else "li",),
            coauthors=(CoAuthor(person="li" if number % 2 else "ribeiro"),),
        )
        for number, name in enumerate(names)
    ]
    facts = one_day(
        session(slot(0, "t0", minutes=5), *(slot(minutes=5, talk=name) for name in names[1:])),
        people=people("Ana Ribeiro", "Bo Li"),
        talks=said,
    )
    parts = (Abstracts(order=order), PeopleIndex())
    book = book_of(Program.of(facts))
    book = replace(book, parts=tuple(part.name for part in parts))
    book = replace(book, contents=headings_of(parts, book))
    *_, page = lay_out(flow for part in parts for flow in part.flows(book)).pages
    numbers = [int(number) for line in in_columns(page) for number in re.findall(r"\d+", line)]
    assert len(numbers) == 14
    assert numbers == sorted(numbers[:7]) * 2


def test_index_without_agenda_and_abstracts_is_no_page():
    book = replace(book_of(rovinj_program()), parts=("cover", "index"))
    assert list(PeopleIndex().flows(book)) == []


def test_page_with_two_talks_is_named_once():
    facts = one_day(
        session(slot(500, "a", minutes=5), slot(minutes=5, talk="b")),
        people=people("Ana Ribeiro"),
        talks=talks("a", "b", speakers=("ribeiro",), abstract="Text."),
    )
    assert index(Program.of(facts), Abstracts())[1] == "Ribeiro, Ana | 1"


def test_pages_lead_to_the_abstracts():
    made = laid_out(rovinj_program(), Abstracts(), PeopleIndex())
    links = [mark.link for mark in fragments(made.pages[-1]) if mark.link]
    assert len(links) == 24
    assert {"#abstract/kempe", "#abstract/shi"} <= set(links)


def test_every_speaker_of_the_symposium_is_listed_once_by_last_name():
    lines = index(rovinj_program(), Agenda(), Abstracts())
    names = " | ".join(lines)
    for name in ("da Silveira, Rava", "de Hoop, Maarten", "Dokmanić, Ivan", "Vanden-Eijnden, Eric"):
        assert names.count(name) == 1


def test_index_is_listed_in_the_outline():
    made = laid_out(workshop_program(), PeopleIndex())
    listed = [p.anchor.title for p in made.pages[0].anchors if p.anchor.title]
    assert listed == ["Index of people"]


def test_long_index_runs_over_pages():
    names = [f"Ana {first}{second}" for first in "ABCDEFGH" for second in "abcdefghijklmnopqrs"]
    everybody = people(*names)
    facts = one_day(
        session(slot(500, "a", minutes=5)),
        people=everybody,
        talks=talks("a", speakers=tuple(person.id for person in everybody), abstract="Text."),
    )
    pages = texts(laid_out(Program.of(facts), Abstracts(), PeopleIndex()))
    found = [page for page in pages if any(", Ana | " in line for line in page)]
    assert len(found) > 1
    assert sum(" ".join(page).count(", Ana | ") for page in found) == len(names)
