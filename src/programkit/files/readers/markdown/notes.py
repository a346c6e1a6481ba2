"""What the reader repaired, inferred or could not use, each with its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from programkit.files.readers.markdown.escapes import unmasked
from programkit.files.readers.markdown.lines import Line
from programkit.model.findings import Finding, Level, Source

CODES: Final[Mapping[str, str]] = {
    "abstract-in-agenda": "What stands below a row of the agenda was read as its abstract.",
    "abstract-without-talk": "An abstract belongs to no row of the agenda; its talk has no place.",
    "affiliation-differs": "A speaker's affiliation is printed in two ways.",
    "afternoon-inferred": "A time without am or pm was read as of the afternoon.",
    "column-not-understood": "A column of the agenda has no known meaning.",
    "date-ambiguous": "A date can be read in two ways, or has no year.",
    "date-inferred": "The date of a day was counted from the first day.",
    "duplicate-cover": "The cover is there twice.",
    "heading-level-drift": "Headings of one kind have several levels.",
    "hosts-inferred": "Names on the cover were read as hosts though nothing says so.",
    "language-inferred": "The language of the booklet was told by its weekdays.",
    "line-not-understood": "A line of the text was not used.",
    "name-variant": "A name is spelled in two ways.",
    "no-title": "The text does not say what the conference is called.",
    "open-end": "The last item of a day has no end.",
    "paragraph-split": "A paragraph was broken off in mid-sentence and joined again.",
    "row-format-drift": "Rows of the agenda are written in several ways.",
    "speaker-differs": "Agenda and abstract name different speakers for one talk.",
    "talk-twice": "A talk is in the agenda more than once.",
    "time-differs": "Agenda and abstract give different times for one talk.",
    "timezone-missing": "The text does not say in which time zone its times are.",
    "title-differs": "Agenda and abstract give different titles for one talk.",
    "title-from-abstract": "The agenda has no title for a talk; the abstract's was taken.",
    "weekday-mismatch": "A weekday contradicts its date.",
    "year-inferred": "The year of a day comes from elsewhere in the text.",
}
"""The findings of the booklet reader, and what each means."""


class Notes:
    """Collects findings about one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Finding] = []

    def add(  # noqa: PLR0913 - a finding has that many parts
        self,
        code: str,
        line: int,
        message: str,
        remedy: str,
        *,
        about: tuple[str, ...] = (),
        field: str = "",
        level: Level = Level.NOTE,
    ) -> None:
        """Note one thing; code is one of `CODES`."""
        source = self.source(line, field)
        self._found.append(
            Finding(
                code=code, level=level, message=message, remedy=remedy, about=about, source=source
            )
        )

    def no_zone(self, line: int, said: str) -> None:
        """Note that nothing tells by which clocks the times are."""
        self.add(
            "timezone-missing",
            line,
            said,
            "write timezone: Europe/Zagreb, or whatever the clocks show there",
            field="timezone",
            level=Level.SOFT,
        )

    def unused(self, line: Line) -> None:
        """Note that a line was not used."""
        text = unmasked(line.text)
        excerpt = text if len(text) <= 60 else f"{text[:59]}…"
        self.add(
            "line-not-understood",
            line.number,
            f'"{excerpt}" was not understood',
            "add by hand what it says, if it matters",
            level=Level.SOFT,
        )

    def source(self, line: int, field: str = "") -> Source:
        """A place in the file."""
        return Source(file=self.file, line=line, field=field)

    @property
    def found(self) -> tuple[Finding, ...]:
        """All findings in the order of the lines."""
        return tuple(sorted(self._found, key=lambda f: f.source.line if f.source else 0))
