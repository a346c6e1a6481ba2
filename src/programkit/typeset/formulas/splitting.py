"""Where lines may break inside a formula, as TeX has it: after relations and binary operators."""

from __future__ import annotations

import re
from collections.abc import Mapping

from programkit.text.tex.macros import expanded
from programkit.text.tex.parser import parse
from programkit.text.tex.tree import FormulaError, Newline, Styled, Symbol
from programkit.typeset.formulas.rows import kinds

_SWITCH = re.compile(r"\\(?:rm|bf|it|sf|tt|cal|frak|color|tag)(?![A-Za-z])")


def split_formula(tex: str, *, macros: Mapping[str, str] | None = None) -> tuple[str, ...]:
    r"""The parts of a formula between which a line may break; one if it may not.

    ``a=b+c`` is ``a={}``, ``b+{}``, ``c``: the empty group keeps the room after a sign, which
    `Formula.trailing` then tells, so that it can be left out where a line ends. Inside groups,
    fractions and tall delimiters nothing breaks.

    Args:
        tex: The formula, without its dollars.
        macros: What to put in for which word.
    """
    try:
        source = expanded(tex, macros or {})
        nodes = parse(source).nodes
    except FormulaError:
        return (tex,)
    if any(isinstance(node, Styled | Newline) for node in nodes) or _SWITCH.search(source):
        return (tex,)
    parts = []
    begin = 0
    for node, kind, following in zip(nodes, kinds(nodes), kinds(nodes)[1:], strict=False):
        if isinstance(node, Symbol) and kind in {"bin", "rel"} and following not in {"rel", None}:
            parts.append(source[begin : node.end].strip() + "{}")
            begin = node.end
    return (*parts, source[begin:].strip()) if parts else (tex,)
