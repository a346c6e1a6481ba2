r"""Single signs as atoms of their class: letters, operators, functions."""

from __future__ import annotations

import unicodedata

from programkit.text.tex import letters, symbols
from programkit.text.tex.tree import Kind, Node, Space, Symbol


def sign(char: str, variant: str) -> Node:
    """What a single character makes."""
    if char == "~":
        return Space(0.25)
    if char in symbols.GROWING:
        return Symbol(char, "op", large=True, limits=symbols.GROWING[char])
    text, kind = symbols.SIGNS.get(char, (char, "ord"))
    return letter(text, kind, variant)


def letter(text: str, kind: Kind, variant: str) -> Symbol:
    """A character in the alphabet that holds; letters that have none are italic as TeX has them."""
    plain = unicodedata.normalize("NFC", text)
    if not variant and kind == "ord" and letters.is_slanted(plain):
        variant = "italic"
    return Symbol(plain, kind, variant)


def operator(word: str) -> Symbol | None:
    """A sum, an integral or a function; none if the word is no such thing."""
    for table, large, limits in (
        (symbols.SUMS, True, True),
        (symbols.INTEGRALS, True, False),
        (symbols.LIMITED, False, True),
        (symbols.FUNCTIONS, False, False),
    ):
        if word in table:
            return Symbol(table[word], "op", "normal", large, limits)
    return None
