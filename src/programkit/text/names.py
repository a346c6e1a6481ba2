"""People's names: in an index, folded for matching, spelled two ways, in lists.

A name is written as its person writes it, given names first. The index puts the family name first,
with its particles, and sorts by both: "da Silveira, Rava" is found under D, "de Hoop, Maarten"
under D, "Van Hove, Leon" under V. Libraries disagree on this by language; a name alone does not say
its language, and readers of a program look for the name as they heard it. Where that is wrong, and
for names whose family name comes first, the organizer states the family name: with "Silveira", the
name is "Silveira, Rava da", found under S.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.lists import format_list
from rapidfuzz import fuzz, process

from programkit.text.characters import one_line
from programkit.text.folding import folded
from programkit.text.locales import locale_of

_SUFFIX = re.compile(r"(?:jr|sr)\.?|i{2,3}|iv", re.IGNORECASE)
_ROMANCE = {"da", "das", "de", "del", "della", "di", "dos", "du", "el", "la", "le"}
_GERMANIC = {"den", "der", "ten", "ter", "van", "vande", "vanden", "von"}
_CELTIC = {"mac", "mc", "saint", "st."}
_PARTICLES = frozenset(_ROMANCE | _GERMANIC | _CELTIC)
_CONNECTORS = frozenset(["e", "i", "y"])
_SEPARATOR = re.compile(r"\([^()]*\)|(?P<sign>[;,]|,? (?:and|und|et|&|/)(?= ))")
_ALIKE = 90
"""Percent: spellings that near are likely of one name."""
_NEAR = 70
"""Percent: a mistyped word that near is worth asking about."""


@dataclass(frozen=True, slots=True)
class IndexName:
    """A name in the order of an index."""

    family: str
    """The family name without the particles that are written small."""
    given: str = ""
    """Given names and initials; of a mononym, nothing."""
    particles: str = ""
    """Small words before the family name: "da", "van der"."""
    suffix: str = ""
    """What follows a name: "Jr."."""

    @property
    def display(self) -> str:
        """As an index prints it: "da Silveira, Rava"."""
        return ", ".join(part for part in (self._whole_family, self.given, self.suffix) if part)

    @property
    def sort(self) -> tuple[str, str, str]:
        """What an index sorts by: family and given names folded, then the name as displayed."""
        return folded(self._whole_family), folded(f"{self.given} {self.suffix}"), self.display

    @property
    def _whole_family(self) -> str:
        return f"{self.particles} {self.family}".strip()


def index_key(name: str, *, family: str | None = None) -> IndexName:
    """A name in the order of an index.

    Args:
        name: As printed, given names first or, with a comma, family name first.
        family: The family name to sort by; none or empty means found from the name.
    """
    words, suffix = _without_suffix(one_line(name.replace("\xa0", " ")))
    if family and family.strip():
        return _stated(words, one_line(family), suffix)
    before, comma, after = " ".join(words).partition(",")
    if comma:
        particles, main = _without_particles(before.split())
        return IndexName(main, after.strip(), particles, suffix)
    start = _family_start(words)
    particles, main = _without_particles(words[start:])
    return IndexName(main, " ".join(words[:start]), particles, suffix)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings differ only in accents, case, signs or order: Dokmanić, Dokmanic."""
    return one_line(one) == one_line(other) or _natural(one) == _natural(other) != ""


def similar_names(one: str, other: str) -> bool:
    """Whether two spellings may be of one person: Y. Lu and Yue M. Lu, Jeremy and Jeremey Roe."""
    return Spelling(one).may_be(Spelling(other))


class Spelling:
    """One spelling of a name, taken apart once: for comparing it with many others."""

    def __init__(self, name: str) -> None:
        key = index_key(name)
        self.name = one_line(name)
        """As printed, in one line."""
        self._natural = _natural(name)
        self._words = sorted(self._natural.split())
        self._joined = self._natural.replace(" ", "")
        self._given = folded(key.given)
        self._family = folded(key.family)
        self._sorted_by = key.sort[0]

    def may_be(self, other: Spelling) -> bool:
        """Whether it is another spelling than the other, perhaps of the same person."""
        if self.name == other.name:
            return False
        if self._words == other._words:
            return bool(self._words)
        if self._joined == other._joined:
            return True
        if not (self._given and other._given):
            return False
        if self._family == other._family:
            initials = _initials_agree(self._given.split(), other._given.split())
            return initials or _alike(self._given, other._given)
        return _alike(self._sorted_by, other._sorted_by) and _alike(self._given, other._given)


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that a mistyped word is nearest to, or none if all are far."""
    found = process.extractOne(
        word, list(candidates), scorer=fuzz.ratio, processor=folded, score_cutoff=_NEAR
    )
    return found[0] if found else None


def split_names(text: str) -> list[str]:
    """The names in a list such as "A, B and C", "A; B & C" or "A / B".

    Commas separate only where no semicolon does; nothing is split inside parentheses, nor before a
    suffix such as "Jr.".
    """
    line = one_line(text.replace("\xa0", " ").replace("\n", ", "))
    names: list[str] = []
    start = 0
    for found in _SEPARATOR.finditer(line):
        if found["sign"] and not (found["sign"] == "," and ";" in line):
            _add_name(names, line[start : found.start()])
            start = found.end()
    _add_name(names, line[start:])
    return names


def join_names(names: Sequence[str], language: str = "en") -> str:
    """The names as a list in words: "A, B and C"."""
    return format_list(names, locale=locale_of(language))


def _add_name(names: list[str], part: str) -> None:
    """Add what stands between two separators; a suffix belongs to the name before it."""
    name = part.strip()
    if names and _SUFFIX.fullmatch(name):
        names[-1] += f", {name}"
    elif name:
        names.append(name)


def _without_suffix(name: str) -> tuple[list[str], str]:
    """The words of a name, and what follows it: "Jr."."""
    words = name.split()
    if len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        words[-2] = words[-2].rstrip(",")
        return words[:-1], words[-1]
    return words, ""


def _family_start(words: list[str]) -> int:
    """Where the family name starts: at the first small word, or at the last and its particles."""
    if words and words[0] in _PARTICLES:
        return 0
    start = next((at for at, word in enumerate(words) if at and word[0].islower()), len(words) - 1)
    if start > 1 and words[start] in _CONNECTORS:
        start -= 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return max(start, 0)


def _without_particles(words: list[str]) -> tuple[str, str]:
    """The small words that a family name begins with, and the rest."""
    start = 0
    while start < len(words) - 1 and words[start][0].islower():
        start += 1
    return " ".join(words[:start]), " ".join(words[start:])


def _stated(words: list[str], family: str, suffix: str) -> IndexName:
    """The name with the family name that was stated taken out, wherever it stands."""
    wanted = family.split()
    for start in range(len(words) - len(wanted), -1, -1):
        end = start + len(wanted)
        if folded(" ".join(words[start:end])) == folded(family):
            given = " ".join(words[:start] + words[end:]).strip(" ,")
            return IndexName(family, given, "", suffix)
    return IndexName(family, " ".join(words), "", suffix)


def _natural(name: str) -> str:
    """The name folded, given names first."""
    key = index_key(name)
    return folded(f"{key.given} {key.particles} {key.family} {key.suffix}")


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other) >= _ALIKE


def _initials_agree(one: list[str], other: list[str]) -> bool:
    """Whether given names are those of the other, shortened or left out after the first."""
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer[1:])
    return _may_be(shorter[0], longer[0]) and all(
        any(_may_be(name, full) for full in rest) for name in shorter[1:]
    )


def _may_be(one: str, other: str) -> bool:
    """Whether two given names are equal, or one is the initial of the other."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))
