"""Lines that were set before: kept in memory, and on disk from one build to the next.

They are kept only once somebody asks for it, as they take room: five kilobytes for an abstract. A
key says everything that the lines of a paragraph follow from: its text, its style, the fonts, the
width of its column; and what is on disk names the code that made it. So a cache can be lost, mixed
up or shared without changing any page.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from typing import Final
from unicodedata import unidata_version

import pyphen
import uharfbuzz as hb

from programkit.typeset.faces import Face
from programkit.typeset.marks import Strip
from programkit.typeset.packing import DAMAGED, pack, renumbered, unpack
from programkit.typeset.wordnumbers import Words

_MAGIC: Final = b"programkit lines\n"
_KEY, _SIZE = 16, Struct("<I")
_MOST = 1 << 26  # bytes that are kept in memory
_HERE = Path(__file__).parents[1]
_CODE = (*_HERE.glob("typeset/**/*.py"), *_HERE.glob("text/*.py"), *_HERE.glob("text/tex/*.py"))
"""What sets lines."""


def key_of(parts: Sequence[str]) -> bytes:
    """The key that stands for some texts."""
    sizes = ",".join([str(len(part)) for part in parts])
    told = f"{sizes}\n{''.join(parts)}".encode("utf-8", "surrogatepass")
    return blake2b(told, digest_size=_KEY).digest()


class LineCache:
    """The lines of paragraphs by key."""

    def __init__(self) -> None:
        self.keeps = False
        """Whether lines are kept at all."""
        self.forget()

    def forget(self) -> None:
        """Begin anew, without any lines."""
        self._words = Words()
        self._kept: dict[bytes, bytes] = {}
        self._used: dict[bytes, None] = {}
        self._size = 0

    def get(self, key: bytes, faces: Sequence[Face]) -> tuple[Strip, ...] | None:
        """The lines of a paragraph, if they are known.

        Args:
            key: Its key.
            faces: Those that it may be set in, in an order that the key says.
        """
        packed = self._kept.get(key)
        if packed is None:
            return None
        try:
            strips = unpack(packed, faces, self._words.pieces)
        except DAMAGED:
            del self._kept[key]
            return None
        self._used[key] = None
        return strips

    def put(self, key: bytes, faces: Sequence[Face], strips: Sequence[Strip]) -> None:
        """Keep the lines of a paragraph, unless there is something in them that cannot be kept."""
        if self._size > _MOST:
            self.forget()
        numbers = {face: number for number, face in enumerate(faces)}
        packed = pack(strips, numbers.__getitem__, self._words.number)
        if packed is not None:
            self._keep(key, packed)
            self._used[key] = None

    def _keep(self, key: bytes, packed: bytes) -> None:
        self._size += len(packed)
        self._kept[key] = packed

    def begin(self) -> None:
        """Keep lines from now on; those that are asked for from now on are to be written."""
        self.keeps = True
        self._used.clear()

    def read(self, data: bytes) -> None:
        """Add the lines that `written` gave; data of other code, or damaged, is left out."""
        head = _MAGIC + _code()
        check, body = data[len(head) : len(head) + _KEY], data[len(head) + _KEY :]
        if data.startswith(head) and check == _digest(body):
            try:
                self._read(body)
            except DAMAGED:
                self.forget()

    def _read(self, body: bytes) -> None:
        (size,) = _SIZE.unpack_from(body)
        numbers = self._words.read(body[_SIZE.size : _SIZE.size + size])
        same = numbers == list(range(len(numbers)))
        at = _SIZE.size + size
        while at < len(body) and self._size <= _MOST:
            (size,) = _SIZE.unpack_from(body, at + _KEY)
            key, begin = body[at : at + _KEY], at + _KEY + _SIZE.size
            at = begin + size
            if key not in self._kept:
                packed = body[begin:at]
                self._keep(key, packed if same else renumbered(packed, numbers.__getitem__))

    def written(self) -> bytes:
        """The lines that were asked for since `begin`, as bytes that `read` takes."""
        numbers, made = _Numbers(), []
        for key in sorted(self._used.keys() & self._kept.keys()):
            packed = renumbered(self._kept[key], numbers.__getitem__)
            made += [key, _SIZE.pack(len(packed)), packed]
        words = self._words.written([*numbers])
        body = b"".join((_SIZE.pack(len(words)), words, *made))
        return b"".join((_MAGIC, _code(), _digest(body), body))


class _Numbers(dict[int, int]):
    """Numbers for words as they come."""

    def __missing__(self, word: int) -> int:
        self[word] = number = len(self)
        return number


@cache
def _code() -> bytes:
    """What stands for the code that sets lines, and for the data it reads."""
    digest = blake2b(digest_size=_KEY)
    for path in sorted(_CODE):
        digest.update(path.read_bytes())
    versions = (sys.version, hb.version_string(), pyphen.__version__, unidata_version)
    digest.update(f"{sys.byteorder} {versions}".encode())
    return digest.digest()


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_KEY).digest()


LINES: Final = LineCache()
"""The lines of this process."""
