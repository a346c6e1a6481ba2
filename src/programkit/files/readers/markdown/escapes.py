"""Marks and escapes inside a line: taken off by the reader, put on by the writer.

Names, places and labels are plain text: `bare` gives them without marks, and `escaped` writes them such
that `bare` gives them back. Titles are CommonMark and keep their marks: `guarded` writes one such that
nothing else is read in it, and `unguarded` gives it back.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from programkit.text.characters import one_line

_MASK = 0x10FF00
"""Escaped ASCII characters hide here, at the end of the last private plane, while a line is taken apart."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d{2,3});")
_MASKED = re.compile("[\U0010ff00-\U0010ff7f]")
_STRONG = re.compile(r"\*\*|__")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*]*\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_]*\S)_(?!\w)")
_LINK = re.compile(r"\[([^\]\[]*)\]\([^()\s]*\)|<((?:https?|mailto):[^<>\s]*)>")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|&~$])")
_FIXED_SPACES = re.compile("[\u00a0\u2007\u202f]")
_ENTITY = re.compile(r"&#(\d{1,7});")
_TAG = re.compile(r"<(?=/?(?:b|strong|i|em|br)\b)", re.IGNORECASE)
SPACE = " \t"


def masked(text: str) -> str:
    """The text with escaped ASCII characters out of sight, so that nothing splits at them."""
    return _ESCAPE.sub(_hidden, text)


def _hidden(match: re.Match[str]) -> str:
    code = ord(match[1]) if match[1] else int(match[2])
    return chr(_MASK + code) if 32 <= code < 127 else match[0]


def unmasked(text: str) -> str:
    """The text with the characters that `masked` hid."""
    return _MASKED.sub(lambda match: chr(ord(match[0]) - _MASK), text)


def bare(text: str) -> str:
    """Plain text from a piece of Markdown: without bold, italics, links and escapes, in one line."""
    text = _LINK.sub(lambda match: match[1] or match[2] or "", masked(text))
    text = _STRONG.sub("", text)
    text = _EMPHASIS.sub(lambda match: match[1] or match[2], text)
    return unmasked(re.sub(r"[ \t]+", " ", html.unescape(text))).strip(SPACE)


def escaped(text: str, also: str = "") -> str:
    """Plain text as a piece of Markdown: `bare` gives it back, in one line."""
    text = _SPECIAL.sub(r"\\\1", one_line(text))
    for char in also:
        text = text.replace(char, f"\\{char}")
    return _FIXED_SPACES.sub(_entity, text)


def guarded(title: str, hazardous: Callable[[str], bool]) -> str:
    """A CommonMark title in which the reader sees nothing but a title.

    Characters that would be taken for something else become numeric entities, which mean the same.
    """
    text = _ENTITY.sub(lambda match: f"&#38;{match[0][1:]}", one_line(title))
    text = _FIXED_SPACES.sub(_entity, _TAG.sub("&#60;", text))
    if text.endswith("#"):
        text = f"{text[:-1]}&#35;"
    if text and (not text[0].isalpha() or hazardous(text)):
        text = text if text[0] == "&" else _entity(text) + text[1:]
    return text


def _entity(text: re.Match[str] | str) -> str:
    return f"&#{ord(text[0][0])};"


def unguarded(title: str) -> str:
    """The title that was given to `guarded`."""
    return _ENTITY.sub(_character, title)


def _character(match: re.Match[str]) -> str:
    code = int(match[1])
    printable = code <= 0x10FFFF and chr(code).isprintable()
    return chr(code) if printable or code == 0xA0 else match[0]
