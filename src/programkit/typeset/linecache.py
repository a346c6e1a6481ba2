"""Where lines were broken before: kept in memory, and on disk from one build to the next.

A key says everything that the breaks of a paragraph follow from: its text, its style, the fonts and
the width of its column. So a cache can be lost, mixed up or shared without changing any page.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from programkit.typeset.linebreak import Place

Ends = tuple[Place, ...]
"""Where the lines of a paragraph end, its last place included."""

_MAGIC: Final = b"programkit lines 1\n"
"""To be changed whenever equal keys may break differently."""
_KEY, _COUNT, _PLACE = 16, struct.Struct("<I"), struct.Struct("<II")
_MOST = 1 << 17  # paragraphs that are kept in memory


def key_of(*parts: str) -> bytes:
    """The key that stands for some texts."""
    digest = blake2b(digest_size=_KEY)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(_COUNT.pack(len(encoded)))
        digest.update(encoded)
    return digest.digest()


class LineCache:
    """The breaks of paragraphs by key."""

    def __init__(self) -> None:
        self._kept: dict[bytes, bytes] = {}
        self._used: dict[bytes, None] = {}

    def get(self, key: bytes) -> Ends | None:
        """The breaks of a paragraph, if they are known."""
        packed = self._kept.get(key)
        if packed is None:
            return None
        self._used[key] = None
        places = _PLACE.iter_unpack(packed)
        return tuple(Place(at, mark >> 1, bool(mark & 1)) for at, mark in places)

    def put(self, key: bytes, ends: Sequence[Place]) -> None:
        """Keep the breaks of a paragraph."""
        if len(self._kept) >= _MOST:
            self._kept.clear()
            self._used.clear()
        packed = (_PLACE.pack(end.atom, end.offset << 1 | end.hyphen) for end in ends)
        self._kept[key] = b"".join(packed)
        self._used[key] = None

    def begin(self) -> None:
        """Forget what was asked for so far, before a build whose breaks are to be written."""
        self._used.clear()

    def read(self, data: bytes) -> None:
        """Add the breaks that `written` gave; what is damaged is left out."""
        if not data.startswith(_MAGIC):
            return
        at = len(_MAGIC)
        while at + _KEY + _COUNT.size <= len(data):
            key = data[at : at + _KEY]
            (count,) = _COUNT.unpack_from(data, at + _KEY)
            at += _KEY + _COUNT.size
            packed = data[at : at + count * _PLACE.size]
            at += count * _PLACE.size
            if len(packed) == count * _PLACE.size:
                self._kept.setdefault(key, packed)

    def written(self) -> bytes:
        """The breaks that were asked for since `begin`, as bytes that `read` takes."""
        made = [_MAGIC]
        for key in sorted(self._used):
            packed = self._kept[key]
            made += [key, _COUNT.pack(len(packed) // _PLACE.size), packed]
        return b"".join(made)


LINES: Final = LineCache()
"""The breaks of this process."""
