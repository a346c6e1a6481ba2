r"""TeX formulas to trees: rows, scripts, and the switches that hold to the end of a group."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from programkit.text.tex import atoms, commands, delimiters
from programkit.text.tex.macros import expanded
from programkit.text.tex.reader import DEEPEST, Grammar, Reader
from programkit.text.tex.tree import (
    Fence,
    FormulaError,
    Fraction,
    Node,
    Row,
    Scripts,
    Style,
    Styled,
    Symbol,
)

LONGEST = 2000
"""Characters of a formula."""

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CLOSING = {"", "}", "&", "\\right", "\\end"}
_PRIMES = {1: "′", 2: "″", 3: "‴", 4: "⁗"}
_STYLES: dict[str, Style] = {
    "\\displaystyle": "display",
    "\\textstyle": "text",
    "\\scriptstyle": "script",
    "\\scriptscriptstyle": "scriptscript",
}
_SIZES = {
    "\\tiny": 0.5,
    "\\scriptsize": 0.7,
    "\\footnotesize": 0.8,
    "\\small": 0.9,
    "\\normalsize": 1,
    "\\large": 1.2,
    "\\Large": 1.44,
    "\\LARGE": 1.73,
    "\\huge": 2.07,
    "\\Huge": 2.49,
}
_ALPHABETS = {
    "\\rm": "normal",
    "\\bf": "bold",
    "\\it": "italic",
    "\\sf": "sans",
    "\\tt": "mono",
    "\\cal": "script",
    "\\frak": "fraktur",
}
_DIVISIONS: dict[str, tuple[float | None, str, str]] = {
    "\\over": (None, "", ""),
    "\\atop": (0, "", ""),
    "\\choose": (0, "(", ")"),
    "\\brace": (0, "{", "}"),
    "\\brack": (0, "[", "]"),
    "\\above": (None, "", ""),
}


def parse(tex: str, macros: Mapping[str, str] | None = None) -> Row:
    r"""A formula, without its dollars, as a tree.

    Args:
        tex: The formula.
        macros: What to put in for which word, with ``#1`` … for arguments.

    Raises:
        FormulaError: It cannot be read; the message says why.
    """
    return _parse(tex, tuple(sorted((macros or {}).items())))


@lru_cache(maxsize=256)
def _parse(tex: str, macros: tuple[tuple[str, str], ...]) -> Row:
    if len(tex) > LONGEST:
        raise FormulaError(f"it has more than {LONGEST} characters")
    source = expanded(tex, dict(macros))
    if _depth(source) > DEEPEST:
        raise FormulaError("its groups are too deep")
    reader = Reader(source, _GRAMMAR)
    row = reader.row("")
    return replace(row, nodes=(*row.nodes, *reader.tags))


def _depth(source: str) -> int:
    """How deep braces are nested."""
    steps = ({"{": 1, "}": -1}.get(found[0], 0) for found in _BRACE.finditer(source))
    return max(accumulate(steps), default=0)


def _row(reader: Reader, ends: tuple[str, ...]) -> Row:
    nodes: list[Node] = []
    while (word := reader.peek()) not in ends:
        if word in _CLOSING:
            raise FormulaError(f"{word or 'the end'} comes too early")
        if word in _DIVISIONS:
            return Row((_division(reader, Row(tuple(nodes)), ends),))
        if read := _READERS.get(word):
            read(reader, nodes, ends)
        elif not _switch(reader, nodes, ends):
            node = _atom(reader)
            nodes.append(replace(node, end=reader.at) if isinstance(node, Symbol) else node)
    return Row(tuple(nodes))


def _atom(reader: Reader) -> Node:
    """The next thing that is no script and no switch."""
    if found := reader.match(_NUMBER):
        return Symbol(found[0], variant=reader.variant)
    word = reader.take()
    if word == "{":
        row = reader.row("}")
        reader.expect("}")
        return row
    if word.startswith("\\"):
        return commands.read(reader, word[1:])
    return atoms.sign(word, reader.variant)


def _switch(reader: Reader, nodes: list[Node], ends: tuple[str, ...]) -> bool:
    """Read a switch and what it holds for; or say that there is none."""
    word = reader.peek()
    if word in _STYLES or word in _SIZES:
        reader.take()
        rest = reader.row(*ends)
        nodes.append(Styled(rest, _STYLES.get(word), _SIZES.get(word)))
    elif word in _ALPHABETS:
        reader.take()
        reader.variant = _ALPHABETS[word]
    elif word == "\\color":
        reader.take()
        reader.take_argument()
    else:
        return False
    return True


def _script(reader: Reader, nodes: list[Node], _ends: tuple[str, ...]) -> None:
    """What is raised or lowered joins what stands before."""
    sign = reader.take()
    base = nodes.pop() if nodes else Row(())
    scripts = base if isinstance(base, Scripts) else Scripts(base)
    if sign == "_":
        if scripts.below:
            raise FormulaError("two things are lowered at one place; put them in braces")
        nodes.append(replace(scripts, below=reader.one()))
        return
    if scripts.above and not _is_primes(scripts.above):
        raise FormulaError("two things are raised at one place; put them in braces")
    raised = reader.one()
    if scripts.above:
        raised = Row((scripts.above, raised))
    nodes.append(replace(scripts, above=raised))


def _primes(reader: Reader, nodes: list[Node], _ends: tuple[str, ...]) -> None:
    count = 0
    while reader.skip("'"):
        count += 1
    base = nodes.pop() if nodes else Row(())
    scripts = base if isinstance(base, Scripts) else Scripts(base)
    primes: Node = Symbol(_PRIMES.get(count, "′" * count))
    if scripts.above:
        primes = Row((scripts.above, primes))
    nodes.append(replace(scripts, above=primes))


def _is_primes(node: Node) -> bool:
    return isinstance(node, Symbol) and node.text[0] in _PRIMES.values()


def _limits(reader: Reader, nodes: list[Node], _ends: tuple[str, ...]) -> None:
    r"""``\limits`` and ``\nolimits`` say where the scripts of what stands before go."""
    limits = reader.take() == "\\limits"
    base = nodes.pop() if nodes else Row(())
    nodes.append(
        replace(base, limits=limits) if isinstance(base, Scripts) else Scripts(base, limits=limits)
    )


def _middle(reader: Reader, nodes: list[Node], ends: tuple[str, ...]) -> None:
    if "\\right" not in ends:
        raise FormulaError("\\middle is outside \\left and \\right")
    reader.take()
    nodes.append(Fence(delimiters.delimiter(reader), kind="rel"))


def _division(reader: Reader, above: Row, ends: tuple[str, ...]) -> Node:
    r"""``\over`` and its kind: what stands before it, over what stands after it."""
    word = reader.take()
    bar, left, right = _DIVISIONS[word]
    if word == "\\above":
        bar = reader.length()
    below = reader.row(*ends)
    return delimiters.fenced(left, Fraction(above, below, bar), right)


_READERS: dict[str, Callable[[Reader, list[Node], tuple[str, ...]], None]] = {
    "^": _script,
    "_": _script,
    "'": _primes,
    "\\limits": _limits,
    "\\nolimits": _limits,
    "\\middle": _middle,
}
_GRAMMAR = Grammar(_row, _atom)
