"""Where a word may be broken: hyphens, dashes, slashes, soft hyphens, ideographs, syllables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from programkit.typeset.characters import (
    SOFT_HYPHEN,
    ZERO_WIDTH_SPACE,
    graphemes,
    is_ideograph,
)
from programkit.typeset.hyphenation import hyphenate

_HYPHENS = "-\u2010\u058a"
_DASHES = "\u2013\u2014\u2012"
_SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
# Punctuation that may not begin a line, and that may not end one, among ideographs.
_CLOSING = set(
    "、。，．：；？！）］｝〉》」』】〕〗〙〛’”…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ・,.:;?!)]}%\u2019\u201d"
)
_OPENING = frozenset("（［｛〈《「『【〔〖〘〚([{\u2018\u201c")

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A place where a word may be broken."""

    at: int
    """The position in the word: what follows it goes to the next line."""
    hyphen: bool = False
    """Whether a hyphen is added when it is broken here."""
    visible: bool = False
    """Whether the line then ends in a hyphen or dash of the word's own."""
    emergency: bool = False
    """Whether this is only for words that are longer than a line."""


@lru_cache(maxsize=1 << 16)
def opportunities(word: str, language: str) -> tuple[Opportunity, ...]:
    """The places where a word may be broken, in order.

    Args:
        word: Text without spaces, except the unbreakable ones. Soft hyphens and zero-width spaces
            are given as the places they mark; they themselves are still counted as characters.
        language: BCP 47 tag for hyphenation; empty means none.
    """
    found = {place.at: place for place in _plain(word)}
    if language and not any(place.visible or place.hyphen for place in found.values()):
        found |= {place.at: place for place in _syllables(word, language)}
    return tuple(found[at] for at in sorted(found) if 0 < at < len(word))


def _plain(word: str) -> list[Opportunity]:
    if word.isascii() and word.isalpha():
        return []
    found = []
    for at in range(1, len(word)):
        before, after = word[at - 1], word[at]
        if before == SOFT_HYPHEN:
            found.append(Opportunity(at, hyphen=True))
        elif before == ZERO_WIDTH_SPACE or before in _SPACES or _between_ideographs(before, after):
            found.append(Opportunity(at))
        elif before in _HYPHENS and after.isalpha() and word[: at - 1][-1:].isalnum():
            found.append(Opportunity(at, visible=True))
        elif (before in _DASHES and after not in _CLOSING) or (
            before == "/" and after.isalpha() and word[: at - 1][-1:].isalnum()
        ):
            found.append(Opportunity(at, visible=before != "/"))
    return found


def _between_ideographs(before: str, after: str) -> bool:
    if not (is_ideograph(before) or is_ideograph(after)):
        return False
    if before in _OPENING or after in _CLOSING or not before.strip():
        return False
    return len(graphemes(before + after)) > 1


def _syllables(word: str, language: str) -> list[Opportunity]:
    if "://" in word or "@" in word:
        return []
    return [
        Opportunity(match.start() + at, hyphen=True)
        for match in _LETTERS.finditer(word)
        for at in hyphenate(match.group(), language)
        if _stands_alone(word, match)
    ]


def _stands_alone(word: str, letters: re.Match[str]) -> bool:
    """Whether letters are a word of their own, not a part of a name such as GPT4all or a_b."""
    around = word[: letters.start()][-1:] + word[letters.end() :][:1]
    return not any(char.isalnum() or char in "_./\\" for char in around)


def everywhere(word: str) -> tuple[Opportunity, ...]:
    """A place between any two graphemes, for words that are longer than a line."""
    places, at = [], 0
    for grapheme in graphemes(word):
        if at:
            places.append(Opportunity(at, emergency=True))
        at += len(grapheme)
    return tuple(places)
