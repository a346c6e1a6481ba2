"""What is noticed while a booklet is drawn, and has to be told to those who print it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from programkit.model.base import Unknown
from programkit.model.findings import Finding, Level
from programkit.outline.nodes import Outline, OutlinePoster, OutlineTalk
from programkit.text.markup import Run
from programkit.typeset.bidi import is_available, needs_bidi
from programkit.typeset.formulas import Formula, set_formula_or_reason
from programkit.typeset.shaping import script_of

Contribution = OutlineTalk | OutlinePoster
_SHOWN = 10
"""How many missing characters of a script are named."""


def remarks(outline: Outline, missing: Mapping[str, str]) -> tuple[Finding, ...]:
    """All that is to be told of a booklet.

    Args:
        outline: What readers see.
        missing: The characters that no font has, each with the label of the first page it is on.
    """
    contributions: tuple[Contribution, ...] = (*outline.talks, *outline.posters)
    return (
        *_missing(missing, contributions),
        *_disordered(contributions),
        *_formulas(contributions),
    )


def _missing(
    missing: Mapping[str, str], contributions: Sequence[Contribution]
) -> Iterator[Finding]:
    """What is missing of each script, as one font may have all of it."""
    texts = {each.id: _text(each) for each in contributions}
    for page, characters in _by_script(missing):
        about = tuple(key for key, text in texts.items() if any(c in text for c in characters))
        where = f" in {', '.join(about)}" if about else ""
        them = "them" if len(characters) > 1 else "it"
        yield Finding(
            code="missing-glyph",
            level=Level.HARD,
            message=f"no font has {_named(characters)}, needed{where} on page {page}",
            remedy=f"name a font that has {them} in the theme's more_fonts",
            about=about,
        )


def _by_script(missing: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The first page and the characters of each script, in the order they are met."""
    found: dict[str, list[str]] = {}
    for character in missing:
        found.setdefault(script_of(character), []).append(character)
    for characters in found.values():
        yield missing[characters[0]], characters


def _named(characters: Sequence[str]) -> str:
    shown = [
        f'"{character}" ({" ".join(f"U+{ord(point):04X}" for point in character)})'
        for character in characters[:_SHOWN]
    ]
    if len(characters) > _SHOWN:
        shown.append(f"{len(characters) - _SHOWN} more like them")
    *most, last = shown
    return f"{', '.join(most)} and {last}" if most else last


def _disordered(contributions: Sequence[Contribution]) -> Iterator[Finding]:
    """Text from right to left where nothing knows the order of its words."""
    if is_available():
        return
    about = tuple(each.id for each in contributions if needs_bidi(_text(each)))
    if about:
        yield Finding(
            code="bidi-missing",
            level=Level.HARD,
            message=f"text from right to left in {', '.join(about)} has its words in wrong order",
            remedy="install the extra programkit[bidi]",
            about=about,
        )


def _formulas(contributions: Sequence[Contribution]) -> Iterator[Finding]:
    """Formulas that are printed as readable text, because they cannot be set."""
    for each in contributions:
        for run in _runs(each):
            made = "" if run.math is None else set_formula_or_reason(run.math, size=1.0)
            if run.math is not None and not isinstance(made, Formula):
                yield Finding(
                    code="formula-as-text",
                    level=Level.NOTE,
                    message=f"${run.math}$ in {each.id} is printed as {run.text}: {made}",
                    remedy="write it with the commands that LaTeX and amsmath have",
                    about=(each.id,),
                )


def _runs(of: Contribution) -> Iterator[Run]:
    yield from () if isinstance(of.title, Unknown) else of.title
    for paragraph in () if isinstance(of.abstract, Unknown) else of.abstract:
        yield from paragraph.runs


def _text(of: Contribution) -> str:
    people = () if isinstance(of.speakers, Unknown) else of.speakers
    words = [run.text for run in _runs(of)]
    words += [part for who in (*people, *of.coauthors) for part in (who.name, *who.affiliations)]
    return "\n".join(words)
