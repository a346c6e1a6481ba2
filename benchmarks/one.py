"""Run one function of a study in this process and print what it returns, for record.py."""

from __future__ import annotations

import json
import resource
import sys
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Run what the command line names."""
    sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))
    name, told = sys.argv[1:]
    module, _, function = name.partition(":")
    answer = getattr(import_module(module), function)(**json.loads(told))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({**answer, "mib": round(peak / 1024)}))


if __name__ == "__main__":
    main()
