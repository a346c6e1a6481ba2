"""Tests of how readers find out where to join online."""

import pytest

from programkit.checks.joining import Joining
from programkit.model.venue import Room
from small import conference, talks

LINK = "https://meet.example.org/j/123"


def found(**facts):
    return [(f.level, f.code, f.message) for f in Joining().check(conference(**facts))]


def room(**facts):
    return Room(id="zoom", name="Zoom", online=True, **facts)


@pytest.mark.parametrize("access", ["open", "before"])
def test_online_room_without_a_link_is_a_finding(access):
    assert found(rooms=(room(access=access),)) == [
        ("soft", "link-missing", 'room "zoom" (Zoom) can be joined online, and no link is given')
    ]


@pytest.mark.parametrize("access", ["registration", "mail"])
def test_withheld_link_without_an_explanation_is_a_finding(access):
    assert found(rooms=(room(access=access, link=LINK),)) == [
        (
            "soft",
            "how-to-join-missing",
            'room "zoom" (Zoom) withholds its link, and nothing tells readers how to get it',
        )
    ]


@pytest.mark.parametrize(
    "facts",
    [
        {"link": LINK},
        {"link": LINK, "access": "before"},
        {"how_to_join": "Ask."},
        {"access": "mail", "how_to_join": "Join the list."},
    ],
)
def test_what_readers_find_out_is_fine(facts):
    assert found(rooms=(room(**facts),)) == []


def test_room_on_the_spot_needs_no_link():
    assert found(rooms=(Room(id="hall", name="Hall"),)) == []


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({"welcome": f"Join at {LINK}!"}, "welcome"),
        ({"talks": talks("k", abstract="See meet.example.org/j/123.")}, "talks.k.abstract"),
    ],
)
def test_withheld_link_in_a_public_text_is_hard(facts, where):
    rooms = (room(link=LINK + "/", access="mail", how_to_join="Join the list."),)

    assert found(rooms=rooms, **facts) == [
        ("hard", "link-exposed", f'the link of room "zoom" is withheld and stands in {where}')
    ]


def test_withheld_link_in_how_to_join_is_hard():
    rooms = (room(link=LINK, access="mail", how_to_join=f"Join the list, or {LINK}"),)

    assert [code for _, code, _ in found(rooms=rooms)] == ["link-exposed"]


def test_open_link_may_stand_anywhere():
    assert found(rooms=(room(link=LINK),), welcome=LINK) == []


def test_private_notes_may_have_the_link():
    rooms = (room(link=LINK, access="before"),)

    assert found(rooms=rooms, notes=LINK, talks=talks("k", notes=LINK)) == []
