"""What is drawn on a page, without saying how: glyphs, bars, pictures, and where links lead.

Nothing here is changed once it is made. What there is one of for every line is not declared frozen
all the same, because Python takes three times as long to make what is.

Positions are in points, `x` to the right and `y` down from the top left corner of whatever holds
the mark: a strip while it is set, the page once it is laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, overload

from programkit.typeset.faces import Face
from programkit.typeset.shaping import Features, Glyph, Piece, shape


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


@dataclass(slots=True, unsafe_hash=True)
class Fragment:
    """Words of one face, size and color on one baseline, in the order they are read."""

    x: float
    """Its left edge, whichever way it is read."""
    y: float
    width: float
    face: Face
    size: float
    pieces: tuple[Piece, ...]
    """The words, with a space between any two; an empty one at an end is a space there."""
    gap: float = 0.0
    """How wide each space is, in points."""
    expansion: float = 1.0
    """How much wider than usual the glyphs of the words are drawn."""
    tracking: float = 0.0
    """What is added after each glyph, in points."""
    trails: bool = False
    """Whether a space of no width follows, so that the word is parted from the next line's."""
    color: str = "text"
    link: str | None = None

    def shifted(self, dx: float, dy: float) -> Fragment:
        """The fragment further to the right and down."""
        return Fragment(
            self.x + dx,
            self.y + dy,
            self.width,
            self.face,
            self.size,
            self.pieces,
            self.gap,
            self.expansion,
            self.tracking,
            self.trails,
            self.color,
            self.link,
        )

    @property
    def leftwards(self) -> bool:
        """Whether its words are read from right to left: their glyphs lead to the left, too."""
        return any(piece.width < 0 for piece in self.pieces)

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All glyphs with their spaces, in thousandths of the size, not yet expanded or tracked."""
        space = self.space((self.gap - self.tracking) * 1000 / (self.size * self.expansion))
        if self.leftwards:
            space = space._replace(advance=-space.advance, dx=-space.advance)
        made: list[Glyph] = []
        for number, piece in enumerate(self.pieces):
            made.extend((space,) if number else ())
            made.extend(piece.glyphs)
        return (*made, self.space(0.0)) if self.trails else tuple(made)

    def space(self, advance: float) -> Glyph:
        """A space of some width; where the face has no space it is the empty box, not drawn."""
        return Glyph(self.face.glyph(" ") or 0, " ", advance)

    @property
    def text(self) -> str:
        """The characters the glyphs stand for, in the order they are read."""
        return " ".join([piece.text for piece in self.pieces]) + " " * self.trails


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


@dataclass(slots=True, unsafe_hash=True)
class PageNumber:
    """Room kept for the number of the page an anchor turns out to be on."""

    x: float
    y: float
    width: float
    anchor: str
    look: Look
    more: tuple[str, ...] = ()
    """Further anchors whose pages are to be named."""
    leftward: bool = False
    """Whether they stand at the left edge of the room, the first one at the right."""

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
        order = sorted(found, key=lambda label: (len(label), label), reverse=self.leftward)
        for label in order:
            made.extend(self._set(" ," if self.leftward else ", ", None) if made else ())
            made.extend(self._set(label, f"#{found[label]}" if self.look.link else None))
        return self._at_edge(made)

    def _set(self, text: str, link: str | None) -> Iterator[Fragment]:
        look = replace(self.look, link=link)
        for piece in shape(text, look.chain, look.features, look.language).pieces:
            yield fragment(look, piece, 0.0, self.y)

    def _at_edge(self, fragments: list[Fragment]) -> tuple[Fragment, ...]:
        left = self.width - sum(fragment.width for fragment in fragments)
        x = self.x + (0.0 if self.leftward else left)
        placed = []
        for each in fragments:
            placed.append(replace(each, x=x))
            x += each.width
        return tuple(placed)


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that are read as one: a formula. Their positions count from its own."""

    x: float
    y: float
    width: float
    marks: tuple[Mark, ...]
    alt: str
    """What it says: a formula's source."""

    def spread(self) -> Iterator[Mark]:
        """Its marks, positioned as it is."""
        for mark in self.marks:
            yield shifted(mark, self.x, self.y)


Mark = Fragment | Bar | Picture | PageNumber | Group


def fragment(look: Look, piece: Piece, x: float, y: float) -> Fragment:
    """A piece in place, looking as it should."""
    width = piece.width * look.size / 1000
    return Fragment(x, y, width, piece.face, look.size, (piece,), color=look.color, link=look.link)


def shifted(mark: Mark, dx: float, dy: float) -> Mark:
    """A mark moved to the right and down."""
    if not dx and not dy:
        return mark
    if isinstance(mark, Fragment):
        return mark.shifted(dx, dy)
    return replace(mark, x=mark.x + dx, y=mark.y + dy)


def mirrored_marks(marks: Iterable[Mark], edges: float) -> tuple[Mark, ...]:
    """Marks as in a mirror: each is at the other side, and none is turned itself.

    Args:
        marks: The marks.
        edges: The sum of the left and the right edge of what is mirrored, in points.
    """
    return tuple(shifted(mark, edges - 2 * mark.x - mark.width, 0.0) for mark in marks)


class Kept(Sequence[Mark]):
    """Marks that are made when they are looked at, with a key that stands for them.

    Args:
        key: Bytes, numbers and texts in tuples; equal ones stand for equal marks.
        count: How many there are.
        anchors: Those whose pages are named among them.
        make: Makes them.
    """

    __slots__ = ("_count", "_make", "anchors", "key")

    def __init__(
        self,
        key: tuple[object, ...],
        count: int,
        anchors: tuple[str, ...],
        make: Callable[[], Sequence[Mark]],
    ) -> None:
        self.key = key
        self.anchors = anchors
        self._count = count
        self._make = make

    def __len__(self) -> int:
        """How many there are, which is known before they are made."""
        return self._count

    def __iter__(self) -> Iterator[Mark]:
        """They themselves."""
        return iter(self._make())

    @overload
    def __getitem__(self, at: int) -> Mark: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Mark]: ...
    def __getitem__(self, at: int | slice) -> Mark | Sequence[Mark]:
        """One of them, or some."""
        return self._make()[at]

    def __eq__(self, other: object) -> bool:
        """Whether they are the same as others, kept or not."""
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        """That of their tuple."""
        return hash(tuple(self))

    def moved(self, dx: float, dy: float) -> Kept:
        """The same further to the right and down."""
        return Kept(
            ("moved", self.key, dx, dy),
            self._count,
            self.anchors,
            lambda: tuple([shifted(mark, dx, dy) for mark in self]),
        )

    def joined(self, other: Kept) -> Kept:
        """These, and then others."""
        return Kept(
            ("joined", self.key, other.key),
            self._count + len(other),
            self.anchors + other.anchors,
            lambda: (*self, *other),
        )


def moved(marks: Sequence[Mark], dx: float, dy: float) -> Sequence[Mark]:
    """Marks further to the right and down, each as `shifted` does it."""
    if isinstance(marks, Kept):
        return marks.moved(dx, dy)
    return tuple([shifted(mark, dx, dy) for mark in marks])


def joined(first: Sequence[Mark], second: Sequence[Mark]) -> Sequence[Mark]:
    """Marks and then others."""
    if not first or not second:
        return first or second
    if isinstance(first, Kept) and isinstance(second, Kept):
        return first.joined(second)
    return (*first, *second)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links and page references can name."""

    name: str
    title: str = ""
    """What the reader's outline of the document calls it; none means it is not listed there."""
    level: int = 0
    """How deep in that outline, from 0."""


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """Some marks of a strip that are one cell of a table."""

    begin: int
    """The first of them, counted from 0 in the strip's marks."""
    end: int
    """The one after the last."""
    role: Literal["TH", "TD"] = "TD"
    """Whether it heads a row or column."""
    cell: int = 0
    """Where it begins: the cells of a column have the same number, those further on higher ones."""
    row: int = 0
    """The row of the table, for strips that hold several, counted from 0."""
    rows: int = 1
    """How many rows it spans."""
    columns: int = 1
    """How many columns it spans; none means all up to the next cell."""

    def after(self, marks: int) -> Span:
        """The same cell in a strip with further marks before its own."""
        return replace(self, begin=self.begin + marks, end=self.end + marks)


@dataclass(slots=True, unsafe_hash=True)
class Strip:
    """A slice of a page that is never divided: a line of text, a rule, a picture."""

    height: float
    marks: Sequence[Mark] = ()
    anchors: tuple[Anchor, ...] = ()
    missing: tuple[str, ...] = ()
    """The characters in it that no face has."""
    spans: tuple[Span, ...] = ()
    """Its cells, where it is a part of a table."""

    def moved(self, dx: float) -> Strip:
        """The strip's contents further to the right."""
        if not dx or not self.marks:
            return self
        return replace(self, marks=moved(self.marks, dx, 0.0))

    def beside(self, other: Strip) -> Strip:
        """The contents of both in one strip, tops aligned."""
        return Strip(
            max(self.height, other.height),
            joined(self.marks, other.marks),
            self.anchors + other.anchors,
            self.missing + other.missing,
            self.spans + tuple(span.after(len(self.marks)) for span in other.spans),
        )
