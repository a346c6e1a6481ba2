"""The conferences of CoSPLib: cost by the independent evaluator, and how it falls with time."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import programkit as pk
from curves import drawn
from programkit.model.result import Progress
from record import RESULTS, fresh, middle
from study import Options

MOMENTS = (5, 15, 30, 60, 300)
"""Seconds at which the cost so far is told."""
MARGIN = 0.5
"""Seconds kept for reading the answer."""


class Goal(NamedTuple):
    """What is known of an instance."""

    must: int
    target: int
    reference: int


GOALS: Mapping[str, Goal] = {
    "N2OR": Goal(1, 1, 1),
    "GECCO20Poster": Goal(0, 0, 0),
    "GECCO20": Goal(5_900, 5_773, 5_773),
    "GECCO20Workshop": Goal(62_000, 59_325, 59_325),
    "GECCO21": Goal(10_950, 10_933, 10_933),
    "GECCO22Workshop": Goal(2_039, 1_596, 1_596),
    "GECCO23": Goal(800, 670, 661),
    "ISF22": Goal(2_000, 800, 475),
    "OR60F": Goal(80, 35, 30),
}


def run(options: Options) -> dict[str, Any]:
    """Every instance with every seed."""
    folder = options.cosplib
    paths = {} if folder is None else {p.stem: p for p in sorted(folder.rglob("instances/*.xlsx"))}
    if not paths:
        print("  skipped: say where the workbooks are, --cosplib or $PROGRAMKIT_COSPLIB")
        return {}
    seconds = options.seconds or 60
    instances = {}
    for name, path in paths.items():
        if options.names and name not in options.names:
            continue
        runs = [one(path, seed, seconds) for seed in options.seeds]
        instances[name] = summary(name, runs, seconds)
        if options.long:
            instances[name] |= longer(one(path, options.seeds[0], options.long), options.long)
        print(f"  {name:16} {line(instances[name])}")
    draw_curves(instances, options.long or seconds)
    return {"instances": instances, "mean_log10": score(instances)}


def one(path: Path, seed: int, seconds: float) -> dict[str, Any]:
    """One run, in a process of its own."""
    return fresh("studies.cosplib:solved", path=str(path), seed=seed, seconds=seconds)


def summary(name: str, runs: list[dict[str, Any]], seconds: float) -> dict[str, Any]:
    """The median of the runs, and what was wanted."""
    costs = [run.get("cost") for run in runs]
    wanted = GOALS[name]._asdict() if name in GOALS else {}
    at = {
        str(moment): middle([known_at(moment, run.get("curve", ())) for run in runs])
        for moment in MOMENTS
        if moment <= seconds
    }
    return {"median": middle(costs), "costs": costs, **wanted, "at": at, "runs": runs}


def longer(run: dict[str, Any], seconds: float) -> dict[str, Any]:
    """What one run found that had more time."""
    curve = run.get("curve", ())
    at = {str(moment): known_at(moment, curve) for moment in MOMENTS if moment <= seconds}
    return {"long": {"cost": run.get("cost"), "at": at, "run": run}}


def known_at(moment: float, curve: Sequence[tuple[float, int]]) -> int | None:
    """The cost of the best program known at a moment."""
    return min((cost for seconds, cost in curve if seconds <= moment), default=None)


def score(instances: Mapping[str, dict[str, Any]]) -> float | None:
    """The mean of log10((cost + 10) / (reference + 10)): costs span 0 to 10 million."""
    known = [found for found in instances.values() if "reference" in found]
    if not known or any(found["median"] is None for found in known):
        return None
    shares = [math.log10((f["median"] + 10) / (f["reference"] + 10)) for f in known]
    return round(sum(shares) / len(shares), 4)


def line(found: Mapping[str, Any]) -> str:
    """An instance in a line."""
    said = f"median {found['median']} of {found['costs']}"
    if "target" in found:
        said += f", must {found['must']}, target {found['target']}"
    if "long" in found:
        said += f"; with more time {found['long']['cost']}"
    return f"{said}; at {found['at']}"


def draw_curves(instances: Mapping[str, dict[str, Any]], seconds: float) -> None:
    """The curves of the first seed, of the run that had most time, as one picture."""
    first = {
        name: found["long"]["run"] if "long" in found else found["runs"][0]
        for name, found in instances.items()
        if found["runs"]
    }
    curves = {name: run.get("curve", []) for name, run in first.items()}
    RESULTS.mkdir(exist_ok=True)
    picture = drawn(curves, seconds)
    (RESULTS / "cosplib.svg").write_text(picture, encoding="utf-8")


def solved(path: str, seed: int, seconds: float, begun: float) -> dict[str, Any]:
    """Read a workbook, solve it, and let the independent evaluator judge the program."""
    conference, _ = pk.read(path)
    curve: list[tuple[float, int]] = []
    read = time.monotonic() - begun

    def note(progress: Progress) -> None:
        if progress.cost is not None and progress.unplaced == 0:
            found = (round(time.monotonic() - begun, 2), progress.cost)
            if not curve or found[1] < curve[-1][1]:
                curve.append(found)

    result = pk.solve(conference, time_limit=seconds - read - MARGIN, seed=seed, progress=note)
    return {
        "seed": seed,
        "read": round(read, 2),
        "seconds": round(time.monotonic() - begun, 2),
        "status": result.status.value,
        "bound": result.bound,
        "claimed": result.cost,
        "curve": curve,
        "size": [result.variables, result.constraints],
        **judged(path, conference, result.found),
    }


def judged(path: str, conference: pk.Conference, program: pk.Program | None) -> dict[str, Any]:
    """The cost of a valid program, by code that knows nothing of programkit; else what is wrong."""
    import cosplib_evaluator as evaluator  # noqa: PLC0415 - of the tests, after the clock stopped
    from cosplib import schedule_of  # noqa: PLC0415 - as above

    if program is None:
        return {"cost": None, "wrong": ["no program"]}
    instance = evaluator.read(Path(path))
    schedule = schedule_of(conference, program)
    wrong = list(faults(instance, schedule, program))
    return {"cost": None if wrong else evaluator.objective(instance, schedule), "wrong": wrong}


def faults(
    instance: Any,  # noqa: ANN401 - the evaluator's own
    schedule: list[tuple[int, int, int, int]],
    program: pk.Program,
) -> Iterator[str]:
    """What makes a program worthless: talks missing or split, slots shared, tracks mixed."""
    if sorted(n for n, *_ in schedule) != list(range(len(instance.subs))):
        yield "not every submission is placed once"
    taken: Counter[tuple[int, int, int]] = Counter()
    tracks: dict[tuple[int, int], set[str]] = {}
    for (n, s, r, first), placed in zip(schedule, program.placed, strict=True):
        sub, last = instance.subs[n], first + instance.subs[n]["req"]
        taken.update((s, r, step) for step in range(first, last))
        tracks.setdefault((s, r), set()).add(sub["track"])
        given = [program.timetable.slots[slot].index for slot in placed.placement.slots]
        if last > instance.sessions[s][1] or given != list(range(first, last)):
            yield f"{sub['name']} does not have {sub['req']} slots of a session"
    if any(count > 1 for count in taken.values()):
        yield "a slot holds two submissions"
    if any(len(found) > 1 for found in tracks.values()):
        yield "a session holds two tracks"
