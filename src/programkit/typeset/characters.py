"""What typesetting needs to know of single characters: graphemes, shapeless ones, ideographs."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
_JOINER = "\u200d"

# Characters that are never drawn (Unicode's Default_Ignorable_Code_Point, which unicodedata lacks).
_IGNORABLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
# Scripts that are written without spaces and may be broken between any two of their characters.
_IDEOGRAPHS = (
    (0x2E80, 0x312F),  # radicals, punctuation, kana, bopomofo
    (0x3190, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA000, 0xA4CF),  # Yi
    (0xAC00, 0xD7AF),  # Hangul syllables
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x1F200, 0x1F2FF),
    (0x20000, 0x3FFFD),
)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)


def _within(char: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    code = ord(char)
    return any(first <= code <= last for first, last in ranges)


@lru_cache(maxsize=4096)
def is_shapeless(char: str) -> bool:
    """Whether a character needs no glyph: a space, or one that is never drawn."""
    return unicodedata.category(char) == "Zs" or _within(char, _IGNORABLE)


@lru_cache(maxsize=4096)
def is_ideograph(char: str) -> bool:
    """Whether lines may be broken before and after a character without a space."""
    return _within(char, _IDEOGRAPHS)


@lru_cache(maxsize=4096)
def _extends(char: str) -> bool:
    """Whether a character belongs to the one before it."""
    return (
        unicodedata.category(char) in {"Mn", "Mc", "Me"}
        or char in {_JOINER, "\u200c"}
        or ord(char) in _SKIN_TONES
        or 0xE0020 <= ord(char) <= 0xE007F  # tags, which spell out flags of regions
    )


def graphemes(text: str) -> tuple[str, ...]:
    """A text as what a reader takes for single characters.

    A base keeps its combining marks and variation selectors, a joined emoji its parts, and a flag
    its two letters.
    """
    if text.isascii():
        return tuple(text)
    found: list[str] = []
    for char in text:
        if found and (_extends(char) or found[-1].endswith(_JOINER) or _is_flag(found[-1], char)):
            found[-1] += char
        else:
            found.append(char)
    return tuple(found)


def _is_flag(before: str, char: str) -> bool:
    return len(before) == 1 and ord(before) in _FLAGS and ord(char) in _FLAGS


@lru_cache(maxsize=4096)
def _is_unprintable(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs"} or char in "\u2028\u2029"


def printable(text: str) -> str:
    """A text without controls and lone surrogates, white-space controls as spaces."""
    if text.isprintable():
        return text
    return "".join(char if not _is_unprintable(char) else " " * char.isspace() for char in text)
