"""How to cite a talk or poster: BibTeX, and the JSON of the Citation Style Language.

The writing is our own because what matters is what BibTeX cannot hold: it counts braces also where
a backslash is before them, and runs what a title's author wrote as TeX.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, Final

from programkit.model.base import Unknown
from programkit.outline.nodes import OutlinePerson, OutlinePoster, OutlineTalk
from programkit.text.characters import clean, one_line
from programkit.text.mathml import mathml
from programkit.text.runs import Run
from programkit.web.context import View

_SPECIAL: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: "\\" + sign for sign in "$&#%_"},
    }
)
_KEY = re.compile(r"[^A-Za-z0-9:.+-]")
_IN_ADDRESS: Final = str.maketrans({sign: f"%{ord(sign):02X}" for sign in '\\{}"^`<>| '})
_PLAIN_TEX = re.compile(r"(?:[A-Za-z0-9 .,:;!?'()\[\]/|=+*<>^_{}-]|\\[A-Za-z]+|\\[,;:! ])*")
_AND = re.compile(r"\band\b", re.IGNORECASE)
_json = json.JSONEncoder(ensure_ascii=False).encode
Contribution = OutlineTalk | OutlinePoster


class Citations:
    """Citations of what is presented at a conference."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._index = {entry.person.id: entry.index_name for entry in view.outline.index}

    def bibtex(self, contribution: Contribution) -> str:
        """The entry of a bibliography for BibTeX or biblatex, without accents written as TeX."""
        outline, day = self.view.outline, self._day(contribution)
        kind = self.view.word(self.view.kind(contribution))
        fields = {
            "author": " and ".join(map(_author, self._names(contribution))),
            "title": f"{{{self._title(contribution)}}}",
            "howpublished": escaped(f"{kind}, {outline.plain_title}"),
            "address": escaped(outline.place),
            "year": f"{day.year}" if day else "",
            "month": f"{day.month}" if day else "",
            "url": self._address(contribution).translate(_IN_ADDRESS),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        key = _KEY.sub("-", self.view.key(contribution))
        return clean("\n".join([f"@misc{{{key},", *lines, "}"]))

    def csl(self, contribution: Contribution) -> str:
        """The entry as CSL-JSON, as Zotero and Pandoc read it."""
        outline, day = self.view.outline, self._day(contribution)
        said: dict[str, Any] = {
            "id": self.view.key(contribution),
            "type": "speech",
            "genre": self.view.word(self.view.kind(contribution)),
            "title": one_line(self.view.title(contribution)),
            "author": [_name(name) for name in self._names(contribution)],
            "event-title": one_line(outline.plain_title),
            "event-place": outline.place,
            "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else {},
            "URL": self._address(contribution),
            "language": contribution.language,
        }
        lines = ",\n".join(
            f"  {_json(name)}: {_json(value)}" for name, value in said.items() if value
        )
        return clean(f"[\n {{\n{lines}\n }}\n]")

    def _names(self, contribution: Contribution) -> list[str]:
        """Speakers and co-authors, as an index has them: "Family, Given"."""
        speakers = contribution.speakers
        people: tuple[OutlinePerson, ...] = () if isinstance(speakers, Unknown) else speakers
        return [
            one_line(self._index.get(person.id, person.name))
            for person in (*people, *contribution.coauthors)
        ]

    def _title(self, contribution: Contribution) -> str:
        title = contribution.title
        return escaped(self.view.title(contribution)) if isinstance(title, Unknown) else tex(title)

    def _day(self, contribution: Contribution) -> date | None:
        """The day it was first given, or on which the conference began."""
        if isinstance(contribution, OutlinePoster):
            day = self.view.days.get(self.view.day_of.get(contribution.session, ""))
        else:
            found = contribution.occurrences
            day = self.view.days.get(found[0].day) if found else None
        return day.date if day and day.date else self.view.outline.first

    def _address(self, contribution: Contribution) -> str:
        return self.view.absolute(self.view.to(contribution))


def tex(runs: tuple[Run, ...]) -> str:
    """A title for TeX: emphasis and formulas stay."""
    return "".join(map(_run, runs))


def escaped(text: str) -> str:
    """Text in which no character means anything to TeX or BibTeX."""
    return _without_signs(one_line(text))


def _without_signs(text: str) -> str:
    return text.translate(_SPECIAL)


def _run(run: Run) -> str:
    if run.newline:
        return " "
    if run.math is not None and _is_safe(run.math):
        return f"${one_line(run.math)}$"
    text = _without_signs(run.text)
    return f"\\emph{{{text}}}" if run.italic else text


def _is_safe(formula: str) -> bool:
    """Whether TeX can be given a stranger's formula: words of formulas, and braces that close.

    What our own reader of formulas refuses, such as a word that opens files, is not.
    """
    return _PLAIN_TEX.fullmatch(formula) is not None and mathml(formula) is not None


def _author(name: str) -> str:
    """A name that is one name, even with an "and" in it."""
    return f"{{{escaped(name)}}}" if _AND.search(name) else escaped(name)


def _name(name: str) -> dict[str, str]:
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}
