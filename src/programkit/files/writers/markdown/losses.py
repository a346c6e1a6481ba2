"""Sentences on what texts leave out, one for all talks that lose the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_NAMED: Final = 3
"""How many talks a sentence names; of the others it says how many they are."""


def of_talks(losses: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """What is left out of talks, in the order in which the first of each is found.

    Args:
        losses: The id of each talk, and what is left out of it, which may be nothing.
    """
    alike: dict[str, list[str]] = {}
    for talk, lost in losses:
        if lost:
            alike.setdefault(", ".join(lost), []).append(f'"{talk}"')
    for lost_together, talks in alike.items():
        yield f"Of {_listed(talks)} are left out: {lost_together}."


def _listed(talks: list[str]) -> str:
    if len(talks) == 1:
        return f"talk {talks[0]}"
    more = len(talks) - _NAMED
    named = ", ".join(talks[:_NAMED]) if more > 0 else ", ".join(talks)
    return f"talks {named} and {more} more" if more > 0 else f"talks {named}"
