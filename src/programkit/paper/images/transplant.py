"""Taking a drawing out of a PDF that pikepdf reads into one that ReportLab writes.

Whoever made the file may have meant harm or had a bad program. Streams other than page content,
such as fonts and pictures, stay as they are compressed.
"""

from __future__ import annotations

from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Object, Page, Stream, String
from reportlab.pdfbase import pdfdoc

from programkit.paper.images.instructions import Instructions, UnsoundError, read_instructions
from programkit.paper.pdf.operators import number

MOST_BYTES: Final = 30_000_000
"""How large anything in a file may become when it is unpacked."""
_MOST_OBJECTS = 20_000
_MOST_DRAWN = 2_000_000  # operators, each counted as often as it is drawn
_MOST_PIXELS = 60_000_000
_DEEPEST = 40

_KINDS: Final = ("ColorSpace", "ExtGState", "Font", "Pattern", "Shading", "XObject")
_LEFT_BEHIND: Final = frozenset(
    {
        *("/Length", "/Name", "/Resources"),  # said anew
        *("/Metadata", "/LastModified", "/PieceInfo", "/Thumb"),  # an editor's own
        *("/OC", "/Parent", "/StructParent", "/StructParents"),  # of the document it was in
        *("/A", "/AA", "/JS", "/Alternates", "/OPI", "/Ref"),  # what happens, or stands for it
    }
)
_FONT_PROGRAMS: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_WITHOUT_PROGRAM: Final = ("/Type0", "/Type3")  # its descendants have one; it is itself drawings


class Transplant:
    """One drawing on its way into a document.

    Args:
        document: Where it goes.
        name: What its objects are called there.
    """

    def __init__(self, document: pdfdoc.PDFDocument, name: str) -> None:
        self._document = document
        self._name = name
        self._known: dict[tuple[int, int], Any] = {}
        self._drawn: dict[tuple[int, int], int] = {}
        self._unfinished: set[tuple[int, int]] = set()

    def page(self, page: Page) -> pdfdoc.PDFStream:
        """A page as a form; how large it is has yet to be said.

        Raises:
            UnsoundError: There is something in it that cannot be printed safely, or faithfully.
        """
        form = self._form(page.obj, read_instructions(page), page.resources)
        form.dictionary["Type"] = pdfdoc.PDFName("XObject")
        form.dictionary["Subtype"] = pdfdoc.PDFName("Form")
        group = page.obj.get(Name.Group)
        if group is not None:
            form.dictionary["Group"] = self._value(group, page.resources)
        return form

    def _form(self, source: Object, content: Instructions, resources: Object) -> pdfdoc.PDFStream:
        """Page content with what it names."""
        kept: dict[str, pdfdoc.PDFDictionary] = {}
        drawn = content.count
        for kind in _KINDS:
            category = resources.get(f"/{kind}", Dictionary())
            for key in sorted(set(category.keys()) & content.names.keys()):
                thing = category[key]
                value = self._value(thing, resources)
                kept.setdefault(kind, pdfdoc.PDFDictionary({})).dict[key[1:]] = value
                if kind == "XObject":
                    drawn += content.names[key] * self._drawn.get(thing.objgen, 1)
        if drawn > _MOST_DRAWN:
            raise UnsoundError("it is too detailed")
        self._drawn[source.objgen] = drawn
        entries = {"Resources": pdfdoc.PDFDictionary(dict(kept))}
        return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content.data)

    def _value(self, thing: object, resources: Object, depth: int = 0) -> Any:  # noqa: ANN401 - ReportLab takes numbers, strings and objects
        """A value as ReportLab writes it; what is shared stays shared."""
        if depth > _DEEPEST:
            raise UnsoundError("it is nested too deeply")
        if not isinstance(thing, Object):
            return _plain(thing)
        if not thing.is_indirect:
            return self._made(thing, resources, depth)
        key = thing.objgen
        if key in self._unfinished:
            raise UnsoundError("it contains itself")
        if key not in self._known:
            if len(self._known) >= _MOST_OBJECTS:
                raise UnsoundError("it is too detailed")
            self._unfinished.add(key)
            made = self._made(thing, resources, depth)
            self._unfinished.remove(key)
            shared = f"{self._name}.{len(self._known)}"
            is_object = isinstance(made, pdfdoc.PDFObject)
            self._known[key] = self._document.Reference(made, shared) if is_object else made
        return self._known[key]

    def _made(self, thing: Object, resources: Object, depth: int) -> Any:  # noqa: ANN401 - as above
        match thing:
            case Stream():
                return self._stream(thing, resources, depth)
            case Dictionary():
                _judge(thing)
                return pdfdoc.PDFDictionary(self._entries(thing, resources, depth))
            case Array():
                return pdfdoc.PDFArray([self._value(part, resources, depth + 1) for part in thing])
            case Name():
                return pdfdoc.PDFName(str(thing)[1:])
            case String():
                return f"<{bytes(thing).hex()}>"
            case _:
                raise UnsoundError("it is damaged")

    def _entries(self, thing: Dictionary | Stream, resources: Object, depth: int) -> dict[str, Any]:
        kept = ((key, value) for key, value in thing.items() if key not in _LEFT_BEHIND)
        entries = {key[1:]: self._value(value, resources, depth + 1) for key, value in kept}
        if Name.CharProcs in thing and Name.Resources in thing:  # a font made of drawings
            entries["Resources"] = self._value(thing.Resources, resources, depth + 1)
        return entries

    def _stream(self, thing: Stream, resources: Object, depth: int) -> pdfdoc.PDFStream:
        _judge(thing)
        if thing.get(Name.Subtype) == Name.Form or thing.get(Name.PatternType) == 1:
            own = thing.get(Name.Resources, resources)
            made = self._form(thing, read_instructions(thing), own)
            unpacked = {"Filter", "DecodeParms"}
        else:
            made = pdfdoc.PDFStream(pdfdoc.PDFDictionary({}), thing.read_raw_bytes())
            unpacked = set()
        for key, value in self._entries(thing, resources, depth).items():
            if key not in unpacked:
                made.dictionary[key] = value
        return made


def _plain(thing: object) -> str | int:
    match thing:
        case None:
            return "null"
        case bool():
            return "true" if thing else "false"
        case int():
            return thing
        case _:  # a Decimal
            return number(float(str(thing)))


def _judge(thing: Dictionary | Stream) -> None:
    """Refuse what leads out of the file, what is too large, and fonts that are not in it."""
    if isinstance(thing, Stream):
        if Name.F in thing:
            raise UnsoundError("part of it is in another file")
        if int(thing.get(Name.Width, 1)) * int(thing.get(Name.Height, 1)) > _MOST_PIXELS:
            raise UnsoundError("a picture in it is too large")
    elif thing.get(Name.Type) == Name.Font and str(thing.get(Name.Subtype)) not in _WITHOUT_PROGRAM:
        descriptor = thing.get(Name.FontDescriptor, Dictionary())
        if not any(key in descriptor for key in _FONT_PROGRAMS):
            raise UnsoundError(f"the font {str(thing.get(Name.BaseFont, '/'))[1:]} is not in it")
