"""What was worked out lately, and may be asked for again."""

from __future__ import annotations

from typing import Generic, TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


class Recent(dict[_K, _V], Generic[_K, _V]):
    """Values by key; of those that were not asked for lately, some are forgotten.

    They are in two halves. When the newer one is full it becomes the older one, which is forgotten;
    what is asked for in time moves to the newer one. So words that a book repeats stay, at no cost
    for those that are found at once.

    Args:
        most: How many are kept.
    """

    __slots__ = ("_half", "_older")

    def __init__(self, most: int) -> None:
        super().__init__()
        self._half = most // 2
        self._older: dict[_K, _V] = {}

    def recall(self, key: _K) -> _V | None:
        """What is known of a key in either half; it is new again."""
        found = self.get(key)
        if found is None and (found := self._older.pop(key, None)) is not None:
            self.keep(key, found)
        return found

    def keep(self, key: _K, value: _V) -> None:
        """Note a value."""
        if len(self) >= self._half:
            self._older = dict(self)
            self.clear()
        self[key] = value
