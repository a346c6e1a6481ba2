"""Set formulas: the marks of one, and how much room it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from programkit.text.mathematics import readable
from programkit.text.tex.macros import expanded
from programkit.text.tex.parser import parse
from programkit.text.tex.tree import FormulaError, Row
from programkit.typeset.faces import Family, default_family
from programkit.typeset.formulas.box import Box, Drawn, Filled
from programkit.typeset.formulas.mathfont import math_font
from programkit.typeset.formulas.rows import between, kinds, set_row
from programkit.typeset.formulas.setting import Setting
from programkit.typeset.marks import Bar, Fragment, Mark
from programkit.typeset.shaping import Glyph, Piece

_MARGIN = 1000
"""How far ink may be from the room a formula takes, in thousandths of the type size."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in place, its marks relative to the left end of its baseline."""

    width: float
    ascent: float
    """How far it reaches above the baseline."""
    depth: float
    """How far it reaches below it."""
    marks: tuple[Mark, ...]
    tex: str
    source: str
    """The formula with its macros put in."""
    missing: tuple[str, ...] = ()
    """The characters in it that no face has."""
    trailing: float = 0.0
    """How much of its width is room after its last sign, which is left out where a line ends."""

    @property
    def readable(self) -> str:
        """The formula as Unicode, for readers who do not see it."""
        return readable(self.source)


def set_formula(  # noqa: PLR0913 - a formula and how it looks
    tex: str,
    *,
    size: float,
    display: bool = False,
    bold: bool = False,
    color: str = "text",
    link: str | None = None,
    macros: Mapping[str, str] | None = None,
    family: Family | None = None,
) -> Formula | None:
    r"""A formula as glyphs and rules; none if it cannot be set.

    Args:
        tex: The formula, without its dollars.
        size: Type size in points.
        display: Whether it stands by itself, with larger sums and fractions.
        bold: Whether its letters, digits and words are bold, as in a bold title; signs are not.
        color: The role or color of all its marks.
        link: Where it leads.
        macros: What to put in for which word: ``{r"\R": r"\mathbb{R}"}``.
        family: The typeface of words in it; none means STIX Two Text.
    """
    found = set_formula_or_reason(
        tex,
        size=size,
        display=display,
        bold=bold,
        color=color,
        link=link,
        macros=macros,
        family=family,
    )
    return found if isinstance(found, Formula) else None


def set_formula_or_reason(  # noqa: PLR0913 - a formula and how it looks
    tex: str,
    *,
    size: float,
    display: bool = False,
    bold: bool = False,
    color: str = "text",
    link: str | None = None,
    macros: Mapping[str, str] | None = None,
    family: Family | None = None,
) -> Formula | str:
    """As `set_formula`, with the reason as a text where the formula cannot be set."""
    known = tuple(sorted((macros or {}).items()))
    try:
        made = _set(tex, display, bold, known, family or default_family())
    except FormulaError as error:
        return str(error)
    box, em = made.box, size / 1000
    return Formula(
        box.width * em,
        box.ascent * em,
        box.depth * em,
        tuple(_mark(run, size, color, link) for run in made.runs),
        tex,
        expanded(tex, macros) if macros else tex,
        tuple(dict.fromkeys(box.missing)),
        made.trailing * em,
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """Glyphs of one face and size on one line."""

    x: float
    y: float
    scale: float
    stretch: float
    piece: Piece


@dataclass(frozen=True, slots=True)
class _Set:
    """A formula that is set, whatever its size and color."""

    box: Box
    trailing: float
    runs: tuple[_Run | Filled, ...]


@lru_cache(maxsize=512)
def _set(
    tex: str,
    display: bool,  # noqa: FBT001 - a key of the cache
    bold: bool,  # noqa: FBT001 - a key of the cache
    macros: tuple[tuple[str, str], ...],
    family: Family,
) -> _Set:
    setting = Setting(math_font(), family, level=-1 if display else 0, bold=bold)
    row = parse(tex, dict(macros))
    box = set_row(row, setting).closed()
    if any(_is_outside(ink, box) for ink in box.inks):
        raise FormulaError("it draws outside its place")
    return _Set(box, _trailing(row, setting), tuple(_runs(box)))


def _is_outside(ink: Drawn | Filled, box: Box) -> bool:
    """Whether ink begins where other people's text may be."""
    in_width = -_MARGIN <= ink.x <= box.width + _MARGIN
    return not (in_width and -box.ascent - _MARGIN <= ink.y <= box.depth + _MARGIN)


def _trailing(row: Row, setting: Setting) -> float:
    """The room between the last sign of a row and an empty group at its end."""
    *_, before, last = (None, None, *kinds(row.nodes))
    if not row.nodes or row.nodes[-1] != Row(()) or last is None:
        return 0.0
    return between(before, last, setting)


def _runs(box: Box) -> Iterator[_Run | Filled]:
    """The ink of a box, neighboring glyphs that look alike together."""
    run: list[Drawn] = []
    for ink in box.inks:
        if run and not (isinstance(ink, Drawn) and _continues(run[-1], ink)):
            yield _run(run)
            run = []
        if isinstance(ink, Drawn):
            run.append(ink)
        else:
            yield ink
    if run:
        yield _run(run)


def _continues(last: Drawn, ink: Drawn) -> bool:
    """Whether a glyph stands to the right of another on the same line, looking alike."""
    look = (last.face, last.scale, last.stretch, last.y)
    return look == (ink.face, ink.scale, ink.stretch, ink.y) and ink.x >= last.x


def _run(inks: list[Drawn]) -> _Run:
    """Glyphs each as wide as the next one is away."""
    first, last = inks[0], inks[-1]
    glyphs = [
        Glyph(
            ink.glyph.index,
            ink.glyph.text,
            (following.x - ink.x) / (first.scale * first.stretch),
        )
        for ink, following in pairwise(inks)
    ]
    piece = Piece(first.face, (*glyphs, last.glyph))
    return _Run(first.x, first.y, first.scale, first.stretch, piece)


def _mark(run: _Run | Filled, size: float, color: str, link: str | None) -> Mark:
    em = size / 1000
    if isinstance(run, Filled):
        return Bar(run.x * em, run.y * em, run.width * em, run.height * em, color)
    return _fragment(run, size, color, link)


def _fragment(run: _Run, size: float, color: str, link: str | None) -> Fragment:
    em = size / 1000
    return Fragment(
        run.x * em,
        run.y * em,
        run.piece.width * run.scale * run.stretch * em,
        run.piece.face,
        size * run.scale,
        (run.piece,),
        expansion=run.stretch,
        color=color,
        link=link,
    )
