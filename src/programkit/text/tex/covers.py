r"""What stands above and below something: accents, lines, braces, arrows, small things."""

from __future__ import annotations

from collections.abc import Callable

from programkit.text.tex import environments, symbols
from programkit.text.tex.reader import Reader
from programkit.text.tex.tree import Kind, Marked, Node, Row, Stack, kind_of


def _accent(reader: Reader, word: str) -> Node:
    return Marked(reader.one(), symbols.ACCENTS[word])


def _over(reader: Reader, word: str) -> Node:
    kind: Kind = "op" if word.endswith(("brace", "bracket")) else "ord"
    return Marked(reader.one(), symbols.WIDE[word], wide=True, kind=kind)


def _under(reader: Reader, word: str) -> Node:
    kind: Kind = "op" if word.endswith(("brace", "bracket")) else "ord"
    return Marked(reader.one(), symbols.UNDER[word], over=False, wide=True, kind=kind)


def _arrow(reader: Reader, word: str) -> Node:
    below = reader.option()
    above = reader.one()
    under = reader.part(below) if below else None
    return Stack(Row(()), under, above, "rel", symbols.ARROWS[word])


def _set(reader: Reader, word: str) -> Node:
    r"""``\overset``, ``\underset`` and ``\stackrel``."""
    small, base = reader.one(), reader.one()
    kind = "rel" if word == "stackrel" else _class_of(base)
    if word == "underset":
        return Stack(base, below=small, kind=kind)
    return Stack(base, above=small, kind=kind)


def _class_of(node: Node) -> Kind:
    """The class of the one thing in a group."""
    if isinstance(node, Row) and len(node.nodes) == 1:
        return _class_of(node.nodes[0])
    return kind_of(node)


def _substack(reader: Reader, _word: str) -> Node:
    return environments.stacked(reader.part(reader.take_argument()))


HANDLERS: dict[str, Callable[[Reader, str], Node]] = {
    **dict.fromkeys(symbols.ACCENTS, _accent),
    **dict.fromkeys(symbols.WIDE, _over),
    **dict.fromkeys(symbols.UNDER, _under),
    **dict.fromkeys(symbols.ARROWS, _arrow),
    **dict.fromkeys(("overset", "underset", "stackrel"), _set),
    "substack": _substack,
}
"""What reads the arguments of which word."""
