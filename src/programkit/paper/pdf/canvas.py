"""A PDF document, drawn page by page: what `typeset` put in place, and nothing by chance.

Only ReportLab's low-level canvas is used, and it gets no text to interpret: glyphs are numbers,
titles and addresses are strings that it escapes. The same pages give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final
from weakref import finalize

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from programkit.paper.images.pictures import embed, open_picture
from programkit.paper.pdf.drawing import Colors, Content, Rectangle, Services
from programkit.paper.pdf.fonts import Fonts
from programkit.paper.pdf.links import Links, encoded
from programkit.paper.pdf.metadata import add_metadata
from programkit.paper.pdf.operators import number
from programkit.paper.pdf.pagecache import PAGES, Drawn, Link, uses_of
from programkit.paper.pdf.pagekeys import PageKey
from programkit.paper.pdf.tagging import Element, Tags
from programkit.paper.pdf.writing import Stored, scratch, written
from programkit.typeset.characters import printable
from programkit.typeset.linecache import LINES
from programkit.typeset.marks import Picture
from programkit.typeset.pages import Layout, Page, PageShape, PlacedAnchor
from programkit.typeset.waiting import Packed, Waiting

_LEVEL = 5  # of compression: a third faster than 6, and a thirtieth larger
_PAGE_ENTRIES: Final = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


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
    leftward: bool = False
    """Whether it is bound on the right, and its pages turned the other way."""


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
        tagged: Whether it says what its contents are: headings, tables, links.
    """

    def __init__(
        self, metadata: Metadata, colors: Mapping[str, str], *, tagged: bool = True
    ) -> None:
        pdfmetrics.registerFont(_NoFont())
        self._canvas = Canvas(
            io.BytesIO(),
            pageCompression=0,  # pages are compressed when they are drawn, the rest by the filters
            invariant=True,
            pdfVersion=(1, 7),
            initialFontName=_NoFont.fontName,
            lang=printable(metadata.language),
        )
        self._document: pdfdoc.PDFDocument = self._canvas._doc  # noqa: SLF001 - fonts and pictures go there
        self._document.defaultStreamFilters = [pdfdoc.PDFZCompress]
        self._contents = scratch()
        finalize(self, self._contents.close)
        self._fonts = Fonts()
        self._tags = Tags(printable(metadata.language)) if tagged else None
        self._colors = Colors(colors)
        self._places: dict[str, str] = {}
        self._pages: list[_Reserved] = []
        self._packed = Waiting()
        self._waiting: list[tuple[_Reserved, Page | Packed, PageKey | None]] = []
        self._keeps = PAGES.keeps and not tagged
        self._labels: list[str] = []
        self._outline: list[int] = []
        self._describe(metadata)

    def _describe(self, metadata: Metadata) -> None:
        canvas = self._canvas
        canvas.setTitle(printable(metadata.title))
        canvas.setAuthor(printable(metadata.author))
        canvas.setSubject(printable(metadata.subject))
        canvas.setKeywords(printable(metadata.keywords))
        canvas.setCreator("programkit")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        if metadata.leftward:
            canvas.setViewerPreference("Direction", "R2L")
        self._date(metadata.revised or _LONG_AGO)
        add_metadata(canvas, printable(metadata.language))

    def _date(self, revised: datetime) -> None:
        """Set the dates, and the identifier made of them; ReportLab takes the environment's."""
        stamp = self._document._timeStamp  # noqa: SLF001 - there is no public way
        stamp.YMDhms = revised.astimezone(UTC).timetuple()[:6]
        self._document.signature = hashlib.md5(b"programkit", usedforsecurity=False)

    def add(self, pages: Sequence[Page]) -> None:
        """Add the pages of a flow, with their links, named places and outline entries.

        They are drawn at once, so that nothing of them has to be kept, but for those that show the
        numbers of pages: these are drawn when all pages are there.

        Raises:
            RenderError: A picture cannot be read, or a color role has no color.
        """
        reserved = [self._reserve(page) for page in pages]
        if any(page.waits for page in pages):
            keys = [self._key(page) for page in pages]
            self._waiting += zip(reserved, self._packed.packed(pages), keys, strict=True)
        else:
            for page, its in zip(pages, reserved, strict=True):
                self._put(page, its, self._key(page))

    def _key(self, page: Page) -> PageKey | None:
        """The key of a page, if pages are kept and this one can be."""
        return PageKey.of(page, self._colors.roles) if self._keeps else None

    def save(self) -> bytes:
        """The finished document; nothing more can be added.

        Links to places that no page has lead nowhere.

        Raises:
            RenderError: A picture cannot be read, or a color role has no color.
        """
        for reserved, packed, key in self._waiting:
            self._put(packed, reserved, key)
        for reserved in self._pages:
            reserved.made.Annots = reserved.links.taken(self._places)
        for font in self._fonts.values():
            font.embed(self._document)
        self._fonts.clear()  # what their words look like is not needed while all is written
        self._name()
        if self._tags is not None:
            self._tags.embed(self._document, [reserved.reference for reserved in self._pages])
        self._document.format = partial(written, self._document)
        return bytes(self._canvas.getpdfdata())

    def _name(self) -> None:
        """Say how pages are numbered, what places are called, and what the outline lists."""
        if any(label != str(at) for at, label in enumerate(self._labels, 1)):
            for at, label in enumerate(self._labels):
                self._canvas.addPageLabel(at, prefix=label)
        if self._places:
            self._canvas.setCatalogEntry("Names", {"Dests": _name_tree(self._places)})
        if self._outline:
            self._canvas.showOutline()

    def _reserve(self, page: Page) -> _Reserved:
        """Give a page its place in the document, still without contents."""
        shape = page.shape
        size = (shape.height, shape.width) if shape.turned else (shape.width, shape.height)
        self._canvas.setPageSize(size)
        self._labels.append(printable(page.label))
        name = self._document.thisPageName()
        if self._tags is not None:
            self._tags.add_page(page.part)
        for placed in page.anchors:
            self._list(placed, shape)
        self._canvas.showPage()
        made = self._document.idToObject[name]
        if shape.bleed:
            _let_bleed(made, size, shape.bleed)
        number = self._document.idToObjectNumberAndVersion[name][0]
        links = Links(self._document, self._tags, shape.height if shape.turned else 0.0)
        reserved = _Reserved(made, len(self._pages), f"{number} 0 R", links)
        self._pages.append(reserved)
        for placed in page.anchors:
            self._places.setdefault(placed.anchor.name, _position(placed, shape, reserved))
        return reserved

    def _put(self, page: Page | Packed, reserved: _Reserved, key: PageKey | None) -> None:
        """Give a page its contents: those that are kept, or it is drawn."""
        whole = key.whole if key else b""
        known = PAGES.get(whole) if key else None
        if known is not None and known.suits(self._fonts, LINES.faces):
            reserved.made.Contents = Stored(known.contents, self._contents)
            reserved.made.stream = None
            for link in known.links:
                reserved.links.add(*link, None)
            return
        if key:
            self._fonts.watch()
        links: list[Link] = []
        contents = self._draw(self._packed.unpacked(page), reserved, links)
        uses = uses_of(self._fonts) if key else None
        if uses is not None:
            PAGES.put(whole, Drawn(contents, uses, links))

    def _draw(self, page: Page, reserved: _Reserved, links: list[Link]) -> bytes:
        """Give a page its contents, its links, and its number among those that are tagged."""
        made = reserved.made
        if self._tags is not None:
            self._tags.turn_to(reserved.number)
            made.__NoDefault__ = _PAGE_ENTRIES
            made.StructParents, made.Tabs = reserved.number, "/S"
        pictures: list[str] = []
        services = Services(
            self._fonts,
            self._colors,
            self._tags,
            partial(self._add_picture, pictures),
            partial(self._add_link, reserved, links),
        )
        compressed = zlib.compress(Content(page, services).drawn(), _LEVEL)
        made.Contents = Stored(compressed, self._contents)
        made.stream = None
        if pictures:
            made.XObjects = self._document.xobjDict(pictures)
        return compressed

    def _list(self, placed: PlacedAnchor, shape: PageShape) -> None:
        """List a place in the reader's outline, if it has a title."""
        anchor = placed.anchor
        if anchor.title:
            depth = self._outline[-1] + 1 if self._outline else 0
            self._outline.append(min(anchor.level, depth))
            key = f"entry {len(self._outline)}"
            top = None if shape.turned else round(shape.height - placed.y, 2)
            where = {"fit": "XYZ", "left": 0, "top": top, "zoom": 0} if top else {"fit": "Fit"}
            self._canvas.bookmarkPage(key, **where)
            self._canvas.addOutlineEntry(printable(anchor.title), key, level=self._outline[-1])

    def _add_link(
        self,
        reserved: _Reserved,
        links: list[Link],
        link: str,
        box: Rectangle,
        told: str,
        element: Element | None,
    ) -> None:
        reserved.links.add(link, box, told, element)
        if self._keeps:
            links.append((link, box, told))

    def _add_picture(self, pictures: list[str], mark: Picture) -> str:
        name = embed(open_picture(mark.path, mark.width, mark.height), self._document)
        pictures.append(name)
        return str(self._document.getXObjectName(name))


@dataclass(slots=True)
class _Reserved:
    """A page's place in the document."""

    made: pdfdoc.PDFPage
    number: int
    """Counted from 0."""
    reference: str
    links: Links


def _position(placed: PlacedAnchor, shape: PageShape, reserved: _Reserved) -> str:
    if shape.turned:
        return f"[{reserved.reference} /Fit]"
    return f"[{reserved.reference} /XYZ 0 {number(shape.height - placed.y)} 0]"


def _name_tree(places: Mapping[str, str]) -> pdfdoc.PDFDictionary:
    """The names by which links, also from elsewhere as ``booklet.pdf#agenda``, find places."""
    known = {encoded(name): place for name, place in places.items()}
    pairs = [entry for name in sorted(known) for entry in (f"<{name.hex()}>", known[name])]
    return pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(pairs)})


def _let_bleed(page: pdfdoc.PDFPage, size: tuple[float, float], bleed: float) -> None:
    """Make a page larger than what is left of it after cutting; its origin stays where it was."""
    width, height = size
    larger = [-bleed, -bleed, width + bleed, height + bleed]
    page.MediaBox = page.BleedBox = pdfdoc.PDFArray([round(edge, 3) for edge in larger])
    page.TrimBox = pdfdoc.PDFArray([0, 0, width, height])


def render(
    layout: Layout,
    metadata: Metadata,
    colors: Mapping[str, str],
    *,
    tagged: bool = True,
) -> bytes:
    """A layout as the bytes of a PDF file.

    Args:
        layout: The pages.
        metadata: The document's title, language and so on.
        colors: For each role, such as ``text``, its color as ``#rrggbb``.
        tagged: Whether the document says what its contents are, for screen readers.

    Raises:
        RenderError: A picture cannot be read, or a color role has no color.
    """
    sheet = Sheet(metadata, colors, tagged=tagged)
    sheet.add(layout.pages)
    return sheet.save()
