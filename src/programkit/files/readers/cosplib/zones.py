"""At which hours a session is for somebody far away."""

from __future__ import annotations

import re
from typing import NamedTuple

from programkit.files.readers.cosplib.grid import Grid

_DAY = 24 * 60
_ZONE = re.compile(r"GMT([+-]\d{1,2})")


class Span(NamedTuple):
    """From one time of day to another, in minutes after midnight."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it lasts; an end before the start is in the night after."""
        return (self.end - self.start) % _DAY


class Hours(NamedTuple):
    """Which hours suit people, on their own clocks."""

    offset: int
    """Hours by which the clocks of the place are ahead of GMT."""
    suitable: Span
    tolerable: Span
    small: int
    """Cost of what is tolerable only."""
    large: int
    """Cost of what is not even that."""

    def cost(self, span: Span, offset: int) -> int:
        """What it costs somebody, whose clocks are so far ahead, to be there.

        As in CoSPLib, the ends of a session are compared as times of day, whatever the day.
        """
        shift = (offset - self.offset) * 60
        start, end = (span.start + shift) % _DAY, (span.end + shift) % _DAY
        early, late = self.tolerable
        if start < early or end > late or end < early:
            return self.large
        first, last = self.suitable
        return self.small if early <= start < first or last < end <= late else 0


def offset_of(grid: Grid, row: int, column: int) -> int:
    """Hours ahead of GMT, as in ``GMT+2``; a fault where it is no such zone."""
    found = _ZONE.fullmatch(grid.text(row, column))
    if found is not None and -12 <= int(found[1]) <= 12:
        return int(found[1])
    text = grid.text(row, column)
    grid.fault(row, column, f'"{text}" is no time zone', "write GMT-12 to GMT+12")
    return 0
