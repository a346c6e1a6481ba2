"""What the command line tells a study of booklets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from booklets.engine import Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line tells a study."""

    engines: tuple[Engine, ...]
    """Those that are there."""
    folder: Path
    """Where sources and booklets are left, to be looked at."""
    source: Path
    """The text of the symposium in Rovinj."""
    sizes: tuple[int, ...] = ()
    """Numbers of abstracts; none given means those of the study."""
    runs: int = 3
    """How often what takes less than a minute is run; the median counts."""
