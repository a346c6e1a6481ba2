"""Texts that say that something is not known yet: TBD, T.b.a., "to be announced", a blank."""

from __future__ import annotations

import re

from programkit.text.characters import one_line

_LONGEST = 100
"""Characters; a longer text says something."""

_SHORT = ("tbd", "tba", "tbc", "tbs", "ntb", "n/a")
_ENGLISH = (
    r"(?:to|will) be (?:announced|confirmed|decided|defined|determined|communicated)",
    r"not (?:yet )?(?:known|decided|announced|confirmed)(?: yet)?",
)
_GERMAN = (
    r"(?:wird|werden) (?:noch )?bekannt ?gegeben",
    r"(?:folgt|noch offen|noch nicht bekannt|noch zu bestimmen)",
)
_FRENCH = (r"à (?:préciser|venir|confirmer|déterminer|annoncer|définir)",)
_ITALIAN = (r"da (?:definire|confermare|annunciare|determinare|stabilire|comunicare)",)
_SPANISH = (r"(?:por|a) (?:anunciar|confirmar|determinar|definir|decidir)", "pendiente")
_DUTCH = (
    r"(?:wordt|worden) (?:nog )?(?:later )?bekend ?gemaakt",
    r"(?:volgt|nog niet bekend|(?:nog|nader) te bepalen)",
)
_CROATIAN = (r"(?:bit će )?(?:naknadno )?(?:objavljeno|objavljen|objavljena)", r"naknadno")
_PHRASES = "|".join((*_ENGLISH, *_GERMAN, *_FRENCH, *_ITALIAN, *_SPANISH, *_DUTCH, *_CROATIAN))

_FIELDS = (
    r"(?:the )?(?:title|talk|speaker|abstract|room|venue|location|place|time|date|day|chair"
    r"|topic|name|affiliation|titel|vortrag|redner(?:in)?|sprecher(?:in)?|raum|ort|zeit|datum|thema"
    r"|zusammenfassung|titre|exposé|orateur|oratrice|résumé|salle|lieu|heure|titolo|relatore"
    r"|relatrice|sommario|aula|luogo|título|ponente|resumen|sala|lugar|spreker|samenvatting|zaal"
    r"|naslov|predavač(?:ica)?|sažetak|dvorana)s?"
)
_SOON = r"(?:soon|later|shortly|demnächst|bientôt|presto|pronto|binnenkort|uskoro)"
_UNKNOWN = re.compile(
    rf"(?:{_FIELDS}\W{{0,3}})?(?:is |are )?"
    rf"(?:{'|'.join(_SHORT)}|{_PHRASES})"
    rf"(?: {_SOON})?(?:\W{{0,3}}{_FIELDS})?"
)
_NO_NAME = re.compile(r"N\. ?N\.?|NN")
_MARKS = " \xa0.…!?*_-–—()[]<>\"'“”:;,/"
_LETTERS_APART = re.compile(r"(?<=\b\w)(?:\. ?| )(?=\w\b)")


def is_unknown(text: str) -> bool:
    """Whether a title, name, place or time only says that it is not known yet.

    A text that says anything else besides is known: "TBD: a story" is a title.
    """
    line = one_line(text)
    core = line.strip(_MARKS)
    if not core or _NO_NAME.fullmatch(line):
        return True
    if len(line) > _LONGEST:
        return False
    words = _LETTERS_APART.sub("", core.casefold().replace("\xa0", " "))
    return _UNKNOWN.fullmatch(" ".join(words.split())) is not None
