r"""Macros of a formula put in, before it is read.

Macros come from the organizers, and from ``\newcommand``, ``\def`` and ``\DeclareMathOperator``
inside the formula itself. They hold for that one formula.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from programkit.text.tex.tree import FormulaError

LONGEST = 4000
"""Characters of a formula once its macros are put in; the billion laughs stop here."""
MOST = 400
"""Macros that are put in for one formula."""

_WORD = re.compile(r"\\(?:[A-Za-z]+|.)|\{|\}", re.DOTALL)
_SIGN = re.compile(r"\\(?:[A-Za-z]+|.)|[^\\}]", re.DOTALL)
_DEFINITION = re.compile(
    r"""\\(?:re)?newcommand\*?\s*\{?\s*(?P<name>\\[A-Za-z]+)\s*\}?\s*(?:\[\d\])?\s*(?=\{)
      | \\providecommand\*?\s*\{?\s*(?P<given>\\[A-Za-z]+)\s*\}?\s*(?:\[\d\])?\s*(?=\{)
      | \\def\s*(?P<plain>\\[A-Za-z]+)\s*(?:\#\d)*\s*(?=\{)
      | \\DeclareMathOperator\*?\s*\{?\s*(?P<operator>\\[A-Za-z]+)\s*\}?\s*(?=\{)""",
    re.VERBOSE,
)
_GROUP = {"\\bgroup": "{", "\\egroup": "}"}


def expanded(tex: str, macros: Mapping[str, str]) -> str:
    r"""A formula with its macros put in.

    Args:
        tex: The formula.
        macros: What to put in for which word: ``{r"\R": r"\mathbb{R}", r"\set": r"\{#1\}"}``.

    Raises:
        FormulaError: There is no end to it, or an argument is missing.
    """
    known = {name if name.startswith("\\") else f"\\{name}": text for name, text in macros.items()}
    source = _without_definitions(tex, known)
    known |= _GROUP
    at = 0
    for _ in range(MOST):
        found = next((each for each in _WORD.finditer(source, at) if each[0] in known), None)
        if found is None:
            return source
        text, end = _filled(known[found[0]], source, found)
        at = found.start()
        source = source[:at] + text + source[end:]
        if len(source) > LONGEST:
            break
    raise FormulaError("its macros make it too long")


def _without_definitions(tex: str, known: dict[str, str]) -> str:
    """The formula without the definitions in it, which are added to those known."""
    source = tex
    while found := _DEFINITION.search(source):
        body, end = argument(source, found.end())
        name = found["name"] or found["given"] or found["plain"] or found["operator"]
        known[name] = rf"\operatorname{{{body}}}" if found["operator"] else body
        source = source[: found.start()] + source[end:]
    return source


def _filled(body: str, source: str, word: re.Match[str]) -> tuple[str, int]:
    """What stands for a macro and its arguments, and where they end."""
    count = max((int(number) for number in re.findall(r"#(\d)", body)), default=0)
    end = word.end()
    given = []
    for _ in range(count):
        text, end = argument(source, end)
        given.append(text)
    text = re.sub(r"#([1-9])", lambda found: given[int(found[1]) - 1], body)
    following = source[end : end + 1]
    return text + (" " if text[-1:].isalpha() and following.isalpha() else ""), end


def argument(source: str, start: int) -> tuple[str, int]:
    """The group or the one sign that follows a place, without its braces, and where it ends.

    Raises:
        FormulaError: Nothing follows, or the group is not closed.
    """
    start = len(source) - len(source[start:].lstrip())
    if source[start : start + 1] != "{":
        found = _SIGN.match(source, start)
        if not found:
            raise FormulaError("an argument is missing")
        return found[0], found.end()
    depth = 0
    for found in _WORD.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return source[start + 1 : found.start()], found.end()
    raise FormulaError("a group is not closed")
