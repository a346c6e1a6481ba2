"""Booklets as text: Markdown, or what Word, PDF and web pages leave of it.

A grammar of booklet text, not of one booklet. Lines are read with what their marks say (`lines`),
divided into cover, agenda and abstracts (`structure`), and each part is taken apart by what its
lines look like: rows begin with a time (`rows`), days are headings with a date (`days`), entries
begin with a time or a name (`entries`). Levels of headings, bold, tabs and tables are evidence,
never conditions. Abstracts are matched with rows by time, name and title (`known`), and everything
becomes facts in `assembly`.

Every line is used or reported; every field knows its line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from programkit.files.limits import read_text
from programkit.files.readers.markdown.assembly import Assembly
from programkit.files.readers.markdown.cover import read_cover
from programkit.files.readers.markdown.lines import lines_of
from programkit.files.readers.markdown.notes import CODES, Notes
from programkit.files.readers.markdown.structure import divide
from programkit.model.conference import Conference
from programkit.model.findings import Finding

__all__ = ["CODES", "MarkdownReader", "read_booklet"]

_TEXT = re.compile(rb"[^\x00-\x08\x0e-\x1a]*")


class MarkdownReader:
    """Reads the text of a booklet."""

    name: Final = "markdown"
    """Name of the kind of source."""
    suffixes: Final = (".md", ".markdown", ".txt")
    """Usual endings."""

    def recognizes(self, path: Path, head: bytes) -> bool:
        """Whether it can read the file: by its name, and because it begins as text does."""
        return path.suffix.lower() in self.suffixes and bool(_TEXT.fullmatch(head))

    def read(self, path: Path) -> tuple[Conference, tuple[Finding, ...]]:
        """Read the file.

        Raises:
            LoadError: It cannot be read, or its facts contradict each other.
        """
        return read_booklet(read_text(path), str(path))


def read_booklet(text: str, file: str = "") -> tuple[Conference, tuple[Finding, ...]]:
    """A conference from the text of a booklet, and what was repaired, inferred or left over.

    Args:
        text: Markdown, or plain text.
        file: What sources and findings name as the file.

    Raises:
        LoadError: The facts contradict each other.
    """
    notes = Notes(file)
    booklet = divide(lines_of(text))
    return Assembly(booklet, read_cover(booklet.cover, notes), notes).conference()
