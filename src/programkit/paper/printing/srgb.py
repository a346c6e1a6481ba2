"""The color space sRGB as an ICC profile, of the second version that PDF/A-1 asks for.

Written out here because profiles that come with software have licenses, dates and makers of their
own, and because Pillow makes profiles of the fourth version only. The numbers are those of
IEC 61966-2-1, its colorants adapted to D50 as the International Color Consortium publishes them.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import Final

_WHITE: Final = (0.9642, 1.0, 0.8249)  # D50, to which every profile refers
_COLORANTS: Final = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_NAME: Final = b"sRGB IEC61966-2.1"
_STEPS: Final = 1024
_HEADER_SIZE: Final = 128


@cache
def srgb_profile() -> bytes:
    """The profile: three colorants and the curve they share."""
    curve = _curve()
    elements = {
        b"desc": _described(_NAME),
        b"cprt": b"text\0\0\0\0Public domain\0",
        b"wtpt": _xyz(_WHITE),
        **{tag: _xyz(color) for tag, color in _COLORANTS.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _assembled(elements)


def _assembled(elements: dict[bytes, bytes]) -> bytes:
    """Header, table of contents, and the elements; equal ones are there once."""
    table, body = b"", b""
    start = _HEADER_SIZE + 4 + 12 * len(elements)
    places: dict[bytes, int] = {}
    for tag, element in elements.items():
        if element not in places:
            places[element] = start + len(body)
            body += element + bytes(-len(element) % 4)
        table += struct.pack(">4sII", tag, places[element], len(element))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sIIIQI3i",
        start + len(body),
        b"",  # no color management is preferred
        0x0210_0000,  # version 2.1
        b"mntr",  # a display
        b"RGB ",
        b"XYZ ",
        *(2000, 1, 1, 0, 0, 0),
        b"acsp",
        b"",  # no platform
        0,  # flags
        0,  # maker
        0,  # model
        0,  # attributes
        0,  # perceptual
        *(round(part * 65536) for part in _WHITE),
    )
    return header.ljust(_HEADER_SIZE, b"\0") + struct.pack(">I", len(elements)) + table + body


def _xyz(color: tuple[float, float, float]) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *(round(part * 65536) for part in color))


def _described(text: bytes) -> bytes:
    """A text in ASCII, with no Unicode and no Macintosh form."""
    ascii_form = struct.pack(">4sII", b"desc", 0, len(text) + 1) + text + b"\0"
    return ascii_form + struct.pack(">IIHB67x", 0, 0, 0, 0)


def _curve() -> bytes:
    values = (round(_linear(step / (_STEPS - 1)) * 65535) for step in range(_STEPS))
    return struct.pack(f">4sII{_STEPS}H", b"curv", 0, _STEPS, *values)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
