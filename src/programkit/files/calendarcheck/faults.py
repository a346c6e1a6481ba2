"""The faults of a calendar file, collected up to a number that somebody can still read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from programkit.model.findings import Finding, Level, Source
from programkit.text.characters import excerpt

CODES: Final[Mapping[str, str]] = {
    "ical-component": "A component is unknown, or does not belong where it stands.",
    "ical-control": "A control character stands in a line (RFC 5545 section 3.1).",
    "ical-encoding": "The file is not plain UTF-8 (RFC 5545 section 3.1.4).",
    "ical-end": "An event ends before it starts, or has two ends (RFC 5545 section 3.6.1).",
    "ical-fold": "A fold splits a character (RFC 5545 section 3.1).",
    "ical-line": "A line is no content line (RFC 5545 section 3.1).",
    "ical-line-end": "Lines end in something else than CRLF (RFC 5545 section 3.1).",
    "ical-line-length": "A line is longer than 75 octets (RFC 5545 section 3.1).",
    "ical-method": "The method asks for something else (RFC 5546 section 3.2).",
    "ical-missing": "A property that must be there is missing.",
    "ical-more": "There are more faults than are listed.",
    "ical-nesting": "BEGIN and END do not fit together (RFC 5545 section 3.4).",
    "ical-parameter": "A parameter is malformed (RFC 5545 section 3.2, RFC 6868).",
    "ical-property": "A property is unknown, or does not belong in its component.",
    "ical-recurrence": "A recurrence rule is malformed (RFC 5545 section 3.3.10).",
    "ical-status": "A status does not exist (RFC 5545 section 3.8.1.11).",
    "ical-text": "A text is not escaped (RFC 5545 section 3.3.11).",
    "ical-twice": "A property that may be there once is there more often.",
    "ical-tzid": "A time zone is named where there is none (RFC 5545 section 3.2.19).",
    "ical-uid": "Two components have the same UID (RFC 5545 section 3.8.4.7).",
    "ical-value": "A value is not of its type (RFC 5545 section 3.3).",
    "ical-zone": "A time zone is named that the file does not define (RFC 5545 section 3.2.19).",
    "ical-zone-wrong": "A time zone is defined with other clocks than it has.",
}
"""Findings about calendar files, by code."""

MOST: Final = 500
"""So many faults are listed; whoever made more has made them all alike."""
_ENOUGH = 10_000
_SOFT = {"ical-line-length"}
"""What the standard says should be, not must."""


class Faults:
    """Collects findings about one file, in the order in which they are found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.more = 0

    @property
    def enough(self) -> bool:
        """Whether the rest of the file is not worth the time."""
        return self.more > _ENOUGH

    def note(self, code: str, line: int, message: str, remedy: str, field: str = "") -> None:
        """Something worth knowing."""
        self._add(code, Level.NOTE, line, message, remedy, field)

    def fault(self, code: str, line: int, message: str, remedy: str, field: str = "") -> None:
        """Something that should not, or must not be."""
        level = Level.SOFT if code in _SOFT else Level.HARD
        self._add(code, level, line, message, remedy, field)

    def all(self) -> tuple[Finding, ...]:
        """What was found, and how much more there is."""
        found = sorted(self.findings, key=lambda f: f.source.line if f.source else 0)
        if self.more:
            message = f"there are {self.more} more faults"
            source = Source(file=self.file)
            level, remedy = Level.NOTE, "mend these first"
            more = Finding(
                code="ical-more", level=level, message=message, remedy=remedy, source=source
            )
            return (*found, more)
        return tuple(found)

    def _add(
        self, code: str, level: Level, line: int, message: str, remedy: str, field: str
    ) -> None:
        if len(self.findings) >= MOST:
            self.more += 1
            return
        source = Source(file=self.file, line=line, field=field)
        self.findings.append(
            Finding(code=code, level=level, message=message, remedy=remedy, source=source)
        )


def quoted(text: str) -> str:
    """The beginning of a stranger's text, for a message."""
    return f'"{excerpt(text)}"'
