"""What typesetting needs to know of single characters: graphemes, and what has no shape."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
JOINER = "\u200d"
WORD_JOINER = "\u2060"

# Characters that are never drawn (Unicode's Default_Ignorable_Code_Point, which unicodedata lacks).
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_FIRST_MARK = "\u0300"  # no character before it belongs to the one before
# What belongs to the character before it beside marks: joiners, skin tones, tags that spell out
# flags, the second half of a Thai and a Lao vowel, and the vowels and finals of Hangul syllables.
_EXTENDING = re.compile(
    "[\u200c\u200d\u0e33\u0eb3\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f\U0001f3fb-\U0001f3ff"
    "\U000e0020-\U000e007f]"
)
LONGEST = 30
"""Characters of a grapheme at most; UAX #15 knows no text with more (Stream-Safe Text Format)."""
_FLAGS = range(0x1F1E6, 0x1F200)


@lru_cache(maxsize=1 << 12)
def is_shapeless(char: str) -> bool:
    """Whether a character needs no glyph: a space, or one that is never drawn."""
    return unicodedata.category(char) == "Zs" or _IGNORABLE.match(char) is not None


@lru_cache(maxsize=1 << 12)
def is_mark(char: str) -> bool:
    """Whether a character belongs to the one before it."""
    return unicodedata.category(char)[0] == "M" or _EXTENDING.match(char) is not None


def graphemes(text: str) -> tuple[str, ...]:
    """A text as what a reader takes for single characters.

    A base keeps its combining marks and variation selectors, a joined emoji its parts, a Hangul
    syllable its letters, and a flag its two letters. What is longer than any that means something
    is cut, so that it can be broken if it is wider than a line.
    """
    if text.isascii() or max(text) < _FIRST_MARK:
        return tuple(text)
    starts = [0]
    before = text[0]
    for at, char in enumerate(text[1:], 1):
        flag = _is_flag(char) and _is_flag(before) and starts[-1] == at - 1
        belongs = flag or before == JOINER or is_mark(char)
        if not belongs or at - starts[-1] >= LONGEST:
            starts.append(at)
        before = char
    return tuple(map(text.__getitem__, map(slice, starts, [*starts[1:], len(text)])))


def _is_flag(char: str) -> bool:
    return ord(char) in _FLAGS


def printable(text: str) -> str:
    """A text without controls and lone surrogates, white-space controls as spaces."""
    if text.isprintable() or _UNPRINTABLE.search(text) is None:
        return text
    return _UNPRINTABLE.sub(lambda match: " " * match.group().isspace(), text)
