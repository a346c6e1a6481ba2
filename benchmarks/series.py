"""What the site of a seminar of twenty years costs, from the command line, cold.

Run it with ``python benchmarks/series.py``; see docs/contributing/benchmarks.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from booklets.process import Cost, run
from record import middle, save
from weekly import TALKS, project

MOST_CPU = 3.0
"""What is wanted: seconds in user and in system mode, imports and reading included."""
NOW = "2026-11-20T12:00"
PROGRAMKIT = (sys.executable, "-c", "from programkit.cli import main; main()")


class Built(NamedTuple):
    """A site, and what it cost."""

    cost: Cost
    files: int
    pages: int
    """Of talks."""
    feed: bool


def main() -> None:
    """Build it several times, print, save."""
    told = arguments()
    with tempfile.TemporaryDirectory() as folder:
        facts = project(Path(folder) / "facts", told.talks)
        build(facts, Path(folder) / "warm")  # modules and templates are compiled once for all
        builds = [build(facts, Path(folder) / f"site{n}") for n in range(told.runs)]
    found = measured(builds)
    print(
        f"{told.talks} talks: {found['cpu']:.2f} s CPU, {found['mib']:.0f} MiB, "
        f"{found['files']} files, {found['talk_pages']} of talks"
    )
    path = save("series", {"goals": {"cpu": MOST_CPU}, **found}, vars(told))
    print(f"saved {path}")


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--talks", type=int, default=TALKS)
    parser.add_argument("--runs", type=int, default=5, help="processes")
    return parser.parse_args()


def build(facts: Path, out: Path) -> Built:
    """Build the site in a process of its own."""
    told = ["build", str(facts), "-o", str(out), "--only", "site", "--now", NOW]
    cost = run([[*PROGRAMKIT, *told]], facts)
    site = out / "site"
    pages = len(list(site.glob("talk-*.html")))
    return Built(cost, len(list(site.rglob("*"))), pages, (site / "talks.atom").is_file())


def measured(builds: Sequence[Built]) -> dict[str, Any]:
    """The medians, and what was made."""
    last = builds[-1]
    return {
        **{name: middle([getattr(one.cost, name) for one in builds]) for name in Cost._fields},
        "files": last.files,
        "talk_pages": last.pages,
        "feed": last.feed,
    }


if __name__ == "__main__":
    main()
