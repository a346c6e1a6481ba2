"""What a formula is made of, as the parser reads it and before anything is laid out.

Lengths are in ems of the type size at the place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["ord", "op", "bin", "rel", "open", "close", "punct", "inner"]
"""The classes of atoms by which TeX spaces a formula (The TeXbook, chapter 18)."""

Style = Literal["display", "text", "script", "scriptscript"]
"""TeX's four styles of setting."""


class FormulaError(ValueError):
    """A formula that cannot be read; the message says why, for the one who wrote it."""


@dataclass(frozen=True, slots=True)
class Row:
    """Nodes side by side."""

    nodes: tuple[Node, ...]
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A letter, digit, sign, or the name of a function."""

    text: str
    kind: Kind = "ord"
    variant: str = ""
    """How its letters look, a key of `letters`; empty means as they are."""
    large: bool = False
    """Whether it is larger in displays: sums and integrals."""
    limits: bool = False
    """Whether what is raised and lowered stands above and below it in displays."""
    end: int = field(default=0, compare=False)
    """Where it ends in the source it was read from."""


@dataclass(frozen=True, slots=True)
class Words:
    """Ordinary text inside a formula."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Space:
    """Room, or less of it."""

    width: float


@dataclass(frozen=True, slots=True)
class Newline:
    """The end of a line of a formula that has several without aligning them."""


@dataclass(frozen=True, slots=True)
class Scripts:
    """What is lowered and raised beside its base, or stands below and above it."""

    base: Node
    below: Node | None = None
    above: Node | None = None
    limits: bool | None = None
    """Whether they stand below and above; none means as the base has it."""

    @property
    def kind(self) -> Kind:
        """The class of the base."""
        return kind_of(self.base)


@dataclass(frozen=True, slots=True)
class Fraction:
    """One above the other, with a bar between unless it is 0 thick."""

    above: Node
    below: Node
    bar: float | None = None
    """How thick the bar is; none means as the font has it."""
    style: Style | None = None
    """The style it is set in; none means that of the place."""
    even: bool = False
    """Whether the parts are as large as the whole: continued fractions."""
    kind: Kind = "inner"


@dataclass(frozen=True, slots=True)
class Root:
    """A root, square unless it has a degree."""

    inside: Node
    degree: Node | None = None
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Fence:
    """A delimiter as tall as what it stands by; an empty one is not drawn."""

    text: str
    size: float | None = None
    """How tall it is; none means as tall as needed."""
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Fenced:
    """A row between two delimiters, and perhaps `Fence` nodes in it, all equally tall."""

    left: Fence
    inside: Row
    right: Fence
    kind: Kind = "inner"


@dataclass(frozen=True, slots=True)
class Marked:
    """An accent, line, brace or arrow above or below something."""

    base: Node
    mark: str
    over: bool = True
    wide: bool = False
    """Whether the mark is as wide as its base."""
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Stack:
    """Small things above and below something, centered."""

    base: Node
    below: Node | None = None
    above: Node | None = None
    kind: Kind = "ord"
    stretched: str = ""
    """An arrow in place of the base, as long as the things need it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows and columns: matrices, cases, aligned equations."""

    rows: tuple[tuple[Node, ...], ...]
    columns: str = "c"
    """How columns are aligned, the last ones in turn for more: l, c, r."""
    gaps: tuple[float, ...] = (1.0,)
    """The room after each column, in turn."""
    style: Style = "text"
    leading: float = 1.0
    """The distance of rows, as a part of the usual one."""
    more: tuple[float, ...] = ()
    """Further room after each row."""
    rules: tuple[int, ...] = ()
    """Rows, counted from 0, that have a rule above."""
    bars: tuple[int, ...] = ()
    """Columns, counted from 0, that have a rule at their left."""
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Styled:
    """A part that is set in a style of its own, or larger or smaller."""

    inside: Row
    style: Style | None = None
    scale: float | None = None
    """The type size, as a part of the formula's; none means that of the place."""
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Padded:
    """A part that takes more or less room than it fills, or is not drawn at all."""

    inside: Node
    drawn: bool = True
    width: Literal["own", "left", "center", "right"] = "own"
    """Its own width; or none, with the part to the left of the place, around it or to its right."""
    height: bool = True
    """Whether its height counts."""
    depth: bool = True
    """Whether its depth counts."""
    rise: float = 0
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Framed:
    """A part with a frame around it, or struck out."""

    inside: Node
    look: Literal["box", "up", "down", "cross", "through"] = "box"
    kind: Kind = "ord"


@dataclass(frozen=True, slots=True)
class Rule:
    """A filled rectangle."""

    width: float
    height: float
    rise: float = 0
    kind: Kind = "ord"


Node = (
    Row
    | Symbol
    | Words
    | Space
    | Newline
    | Scripts
    | Fraction
    | Root
    | Fence
    | Fenced
    | Marked
    | Stack
    | Table
    | Styled
    | Padded
    | Framed
    | Rule
)


def kind_of(node: Node) -> Kind:
    """The class of a node; room has none, which counts as ordinary where one is asked."""
    return "ord" if isinstance(node, Space | Newline) else node.kind


def is_large(node: Node) -> bool:
    """Whether a node is a sum, an integral, or something else that is larger in displays."""
    return isinstance(node, Symbol) and node.large


def lines(row: Row) -> tuple[Row, ...]:
    """The lines of a row; one, unless it has line ends."""
    found: list[list[Node]] = [[]]
    for node in row.nodes:
        if isinstance(node, Newline):
            found.append([])
        else:
            found[-1].append(node)
    if len(found) > 1 and not found[-1]:
        found.pop()
    return tuple(Row(tuple(nodes)) for nodes in found)


def has_limits(node: Scripts, *, display: bool) -> bool:
    """Whether scripts stand below and above their base rather than beside it."""
    return _asks_for_limits(node.base, display) if node.limits is None else node.limits


def _asks_for_limits(base: Node, display: bool) -> bool:  # noqa: FBT001 - it is what is asked about
    match base:
        case Symbol(limits=True) | Stack(kind="op") | Row(kind="op"):
            return display
        case Row((only,)):
            return _asks_for_limits(only, display)
        case _:
            return isinstance(base, Marked) and base.kind == "op"
