"""What commands cost: CPU seconds of the whole tree of processes, memory of the largest of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from record import ROOT

LAUNCH = Path(__file__).with_name("launch.py")


class Cost(NamedTuple):
    """What commands cost."""

    cpu: float
    """Seconds, in user and in system mode, of all processes together."""
    wall: float
    """Seconds."""
    mib: float
    """Peak of the resident memory of the largest process."""


def run(commands: Sequence[Sequence[str]], folder: Path) -> Cost:
    """Run commands in a folder, one after the other.

    Raises:
        RuntimeError: One of them failed; with the end of what they printed.
    """
    places = [str(ROOT / "benchmarks"), *filter(None, [os.environ.get("PYTHONPATH")])]
    ran = subprocess.run(  # noqa: S603 - our own launcher
        [sys.executable, "-I", "-S", str(LAUNCH), json.dumps(commands)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if ran.returncode:
        raise RuntimeError((ran.stdout[-1500:] + ran.stderr[-1500:]).strip())
    return Cost(**json.loads(ran.stdout.splitlines()[-1]))
