"""The list of speakers."""

from laid_out import fragments, laid_out, text
from programkit.model.contributions import Poster
from programkit.model.people import Affiliation
from programkit.model.program import Program
from programkit.paper.parts.abstracts import Abstracts
from programkit.paper.parts.speakers import Speakers
from small import conference, day, people, session, slot, talks
from workshop import workshop_program


def lines(program, *parts, **options):
    pages = laid_out(program, *parts, Speakers(**options)).pages
    return [line for page in pages if page.part == "Speakers" for line in text(page)][:-1]


def conference_of_one(**person):
    (ana,) = people("Ana Ribeiro", affiliations=("sea",), **person)
    return conference(
        day(session(slot(540, "a", minutes=30))),
        people=(ana,),
        affiliations=(Affiliation(id="sea", name="Sea College"),),
        talks=talks("a", "b", speakers=("ribeiro",)),
        posters=(Poster(id="p", title="P", speakers=("ribeiro",), board="7"),),
    )


def test_speaker_has_affiliation_and_everything_presented():
    assert lines(Program.of(conference_of_one())) == [
        "Speakers",
        "Ribeiro, Ana — Sea College",
        "Mon, 30 Sept, 09:00 | A",
        "Time to be announced | B",
        "Board 7 | P",
    ]


def test_bio_stands_between():
    facts = conference_of_one(bio="Likes *boats*.\n\nAnd tides.")
    assert lines(Program.of(facts))[2:4] == ["Likes boats.", "And tides."]
    assert "Likes boats." not in lines(Program.of(facts), bios=False)


def test_page_is_that_of_the_abstract():
    found = lines(workshop_program(), Abstracts())
    assert [line for line in found if "Spectra" in line] == [
        "Sat, 29 Mar, 10:30 | Spectra of shores | 1"
    ]


def test_title_leads_to_the_abstract():
    (page,) = laid_out(Program.of(conference_of_one()), Speakers()).pages
    assert [mark.text for mark in fragments(page) if mark.text == "B"] == ["B"]
    layout = laid_out(workshop_program(), Abstracts(), Speakers())
    links = {mark.text: mark.link for mark in fragments(layout.pages[-1]) if mark.link}
    assert links["Spectra of shores"] == "#abstract/spectra"


def test_coauthors_and_chairs_are_no_speakers():
    found = lines(workshop_program())
    names = [line.partition(" — ")[0] for line in found if " | " not in line][1:]
    assert names == [
        *("Chen, Li", "da Costa, Ana Ribeiro", "Maar, Dora", "Súilleabháin, Bo Ó", "Žižek, Eli")
    ]
