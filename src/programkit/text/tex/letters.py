"""Letters in the alphabets of mathematics: bold, italic, script, blackboard bold and so on."""

from __future__ import annotations

from typing import NamedTuple


class _Alphabet(NamedTuple):
    """Where each part of an alphabet begins in Unicode; 0 where there is none."""

    capitals: int
    smalls: int
    greek_capitals: int = 0
    greek_smalls: int = 0
    digits: int = 0


_ALPHABETS = {
    "bold": _Alphabet(0x1D400, 0x1D41A, 0x1D6A8, 0x1D6C2, 0x1D7CE),
    "italic": _Alphabet(0x1D434, 0x1D44E, 0x1D6E2, 0x1D6FC),
    "bold-italic": _Alphabet(0x1D468, 0x1D482, 0x1D71C, 0x1D736, 0x1D7CE),
    "script": _Alphabet(0x1D49C, 0x1D4B6),
    "bold-script": _Alphabet(0x1D4D0, 0x1D4EA),
    "fraktur": _Alphabet(0x1D504, 0x1D51E),
    "bold-fraktur": _Alphabet(0x1D56C, 0x1D586),
    "double-struck": _Alphabet(0x1D538, 0x1D552, digits=0x1D7D8),
    "sans": _Alphabet(0x1D5A0, 0x1D5BA, digits=0x1D7E2),
    "bold-sans": _Alphabet(0x1D5D4, 0x1D5EE, 0x1D756, 0x1D770, 0x1D7EC),
    "sans-italic": _Alphabet(0x1D608, 0x1D622),
    "bold-sans-italic": _Alphabet(0x1D63C, 0x1D656, 0x1D790, 0x1D7AA),
    "mono": _Alphabet(0x1D670, 0x1D68A, digits=0x1D7F6),
}
_GREEK_CAPITALS = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇"
_GREEK_SMALLS = "αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ"
# Those that Unicode had before it had the alphabets.
_ELDER = dict(
    zip(
        (
            *(0x1D455, 0x1D49D, 0x1D4A0, 0x1D4A1, 0x1D4A3, 0x1D4A4, 0x1D4A7, 0x1D4A8, 0x1D4AD),
            *(0x1D4BA, 0x1D4BC, 0x1D4C4, 0x1D506, 0x1D50B, 0x1D50C, 0x1D515, 0x1D51D, 0x1D53A),
            *(0x1D53F, 0x1D545, 0x1D547, 0x1D548, 0x1D549, 0x1D551),
        ),
        "ℎℬℰℱℋℐℒℳℛℯℊℴℭℌℑℜℨℂℍℕℙℚℝℤ",
        strict=True,
    )
)
_DOTLESS = {"ı": "𝚤", "ȷ": "𝚥"}
_HEAVIER = {
    "": "bold",
    "normal": "bold",
    "italic": "bold-italic",
    "script": "bold-script",
    "fraktur": "bold-fraktur",
    "sans": "bold-sans",
    "sans-italic": "bold-sans-italic",
}


def styled(char: str, variant: str) -> str:
    """A character in one of the alphabets; itself where the alphabet does not have it.

    Args:
        char: One character.
        variant: ``bold``, ``italic``, ``script`` and so on; empty for the character itself.
    """
    if variant == "italic" and char in _DOTLESS:
        return _DOTLESS[char]
    alphabet = _ALPHABETS.get(variant)
    code = alphabet and _code(char, alphabet)
    return _ELDER.get(code) or chr(code) if code else char


def heavier(variant: str) -> str:
    """The bold alphabet that goes with another."""
    return _HEAVIER.get(variant, variant)


def is_slanted(char: str) -> bool:
    """Whether TeX sets a letter italic by itself: Latin letters and small Greek ones."""
    return char in _GREEK_SMALLS or char in _DOTLESS or (char.isascii() and char.isalpha())


def _code(char: str, alphabet: _Alphabet) -> int:
    for first, begin, length in (
        ("A", alphabet.capitals, 26),
        ("a", alphabet.smalls, 26),
        ("0", alphabet.digits, 10),
    ):
        if begin and 0 <= ord(char) - ord(first) < length:
            return begin + ord(char) - ord(first)
    for letters, begin in (
        (_GREEK_CAPITALS, alphabet.greek_capitals),
        (_GREEK_SMALLS, alphabet.greek_smalls),
    ):
        if begin and char in letters:
            return begin + letters.index(char)
    return 0
