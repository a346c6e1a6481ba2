"""Words to boxes: cut where they may be broken, with what changes if they are."""

from __future__ import annotations

from functools import lru_cache

from programkit.typeset.characters import SOFT_HYPHEN, ZERO_WIDTH_SPACE
from programkit.typeset.linebreak import Box, Penalty
from programkit.typeset.marks import Look
from programkit.typeset.opportunities import Opportunity
from programkit.typeset.shaping import Shaped, shape

HYPHEN = "-"
EMERGENCY_COST = 5000.0
"""The cost of breaking what should not be broken, but is longer than a line."""

_MARKS_ONLY = dict.fromkeys(map(ord, SOFT_HYPHEN + ZERO_WIDTH_SPACE))
_CONTEXT = 24  # characters around a break that may look different because of it
_VISIBLE_COST = 30.0  # of ending a line in a hyphen or dash of the word's own


def drawn(text: str) -> str:
    """What is drawn of a text: marks of where it may be broken are not."""
    return text.translate(_MARKS_ONLY)


def shaped(look: Look, text: str) -> Shaped:
    """A text as it looks."""
    return shape(drawn(text), look.chain, look.features, look.language)


@lru_cache(maxsize=1 << 15)
def cut(
    text: str, look: Look, places: tuple[Opportunity, ...], hyphen_penalty: float
) -> tuple[tuple[str, Box, Penalty | None], ...]:
    """Cut a text at its places, so that the boxes together are as wide as the whole.

    What a break changes (a hyphen, kerning, a ligature undone) is in the penalty between them.

    Args:
        text: A word, or the part of one that looks the same.
        look: How it looks.
        places: Where it may be broken.
        hyphen_penalty: How bad it is to add a hyphen.

    Returns:
        The parts of the text, each with its box, and the penalty that follows it, if any.
    """
    scale = look.size / 1000
    edges = [edge * scale for edge in _edges(look, text)]
    parts: list[tuple[str, Box, Penalty | None]] = []
    start = 0
    for place in places:
        at = place.at
        penalty = _penalty(text, look, place, edges, hyphen_penalty)
        parts.append((text[start:at], Box(edges[at] - edges[start]), penalty))
        start = at
    if start < len(text):
        parts.append((text[start:], Box(edges[-1] - edges[start]), None))
    return tuple(parts)


def _edges(look: Look, text: str) -> list[float]:
    """How much is drawn before each position, counting the marks that are not drawn."""
    visible = drawn(text)
    edges = shaped(look, text).edges(len(visible))
    if len(visible) == len(text):
        return edges
    seen = 0
    spread = [edges[0]]
    for char in text:
        seen += ord(char) not in _MARKS_ONLY
        spread.append(edges[seen])
    return spread


def _penalty(
    text: str, look: Look, place: Opportunity, edges: list[float], hyphen_penalty: float
) -> Penalty:
    at, scale = place.at, look.size / 1000
    reach = 1 if place.emergency else _CONTEXT
    begin, end = max(0, at - reach), min(len(text), at + reach)
    before = shaped(look, text[begin:at] + HYPHEN * place.hyphen).width * scale
    after = shaped(look, text[at:end]).width * scale
    return Penalty(
        cost=_cost(place, hyphen_penalty),
        width=before - (edges[at] - edges[begin]),
        after=0.0 if place.emergency else after - (edges[end] - edges[at]),
        flagged=place.hyphen,
    )


def _cost(place: Opportunity, hyphen_penalty: float) -> float:
    if place.emergency:
        return EMERGENCY_COST
    if place.hyphen:
        return hyphen_penalty
    return _VISIBLE_COST if place.visible else 0.0
