"""Readers of foreign files, one file each. The first that recognizes a source reads it."""

from __future__ import annotations

from programkit.files.readers.base import Reader, Reading
from programkit.files.readers.cosplib import CosplibReader
from programkit.files.readers.markdown import MarkdownReader
from programkit.files.readers.seminars import SeminarReader
from programkit.files.readers.spreadsheet import SpreadsheetReader

READERS: tuple[Reader, ...] = (
    CosplibReader(),
    SpreadsheetReader(),
    SeminarReader(),
    MarkdownReader(),
)

__all__ = [
    "READERS",
    "CosplibReader",
    "MarkdownReader",
    "Reader",
    "Reading",
    "SeminarReader",
    "SpreadsheetReader",
]
