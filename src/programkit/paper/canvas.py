"""A PDF document, drawn page by page: what `typeset` put in place, and nothing by chance.

Only ReportLab's low-level canvas is used. It gets no text that it would interpret: glyphs are
numbers, names of links and outline entries are strings it escapes, and its markup parser is never
called. The same pages give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlsplit

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from programkit.errors import RenderError
from programkit.paper import pictures
from programkit.paper.fonts import EmbeddedFont
from programkit.paper.operators import number, show, utf16
from programkit.typeset.characters import printable
from programkit.typeset.faces import Face
from programkit.typeset.marks import Bar, Fragment, Mark, PageNumber, Picture
from programkit.typeset.pages import Layout, Page, PlacedAnchor

_SCHEMES = frozenset({"http", "https", "mailto"})
_LONGEST_NAME = 120  # bytes of a PDF name that every reader accepts
_URI_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What readers' software shows about a document, beside its pages."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "en"
    """BCP 47 tag, for screen readers."""


@dataclass(frozen=True, slots=True)
class _NoFont:
    """Stands where the canvas asks for a font to begin with; without it, that is Helvetica."""

    fontName: str = "programkit-none"  # noqa: N815 - the name ReportLab looks for
    _dynamicFont: bool = True  # noqa: N815 - likewise; it means: set nothing until it is used


@dataclass(slots=True)
class _Links:
    """The names that links lead to, and those that exist."""

    wanted: dict[str, None] = field(default_factory=dict)
    placed: dict[str, Any] = field(default_factory=dict)


class Sheet:
    """A PDF document being drawn.

    Args:
        metadata: Its title, language and so on.
        colors: For each role, such as ``text``, its color as ``#rrggbb``.
    """

    def __init__(self, metadata: Metadata, colors: Mapping[str, str]) -> None:
        pdfmetrics.registerFont(_NoFont())
        self._file = io.BytesIO()
        self._canvas = Canvas(
            self._file,
            pageCompression=0,  # see below
            invariant=True,
            pdfVersion=(1, 7),
            initialFontName=_NoFont.fontName,
            lang=printable(metadata.language),
        )
        self._document: pdfdoc.PDFDocument = self._canvas._doc  # noqa: SLF001 - fonts need it
        # Compresses all streams alike, where pageCompression would wrap pages in ASCII as well.
        self._document.defaultStreamFilters = [pdfdoc.PDFZCompress]
        self._describe(metadata)
        self._colors = {role: _color(role, value) for role, value in colors.items()}
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._links = _Links()
        self._outline_level = -1
        self._entries = 0
        self._pages = 0

    def _describe(self, metadata: Metadata) -> None:
        canvas = self._canvas
        canvas.setTitle(_clean(metadata.title))
        canvas.setAuthor(_clean(metadata.author))
        canvas.setSubject(_clean(metadata.subject))
        canvas.setKeywords(_clean(metadata.keywords))
        canvas.setCreator("programkit")
        canvas.setViewerPreference("DisplayDocTitle", "true")

    def draw(self, layout: Layout) -> None:
        """Draw all pages of a layout, with its links, named places, outline and page labels.

        Raises:
            RenderError: A picture cannot be read, or a mark's color role has no color.
        """
        for page in layout.pages:
            self._draw_page(page)

    def _draw_page(self, page: Page) -> None:
        shape = page.shape
        self._canvas.setPageSize((shape.width, shape.height))
        if page.label != str(self._pages + 1):
            self._canvas.addPageLabel(self._pages, prefix=_clean(page.label))
        for placed in page.anchors:
            self._place(placed, shape.height)
        for _, marks in groupby(page.marks, key=_link_line):
            self._draw_marks(list(marks), shape.height)
        self._canvas.showPage()
        self._pages += 1
"""
"""
