"""How alike texts are: by the words they share, the rarer the more (TF–IDF, cosine)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from programkit.text.folding import folded

_SHORTEST = 3
"""Letters; shorter words say little."""
_COMMON = 3
"""A word that stands in more than a third of the texts says little, too."""
_FEW = 6
"""Among so few texts every word counts."""


@lru_cache(maxsize=4)
def likeness(texts: tuple[str, ...]) -> Mapping[tuple[int, int], int]:
    """How alike each two texts are, from 1 to 100, by their positions; others have nothing alike.

    A word weighs its count times the logarithm of how rare it is among the texts; the likeness is
    the cosine between the weights of two texts.
    """
    found: dict[tuple[int, int], float] = {}
    for bearers in _bearers([_weights(words) for words in _words(texts)]):
        for position, (one, weight) in enumerate(bearers):
            for other, second in bearers[position + 1 :]:
                found[one, other] = found.get((one, other), 0.0) + weight * second
    rounded = {pair: round(100 * cosine) for pair, cosine in found.items()}
    return {pair: rounded[pair] for pair in sorted(rounded) if rounded[pair]}


@lru_cache(maxsize=4)
def nearest(texts: tuple[str, ...], count: int, least: int) -> Mapping[tuple[int, int], int]:
    """How alike two texts are, for each text and the few that are most like it.

    Args:
        texts: The texts.
        count: How many for each, at most; of those that are as near the first ones.
        least: How alike they are at least.
    """
    found = likeness(texts)
    near: dict[int, list[tuple[int, int, tuple[int, int]]]] = {}
    for pair, alike in found.items():
        for text, other in (pair, pair[::-1]) if alike >= least else ():
            near.setdefault(text, []).append((-alike, other, pair))
    kept = {pair for others in near.values() for _, _, pair in sorted(others)[:count]}
    return {pair: found[pair] for pair in sorted(kept)}


def _words(texts: Sequence[str]) -> list[dict[str, float]]:
    """For each text its words that say something, and what each weighs."""
    counts = [Counter(w for w in folded(t).split() if len(w) >= _SHORTEST) for t in texts]
    among = Counter(word for count in counts for word in count)
    most = len(texts) if len(texts) <= _FEW else len(texts) // _COMMON
    rare = {word: math.log(1 + len(texts) / n) for word, n in among.items() if n <= most}
    return [
        {word: times * rare[word] for word, times in sorted(count.items()) if word in rare}
        for count in counts
    ]


def _weights(words: Mapping[str, float]) -> Mapping[str, float]:
    """The same with a sum of squares of one."""
    length = math.sqrt(sum(weight * weight for weight in words.values()))
    return {word: weight / length for word, weight in words.items()}


def _bearers(texts: Sequence[Mapping[str, float]]) -> Iterator[list[tuple[int, float]]]:
    """For each word, the texts that have it and what it weighs there."""
    found: dict[str, list[tuple[int, float]]] = {}
    for position, words in enumerate(texts):
        for word, weight in words.items():
            found.setdefault(word, []).append((position, weight))
    return iter(found.values())
