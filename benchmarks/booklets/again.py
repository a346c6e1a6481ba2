"""Building again after one abstract has changed: with a cache on disk, and in the same process."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import programkit as pk
from booklets.corpus import corpus
from booklets.engine import PDF, Wanted
from booklets.ours import CACHE, TEXTS, can, command, conference_of, draw
from booklets.process import run
from booklets.texts import Texts
from record import fresh


def rebuilt(texts: Texts, folder: Path) -> dict[str, Any]:
    """Two processes, one after the other, that share a cache on disk."""
    if not can("cache"):
        return {"skipped": "booklet keeps nothing on disk"}
    place = folder / "rebuild"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    costs = []
    for version in (texts, changed(texts)):
        version.save(place / TEXTS)
        costs.append(run([command(Wanted(), CACHE)], place))
    first, second = costs
    return {
        "first": first.cpu,
        "second": second.cpu,
        "ratio": round(second.cpu / first.cpu, 3),
        "mib": second.mib,
        "cache_mib": round((place / CACHE).stat().st_size / 2**20, 1),
    }


def again(number: int) -> dict[str, Any]:
    """One process that draws twice."""
    return fresh("booklets.again:twice", number=number)


def twice(number: int, begun: float) -> dict[str, Any]:
    """Draw so many abstracts, change one, draw again; CPU seconds of both, without start-up.

    It names a cache, because a process that names none keeps nothing.
    """
    del begun
    texts, spent = corpus(number), []
    with TemporaryDirectory() as folder:
        for version in (texts, changed(texts)):
            start = time.process_time()
            program = pk.Program.of(conference_of(version))
            draw(program, Path(folder) / PDF, Wanted(), Path(folder) / CACHE)
            spent.append(round(time.process_time() - start, 2))
    first, second = spent
    return {"first": first, "second": second, "ratio": round(second / first, 3)}


def changed(texts: Texts) -> Texts:
    """The texts with a sentence more in one abstract in the middle."""
    at = len(texts.talks) // 2
    talk = replace(texts.talks[at], abstract="This is new. " + texts.talks[at].abstract)
    return replace(texts, talks=(*texts.talks[:at], talk, *texts.talks[at + 1 :]))
