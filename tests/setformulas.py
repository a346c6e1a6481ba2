"""Set formulas, looked at by tests: glyphs in place, and the font as another library reads it."""

from typing import NamedTuple

from fontTools.ttLib import TTFont

from programkit.typeset.formulas import set_formula
from programkit.typeset.formulas.mathfont import math_font
from programkit.typeset.marks import Bar, Fragment

SIZE = 1000


class Sign(NamedTuple):
    """A glyph in place."""

    text: str
    x: float
    y: float
    size: float
    name: str
    """Its name in the font."""
    width: float


def table(tag):
    """A table of the mathematics font, read by fontTools."""
    return TTFont(math_font().face.path)[tag]


_NAMES = TTFont(math_font().face.path).getGlyphOrder()
_GLYF = table("glyf")
_HMTX = table("hmtx").metrics
_CMAP = TTFont(math_font().face.path).getBestCmap()
CONSTANTS = table("MATH").table.MathConstants


def constant(name):
    """A length of the MATH table."""
    value = getattr(CONSTANTS, name)
    return getattr(value, "Value", value)


def advance(char):
    """How wide the glyph of a character is."""
    return _HMTX[_CMAP[ord(char)]][0]


def ink(name):
    """Left, bottom, right and top of a glyph's ink."""
    glyph = _GLYF[name]
    return glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax


def formula(tex, **options):
    """A formula at a size of 1000, so that lengths are those of the font."""
    made = set_formula(tex, size=SIZE, **options)
    assert made is not None
    return made


def signs(tex, **options):
    """The glyphs of a formula in place, in the order they are drawn."""
    found = []
    for mark in formula(tex, **options).marks:
        if isinstance(mark, Fragment):
            x = mark.x
            for glyph in mark.glyphs:
                name = _NAMES[glyph.index] if mark.face is math_font().face else ""
                scale = mark.size / 1000 * mark.expansion
                width = glyph.advance * scale
                found.append(Sign(glyph.text, x + glyph.dx * scale, mark.y, mark.size, name, width))
                x += width
    return found


def bars(tex, **options):
    """The rules of a formula in place."""
    return [mark for mark in formula(tex, **options).marks if isinstance(mark, Bar)]


def place(tex, text, **options):
    """The glyph that stands for a text in a formula."""
    (sign,) = [sign for sign in signs(tex, **options) if sign.text == text]
    return sign
