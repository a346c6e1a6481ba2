"""What the command line tells a study."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line tells a study."""

    seeds: tuple[int, ...]
    """A run for each; which conferences are invented, too."""
    seconds: float | None = None
    """How long one run may take; none given means as long as the study says."""
    long: float | None = None
    """How long the runs may take to which short ones are compared; none given means none."""
    names: tuple[str, ...] = ()
    """Instances, or sizes; none given means all."""
    cosplib: Path | None = None
    """The folder of the CoSPLib workbooks."""
