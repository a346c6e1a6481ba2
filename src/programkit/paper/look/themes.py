"""The themes that have names: for each what it sets, all else being as a `Theme` is by default.

Another look is made from any of these: ``Theme.named("modern", page="A4")``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

_CLASSIC: Final[Mapping[str, Any]] = MappingProxyType({})
"""A booklet as mathematicians know it: A5, STIX Two at 10 on 13 points, black, one column."""

_COMPACT: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "columns": 2,
        "day_pages": False,
        "size": 8.5,
        "leading": 10.5,
        "scale": 1.12,
        "spacing": 0.7,
        "margin_top": 17.0,
        "margin_bottom": 16.0,
        "margin_inner": 15.0,
        "margin_outer": 13.0,
        "folio": "outer",
        "heading_bar": 0.5,
        "gray": True,
    }
)
"""Many abstracts on a page: two columns of small type, narrow margins, black and white."""

_MODERN: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "scale": 1.2,
        "folio": "outer",
        "heading_bar": 3.0,
        "cover_bars": True,
        "track_bars": True,
        "thumbs": "days",
        "colors": {
            "heading": "#14284b",
            "accent": "#c02a3a",
            "muted": "#566070",
            "link": "#1d5fa8",
            "rule": "#b9c2cf",
            "ground": "#eef1f6",
        },
    }
)
"""A color for each track, marks at the outer edge for each day, and headings that stand out."""

THEMES: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {"classic": _CLASSIC, "compact": _COMPACT, "modern": _MODERN}
)
"""The themes by name."""
