import pytest
from tests.rovinj import rovinj_program
from tests.workshop import workshop, workshop_program

from programkit.outline.build import build_outline
from programkit.outline.index import OTHER, by_letter


@pytest.fixture(scope="module")
def index():
    outline = build_outline(workshop_program().public())
    return {entry.person.id: entry for entry in outline.index}


def test_names_of_the_symposium_are_in_order():
    index = build_outline(rovinj_program().public()).index

    assert [entry.index_name for entry in index][:9] == [
        "Abreu, Steven",
        "Bandeira, Afonso",
        "Behrens, Freya",
        "Brbić, Maria",
        "Brunton, Steven",
        "Chklovskii, Mitya",
        "Cotterell, Ryan",
        "da Silveira, Rava",
        "de Hoop, Maarten",
    ]
    assert len(index) == 25


def test_entry_says_what_a_person_does(index):
    bo = index["bo"]

    assert (bo.speaks, bo.contributes, bo.chairs) == (("spectra",), ("opening",), ("plenary",))


def test_several_talks_and_posters_come_by_time(index):
    assert index["dora"].speaks == ("tools", "gone", "p10")


def test_family_name_that_is_stated_decides(index):
    assert (index["chen"].index_name, index["chen"].letter) == ("Chen, Li", "C")


def test_letter_is_without_its_accent(index):
    assert (index["eli"].index_name, index["eli"].letter) == ("Žižek, Eli", "Z")


def test_letters_group_neighbors():
    index = build_outline(rovinj_program().public()).index
    letters = {letter: len(entries) for letter, entries in by_letter(index)}

    assert letters["D"] == 3
    assert list(letters) == sorted(letters)


def test_name_without_a_letter_is_under_a_sign():
    people = tuple(p.replace(name="42") if p.id == "eli" else p for p in workshop().people)
    index = build_outline(workshop_program(people=people).public()).index

    assert index[0].letter == OTHER


def test_person_who_does_nothing_is_absent():
    talks = tuple(t.replace(speakers=(), coauthors=()) for t in workshop().talks)
    outline = build_outline(workshop_program(talks=talks, posters=(), days=()).public())

    assert outline.index == ()
