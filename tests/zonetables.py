"""What zdump says about the clocks of zones: the oracle for local times, independent of Python's."""

import bisect
import re
import shutil
import subprocess
from datetime import UTC, datetime, timedelta

ZDUMP, NODE = shutil.which("zdump"), shutil.which("node")
NO_ZDUMP, NO_NODE = "zdump is not installed (Debian: libc-bin)", "Node is not installed"
BERLIN = "Europe/Berlin"
ZONES = (BERLIN, "Asia/Shanghai", "Asia/Kolkata", "Australia/Sydney", "America/Los_Angeles")
FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)

_LINE = re.compile(r"\S+\s+(?P<ut>\w{3} .*?) UT = .* isdst=(?P<dst>[01]) gmtoff=(?P<offset>-?\d+)")


class Table:
    """The stretches of time in which the clocks of a zone do not change."""

    def __init__(self, zone):
        told = subprocess.run(
            [ZDUMP, "-v", "-c", "1900,2037", zone], capture_output=True, text=True, check=True
        )
        found = map(_LINE.fullmatch, told.stdout.splitlines())
        self.stretches = sorted(
            (
                datetime.strptime(line["ut"], "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC),
                timedelta(seconds=int(line["offset"])),
                line["dst"] == "1",
            )
            for line in found
            if line is not None
        )
        self.starts = [start for start, _, _ in self.stretches]

    def at(self, moment):
        """The clocks and whether it is summer time."""
        _, offset, summer = self.stretches[bisect.bisect_right(self.starts, moment) - 1]
        return (moment.astimezone(UTC) + offset).replace(tzinfo=None), summer

    @property
    def changes(self):
        """When the clocks change in the years of interest: the first moment of the new time."""
        pairs = zip(self.stretches, self.stretches[1:], strict=False)
        return [
            after[0]
            for before, after in pairs
            if FIRST <= after[0] < LAST and before[1:] != after[1:]
        ]


def moments(tables):
    """Around every change of any zone, and once every week."""
    around = [
        change + step
        for table in tables.values()
        for change in table.changes
        for step in (-DAY, -SECOND, DAY - DAY, DAY)
    ]
    weekly = [FIRST + DAY * n for n in range(0, (LAST - FIRST).days, 7)]
    return sorted({*around, *(day + timedelta(hours=16, minutes=30) for day in weekly)})
