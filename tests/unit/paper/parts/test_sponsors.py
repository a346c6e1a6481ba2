"""The sponsors."""

from dataclasses import replace

from PIL import Image

from laid_out import book_of, fragments, laid_out, text
from programkit.model.program import Program
from programkit.model.venue import Organization
from programkit.paper.parts.sponsors import Sponsors
from programkit.paper.parts.welcome import Welcome
from programkit.typeset.marks import Picture
from programkit.typeset.pages import lay_out
from small import conference

MOON = Organization(name="Moon & Sons", kind="gold", url="https://moon.example.org/")
TIDE = Organization(name="Tide Tables", kind="gold")
CITY = Organization(name="City", kind="silver")
FRIEND = Organization(name="A friend")


def sponsors(*organizations, folder="", **options):
    program = Program.of(conference(sponsors=organizations))
    return laid_out(program, Sponsors(**options), folder=folder)


def test_sponsors_stand_by_kind():
    (page,) = sponsors(MOON, CITY, TIDE, FRIEND).pages
    assert text(page)[:-1] == [
        *("Sponsors", "Gold", "Moon & Sons", "moon.example.org", "Tide Tables"),
        *("Silver", "City", "A friend"),
    ]


def test_first_kind_is_the_largest():
    (page,) = sponsors(MOON, CITY, FRIEND).pages
    sizes = {mark.text: mark.size for mark in fragments(page)}
    assert sizes["Moon & Sons"] > sizes["City"] > sizes["A friend"]


def test_addresses_may_be_left_out():
    (page,) = sponsors(MOON, urls=False).pages
    assert "moon.example.org" not in text(page)


def test_address_is_a_link():
    (page,) = sponsors(MOON).pages
    assert [mark.link for mark in fragments(page) if mark.link] == ["https://moon.example.org/"]


def test_logo_stands_for_the_name(tmp_path):
    Image.new("RGB", (300, 100)).save(tmp_path / "moon.png")
    (page,) = sponsors(MOON.replace(logo="moon.png"), folder=str(tmp_path)).pages
    (picture,) = [mark for mark in page.marks if isinstance(mark, Picture)]
    assert (picture.alt, round(picture.width / picture.height, 3)) == ("Moon & Sons", 3.0)
    assert "Moon & Sons" not in text(page)


def test_addresses_stand_below_logos_side_by_side(tmp_path):
    Image.new("RGB", (300, 100)).save(tmp_path / "wide.png")
    Image.new("RGB", (100, 100)).save(tmp_path / "square.png")
    kind = {"kind": "gold"}
    given = [
        Organization(name=name, logo=logo, url=f"https://{name}.example.org", **kind)
        for name, logo in (("moon", "wide.png"), ("sun", "square.png"))
    ]
    (page,) = sponsors(*given, folder=str(tmp_path)).pages
    assert text(page)[2] == "moon.example.org | sun.example.org"
    pictures = [mark for mark in page.marks if isinstance(mark, Picture)]
    links = [mark for mark in fragments(page) if mark.link]
    for picture, link in zip(pictures, links, strict=True):
        assert abs(picture.x - link.x) < 1
        assert link.y > picture.y + picture.height


def test_welcome_leaves_sponsors_to_their_own_part():
    book = book_of(Program.of(conference(sponsors=(MOON,), url="https://example.org")))
    alone = lay_out(Welcome().flows(book))
    assert "Moon & Sons · gold" in text(alone.pages[0])
    both = lay_out(Welcome().flows(replace(book, parts=("welcome", "sponsors"))))
    assert "Moon & Sons · gold" not in text(both.pages[0])
