"""Opening a finished booklet, to make something else of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from programkit.errors import RenderError


@contextmanager
def finished_booklet(data: bytes) -> Iterator[pikepdf.Pdf]:
    """A PDF, opened; whatever is found wrong with it meanwhile is told.

    Args:
        data: The PDF.

    Raises:
        RenderError: It is no PDF, locked, without pages, or damaged.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            if not len(document.pages):
                raise RenderError("the PDF has no pages; give a finished booklet")
            yield document
    except pikepdf.PasswordError as error:
        raise RenderError("the PDF is locked; give one that opens without a password") from error
    except (pikepdf.PdfError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise RenderError("it cannot be read as PDF; give a finished booklet") from error
