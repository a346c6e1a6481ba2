"""Paragraphs where a copied page has one on each line, without blank lines between."""

from __future__ import annotations

from collections.abc import Iterable

from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.paragraphs import is_sentence

_LONGER_THAN_WRAPPED = 120
"""Characters: lines that are wrapped by hand are shorter."""


def apart(lines: Iterable[Line]) -> list[Line]:
    """The lines with a blank one behind each that is a whole paragraph."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        whole = before is not None and len(before.text) > _LONGER_THAN_WRAPPED
        plain = line.used and not line.source.startswith(">")
        if before and whole and plain and is_sentence(before.text):
            found.append(Line(before.number, "", ""))
        found.append(line)
    return found
