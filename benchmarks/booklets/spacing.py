"""How even the lines are: the abstracts of Rovinj at A5 in 10 on 13 points, by every engine."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from booklets import page
from booklets.document import pages
from booklets.engine import PDF, Engine, Wanted
from booklets.gaps import Figures, TextDiffersError, figures, placed
from booklets.lines import body_lines
from booklets.options import Options
from booklets.process import run as run_process
from booklets.rovinj import rovinj
from booklets.texts import Texts
from programkit.text.runs import NEWLINE

GOALS = {"deviation": 0.45, "worst": 4.0, "hyphenated": 0.15, "run": 2, "outside": 0}
"""The most that ours may have."""
POINTS = 72 / 25.4
COLUMNS = tuple(Figures.__dataclass_fields__)


def run(options: Options) -> dict[str, Any]:
    """Set the text with every engine and measure the lines of each document."""
    if not options.source.exists():
        print(f"  skipped: {options.source.name}, the text of the symposium, is absent")
        return {}
    texts = rovinj(options.source)
    print(f"  {'':11}" + "".join(f"{column:>11}" for column in (*COLUMNS, "pages")))
    found = {engine.name: measured(engine, texts, options.folder) for engine in options.engines}
    return {"talks": len(texts.talks), "goals": GOALS, "engines": found} | verdict(found)


def measured(engine: Engine, texts: Texts, folder: Path) -> dict[str, Any]:
    """The figures of one engine's document."""
    place = folder / f"spacing-{engine.name}"
    place.mkdir(parents=True, exist_ok=True)
    try:
        run_process(engine.prepare(texts, place, Wanted(whole=False)), place)
        found = of_document(place / PDF, texts)
    except (RuntimeError, TextDiffersError) as fault:
        print(f"  {engine.name:11} failed: {fault}")
        return {"failed": str(fault)}
    values = {**asdict(found), "pages": pages(place / PDF)}
    print(f"  {engine.name:11}" + "".join(f"{value:>11}" for value in values.values()))
    return values


def of_document(path: Path, texts: Texts) -> Figures:
    """The figures of a document that has the abstracts of some texts in this order."""
    paragraphs = [
        piece
        for talk in texts.talks
        for paragraph in talk.paragraphs
        for piece in "".join(run.text for run in paragraph.runs).split(NEWLINE.text)
    ]  # a line that its author ended is as little justified as the last one of a paragraph
    left, right = page.MARGIN_MM * POINTS, (page.WIDTH_MM - page.MARGIN_MM) * POINTS
    return figures(placed(body_lines(path), paragraphs), left, right)


def verdict(found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Which goals ours misses."""
    ours = found.get("ours", {})
    missed = [name for name, most in GOALS.items() if name in ours and ours[name] > most]
    if ours:
        print(f"  ours misses {', '.join(missed)}" if missed else "  ours is as wanted")
    return {"missed": missed}
