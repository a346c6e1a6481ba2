"""Single signs and words as boxes, at their usual size or as large as needed."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from programkit.text.tex import letters
from programkit.text.tex.tree import Fence, Rule, Symbol, Words
from programkit.typeset.faces import Face
from programkit.typeset.formulas.box import Box, Drawn, Filled, over_each_other, room
from programkit.typeset.formulas.mathfont import Part
from programkit.typeset.formulas.setting import Setting
from programkit.typeset.shaping import Glyph, shape

_PLAIN = {"", "normal", "italic"}
"""Alphabets that say no more than the plain letters."""
_NULL_DELIMITER = 120  # TeX's \nulldelimiterspace, 1.2 pt at 10 pt


def symbol(node: Symbol, at: Setting) -> Box:
    """A letter, digit, sign or name."""
    variant = letters.heavier(node.variant) if at.bold else node.variant
    drawn = "".join(letters.styled(char, variant) for char in node.text)
    if not at.font.face.covers(drawn):
        return text(drawn, at)
    box = _line(at.font.shape(drawn, max(at.level, 0)), node, at)
    return _operator(box, node.text, at) if node.large else box


def _line(glyphs: list[Glyph], node: Symbol, at: Setting) -> Box:
    scale = at.scale
    x = 0.0
    boxes = []
    # Slanted letters, and bold ones in bold titles, are found as plain ones: x for 𝑥.
    plain = node.variant in _PLAIN and len(glyphs) == len(node.text)
    for number, glyph in enumerate(glyphs):
        named = glyph._replace(text=node.text[number]) if plain else glyph
        boxes.append(_glyph(named, at).moved(x))
        x += glyph.advance * scale
    box = over_each_other(boxes, x)
    if len(glyphs) != 1:
        return box
    index = glyphs[0].index
    return replace(
        box,
        glyph=index,
        scale=scale,
        italic=at.font.italic(index) * scale,
        slanted=node.variant in {"italic", "bold-italic"},
    )


def _glyph(glyph: Glyph, at: Setting) -> Box:
    """One glyph, the room around its ink as the font has it."""
    scale = at.scale
    ink = at.font.extents(glyph.index)
    drawn = Drawn(glyph.dx * scale, 0 - glyph.dy * scale, scale, at.font.face, _in_place(glyph))
    return Box(glyph.advance * scale, ink.top * scale, -ink.bottom * scale, (drawn,))


def _in_place(glyph: Glyph) -> Glyph:
    """The glyph without its offset, which became part of its place."""
    return Glyph(glyph.index, glyph.text, glyph.advance) if glyph.dx or glyph.dy else glyph


def _operator(box: Box, char: str, at: Setting) -> Box:
    """A sum or integral, larger in displays, its middle on the axis."""
    if at.display and box.glyph is not None:
        least = at.font.constant("DISPLAY_OPERATOR_MIN_HEIGHT")
        box = pile(at.font.stretched(box.glyph, least, upright=True), char, at)
    return _on_axis(box, at)


def _on_axis(box: Box, at: Setting) -> Box:
    moved = box.moved(dy=(box.ascent - box.depth) / 2 - at.axis)
    return replace(moved, italic=box.italic, glyph=box.glyph, scale=box.scale)


def pile(parts: list[Part], said: str, at: Setting) -> Box:
    """The parts of a tall sign, from bottom to top, with the lowest on the baseline."""
    scale = at.scale
    boxes = []
    for number, part in enumerate(parts):
        ink = at.font.extents(part.glyph)
        glyph = Glyph(part.glyph, said if not number else "", at.font.advance(part.glyph))
        rise = part.offset - ink.bottom if len(parts) > 1 else 0
        boxes.append(_glyph(glyph, at).moved(dy=-rise * scale))
    box = over_each_other(boxes)
    if len(parts) > 1:
        return box
    index = parts[0].glyph
    return replace(box, glyph=index, scale=scale, italic=at.font.italic(index) * scale)


def chain(parts: list[Part], said: str, at: Setting) -> Box:
    """The parts of a wide sign, from left to right, the ink beginning at the left edge."""
    scale = at.scale
    boxes = []
    width = 0.0
    for number, part in enumerate(parts):
        ink = at.font.extents(part.glyph)
        glyph = Glyph(part.glyph, "" if number else said, ink.right - ink.left)
        boxes.append(_glyph(glyph, at).moved((part.offset - ink.left) * scale))
        width = part.offset + ink.right - ink.left
    return over_each_other(boxes, width * scale)


def wide(char: str, width: float, at: Setting) -> Box:
    """A sign at least as wide as something."""
    glyphs = at.font.shape(char, 0)
    parts = at.font.stretched(glyphs[0].index, width / at.scale, upright=False)
    return chain(parts, char, at)


def fence(node: Fence, at: Setting, height: float = 0) -> Box:
    """A delimiter at least as tall as something, its middle on the axis.

    Args:
        node: The delimiter; an empty one is a little room.
        at: Where it is set.
        height: How tall it has to be, unless it says so itself.
    """
    if not node.text:
        return room(_NULL_DELIMITER * at.scale)
    tall = node.size * 1000 if node.size else height / at.scale
    glyph = at.font.shape(node.text, 0)[0].index
    return _on_axis(pile(at.font.stretched(glyph, tall, upright=True), node.text, at), at)


def words(node: Words, at: Setting) -> Box:
    """Ordinary text."""
    return text(node.text, at, bold=node.bold or at.bold, italic=node.italic, code=node.code)


def text(
    said: str, at: Setting, *, bold: bool = False, italic: bool = False, code: bool = False
) -> Box:
    """A text in the typeface of words, or in what has its characters."""
    faces = at.family.chain(bold=bold, italic=italic, code=code)
    shaped = shape(said, faces)
    scale = at.scale
    x = 0.0
    inks = []
    ascent = depth = 0.0
    for piece in shaped.pieces:
        for glyph in piece.glyphs:
            top, bottom = _reach(piece.face, glyph.index)
            ascent, depth = max(ascent, top * scale), max(depth, -bottom * scale)
            moved = x + glyph.dx * scale
            plain = _in_place(glyph)
            inks.append(Drawn(moved, 0 - glyph.dy * scale, scale, piece.face, plain))
            x += glyph.advance * scale
    return Box(x, ascent, depth, tuple(inks), missing=shaped.missing)


@lru_cache(maxsize=2048)
def _reach(face: Face, glyph: int) -> tuple[float, float]:
    """How far the ink of a glyph reaches up, and down as a negative number."""
    ink = face.font.get_glyph_extents(glyph)
    if not ink:
        return 0.0, 0.0
    return face.scaled(ink.y_bearing), face.scaled(ink.y_bearing + ink.height)


def rule(node: Rule, at: Setting) -> Box:
    """A filled rectangle."""
    em = 1000 * at.scale
    top = -(node.height + node.rise) * em
    ink = Filled(0, top, node.width * em, node.height * em)
    return Box(node.width * em, -top, max(-node.rise * em, 0), (ink,))
