"""The index of people."""

from laid_out import fragments, laid_out, texts
from programkit.model.contributions import CoAuthor, Talk
from programkit.model.program import Program
from programkit.paper.parts import DEFAULT_PARTS
from programkit.paper.parts.abstracts import Abstracts
from programkit.paper.parts.agenda import Agenda
from programkit.paper.parts.people_index import PeopleIndex
from rovinj import rovinj_program
from small import conference, one_day, people, session, slot, talks
from workshop import workshop_program


def index(program, *parts):
    """The lines of the last page, where the index is."""
    return texts(laid_out(program, *parts, PeopleIndex()))[-1]


def test_nobody_no_pages():
    assert laid_out(Program.of(conference()), PeopleIndex()).pages == ()


def test_people_stand_under_their_letters_with_their_pages():
    assert texts(laid_out(workshop_program(), *DEFAULT_PARTS))[-1] == [
        "Speaker index",
        "C | S",
        "Chen, Li | 5, 7 | Súilleabháin, Bo Ó | 5",
        "D | Z",
        "da Costa, Ana Ribeiro | 5, 8 | Žižek, Eli | 5, 9",
        "M",
        "Maar, Dora | 5, 6, 9",
        "10",
    ]


def test_speaker_without_an_abstract_is_found_in_the_agenda():
    facts = one_day(
        session(slot(500, "a", minutes=5)),
        people=people("Ana Ribeiro"),
        talks=talks("a", speakers=("ribeiro",)),
    )
    assert index(Program.of(facts), Agenda()) == ["Speaker index", "R", "Ribeiro, Ana | 1", "2"]


def test_speaker_who_is_nowhere_is_not_listed():
    facts = conference(people=people("Ana Ribeiro"), talks=talks("a", speakers=("ribeiro",)))
    assert laid_out(Program.of(facts), PeopleIndex()).pages == ()


def test_coauthor_is_listed():
    talk = Talk(
        id="a", title="A", speakers=(), coauthors=(CoAuthor(person="ribeiro"),), abstract="Text."
    )
    facts = one_day(session(slot(500, "a", minutes=5)), people=people("Ana Ribeiro"), talks=(talk,))
    assert index(Program.of(facts), Abstracts())[1:3] == ["R", "Ribeiro, Ana | 1"]


def test_chair_alone_is_not_listed():
    facts = one_day(
        session(slot(500, minutes=5), chairs=("ribeiro",)), people=people("Ana Ribeiro")
    )
    assert laid_out(Program.of(facts), PeopleIndex()).pages == ()


def test_page_with_two_talks_is_named_once():
    facts = one_day(
        session(slot(500, "a", minutes=5), slot(minutes=5, talk="b")),
        people=people("Ana Ribeiro"),
        talks=talks("a", "b", speakers=("ribeiro",), abstract="Text."),
    )
    assert index(Program.of(facts), Abstracts())[2] == "Ribeiro, Ana | 1"


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
    assert listed == ["Speaker index"]


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
