"""How well, how fast and how soundly booklets are set, beside other engines.

See docs/contributing/benchmarks.md. Run it with ``python benchmarks/booklet.py``; ``--only``
chooses studies, ``--engines`` who takes part: ``--only spacing --engines ours`` takes seconds.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from booklets.engine import Engine
from booklets.engines import ENGINES
from booklets.options import Options
from booklets.rovinj import EXAMPLE, SOURCE
from record import ROOT, save

STUDIES = ("spacing", "formulas", "checks", "speed")
"""The studies in the order in which they are run."""
FOLDER = ROOT / "build" / "booklets"


def main() -> None:
    """Run studies, say what they found, and keep it where all engines took part."""
    told = arguments()
    sys.stdout.reconfigure(line_buffering=True)  # half an hour is long to wait for a word
    engines = tuple(present(told.engines))
    options = Options(
        engines=engines,
        folder=FOLDER,
        source=EXAMPLE if told.example else told.source,
        sizes=tuple(told.sizes),
        runs=told.runs,
    )
    for name in told.only or STUDIES:
        study = import_module(f"booklets.{name}")
        print(f"{name}: {(study.__doc__ or '').splitlines()[0]}")
        measured = study.run(options)
        if measured and not (told.engines or told.sizes or told.example):
            versions = {engine.name: engine.version() for engine in engines}
            kept = save(f"booklet-{name}", measured, {"runs": told.runs, "engines": versions})
            print(f"  saved {kept}")


def present(names: list[str]) -> list[Engine]:
    """The engines of some names, or all, that can be used here; of the others it is said why."""
    found = []
    for engine in ENGINES:
        if names and engine.name not in names:
            continue
        if reason := engine.absent():
            print(f"{engine.name} is skipped: {reason}")
        else:
            found.append(engine)
    return found


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    known = [engine.name for engine in ENGINES]
    parser.add_argument("--only", nargs="+", choices=STUDIES, default=[], help="these studies")
    parser.add_argument("--engines", nargs="+", choices=known, default=[], help="these engines")
    parser.add_argument("--sizes", nargs="+", type=int, default=[], help="so many abstracts")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured")
    parser.add_argument("--source", type=Path, default=SOURCE, help="the text of Rovinj")
    parser.add_argument(
        "--example", action="store_true", help="the short abstracts of our own example instead"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
