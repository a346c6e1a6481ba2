"""Formulas as MathML for the web.

The elements are made from the tree that `tex` reads, so that of a stranger's formula only
characters are taken over: no addresses, styles, names of elements or attributes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from xml.etree.ElementTree import (
    Element,
    SubElement,
    tostring,
)

from programkit.text.tex.elements import put
from programkit.text.tex.leaves import legal
from programkit.text.tex.parser import parse
from programkit.text.tex.tree import FormulaError

_NAMESPACE = "http://www.w3.org/1998/Math/MathML"


def mathml(
    tex: str, *, display: bool = False, macros: Mapping[str, str] | None = None
) -> str | None:
    r"""A formula as a MathML element, with its source as an annotation; none if it cannot be read.

    Args:
        tex: The formula, without its dollars.
        display: Whether it stands by itself.
        macros: What to put in for which word: ``{r"\R": r"\mathbb{R}"}``.

    Returns:
        Well-formed XML, which an HTML page may hold as it is.
    """
    return _mathml(tex, display, tuple(sorted((macros or {}).items())))


@lru_cache(maxsize=512)
def _mathml(
    tex: str,
    display: bool,  # noqa: FBT001 - a key of the cache
    macros: tuple[tuple[str, str], ...],
) -> str | None:
    try:
        row = parse(tex, dict(macros))
    except FormulaError:
        return None
    source = legal(tex).strip()
    math = Element("math", {"xmlns": _NAMESPACE, "alttext": source})
    if display:
        math.set("display", "block")
    semantics = SubElement(math, "semantics")
    put(semantics, row, "display" if display else "text")
    annotation = SubElement(semantics, "annotation", encoding="application/x-tex")
    annotation.text = source
    return tostring(math, encoding="unicode")
