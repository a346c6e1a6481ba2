"""The font's MATH table, and glyphs as tall or wide as needed."""

from itertools import pairwise

import pytest

from programkit.text.tex import symbols
from programkit.typeset.formulas.mathfont import math_font
from setformulas import advance, constant, ink, table

FONT = math_font()


def name_of(glyph):
    return FONT.face.font.glyph_to_string(glyph)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("AXIS_HEIGHT", "AxisHeight"),
        ("FRACTION_RULE_THICKNESS", "FractionRuleThickness"),
        ("SCRIPT_PERCENT_SCALE_DOWN", "ScriptPercentScaleDown"),
        ("RADICAL_DEGREE_BOTTOM_RAISE_PERCENT", "RadicalDegreeBottomRaisePercent"),
    ],
)
def test_constant(ours, theirs):
    assert FONT.constant(ours) == constant(theirs)


def test_every_symbol_has_a_glyph():
    characters = {text for text, _ in symbols.WORDS.values()}
    characters |= {*symbols.SUMS.values(), *symbols.INTEGRALS.values(), *symbols.ACCENTS.values()}
    characters |= {*symbols.WIDE.values(), *symbols.UNDER.values(), *symbols.ARROWS.values()}
    characters |= {text for text in symbols.DELIMITERS.values() if text}

    assert sorted(char for char in characters if not FONT.face.covers(char)) == []


def test_extents():
    glyph = FONT.face.glyph("𝑥")
    left, bottom, right, top = ink(name_of(glyph))

    assert FONT.extents(glyph) == (left, right, top, bottom)
    assert FONT.extents(FONT.face.glyph(" ")) == (0, 0, 0, 0)
    assert FONT.advance(glyph) == advance("𝑥")


def test_shape_takes_the_forms_for_scripts():
    (usual,) = FONT.shape("′", 0)
    (script,) = FONT.shape("′", 1)

    assert name_of(usual.index) != name_of(script.index)
    assert usual.text == script.text == "′"


def test_italic_correction_and_attachment_are_the_fonts():
    info = table("MATH").table.MathGlyphInfo
    italics = dict(
        zip(
            info.MathItalicsCorrectionInfo.Coverage.glyphs,
            (value.Value for value in info.MathItalicsCorrectionInfo.ItalicsCorrection),
            strict=True,
        )
    )
    attachments = dict(
        zip(
            info.MathTopAccentAttachment.TopAccentCoverage.glyphs,
            (value.Value for value in info.MathTopAccentAttachment.TopAccentAttachment),
            strict=True,
        )
    )
    glyph = FONT.face.glyph("𝑉")

    assert FONT.italic(glyph) == italics[name_of(glyph)] > 0
    assert FONT.attachment(glyph) == attachments[name_of(glyph)]


def reach(parts):
    """Where the ink of upright parts begins and ends, and whether there are gaps."""
    spans = [
        (part.offset, part.offset + top - bottom)
        for part in parts
        for _, bottom, _, top in [ink(name_of(part.glyph))]
    ]
    whole = all(end > begin for (_, end), (begin, _) in pairwise(spans))
    return spans[0][0], spans[-1][1], whole


@pytest.mark.parametrize("char", "([{|‖⟨√")
@pytest.mark.parametrize("length", [500, 1500, 3000, 5000, 20_000])
def test_stretched_is_tall_enough_and_whole(char, length):
    parts = FONT.stretched(FONT.face.glyph(char), length, upright=True)
    begin, end, whole = reach(parts)

    assert begin == 0
    assert whole
    assert end >= length - 2 or (len(parts) == 1 and char == "⟨")


def test_stretched_grows_by_as_little_as_possible():
    lengths = [
        reach(FONT.stretched(FONT.face.glyph("("), length, upright=True))[1]
        for length in range(4000, 9000, 500)
    ]

    excess = [
        length - needed for length, needed in zip(lengths, range(4000, 9000, 500), strict=True)
    ]

    assert lengths == sorted(lengths)
    assert min(excess) >= -2
    assert max(excess) < 250  # the joints of this font give no more


def test_stretched_sideways():
    (usual,) = FONT.stretched(FONT.face.glyph("→"), 100, upright=False)
    several = FONT.stretched(FONT.face.glyph("→"), 5000, upright=False)

    assert usual.glyph == FONT.face.glyph("→")
    assert len(several) > 1
    assert [part.offset for part in several] == sorted(part.offset for part in several)


def test_stretched_sign_that_does_not_grow():
    glyph = FONT.face.glyph("x")

    assert [part.glyph for part in FONT.stretched(glyph, 5000, upright=True)] == [glyph]


def test_widest_form_is_no_wider():
    hat = FONT.face.glyph("\u0302")
    widths = []
    for room in (100, 600, 1200, 9000):
        left, _, right, _ = ink(name_of(FONT.widest(hat, room)))
        widths.append(right - left)

    assert widths == sorted(widths)
    assert widths[1] <= 600
    assert widths[2] <= 1200
    assert widths[0] < widths[3]
