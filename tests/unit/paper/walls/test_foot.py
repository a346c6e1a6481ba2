"""The foot of a sheet."""

import pytest
from PIL import Image

from hung import wall_of
from programkit.model.program import Program
from programkit.model.venue import Organization
from programkit.paper.walls.foot import code, foot
from programkit.text.markup import Run
from programkit.typeset.marks import Fragment, Picture
from semester import semester


@pytest.fixture
def logos(tmp_path):
    for name, size in (("wide", (700, 90)), ("square", (200, 200))):
        Image.new("RGB", size, "navy").save(tmp_path / f"{name}.png")
    return tmp_path


def marks(blocks, kind):
    found = [mark for block in blocks for strip in block.strips for mark in strip.marks]
    return [mark for mark in found if isinstance(mark, kind)]


def test_lines_stand_beside_the_code():
    book = wall_of(Program.of(semester(1)))
    (line, picture, *told) = foot([(Run("Ask Ada."),)], "https://example.org/a/", book)
    assert line.role == "Artifact"
    assert (picture.role, picture.alt) == ("Figure", "QR code that leads to example.org/a")
    texts = marks(told, Fragment)
    assert [mark.text for mark in texts] == [
        *("example.org/a", "Ask Ada.", "Hosted by: Institute of Mathematics"),
    ]
    assert {mark.link for mark in texts} == {"https://example.org/a/", None}
    assert {mark.x > 90 for mark in texts} == {True}


def test_lines_begin_at_the_left_without_a_code():
    book = wall_of(Program.of(semester(1)))
    assert {mark.x for mark in marks(foot([(Run("Ask Ada."),)], "", book), Fragment)} == {0.0}


def test_nothing_to_say_takes_no_room():
    assert list(foot([], "", wall_of(Program.of(semester(1, hosts=()))))) == []


def test_logos_stand_in_rows_and_take_the_place_of_names(logos):
    hosts = [Organization(name=f"Host {n}", logo="wide.png") for n in range(4)]
    sponsors = [
        Organization(name="Bank", logo="square.png"),
        Organization(name="Print\nShop"),
    ]
    program = Program.of(semester(1, hosts=hosts, sponsors=sponsors))
    book = wall_of(program, folder=str(logos))
    blocks = list(foot([], "https://example.org", book))
    pictures = marks(blocks, Picture)
    alts = [block.alt for block in blocks if block.role == "Figure"][1:]
    assert alts == ["Host 0", "Host 1", "Host 2", "Host 3", "Bank"]
    assert len({round(mark.y) for mark in pictures}) > 1
    assert max(mark.x + mark.width for mark in pictures) <= book.width
    assert [mark.text for mark in marks(blocks, Fragment)][1:] == ["Sponsors: Print Shop"]


def test_code_has_the_size_asked_for():
    book = wall_of(Program.of(semester(1)))
    assert code("https://example.org", book, 100.0).height == pytest.approx(100)
