"""The lines of a calendar file (RFC 5545 section 3.1): ends, lengths, folds, characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from programkit.files.calendarcheck.faults import Faults

LONGEST = 75
"""Octets of a line without its end."""
_BOM = b"\xef\xbb\xbf"
_BARE = re.compile(rb"(?<!\r)\n|\r(?!\n)")
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")


class Line(NamedTuple):
    """A content line, unfolded."""

    number: int
    """Of its first physical line, from 1."""
    text: str


def lines_of(data: bytes, faults: Faults) -> Iterator[Line]:
    """The content lines; what is wrong with them is reported on the way."""
    if data.startswith(_BOM):
        faults.fault("ical-encoding", 1, "the file begins with a byte order mark", "drop it")
        data = data[len(_BOM) :]
    _judge_ends(data, faults)
    for number, octets in _unfolded(_physical(data), faults):
        if faults.enough:
            return
        text = _decoded(octets, number, faults)
        if _CONTROL.search(text):
            faults.fault(
                "ical-control", number, "there is a control character in the line", "take it out"
            )
        yield Line(number, text)


def _physical(data: bytes) -> list[bytes]:
    """The lines as they stand, whatever ends them."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return lines[:-1] if not lines[-1] else lines


def _judge_ends(data: bytes, faults: Faults) -> None:
    pairs = data.count(b"\r\n")
    bare = data.count(b"\n") + data.count(b"\r") - 2 * pairs
    if bare and (first := _BARE.search(data)):
        before = data[: first.start()].replace(b"\r\n", b"\n")
        line = before.count(b"\n") + 1
        message = f"{bare} lines do not end in CRLF, this is the first"
        faults.fault("ical-line-end", line, message, "end every line with CR and LF")
    if data and not data.endswith((b"\n", b"\r")):
        last = len(_physical(data))
        faults.fault("ical-line-end", last, "the last line has no end", "end it with CR and LF")


def _unfolded(physical: list[bytes], faults: Faults) -> Iterator[tuple[int, bytes]]:
    """Content lines as octets, with the number of the physical line that begins them."""
    begun = 0
    parts: list[bytes] = []
    for number, line in enumerate(physical, start=1):
        _judge_length(line, number, faults)
        if line[:1] in {b" ", b"\t"} and begun:
            if _splits(parts[-1]):
                faults.fault(
                    "ical-fold", number, "the fold before it splits a character",
                    "fold between characters",
                )  # fmt: skip
            parts.append(line[1:])
            continue
        if begun:
            yield begun, b"".join(parts)
        begun, parts = number, [line]
    if begun:
        yield begun, b"".join(parts)


def _judge_length(line: bytes, number: int, faults: Faults) -> None:
    if len(line) > LONGEST:
        message = f"the line has {len(line)} octets"
        faults.fault("ical-line-length", number, message, f"fold it after {LONGEST} at most")


def _splits(piece: bytes) -> bool:
    """Whether a piece ends within a character: its last lead byte wants more than follow."""
    for back in range(1, min(4, len(piece)) + 1):
        octet = piece[-back]
        if octet & 0xC0 != 0x80:
            wanted = 4 if octet >= 0xF0 else 3 if octet >= 0xE0 else 2 if octet >= 0xC0 else 1
            return wanted > back
    return False


def _decoded(octets: bytes, number: int, faults: Faults) -> str:
    try:
        return octets.decode()
    except UnicodeDecodeError:
        faults.fault("ical-encoding", number, "the line is not UTF-8", "write it as UTF-8")
        return octets.decode(errors="replace")
