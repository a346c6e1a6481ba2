"""A PDF document, drawn page by page: what `typeset` put in place, and nothing by chance.

Only ReportLab's low-level canvas is used, and it gets no text to interpret: glyphs are numbers,
titles and addresses are strings that it escapes. The same pages give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from programkit.errors import RenderError
from programkit.paper.fonts import EmbeddedFont
from programkit.paper.operators import number, show, utf16
from programkit.paper.pictures import embed, open_picture
from programkit.text.links import safe_link
from programkit.typeset.characters import printable
from programkit.typeset.faces import Face
from programkit.typeset.marks import Bar, Fragment, Mark, PageNumber, Picture
from programkit.typeset.pages import Layout, Page, PlacedAnchor

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_URI_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"  # stay as they are; others beyond ASCII are escaped


@dataclass(frozen=True, slots=True)
class Metadata:
    """What readers' software shows about a document, beside its pages."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "en"
    """BCP 47 tag, for screen readers."""
    revised: datetime | None = None
    """When the facts last changed; none given means that nobody said."""


class _NoFont:
    """Stands where the canvas asks which font to begin with; left to itself it names Helvetica."""

    name = fontName = "programkit-none"  # noqa: N815 - what ReportLab reads, as all below
    _dynamicFont = True  # noqa: N815 - nothing is set before the font is used
    _multiByte = False  # noqa: N815 - it has no bold or italic relatives

    @property
    def face(self) -> _NoFont:
        """Its own face, as it has none."""
        return self


class Sheet:
    """A PDF document being drawn.

    Args:
        metadata: Its title, language and so on.
        colors: For each role, such as ``text``, its color as ``#rrggbb``.
    """

    def __init__(self, metadata: Metadata, colors: Mapping[str, str]) -> None:
        pdfmetrics.registerFont(_NoFont())
        self._canvas = Canvas(
            io.BytesIO(),
            pageCompression=0,  # the filters below compress all streams, and without ASCII armor
            invariant=True,
            pdfVersion=(1, 7),
            initialFontName=_NoFont.fontName,
            lang=printable(metadata.language),
        )
        self._document: pdfdoc.PDFDocument = self._canvas._doc  # noqa: SLF001 - fonts and pictures go there
        self._document.defaultStreamFilters = [pdfdoc.PDFZCompress]
        self._colors = {role: _fill(value) for role, value in colors.items()}
        self._color = ""
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._places: dict[str, Any] = {}
        self._wanted: dict[str, None] = {}
        self._labels: list[str] = []
        self._outline: list[int] = []
        self._describe(metadata)

    def _describe(self, metadata: Metadata) -> None:
        canvas = self._canvas
        canvas.setTitle(_clean(metadata.title))
        canvas.setAuthor(_clean(metadata.author))
        canvas.setSubject(_clean(metadata.subject))
        canvas.setKeywords(_clean(metadata.keywords))
        canvas.setCreator("programkit")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        self._date(metadata.revised or _LONG_AGO)

    def _date(self, revised: datetime) -> None:
        """Set the dates, and the identifier made of them; ReportLab takes the environment's."""
        stamp = self._document._timeStamp  # noqa: SLF001 - there is no public way
        stamp.YMDhms = revised.astimezone(UTC).timetuple()[:6]
        self._document.signature = hashlib.md5(b"programkit", usedforsecurity=False)

    def draw(self, layout: Layout) -> None:
        """Draw all pages of a layout, with their links, named places and outline entries.

        Raises:
            RenderError: A picture cannot be read, or a color role has no color.
        """
        for page in layout.pages:
            self._draw_page(page)

    def save(self) -> bytes:
        """The finished document; nothing more can be drawn.

        Raises:
            RenderError: Links lead to places that no page has.
        """
        lost = [name for name in self._wanted if name not in self._places]
        if lost:
            message = f"links lead to places that are on no page: {', '.join(lost)}"
            raise RenderError(f"{message}; give some block an anchor of that name")
        for font in self._fonts.values():
            font.embed(self._document)
        if any(label != str(at) for at, label in enumerate(self._labels, 1)):
            for at, label in enumerate(self._labels):
                self._canvas.addPageLabel(at, prefix=label)
        if self._places:
            self._canvas.setCatalogEntry("Names", {"Dests": _name_tree(self._places)})
        if self._outline:
            self._canvas.showOutline()
        return bytes(self._canvas.getpdfdata())

    def _draw_page(self, page: Page) -> None:
        height = page.shape.height
        self._canvas.setPageSize((page.shape.width, height))
        self._labels.append(_clean(page.label))
        self._color = ""
        for placed in page.anchors:
            self._place(placed, height)
        for link, group in groupby(page.marks, key=_link):
            marks = list(group)
            for mark in marks:
                self._draw_mark(mark, height)
            if link:
                self._add_link(link[0], marks, height)
        self._canvas.showPage()

    def _place(self, placed: PlacedAnchor, height: float) -> None:
        anchor = placed.anchor
        position = {"fit": "XYZ", "left": 0, "top": round(height - placed.y, 2), "zoom": 0}
        if anchor.name not in self._places:
            self._places[anchor.name] = self._canvas.bookmarkPage(
                f"place {anchor.name}", **position
            )
        if anchor.title:
            depth = self._outline[-1] + 1 if self._outline else 0
            self._outline.append(min(anchor.level, depth))
            key = f"entry {len(self._outline)}"
            self._canvas.bookmarkPage(key, **position)
            self._canvas.addOutlineEntry(_clean(anchor.title), key, level=self._outline[-1])

    def _draw_mark(self, mark: Mark, height: float) -> None:
        match mark:
            case Fragment():
                self._fill(mark.color)
                self._canvas.addLiteral(show(mark, self._font(mark.face), height - mark.y))
            case Bar():
                self._fill(mark.color)
                corner = f"{number(mark.x)} {number(height - mark.y - mark.height)}"
                size = f"{number(mark.width)} {number(mark.height)}"
                self._canvas.addLiteral(f"/Artifact BMC {corner} {size} re f EMC")
            case Picture():
                self._draw_picture(mark, height)
            case PageNumber():
                message = f"the page number of {mark.anchor} was never filled in; use lay_out"
                raise RenderError(message)

    def _draw_picture(self, mark: Picture, height: float) -> None:
        raster = open_picture(mark.path, mark.width, mark.height)
        name = embed(raster, self._document)
        size = f"{number(mark.width)} 0 0 {number(mark.height)}"
        corner = f"{number(mark.x)} {number(height - mark.y - mark.height)}"
        begin = f"/Span <</Alt {utf16(_clean(mark.alt))}>> BDC" if mark.alt else "/Artifact BMC"
        self._canvas.addLiteral(f"{begin} q {size} {corner} cm")
        self._canvas.doForm(name)
        self._canvas.addLiteral("Q EMC")

    def _fill(self, role: str) -> None:
        if role not in self._colors:
            known = ", ".join(sorted(self._colors))
            raise RenderError(f'color role "{role}" has no color; the theme has {known}')
        if self._color != role:
            self._color = role
            self._canvas.addLiteral(self._colors[role])

    def _font(self, face: Face) -> EmbeddedFont:
        if face not in self._fonts:
            self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return self._fonts[face]

    def _add_link(self, link: str, marks: Sequence[Mark], height: float) -> None:
        left = min(mark.x for mark in marks)
        right = max(mark.x + mark.width for mark in marks)
        tops, bottoms = zip(*map(_extent, marks), strict=True)
        box = (left, height - max(bottoms), right, height - min(tops))
        rectangle = tuple(round(edge, 2) for edge in box)
        described = _clean("".join(mark.text for mark in marks if isinstance(mark, Fragment)))
        if link.startswith("#"):
            self._wanted[link[1:]] = None
            self._canvas.linkAbsolute(described, f"place {link[1:]}", rectangle, Border="[0 0 0]")
        elif address := safe_link(link):
            self._canvas.linkURL(quote(address, safe=_URI_CHARACTERS), rectangle, thickness=0)


def _fill(color: str) -> str:
    """The operator that fills with a color; black and grays in the color space of printer's ink."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    if red == green == blue:
        return f"{number(red)} g"
    return f"{number(red)} {number(green)} {number(blue)} rg"


def _clean(text: str) -> str:
    return printable(text)


def _name_tree(places: Mapping[str, Any]) -> pdfdoc.PDFDictionary:
    """The names by which links from elsewhere, such as ``booklet.pdf#agenda``, find places."""
    encoded = {name.encode("utf-8", "replace"): place for name, place in places.items()}
    pairs = [entry for name in sorted(encoded) for entry in (f"<{name.hex()}>", encoded[name])]
    return pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(pairs)})


def _link(mark: Mark) -> tuple[str, float] | None:
    """What marks have in common that are one link: where it leads, and their baseline."""
    if isinstance(mark, Fragment | Picture) and mark.link:
        return mark.link, mark.y
    return None


def _extent(mark: Mark) -> tuple[float, float]:
    """The top and bottom of a mark, from the top of the page."""
    if isinstance(mark, Fragment):
        scale = mark.size / 1000
        return mark.y - mark.face.ascent * scale, mark.y - mark.face.descent * scale
    return mark.y, mark.y + (mark.height if isinstance(mark, Bar | Picture) else 0.0)


def render(layout: Layout, metadata: Metadata, colors: Mapping[str, str]) -> bytes:
    """A layout as the bytes of a PDF file.

    Args:
        layout: The pages.
        metadata: The document's title, language and so on.
        colors: For each role, such as ``text``, its color as ``#rrggbb``.

    Raises:
        RenderError: A picture cannot be read, or a color role has no color.
    """
    sheet = Sheet(metadata, colors)
    sheet.draw(layout)
    return sheet.save()
