"""Titles and abstracts as they are written: torn paragraphs, lost spaces, broken formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from programkit.checks.base import contributions, source_of
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Contribution
from programkit.model.findings import Finding, Level
from programkit.text.characters import excerpt
from programkit.text.markup import Paragraph, Run, balanced, inline, parse
from programkit.text.subjects import talk_text

_ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")
"""How a sentence, or what leads up to a list or formula, ends."""
_CONTINUED = re.compile(r"[(\[]?[^\W\d_]")
"""How a paragraph begins that may go on with a sentence: a letter, or a bracket before one."""
_FULL_STOP = re.compile(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]{2,}+)[)\]”\"’']?[.!?](?P<after>[^\W\d_]+)"
)
_ADDRESS = re.compile(r"://|[@/\\_]|^www\.", re.IGNORECASE)
_SENTENCE_WORDS = frozenset({"A", "I"})


@dataclass(frozen=True)
class Texts:
    """What a careful reader would mend in a title or abstract."""

    codes: ClassVar[Mapping[str, str]] = {
        "math-unbalanced": "A formula is not closed.",
        "paragraph-split": "A paragraph is broken off in mid-sentence.",
        "space-missing": "A space is missing after a full stop.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """Findings by talk and poster, title first."""
        for contribution in contributions(conference):
            for field in ("title", "abstract"):
                text = getattr(contribution, field)
                if isinstance(text, Unknown):
                    continue
                for code, level, what, remedy in _noticed(text, abstract=field == "abstract"):
                    yield Finding(
                        code=code,
                        level=level,
                        message=_told(conference, contribution, field, what),
                        remedy=remedy,
                        about=(contribution.id,),
                        source=source_of(conference, contribution, field),
                    )


def _told(conference: Conference, contribution: Contribution, field: str, what: str) -> str:
    return f"{talk_text(conference, contribution)}: in the {field}, {what}"


def _noticed(text: str, *, abstract: bool) -> Iterator[tuple[str, Level, str, str]]:
    """Code, level, what is wrong, and what to do."""
    paragraphs = parse(text) if abstract else (Paragraph(inline(text)),)
    if not balanced(text):
        remedy = r"close every $, brace, \left and \begin; a plain dollar is written \$"
        yield "math-unbalanced", Level.SOFT, "a formula is not closed", remedy
    for before, after in pairwise(paragraphs):
        if _is_torn(before, after):
            torn = f'a paragraph ends "{_tail(before)}" and the next begins "{_head(after)}"'
            yield "paragraph-split", Level.SOFT, torn, "join them, or end the sentence"
    for word in dict.fromkeys(_glued(paragraphs)):
        what = f'a space seems to be missing in "{excerpt(word)}"'
        yield "space-missing", Level.NOTE, what, "add a space after the full stop"


def _is_torn(before: Paragraph, after: Paragraph) -> bool:
    """Whether a sentence goes on across two paragraphs; lists, formulas and code may do so."""
    if before.kind != "text" or after.kind != "text":
        return False
    start = _CONTINUED.match(_text(after))
    return bool(start and start[0][-1].islower() and not _ENDED.search(_text(before)))


def _text(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs)


def _head(paragraph: Paragraph) -> str:
    return " ".join(_text(paragraph).split()[:3])


def _tail(paragraph: Paragraph) -> str:
    return " ".join(_text(paragraph).split()[-3:])


def _glued(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """Words such as ``over.Then``, addresses and names of files left out."""
    for run in (run for paragraph in paragraphs for run in paragraph.runs):
        if _is_prose(run):
            for word in run.text.split():
                found = _FULL_STOP.search(word)
                if found and not _ADDRESS.search(word) and _starts_sentence(found):
                    yield word


def _is_prose(run: Run) -> bool:
    return run.math is None and not run.code and run.link is None


def _starts_sentence(found: re.Match[str]) -> bool:
    """Whether small letters end before the full stop and a capitalized word begins after it."""
    before, after = found["before"], found["after"]
    capitalized = after[0].isupper() and after[1:].islower()
    return before[-1].islower() and (capitalized or after in _SENTENCE_WORDS)
