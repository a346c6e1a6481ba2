"""What is drawn on a page, without saying how: glyphs, bars, pictures, and where links lead.

Positions are in points, `x` to the right and `y` down from the top left corner of whatever holds
the mark: a strip while it is set, the page once it is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from programkit.typeset.faces import Face
from programkit.typeset.shaping import Features, Glyph, shape


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text looks."""

    chain: tuple[Face, ...]
    """The faces to try in turn."""
    size: float
    """Type size in points."""
    color: str = "text"
    """A role, such as ``text`` or ``accent``, that the theme gives a color."""
    link: str | None = None
    """Where it leads: an address, or ``#`` and the name of an anchor."""
    features: Features = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Glyphs of one face, size and color on one baseline, from left to right."""

    x: float
    y: float
    width: float
    face: Face
    size: float
    glyphs: tuple[Glyph, ...]
    color: str = "text"
    link: str | None = None

    @property
    def text(self) -> str:
        """The characters the glyphs stand for, in the order they are drawn."""
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle: a rule when it is thin, a background when it is not."""

    x: float
    y: float
    width: float
    height: float
    color: str = "rule"


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture, scaled to a rectangle."""

    x: float
    y: float
    width: float
    height: float
    path: Path
    """A PNG or JPEG file; whoever makes the mark has resolved and approved the path."""
    alt: str = ""
    """What it shows, for readers who do not see it."""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Room kept for the number of the page an anchor turns out to be on."""

    x: float
    y: float
    width: float
    anchor: str
    look: Look
    more: tuple[str, ...] = ()
    """Further anchors whose pages are to be named."""

    def filled(self, *labels: str) -> tuple[Fragment, ...]:
        """The pages' labels, each once, at the right edge of the room.

        Args:
            labels: One for each anchor; empty where there is no such page.
        """
        found: dict[str, str] = {}
        for label, anchor in zip(labels, (self.anchor, *self.more), strict=True):
            if label:
                found.setdefault(label, anchor)
        made: list[Fragment] = []
        for label in sorted(found, key=lambda label: (len(label), label)):
            made.extend(self._set(", ", None) if made else ())
            made.extend(self._set(label, f"#{found[label]}" if self.look.link else None))
        return self._at_right_edge(made)

    def _set(self, text: str, link: str | None) -> Iterator[Fragment]:
        look = replace(self.look, link=link)
        for piece in shape(text, look.chain, look.features, look.language).pieces:
            width = sum(glyph.advance for glyph in piece.glyphs) * look.size / 1000
            yield fragment(look, piece.face, piece.glyphs, 0.0, self.y, width)

    def _at_right_edge(self, fragments: list[Fragment]) -> tuple[Fragment, ...]:
        x = self.x + self.width - sum(fragment.width for fragment in fragments)
        placed = []
        for each in fragments:
            placed.append(replace(each, x=x))
            x += each.width
        return tuple(placed)


Mark = Fragment | Bar | Picture | PageNumber


def fragment(
    look: Look, face: Face, glyphs: tuple[Glyph, ...], x: float, y: float, width: float
) -> Fragment:
    """Glyphs in place, looking as they should."""
    return Fragment(x, y, width, face, look.size, glyphs, look.color, look.link)


def shifted(mark: Mark, dx: float, dy: float) -> Mark:
    """A mark moved to the right and down."""
    return replace(mark, x=mark.x + dx, y=mark.y + dy)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links and page references can name."""

    name: str
    title: str = ""
    """What the reader's outline of the document calls it; none means it is not listed there."""
    level: int = 0
    """How deep in that outline, from 0."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some marks of a strip that are one cell of a table."""

    begin: int
    """The first of them, counted from 0 in the strip's marks."""
    end: int
    """The one after the last."""
    role: Literal["TH", "TD"] = "TD"
    """Whether it heads a row or column."""
    row: int = 0
    """The row of the table, for strips that hold several, counted from 0."""
    rows: int = 1
    """How many rows it spans."""
    columns: int = 1
    """How many columns it spans."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a page that is never divided: a line of text, a rule, a picture."""

    height: float
    marks: tuple[Mark, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    missing: tuple[str, ...] = ()
    """The characters in it that no face has."""
    spans: tuple[Span, ...] = ()
    """Its cells, where it is a part of a table."""

    def moved(self, dx: float) -> Strip:
        """The strip's contents further to the right."""
        return replace(self, marks=tuple(shifted(mark, dx, 0) for mark in self.marks))

    def beside(self, other: Strip) -> Strip:
        """The contents of both in one strip, tops aligned."""
        return Strip(
            max(self.height, other.height),
            self.marks + other.marks,
            self.anchors + other.anchors,
            self.missing + other.missing,
        )
