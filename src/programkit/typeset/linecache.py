"""Lines that were set before: kept in memory, and on disk from one build to the next.

They are kept only once somebody asks for it, as they take room: five kilobytes for an abstract. A
key says everything that the lines of a paragraph follow from: its text, its style, the fonts, the
width of its column; and what is on disk names the code that made it. So a cache can be lost, mixed
up or shared without changing any page.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from typing import Final
from unicodedata import unidata_version

import pyphen
import uharfbuzz as hb

from programkit.typeset.faces import Face
from programkit.typeset.marks import Kept, Mark, Strip
from programkit.typeset.packing import DAMAGED, outline_of, pack, renumbered, unpack, with_outline
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
        self.faces: dict[str, Face] = {}
        """By their digests, the faces of all lines that were asked for."""
        self._faces: set[tuple[Face, ...]] = set()
        self.forget()

    def forget(self) -> None:
        """Begin anew, without any lines."""
        self._words = Words()
        self._kept: dict[bytes, bytes] = {}
        self._used: dict[bytes, None] = {}
        self._size = 0

    def lines(
        self,
        key: bytes,
        faces: tuple[Face, ...],
        anchors: tuple[str, ...],
        make: Callable[[], tuple[Strip, ...]],
    ) -> tuple[Strip, ...]:
        """The lines of a paragraph. Those that are known are not unpacked before they are drawn.

        Args:
            key: Its key.
            faces: Those that it may be set in, in an order that the key says.
            anchors: Those whose pages it names.
            make: Sets the lines, if they are not known.
        """
        if faces not in self._faces:
            self._faces.add(faces)
            self.faces |= {face.digest: face for face in faces}
        packed = self._kept.get(key)
        if packed is None:
            strips = make()
            return _kept(strips, key, anchors) if self._put(key, faces, strips) else strips
        self._used[key] = None
        unpacking = _Unpacking(lambda: self._unpacked(key, packed, faces, make))
        outline = _outline_of(packed)
        if outline is None:
            return _kept(unpacking.strips, key, anchors)
        height, counts = outline
        return tuple([
            Strip(height, Kept((key, at), count, anchors, partial(unpacking.marks, at)))
            for at, count in enumerate(counts)
        ])  # fmt: skip

    def _unpacked(
        self,
        key: bytes,
        packed: bytes,
        faces: tuple[Face, ...],
        make: Callable[[], tuple[Strip, ...]],
    ) -> tuple[Strip, ...]:
        try:
            return unpack(packed, faces, self._words.pieces)
        except DAMAGED:
            strips = make()
            self._put(key, faces, strips)
            return strips

    def _put(self, key: bytes, faces: Sequence[Face], strips: Sequence[Strip]) -> bool:
        """Keep the lines of a paragraph, unless there is something in them that cannot be kept."""
        if self._size > _MOST:
            self.forget()
        numbers = {face: number for number, face in enumerate(faces)}
        packed = pack(strips, numbers.__getitem__, self._words.number)
        if packed is None:
            return False
        self._keep(key, with_outline(packed, strips))
        self._used[key] = None
        return True

    def _keep(self, key: bytes, packed: bytes) -> None:
        self._size += len(packed)
        self._kept[key] = packed

    def begin(self) -> None:
        """Keep lines from now on; those that are asked for from now on are to be written."""
        self.keeps = True
        self._used.clear()

    def read(self, data: bytes) -> None:
        """Add the lines that `written` gave; data of other code, or damaged, is left out."""
        head = _MAGIC + code()
        check, body = data[len(head) : len(head) + _KEY], data[len(head) + _KEY :]
        if data.startswith(head) and check == digest_of(body):
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
        return b"".join((_MAGIC, code(), digest_of(body), body))


class _Unpacking:
    """The lines of a paragraph, unpacked when the marks of one are looked at."""

    __slots__ = ("_known", "_unpack")

    def __init__(self, unpack: Callable[[], tuple[Strip, ...]]) -> None:
        self._unpack = unpack
        self._known: tuple[Strip, ...] | None = None

    @property
    def strips(self) -> tuple[Strip, ...]:
        if self._known is None:
            self._known = self._unpack()
        return self._known

    def marks(self, at: int) -> Sequence[Mark]:
        return self.strips[at].marks if at < len(self.strips) else ()


def _kept(strips: Sequence[Strip], key: bytes, anchors: tuple[str, ...]) -> tuple[Strip, ...]:
    """Lines that say which ones they are."""
    made = []
    for at, strip in enumerate(strips):
        marks = Kept((key, at), len(strip.marks), anchors, partial(_same, strip.marks))
        made.append(Strip(strip.height, marks, missing=strip.missing))
    return tuple(made)


def _same(marks: Sequence[Mark]) -> Sequence[Mark]:
    return marks


def _outline_of(packed: bytes) -> tuple[float, Sequence[int]] | None:
    try:
        return outline_of(packed)
    except DAMAGED:
        return None


class _Numbers(dict[int, int]):
    """Numbers for words as they come."""

    def __missing__(self, word: int) -> int:
        self[word] = number = len(self)
        return number


@cache
def code() -> bytes:
    """What stands for the code that sets lines, and for the data it reads."""
    digest = blake2b(digest_size=_KEY)
    for path in sorted(_CODE):
        digest.update(path.read_bytes())
    versions = (sys.version, hb.version_string(), pyphen.__version__, unidata_version)
    digest.update(f"{sys.byteorder} {versions}".encode())
    return digest.digest()


def digest_of(data: bytes) -> bytes:
    """What stands for some bytes."""
    return blake2b(data, digest_size=_KEY).digest()


LINES: Final = LineCache()
"""The lines of this process."""
