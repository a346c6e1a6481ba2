"""The lines of a PDF as they are printed: one reading for all engines, from boxes of characters.

What pdfplumber tells of a character is its advance box: from where it begins to where the next one
would. It follows the font's widths, ``Tz`` and ``TJ``, so that it does not matter whether the space
between two words is a glyph, a shift, or both. A ligature is one box with all of its letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pdfplumber

from booklets import page

NEAR = 0.05
"""Points: sizes and baselines that differ by less are the same."""
WORD_GAP = 0.1
"""Of the size: letters that are further apart are of two words, space between them or not. Kerning
never parts letters so far, and no engine shrinks its spaces so much."""
SPACES = " \u00a0"


@dataclass(frozen=True, slots=True)
class Box:
    """A character, or a ligature."""

    text: str
    left: float
    right: float
    space: bool = False
    """Whether a space comes before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """The characters on one baseline, without the spaces."""

    page: int
    boxes: tuple[Box, ...]

    @property
    def gaps(self) -> tuple[float, ...]:
        """How wide each space between two words is, in points."""
        return tuple(
            box.left - before.right
            for before, box in pairwise(self.boxes)
            if box.space or box.left - before.right > WORD_GAP * page.SIZE
        )

    @property
    def text(self) -> str:
        """Its characters, without spaces."""
        return "".join(box.text for box in self.boxes)

    @property
    def letters(self) -> str:
        """Its letters and digits, by which it is found in the source."""
        return letters(self.text)

    @property
    def hyphenated(self) -> bool:
        """Whether it ends with a hyphen after a letter, whoever set it."""
        return self.text[-1:] in HYPHENS and self.text[-2:-1].isalpha()


HYPHENS = frozenset("-\u00ad\u2010")


def letters(text: str) -> str:
    """The letters and digits of a text; ligatures are taken apart."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


def body_lines(path: Path, size: float = page.SIZE) -> tuple[Line, ...]:
    """The lines of a document that are in the size of running text, in order."""
    with pdfplumber.open(path) as document:
        return tuple(
            line for sheet in document.pages for line in lines(sheet.chars, sheet.page_number, size)
        )


def lines(characters: Sequence[dict[str, Any]], number: int, size: float) -> Iterator[Line]:
    """The lines of a page, from the top down."""
    of_size = [each for each in characters if abs(each["size"] - size) < NEAR]
    by_height = sorted(of_size, key=lambda each: (-_baseline(each), each["x0"]))
    for _, row in groupby(by_height, key=_baseline):
        boxes = tuple(_boxes(sorted(row, key=lambda each: each["x0"])))
        if boxes:
            yield Line(number, boxes)


def _baseline(character: dict[str, Any]) -> float:
    return round(character["matrix"][5] / (2 * NEAR)) * 2 * NEAR


def _boxes(characters: Iterable[dict[str, Any]]) -> Iterator[Box]:
    space = False
    for each in characters:
        if each["text"] and each["text"].strip(SPACES):
            yield Box(each["text"], each["x0"], each["x1"], space)
            space = False
        else:
            space = True
