"""The cover."""

from itertools import pairwise

import pytest
from PIL import Image

from laid_out import fragments, laid_out, texts
from programkit.errors import RenderError
from programkit.model.program import Program
from programkit.model.venue import Organization
from programkit.paper.parts.cover import Cover
from programkit.typeset.marks import Bar, Picture
from rovinj import rovinj_program
from small import conference, day

HOST = Organization(name="Institute of Tides")


def cover(folder="", **facts):
    return laid_out(Program.of(conference(day(), **facts)), Cover(), folder=folder)


def test_cover_says_title_dates_place_and_hosts():
    assert texts(laid_out(rovinj_program(), Cover())) == [
        [
            "1st Symposium on Machine",
            "Learning for Theories and",
            "Theories of Machine Learning",
            "29 September – 3 October 2024",
            "Rovinj, Croatia",
            "Hosted by",
            "University",
            "of Basel",
            "European Research Council",
            "Established by the European Commission",
        ]
    ]


def test_cover_without_anything_but_a_title():
    made = laid_out(Program.of(conference()), Cover())
    assert texts(made) == [["Small"]]


def test_subtitle_stands_below_the_title():
    assert texts(cover(subtitle="Third *meeting*")) == [
        ["Small", "Third meeting", "30 September 2024"]
    ]


@pytest.mark.parametrize("hosts", [(), (HOST,)])
def test_title_stands_above_the_middle(hosts):
    (page,) = cover(title="Tides", hosts=hosts).pages
    title = fragments(page)[0]
    assert page.shape.height / 4 < title.y < page.shape.height / 2


def test_hosts_stand_at_the_foot_of_the_page():
    (page,) = cover(hosts=(HOST,)).pages
    frame = page.shape.frames_of(1)[0]
    assert frame.y + frame.height - fragments(page)[-1].y < 20


def test_line_of_a_name_that_goes_on_in_small_letters_is_bold_too():
    (page,) = cover(hosts=(Organization(name="University\nof Basel"),)).pages
    faces = {mark.text.strip(): mark.face for mark in fragments(page)}
    assert faces["of Basel"] is faces["University"]


def test_further_line_of_a_name_is_not_bold():
    (page,) = cover(hosts=(Organization(name="Research Council\nEstablished 1900"),)).pages
    faces = {mark.text.strip(): mark.face for mark in fragments(page)}
    assert faces["Established 1900"] is faces["30 September 2024"]


def test_kind_of_an_organization_follows_its_name():
    made = cover(hosts=(Organization(name="Moon & Sons", kind="in kind"),))
    assert texts(made)[0][-1] == "Moon & Sons · in kind"


def test_logo_stands_for_the_name(tmp_path):
    Image.new("RGB", (300, 100)).save(tmp_path / "host.png")
    hosts = (Organization(name="Institute\nof Tides", logo="host.png"),)
    (page,) = cover(folder=str(tmp_path), hosts=hosts).pages
    (picture,) = [mark for mark in page.marks if isinstance(mark, Picture)]
    assert (picture.path, picture.alt) == (tmp_path / "host.png", "Institute of Tides")
    assert picture.width == pytest.approx(3 * picture.height)
    assert picture.width <= page.shape.frames[0].width / 2


def test_logos_stand_side_by_side_as_far_as_there_is_room(tmp_path):
    for name, size in (("wide", (300, 100)), ("square", (100, 100)), ("low", (300, 30))):
        Image.new("RGB", size).save(tmp_path / f"{name}.png")
    drawn = [name for name in ("wide", "square", "low", "wide", "square") for _ in range(2)]
    hosts = [Organization(name=f"H{n}", logo=f"{name}.png") for n, name in enumerate(drawn)]
    (page,) = cover(folder=str(tmp_path), hosts=(*hosts[:5], HOST, *hosts[5:])).pages
    frame = page.shape.frames[0]
    pictures = [mark for mark in page.marks if isinstance(mark, Picture)]
    assert [mark.alt for mark in pictures] == [f"H{n}" for n in range(10)]
    for left, right in pairwise(pictures):
        same = abs(left.y + left.height / 2 - right.y - right.height / 2) < 0.01
        assert left.x + left.width < right.x if same else left.y + left.height < right.y
    assert len({round(mark.y + mark.height / 2, 2) for mark in pictures}) < 7
    assert max(mark.x + mark.width for mark in pictures) <= frame.x + frame.width


def test_logo_outside_the_folder_is_refused(tmp_path):
    hosts = (Organization(name="X", logo="../x.png"),)
    with pytest.raises(RenderError, match="is not inside the conference's folder"):
        cover(folder=str(tmp_path), hosts=hosts)


def test_long_title_is_set_smaller_so_that_all_fits():
    usual, smaller = cover(hosts=(HOST,)), cover(title="Many long words " * 30, hosts=(HOST,))
    assert [len(made.pages) for made in (usual, smaller)] == [1, 1]
    assert fragments(smaller.pages[0])[0].size < fragments(usual.pages[0])[0].size


def test_endless_title_runs_on():
    made = cover(title="Many long words " * 200)
    assert len(made.pages) > 1
    assert sum(" ".join(page).count("Many") for page in texts(made)) == 200


def test_line_below_the_title_has_the_accent():
    bars = [mark for mark in cover().pages[0].marks if isinstance(mark, Bar)]
    assert [bar.color for bar in bars] == ["accent"]


def test_cover_is_listed_in_the_outline_without_markup():
    (page,) = cover(title="On *waves*").pages
    assert [placed.anchor.title for placed in page.anchors] == ["On waves"]
