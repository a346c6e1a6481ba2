"""Tests of rooms and organizations."""

import pytest
from pydantic import ValidationError

from programkit.model.venue import Access, Organization, Room

LINK = "https://example.org/meet/1"


def test_room_nowhere_is_refused():
    with pytest.raises(ValidationError, match="a room is physical, online, or both"):
        Room(id="a", name="A", physical=False)


@pytest.mark.parametrize(
    ("access", "shown"),
    [(Access.OPEN, LINK), (Access.BEFORE, ""), (Access.REGISTRATION, ""), (Access.MAIL, "")],
)
def test_link_of_room_is_public_only_if_open(access, shown):
    assert Room(id="a", name="A", link=LINK, access=access).public().link == shown


def test_availability_of_room_is_private():
    room = Room(id="a", name="A", available=({"start": "2024-09-30T08:00Z"},), notes="key at desk")

    assert room.public() == Room(id="a", name="A")


def test_organization_keeps_its_line_break():
    assert Organization(name="University\nof Basel").public().name == "University\nof Basel"
