"""Invented conferences of 100 talks: half a minute against the best of a long run."""

from __future__ import annotations

import time
from typing import Any

import programkit as pk
from judging import judged
from programkit.model.result import Progress
from record import fresh, middle
from study import Options
from synthetic import conference

TALKS, ROOMS, DAYS, ATTENDEES = 100, 3, 3, 200
SECONDS = 30
WANTED = 0.02
"""How much more than the best known a short run may cost, as a share."""


def run(options: Options) -> dict[str, Any]:
    """Each conference for half a minute and, if asked for, for long."""
    seconds = options.seconds or SECONDS
    runs = []
    for seed in options.seeds:
        short = fresh("studies.generated:solved", seed=seed, seconds=seconds)
        longer = options.long and fresh("studies.generated:solved", seed=seed, seconds=options.long)
        runs.append({"short": short, "long": longer or None, "above": above(short, longer or None)})
        print(f"  seed {seed}: {line(short)}; long: {line(longer) if longer else 'not run'}")
    shares = [found["above"] for found in runs if found["above"] is not None]
    worst = max(shares, default=None)
    print(f"  above the best of the long runs: median {middle(shares)}, worst {worst}")
    return {"wanted": WANTED, "median": middle(shares), "worst": worst, "runs": runs}


def above(short: dict[str, Any], longer: dict[str, Any] | None) -> float | None:
    """By which share the short run costs more than the best that is known."""
    if longer is None or short.get("cost") is None or longer.get("cost") is None:
        return None
    best = min(short["cost"], longer["cost"])
    return 0.0 if short["cost"] == best else round((short["cost"] - best) / max(best, 1), 4)


def line(found: dict[str, Any]) -> str:
    """A run in a few words."""
    if "failed" in found:
        return f"failed: {found['failed']}"
    said = f"cost {found['cost']}, bound {found['bound']}, {found['status']}, {found['wall']} s"
    return said + (f", hard: {found['hard']}" if found["hard"] else "")


def solved(seed: int, seconds: float, begun: float) -> dict[str, Any]:
    """Invent a conference and solve it."""
    invented = conference(TALKS, ROOMS, DAYS, seed=seed, attendees=ATTENDEES)
    start = time.monotonic()
    curve: list[tuple[float, int]] = []

    def note(progress: Progress) -> None:
        if progress.cost is not None and (not curve or progress.cost < curve[-1][1]):
            curve.append((round(time.monotonic() - start, 2), progress.cost))

    result = pk.solve(invented.conference, time_limit=seconds, seed=seed, progress=note)
    return {
        "seed": seed,
        "status": result.status.value,
        "bound": result.bound,
        "gap": result.gap,
        "start": round(start - begun, 2),
        "seconds": round(time.monotonic() - start, 2),
        "size": [result.variables, result.constraints],
        "hidden": judged(invented.hidden)["cost"],
        "curve": curve,
        **judged(result.found),
    }
