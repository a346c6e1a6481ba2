"""Ten fresh processes, ten hash seeds, one ``program.json``."""

from __future__ import annotations

import hashlib
import tempfile
import time
from pathlib import Path
from typing import Any

import programkit as pk
from record import fresh
from study import Options
from synthetic import conference

PROCESSES = 10
EFFORT = 5.0


def run(options: Options) -> dict[str, Any]:
    """The same call in every process."""
    seed = options.seeds[0]
    runs = [
        fresh("studies.repeat:solved", env={"PYTHONHASHSEED": str(n)}, seed=seed)
        for n in range(PROCESSES)
    ]
    digests = sorted({str(run.get("sha256", run.get("failed"))) for run in runs})
    print(f"  {PROCESSES} processes, {len(digests)} different: {', '.join(digests)}")
    return {"processes": PROCESSES, "identical": len(digests) == 1, "runs": runs}


def solved(seed: int, begun: float) -> dict[str, Any]:
    """Solve an invented conference reproducibly, and hash what is saved."""
    invented = conference(60, 3, 2, seed=seed, attendees=60)
    result = pk.solve(invented.conference, effort=EFFORT, seed=seed, reproducible=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.json"
        pk.save(result.program, path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    spent = round(time.monotonic() - begun, 2)
    return {"sha256": digest, "cost": result.cost, "status": result.status.value, "seconds": spent}
