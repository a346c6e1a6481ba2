"""SVG logos, drawn as vectors by svglib, which is an optional extra."""

from __future__ import annotations

import io
import logging
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, tostring

from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas

from programkit.errors import RenderError
from programkit.paper.images.svgreader import UnsoundSvgError
from programkit.paper.images.svgtree import read_svg

_MOST_BYTES = 2_000_000
_LENGTH = re.compile(r"\s*([0-9.eE+-]+)\s*(?:px|pt|pc|mm|cm|in|q)?\s*\Z", re.IGNORECASE)


def svg_to_pdf(path: Path, data: bytes) -> bytes:
    """An SVG as a PDF of one page.

    Args:
        path: The file, for messages.
        data: What is in it.

    Raises:
        RenderError: svglib is not installed, or the SVG cannot be drawn safely or faithfully.
    """
    try:
        from svglib.svglib import svg2rlg  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        raise RenderError(
            f"picture {path}: an SVG needs svglib; install programkit[svg], or give the logo as "
            "PDF or PNG"
        ) from error
    try:
        with _warnings() as warnings:
            drawing: Any = svg2rlg(io.BytesIO(_prepared(data)))
            file = io.BytesIO()
            canvas = Canvas(file, (drawing.width, drawing.height), pageCompression=0, invariant=1)
            renderPDF.draw(drawing, canvas, 0, 0)
            canvas.save()
    except UnsoundSvgError as error:
        raise _unsound(path, str(error)) from error
    except Exception as error:  # any kind comes from svglib when an SVG is not as it expects
        raise _unsound(path, "it is damaged") from error
    if warnings:
        raise _unsound(path, f"it cannot be drawn exactly ({warnings[0]})")
    return file.getvalue()


def _unsound(path: Path, what: str) -> RenderError:
    return RenderError(
        f"picture {path}: {what}; save it as plain SVG with text and effects as paths, or give the "
        "logo as PDF or PNG"
    )


def _prepared(data: bytes) -> bytes:
    """The shapes alone, on a canvas whose size is that of the coordinates within."""
    if len(data) > _MOST_BYTES:
        raise UnsoundSvgError("it is too large")
    root = read_svg(data)
    left, top, width, height = _view(root)
    root.set("viewBox", f"{left} {top} {width} {height}")
    root.set("width", str(width))
    root.set("height", str(height))
    for key in ("x", "y", "preserveAspectRatio"):
        root.attrib.pop(key, None)
    return tostring(root)


def _view(root: Element) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is seen."""
    parts = root.get("viewBox", "").replace(",", " ").split()
    if not parts:
        sides = (_LENGTH.match(root.get(key, "")) for key in ("width", "height"))
        parts = ["0", "0", *(side[1] for side in sides if side)]
    try:
        left, top, width, height = map(float, parts)
    except ValueError:
        raise UnsoundSvgError("it does not say how large it is") from None
    if not all(map(math.isfinite, (left, top))) or not (
        0 < width < math.inf and 0 < height < math.inf
    ):
        raise UnsoundSvgError("its size is impossible")
    return left, top, width, height


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What svglib warns of meanwhile, which is what it leaves out."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger = logging.getLogger("svglib.svglib")
    listener = Listener(logging.WARNING)
    propagates = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagates
