"""Outlines of which abstracts alone are new are those that are made of the facts."""

import pytest
from tests.colloquium import colloquium_program
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.model.base import TBD
from programkit.outline.build import build_outline, public_outline
from programkit.outline.keeping import Before
from programkit.outline.retelling import retold

MADE = [rovinj_program(), workshop_program(), colloquium_program()]
IDS = ["rovinj", "workshop", "colloquium"]


def edited(program, kind, place=0, **changes):
    things = list(getattr(program.conference, kind))
    things[place] = things[place].replace(**changes)
    return program.replace(conference=program.conference.replace(**{kind: tuple(things)}))


def again(before, after):
    before, after = before.public(), after.public()
    return retold(build_outline(before), before, after)


@pytest.mark.parametrize("abstract", ["Of *something* else: $x^2$.", "", TBD])
@pytest.mark.parametrize("program", MADE, ids=IDS)
def test_outline_with_another_abstract_is_the_one_that_is_made_of_the_facts(program, abstract):
    for kind in ("talks", "posters"):
        for place in range(len(getattr(program.conference, kind))):
            later = edited(program, kind, place, abstract=abstract)

            assert again(program, later) == build_outline(later.public())


def test_what_has_no_other_abstract_stays_the_same_object():
    program = rovinj_program()
    later = edited(program, "talks", abstract="Of something else.")
    before = build_outline(program.public())
    after = retold(before, program.public(), later.public())

    assert sum(a is not b for a, b in zip(before.talks, after.talks, strict=True)) == 1
    assert sum(a is not b for a, b in zip(before.days, after.days, strict=True)) == 1
    assert after.index is before.index


@pytest.mark.parametrize("program", MADE, ids=IDS)
def test_outline_of_equal_facts_is_the_same_object(program):
    before = build_outline(program.public())
    equal = program.replace(conference=program.conference.replace(title=program.conference.title))

    assert retold(before, program.public(), equal.public()) is before


@pytest.mark.parametrize(
    "later",
    [
        edited(MADE[1], "talks", title="Else"),
        edited(MADE[1], "posters", title="Else"),
        edited(MADE[1], "people", name="Else"),
        edited(MADE[1], "days", title="Else"),
        MADE[1].replace(placements=MADE[1].placements[1:]),
        MADE[1].replace(conference=MADE[1].conference.replace(title="Else")),
        MADE[1].replace(conference=MADE[1].conference.replace(posters=())),
        MADE[0],
        MADE[2],
    ],
)
def test_there_is_none_where_more_than_abstracts_differ(later):
    assert again(MADE[1], later) is None


def test_files_of_another_folder_are_those_of_another_outline():
    program = workshop_program()
    moved = program.replace(conference=program.conference.replace(folder="elsewhere"))
    known = Before(public_outline(program), program.public())

    assert public_outline(moved, before=known).folder == "elsewhere"
    assert known.retold(program.public(), "") is public_outline(program)
    assert Before().retold(program.public(), "") is None
