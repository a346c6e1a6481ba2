"""Pages that were drawn before: kept in memory, and on disk from one build to the next.

A key says all that is drawn on a page: the keys of its lines and where they are, what stands around
them, the numbers of pages it shows, the colors. A page also takes something from its document, and
gives something to it: names of fonts, what their glyphs stand for, links. That is kept with it, and
where the document would answer otherwise, the page is drawn anew. So no page is ever another one
than without a cache.

Pages with pictures are not kept, as files may change; nor are those of tagged documents, whose
elements belong to what is before and after them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from struct import Struct, error
from typing import Final

from programkit.paper.pdf.drawing import Rectangle
from programkit.paper.pdf.fonts import Fonts
from programkit.typeset.faces import Face
from programkit.typeset.linecache import code, digest_of

_MAGIC: Final = b"programkit pages\n"
_KEY, _SIZE = 16, Struct("<I")
_MOST = 1 << 26  # bytes that are kept in memory
_CODE = (*Path(__file__).parent.glob("*.py"), *Path(__file__).parents[2].glob("text/links.py"))
"""What draws pages, beside what sets lines."""
_DAMAGED: Final = (ValueError, TypeError, RecursionError, error)

Link = tuple[str, Rectangle, str]
"""Where it leads, its rectangle, and what it says."""
Use = tuple[int, str, bool]
"""A glyph, a text, and whether the font says that it stands for it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it was drawn."""

    contents: bytes
    """Its operators, compressed."""
    fonts: Sequence[tuple[str, str, Sequence[Use]]]
    """The digest, the name and the uses of each font, in the order of their names."""
    links: Sequence[Link]

    def suits(self, fonts: Fonts, faces: Mapping[str, Face]) -> bool:
        """Whether a document has the same fonts; what the page uses of them is used then.

        Args:
            fonts: Those of the document.
            faces: All that may be in it, by digest.
        """
        for digest, name, uses in self.fonts:
            face = faces.get(digest)
            if face is None:
                return False
            font = fonts[face]
            if font.name != name or not all(font.use(at, text) == told for at, text, told in uses):
                return False
        return True


def uses_of(fonts: Fonts) -> list[tuple[str, str, list[Use]]] | None:
    """What a page used of its document's fonts; none where that cannot be said again."""
    used = []
    for face, font in fonts.items():
        if font.uses is None:
            return None
        if font.uses:
            uses = [(glyph, text, told) for (glyph, text), told in font.uses.items()]
            used.append((face.digest, font.name, uses))
    return used


class PageCache:
    """Pages by key."""

    def __init__(self) -> None:
        self.keeps = False
        """Whether pages are kept at all."""
        self.forget()

    def forget(self) -> None:
        """Begin anew, without any pages."""
        self._kept: dict[bytes, bytes] = {}
        self._used: dict[bytes, None] = {}
        self._size = 0

    def begin(self) -> None:
        """Keep pages from now on; those that are asked for from now on are to be written."""
        self.keeps = True
        self._used.clear()

    def get(self, key: bytes) -> Drawn | None:
        """A page, if it is known."""
        packed = self._kept.get(key)
        if packed is None:
            return None
        try:
            drawn = _unpacked(packed)
        except _DAMAGED:
            del self._kept[key]
            return None
        self._used[key] = None
        return drawn

    def put(self, key: bytes, drawn: Drawn) -> None:
        """Keep a page."""
        told = json.dumps((drawn.fonts, drawn.links), separators=(",", ":")).encode("ascii")
        self._keep(key, b"".join((_SIZE.pack(len(told)), told, drawn.contents)))
        self._used[key] = None

    def _keep(self, key: bytes, packed: bytes) -> None:
        if self._size > _MOST:
            self.forget()
        self._size += len(packed)
        self._kept[key] = packed

    def read(self, data: bytes) -> None:
        """Add the pages that `written` gave; data of other code, or damaged, is left out."""
        head = _MAGIC + _code()
        check, body = data[len(head) : len(head) + _KEY], data[len(head) + _KEY :]
        at = 0 if data.startswith(head) and check == digest_of(body) else len(body)
        while at + _KEY + _SIZE.size <= len(body):
            (size,) = _SIZE.unpack_from(body, at + _KEY)
            key, begin = body[at : at + _KEY], at + _KEY + _SIZE.size
            at = begin + size
            self._keep(key, body[begin:at])

    def written(self) -> bytes:
        """The pages that were asked for since `begin`, as bytes that `read` takes."""
        made = []
        for key in sorted(self._used.keys() & self._kept.keys()):
            packed = self._kept[key]
            made += [key, _SIZE.pack(len(packed)), packed]
        body = b"".join(made)
        return b"".join((_MAGIC, _code(), digest_of(body), body))


def _unpacked(packed: bytes) -> Drawn:
    (size,) = _SIZE.unpack_from(packed)
    begin = _SIZE.size + size
    fonts, links = json.loads(packed[_SIZE.size : begin])
    return Drawn(
        packed[begin:],
        [
            (str(face), str(name), [(int(at), str(text), bool(told)) for at, text, told in uses])
            for face, name, uses in fonts
        ],
        [(str(link), _rectangle(*box), str(told)) for link, box, told in links],
    )


def _rectangle(left: float, bottom: float, right: float, top: float) -> Rectangle:
    return float(left), float(bottom), float(right), float(top)


@cache
def _code() -> bytes:
    """What stands for the code that draws pages, and that sets their lines."""
    told = b"".join(path.read_bytes() for path in sorted(_CODE))
    return digest_of(b"".join((code(), told, zlib.ZLIB_RUNTIME_VERSION.encode())))


PAGES: Final = PageCache()
"""The pages of this process."""
