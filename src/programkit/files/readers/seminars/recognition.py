"""Whether a text is the page of a seminar series, and not a booklet or anything else."""

from __future__ import annotations

import re
from pathlib import Path

from programkit.errors import LoadError
from programkit.files.limits import read_text
from programkit.files.readers.markdown.days import section_of
from programkit.files.readers.markdown.lines import Line, lines_of
from programkit.files.readers.markdown.rows import Row, row_of
from programkit.files.readers.seminars.marks import Mark, marks_of
from programkit.files.readers.seminars.vocabulary import SERIES

_TEXT = re.compile(rb"[^\x00-\x08\x0e-\x1a]*")


def is_seminar_page(path: Path, head: bytes) -> bool:
    """Whether a file is such a page.

    It speaks of a seminar, and has dates or speakers; and it is no booklet, in which rows with
    times follow a day, or an agenda and abstracts each other.
    """
    if not _TEXT.fullmatch(head):
        return False
    try:
        text = read_text(path)
    except LoadError:
        return False
    return is_page(text)


def is_page(text: str) -> bool:
    """Whether a text is such a page."""
    return bool(SERIES.search(text)) and _has_entries(lines_of(text))


def _has_entries(lines: tuple[Line, ...]) -> bool:
    marks = marks_of(lines)
    rows = sum(_is_row(mark) for mark in marks)
    dates = sum(mark.kind == "when" for mark in marks)
    speakers = sum(mark.kind == "label" and mark.meaning == "speaker" for mark in marks)
    members = sum(mark.kind == "member" for mark in marks)
    parts = {section_of(line) for line in lines if line.level}
    booklet = "agenda" in parts and (rows > 0 or "abstracts" in parts)
    if booklet or rows > max(dates, 1) or (rows and not dates):
        return False
    return dates > 0 or speakers > 0 or members > 0


def _is_row(mark: Mark) -> bool:
    """Whether a line is a row of an agenda: a time, and something that happens then."""
    row = row_of(mark.line) if mark.kind == "text" else None
    return isinstance(row, Row) and any(cell.strip() for cell in row.cells)
