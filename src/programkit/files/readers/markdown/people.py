"""Names and affiliations inside a piece of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from programkit.files.readers.markdown.escapes import masked, shown, unmasked
from programkit.files.readers.markdown.vocabulary import BREAK_KIND, FUNCTION_WORDS, word_set, words
from programkit.text.names import split_names
from programkit.text.unknown import is_unknown

LONGEST_NAME = 60
_PARTICLES = word_set(
    """al af av bin da das de del dei della den der di do dos du el 't in la le los ten ter van
    vom von y zu zum zur"""
)
_HONORIFICS = re.compile(r"(?:(?:Prof|Dr|PD|Mr|Ms|Mrs|Dipl|Ing|rer|nat|habil|h\.c)\b\.?\s*-?)+\s+")
_INSTITUTION = re.compile(
    r"\b(?:universi\w*|univ|institut\w*|istituto|college|collège|school|école|ecole|"
    r"\w*hochschule|\w*akademie|academy|laborator\w*|lab|labs|centre|center|centro|zentrum|"
    r"department|faculty|research|polytechni\w*|politecnico|inc|gmbh|ltd|eth|national|"
    r"observatory|council|agency|association|society|foundation|museum|hospital|klinik\w*|company|group|team|cnrs|inria)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:\w+(?:ing|tion|tions|ology|ics|isms?|ity|ities|ization|isation)|theory|models?|networks?|"
    r"data|methods?|systems?|opening|closing|remarks|welcome|session|workshop|poster|posters|panel|"
    r"discussion|tutorial|keynote|talk|talks|introduction|overview|deep|open|room|hall|day|"
    r"end|part|new|towards?|beyond)\b",
    re.IGNORECASE,
)
_BOLD = re.compile(r"\*\*\*?(?=\S)([^*]+)\*?\*\*|__(?=\S)([^_]+)__")
_DASH = re.compile(r"\s+(?:—|–|-{1,3}|\||·|@)\s+|\s*—\s*")
_EDGES = " \t,;:·|–—-()[]@"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as printed in one place."""

    name: str
    affiliations: tuple[str, ...] = ()


def looks_like_name(text: str) -> bool:
    """Whether a text has the shape of one person's name: capitalized words, initials, particles."""
    text = _HONORIFICS.sub("", unmasked(text)).strip(" \t")
    tokens = text.split()
    if not 2 <= len(tokens) <= 6 or len(text) > LONGEST_NAME or _INSTITUTION.search(text):
        return False
    if _TOPIC.search(text) or any(word in BREAK_KIND for word in words(text)):
        return False
    last = tokens[-1]
    return all(map(_name_part, tokens)) and last not in _PARTICLES and len(last) > 1


def _name_part(token: str) -> bool:
    if token in _PARTICLES:
        return True
    letters = re.sub(r"[.'’‘\-‐]", "", token)
    capital = re.sub(r"^[dl]['’](?=\w)", "", token)[0]
    return letters.isalpha() and capital.isupper() and token.lower() not in FUNCTION_WORDS


def looks_like_names(text: str) -> bool:
    """Whether a text lists people, perhaps with affiliations in parentheses, or says TBD."""
    if is_unknown(shown(text)):
        return bool(text.strip(" \t"))
    found = people_in(text)
    return bool(found) and all(looks_like_name(person.name) for person in found)


def people_in(text: str) -> tuple[Named, ...]:
    """The people named in a piece of text, with the affiliations printed beside them.

    Read are bold names each followed by an affiliation, ``Name (Affiliation)``,
    ``Name — Affiliation``, ``Name, Affiliation``, and lists ``A, B and C`` or ``A; B``.
    """
    text = masked(text).strip(" \t")
    bolds = list(_BOLD.finditer(text))
    if bolds and not text[: bolds[0].start()].strip(_EDGES + "*"):
        return tuple(person for person in _by_bold(text, bolds) if person.name)
    parts = [part for part in re.split(r";(?![^()]*\))", text) if part.strip(" \t")]
    return tuple(person for part in parts for person in _in_part(part) if person.name)


def _by_bold(text: str, bolds: list[re.Match[str]]) -> list[Named]:
    """Each bold span is a name; what follows, up to the next one, is where that person works."""
    found: list[Named] = []
    for index, bold in enumerate(bolds):
        last = index + 1 == len(bolds)
        following = text[bold.end() : None if last else bolds[index + 1].start()]
        following = re.sub(r"\s(?:and|und|et|&)\s*$", "", following) if not last else following
        names = _names(bold[1] or bold[2])
        where = _affiliations(following)
        found += [Named(name, where) for name in names]
    return found


def _in_part(part: str) -> list[Named]:
    grouped = re.findall(r"([^()]+)\(([^()]*)\)", part)
    if grouped and not re.sub(r"[^()]+\([^()]*\)", "", part).strip(_EDGES + "*_"):
        return [
            Named(name, _affiliations(where))
            for names, where in grouped
            for name in _names(re.sub(r"^\s*(?:and|und|et|&)\s", "", names).strip(_EDGES))
        ]
    dash = _DASH.search(part)
    if dash:
        return [Named(n, _affiliations(part[dash.end() :])) for n in _names(part[: dash.start()])]
    head, comma, rest = part.partition(",")
    if comma and looks_like_name(head) and not all(map(looks_like_name, _names(rest))):
        return [Named(unmasked(shown(head)), _affiliations(rest))]
    return [Named(name) for name in _names(part)]


def _names(text: str) -> list[str]:
    return [unmasked(name) for name in split_names(_marked_off(text)) if not is_unknown(name)]


def _marked_off(text: str) -> str:
    """Without bold and italics; escaped characters stay out of sight."""
    return re.sub(r"\*+|(?<!\w)_+|_+(?!\w)", "", text).strip(_EDGES + ".") + (
        "." if re.search(r"\b(?:Jr|Sr)\.\W*$", text) else ""
    )


def _affiliations(text: str) -> tuple[str, ...]:
    text = text.strip(" \t")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    parts = (shown(part.lstrip(_EDGES).rstrip(" \t,;:·|–—-@")) for part in text.split(";"))
    return tuple(unmasked(part) for part in parts if not is_unknown(part))
