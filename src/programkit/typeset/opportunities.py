"""Where a word may be broken: by its characters, at hyphens and slashes, between syllables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from programkit.typeset.characters import SOFT_HYPHEN, graphemes
from programkit.typeset.hyphenation import hyphenate
from programkit.typeset.uax14 import breaks

_KEPT = 1 << 10  # words; most are asked for once, and keep the answer themselves
_LONGEST_KEPT = 60  # characters
_AROUND = ",;:!?()[]'\""  # what stands around words of ASCII and has no say in where they break
_DASHES = "\u2012\u2013\u2014"
_DIVIDED = re.compile(
    r"(?<=[\w\u0300-\u036f]{2}[-\u2010\u058a\u05be])(?=[^\W\d_][\w\u0300-\u036f])"
)
"""After a hyphen between two words; a single letter is not parted from what it belongs to."""
_SLASHED = re.compile(r"(?<=\w\w/)(?=[^\W\d_]\w)")
_ADDRESS = re.compile(
    r"\w://\w|\w@[\w-]++\.\w|^\W*+(?:www\.\w|(?:doi:)?10\.\d{4,}/|[\w-]++(?:\.[\w-]++)++/)"
)
_IN_ADDRESS = re.compile(r"(?<=\w[/?&=.@#])(?=\w\w)")
_SOFT = re.compile(SOFT_HYPHEN)
_LETTERS = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_NAMES = re.compile(r"[\w./\\@#]")  # before letters: they are a part of a name, such as a_b
_NAMED = re.compile(r"[\w/\\@]|\.\w")  # the same after them
_COMPOUNDING = frozenset({"af", "da", "de", "et", "fi", "hu", "is", "nb", "nl", "nn", "no", "sv"})
"""Languages that divide the words of compounds that have hyphens of their own."""
_LONG_PART = 8  # letters: shorter words of such a compound are not worth it
_NO_WORD = 1 << 10  # letters


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


_place = lru_cache(maxsize=1 << 10)(Opportunity)


def opportunities(word: str, language: str) -> tuple[Opportunity, ...]:
    """The places where a word may be broken, in order.

    Args:
        word: Text without spaces, except the unbreakable ones. Soft hyphens and zero-width spaces
            are given as the places they mark; they themselves are still counted as characters.
        language: BCP 47 tag for hyphenation; empty means none.
    """
    if len(word) > _LONGEST_KEPT:
        return _opportunities(word, language)
    return _kept(word, language)


def _opportunities(word: str, language: str) -> tuple[Opportunity, ...]:
    if word.isascii():
        letters = word.lstrip(_AROUND).rstrip(f"{_AROUND}.")
        if letters.isalpha():
            begin = word.index(letters)
            return tuple([_place(begin + at, hyphen=True) for at in hyphenate(letters, language)])
    places = {at: _place(at, visible=word[at - 1] in _DASHES) for at in breaks(word)}
    if word[:1] in _DASHES:
        places.pop(1, None)  # a dash that begins a word stays with it
    if _ADDRESS.search(word):
        places |= {match.start(): _place(match.start()) for match in _IN_ADDRESS.finditer(word)}
    else:
        places |= _joints(word)
        places |= _syllables(word, language, _least(places.values(), language))
    return tuple(places[at] for at in sorted(places) if 0 < at < len(word))


_kept = lru_cache(maxsize=_KEPT)(_opportunities)


def _joints(word: str) -> dict[int, Opportunity]:
    """The places at the hyphens and slashes of a word, and where soft hyphens are."""
    found = {match.start(): _place(match.start()) for match in _SLASHED.finditer(word)}
    for match in _DIVIDED.finditer(word):
        found[match.start()] = _place(match.start(), visible=True)
    for match in _SOFT.finditer(word):
        found[match.end()] = _place(match.end(), hyphen=True)
    return found


def _least(places: Iterable[Opportunity], language: str) -> int:
    """How many letters the words within a word need to have syllables parted."""
    kinds = {(place.hyphen, place.visible) for place in places}
    if any(hyphen for hyphen, _ in kinds):
        return _NO_WORD  # its author has said where
    if any(visible for _, visible in kinds):
        return _LONG_PART if language[:2].lower() in _COMPOUNDING else _NO_WORD
    return 0


def _syllables(word: str, language: str, least: int) -> dict[int, Opportunity]:
    """The places between the syllables of the words within a word that are long enough."""
    found = {}
    for match in _LETTERS.finditer(word):
        begin, end = match.span()
        if not least <= end - begin <= _LONGEST_KEPT:
            continue
        if _NAMES.match(word, begin - 1, begin) or _NAMED.match(word, end):
            continue
        for at in _hyphenated(match.group(), language):
            found[begin + at] = _place(begin + at, hyphen=True)
    return found


def _hyphenated(letters: str, language: str) -> Iterator[int]:
    """The positions between syllables, also where marks are characters of their own."""
    composed = unicodedata.normalize("NFC", letters)
    if composed == letters:
        yield from hyphenate(letters, language)
        return
    units = graphemes(letters)
    if len(units) == len(composed):
        ends = list(accumulate(map(len, units)))
        yield from (ends[at - 1] for at in hyphenate(composed, language))


def everywhere(word: str) -> tuple[Opportunity, ...]:
    """A place between any two graphemes, for words that are longer than a line."""
    ends = list(accumulate(map(len, graphemes(word))))
    return tuple(Opportunity(at, emergency=True) for at in ends[:-1])
