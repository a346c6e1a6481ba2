"""Invented conferences of 1000 talks and more, against first fit and hill climbing."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, NamedTuple

import firstfit
import programkit as pk
from judging import judged
from programkit.model.result import Progress
from record import fresh
from study import Options
from synthetic import conference


class Size(NamedTuple):
    """A conference, and how long it may take."""

    talks: int
    rooms: int
    days: int
    attendees: int
    seconds: int


SIZES: Mapping[str, Size] = {
    "1000": Size(1000, 12, 5, 1000, 60),
    "5000": Size(5000, 45, 6, 2500, 300),
    "20000": Size(20000, 120, 8, 5000, 1200),
}
MEMORY = 8 * 1024
"""MiB that may be used."""
WANTED = 0.2
"""By how much first fit and hill climbing are to be beaten, as a share of their cost."""


def run(options: Options) -> dict[str, Any]:
    """Every size: ours and theirs."""
    found = {}
    for name, size in SIZES.items():
        if options.names and name not in options.names:
            continue
        told = {"name": name, "seed": options.seeds[0], "seconds": options.seconds or size.seconds}
        ours = fresh("studies.large:solved", **told)
        theirs = fresh("studies.large:climbed", **told)
        found[name] = {"ours": ours, "theirs": theirs, "better": better(ours, theirs)}
        print(f"  {name} talks: {line(ours)}")
        print(f"    first fit, hill climbing: {line(theirs)}; better by {found[name]['better']}")
    return {"wanted": WANTED, "memory": MEMORY, "sizes": found}


def better(ours: dict[str, Any], theirs: dict[str, Any]) -> float | None:
    """By which share of their cost ours is less."""
    if ours.get("cost") is None or not theirs.get("cost"):
        return None
    return round((theirs["cost"] - ours["cost"]) / theirs["cost"], 3)


def line(found: dict[str, Any]) -> str:
    """A run in a few words."""
    if "failed" in found:
        return f"failed: {found['failed']}, {found['wall']} s"
    said = f"cost {found['cost']} {found['costs']}, hard {found['hard']}, "
    said += f"left out {found['left_out']}, {found['seconds']} s, {found['mib']} MiB"
    return said + (f", model {found['size']}" if "size" in found else "")


def solved(name: str, seed: int, seconds: float, begun: float) -> dict[str, Any]:
    """Ours. Memory and model sizes are those of the whole process."""
    size = SIZES[name]
    invented = conference(size.talks, size.rooms, size.days, seed=seed, attendees=size.attendees)
    start = time.monotonic()
    curve: list[tuple[float, int, int]] = []

    def note(progress: Progress) -> None:
        if progress.cost is not None and (not curve or progress.cost < curve[-1][1]):
            point = (round(time.monotonic() - start, 2), progress.cost, progress.unplaced)
            curve.append(point)

    result = pk.solve(invented.conference, time_limit=seconds, seed=seed, progress=note)
    return {
        "status": result.status.value,
        "bound": result.bound,
        "start": round(start - begun, 2),
        "seconds": round(time.monotonic() - start, 2),
        "size": [result.variables, result.constraints],
        "talks_by_blocks": size.talks * len(invented.conference.timetable.blocks),
        "hidden": judged(invented.hidden)["cost"],
        "curve": curve,
        **judged(result.found),
    }


def climbed(name: str, seed: int, seconds: float, begun: float) -> dict[str, Any]:
    """First fit and hill climbing."""
    size = SIZES[name]
    invented = conference(size.talks, size.rooms, size.days, seed=seed, attendees=size.attendees)
    start = time.monotonic()
    program, told = firstfit.solved(invented.conference, seed=seed, until=start + seconds)
    spent = round(time.monotonic() - start, 2)
    return {"start": round(start - begun, 2), "seconds": spent, **told, **judged(program)}
