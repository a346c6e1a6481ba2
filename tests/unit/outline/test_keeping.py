"""What is equal in an outline stays the same object when it is made again."""

import pytest
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.outline.build import build_outline
from programkit.outline.keeping import Before, alike_but_texts
from programkit.outline.nodes import Outline, OutlineSession


def nodes(outline: Outline):
    sessions = [one for day in outline.days for one in day.items if isinstance(one, OutlineSession)]
    found = (*outline.talks, *outline.posters, *outline.days, *sessions)
    return {(type(one).__name__, one.id): one for one in found if one.id}


def edited(program, talk, **changes):
    talks = tuple(
        one.replace(**changes) if one.id == talk else one for one in program.conference.talks
    )
    return program.replace(conference=program.conference.replace(talks=talks))


@pytest.mark.parametrize("changes", [{}, {"abstract": "Else."}, {"title": "New"}, {"tags": ("x",)}])
@pytest.mark.parametrize("made", [rovinj_program, workshop_program])
def test_nodes_are_the_same_where_they_are_equal_and_the_outline_is_as_without_them(made, changes):
    program = made()
    before = build_outline(program.public())
    talk = before.days[0 if made is workshop_program else 1].items[0].rows[0].talk
    later = edited(program, talk.id, **changes).public()
    cold, kept = build_outline(later), build_outline(later, before=Before(before))

    assert kept == cold
    old = nodes(before)
    for key, node in nodes(kept).items():
        assert (node is old[key]) is (node == old[key])
    other = {key for key, node in nodes(kept).items() if node is not old[key]}
    assert len(other) == (3 if changes else 0)


def test_nothing_is_known_before_the_first():
    talk = build_outline(rovinj_program().public()).talks[0]

    assert Before().same(talk) is talk


@pytest.mark.parametrize(
    ("changes", "alike"),
    [
        ({}, True),
        ({"abstract": "Else."}, True),
        ({"title": "Else"}, False),
        ({"tags": ("x",)}, False),
    ],
)
@pytest.mark.parametrize("again", [True, False])
def test_outlines_are_alike_where_abstracts_alone_differ(changes, alike, again):
    program = workshop_program()
    before = build_outline(program.public())
    later = edited(program, before.talks[0].id, **changes).public()

    made = build_outline(later, before=Before(before) if again else None)
    assert alike_but_texts(before, made) is alike
    assert alike_but_texts(made, before) is alike


def test_outlines_of_other_programs_are_not_alike():
    one, other = (build_outline(make().public()) for make in (workshop_program, rovinj_program))

    assert not alike_but_texts(one, other)
    assert not alike_but_texts(one, None)
