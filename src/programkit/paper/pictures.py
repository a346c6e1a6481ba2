"""Pictures for the page: opened with suspicion, scaled down to print resolution, stripped bare."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps
from reportlab.pdfbase import pdfdoc

from programkit.errors import RenderError

_LARGEST_FILE = 25_000_000  # bytes
_MOST_PIXELS = 60_000_000
_RESOLUTION = 300  # dots per inch; more than that no printer shows
_QUALITY = 92


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as it goes into a document: no metadata, no more pixels than needed."""

    image: Image.Image
    """In mode L or RGB, or LA or RGBA where it is transparent."""
    photographic: bool
    """Whether it came as JPEG, and is to be stored so."""


def open_picture(path: Path, width: float, height: float) -> Raster:
    """A picture from a file, turned upright, for a rectangle on the page.

    Args:
        path: A PNG or JPEG file.
        width: How wide it is drawn, in points.
        height: How high it is drawn, in points.

    Raises:
        RenderError: The file is missing, too large, damaged, or no PNG or JPEG picture.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _read(path, width, height)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large(path) from error
    except (OSError, SyntaxError, ValueError) as error:
        message = f"picture {path}: it cannot be read; give a sound PNG or JPEG file"
        raise RenderError(message) from error


def _too_large(path: Path) -> RenderError:
    return RenderError(
        f"picture {path}: it is too large; give one of at most "
        f"{_LARGEST_FILE // 1_000_000} MB and {_MOST_PIXELS // 1_000_000} million pixels"
    )


def _read(path: Path, width: float, height: float) -> Raster:
    if path.stat().st_size > _LARGEST_FILE:
        raise _too_large(path)
    with Image.open(path, formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            raise _too_large(path)
        image: Image.Image = ImageOps.exif_transpose(opened)
        image = image.convert(_mode(image))
        photographic = opened.format == "JPEG"
    image.thumbnail((_pixels(width), _pixels(height)), Image.Resampling.LANCZOS)
    return Raster(image, photographic)


def _pixels(points: float) -> int:
    return max(1, round(points / 72 * _RESOLUTION))


def _mode(image: Image.Image) -> str:
    gray = image.mode in {"1", "L", "LA", "I", "I;16"}
    if image.has_transparency_data:
        return "LA" if gray else "RGBA"
    return "L" if gray else "RGB"


def embed(raster: Raster, document: pdfdoc.PDFDocument) -> str:
    """Put a picture into a document, once however often it is drawn.

    Returns:
        The name to give to the canvas to draw it.
    """
    image = raster.image
    digest = hashlib.sha256(f"{image.mode} {image.size} {raster.photographic}".encode())
    digest.update(image.tobytes())
    name = digest.hexdigest()[:32]
    if document.hasForm(name):
        return name
    if image.mode in {"LA", "RGBA"}:
        mask = _stream(image.getchannel("A"), photographic=False)
        stream = _stream(image.convert(image.mode[:-1]), photographic=raster.photographic)
        stream.dictionary["SMask"] = document.Reference(mask)
    else:
        stream = _stream(image, photographic=raster.photographic)
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
