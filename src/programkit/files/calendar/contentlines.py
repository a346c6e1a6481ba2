"""Content lines as RFC 5545 section 3.1 has them: escaped, quoted and folded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote

from programkit.text.characters import visible

LONGEST = 75
"""Octets of a line, without its end."""
END = b"\r\n"
_CONTINUED = b"\r\n "
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_PLAIN_PARAMETER = re.compile(r"[^\";:,]*")
_CARETS = str.maketrans({"^": "^^", "\n": "^n", '"': "^'"})
_URI = "%:/?#[]@!$&'()*+,;=-._~"
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_CONTROLS = re.compile("[\x00-\x1f\x7f]")


def text(value: str) -> str:
    """A TEXT value (section 3.3.11)."""
    # Almost all values are printable as they are, and asking that is ten times faster.
    return (value if value.isprintable() else visible(value)).translate(_ESCAPES)


def texts(values: tuple[str, ...]) -> str:
    """Several, as one value."""
    return ",".join(map(text, values))


def uri(value: str) -> str:
    """A URI value (section 3.3.13): other characters are written as RFC 3987 section 3.1 has it."""
    return _LONE_PERCENT.sub("%25", quote(value, safe=_URI, errors="replace"))


def moment(value: datetime) -> str:
    """A DATE-TIME value (section 3.3.5): in UTC if its zone is UTC, else by its clocks."""
    utc = "Z" if value.tzname() == "UTC" else ""
    return f"{value.year:04}{value:%m%dT%H%M%S}{utc}"


def line(name: str, value: str, parameters: Mapping[str, str] | None = None) -> bytes:
    """A property as its octets, folded, with its end.

    Args:
        name: Of the property.
        value: Written as its type asks; whatever it holds, it stays in this line.
        parameters: By name; quoted as RFC 6868 has it.
    """
    if parameters:
        name += "".join(f";{key}={_parameter(given)}" for key, given in parameters.items())
    if not value.isprintable():
        value = _CONTROLS.sub("", value)
    return folded(f"{name}:{value}".encode("utf-8", "replace")) + END


def folded(octets: bytes) -> bytes:
    """A line folded so that no line is longer than it may be, and no character is split."""
    if len(octets) <= LONGEST:
        return octets
    pieces, start, room = [], 0, LONGEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, LONGEST - 1
    return _CONTINUED.join([*pieces, octets[start:]])


def _parameter(value: str) -> str:
    told = visible(value).translate(_CARETS)
    return told if _PLAIN_PARAMETER.fullmatch(told) else f'"{told}"'
