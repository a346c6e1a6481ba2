"""Looks for a text in files, however they keep it: packed, folded, escaped, encoded."""

import base64
import gzip
import html
import io
import quopri
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote_to_bytes

import pikepdf
from pypdf import PdfReader

DEPTH = 2
"""How often what was unpacked is unpacked again: a calendar in a mail, a picture in a page."""
SHORTEST = 12
"""Shorter runs of letters and digits hold no text that is looked for."""
_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/_-]{12,}\r?\n?)+")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}\s?){%d,}" % SHORTEST)
_OCTAL = re.compile(rb"\\([0-7]{1,3})")
_UNICODE = re.compile(rb"\\u\{?0*([0-9A-Fa-f]{2,4})\}?")
_SPACE = re.compile(rb"[\s\xc2\xad-]+")


def holds(data: bytes, secret: str) -> bool:
    """Whether data say a text, in upper or lower case, in any of the ways that are known here."""
    wanted = secret.lower().encode()
    return wanted in told(data) or _SPACE.sub(b"", wanted) in squeezed(data)


@cache
def told(data: bytes) -> bytes:
    """All that data say, in lower case."""
    return b"\n".join(_told(data, DEPTH)).lower()


@cache
def squeezed(data: bytes) -> bytes:
    """The same without spaces, line breaks and hyphens."""
    return _SPACE.sub(b"", told(data))


def _told(data: bytes, depth: int) -> Iterator[bytes]:
    yield from views(data)
    for inner in packed(data) if depth else ():
        if inner.isascii() or inner.startswith((b"%PDF", b"\x89PNG", b"PK", b"\x1f\x8b")):
            yield from _told(inner, depth - 1)
        else:
            yield inner
            yield inner.replace(b"\0", b"")


def views(data: bytes) -> Iterator[bytes]:
    """The data, and what they read as once escapes and folds are undone."""
    yield data
    if b"\0" in data:
        yield data.replace(b"\0", b"")  # UTF-16 and UTF-32 of plain letters
    if b"=" in data:
        yield quopri.decodestring(data)
    if b"\\" in data:
        yield _UNICODE.sub(lambda found: bytes([int(found[1], 16) & 0xFF]), data)
        joined = re.sub(rb"\\\r?\n", b"", data)
        yield _OCTAL.sub(lambda found: bytes([int(found[1], 8) & 0xFF]), joined)
        yield data.replace(b"\\", b"")
    unescaped = html.unescape(data.decode("latin-1")).encode("latin-1", "replace")
    if b"&" in data:
        yield unescaped
    if b"%" in data:
        once = unquote_to_bytes(unescaped)
        yield once
        yield unquote_to_bytes(once)


def packed(data: bytes) -> Iterator[bytes]:
    """What is inside of data: streams, members, attachments, encoded runs."""
    if data.startswith(b"%PDF"):
        yield from _of_pdf(data)
    elif data.startswith(b"\x89PNG"):
        yield from _of_png(data)
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    elif data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    else:
        yield from _encoded(data)


def _encoded(data: bytes) -> Iterator[bytes]:
    for run in _BASE64.findall(data):
        text = re.sub(rb"\s", b"", run).translate(bytes.maketrans(b"-_", b"+/"))
        for offset in range(4):
            whole = text[offset:]
            yield base64.b64decode(whole[: len(whole) // 4 * 4])
    for run in _HEX.findall(data):
        text = re.sub(rb"\s", b"", run)
        yield bytes.fromhex(text[: len(text) // 2 * 2].decode())


def _of_png(data: bytes) -> Iterator[bytes]:
    """The chunks that are no pixels, and what they compress."""
    place = 8
    while place < len(data):
        size = int.from_bytes(data[place : place + 4])
        chunk = data[place + 8 : place + 8 + size]
        if data[place + 4 : place + 8] in {b"tEXt", b"zTXt", b"iTXt", b"eXIf"}:
            yield chunk
            for start in (n for n, byte in enumerate(chunk) if byte == 0x78):
                try:
                    yield zlib.decompress(chunk[start:])
                except zlib.error:
                    continue
        place += 12 + size


def _of_pdf(data: bytes) -> Iterator[bytes]:
    """Streams, dictionaries, what the pages read as, and what the document says of itself."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_bytes()
            yield thing.unparse(resolved=True)
            if isinstance(thing, pikepdf.Dictionary):
                yield from (bytes(one) for one in thing.values() if isinstance(one, pikepdf.String))
    reader = PdfReader(io.BytesIO(data))
    yield from (page.extract_text().encode() for page in reader.pages)
    yield str(reader.metadata).encode()
