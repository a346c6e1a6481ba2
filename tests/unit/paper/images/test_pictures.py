import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms
from reportlab.pdfbase import pdfdoc

from programkit.errors import RenderError
from programkit.paper.images import pictures
from programkit.paper.images.pictures import embed, open_picture
from programkit.paper.printing.srgb import srgb_profile


def save(path, mode, size=(40, 20), color=None, **options):
    Image.new(mode, size, color or 0).save(path, **options)
    return path


def png_header(width, height):
    """A PNG file that promises a picture of some size and has none."""

    def chunk(kind, content):
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("mode", "stored"),
    [("1", "L"), ("L", "L"), ("LA", "LA"), ("P", "RGB"), ("RGB", "RGB"), ("RGBA", "RGBA")],
)
def test_png_becomes_gray_or_rgb(tmp_path, mode, stored):
    raster = open_picture(save(tmp_path / "a.png", mode), 100, 50)
    assert (raster.image.mode, raster.image.size, raster.photographic) == (stored, (40, 20), False)


@pytest.mark.parametrize(("mode", "stored"), [("L", "L"), ("RGB", "RGB"), ("CMYK", "RGB")])
def test_jpeg_becomes_gray_or_rgb(tmp_path, mode, stored):
    raster = open_picture(save(tmp_path / "a.jpg", mode), 100, 50)
    assert (raster.image.mode, raster.photographic) == (stored, True)


def profile(color_space):
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(color_space)).tobytes()


def test_picture_in_srgb_keeps_its_colors(tmp_path):
    path = save(tmp_path / "a.png", "RGB", color=(200, 30, 90), icc_profile=profile("sRGB"))
    assert open_picture(path, 100, 50).image.getpixel((0, 0)) == (200, 30, 90)


def swapped_profile():
    """A profile of a device whose red is sRGB's green, and the other way round."""
    swapped = bytearray(srgb_profile())
    red, green = swapped.index(b"rXYZ"), swapped.index(b"gXYZ")
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(swapped).replace(b"sRGB IEC61966-2.1", b"a device of ours!")


def test_picture_in_another_color_space_is_converted(tmp_path):
    path = save(tmp_path / "a.png", "RGBA", color=(255, 0, 0, 77), icc_profile=swapped_profile())
    red, green, blue, alpha = open_picture(path, 100, 50).image.getpixel((0, 0))
    assert (red < 3, green > 252, blue < 3, alpha) == (True, True, True, 77)


@pytest.mark.parametrize("content", [b"no profile", profile("LAB")])
def test_picture_whose_profile_does_not_fit_keeps_its_numbers(tmp_path, content):
    path = save(tmp_path / "a.png", "RGB", color=(200, 30, 90), icc_profile=content)
    assert open_picture(path, 100, 50).image.getpixel((0, 0)) == (200, 30, 90)


def test_photograph_for_the_press_becomes_one_for_screens(tmp_path):
    path = save(tmp_path / "a.jpg", "CMYK", color=(0, 255, 255, 0), quality=100)
    red, green, blue = open_picture(path, 100, 50).image.getpixel((5, 5))
    assert (red > 250, green < 5, blue < 5) == (True, True, True)


def test_picture_has_no_more_pixels_than_print_needs(tmp_path):
    raster = open_picture(save(tmp_path / "a.png", "RGB", (3000, 1500)), 72, 36)
    assert raster.image.size == (300, 150)


def test_picture_is_turned_as_the_camera_was_held(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    path = save(tmp_path / "a.jpg", "RGB", (40, 20), exif=exif)
    assert open_picture(path, 100, 100).image.size == (20, 40)


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"not a picture", b"\x89PNG\r\n\x1a\n broken", png_header(40, 20)]
)
def test_file_that_is_no_picture_is_refused(tmp_path, content):
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(RenderError, match=r"a\.png: it cannot be read; give a sound PNG, JPEG, "):
        open_picture(path, 10, 10)


def test_picture_of_another_kind_is_refused(tmp_path):
    with pytest.raises(RenderError, match="cannot be read"):
        open_picture(save(tmp_path / "a.gif", "L"), 10, 10)


def test_missing_picture_is_refused(tmp_path):
    with pytest.raises(RenderError, match="cannot be read"):
        open_picture(tmp_path / "none.png", 10, 10)


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_picture_of_too_many_pixels_is_refused_before_it_is_read(tmp_path, side):
    path = tmp_path / "bomb.png"
    path.write_bytes(png_header(side, side))
    with pytest.raises(RenderError, match="at most 25 MB and 60 million pixels"):
        open_picture(path, 10, 10)


def test_file_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "_LARGEST_FILE", 50)
    with pytest.raises(RenderError, match="too large"):
        open_picture(save(tmp_path / "a.png", "RGB"), 10, 10)


@pytest.fixture
def document():
    return pdfdoc.PDFDocument(invariant=True)


def test_same_picture_is_embedded_once(tmp_path, document):
    first = open_picture(save(tmp_path / "a.png", "RGB", color="red"), 10, 10)
    again = open_picture(save(tmp_path / "b.png", "RGB", color="red"), 10, 10)
    other = open_picture(save(tmp_path / "c.png", "RGB", color="blue"), 10, 10)
    names = [embed(raster, document) for raster in (first, again, other)]
    assert names[0] == names[1] != names[2]


def test_transparency_is_a_mask(tmp_path, document):
    path = save(tmp_path / "a.png", "RGBA", (2, 1), (255, 0, 0, 128))
    name = embed(open_picture(path, 100, 50), document)
    stream = document.idToObject[document.getXObjectName(name)]
    mask = document.idToObject[stream.dictionary["SMask"].name]
    assert (stream.content, mask.content) == (b"\xff\x00\x00" * 2, b"\x80\x80")
    assert mask.dictionary["ColorSpace"] == "/DeviceGray"


def test_photograph_keeps_its_form_and_loses_what_the_camera_wrote(tmp_path, document):
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    path = save(tmp_path / "a.jpg", "RGB", exif=exif)
    assert b"taken at home" in path.read_bytes()
    name = embed(open_picture(path, 100, 50), document)
    stream = document.idToObject[document.getXObjectName(name)]
    assert stream.dictionary["Filter"] == "/DCTDecode"
    assert Image.open(io.BytesIO(stream.content)).size == (40, 20)
    assert b"taken at home" not in stream.content
