"""How long booklets take, and how much memory: invented abstracts with contents, agenda and index.

What counts is the CPU time of all processes, with start-up, from the source to the file. Engines
take turns, so that what else the machine does touches all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from booklets.again import again, rebuilt
from booklets.corpus import corpus
from booklets.document import pages
from booklets.engine import PDF, Engine, Wanted
from booklets.goals import judged
from booklets.options import Options
from booklets.process import Cost
from booklets.process import run as run_process
from booklets.texts import Texts

SIZES = (30, 300, 1500, 5000)
REBUILT = 1500
LONG = 60
"""Seconds: what takes longer is not run again."""


@dataclass(frozen=True, slots=True)
class Entrant:
    """An engine in one way of using it."""

    engine: Engine
    wanted: Wanted
    place: Path

    @property
    def name(self) -> str:
        """The engine, and whether its documents are tagged."""
        return self.engine.name + (" tagged" if self.wanted.tagged else "")


def run(options: Options) -> dict[str, Any]:
    """Every engine on every size; then building again after a change."""
    warm_up(options)
    found: dict[str, dict[str, Any]] = {}
    for number in options.sizes or SIZES:
        found[str(number)] = measured(corpus(number), options)
    builds = {}
    if any(engine.name == "ours" for engine in options.engines):
        number = min(REBUILT, max(options.sizes or SIZES))
        builds = {"rebuilt": rebuilt(corpus(number), options.folder), "again": again(number)}
        print(f"  {number} with one abstract changed: {builds}")
    return {"sizes": found, "rebuild": builds, "goals": judged(found, builds)}


def warm_up(options: Options) -> None:
    """Let everything be read from the disk once, and LuaTeX build its cache of fonts."""
    for entrant in entrants(30, options):
        attempt(corpus(30), entrant)


def entrants(number: int, options: Options) -> Iterator[Entrant]:
    """Who can set so many abstracts, and how."""
    for engine in options.engines:
        for tagged in (False, True) if engine.can_tag else (False,):
            wanted = Wanted(tagged=tagged)
            if number <= engine.most:
                kind = "tagged" if tagged else "plain"
                place = options.folder / f"speed-{number}-{engine.name}-{kind}"
                place.mkdir(parents=True, exist_ok=True)
                yield Entrant(engine, wanted, place)


def measured(texts: Texts, options: Options) -> dict[str, Any]:
    """What each engine takes for some texts: the medians of several runs."""
    number = len(texts.talks)
    costs: dict[str, list[Cost]] = {}
    found: dict[str, Any] = {}
    for turn in range(options.runs):
        for entrant in entrants(number, options):
            known = costs.setdefault(entrant.name, [])
            if entrant.name in found or (turn and known[0].wall > LONG):
                continue
            cost = attempt(texts, entrant)
            if isinstance(cost, str):
                found[entrant.name] = {"failed": cost}
            else:
                known.append(cost)
    for entrant in entrants(number, options):
        if known := costs[entrant.name]:
            found[entrant.name] = of_costs(known, pages(entrant.place / PDF))
        print(f"  {number:5} {entrant.name:17} {found[entrant.name]}")
    return found


def attempt(texts: Texts, entrant: Entrant) -> Cost | str:
    """What making a booklet costs, or why it failed."""
    try:
        commands = entrant.engine.prepare(texts, entrant.place, entrant.wanted)
        return run_process(commands, entrant.place)
    except RuntimeError as fault:
        return str(fault)[-300:]


def of_costs(costs: list[Cost], number: int) -> dict[str, Any]:
    """The medians of several runs that made so many pages."""
    cpu, wall, mib = (median(each) for each in zip(*costs, strict=True))
    return {
        "cpu": round(cpu, 2),
        "wall": round(wall, 2),
        "mib": round(mib, 1),
        "pages": number,
        "ms_per_page": round(1000 * cpu / number, 2),
        "runs": len(costs),
    }
