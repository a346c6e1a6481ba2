"""Pictures for the page: opened with suspicion, scaled down to print resolution, stripped bare.

Drawings, which are PDF or SVG, stay drawings; pictures made of points become gray or sRGB.
"""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps
from reportlab.pdfbase import pdfdoc

from programkit.errors import RenderError

_LARGEST_FILE = 25_000_000  # bytes
_MOST_PIXELS = 60_000_000
_RESOLUTION = 300  # dots per inch; more than that no printer shows
_QUALITY = 92
_HEAD = 4096  # bytes in which a file says what it is
_SVG = re.compile(rb"<(?:\w+:)?svg[\s>]")
_ORIENTATION = 0x0112  # the tag by which cameras say how a picture is to be turned
_SIDEWAYS = {5, 6, 7, 8}


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as it goes into a document: no metadata, no more pixels than needed."""

    image: Image.Image
    """In mode L or RGB, or LA or RGBA where it is transparent."""
    photographic: bool
    """Whether it came as JPEG, and is to be stored so."""


@dataclass(frozen=True, slots=True)
class Vector:
    """A drawing as it goes into a document."""

    path: Path
    """The file it comes from."""
    data: bytes
    """A PDF whose first page it is."""
    width: float
    """In points, as the file has it."""
    height: float
    """Likewise."""


def open_picture(path: Path, width: float, height: float) -> Raster | Vector:
    """A picture from a file, turned upright, for a rectangle on the page.

    Args:
        path: A PNG, JPEG, PDF or SVG file; of a PDF, the first page.
        width: How wide it is drawn, in points.
        height: How high it is drawn, in points.

    Raises:
        RenderError: The file is missing, too large, damaged, or none of these.
    """
    drawing = _drawing(path)
    if drawing is not None:
        return drawing
    with _judging(path):
        return _read(path, width, height)


def picture_size(path: Path) -> tuple[float, float]:
    """The proportions of a picture as it will be drawn: its width and height, in whatever unit.

    Raises:
        RenderError: The file is missing, too large, damaged, or no picture.
    """
    drawing = _drawing(path)
    if drawing is not None:
        return drawing.width, drawing.height
    with _judging(path), Image.open(path, formats=("PNG", "JPEG")) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise _too_large(path)
        sideways = image.getexif().get(_ORIENTATION) in _SIDEWAYS
        return (image.height, image.width) if sideways else image.size


@contextmanager
def _judging(path: Path) -> Iterator[None]:
    """Says what is wrong with a file whatever Pillow finds."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large(path) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise _unreadable(path) from error


def _drawing(path: Path) -> Vector | None:
    """What is in a PDF or SVG file; none if it is neither."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise _too_large(path)
        with path.open("rb") as file:
            head = file.read(_HEAD)
            is_pdf = b"%PDF-" in head
            if not is_pdf and not _SVG.search(head):
                return None
            data = head + file.read()
    except OSError as error:
        raise _unreadable(path) from error
    return _drawn(path, data, is_pdf=is_pdf)


def _drawn(path: Path, data: bytes, *, is_pdf: bool) -> Vector:
    from programkit.paper.images.svg import svg_to_pdf  # noqa: PLC0415 - much to load for few
    from programkit.paper.images.vectors import read_vector  # noqa: PLC0415 - loads pikepdf

    return read_vector(path, data if is_pdf else svg_to_pdf(path, data))


def _unreadable(path: Path) -> RenderError:
    return RenderError(
        f"picture {path}: it cannot be read; give a sound PNG, JPEG, PDF or SVG file"
    )


def _too_large(path: Path) -> RenderError:
    return RenderError(
        f"picture {path}: it is too large; give one of at most "
        f"{_LARGEST_FILE // 1_000_000} MB and {_MOST_PIXELS // 1_000_000} million pixels"
    )


def _read(path: Path, width: float, height: float) -> Raster:
    with Image.open(path, formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            raise _too_large(path)
        image = _in_srgb(ImageOps.exif_transpose(opened))
        image = image.convert(_mode(image))
        photographic = opened.format == "JPEG"
    image.thumbnail((_pixels(width), _pixels(height)), Image.Resampling.LANCZOS)
    return Raster(image, photographic)


def _in_srgb(image: Image.Image) -> Image.Image:
    """A picture of another color space, such as a camera's or a press's, in that of screens.

    Without a profile nobody knows better than to take the numbers as they are.
    """
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK"}:
        return image
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGB" if image.mode == "CMYK" else image.mode
        srgb = ImageCms.createProfile("sRGB")
        same = "sRGB" in ImageCms.getProfileDescription(own)
        converted = None if same else ImageCms.profileToProfile(image, own, srgb, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return image
    return image if converted is None else converted


def _pixels(points: float) -> int:
    return max(1, round(points / 72 * _RESOLUTION))


def _mode(image: Image.Image) -> str:
    gray = image.mode in {"1", "L", "LA", "I", "I;16"}
    if image.has_transparency_data:
        return "LA" if gray else "RGBA"
    return "L" if gray else "RGB"


def embed(picture: Raster | Vector, document: pdfdoc.PDFDocument) -> str:
    """Put a picture into a document, once however often it is drawn.

    Returns:
        The name to give to the canvas to draw it, one point wide and high.

    Raises:
        RenderError: A drawing has something that cannot be printed safely, or faithfully.
    """
    if isinstance(picture, Vector):
        from programkit.paper.images.vectors import embed_vector  # noqa: PLC0415 - loads pikepdf

        return embed_vector(picture, document)
    image = picture.image
    digest = hashlib.sha256(f"{image.mode} {image.size} {picture.photographic}".encode())
    digest.update(image.tobytes())
    name = digest.hexdigest()[:32]
    if document.hasForm(name):
        return name
    if image.mode in {"LA", "RGBA"}:
        mask = _stream(image.getchannel("A"), photographic=False)
        stream = _stream(image.convert(image.mode[:-1]), photographic=picture.photographic)
        stream.dictionary["SMask"] = document.Reference(mask)
    else:
        stream = _stream(image, photographic=picture.photographic)
    document.addForm(name, stream)
    return name


def _stream(image: Image.Image, *, photographic: bool) -> pdfdoc.PDFStream:
    entries = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
        "ColorSpace": pdfdoc.PDFName("DeviceGray" if image.mode == "L" else "DeviceRGB"),
    }
    content = image.tobytes()
    if photographic:
        entries["Filter"] = pdfdoc.PDFName("DCTDecode")
        file = io.BytesIO()
        image.save(file, "JPEG", quality=_QUALITY)
        content = file.getvalue()
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content)
