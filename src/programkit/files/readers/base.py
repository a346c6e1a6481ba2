"""What every reader of foreign files is."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from programkit.model.conference import Conference
from programkit.model.findings import Finding

Reading = tuple[Conference, tuple[Finding, ...]]
"""What a source says, and what was repaired, inferred or left over while reading it."""


class Reader(Protocol):
    """Reads one kind of source into a conference.

    Nothing in a source is dropped silently: what is not understood is a finding with its line.
    ``Conference.sources`` says for every field where it was read.
    """

    @property
    def name(self) -> str:
        """Name of the kind of source, such as ``spreadsheet``."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Usual endings of such files, such as ``.csv``."""

    def recognizes(self, path: Path, head: bytes) -> bool:
        """Whether it can read the file.

        Args:
            path: Where the file is; its name may tell.
            head: The first 4096 bytes; they tell more.
        """

    def read(self, path: Path) -> Reading:
        """Read the file.

        Raises:
            LoadError: It cannot be read; the error carries all faults.
        """
