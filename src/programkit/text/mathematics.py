r"""Formulas as readable Unicode, and whether they are whole.

Typeset formulas are for `typeset` and `web`; the readable form is what bookmarks, calendars,
indexes, alternative texts and search see, and what is printed where no layout of the formula is
possible.
"""

from __future__ import annotations

import re
from functools import lru_cache

from programkit.text.characters import one_line
from programkit.text.texwords import converter

DEEPEST = 7
"""Nested groups; deeper formulas are shown as they are written."""
LONGEST = 600
"""Characters; longer formulas are shown as they are written."""

FORMULA = re.compile(
    r"""\$\$(?=\s*[^\s$])(?P<display>(?:[^$\\]|\\.)++)\$\$
      | \$(?![\s$])(?P<inline>(?:[^$\\]|\\.)++)(?<!\s)\$""",
    re.VERBOSE | re.DOTALL,
)
"""A formula between dollars, in a text whose escapes were not read yet."""

_PAIRED = re.compile(r"\\(?P<word>left|right|begin|end)(?![A-Za-z])|\\.|(?P<brace>[{}])", re.DOTALL)
_OPENING = {"{": "}", "left": "right", "begin": "end"}


@lru_cache(maxsize=4096)
def readable(tex: str) -> str:
    r"""A TeX formula, without its dollars, as one line of Unicode.

    ``u: [0, 1]^2 \rightarrow \mathbb{R}`` reads u: [0, 1]² → ℝ. What is too long, too deep or too
    odd to be converted is returned as it was written.
    """
    source = one_line(tex)
    if len(source) > LONGEST or not whole(source) or _depth(source) > DEEPEST:
        return source
    try:
        text = one_line(converter()(source))
    except Exception:  # noqa: BLE001 - whatever a stranger's formula does to the converter, its source is readable
        return source
    return text.rstrip("; ") or source


def is_money(found: re.Match[str]) -> bool:
    """Whether what `FORMULA` found are two prices: ``$5-$6``."""
    return found.string[found.start() + 1].isdigit() and found.string[found.end() :][:1].isdigit()


def whole(tex: str) -> bool:
    r"""Whether every group, ``\left`` and ``\begin`` of a formula is closed, in order."""
    closing: list[str] = []
    for found in _PAIRED.finditer(tex):
        mark = found["word"] or found["brace"]
        if mark in _OPENING:
            closing.append(_OPENING[mark])
        elif mark and (not closing or closing.pop() != mark):
            return False
    return not closing


def _depth(tex: str) -> int:
    """How deep the groups of a formula are nested."""
    depth = deepest = 0
    for found in _PAIRED.finditer(tex):
        mark = found["word"] or found["brace"]
        if mark:
            depth += 1 if mark in _OPENING else -1
            deepest = max(deepest, depth)
    return deepest
