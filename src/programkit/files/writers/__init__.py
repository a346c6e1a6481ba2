"""Formats a program is written in, one file each."""

from __future__ import annotations

from typing import Final

from programkit.files.writers.base import Writer
from programkit.files.writers.cosplib import CosplibWriter
from programkit.files.writers.ical import ICalWriter
from programkit.files.writers.markdown import MarkdownWriter

WRITERS: Final[tuple[Writer, ...]] = (ICalWriter(), MarkdownWriter(), CosplibWriter())
"""All formats, by name."""
