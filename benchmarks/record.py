"""Measuring in fresh processes, and keeping what was measured with the machine and the versions."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
LIBRARIES = ("programkit", "ortools", "pydantic")


def fresh(
    function: str,
    /,
    *,
    python: str = sys.executable,
    env: Mapping[str, str] | None = None,
    **told: Any,  # noqa: ANN401 - whatever the function takes, as JSON
) -> dict[str, Any]:
    """Run a function of a study, named ``studies.module:function``, in a process of its own.

    What it takes and returns is JSON. It is told ``begun``, when the process was started, on the
    clock that all processes share. Its answer gets the process's ``wall`` seconds and its peak of
    memory, ``mib``.
    """
    begun = time.monotonic()
    told = {**told, "begun": begun}
    command = [python, str(ROOT / "benchmarks" / "one.py"), function, json.dumps(told)]
    run = subprocess.run(  # noqa: S603 - our own scripts
        command,
        capture_output=True,
        text=True,
        env={**os.environ, **(env or {})},
        check=False,
    )
    wall = time.monotonic() - begun
    if run.returncode:
        return {"failed": run.stderr.strip().splitlines()[-3:], "wall": round(wall, 2)}
    return {**json.loads(run.stdout.splitlines()[-1]), "wall": round(wall, 2)}


def save(study: str, measured: Mapping[str, Any], arguments: Mapping[str, Any]) -> Path:
    """Keep what a study measured, as JSON beside the others."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{study}.json"
    kept = {"study": study, "machine": machine(), "arguments": arguments, **measured}
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def machine() -> dict[str, Any]:
    """What seconds depend on."""
    return {
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.system(),
        "python": platform.python_version(),
        **{library: version(library) for library in LIBRARIES},
    }


def middle(values: Sequence[float | None]) -> float | None:
    """The median; nothing where more than half of the values are missing."""
    known = sorted(value for value in values if value is not None)
    worst = [float("inf")] * (len(values) - len(known))
    found = median([*known, *worst]) if values else float("inf")
    return None if found == float("inf") else found
