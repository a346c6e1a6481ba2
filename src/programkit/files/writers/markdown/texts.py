"""Pieces of text in Markdown that the reader of booklets reads as what they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from programkit.files.readers.markdown.clocks import leading_clock
from programkit.files.readers.markdown.days import day_heading, section_of, several_days
from programkit.files.readers.markdown.escapes import escaped, guarded, hidden, shown
from programkit.files.readers.markdown.heads import session_head
from programkit.files.readers.markdown.lines import line_of
from programkit.files.readers.markdown.paragraphs import is_sentence, survives
from programkit.files.readers.markdown.people import Named, people_in
from programkit.files.readers.markdown.vocabulary import ROOM, break_kind, is_end, label_of
from programkit.model.base import Unknown
from programkit.outline.nodes import Outline
from programkit.text.characters import clean
from programkit.text.dates import parse_date, parse_date_range
from programkit.text.formats import format_clock, format_date, format_dates
from programkit.text.unknown import is_unknown

_LONGEST_HEAD = 400
_MORNING = 4 * 60
_DAY = 24 * 60


def title_text(title: str) -> str:
    """A CommonMark title in one line."""
    return guarded(title, _hazardous)


def struck(text: str, title: str | Unknown) -> str:
    """The text of a title struck through; a backslash at its end would escape the mark.

    Args:
        text: As it is written.
        title: As it is.
    """
    if isinstance(title, str) and text.endswith("\\"):
        text = hidden(title)
    return f"~~{text}~~"


def _hazardous(title: str) -> bool:
    """Whether the reader would see something else than a title."""
    text = shown(title)
    heading = line_of(1, f"# {title}")
    reads_otherwise = (
        is_unknown(text)
        or leading_clock(title) is not None
        or bool(label_of(title)[0] or section_of(heading) or day_heading(heading))
        or several_days(text)
        or session_head(text)[0] != text
    )
    return reads_otherwise or bool(ROOM.match(text) or break_kind(text) or is_end(text))


def plain_text(text: str) -> str:
    """Plain text in one line, alone on it or behind a label or a date."""
    written = escaped(text)
    line = line_of(1, written)
    otherwise = line.level or line.rule or line.bullet or section_of(line) or day_heading(line)
    return hidden(text) if otherwise or _hazardous(written) else written


def names_text(names: Sequence[str]) -> str:
    """Names in a cell or behind a label."""
    plainly = "; ".join(escaped(name) for name in names)
    as_read = tuple(Named(name) for name in names)
    if people_in(plainly) == as_read:
        return plainly
    return "; ".join(hidden(name) for name in names)


def people_text(people: Sequence[Named]) -> str:
    """Bold names, each with its affiliations: ``**A** — X, **B** — Y; Z``."""
    plainly = ", ".join(_person(person, plainly=True) for person in people)
    if people_in(plainly) == tuple(people):
        return plainly
    return ", ".join(_person(person, plainly=False) for person in people)


def _person(person: Named, *, plainly: bool) -> str:
    write = escaped if plainly else hidden
    where = "; ".join(write(name) for name in person.affiliations)
    return f"**{write(person.name)}**" + (f" — {where}" if where else "")


def abstract_text(source: str) -> str:
    """An abstract: as it is where the reader sees only prose in it, else as a block quote."""
    text = clean(source)
    if survives(text) and not is_unknown(text) and all(map(_prose, text.split("\n"))):
        return text
    return quoted(text)


def _prose(text: str) -> bool:
    """Whether a line of an abstract cannot be taken for anything else."""
    line = line_of(1, text)
    if line.level or line.rule or text.startswith(("**", "__", "|", ">", "<")):
        return False
    if leading_clock(line.text) or label_of(line.text)[0]:
        return False
    return not line.text or len(line.text) > _LONGEST_HEAD or is_sentence(line.text)


def quoted(source: str) -> str:
    """A text as a block quote, which the reader takes as it is."""
    return "\n".join(f"> {line}" if line else ">" for line in clean(source).split("\n"))


def date_text(day: date, language: str) -> str:
    """A date in words where the reader understands them, else 2024-09-30."""
    written = format_date(day, language, "full")
    try:
        understood = parse_date(written).date == day
    except ValueError:
        understood = False
    return written if understood else day.isoformat()


def dates_text(first: date, last: date, language: str) -> str:
    """A range of dates in words where the reader understands them, else 2024-09-29 – 2024-10-03."""
    written = format_dates(first, last, language)
    try:
        understood = parse_date_range(written) == (first, last)
    except ValueError:
        understood = False
    return written if understood else f"{first.isoformat()} – {last.isoformat()}"


def clocks_text(start: int, end: int | None, outline: Outline) -> str:
    """A time or a range of times; a clock of 12 hours is English, and has am and pm."""
    ends = [start] if end is None else [start, end]
    english = outline.language.partition("-")[0] == "en"
    spoken = english and outline.hours != 24 and start >= _MORNING and ends[-1] < _DAY
    return " – ".join(
        format_clock(m, 12) if spoken else f"{m // 60:02d}:{m % 60:02d}" for m in ends
    )
