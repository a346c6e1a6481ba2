"""Which glyphs each embedded font has: PDF/A-1 asks for a list of them beside every subset."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Object, Pdf

_SFNT = (b"\0\1\0\0", b"true")


def add_glyph_sets(document: Pdf) -> None:
    """Add the list of its glyphs to every composite font."""
    for font in document.objects:
        if isinstance(font, Dictionary) and font.get(Name.Subtype) in {
            Name.CIDFontType0,
            Name.CIDFontType2,
        }:
            descriptor = font.get(Name.FontDescriptor, Dictionary())
            glyphs = {0, *_with_width(font.get(Name.W, Array()))}
            program = descriptor.get(Name.FontFile2)
            if program is not None:
                glyphs.update(_with_outline(program.read_bytes()))
            descriptor.CIDSet = document.make_stream(_bits(glyphs))


def _with_width(widths: Object) -> Iterator[int]:
    """The glyphs whose width is given: ``first [width …]``, or ``first last width``."""
    entries = list(widths)
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, Array):
            yield from range(first, first + len(second))
        else:
            yield from range(first, int(second) + 1)
            entries.pop(0)


def _with_outline(font: bytes) -> Iterator[int]:
    """The glyphs that a TrueType font draws: those of which ``loca`` says that they have a size."""
    if font[:4] not in _SFNT:
        return
    count = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(count))
    tables = {tag: (start, length) for tag, _, start, length in records}
    start, length = tables[b"loca"]
    long = struct.unpack_from(">h", font, tables[b"head"][0] + 50)[0]
    size, form = (4, "I") if long else (2, "H")
    offsets = struct.unpack_from(f">{length // size}{form}", font, start)
    for glyph, (begin, end) in enumerate(pairwise(offsets)):
        if end > begin:
            yield glyph


def _bits(glyphs: set[int]) -> bytes:
    """One bit for each glyph there could be, the first glyph's the highest of the first byte."""
    bits = bytearray(max(glyphs) // 8 + 1)
    for glyph in glyphs:
        bits[glyph // 8] |= 0x80 >> glyph % 8
    return bytes(bits)
