"""Formats a program is written in, one file each."""

from __future__ import annotations

from typing import Final

from programkit.files.writers.base import Writer
from programkit.files.writers.ical import ICalWriter

WRITERS: Final[tuple[Writer, ...]] = (ICalWriter(),)
"""All formats, by name."""
