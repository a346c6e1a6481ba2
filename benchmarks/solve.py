"""What the solver can do, study by study; see docs/contributing/benchmarks.md.

Run it with ``python benchmarks/solve.py``; ``--only`` chooses studies, ``--names`` what is in them.
"""

from __future__ import annotations

import argparse
import os
from importlib import import_module
from pathlib import Path

from record import save
from study import Options

STUDIES = {
    "example": 3,
    "cosplib": 3,
    "generated": 10,
    "large": 1,
    "peers": 1,
    "repeat": 1,
    "lastminute": 5,
    "infeasible": 3,
}
"""The studies in the order in which they are run, and how many seeds each has."""
QUICK = ("example", "lastminute")
"""Those that take a minute."""


def main() -> None:
    """Run studies, say what they found, and keep it."""
    told = arguments()
    chosen = told.only or (QUICK if told.quick else tuple(STUDIES))
    for name in chosen:
        options = Options(
            seeds=tuple(told.seeds or range(STUDIES[name])),
            seconds=told.seconds,
            long=told.long,
            names=tuple(told.names),
            cosplib=told.cosplib,
        )
        study = import_module(f"studies.{name}")
        print(f"{name}: {(study.__doc__ or '').splitlines()[0]}")
        measured = study.run(options)
        if measured:
            kept = {key: value for key, value in vars(told).items() if key != "cosplib"}
            kept["seeds"] = options.seeds
            print(f"  saved {save(name, measured, kept)}")


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=STUDIES, default=[], help="these studies")
    parser.add_argument("--quick", action="store_true", help="those that take a minute")
    parser.add_argument("--names", nargs="+", default=[], help="these instances, or sizes")
    parser.add_argument("--seeds", nargs="+", type=int, help="these seeds")
    parser.add_argument("--seconds", type=float, help="how long a run may take")
    parser.add_argument("--long", type=float, help="seconds of the runs to compare with")
    known = os.environ.get("PROGRAMKIT_COSPLIB")
    folder = Path(known) if known else None
    parser.add_argument("--cosplib", type=Path, default=folder, help="folder of the workbooks")
    return parser.parse_args()


if __name__ == "__main__":
    main()
