"""How long to search, and how."""

from __future__ import annotations

import math
from dataclasses import dataclass

from programkit.errors import SolveError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long to search, and how.

    Raises:
        SolveError: A limit makes no sense.
    """

    effort: float = math.inf
    """Deterministic units of the solver: the same work on every machine."""
    seconds: float | None = None
    """If it cuts in, the answer is not reproducible."""
    seed: int = 0
    """Another seed, another search."""
    workers: int = 8
    """Searches side by side."""
    reproducible: bool = False
    """Whether they take turns in a fixed order; free-running ones race, and find more in a time."""
    quick: bool = False
    """Whether to begin at once; what the solver usually does before pays in long searches only."""
    relaxed: bool = False
    """Whether linear relaxations lead: they prove at once what is mostly a matter of assigning."""

    def __post_init__(self) -> None:
        if not self.effort > 0:
            raise SolveError(f"effort is {self.effort:g}; it must be more than 0")
        if self.seconds is not None and not self.seconds >= 0:
            raise SolveError(f"time_limit is {self.seconds:g}; it must not be less than 0 seconds")
        if self.workers < 1:
            raise SolveError(f"workers is {self.workers}; there must be at least 1")
        if not 0 <= self.seed < 2**31:
            raise SolveError(f"seed is {self.seed}; it must be from 0 to {2**31 - 1}")

    @property
    def deterministic(self) -> bool:
        """Whether the same limits give the same answer, if the clock does not cut in."""
        return self.reproducible or self.workers == 1

    @property
    def interleaved(self) -> bool:
        """Whether several workers take turns.

        They are given no hint then: OR-Tools 9.15 ends the process where a model with one turns out
        late to be impossible ("Check failed: heuristics.fixed_search != nullptr").
        """
        return self.reproducible and self.workers > 1
