"""What a writer is."""

from __future__ import annotations

from typing import Protocol

from programkit.model.program import Program
from programkit.outline.nodes import Outline


class Writer(Protocol):
    """Writes a program in one format."""

    @property
    def name(self) -> str:
        """What the format is asked for by, such as ``ical``."""

    @property
    def suffix(self) -> str:
        """How its files end, such as ``.ics``."""

    @property
    def media_type(self) -> str:
        """Its media type, such as ``text/calendar``."""

    def write(self, program: Program, outline: Outline) -> bytes:
        """The content of a file.

        Args:
            program: The public projection; its facts may be written, nothing else is in it.
            outline: The same program as readers see it.
        """

    def left_out(self, program: Program) -> tuple[str, ...]:
        """What the format cannot hold of this program, a sentence each."""
