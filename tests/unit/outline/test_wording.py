from dataclasses import replace

import pytest
from tests.workshop import workshop_program

from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.venue import Room
from programkit.outline.build import build_outline
from programkit.outline.wording import (
    joining_text,
    joint_work_text,
    person_text,
    plain_text,
    speakers_text,
    state_text,
    title_text,
)
from programkit.text.markup import parse


@pytest.fixture(scope="module")
def talks():
    return {talk.id: talk for talk in build_outline(workshop_program().public()).talks}


def test_title_is_plain_or_worded(talks):
    assert title_text(talks["tools"], "en") == "A tool for tides"
    assert title_text(talks["nameless"], "en") == "Title to be announced"


def test_speakers_are_listed_or_worded(talks):
    assert speakers_text(talks["tools"].speakers, "en") == "Chen Li, Dora Maar"
    assert speakers_text(TBD, "en") == "Speaker to be announced"
    assert speakers_text((), "en") == ""


def test_person_has_affiliations_in_parentheses(talks):
    (ana,) = talks["opening"].speakers

    assert person_text(ana) == (
        "Ana Ribeiro da Costa (Institute of Tides, Port Example; Moon College)"
    )
    assert person_text(replace(ana, affiliations=())) == "Ana Ribeiro da Costa"


def test_joint_work_names_the_others(talks):
    assert joint_work_text(talks["opening"], "en") == (
        "Joint work with Bo Ó Súilleabháin (Moon College) and Eli Žižek (Moon College)"
    )
    assert joint_work_text(talks["tools"], "en") == ""


@pytest.mark.parametrize(
    ("state", "expected"),
    [(State.CONFIRMED, ""), (State.TENTATIVE, "Tentative"), (State.CANCELLED, "Cancelled")],
)
def test_state_is_worded_where_it_is_not_certain(state, expected):
    assert state_text(state, "en") == expected


def test_plain_text_keeps_markers_links_and_formulas():
    source = "See [this](https://x.example.org) and <https://y.example.org>.\n\n1. $x^2$\n"

    assert plain_text(parse(source)) == (
        "See this (https://x.example.org) and https://y.example.org.\n\n1. x²"
    )


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"link": "https://x.example.org/1"}, "https://x.example.org/1"),
        ({}, ""),
        ({"online": False, "how_to_join": "Walk in."}, ""),
        ({"access": "mail", "how_to_join": "Write\n to us."}, "Write to us."),
        (
            {"access": "before", "minutes_before": 5},
            "The link is given 5 minutes before the start.",
        ),
        ({"access": "registration"}, "Those who register get the link."),
        ({"access": "mail"}, "The mailing list gets the link."),
    ],
)
def test_room_online_says_how_to_join(facts, told):
    assert joining_text(Room(**{"id": "r", "name": "R", "online": True, **facts}), "en") == told


def test_no_room_says_nothing_of_joining():
    assert (joining_text(TBD, "en"), joining_text(None, "en")) == ("", "")
