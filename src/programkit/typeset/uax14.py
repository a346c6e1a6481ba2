"""Where a word may be broken by the Unicode Line Breaking Algorithm (UAX #14), as we set it.

The algorithm has some 50 classes of characters; within a word ten of them matter. Among the letters
of alphabets we break less often than it allows: not after ``|``, ``}`` or ``!``, nor between ``+``
and ``+``, nor before a long dash. Hyphens and slashes depend on words: see `opportunities`. Thai
and its neighbors, which only dictionaries can divide, are kept whole.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import Final

from programkit.typeset.characters import ZERO_WIDTH_SPACE, graphemes

_LETTER = "A"  # and whatever else keeps together with letters
_PREFIX = "P"  # keeps together with what follows, as in $5
_IDEOGRAPH = "I"
_OPENING, _WIDE_OPENING = "O", "o"  # lines never end in them
_CLOSING, _WIDE_CLOSING = "C", "c"  # lines never begin with them
_DIVIDER = "d"  # lines never begin with it and may always end in it
_OPENING_QUOTE, _CLOSING_QUOTE = "q", "f"
_GLUE = "G"  # keeps together with both its neighbors
_SPACE = "Z"  # of no width

_QUOTED = re.compile(r"(?<=[Ioc])[qf](?=[Ioc])")  # among ideographs
_AMONG_IDEOGRAPHS: Final = {_OPENING_QUOTE: _WIDE_OPENING, _CLOSING_QUOTE: _WIDE_CLOSING}
_BREAK = re.compile(
    "(?<=[Icd])(?=[APIOo])"  # after an ideograph, or what closes or divides
    "|(?<=[AC])(?=[Io])"  # before an ideograph, or what opens among them
    "|(?<=Z)(?=[^Z])"
)

_FIRST_BREAKING = "\u0f0b"  # no character before it lets a line be broken without a hyphen
_ENDINGS = "!%),-./:;?]|}¢°\u058a\u05be\u060c\u061b\u061f\u066a\u2010‰‱′″‴℃℉"
_DASHES_AND_DOTS = "\u2012\u2013\u2014\u2024\u2025\u2026\u22ef"
_SEPARATORS = "\u0f0b\u1361"  # between the syllables of Tibetan, the words of Ethiopic
_TIED = "\"'\u00a0\u034f\u0f0c\u2007\u2011\u202f\u2060\ufeff"
_CLASSES: Final = {
    **dict.fromkeys("+\\±№−", _PREFIX),
    **dict.fromkeys("¡¿", _OPENING),
    **dict.fromkeys(_ENDINGS, _CLOSING),
    **dict.fromkeys(_DASHES_AND_DOTS + _SEPARATORS, _DIVIDER),
    **dict.fromkeys(_TIED, _GLUE),
    ZERO_WIDTH_SPACE: _SPACE,
}
_BY_CATEGORY: Final = {  # narrow, and wide as among ideographs
    **dict.fromkeys(("Mn", "Mc", "Me"), (_LETTER, _LETTER)),  # without anything to be put on
    "Ps": (_OPENING, _WIDE_OPENING),
    "Pe": (_CLOSING, _WIDE_CLOSING),
    "Pi": (_OPENING_QUOTE, _OPENING_QUOTE),
    "Pf": (_CLOSING_QUOTE, _CLOSING_QUOTE),
    "Sc": (_PREFIX, _PREFIX),
    "Zs": (_DIVIDER, _DIVIDER),
}
# What Chinese and Japanese never put first: stops, small kana, marks of repetition and length.
_NEVER_FIRST = re.compile(
    "[\u203c\u203d\u2047-\u2049\u3001\u3002\u3005\u301c\u303b\u303c\u3041\u3043\u3045\u3047\u3049"
    "\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u309b-\u309e\u30a0\u30a1\u30a3\u30a5\u30a7\u30a9"
    "\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb-\u30fe\u31f0-\u31ff\ufe10-\ufe16\ufe19"
    "\ufe50-\ufe57\uff01\uff05\uff0c\uff0e\uff1a\uff1b\uff1f\uff61\uff64\uff65\uff67-\uff70"
    "\uff9e\uff9f\uffe0]"
)
_FLAGS = range(0x1F1E6, 0x1F200)


def breaks(word: str) -> tuple[int, ...]:
    """The positions at which a word may be broken as it is, without a hyphen.

    Args:
        word: Text without spaces of the keyboard.
    """
    if not word or max(word) < _FIRST_BREAKING:
        return ()
    units = graphemes(word)
    classes = "".join([_class(unit[0]) for unit in units])
    classes = _QUOTED.sub(lambda quote: _AMONG_IDEOGRAPHS[quote.group()], classes)
    ends = list(accumulate(map(len, units)))
    return tuple(ends[match.start() - 1] for match in _BREAK.finditer(classes))


@lru_cache(maxsize=1 << 12)
def _class(char: str) -> str:
    """What a character is in the eyes of the line breaker."""
    if char in _CLASSES:
        return _CLASSES[char]
    if _NEVER_FIRST.match(char):
        return _WIDE_CLOSING
    wide = unicodedata.east_asian_width(char) in {"W", "F", "H"} or ord(char) in _FLAGS
    return _BY_CATEGORY.get(unicodedata.category(char), (_LETTER, _IDEOGRAPH))[wide]
