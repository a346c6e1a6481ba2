"""Where a word may be hyphenated, by the patterns of its language.

The patterns are those that pyphen brings; the algorithm is Liang's ("Word Hy-phen-a-tion by
Com-put-er", 1983), as TeX has it. We read the patterns ourselves, because pyphen takes a second and
19 MB for German where this takes a twentieth of the time, and keeps every word it was ever asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import pyphen

_SHORTEST = 5  # letters; shorter words are never worth a hyphen
_LONGEST = 60  # letters; what is longer is no word
_LEAST = 2  # letters that stay before and after a hyphen in any language
_STEM = 5  # letters
_KEPT = 1 << 12  # words
# Letters that stay after a hyphen, where dictionaries say less than typographers do.
_AFTER: Final = {"et": 3, "fr": 3, "pt": 3, "sk": 3}
# The dictionary of a language without a country, and of countries that spell like another one.
_DICTIONARIES: Final = {
    "en": "en_US",
    "en-au": "en_GB",
    "en-ie": "en_GB",
    "en-in": "en_GB",
    "en-nz": "en_GB",
    "en-za": "en_GB",
    "de": "de_DE",
    "de-li": "de_CH",
    "pt": "pt_BR",
}
UNDER_GPL = frozenset({"cs_CZ", "gl", "kn_IN", "nb_NO", "nn_NO", "pt_PT", "ro_RO", "uk_UA"})
"""Dictionaries that pyphen brings under the GPL alone, according to their own headers: not used."""
WITHOUT_HYPHENS = frozenset({"as_IN", "mr_IN", "or_IN", "pa_IN", "sa_IN", "te_IN", "th_TH"})
"""Dictionaries of scripts that do not put hyphens where syllables part: not used either."""

_DIGITS: Final = "0123456789"
_NO_DIGITS: Final = dict.fromkeys(map(ord, _DIGITS))
_PATTERN: Final = re.compile(r"[^%#\s]*[1-9]")
_FORBIDDING: Final = str.maketrans("13579", "24688")


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one language."""

    written: dict[str, str]
    """For the letters of a pattern the pattern as it is written, such as ``hy3ph``; for letters
    that some begin with nothing, so that a search can end early."""
    longest: int
    """How many letters the longest pattern has."""
    left: int
    """How many letters stay before a hyphen at least."""
    right: int
    """How many letters stay after a hyphen at least."""

    def positions(self, word: str) -> tuple[int, ...]:
        """The positions of a word in small letters where the patterns allow a hyphen."""
        framed = f".{word}."
        levels = [0] * (len(framed) + 1)
        find = self.written.get
        for start in range(len(framed) - 1):
            for end in range(start + 1, min(start + self.longest, len(framed)) + 1):
                pattern = find(framed[start:end])
                if pattern:
                    for at, level in _levels(pattern):
                        if level > levels[start + at]:  # noqa: PLR1730 - four times as fast as max
                            levels[start + at] = level
                elif pattern is None and end - start <= _STEM:
                    break
        inside = range(self.left, len(word) - self.right + 1)
        return tuple([at for at in inside if levels[at + 1] % 2])


@lru_cache(maxsize=1 << 12)
def _levels(pattern: str) -> tuple[tuple[int, int], ...]:
    """The numbers in a pattern, each with how many letters are before it."""
    found, letters = [], 0
    for char in pattern:
        if char in _DIGITS:
            found.append((letters, int(char)))
        else:
            letters += 1
    return tuple(found)


def read_patterns(path: Path) -> Patterns:
    """The patterns in a dictionary in the format of libhyphen.

    Breaks that would change the spelling are turned into places where there must be none.
    """
    encoding, _, rest = path.read_bytes().partition(b"\n")
    limits = {"LEFTHYPHENMIN": _LEAST, "RIGHTHYPHENMIN": _LEAST}
    written = {}
    for line in rest.decode(encoding.decode("ascii").strip()).split("\n"):
        name, _, number = line.partition(" ")
        if name in limits:
            limits[name] = max(_LEAST, int(number))
        elif _PATTERN.match(line):
            pattern = line.strip()
            if "=" in pattern:
                pattern = pattern.partition("/")[0].translate(_FORBIDDING)
            written[pattern.translate(_NO_DIGITS)] = pattern
    longest = max(map(len, written))
    stems = {letters[:end] for letters in written for end in range(1, _STEM + 1)}
    written |= dict.fromkeys(stems - written.keys(), "")
    return Patterns(written, longest, limits["LEFTHYPHENMIN"], limits["RIGHTHYPHENMIN"])


@lru_cache(maxsize=4)
def _patterns(language: str) -> Patterns | None:
    tag = language.replace("_", "-").lower()
    code = pyphen.language_fallback(_DICTIONARIES.get(tag, tag))
    path = pyphen.LANGUAGES[code] if code else None
    if path is None or path.stem.removeprefix("hyph_") in UNDER_GPL | WITHOUT_HYPHENS:
        return None
    made = read_patterns(path)
    least = _AFTER.get(tag.partition("-")[0], made.right)
    return replace(made, right=max(least, made.right))


@lru_cache(maxsize=_KEPT)
def hyphenate(word: str, language: str) -> tuple[int, ...]:
    """The positions at which a hyphen may be put into a word.

    Names of mixed or upper case (acronyms, LaTeX), words with digits, and words under five letters
    are left whole, as are breaks that would change the spelling.

    Args:
        word: Letters only; anything else gives no positions.
        language: BCP 47 tag; a language without patterns gives no positions.
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ()
    small = word.lower()
    if not word.isalpha() or word[1:] != small[1:]:
        return ()
    patterns = _patterns(language)
    return patterns.positions(small) if patterns else ()
