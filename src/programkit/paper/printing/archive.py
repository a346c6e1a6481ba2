"""PDF/A-1b: a booklet as libraries and archives keep it.

ISO 19005-1, level B. What it asks for and booklets do not have is added: a color space for colors,
a description that names the standard, the list of glyphs of each font, links that are printed.
What it forbids is taken out where pages look the same without it, and is an error elsewhere.
"""

from __future__ import annotations

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from programkit.errors import RenderError
from programkit.paper.pdf.xmp import Description, xmp_packet
from programkit.paper.printing.dictionaries import dictionaries, drop
from programkit.paper.printing.finished import finished_booklet
from programkit.paper.printing.glyphsets import add_glyph_sets
from programkit.paper.printing.opaque import make_opaque
from programkit.paper.printing.srgb import srgb_profile

_PRINT = 4  # the flag of an annotation that is printed, and the only one allowed
_LONGEST_ARRAY = 8191  # PDF 1.4, appendix C
_SHARE = 2000  # entries of a tree that stand together; even, as they are pairs
_NOT_KEPT = ("/AA", "/JavaScript", "/EmbeddedFiles", "/OCProperties", "/AcroForm", "/Collection")
_LEAVES = {"/Names", "/Nums"}
_FONT_PROGRAMS = {"/FontFile", "/FontFile2", "/FontFile3"}
_NO_GLYPH = re.compile(rb"<(?:[0-9A-Fa-f]{4})*?0000(?:[0-9A-Fa-f]{4})*>")
"""Glyphs of a booklet, among them the box that stands for what no font has."""
_FORBIDDEN_FILTERS = {"/JPXDecode", "/Crypt"}


def archive(data: bytes) -> bytes:
    """A booklet as PDF/A-1b.

    Args:
        data: A PDF that programkit made.

    Returns:
        The document with the same pages, links and outline. The same input gives the same bytes.

    Raises:
        RenderError: That is no PDF, or it has what PDF/A-1 forbids and nothing else can stand for.
    """
    with finished_booklet(data) as document:
        for thing, keys in list(dictionaries(document)):
            make_opaque(document, thing, keys)
            _judge(thing, keys)
            _divide(document, thing, keys)
        _judge_glyphs(document)
        add_glyph_sets(document)
        _judge_inks(document)
        _annotations(document)
        _catalog(document)
        file = io.BytesIO()
        document.save(
            file,
            deterministic_id=True,
            force_version="1.4",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return file.getvalue()


def _judge(thing: Dictionary | Stream, keys: set[str]) -> None:
    """Refuse what the standard forbids and taking out would change pages."""
    if isinstance(thing, Stream):
        filters = thing.get(Name.Filter, Array())
        names = {str(filters)} if isinstance(filters, Name) else {str(name) for name in filters}
        if names & _FORBIDDEN_FILTERS or "/F" in keys:
            raise _refused("a picture or file in a form that it forbids")
    is_font = "/BaseFont" in keys and thing.get(Name.Subtype) != Name.Type0
    if is_font and not set(thing.get(Name.FontDescriptor, Dictionary()).keys()) & _FONT_PROGRAMS:
        raise _refused(f"the font {str(thing.BaseFont)[1:]}, which is not embedded")
    if "/ColorSpace" in keys and _has_inks(thing.ColorSpace):
        raise _refused("colors of printer's inks (CMYK)")


def _has_inks(spaces: Object) -> bool:
    """Whether a color space, or one among several, is that of printer's inks."""
    if isinstance(spaces, Name):
        return bool(spaces == Name.DeviceCMYK)
    parts = spaces if isinstance(spaces, Array) else [space for _, space in spaces.items()]
    return any(_has_inks(part) for part in parts if isinstance(part, Name | Array))


def _judge_inks(document: Pdf) -> None:
    """Refuse colors of inks in drawings, such as a logo that came as PDF."""
    for thing in document.objects:
        if isinstance(thing, Stream) and thing.get(Name.Subtype) == Name.Form:
            for instruction in pikepdf.parse_content_stream(thing, "k K cs CS"):
                operands = instruction.operands
                if str(instruction.operator) in "kK" or Name.DeviceCMYK in list(operands):
                    raise _refused("colors of printer's inks (CMYK)")


def _judge_glyphs(document: Pdf) -> None:
    """Refuse characters that no font has: an archive of boxes would be no archive."""
    for page in document.pages:
        contents = page.get(Name.Contents, Array())
        streams = [contents] if isinstance(contents, Stream) else list(contents)
        if any(_NO_GLYPH.search(stream.read_bytes()) for stream in streams):
            raise RenderError(
                f"PDF/A-1 cannot have characters that no font has, as page {page.label} does; "
                "name a font that has them in the theme's more_fonts"
            )


def _refused(what: str) -> RenderError:
    return RenderError(f"PDF/A-1 cannot have {what}; give the logo as a PNG file")


def _annotations(document: Pdf) -> None:
    """Have links printed, as far as links can be."""
    for page in document.pages:
        drop(page.obj, "/AA")
        for annotation in page.get(Name.Annots, Array()):
            annotation.F = _PRINT
            drop(annotation, "/AA")


def _divide(document: Pdf, tree: Dictionary | Stream, keys: set[str]) -> None:
    """Give a tree of names or numbers branches if it has too many leaves for one array."""
    for key in _LEAVES & keys:
        leaves = list(tree[key]) if isinstance(tree[key], Array) else []
        if len(leaves) <= _LONGEST_ARRAY:
            continue
        branches = [
            Dictionary({key: Array(share), "/Limits": Array([share[0], share[-2]])})
            for at in range(0, len(leaves), _SHARE)
            for share in [leaves[at : at + _SHARE]]
        ]
        del tree[key]
        tree.Kids = Array([document.make_indirect(branch) for branch in branches])


def _catalog(document: Pdf) -> None:
    """Say which color space colors are in, and what the document is."""
    root, info = document.Root, document.docinfo
    drop(info, *(key for key, value in info.items() if not str(value)))
    drop(root, *_NOT_KEPT)
    drop(root.get(Name.Names, Dictionary()), *_NOT_KEPT)
    profile = document.make_stream(srgb_profile(), N=3)
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier="sRGB IEC61966-2.1",
                RegistryName="http://www.color.org",
                Info="sRGB IEC61966-2.1",
                DestOutputProfile=profile,
            )
        ]
    )
    packet = xmp_packet(described(document), "1B")
    root.Metadata = document.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)


def described(document: Pdf) -> Description:
    """What a document's Info dictionary and catalog say about it."""

    def said(key: str) -> str:
        return str(document.docinfo.get(key, ""))

    return Description(
        title=said("/Title"),
        author=said("/Author"),
        subject=said("/Subject"),
        keywords=said("/Keywords"),
        creator=said("/Creator"),
        producer=said("/Producer"),
        language=str(document.Root.get(Name.Lang, "")),
        created=said("/CreationDate"),
        modified=said("/ModDate"),
    )
