"""How far characters hang out of the column, so that its edge looks straight.

The shares are of a character's width, those of microtype's default settings rounded to what suits
any Roman face: punctuation and hyphens hang out by half or more, letters with open sides a little.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_QUOTES = "'\"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2039\u203a\u00ab\u00bb"

LEFT: Final[Mapping[str, float]] = {
    **dict.fromkeys(_QUOTES, 0.6),
    **dict.fromkeys("([{", 0.1),
    **dict.fromkeys("-\u2010\u2013\u2014", 0.3),
    **dict.fromkeys("ATVWXY", 0.05),
}
"""Where a line begins."""

RIGHT: Final[Mapping[str, float]] = {
    **dict.fromkeys(_QUOTES, 0.6),
    **dict.fromkeys(".,", 0.7),
    **dict.fromkeys(":;", 0.5),
    **dict.fromkeys("-\u2010\u00ad", 0.6),
    **dict.fromkeys("\u2013\u2014", 0.25),
    **dict.fromkeys(")]}!?", 0.1),
    **dict.fromkeys("ATVWXYkrtvwxy", 0.05),
}
"""Where a line ends."""
