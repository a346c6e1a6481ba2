"""Sentences that say when and where a series usually meets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from programkit.files.readers.seminars.places import is_on_site, room_in, service_in
from programkit.files.readers.seminars.vocabulary import SERIES
from programkit.files.readers.seminars.whens import When, timed
from programkit.text.datewords import weekdays
from programkit.text.folding import folded

_SENTENCE: Final = re.compile(
    r"(?:(?<=[^\W\d][.!?])|(?<=[)\]\"”’][.!?]))(?<!\b[A-Za-z]\.)\s+(?=[A-ZÄÖÜÉ])"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_EVERY: Final = (
    r"(?:every|each|jeden|jede|chaque|tous les|toutes les|ogni|cada|todos los|elke|iedere|svaki|"
    r"svake)"
)
_SECOND: Final = (
    r"(?:every|each)\s(?:second|other|two)|jede[nr]?\szweite[nr]?|alle\szwei|un\w*\s\w+\ssur\sdeux|"
    r"toutes\sles\sdeux|ogni\sdue|cada\sdos|om\sde\s(?:twee|andere)|svak\w+\sdrug\w+"
)
_FORTNIGHT: Final = re.compile(
    rf"\b(?:{_SECOND}|every\sfortnight|fortnightly|14-tägig|vierzehntägig|zweiwöchentlich|"
    r"quindicinale|quincenal\w*|tweewekelijks|par\squinzaine)\b",
    re.IGNORECASE,
)
_UNCLEAR: Final = re.compile(r"\bbi-?weekly\b", re.IGNORECASE)
_WEEKLY: Final = re.compile(
    rf"\b(?:weekly|once\sa\sweek|{_EVERY}\s(?:week|woche|semaine|settimana|semana|tjedan)|"
    r"wöchentlich\w*|hebdomadaire\w*|settimanal\w*|semanal\w*|wekelijks\w*|tjedno)\b",
    re.IGNORECASE,
)
_NTH: Final = {
    **dict.fromkeys(
        ("first", "1st", "ersten", "erster", "premier", "primo", "primer", "eerste"), 1
    ),
    **dict.fromkeys(("second", "2nd", "zweiten", "zweiter", "deuxième", "segundo", "tweede"), 2),
    **dict.fromkeys(("third", "3rd", "dritten", "dritter", "troisième", "terzo", "derde"), 3),
    **dict.fromkeys(("fourth", "4th", "vierten", "vierter", "quatrième", "quarto", "vierde"), 4),
    **dict.fromkeys(("last", "letzten", "letzter", "dernier", "ultimo", "último", "laatste"), -1),
}
_MONTHLY: Final = re.compile(
    r"\b(?:monthly|monatlich\w*|mensuel\w*|mensil\w*|mensual\w*|maandelijks\w*|"
    r"(?:of|in|im|du|del|van)\s(?:the\s|each\s|every\s|de\s|elke\s|iedere\s|chaque\s|ogni\s|"
    r"cada\s)?(?:month|monats?|mois|mese|mes|maand)|jede[ns]\smonats?|chaque\smois)\b",
    re.IGNORECASE,
)
_PLURALS: Final = {
    **{f"{name}s": day for name, day in weekdays().items() if len(name) > 3},
    **dict(
        zip(("mondays", "tuesdays", "wednesdays", "thursdays", "fridays"), range(5), strict=True)
    ),
}
_NO_RULE: Final = re.compile(r"\b(?:unlike|instead of|formerly|previously|früher)\b", re.IGNORECASE)
_HELD: Final = re.compile(
    r"\b(?:held|takes? place|meets?|occurs?|talks?|stattfind\w*|finden|findet|statt|tiennent|"
    r"tengono|celebran|plaats)\b",
    re.IGNORECASE,
)
_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Rule:
    """When a series meets, as far as a sentence says so."""

    line: int
    text: str
    weekdays: tuple[int, ...]
    """Monday being 0."""
    frequency: Literal["weekly", "monthly", ""] = ""
    """Empty where the sentence does not say how often."""
    interval: int = 1
    nth: int = 0
    """Which of a month: 1 the first, -1 the last."""
    unclear: bool = False
    """Whether it says biweekly, which means two things."""
    time: When | None = None
    """The time of day, if it names one."""

    @property
    def start(self) -> int | None:
        """Minutes after midnight."""
        return self.time.start if self.time else None

    @property
    def codes(self) -> tuple[str, ...]:
        """The weekdays as iCalendar has them."""
        number = str(self.nth) if self.nth else ""
        return tuple(number + _CODES[day] for day in self.weekdays)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a series meets, as far as sentences say so."""

    line: int
    service: str
    """Where one joins; empty where nothing is said of it."""
    on_site: bool
    room: str = ""
    """Where one comes to; empty where nothing is said of it."""


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a paragraph; "p.m." ends none."""
    yield from (part for part in _SENTENCE.split(text) if part.strip())


def rule_in(sentence: str, line: int) -> Rule | None:
    """The rule that a sentence states; nothing where it states none."""
    found = [folded(word) for word in _WORD.findall(sentence)]
    plural = [_PLURALS[word] for word in found if word in _PLURALS]
    single = [weekdays()[word] for word in found if word in weekdays() and len(word) > 3]
    often = _frequency(sentence)
    every = re.search(rf"\b{_EVERY}\b", sentence, re.IGNORECASE)
    named = plural or (single if often or every else [])
    if not named or _NO_RULE.search(sentence) or re.search(r"\b(?:19|20)\d\d\b", sentence):
        return None
    frequency, interval, nth, unclear = often or _by_every(sentence)
    days = tuple(sorted(dict.fromkeys(named)))
    time = _time(sentence)
    return Rule(line, sentence.strip(), days, frequency, interval, nth, unclear, time)


def _frequency(sentence: str) -> tuple[Literal["weekly", "monthly"], int, int, bool] | None:
    if _UNCLEAR.search(sentence):
        return "weekly", 2, 0, True
    if _MONTHLY.search(sentence):
        nth = [_NTH[word] for word in re.findall(r"\w+", sentence.lower()) if word in _NTH]
        return "monthly", 1, nth[0] if nth else 0, False
    if _FORTNIGHT.search(sentence):
        return "weekly", 2, 0, False
    return ("weekly", 1, 0, False) if _WEEKLY.search(sentence) else None


def _by_every(sentence: str) -> tuple[Literal["weekly", ""], int, int, bool]:
    """Whether it says "every Monday", which is every week; "on Mondays" does not say how often."""
    names = "|".join(sorted((re.escape(name) for name in weekdays() if len(name) > 3), key=len))
    every = re.search(rf"\b{_EVERY}\s(?:{names})", sentence, re.IGNORECASE)
    return ("weekly" if every else ""), 1, 0, False


def _time(sentence: str) -> When | None:
    """The first time of day that a sentence names."""
    for place in re.finditer(r"(?:(?<=\s)|(?<=^)|(?<=\())(?=\d|noon\b|midday\b)", sentence):
        found = timed(sentence[place.start() :].rstrip(" ."), 0)
        if found.start is not None:
            return found
    return None


def places_in(sentences: Iterable[tuple[str, int]]) -> Places | None:
    """Where all meetings are, by the first sentence that says it; one with a name says more."""
    found = [
        Places(line, service_in(sentence), is_on_site(sentence), room_in(sentence))
        for sentence, line in sentences
        if _HELD.search(sentence) or SERIES.search(sentence)
    ]
    telling = [places for places in found if places.service or places.on_site or places.room]
    named = [places for places in telling if places.service not in {"", "Online"} or places.room]
    return next(iter([*named, *telling]), None)
