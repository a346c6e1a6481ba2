"""Small fonts made for tests: every glyph a box, every measure known."""

from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation


def _box(pen, width):
    pen.moveTo((50, 0))
    pen.lineTo((50, 600))
    pen.lineTo((width - 50, 600))
    pen.lineTo((width - 50, 0))
    pen.closePath()


def _name(char):
    return f"uni{ord(char):04X}" if ord(char) < 0x10000 else f"u{ord(char):05X}"


def make_font(
    path: Path,
    chars: str,
    *,
    cff: bool = False,
    features: str = "",
    extra: tuple[str, ...] = (),
    license_bits: int = 0,
    name: str = "Boxes-Regular",
    wider: str = "",
) -> Path:
    """A font of 1000 units whose glyphs are all 500 wide, marks excepted: they are 0 wide.

    Args:
        path: Where it is written.
        chars: The characters it has, space excluded: every font here has that, 250 wide.
        cff: Whether its outlines are PostScript ones.
        features: OpenType features in Adobe's syntax; glyphs are named uniXXXX.
        extra: Names of further glyphs, for ligatures.
        license_bits: The font's fsType.
        name: Its PostScript name.
        wider: Those of its characters that are 700 wide.
    """
    glyphs = [".notdef", "space", *map(_name, chars), *extra]
    widths = dict.fromkeys(glyphs, 500)
    widths["space"] = 250
    widths |= {_name(char): 700 for char in wider}
    widths |= {_name(char): 0 for char in chars if "\u0300" <= char <= "\u036f"}
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({32: "space", **{ord(char): _name(char) for char in chars}})
    if cff:
        outlines = {}
        for glyph in glyphs:
            pen = T2CharStringPen(widths[glyph], None)
            _box(pen, 500)
            outlines[glyph] = pen.getCharString()
        builder.setupCFF(name, {"FullName": name}, outlines, {})
    else:
        outlines = {}
        for glyph in glyphs:
            pen = TTGlyphPen(None)
            _box(pen, 500)
            outlines[glyph] = pen.glyph()
        builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics({glyph: (width, 50) for glyph, width in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, fsType=license_bits)
    builder.setupPost()
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    builder.save(path)
    return path


def make_collection(path: Path, *fonts: Path) -> Path:
    """A font collection of several files."""
    collection = TTCollection()
    collection.fonts = [TTFont(font) for font in fonts]
    collection.save(path)
    return path


def make_variable_font(path: Path, chars: str, *, heaviest: int) -> Path:
    """A font with an axis of weight, along which its glyphs grow from 500 to another width."""
    font = TTFont(make_font(path, chars))
    builder = FontBuilder(font=font)
    builder.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    wider = [*[(0, 0)] * 5, (heaviest - 500, 0), (0, 0), (0, 0)]  # four points, four of its room
    axes = {"wght": (0.0, 1.0, 1.0)}
    builder.setupGvar({_name(char): [TupleVariation(axes, wider)] for char in chars})
    builder.save(path)
    return path
