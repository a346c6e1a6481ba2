"""The picture beside links: it fits whatever the title, is always the same, and trusts no logo."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageChops, ImageDraw
from tests.pages import meta, site
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.model.venue import Organization
from programkit.outline.build import build_outline, public_outline
from programkit.web import cardpicture
from programkit.web.cardpicture import card
from programkit.web.context import View
from programkit.web.onepage import one_page
from programkit.web.site import Site
from programkit.web.social import SIZE

BAR, MARGIN = 20, 84


def of(program, *logos):
    return card(View(public_outline(program)), logos)


def opened(data):
    return Image.open(io.BytesIO(data)).convert("RGB")


def ink(data):
    """The box of all that is drawn beside the bar at the edge."""
    image = opened(data)
    ImageDraw.Draw(image).rectangle((0, 0, BAR - 1, image.height), fill=image.getpixel((600, 2)))
    return ImageChops.difference(image, Image.new("RGB", SIZE, image.getpixel((600, 2)))).getbbox()


def logo(size=(300, 200), color="#0055aa"):
    file = io.BytesIO()
    Image.new("RGB", size, color).save(file, "PNG")
    return file.getvalue()


def claiming(width, height):
    """A PNG file of few bytes that says it has very many pixels."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "title",
    [
        "Tides",
        "Tides and the Sea",
        "Workshop on the Many Ways of Tides " * 3,
        "A " * 100,
        "Ein Treffen über Schiff­fahrtsgesellschaftskapitänsmützen und andere lange Wörter",
        "Graphs: $\\tau \\le \\sum_i x_i$",
    ],
)
@pytest.mark.parametrize("logos", [(), (logo(),)])
def test_everything_stands_within_the_margins(title, logos):
    data = of(workshop_program(title=title, subtitle="A subtitle of some length " * 3), *logos)
    left, top, right, bottom = ink(data)

    assert opened(data).size == SIZE
    assert MARGIN - 4 <= left < right <= SIZE[0] - MARGIN + 4
    assert MARGIN - 4 <= top < bottom <= SIZE[1] - MARGIN + 30


def test_it_is_the_same_for_the_same_program_and_shows_what_is_known():
    usual = of(workshop_program(), logo())
    cardpicture._drawn.cache_clear()
    others = {
        of(workshop_program(**changes), logo(color=color))
        for changes, color in (
            ({"title": "Tides"}, "#0055aa"),
            ({"subtitle": ""}, "#0055aa"),
            ({"place": "Rovinj"}, "#0055aa"),
            ({"days": (), "posters": ()}, "#0055aa"),
            ({"days": (), "posters": (), "place": ""}, "#0055aa"),
            ({}, "#aa5500"),
        )
    }

    assert of(workshop_program(), logo()) == usual
    assert len(others - {usual}) == 6


def test_logos_that_cannot_be_shown_are_passed_over():
    plain = of(workshop_program())
    bad = (
        b"",
        b"<svg/>",
        b"\x89PNG\r\n\x1a\nbroken",
        claiming(60_000, 60_000),
        claiming(9000, 9000),
    )

    assert of(workshop_program(), *bad) == plain
    assert of(workshop_program(), *bad, logo()) == of(workshop_program(), logo()) != plain


def test_texts_that_no_font_of_ours_can_set_are_left_out():
    plain = of(workshop_program(subtitle=""))

    assert of(workshop_program(subtitle="ورشة عمل")) == plain
    assert of(workshop_program(title="ورشة عمل")) == b""


def test_every_page_of_a_site_whose_address_is_known_names_it(tmp_path):
    (tmp_path / "logo.png").write_bytes(logo())
    program = workshop_program(hosts=(Organization(name="Institute", logo="logo.png"),))
    files = Site().files(build_outline(program.public(), folder=str(tmp_path)))
    [name] = [name for name in files if name.startswith("card.")]
    pages = site(program, folder=tmp_path)

    assert files[name] == of(program, logo())
    assert name.encode() not in files["sw.js"]
    for page in ("index", "talk-opening", "search"):
        told = meta(pages[page])
        assert told["og:image"] == "https://tides.example.org/2025/" + name
        assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
        assert told["og:image:alt"] == "Workshop on Tidal Graphs"
        assert told["twitter:card"] == "summary_large_image"


def test_without_an_address_or_beside_one_page_there_is_none():
    nowhere = Site().files(public_outline(workshop_program(url="")))

    assert not [name for name in nowhere if name.startswith("card.")]
    assert b"og:image" not in nowhere["index.html"]
    assert b"og:image" not in one_page(public_outline(rovinj_program()))
