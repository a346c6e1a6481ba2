r"""Fractions, binomials and roots."""

from __future__ import annotations

from collections.abc import Callable

from programkit.text.tex import delimiters
from programkit.text.tex.reader import Reader
from programkit.text.tex.tree import Fraction, Node, Root, Style

_FRACTIONS: dict[str, tuple[Style | None, float | None, bool]] = {
    "frac": (None, None, False),
    "dfrac": ("display", None, False),
    "tfrac": ("text", None, False),
    "cfrac": ("display", None, True),
    "binom": (None, 0, False),
    "dbinom": ("display", 0, False),
    "tbinom": ("text", 0, False),
}
_STYLES: tuple[Style, ...] = ("display", "text", "script", "scriptscript")


def _fraction(reader: Reader, word: str) -> Node:
    style, bar, even = _FRACTIONS[word]
    if even:
        reader.option()
    node = Fraction(reader.one(), reader.one(), bar, style, even)
    return delimiters.fenced("(", node, ")") if bar == 0 else node


def _genfrac(reader: Reader, _word: str) -> Node:
    left, right = delimiters.delimiter_or_none(reader), delimiters.delimiter_or_none(reader)
    thickness = reader.take_argument().strip()
    bar = reader.over(thickness).length() if thickness else None
    number = reader.take_argument().strip()
    style = _STYLES[int(number)] if number in {"0", "1", "2", "3"} else None
    return delimiters.fenced(left, Fraction(reader.one(), reader.one(), bar, style), right)


def _root(reader: Reader, _word: str) -> Node:
    degree = reader.option()
    return Root(reader.one(), reader.part(degree) if degree else None)


HANDLERS: dict[str, Callable[[Reader, str], Node]] = {
    **dict.fromkeys(_FRACTIONS, _fraction),
    "genfrac": _genfrac,
    "sqrt": _root,
}
"""What reads the arguments of which word."""
