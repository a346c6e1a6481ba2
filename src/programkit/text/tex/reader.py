"""Reading through the source of a formula, word by word, group by group."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from programkit.text.tex.macros import argument
from programkit.text.tex.tree import FormulaError, Node, Row

DEEPEST = 30
"""Groups inside each other."""
LARGEST = 30
"""Ems of room or of a rule."""

_TOKEN = re.compile(r"\\(?:[A-Za-z]+|.)|\S", re.DOTALL)
_LENGTH = re.compile(
    r"""(?P<brace>\{)?\s*(?P<number>[-+]?(?:\d+(?:\.\d*)?|\.\d+))\s*(?P<unit>[a-z]{2})
        (?(brace)\s*\})""",
    re.VERBOSE,
)
_OPTION = re.compile(r"\[(?P<text>[^\]]*)\]")
_EMS = {
    "em": 1,
    "ex": 0.48,
    "mu": 1 / 18,
    "pt": 0.1,
    "mm": 0.2845,
    "cm": 2.845,
    "in": 7.227,
    "pc": 1.2,
}


class Grammar(NamedTuple):
    """What reads the nodes of a formula."""

    row: Callable[[Reader, tuple[str, ...]], Row]
    """Reads nodes up to one of some words that end them."""
    atom: Callable[[Reader], Node]
    """Reads one node, with its arguments and without its scripts."""


class Reader:
    """A place in the source of a formula.

    Args:
        source: The formula, its macros put in.
        grammar: What reads the nodes; `parser` has it.
    """

    def __init__(self, source: str, grammar: Grammar) -> None:
        self.source = source
        self.at = 0
        self.variant = ""
        """The alphabet letters are set in."""
        self.depth = 0
        self.tags: list[Node] = []
        """Numbers of equations, which go to the end."""
        self._grammar = grammar

    def peek(self) -> str:
        """The next word or sign; empty at the end."""
        found = _TOKEN.match(self.source, self._after_space())
        return found[0] if found else ""

    def take(self) -> str:
        """The next word or sign, after which the reader then is.

        Raises:
            FormulaError: There is none.
        """
        found = self.match(_TOKEN)
        if not found:
            raise FormulaError("it ends too early")
        return found[0]

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Step over space and what matches; nowhere if nothing does."""
        found = pattern.match(self.source, self._after_space())
        if found:
            self.at = found.end()
        return found

    def skip(self, word: str) -> bool:
        """Step over a word if it is the next one, and say whether it was."""
        if self.peek() != word:
            return False
        self.take()
        return True

    def expect(self, word: str) -> None:
        """Step over a word that has to be the next one."""
        if not self.skip(word):
            raise FormulaError(f"{word} is missing")

    def row(self, *ends: str) -> Row:
        """The nodes up to a word that ends them; the end of the source is the empty word."""
        variant = self.variant
        with self._deeper():
            row = self._grammar.row(self, ends)
        self.variant = variant
        return row

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError("its groups are too deep")
        yield
        self.depth -= 1

    def group(self) -> Row:
        """The nodes of a group that begins here."""
        self.expect("{")
        row = self.row("}")
        self.expect("}")
        return row

    def one(self) -> Node:
        """An argument: a group, or the one thing that follows."""
        word = self.peek()
        if word == "{":
            return self.group()
        if word.isalnum():
            return self.part(self.take_argument())
        with self._deeper():
            return self._grammar.atom(self)

    def part(self, source: str, variant: str | None = None) -> Row:
        """The nodes of a part of the source, read by itself."""
        inner = self.over(source)
        inner.variant = self.variant if variant is None else variant
        return inner.row("")

    def over(self, source: str) -> Reader:
        """A reader of another source, as deep as this one."""
        inner = Reader(source, self._grammar)
        inner.depth = self.depth
        return inner

    def take_argument(self) -> str:
        """The source of an argument, without its braces."""
        text, self.at = argument(self.source, self.at)
        return text

    def option(self) -> str | None:
        """The source of an argument in brackets, if there is one."""
        found = self.match(_OPTION)
        return found["text"] if found else None

    def length(self) -> float:
        """A length in ems."""
        found = self.match(_LENGTH)
        if not found or found["unit"] not in _EMS:
            raise FormulaError("a length is missing")
        ems = float(found["number"]) * _EMS[found["unit"]]
        if abs(ems) > LARGEST:
            raise FormulaError(f"{found[0].strip()} is too large a length")
        return ems

    def _after_space(self) -> int:
        return len(self.source) - len(self.source[self.at :].lstrip())
