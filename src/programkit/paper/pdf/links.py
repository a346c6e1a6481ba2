"""Links of pages: to the web, and to named places of the document once it is known which it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc

from programkit.paper.pdf.drawing import Rectangle, described
from programkit.paper.pdf.tagging import Element, Raw, Tags
from programkit.text.links import safe_link

_URI_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"  # stay as they are; others beyond ASCII are escaped


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """Something that is written where it stands."""

    def __init__(self, source: bytes) -> None:
        self.source = source

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002 - what ReportLab calls
        """Its bytes."""
        return self.source


@dataclass(slots=True)
class _Link:
    """A link of a page."""

    source: str
    """Its annotation, without where it leads."""
    name: str
    """The place in the document that it leads to; empty for one that leads to the web."""
    element: Element | None = None
    """What it is in a tagged document: then its annotation is an object that this can name."""
    annotation: Raw | None = None
    reference: str = ""

    def lead(self, places: Mapping[str, str]) -> str | None:
        """What stands for it on its page; none where it would lead nowhere, and is text then."""
        found = not self.name or self.name in places
        end = f" /Dest <{encoded(self.name).hex()}> >>" if found and self.name else " >>"
        if self.annotation is not None:
            self.annotation.source = self.source + end
        if not found and self.element is not None:
            self.element.unlink()
        return (self.reference or self.source + end) if found else None


@dataclass(slots=True)
class Links:
    """The links of a page."""

    document: pdfdoc.PDFDocument
    tags: Tags | None
    turned: float = 0.0
    """How high a page is that is drawn turned by a quarter."""
    found: list[_Link] = field(default_factory=list)

    def add(self, link: str, box: Rectangle, told: str, element: Element | None) -> None:
        """Add a link, unless its address is none that readers may be led to.

        Args:
            link: Where it leads: an address, or ``#`` and the name of a place.
            box: Its rectangle as the page is read, from the bottom.
            told: What it says.
            element: What it is in the document's tree.
        """
        target = ""
        if not link.startswith("#"):
            address = safe_link(link)
            if not address:
                return
            uri = quote(address, safe=_URI_CHARACTERS).encode("ascii", "replace")
            target = f" /A << /S /URI /URI <{uri.hex()}> >>"
        if self.turned:
            left, bottom, right, top = box
            box = (self.turned - top, left, self.turned - bottom, right)
        made = _Link("", "" if target else link[1:], element)
        rectangle = " ".join([f"{edge:.2f}" for edge in box])
        made.source = (
            f"<< /Type /Annot /Subtype /Link /Rect [{rectangle}] /Border [0 0 0] /F 4 "
            f"{self._parent(made)}/Contents {described(told)}{target}"
        )
        self.found.append(made)

    def _parent(self, link: _Link) -> str:
        """The entry by which an annotation names its element, each an object to the other."""
        if link.element is None or self.tags is None:
            return ""
        link.annotation = Raw()
        name = self.document.Reference(link.annotation).name
        link.reference = f"{self.document.idToObjectNumberAndVersion[name][0]} 0 R"
        return f"/StructParent {self.tags.link(link.element, link.reference)} "

    def taken(self, places: Mapping[str, str]) -> pdfdoc.PDFObject | None:
        """Those that lead somewhere, as a page has them; none if it has none.

        Args:
            places: Those that the document has, by name.
        """
        shown = [source for link in self.found if (source := link.lead(places)) is not None]
        self.found.clear()
        return _Written(f"[{' '.join(shown)}]".encode("ascii")) if shown else None


def encoded(name: str) -> bytes:
    """The name of a place as the document has it."""
    return name.encode("utf-8", "replace")
