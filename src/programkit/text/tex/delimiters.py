r"""Delimiters: ``\left`` and ``\right``, ``\big`` and its kind, sets and brackets of physics."""

from __future__ import annotations

from collections.abc import Callable

from programkit.text.tex import symbols
from programkit.text.tex.reader import Reader
from programkit.text.tex.tree import Fence, Fenced, FormulaError, Kind, Node, Row

_PAIRS = {"set": ("{", "}"), "bra": ("⟨", "|"), "ket": ("|", "⟩"), "braket": ("⟨", "⟩")}
_SIZES = {"big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0}
_SIDES: dict[str, Kind] = {"": "ord", "l": "open", "r": "close", "m": "rel"}


def fenced(left: str, inside: Node, right: str) -> Node:
    """A node between delimiters, if it has any."""
    if not left and not right:
        return inside
    return Fenced(Fence(left, kind="open"), Row((inside,)), Fence(right, kind="close"))


def delimiter(reader: Reader) -> str:
    r"""The delimiter that comes next, after ``\left`` and its kind."""
    word = reader.take()
    if word == "{":
        word = reader.take()
        reader.expect("}")
    if word not in symbols.DELIMITERS:
        raise FormulaError(f"{word} is no delimiter")
    return symbols.DELIMITERS[word]


def delimiter_or_none(reader: Reader) -> str:
    """A delimiter as an argument, which may be empty."""
    text = reader.take_argument().strip()
    return symbols.DELIMITERS.get(text, "")


def _left(reader: Reader, _word: str) -> Node:
    left = delimiter(reader)
    inside = reader.row("\\right")
    reader.expect("\\right")
    return Fenced(Fence(left, kind="open"), inside, Fence(delimiter(reader), kind="close"))


def _big(reader: Reader, word: str) -> Node:
    name = word if word in _SIZES else word[:-1]
    return Fence(delimiter(reader), _SIZES[name], _SIDES[word[len(name) :]])


def _set_of(reader: Reader, word: str) -> Node:
    r"""``\set``, ``\Set``, ``\braket`` and its kind: bars inside are as tall as the delimiters."""
    left, right = _PAIRS[word.lower()]
    text = reader.take_argument().replace("|", r"\middle|")
    inside = reader.over(text + r"\right").row("\\right")
    return Fenced(Fence(left, kind="open"), inside, Fence(right, kind="close"))


HANDLERS: dict[str, Callable[[Reader, str], Node]] = {
    "left": _left,
    **{name + side: _big for name in _SIZES for side in _SIDES},
    **dict.fromkeys(("set", "Set", "bra", "Bra", "ket", "Ket", "braket", "Braket"), _set_of),
}
"""What reads the arguments of which word."""
