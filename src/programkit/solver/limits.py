"""How long to search, and how."""

from __future__ import annotations

from dataclasses import dataclass

from programkit.errors import SolveError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long to search, and how.

    Raises:
        SolveError: A limit makes no sense.
    """

    effort: float
    """Deterministic units of the solver: the same work on every machine."""
    seconds: float | None = None
    """A guard; if it cuts in, the answer is not reproducible."""
    seed: int = 0
    """Another seed, another search."""
    workers: int = 8
    """Searches that take turns."""

    def __post_init__(self) -> None:
        if not self.effort > 0:
            raise SolveError(f"effort is {self.effort:g}; it must be more than 0")
        if self.seconds is not None and not self.seconds >= 0:
            raise SolveError(f"time_limit is {self.seconds:g}; it must not be less than 0 seconds")
        if self.workers < 1:
            raise SolveError(f"workers is {self.workers}; there must be at least 1")
        if not 0 <= self.seed < 2**31:
            raise SolveError(f"seed is {self.seed}; it must be from 0 to {2**31 - 1}")
