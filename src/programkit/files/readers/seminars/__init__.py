"""Pages of seminar series: what is left of a web page when it is copied as text.

A small grammar of entries, independent of headings. Lines are first judged by themselves
(`marks`): a date, a time, a room, a label, a person with an affiliation, a part's heading.
`grammar` puts them together to entries, lists of people and the page's own text; `resolving` tells
titles, speakers and organizers apart, `cells` where table cells lost their borders. `dating` finds
the years, `statements` and `ruling` the rule, `venues` and `hours` what holds for all talks,
`memberships` what listed people are. `assembly` makes facts of it.

Every line is used or reported; every repair is a finding with its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from programkit.files.limits import read_text
from programkit.files.readers.markdown.lines import lines_of
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.seminars.assembly import Assembly
from programkit.files.readers.seminars.codes import CODES
from programkit.files.readers.seminars.grammar import read_page
from programkit.files.readers.seminars.others import Other, other_of
from programkit.files.readers.seminars.recognition import is_seminar_page
from programkit.model.conference import Conference
from programkit.model.findings import Finding

__all__ = ["CODES", "SeminarReader", "read_seminar"]


class SeminarReader:
    """Reads the page of a seminar series, or of a department's seminars."""

    name: Final = "seminars"
    """Name of the kind of source."""
    suffixes: Final = (".md", ".markdown", ".txt")
    """Usual endings."""

    def __init__(self, beside: Sequence[Path] = (), year: int | None = None) -> None:
        """A reader.

        Args:
            beside: Other versions of the page: people and years in them confirm what this one
                leaves open.
            year: The year of the first date; none given means found from the page.
        """
        self._beside = tuple(beside)
        self._year = year

    def recognizes(self, path: Path, head: bytes) -> bool:
        """Whether it can read the file: by its name, and because its text is such a page."""
        return path.suffix.lower() in self.suffixes and is_seminar_page(path, head)

    def read(self, path: Path) -> tuple[Conference, tuple[Finding, ...]]:
        """Read the file.

        Raises:
            LoadError: It, or another version, cannot be read, or its facts contradict each other.
        """
        others = [other_of(Path(other)) for other in self._beside]
        return read_seminar(read_text(path), str(path), others=others, year=self._year)


def read_seminar(
    text: str, file: str = "", *, others: Sequence[Other] = (), year: int | None = None
) -> tuple[Conference, tuple[Finding, ...]]:
    """A series from the text of its page, and what was repaired, inferred or left over.

    Args:
        text: Plain text, or Markdown.
        file: What sources and findings name as the file.
        others: Other versions of the page.
        year: The year of the first date; none given means found from the page.

    Returns:
        A `Series` where the page says its rule, else a `Conference` with the dates that are listed.

    Raises:
        LoadError: The facts contradict each other.
    """
    lines = lines_of(text)
    return Assembly(read_page(lines), lines, others, Notes(file)).conference(year)
