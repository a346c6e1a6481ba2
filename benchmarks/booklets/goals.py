"""What speed and memory are wanted, and whether they are reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

RATIOS = (
    ("ours", "typst", 0.5),
    ("ours", "pdflatex", 0.5),
    ("ours", "lualatex", 0.25),
    ("ours tagged", "typst", 0.7),
    ("ours tagged", "typst tagged", 0.7),
    ("ours tagged", "pdflatex", 0.7),
    ("ours tagged", "lualatex", 0.25),
)
"""Of CPU time for 1500 abstracts, ours to theirs, at most."""
MEMORY = {
    ("1500", "ours"): 110,
    ("1500", "ours tagged"): 200,
    ("5000", "ours"): 180,
    ("5000", "ours tagged"): 450,
}
"""MiB at most."""
GROWTH = 1.1
"""CPU time a page for 5000 abstracts to that for 1500, at most."""
REBUILD = 0.25
"""CPU time of a build after one abstract has changed to that of the first, at most."""


class Goal(NamedTuple):
    """Something wanted."""

    what: str
    value: float
    most: float

    @property
    def reached(self) -> bool:
        """Whether it is as wanted."""
        return self.value <= self.most


def judged(found: dict[str, dict[str, Any]], builds: dict[str, Any]) -> list[dict[str, Any]]:
    """Every goal that was measured; each is printed."""
    told = []
    for goal in (*_ratios(found), *_memory(found), *_growth(found), *_rebuild(builds)):
        print(
            f"  {'reached' if goal.reached else 'MISSED':8} {goal.what}: {goal.value}, {goal.most}"
        )
        told.append({**goal._asdict(), "reached": goal.reached})
    return told


def _ratios(found: dict[str, dict[str, Any]]) -> Iterator[Goal]:
    at = found.get("1500", {})
    for ours, theirs, most in RATIOS:
        if "cpu" in at.get(ours, {}) and "cpu" in at.get(theirs, {}):
            ratio = at[ours]["cpu"] / at[theirs]["cpu"]
            yield Goal(f"CPU of {ours} / {theirs}", round(ratio, 3), most)


def _memory(found: dict[str, dict[str, Any]]) -> Iterator[Goal]:
    for (size, name), most in MEMORY.items():
        if "mib" in found.get(size, {}).get(name, {}):
            yield Goal(f"MiB of {name} for {size}", found[size][name]["mib"], most)


def _growth(found: dict[str, dict[str, Any]]) -> Iterator[Goal]:
    for name in ("ours", "ours tagged"):
        few, many = (found.get(size, {}).get(name, {}) for size in ("1500", "5000"))
        if "cpu" in few and "cpu" in many:
            ratio = many["ms_per_page"] / few["ms_per_page"]
            yield Goal(f"CPU a page of {name}, 5000 / 1500", round(ratio, 3), GROWTH)


def _rebuild(builds: dict[str, Any]) -> Iterator[Goal]:
    for name, told in builds.items():
        if "ratio" in told:
            yield Goal(f"build after a change / first, {name}", told["ratio"], REBUILD)
