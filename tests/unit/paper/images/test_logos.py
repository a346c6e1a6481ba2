"""Logos: only from the conference's folder, only sound pictures, never distorted."""

import pikepdf
import pytest
from PIL import Image

from programkit.errors import RenderError
from programkit.paper.images import pictures
from programkit.paper.images.logos import logo_file, logo_size


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "conference" / "logos").mkdir(parents=True)
    Image.new("RGB", (60, 20)).save(tmp_path / "conference" / "logos" / "host.png")
    Image.new("RGB", (60, 20)).save(tmp_path / "secret.png")
    return tmp_path / "conference"


def test_logo_inside_the_folder_is_found(folder):
    assert logo_file(str(folder), "logos/host.png") == folder / "logos" / "host.png"


def test_dots_that_stay_inside_are_harmless(folder):
    assert logo_file(str(folder), "logos/../logos/host.png") == folder / "logos" / "host.png"


@pytest.mark.parametrize("logo", ["../secret.png", "logos/../../secret.png", "/etc/passwd"])
def test_logo_outside_the_folder_is_refused(folder, logo):
    with pytest.raises(RenderError, match="is not inside the conference's folder"):
        logo_file(str(folder), logo)


def test_symbolic_link_out_of_the_folder_is_refused(folder):
    (folder / "logos" / "link.png").symlink_to(folder.parent / "secret.png")
    with pytest.raises(RenderError, match=r'"logos/link\.png" is not inside'):
        logo_file(str(folder), "logos/link.png")


def test_folder_whose_name_begins_alike_is_outside(folder):
    other = folder.parent / "conference-2"
    other.mkdir()
    (other / "x.png").write_bytes(b"")
    with pytest.raises(RenderError, match="is not inside"):
        logo_file(str(folder), "../conference-2/x.png")


def test_conference_without_a_folder_has_no_logos():
    with pytest.raises(RenderError, match="is not inside the conference's folder"):
        logo_file("", "logos/host.png")


def test_missing_logo_is_named_as_it_was_given(folder):
    with pytest.raises(RenderError, match=r'logo "logos/hots\.png" is not there'):
        logo_file(str(folder), "logos/hots.png")


def test_folder_is_no_logo(folder):
    with pytest.raises(RenderError, match='logo "logos" is not there'):
        logo_file(str(folder), "logos")


def test_nul_byte_is_no_path(folder):
    with pytest.raises(RenderError, match="is no path of a file"):
        logo_file(str(folder), "logos/\0.png")


@pytest.mark.parametrize(
    ("box", "size"), [((300, 50), (150, 50)), ((90, 50), (90, 30)), ((600, 200), (600, 200))]
)
def test_logo_fills_its_box_in_proportion(folder, box, size):
    assert logo_size(folder / "logos" / "host.png", *box) == pytest.approx(size)


def test_photograph_taken_sideways_is_measured_upright(folder):
    image = Image.new("RGB", (60, 20))
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(folder / "side.jpg", exif=exif)
    assert logo_size(folder / "side.jpg", 100, 60) == pytest.approx((20, 60))


@pytest.mark.parametrize("content", [b"", b"<html/>", b"\x89PNG\r\n\x1a\n", b"GIF89a" + bytes(30)])
def test_file_that_is_no_picture_is_refused(folder, content):
    path = folder / "broken.png"
    path.write_bytes(content)
    with pytest.raises(
        RenderError, match=r"broken\.png: it cannot be read; give a sound PNG, JPEG, "
    ):
        logo_size(path, 100, 50)


def test_size_of_a_picture_of_too_many_pixels_is_refused(folder, monkeypatch):
    monkeypatch.setattr(pictures, "_MOST_PIXELS", 1000)
    with pytest.raises(RenderError, match=r"host\.png: it is too large"):
        logo_size(folder / "logos" / "host.png", 60, 60)


@pytest.mark.parametrize(("turn", "size"), [(0, (80, 40)), (90, (25, 50)), (270, (25, 50))])
def test_logo_from_a_pdf_is_measured_as_it_is_shown(folder, turn, size):
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(300, 200))
        page.cropbox = [20, 30, 220, 130]
        page.rotate(turn, relative=False)
        document.save(folder / "logo.pdf")
    assert logo_size(folder / "logo.pdf", 80, 50) == pytest.approx(size)


def test_logo_from_an_svg_has_the_proportions_of_its_coordinates(folder):
    (folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 10 300 100"/>', encoding="utf-8"
    )
    assert logo_size(folder / "logo.svg", 90, 90) == pytest.approx((90, 30))
