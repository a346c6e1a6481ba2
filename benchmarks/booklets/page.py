"""The page and the type that every engine is told to set."""

from __future__ import annotations

from record import ROOT

FONTS = ROOT / "src" / "programkit" / "typeset" / "fonts"

WIDTH_MM, HEIGHT_MM, MARGIN_MM = 148, 210, 18
SIZE, LEADING = 10, 13
"""Points; only the abstracts are in this size, so that their lines are found by it."""
TITLE, ENTRY, DAY = 11.5, 9, 15
"""Points of titles, of the lines above them and of headings."""
