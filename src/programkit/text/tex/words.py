r"""Ordinary text in formulas: ``\text`` and its kind, with accents, fonts and formulas in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from programkit.text.tex import symbols
from programkit.text.tex.macros import argument
from programkit.text.tex.reader import Reader
from programkit.text.tex.tree import FormulaError, Node, Row, Words


class _Look(NamedTuple):
    bold: bool = False
    italic: bool = False
    code: bool = False


LOOKS: dict[str, _Look | None] = {
    **dict.fromkeys(("text", "mbox", "hbox", "textup", "textsc"), None),
    **dict.fromkeys(("textrm", "textnormal", "textsf", "textmd"), _Look()),
    "textbf": _Look(bold=True),
    **dict.fromkeys(("textit", "emph", "textsl"), _Look(italic=True)),
    "texttt": _Look(code=True),
}
"""Words that begin text, and how it looks; none means as what is around it."""
_SWITCHES = {
    "rm": _Look(),
    "sf": _Look(),
    "bf": _Look(bold=True),
    "it": _Look(italic=True),
    "tt": _Look(code=True),
}
_PIECE = re.compile(
    r"""\$(?P<formula>(?:[^$\\]|\\.)*)\$
      | \\(?P<accent>["'`^~=.]|[Hrcuvkd](?![A-Za-z]))\s*\{?(?P<base>\\[ij](?![A-Za-z])|[^\W\d_])\}?
      | \\(?P<word>[A-Za-z]+)[ ]?
      | \\(?P<escaped>.)
      | (?P<group>\{)
      | (?P<plain>[^$\\{}~`'-]+ | ~ | ``? | ''? | -{1,3})""",
    re.VERBOSE | re.DOTALL,
)
_ACCENTS = {
    '"': "\u0308",
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "H": "\u030b",
    "r": "\u030a",
    "c": "\u0327",
    "u": "\u0306",
    "v": "\u030c",
    "k": "\u0328",
    "d": "\u0323",
}
_PLAIN = {"~": "\u00a0", "``": "“", "''": "”", "`": "‘", "'": "’", "--": "–", "---": "—"}
_SIZES = {"tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "huge"}
_WORDS = {"LaTeX", "TeX", "KaTeX"}


def read(reader: Reader, word: str, source: str) -> Node:
    """The nodes of a text: words, and the formulas between them.

    Args:
        reader: Where the text stands.
        word: What it is the argument of, without its backslash.
        source: The text.
    """
    nodes = _Text(reader, LOOKS[word] or _Look()).read(source)
    return nodes[0] if len(nodes) == 1 else Row(tuple(nodes))


class _Text:
    """Collects the nodes of a text."""

    def __init__(self, reader: Reader, look: _Look) -> None:
        self._reader = reader
        self._look = look
        self._nodes: list[Node] = []

    def read(self, source: str) -> list[Node]:
        at = 0
        while at < len(source):
            found = _PIECE.match(source, at)
            if not found:
                raise FormulaError(f"{source[at]} is not expected in text")
            at = self._piece(found, source)
        return self._nodes

    def _piece(self, found: re.Match[str], source: str) -> int:
        end = found.end()
        if found["formula"] is not None:
            self._nodes.append(self._reader.part(found["formula"], ""))
        elif found["accent"]:
            base = found["base"].removeprefix("\\")
            self._add(unicodedata.normalize("NFC", base + _ACCENTS[found["accent"]]))
        elif found["word"]:
            return self._word(found["word"], source, end)
        elif found["escaped"]:
            self._add(found["escaped"])
        elif found["group"]:
            text, end = argument(source, found.start())
            self._extend(text, self._look)
        else:
            text = re.sub(r"\s+", " ", found["plain"])
            self._add(_PLAIN.get(text, text))
        return end

    def _word(self, word: str, source: str, end: int) -> int:
        if word in LOOKS:
            text, end = argument(source, end)
            self._extend(text, LOOKS[word] or self._look)
        elif word in _SWITCHES:
            self._look = _SWITCHES[word]
        elif word in _WORDS:
            self._add(word)
        elif word in symbols.WORDS:
            self._add(symbols.WORDS[word][0])
        elif word not in _SIZES:
            text, end = argument(source, end)
            self._nodes.append(self._reader.part(rf"\{word}{{\text{{{text}}}}}"))
        return end

    def _extend(self, source: str, look: _Look) -> None:
        """Add the nodes of a text inside this one."""
        for node in _Text(self._reader, look).read(source):
            self._join(node)

    def _add(self, text: str) -> None:
        self._join(Words(text, *self._look))

    def _join(self, node: Node) -> None:
        """Add a node; words that look alike become one."""
        last = self._nodes[-1] if self._nodes else None
        if isinstance(last, Words) and isinstance(node, Words):
            joined = replace(node, text=last.text + node.text)
            if joined == replace(last, text=joined.text):
                self._nodes[-1] = joined
                return
        self._nodes.append(node)


def _text(reader: Reader, word: str) -> Node:
    return read(reader, word, reader.take_argument())


def _verbatim(reader: Reader, _word: str) -> Node:
    at = reader.at + (reader.source[reader.at : reader.at + 1] == "*")
    mark = reader.source[at : at + 1]
    end = reader.source.find(mark, at + 1)
    if not mark or end < 0:
        raise FormulaError("\\verb is not closed")
    reader.at = end + 1
    return Words(reader.source[at + 1 : end], code=True)


def _logo(_reader: Reader, word: str) -> Node:
    return Words(word)


HANDLERS: dict[str, Callable[[Reader, str], Node]] = {
    **dict.fromkeys(LOOKS, _text),
    "verb": _verbatim,
    **dict.fromkeys(("KaTeX", "LaTeX", "TeX"), _logo),
}
"""What reads the arguments of which word."""
