"""What is kept of a booklet from one build to the next: lines and pages, as bytes of one file."""

from __future__ import annotations

from struct import Struct

from programkit.paper.pdf.pagecache import PAGES
from programkit.typeset.linecache import LINES

_SIZE = Struct("<Q")


def begin(data: bytes) -> None:
    """Keep lines and pages from now on.

    Args:
        data: What `written` gave; what is of other code, or damaged, is left out.
    """
    LINES.begin()
    PAGES.begin()
    if len(data) >= _SIZE.size:
        (size,) = _SIZE.unpack_from(data)
        end = _SIZE.size + size
        LINES.read(data[_SIZE.size : end])
        PAGES.read(data[end:])


def written() -> bytes:
    """The lines and pages that were asked for since `begin`."""
    lines, pages = LINES.written(), PAGES.written()
    return b"".join((_SIZE.pack(len(lines)), lines, pages))
