"""Reads the workbooks of CoSPLib, the benchmark library for conference scheduling problems.

They load as ordinary conferences with ordinary rules; the sum of what the rules cost is the
objective of the library's authors for every program that keeps the hard rules. See Kheiri,
Pylyavskyy, Jacko: CoSPLib, a benchmark library for conference scheduling problems, GECCO 2025.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from programkit.files.readers.base import Reading
from programkit.files.readers.cosplib.facts import conference_of
from programkit.files.readers.cosplib.instance import SHEETS, read_instance

_LARGEST_LIST = 1_000_000


@dataclass(frozen=True, slots=True)
class CosplibReader:
    """Reads a workbook of submissions, tracks, sessions, rooms, penalties and parameters."""

    name: str = "cosplib"
    suffixes: tuple[str, ...] = (".xlsx",)

    def recognizes(self, path: Path, head: bytes) -> bool:
        """Whether it is a workbook with the sheets of the template, or nearly all of them."""
        if not head.startswith(b"PK") or not zipfile.is_zipfile(path):
            return False
        with zipfile.ZipFile(path) as archive:
            try:
                with archive.open("xl/workbook.xml") as file:
                    listed = file.read(_LARGEST_LIST).decode("utf-8", "replace")
            except (KeyError, OSError, zipfile.BadZipFile):
                return False
        found = sum(f'name="{sheet}"' in listed for sheet in SHEETS)
        return found >= len(SHEETS) - 2

    def read(self, path: Path) -> Reading:
        """The conference; its program is open.

        Raises:
            LoadError: A sheet is missing, or cells contradict each other; all faults at once.
        """
        return conference_of(read_instance(path)), ()
