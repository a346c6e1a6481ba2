"""Runs and paragraphs: what the markup of a text says, without its signs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from programkit.text import characters


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    """What a reader sees; of mathematics, readable Unicode."""
    bold: bool = False
    italic: bool = False
    code: bool = False
    """In a face with fixed widths, spaces kept."""
    link: str | None = None
    """An http, https or mailto address."""
    math: str | None = None
    """The TeX source of a formula, without its dollars."""
    display: bool = False
    """Whether the formula stands on a line of its own."""
    newline: bool = False
    r"""A line break that the author set; the text is ``\n``."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of runs."""

    runs: tuple[Run, ...]
    kind: Literal["text", "item", "quote", "heading", "code", "formula"] = "text"
    marker: str = ""
    """What stands before the first paragraph of a list item: "•" or "1."."""
    level: int = 0
    """How many lists and quotes are around it: 1 in an outer list."""


NEWLINE = Run("\n", newline=True)
"""A line break that the author set."""

_LEADING = re.compile("^ +")


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs of one paragraph, equal styles joined, spaces single, none at the ends of a line."""
    every = list(runs)
    if not characters.isolates_closed("".join(run.text for run in every)):
        every = [_without_loose_isolates(run) for run in every]
    trimmed: list[Run] = []
    for run in _joined(every):
        kept = _without_leading_space(run, trimmed)
        if kept.newline and trimmed:
            trimmed[-1] = _without_trailing_space(trimmed[-1])
        if kept.text:
            trimmed.append(kept)
    if trimmed:
        trimmed[-1] = _without_trailing_space(trimmed[-1])
    return tuple(run for run in trimmed if run.text)


def _joined(runs: Iterable[Run]) -> list[Run]:
    """The runs with neighbors of one style made one; formulas and line breaks stay single."""
    result: list[Run] = []
    for style, group in groupby(runs, key=lambda run: replace(run, text="")):
        members = list(group)
        if _is_text(style):
            text = characters.collapsed("".join(run.text for run in members))
            result.append(replace(style, text=text))
        elif style.code:
            result.append(replace(style, text="".join(run.text for run in members)))
        else:
            result += members
    return result


def _without_loose_isolates(run: Run) -> Run:
    return replace(run, text=characters.without_loose_isolates(run.text))


def _is_text(run: Run) -> bool:
    return not (run.code or run.newline or run.math is not None)


def _without_leading_space(run: Run, before: list[Run]) -> Run:
    starts_line = not before or before[-1].newline
    if _is_text(run) and (starts_line or (_is_text(before[-1]) and before[-1].text.endswith(" "))):
        return replace(run, text=run.text.lstrip(" "))
    return run


def _without_trailing_space(run: Run) -> Run:
    return replace(run, text=run.text.rstrip(" ")) if _is_text(run) else run
