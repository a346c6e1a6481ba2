"""Other versions of a page, which show what this one leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from programkit.files.limits import read_text
from programkit.files.readers.markdown.lines import lines_of
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.seminars.dating import identities
from programkit.files.readers.seminars.entries import Page
from programkit.files.readers.seminars.grammar import read_page
from programkit.files.readers.seminars.resolving import resolve


@dataclass(frozen=True)
class Other:
    """Another version of the page."""

    file: str
    page: Page

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Everybody it names."""
        members = [person.name for people in self.page.lists for person, _ in people.members]
        speakers = [person.name for entry in self.page.entries for person in entry.people]
        return (*members, *speakers)

    @cached_property
    def years(self) -> Mapping[tuple[int, int, str], tuple[int, str]]:
        """The years of its talks, by month, day and who or what; and the file."""
        return dict(self._years())

    def _years(self) -> Iterator[tuple[tuple[int, int, str], tuple[int, str]]]:
        for entry in self.page.entries:
            reading = entry.when.reading if entry.when else None
            if reading is not None and reading.year_stated and len(reading.candidates) == 1:
                day = reading.candidates[0]
                for name in identities(entry):
                    yield (day.month, day.day, name), (day.year, self.file)


def other_of(path: Path) -> Other:
    """Read another version of a page.

    Raises:
        LoadError: It cannot be read.
    """
    page = read_page(lines_of(read_text(path)))
    resolve(page, (), Notes(str(path)))
    return Other(str(path), page)
