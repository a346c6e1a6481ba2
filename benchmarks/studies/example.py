"""The symposium in Rovinj, left open: proved optimal in at most two seconds."""

from __future__ import annotations

import time
from typing import Any

import programkit as pk
from record import ROOT, fresh, middle
from study import Options

WANTED = 2.0


def run(options: Options) -> dict[str, Any]:
    """The example with every seed, in fresh processes."""
    runs = [fresh("studies.example:solved", seed=seed) for seed in options.seeds]
    found = {
        "wanted": WANTED,
        "seconds": middle([run.get("seconds") for run in runs]),
        "optimal": all(run.get("status") == "optimal" for run in runs),
        "runs": runs,
    }
    print(f"  solved in {found['seconds']} s (wanted {WANTED}), all optimal: {found['optimal']}")
    return found


def solved(seed: int, begun: float) -> dict[str, Any]:
    """Solve it; the time to load Python and the facts is told apart."""
    conference = pk.load(ROOT / "examples" / "rovinj2024" / "open.yaml")
    loaded = time.monotonic()
    result = pk.solve(conference, seed=seed)
    return {
        "seed": seed,
        "status": result.status.value,
        "cost": result.cost,
        "bound": result.bound,
        "start": round(loaded - begun, 2),
        "seconds": round(time.monotonic() - loaded, 3),
    }
