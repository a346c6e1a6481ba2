"""The posters."""

from laid_out import fragments, laid_out, text, texts
from programkit.model.contributions import Poster
from programkit.model.program import Program
from programkit.paper.parts.agenda import Agenda
from programkit.paper.parts.posters import Posters
from rovinj import rovinj_program
from small import conference, one_day, people, session
from workshop import workshop_program

EN_SPACE = "\u2002"


def posters(*of, **facts):
    (page,) = texts(laid_out(Program.of(conference(posters=of, **facts)), Posters()))
    return page


def test_no_posters_no_pages():
    assert laid_out(rovinj_program(), Posters()).pages == ()


def test_posters_stand_by_board():
    assert texts(laid_out(workshop_program(), Posters())) == [
        [
            "Posters",
            f"Board 9{EN_SPACE}Eli Žižek",
            "Nine drops",
            "The abstract will be announced.",
            f"Board 10{EN_SPACE}Dora Maar — Institute of Tides, Port Example",
            "Ten drops",
            "The abstract will be announced.",
            "Speaker to be announced",
            "Title to be announced",
            "The abstract will be announced.",
            "1",
        ]
    ]


def test_poster_without_a_board_names_its_authors_alone():
    made = posters(
        Poster(id="p", title="Drops", speakers=("ribeiro",), abstract="Text."),
        people=people("Ana Ribeiro"),
    )
    assert made == ["Posters", "Ana Ribeiro", "Drops", "Text.", "1"]


def test_poster_of_nobody_on_a_board():
    made = posters(Poster(id="p", title="Drops", speakers=(), abstract="Text.", board="7"))
    assert made == ["Posters", "Board 7", "Drops", "Text.", "1"]


def test_poster_of_nobody_on_no_board_is_its_title():
    made = posters(Poster(id="p", title="Drops", speakers=(), abstract="Text."))
    assert made == ["Posters", "Drops", "Text.", "1"]


def test_poster_is_in_the_language_of_the_labels():
    made = posters(Poster(id="p", title="Drops", speakers=(), board="7"), language="de")
    assert made[:2] == ["Poster", "Tafel 7"]


def test_title_leads_back_to_the_agenda():
    made = laid_out(workshop_program(), Agenda(), Posters())
    links = {mark.text: mark.link for mark in fragments(made.pages[-1]) if mark.link}
    assert links == {"Nine drops": "#agenda/1/p9", "Ten drops": "#agenda/1/p10"}


def test_row_of_the_agenda_leads_to_the_poster():
    made = laid_out(workshop_program(), Agenda(), Posters())
    links = {mark.text: mark.link for mark in fragments(made.pages[1]) if mark.link}
    assert (links["Nine drops"], links["Ten drops"]) == ("#abstract/p9", "#abstract/p10")


def test_posters_are_listed_in_the_outline():
    made = laid_out(workshop_program(), Posters())
    listed = [(p.anchor.level, p.anchor.title) for p in made.pages[0].anchors]
    assert listed == [
        (0, "Posters"),
        (1, "Nine drops"),
        (1, "Ten drops"),
        (1, "Title to be announced"),
    ]


def test_posters_of_several_sessions_stand_under_them():
    facts = one_day(
        session(id="a", start=540, minutes=60, title="Morning", kind="posters"),
        session(id="b", start=840, minutes=60, kind="posters"),
        posters=(
            Poster(id="p", title="P", speakers=(), session="b", abstract=""),
            Poster(id="q", title="Q", speakers=(), session="a", abstract=""),
            Poster(id="r", title="R", speakers=(), abstract=""),
        ),
    )
    (page,) = laid_out(Program.of(facts), Posters()).pages
    assert text(page)[:-1] == [
        *("Posters", "Morning", "Mon, 30 Sept, 09:00–10:00", "Q"),
        *("Posters", "Mon, 30 Sept, 14:00–15:00", "P"),
        *("Outside the sessions", "R"),
    ]
