"""How long the verbs take on the example, as medians; saved as JSON beside this file.

Run with ``make bench``. Seconds are this machine's; compare ratios, such as that to an import of
pydantic alone, which every run measures too.
"""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import programkit as pk

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "rovinj2024"
RUNS = 5


def median(work: Callable[[], object]) -> float:
    """The median of several runs, in seconds, after one that does not count."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return round(statistics.median(times), 4)


def fresh(code: str) -> Callable[[], object]:
    """Code in a process of its own."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own interpreter


def measured() -> dict[str, float]:
    """Every figure by name."""
    conference = pk.load(EXAMPLE)
    program = pk.solve(conference, seed=1).program
    puzzle = pk.load(EXAMPLE / "open.yaml")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        return {
            "python starts": median(fresh("")),
            "import pydantic": median(fresh("import pydantic")),
            "import programkit": median(fresh("import programkit")),
            "load": median(lambda: pk.load(EXAMPLE)),
            "check": median(lambda: pk.check(program)),
            "solve open.yaml": median(lambda: pk.solve(puzzle, seed=1)),
            "booklet": median(lambda: pk.booklet(program, out / "booklet.pdf")),
            "agenda": median(lambda: pk.agenda(program, out / "site")),
            "build": median(lambda: pk.build(program, out / "all")),
        }


def main() -> None:
    """Measure, print, save."""
    figures = measured()
    for name, seconds in figures.items():
        print(f"{name:20} {seconds:8.3f} s")
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    result = {"runs": RUNS, **machine, "seconds": figures}
    (Path(__file__).parent / "results").mkdir(exist_ok=True)
    target = Path(__file__).parent / "results" / "run.json"
    target.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(f"saved {target}")


if __name__ == "__main__":
    main()
