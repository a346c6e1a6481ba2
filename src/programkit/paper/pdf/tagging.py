"""What a document is to those who read with their ears: its tree of headings, tables and figures.

The tree is that of PDF 1.7, section 14.7: elements that hold marked content of pages, links, and
further elements. Pages mark their content while they are drawn; the tree is written at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reportlab.pdfbase import pdfdoc

from programkit.paper.pdf.operators import utf16
from programkit.paper.pdf.tables import Place, closed
from programkit.typeset.blocks import Block
from programkit.typeset.characters import printable
from programkit.typeset.marks import Span

_GROUPS: Final[dict[str, str]] = {"TR": "Table", "LI": "L", "TOCI": "TOC"}
"""What neighboring blocks of a kind are together."""

_INSIDE: Final = {"LI": "LBody", "TOCI": "Reference"}
"""What holds the contents of an item, and of an entry of the contents."""
_HEADINGS: Final = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_NOTHING: Final = (Place(0, 0), Span(0, 0), None)
"""An empty cell."""

_LINKS: Final = 1 << 20
"""The first of the numbers by which links name their elements; those of pages are smaller."""


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object that is written as it stands, and forgotten then: there may be very many."""

    __RefOnly__ = 1

    def __init__(self, source: str = "") -> None:
        self.source = source

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002 - what ReportLab calls
        """Its bytes."""
        source, self.source = self.source, ""
        return source.encode("latin-1")


class Element:
    """An element of the tree.

    Args:
        role: A standard structure type, such as ``P``.
        parent: The element it is in; none for the root.
        alt: What it shows or says, instead of its contents.
        attributes: Further entries, as they are written.
    """

    __slots__ = ("alt", "attributes", "kids", "number", "parent", "role")

    def __init__(
        self, role: str, parent: Element | None, alt: str = "", attributes: str = ""
    ) -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.attributes = attributes
        self.kids: list[Element | tuple[int, int] | tuple[int, str]] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

    def is_last(self) -> bool:
        """Whether nothing follows it so far in the element it is in."""
        return self.parent is not None and self.parent.kids[-1] is self

    def unlink(self) -> None:
        """Be a stretch of text, without the annotation of a link."""
        self.role = "Span"
        self.kids = [
            kid for kid in self.kids if isinstance(kid, Element) or isinstance(kid[1], int)
        ]

    def source(self, page: Sequence[str]) -> str:
        """The element as it is written.

        Args:
            page: The references to the pages.
        """
        told = [f"/Type /StructElem /S /{self.role}"]
        if self.parent is not None:
            told.append(f"/P {self.parent.number} 0 R")
        if self.alt:
            told.append(f"/Alt {utf16(self.alt)}")
        if self.attributes:
            told.append(self.attributes)
        kids = " ".join(_kid(kid, page) for kid in self.kids)
        return f"<< {' '.join(told)} /K [{kids}] >>"


def _kid(kid: Element | tuple[int, int] | tuple[int, str], page: Sequence[str]) -> str:
    """A further element; marked content by its page and number; or an annotation of a page."""
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    number, held = kid
    if isinstance(held, int):
        return f"<< /Type /MCR /Pg {page[number]} /MCID {held} >>"
    return f"<< /Type /OBJR /Pg {page[number]} /Obj {held} >>"


class Tags:
    """The tree of a document while its pages are drawn.

    Args:
        language: BCP 47 tag of the document; what is in another language says so.
    """

    def __init__(self, language: str = "") -> None:
        self._language = language
        self.root = Element("Document", None)
        self._part = self.root
        self._part_name = ""
        self._group: tuple[str, Element] | None = None
        self._block: tuple[Block, Element] | None = None
        self._table: list[tuple[Place, Span, Element]] = []
        self._cells: dict[tuple[int, int], Element] = {}
        self._row = 0
        self._marked: list[list[Element]] = []
        self._parts: list[Element] = []
        self._page = 0
        self._linked: list[Element] = []

    def add_page(self, part: str) -> None:
        """Add a page of some part of the document."""
        if not self._parts or part != self._part_name:
            self._part_name = part
            self._part = Element("Part", self.root)
        self._marked.append([])
        self._parts.append(self._part)

    def turn_to(self, page: int) -> None:
        """Go on with a page that was added, counted from 0."""
        if self._parts[page] is not self._part or page < self._page:
            self._end_group()
            self._block = None
        self._page = page
        self._part = self._parts[page]

    def element(self, block: Block) -> Element:
        """The element of a block; neighboring rows, items and entries are in one element.

        That of a row is its table: its cells are to be asked for.
        """
        if self._block is not None and self._block[0] is block:
            return self._block[1]
        kind = _GROUPS.get(block.role)
        if kind is None:
            self._end_group()
            made = Element(block.role, self._part, block.alt, self._lang(block))
        else:
            if self._group is None or self._group[0] != kind:
                self._end_group()
                self._group = kind, Element(kind, self._part)
            made = self._in_group(block, self._group[1])
        self._block = block, made
        self._cells.clear()
        self._row = 1 + max((place.row + place.rows for place, *_ in self._table), default=0)
        return made

    def _in_group(self, block: Block, group: Element) -> Element:
        if block.role == "TR":
            return group
        made = Element(block.role, group, attributes=self._lang(block))
        return Element(_INSIDE[block.role], made)

    def _lang(self, block: Block) -> str:
        language = printable(block.language)
        return f"/Lang {utf16(language)}" if language not in {"", self._language} else ""

    def cell(self, table: Element, span: Span) -> Element:
        """The element of a cell; strips that hold several rows of a table name them."""
        key = span.row, span.cell
        if key not in self._cells:
            made = Element(span.role, None)
            made.parent = table
            place = Place(self._row + span.row, span.cell, span.rows, span.columns)
            self._table.append((place, span, made))
            self._cells[key] = made
        return self._cells[key]

    def _end_group(self) -> None:
        """Give a table its rows, which all have the same columns."""
        if self._group is not None and self._table:
            for cells in closed([place for place, *_ in self._table]):
                row = Element("TR", self._group[1])
                for at, rows, columns in cells:
                    _, span, cell = self._table[at] if at >= 0 else _NOTHING
                    made = cell or Element("TD", None)
                    made.parent = row
                    made.attributes = _spanning(span, rows, columns)
                    row.kids.append(made)
        self._group = None
        self._table.clear()

    def mark(self, element: Element) -> int:
        """The number by which the page marks what belongs to an element."""
        marked = self._marked[self._page]
        element.kids.append((self._page, len(marked)))
        marked.append(element)
        return len(marked) - 1

    def link(self, element: Element, annotation: str) -> int:
        """Note the annotation of a link, and get the number by which it names its element.

        Args:
            element: The link's element.
            annotation: The reference to the annotation.
        """
        element.kids.append((self._page, annotation))
        self._linked.append(element)
        return _LINKS + len(self._linked) - 1

    def embed(self, document: pdfdoc.PDFDocument, pages: Sequence[str]) -> None:
        """Write the tree into a document.

        Args:
            document: The document.
            pages: The references to all of its pages.
        """
        self._end_group()
        root, tree = Raw(), Raw()
        elements = list(_all(self.root))
        _close_up(element for element in elements if element.role in _HEADINGS)
        written = [Raw() for _ in elements]
        for element, raw in zip(elements, written, strict=True):
            element.number = _number(document, raw)
        for element, raw in zip(elements, written, strict=True):
            raw.source = element.source(pages)
        at_root = f"/P {_number(document, root)} 0 R"
        written[0].source = f"<< {at_root} {written[0].source[2:]}"
        tree.source = f"<< /Nums [{' '.join(self._numbered())}] >>"
        root.source = (
            f"<< /Type /StructTreeRoot /K {self.root.number} 0 R "
            f"/ParentTree {_number(document, tree)} 0 R "
            f"/ParentTreeNextKey {_LINKS + len(self._linked)} >>"
        )
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _numbered(self) -> Iterator[str]:
        for number, marked in enumerate(self._marked):
            yield f"{number} [{' '.join(f'{element.number} 0 R' for element in marked)}]"
        for link, element in enumerate(self._linked):
            yield f"{_LINKS + link} {element.number} 0 R"


def _close_up(headings: Iterable[Element]) -> None:
    """Let headings be as deep as there are others above them: no level is left out.

    Pages call them what they were; what counts is the tree.
    """
    above: list[str] = []
    for heading in headings:
        while above and above[-1] >= heading.role:
            above.pop()
        above.append(heading.role)
        heading.role = f"H{len(above)}"


def _spanning(span: Span, rows: int, columns: int) -> str:
    told = [f"/RowSpan {rows}"] * (rows > 1)
    told += [f"/ColSpan {columns}"] * (columns > 1)
    told += [f"/Scope /{_scope(span)}"] * (span.role == "TH")
    return f"/A << /O /Table {' '.join(told)} >>" if told else ""


def _scope(span: Span) -> str:
    """What a cell heads: in the first row what is below it, in the first column what is beside."""
    if not span.columns:
        return "Row"
    if bool(span.row) == bool(span.cell):
        return "Both"
    return "Row" if span.row else "Column"


def _all(element: Element) -> Iterator[Element]:
    waiting = [element]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(kid for kid in reversed(each.kids) if isinstance(kid, Element))


def _number(document: pdfdoc.PDFDocument, raw: Raw) -> int:
    """The number of an object in the document."""
    name = document.Reference(raw).name
    return int(document.idToObjectNumberAndVersion[name][0])
