import io

import pikepdf
import pytest
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name

from programkit.paper.pdf.fonts import subset
from programkit.paper.printing.glyphsets import add_glyph_sets
from programkit.typeset.faces import default_family


def listed(widths, program=b"", kind=Name.CIDFontType2):
    """The glyphs that are listed for a font."""
    with pikepdf.new() as document:
        file = document.make_stream(program)
        descriptor = Dictionary(FontFile2=file) if program else Dictionary()
        font = Dictionary(Subtype=kind, W=widths, FontDescriptor=document.make_indirect(descriptor))
        document.Root.Font = document.make_indirect(font)
        add_glyph_sets(document)
        saved = io.BytesIO()
        document.save(saved)
        bits = font.FontDescriptor.CIDSet.read_bytes()
    return [8 * at + bit for at, byte in enumerate(bits) for bit in range(8) if byte << bit & 0x80]


@pytest.mark.parametrize("kind", [Name.CIDFontType0, Name.CIDFontType2])
@pytest.mark.parametrize(
    ("widths", "glyphs"),
    [
        (Array(), [0]),
        (Array([3, Array([500, 510]), 20, Array([1])]), [0, 3, 4, 20]),
        (Array([7, 9, 500, 15, Array([1])]), [0, 7, 8, 9, 15]),
    ],
)
def test_glyphs_are_those_whose_width_is_given(widths, glyphs, kind):
    assert listed(widths, kind=kind) == glyphs


def test_parts_that_glyphs_are_composed_of_are_listed_too():
    """HarfBuzz says which glyphs of a subset have an outline, and we read the file ourselves."""
    face = default_family().regular
    wanted = [face.glyph(character) for character in "ćÅ "]
    program = subset(face, wanted)
    font = hb.Font(hb.Face(program))
    drawn = {
        glyph for glyph in range(font.face.glyph_count) if font.get_glyph_extents(glyph).height
    }
    glyphs = listed(Array([part for glyph in wanted for part in (glyph, Array([500]))]), program)
    assert set(glyphs) == drawn | set(wanted) | {0}


def test_program_that_is_no_truetype_font_adds_nothing():
    assert listed(Array([5, Array([1])]), b"OTTO and more") == [0, 5]
