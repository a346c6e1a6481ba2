"""Vector logos: the first page of a PDF, or an SVG made into one, as a form that scales to a box.

Only what is drawn is taken over: the content of the page and what it names, object by object, as
far as it is known to be harmless. Links, scripts, attachments, layers and metadata are left behind.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits
from reportlab.pdfbase import pdfdoc

from programkit.errors import RenderError
from programkit.paper.images.instructions import UnsoundError
from programkit.paper.images.pictures import Vector
from programkit.paper.images.transplant import MOST_BYTES, Transplant

_LARGEST_SIDE = 20_000.0  # points, which are 7 meters
_LONGEST = 100.0  # how many times longer than wide, or wider than long


def read_vector(path: Path, data: bytes) -> Vector:
    """The drawing on the first page of a PDF, as far as readers see it (its CropBox).

    Args:
        path: The file, for messages.
        data: The PDF.

    Raises:
        RenderError: It is locked, damaged, has no page, or one of impossible size.
    """
    with _first_page(path, data) as page:
        left, bottom, right, top = _box(page)
        size = right - left, top - bottom
        width, height = size if page.rotation % 180 == 0 else size[::-1]
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        raise _unsound(path, f"its page is {width:g} × {height:g} points large")
    if not 1 / _LONGEST <= width / height <= _LONGEST:
        raise _unsound(path, "its page is a mere line")
    return Vector(path, data, width, height)


def embed_vector(vector: Vector, document: pdfdoc.PDFDocument) -> str:
    """Put a drawing into a document, scaled to one by one, once however often it is drawn.

    Returns:
        The name to give to the canvas to draw it.

    Raises:
        RenderError: It has something that cannot be printed safely, or faithfully.
    """
    name = hashlib.sha256(vector.data).hexdigest()[:32]
    if not document.hasForm(name):
        with _first_page(vector.path, vector.data) as page:
            form = Transplant(document, name).page(page)
            left, bottom, right, top = _box(page)
            form.dictionary["BBox"] = f"[{left:.4f} {bottom:.4f} {right:.4f} {top:.4f}]"
            form.dictionary["Matrix"] = f"[{' '.join(_unit_matrix(page))}]"
        document.addForm(name, form)
    return name


@contextmanager
def _first_page(path: Path, data: bytes) -> Iterator[pikepdf.Page]:
    """The first page of a PDF, opened with limits; whatever is wrong with it names the file."""
    before: dict[str, Any] = set_qpdf_limits(
        flate_max_memory=MOST_BYTES,
        run_length_max_memory=MOST_BYTES,
        png_max_memory=MOST_BYTES,
        tiff_max_memory=MOST_BYTES,
        max_stream_filters=3,
        parser_max_nesting=50,
        parser_max_container_size=200_000,
        doc_max_warnings=50,
    )
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as document:
            if document.is_encrypted:
                raise _unsound(path, "it is locked")
            yield document.pages[0]
    except pikepdf.PasswordError as error:
        raise _unsound(path, "it is locked") from error
    except UnsoundError as error:
        raise _unsound(path, str(error)) from error
    except (pikepdf.PdfError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise _unsound(path, "it is damaged") from error
    finally:
        set_qpdf_limits(**before)


def _unsound(path: Path, what: str) -> RenderError:
    return RenderError(
        f"picture {path}: {what}; save it anew as PDF, with text as outlines and without layers, "
        "or give a PNG file"
    )


def _box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(edge) for edge in page.cropbox)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _unit_matrix(page: pikepdf.Page) -> Iterator[str]:
    """What scales the page's box to one by one, turned as the page is shown."""
    left, bottom, right, top = _box(page)
    x, y = 1 / (right - left), 1 / (top - bottom)
    u, v = -left * x, -bottom * y  # where the box's coordinates begin, in parts of it
    matrix = {
        0: (x, 0, 0, y, u, v),
        90: (0, -x, y, 0, v, 1 - u),
        180: (-x, 0, 0, -y, 1 - u, 1 - v),
        270: (0, x, -y, 0, 1 - v, u),
    }[int(page.rotation) % 360]
    return (f"{part:.9f}" for part in matrix)
