"""Runs and paragraphs: what the markup of a text says, without its signs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
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

    def saying(self, text: str) -> Run:
        """Another text in the same style."""
        if text == self.text:
            return self
        return Run(text, *_style(self))


def _style(run: Run) -> tuple[bool, bool, bool, str | None, str | None, bool, bool]:
    """All of a run but its text."""
    return run.bold, run.italic, run.code, run.link, run.math, run.display, run.newline


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
    for _, group in groupby(runs, key=_style):
        members = list(group)
        style = members[0]
        if _is_text(style):
            text = characters.collapsed("".join(run.text for run in members))
            result.append(style.saying(text))
        elif style.code:
            result.append(style.saying("".join(run.text for run in members)))
        else:
            result += members
    return result


def _without_loose_isolates(run: Run) -> Run:
    return run.saying(characters.without_loose_isolates(run.text))


def _is_text(run: Run) -> bool:
    return not (run.code or run.newline or run.math is not None)


def _without_leading_space(run: Run, before: list[Run]) -> Run:
    starts_line = not before or before[-1].newline
    if _is_text(run) and (starts_line or (_is_text(before[-1]) and before[-1].text.endswith(" "))):
        return run.saying(run.text.lstrip(" "))
    return run


def _without_trailing_space(run: Run) -> Run:
    return run.saying(run.text.rstrip(" ")) if _is_text(run) else run
