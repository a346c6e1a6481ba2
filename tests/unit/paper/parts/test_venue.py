"""The venue."""

import pytest
from PIL import Image

from laid_out import laid_out, text
from programkit.errors import RenderError
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.paper.parts.venue import Venue
from programkit.typeset.marks import Picture
from small import conference

ROOMS = (
    Room(id="hall", name="Great Hall", capacity=200, features=("projector", "step-free")),
    Room(id="attic", name="Attic", features=("blackboard",)),
    Room(id="cove", name="Cove"),
)


def venue(folder="", *, rooms=True, **facts):
    return laid_out(Program.of(conference(**facts)), Venue(rooms=rooms), folder=folder)


def test_text_and_rooms():
    (page,) = venue(venue="By the *harbor*.", rooms=True).pages
    assert text(page)[:-1] == ["Venue", "By the harbor."]


def test_rooms_of_which_more_is_known_are_listed():
    program = Program.of(conference(venue="By the harbor.", rooms=ROOMS))
    (page,) = laid_out(program, Venue()).pages
    assert text(page)[2:-1] == [
        "Rooms",
        "Great Hall | 200 seats, projector, step-free",
        "Attic | blackboard",
    ]
    (page,) = laid_out(program, Venue(rooms=False)).pages
    assert text(page)[2:-1] == []


def test_map_fits_the_page(tmp_path):
    Image.new("RGB", (100, 900)).save(tmp_path / "map.png")
    (page,) = venue(str(tmp_path), venue_map="map.png").pages
    (picture,) = [mark for mark in page.marks if isinstance(mark, Picture)]
    (frame,) = page.shape.frames
    assert picture.alt == "Map"
    assert picture.height < frame.height * 0.7
    assert round(picture.x + picture.width / 2, 2) == round(frame.x + frame.width / 2, 2)


@pytest.mark.parametrize("name", ["../map.png", "gone.png"])
def test_map_elsewhere_is_refused(tmp_path, name):
    with pytest.raises(RenderError):
        venue(str(tmp_path), venue_map=name)


def test_nothing_said_no_page():
    program = Program.of(conference(rooms=ROOMS))
    assert laid_out(program, Venue()).pages == ()
