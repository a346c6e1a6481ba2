"""Boxes of ink around a baseline, and how they are put beside and above each other.

Lengths are in thousandths of the formula's type size; `y` is down, the baseline is 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from programkit.typeset.faces import Face
from programkit.typeset.shaping import Glyph


@dataclass(frozen=True, slots=True)
class Drawn:
    """A glyph in place."""

    x: float
    y: float
    scale: float
    """Its size, as a part of the formula's."""
    face: Face
    glyph: Glyph
    stretch: float = 1
    """How much wider than usual it is drawn."""

    def moved(self, dx: float, dy: float) -> Drawn:
        """The glyph further to the right and down."""
        return Drawn(self.x + dx, self.y + dy, self.scale, self.face, self.glyph, self.stretch)

    def widened(self, factor: float) -> Drawn:
        """The glyph as much wider, seen from the left edge of its box."""
        return Drawn(self.x * factor, self.y, self.scale, self.face, self.glyph, factor)


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled rectangle in place, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> Filled:
        """The rectangle further to the right and down."""
        return Filled(self.x + dx, self.y + dy, self.width, self.height)


Ink = Drawn | Filled


@dataclass(frozen=True, slots=True)
class Box:
    """Ink, and the room it takes."""

    width: float = 0
    ascent: float = 0
    """How far it reaches above the baseline."""
    depth: float = 0
    """How far it reaches below it."""
    inks: tuple[Ink, ...] = ()
    italic: float = 0
    """How far it leans out at its right edge."""
    glyph: int | None = None
    """The one glyph of the mathematics font it is."""
    scale: float = 1
    """The size of that glyph."""
    slanted: bool = False
    """Whether it is a slanted letter."""
    missing: tuple[str, ...] = ()
    """The characters in it that no face has."""

    @property
    def height(self) -> float:
        """How tall it is in all."""
        return self.ascent + self.depth

    def moved(self, dx: float = 0, dy: float = 0) -> Box:
        """The box with its ink to the right and down; its width stays."""
        inks = tuple([ink.moved(dx, dy) for ink in self.inks]) if dx or dy else self.inks
        return Box(self.width, self.ascent - dy, self.depth + dy, inks, missing=self.missing)

    def stretched(self, width: float) -> Box:
        """The box drawn at least so wide, if it is one glyph."""
        ink = self.inks[0] if len(self.inks) == 1 else None
        if self.width >= width or not isinstance(ink, Drawn):
            return self
        return replace(self, width=width, inks=(ink.widened(width / self.width),))

    def closed(self) -> Box:
        """The box with room for its lean, as at the end of something."""
        return replace(self, width=self.width + self.italic, italic=0)

    def centered(self, width: float) -> Box:
        """The box in the middle of a width."""
        return replace(self.moved((width - self.width) / 2), width=width)


def over_each_other(boxes: Iterable[Box], width: float | None = None) -> Box:
    """Boxes at one place, as wide as the widest."""
    all_boxes = tuple(boxes)
    return Box(
        max((box.width for box in all_boxes), default=0) if width is None else width,
        max((box.ascent for box in all_boxes), default=0),
        max((box.depth for box in all_boxes), default=0),
        tuple(ink for box in all_boxes for ink in box.inks),
        missing=tuple(char for box in all_boxes for char in box.missing),
    )


def beside_each_other(boxes: Iterable[Box]) -> Box:
    """Boxes from left to right."""
    x = 0.0
    placed = []
    for box in boxes:
        placed.append(box.moved(x))
        x += box.width
    return over_each_other(placed, x)


def room(width: float) -> Box:
    """Room without ink."""
    return Box(width)


def bar(width: float, thickness: float, y: float) -> Box:
    """A horizontal rule, its middle `y` below the baseline."""
    top = y - thickness / 2
    ink = Filled(0, top, width, thickness)
    return Box(width, -top, top + thickness, (ink,))
