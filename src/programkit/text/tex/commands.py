"""What the words of TeX make: the one place where all of them are known."""

from __future__ import annotations

from collections.abc import Callable

from programkit.text.tex import (
    alphabets,
    atoms,
    boxes,
    covers,
    delimiters,
    divisions,
    environments,
    symbols,
    words,
)
from programkit.text.tex.reader import Reader
from programkit.text.tex.tree import FormulaError, Node, Space

_HANDLERS: dict[str, Callable[[Reader, str], Node]] = {
    **alphabets.HANDLERS,
    **boxes.HANDLERS,
    **covers.HANDLERS,
    **delimiters.HANDLERS,
    **divisions.HANDLERS,
    **environments.HANDLERS,
    **words.HANDLERS,
}


def read(reader: Reader, word: str) -> Node:
    """What a word makes, with its arguments.

    Raises:
        FormulaError: There is no such word, or its arguments are missing.
    """
    if word in symbols.WORDS:
        text, kind = symbols.WORDS[word]
        return atoms.letter(text, kind, reader.variant)
    if node := atoms.operator(word):
        return node
    if word in symbols.SPACES:
        return Space(symbols.SPACES[word])
    if handler := _HANDLERS.get(word):
        return handler(reader, word)
    raise FormulaError(f"\\{word} is not known")
