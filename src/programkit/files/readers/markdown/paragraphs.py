"""Paragraphs of an abstract: broken-off ones joined again, real ones kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from programkit.files.readers.markdown.lines import Line, line_of
from programkit.files.readers.markdown.vocabulary import FUNCTION_WORDS, words

_FINISHED = re.compile(r"[.!?:;…]['\"”’»)\]*_$]*$|\$\$$")
_FINISHED_LINE = re.compile(r"[.!?:…)\]\"”»]$")
_BLOCK = re.compile(r"\s*(?:[-*+•>|#]\s|\d{1,3}[.)]\s|\$\$|```|~~~|    )")
_CONTINUES = re.compile(r"[*_\"“‘«]*[a-zß-öø-ÿ(\[,;.)\]]")


@dataclass(frozen=True, slots=True)
class Split:
    """A place where a sentence was broken off."""

    line: int
    """Where it goes on."""
    before: int
    """Where it broke off."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines without a blank one between them."""

    lines: tuple[Line, ...]
    gap: int
    """Blank and dividing lines above it."""
    divided: bool
    """Whether a page ended, or a rule was drawn, above it."""

    @property
    def source(self) -> str:
        """Its text, hard line breaks kept."""
        return "\n".join(line.source for line in self.lines).strip("\n").rstrip(" \t")


def body_of(lines: Sequence[Line]) -> tuple[str, tuple[Split, ...]]:
    """The CommonMark of an abstract, and the places where sentences were joined again.

    A text that is one whole block quote stands for itself: nothing is repaired in it.
    """
    used = [line for line in lines if line.used or line.source.lstrip().startswith(">")]
    if used and all(line.source.startswith(">") for line in used):
        return _unquoted(lines), ()
    texts: list[str] = []
    splits: list[Split] = []
    before: Paragraph | None = None
    for paragraph in paragraphs_of(lines):
        if before and _goes_on(before, paragraph):
            texts[-1] = f"{texts[-1]} {paragraph.source.lstrip()}"
            splits.append(Split(paragraph.lines[0].number, before.lines[-1].number))
        else:
            texts.append(paragraph.source)
        before = paragraph
    return "\n\n".join(texts), tuple(splits)


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of some lines; a rule ends one, and is not part of any."""
    found: list[Paragraph] = []
    block: list[Line] = []
    gap = 0
    divided = False
    for line in lines:
        if line.used:
            block.append(line)
            continue
        if block:
            found.append(Paragraph(tuple(block), gap, divided))
            block, gap, divided = [], 0, False
        gap += 1
        divided = divided or line.rule
    if block:
        found.append(Paragraph(tuple(block), gap, divided))
    return found


def _unquoted(lines: Sequence[Line]) -> str:
    """A whole quote without its marks; blank lines at its ends were never part of it."""
    quoted = [line.source for line in lines]
    while quoted and not quoted[-1].startswith(">"):
        quoted.pop()
    while quoted and not quoted[0].startswith(">"):
        quoted.pop(0)
    return "\n".join(line.removeprefix(">").removeprefix(" ") for line in quoted)


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a sentence was broken off between two paragraphs.

    The first lacks its full stop. Then the second begins in the middle of a sentence, or the first
    ends on a word that ends no sentence, or a page ended between them.
    """
    first, second = before.source.rstrip(), after.source
    if _FINISHED.search(first) or _is_block(before) or _is_block(after):
        return False
    if _CONTINUES.match(second):
        return True
    ending = words(first[-40:])
    dangling = first.endswith((",", "-", "–", "—")) or (ending and ending[-1] in FUNCTION_WORDS)
    return bool(dangling) or ((after.divided or after.gap > 1) and len(first) > 200)


def _is_block(paragraph: Paragraph) -> bool:
    first = paragraph.lines[0]
    return bool(first.level or first.bullet or _BLOCK.match(first.source))


def survives(source: str) -> bool:
    """Whether a text, written as it is, is read as it was."""
    lines = [line_of(number, text) for number, text in enumerate(source.split("\n"), start=1)]
    return body_of(lines) == (source, ())


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence, or the last part of one, does."""
    return bool(_FINISHED_LINE.search(text))
