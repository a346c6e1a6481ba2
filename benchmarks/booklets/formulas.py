"""How many of KaTeX's formulas are laid out, and how long the slowest takes.

They are the ones of its screenshot tests, which lie beside the checkout.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from booklets import page
from booklets.options import Options
from programkit.text.mathematics import readable
from programkit.typeset.formulas import Formula, set_formula_or_reason
from record import ROOT, fresh

CORPUS = ROOT.parent / "shared" / "corpora" / "katex-formulas.yaml"
LEAST = 115
"""Of 126 that are to be laid out; the others are to be readable."""
SLOWEST = 0.5
"""Seconds that one may take, with reading the font."""


def run(options: Options) -> dict[str, Any]:
    """Lay all of them out in a fresh process."""
    if not any(engine.name == "ours" for engine in options.engines):
        return {}
    if not CORPUS.exists():
        print(f"  skipped: {CORPUS.name} is absent")
        return {}
    found = fresh("booklets.formulas:laid_out", corpus=str(CORPUS))
    if "failed" in found:
        print(f"  failed: {found['failed']}")
        return found
    print(f"  {found['set']} of {found['all']} laid out, at least {LEAST} wanted")
    print(f"  slowest {found['slowest']}: {found['seconds']} s, at most {SLOWEST}")
    for name, reason in found["fallback"].items():
        print(f"  {name}: {reason}")
    print(f"  characters that no font has: {found['missing'] or 'none'}")
    reached = found["set"] >= LEAST and found["seconds"] <= SLOWEST and not found["unreadable"]
    return {**found, "reached": reached}


def laid_out(corpus: str, begun: float) -> dict[str, Any]:
    """Which are laid out, why the others are not, and which took longest."""
    del begun
    reasons, seconds, unreadable, missing = {}, {}, [], {}
    for name, told in formulas(Path(corpus)):
        start = time.process_time()
        made = set_formula_or_reason(
            told["tex"],
            size=page.SIZE,
            display=bool(told.get("display")),
            macros=told.get("macros"),
        )
        seconds[name] = time.process_time() - start
        if not isinstance(made, Formula):
            reasons[name] = made
            if not readable(told["tex"]).strip():
                unreadable.append(name)
        elif made.missing:
            missing[name] = made.missing
    slowest = max(seconds, key=seconds.__getitem__)
    return {
        "all": len(seconds),
        "set": len(seconds) - len(reasons),
        "fallback": reasons,
        "unreadable": unreadable,
        "missing": missing,
        "slowest": slowest,
        "seconds": round(seconds[slowest], 3),
        "seconds_of_all": round(sum(seconds.values()), 2),
    }


def formulas(corpus: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The formulas by name; a plain text is its own source."""
    for name, told in YAML(typ="safe").load(corpus).items():
        yield name, {"tex": told} if isinstance(told, str) else told
