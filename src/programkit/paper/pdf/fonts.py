"""Faces as PDF embeds them: only the glyphs used, numbered as in the font, and what they mean.

ReportLab's own fonts know neither ligatures nor PostScript outlines, nor a glyph that stands for
several characters; these go beside them, as composite fonts whose codes are glyph numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from programkit.paper.pdf.voices import MOST_VOICES, Voice, character_map
from programkit.typeset.characters import SOFT_HYPHEN
from programkit.typeset.faces import Face
from programkit.typeset.shaping import Glyph, Piece

_NOT_FOUND = 0  # the glyph every font draws for what it lacks
_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "MATH", "OS/2", "cmap", "gasp", "name", "post")
_SYMBOLIC, _ITALIC = 4, 64  # flags of a font descriptor
UNTOLD: Final = "?"
"""Stands for a word where the font does not say by itself what its glyphs stand for, where they
stand for nothing, or where they leave the baseline."""
_CLOSE = 0.05  # thousandths: nearer than that the pen need not be


class EmbeddedFont:
    """One face in one document: which of its glyphs are used, and what they stand for.

    Args:
        face: The face.
        name: What page contents call it, such as ``F1``.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._texts: dict[int, str] = {_NOT_FOUND: ""}
        self._voices: list[Voice] = []
        self._widths: dict[int, float] = {}
        self._known: dict[Glyph, tuple[str, float, float]] = {}
        self._space = face.glyph(" ") or _NOT_FOUND
        self.uses: dict[tuple[int, str], bool] | None = None
        """Those of a page, with what `use` says of each, while somebody wants to know them."""
        self._seen: set[Piece] = set()

    def watch(self) -> None:
        """Note what is used from now on."""
        self.uses = {}
        self._seen.clear()

    def _note_uses(self, pieces: Sequence[Piece]) -> None:
        """Note what `_worked_out` uses of words, some of which may have been worked out before."""
        new = [piece for piece in pieces if piece not in self._seen]
        self._seen.update(new)
        for piece in new:
            for glyph in piece.glyphs:
                if not self._is_told(glyph):
                    break

    def shown(self, pieces: Sequence[Piece]) -> list[str]:
        """The glyphs of words as elements of an array to be shown, or `UNTOLD`."""
        made = [
            note[1] if (note := piece.note) and note[0] is self else self._noted(piece)
            for piece in pieces
        ]
        if self.uses is not None:
            self._note_uses(pieces)
        return made

    def _noted(self, piece: Piece) -> str:
        made = self._worked_out(piece)
        piece.note = self, made
        return made

    def _worked_out(self, piece: Piece) -> str:
        known, shown = self._known, "<"
        ahead = 0.0  # how far the pen of PDF is ahead of where it should be
        for glyph in piece.glyphs:
            told = known.get(glyph) or self._learnt(glyph)
            if told is None:
                return UNTOLD
            code, dx, more = told
            off = ahead - dx
            if off >= _CLOSE or off <= -_CLOSE:
                shown += f">{off:.4g}<{code}"
                ahead = dx + more
            else:
                shown += code
                ahead += more
        if ahead >= _CLOSE or ahead <= -_CLOSE:
            return f"{shown}>{ahead:.4g}".replace("<>", "")
        return f"{shown}>".replace("<>", "")

    def _learnt(self, glyph: Glyph) -> tuple[str, float, float] | None:
        """The code of a glyph, how far it is moved, and by how much its width is not its advance.

        Returns:
            None where a page has to say more of it.
        """
        if not self._is_told(glyph):
            return None
        code = f"{glyph.index:04X}"
        told = self._known[glyph] = code, glyph.dx, self.width(glyph.index) - glyph.advance
        return told

    def _is_told(self, glyph: Glyph) -> bool:
        """Whether a page can show a glyph in a word without saying more of it."""
        return not glyph.dy and glyph.advance >= 0 and self.use(glyph.index, glyph.text)

    def space(self, width: float) -> str:
        """A space of some width, in thousandths of the size, as elements of such an array."""
        self.use(self._space, " ")
        return f"<{self._space:04X}>{self.width(self._space) - width:.1f}"

    def use(self, glyph: int, text: str) -> bool:
        """Note that a glyph is used, and what it stands for.

        Returns:
            Whether the font tells readers so. A glyph means one text in all of it; where it stands
            for another one, that takes another `voice`, or the page has to say so.
        """
        known = self._texts.get(glyph, "")
        if not known and glyph != _NOT_FOUND:
            known = self._meaning(glyph, text)
            self._texts[glyph] = known
        told = known == text != ""
        if self.uses is not None:
            self.uses[glyph, text] = told
        return told

    def voice(self, glyph: int, text: str) -> str:
        """The name of a font that is the same, where a glyph that is used stands for another text.

        Returns:
            Nothing where there is none: the page has to say what the glyph stands for.
        """
        self.uses = None  # such a page is not kept
        for voice in self._voices:
            if voice.says(glyph, text):
                return voice.name
        if len(self._voices) == MOST_VOICES:
            return ""
        made = Voice(f"{self.name}.{len(self._voices) + 1}")
        self._voices.append(made)
        made.says(glyph, text)
        return made.name

    def _meaning(self, glyph: int, text: str) -> str:
        """What a glyph is to stand for in this document, given the first use of it."""
        if text == SOFT_HYPHEN and self.face.glyph(SOFT_HYPHEN) != glyph:
            return "-"  # drawn where a word is divided; in most other places it is no soft one
        return next((char for char in text if self.face.glyph(char) == glyph), text)

    def width(self, glyph: int) -> float:
        """The width of a glyph as the document gives it, in thousandths of the size."""
        if glyph not in self._widths:
            self._widths[glyph] = round(self.face.advance(glyph), 3)
        return self._widths[glyph]

    def embed(self, document: pdfdoc.PDFDocument) -> None:
        """Put the font into a document, under the name page contents use."""
        name = f"{self._tag()}+{self.face.postscript_name}"
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType0" if self.face.is_cff else "CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": document.Reference(self._descriptor(document, name)),
                "DW": 1000,
                "W": self._width_array(),
            }
        )
        if not self.face.is_cff:
            descendant["CIDToGIDMap"] = pdfdoc.PDFName("Identity")
        shown = document.Reference(descendant)
        voices = {voice.name: voice.texts for voice in self._voices}
        for called, texts in {self.name: self._texts, **voices}.items():
            _embed(document, called, name, shown, texts)

    def _tag(self) -> str:
        """Six letters that differ between subsets, as PDF demands, and are the same every time."""
        used = f"{self.face.postscript_name} {sorted(self._texts)}"
        digest = hashlib.sha256(used.encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _descriptor(self, document: pdfdoc.PDFDocument, name: str) -> pdfdoc.PDFDictionary:
        face = self.face
        stream = pdfdoc.PDFStream(content=subset(face, sorted(self._texts)))
        if face.is_cff:
            stream.dictionary["Subtype"] = pdfdoc.PDFName("CIDFontType0C")
        else:
            stream.dictionary["Length1"] = len(stream.content)
        box = " ".join(str(round(edge)) for edge in face.box)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": _SYMBOLIC | (_ITALIC if face.italic_angle else 0),
                "FontBBox": f"[{box}]",
                "ItalicAngle": round(face.italic_angle),
                "Ascent": round(face.ascent),
                "Descent": round(face.descent),
                "CapHeight": round(face.cap_height),
                "XHeight": round(face.x_height),
                "StemV": 80,
                "FontFile3" if face.is_cff else "FontFile2": document.Reference(stream),
            }
        )

    def _width_array(self) -> str:
        return f"[{' '.join(f'{glyph} [{self.width(glyph):g}]' for glyph in sorted(self._texts))}]"


def _embed(
    document: pdfdoc.PDFDocument,
    called: str,
    name: str,
    descendant: pdfdoc.PDFObjectReference,
    texts: Mapping[int, str],
) -> None:
    """Put a composite font into a document, in which glyphs stand for some texts."""
    font = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(name),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([descendant]),
            "ToUnicode": document.Reference(pdfdoc.PDFStream(content=character_map(texts))),
        }
    )
    # ReportLab has no public way to add a font of one's own making: every page's resources name
    # this one dictionary.
    document.idToObject[pdfdoc.BasicFonts].dict[called] = document.Reference(font)


class Fonts(dict[Face, EmbeddedFont]):
    """The faces of a document, each embedded when it is first asked for."""

    watched = False

    def __missing__(self, face: Face) -> EmbeddedFont:
        made = self[face] = EmbeddedFont(face, f"F{len(self) + 1}")
        if self.watched:
            made.watch()
        return made

    def watch(self) -> None:
        """Note what pages use of them from now on."""
        self.watched = True
        for font in self.values():
            font.watch()


def subset(face: Face, glyphs: Sequence[int]) -> bytes:
    """The font program with only some glyphs, each keeping its number.

    Args:
        face: The face.
        glyphs: The numbers of the glyphs.

    Returns:
        A TrueType file, or for PostScript outlines the bare ``CFF`` table.
    """
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        | hb.SubsetFlags.DOWNGRADE_CFF2
    )
    if face.harfbuzz.has_var_data:
        wanted.pin_all_axes_to_default(face.harfbuzz)
    made = hb.subset(face.harfbuzz, wanted)
    return bytes((made.reference_table("CFF ") if face.is_cff else made.blob).data)
