r"""Escapes inside a line: put out of sight while it is read, put on when it is written.

``\*`` and ``&#42;`` are characters that mean nothing but themselves. `masked` hides them in a
private plane of Unicode, so that nothing splits, marks or begins anything there. Names and places
are plain text: `bare` gives them without marks, and `escaped` writes them such that `bare` gives
them back. Titles are CommonMark: `restored` gives one as it was written, and `guarded` writes one
in which nothing but a title is read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from programkit.text.characters import one_line

_ENTITIES = 0x100000
"""Characters written as numeric entities hide from here on."""
_BACKSLASHED = 0x10FF00
"""Characters after a backslash hide from here on."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d{2,5});")
_HIDDEN = re.compile("[\U00100000-\U0010ff7f]")
_STRONG = re.compile(r"\*\*|__")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*]*\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_]*\S)_(?!\w)")
_LINK = re.compile(r"\[([^\]\[]*)\]\([^()\s]*\)|<((?:https?|mailto):[^<>\s]*)>")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|&~$])")
_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
_RISKY = re.compile(
    r"(\\[!-/:-@\[-`{-~])|&(?=#\d|nbsp;)|<(?=/?(?:b|strong|i|em|br)\b)|(?:(?<= )|^)#(?=#*$)"
    "|\\\\(?=[\u00a0\u2000-\u200a\u202f\u3000])",
    re.IGNORECASE,
)
"""What the reader takes for something else inside a title, unless a backslash is before it."""


def masked(text: str) -> str:
    """The text with escaped characters out of sight; what is there already stays."""
    return _ESCAPE.sub(_hidden, text)


def without_hidden(text: str) -> str:
    """The text as a stranger may give it: nothing of it is out of sight.

    The characters that stand for hidden ones have no meaning of their own.
    """
    return _HIDDEN.sub("\ufffd", text)


def _hidden(match: re.Match[str]) -> str:
    if match[1]:
        return chr(_BACKSLASHED + ord(match[1]))
    code = int(match[2])
    return chr(_ENTITIES + code) if _can_hide(code) else match[0]


def _can_hide(code: int) -> bool:
    """Whether a character has a place to hide: it is no control, no surrogate, and not too far."""
    printable = 32 <= code < 0x7F or 0xA0 <= code < 0xD800
    return printable or 0xE000 <= code < _BACKSLASHED - _ENTITIES


def unmasked(text: str) -> str:
    """The text with the characters that `masked` hid."""
    return _HIDDEN.sub(lambda match: _seen(match[0]), text)


def restored(text: str) -> str:
    """CommonMark from a masked text: what a backslash hid gets its backslash again."""
    return _HIDDEN.sub(
        lambda match: ("\\" if ord(match[0]) >= _BACKSLASHED else "") + _seen(match[0]), text
    )


def _seen(char: str) -> str:
    code = ord(char)
    return chr(code - (_BACKSLASHED if code >= _BACKSLASHED else _ENTITIES))


def shown(text: str) -> str:
    """A piece of Markdown without bold, italics and links; escaped characters stay out of sight."""
    text = _LINK.sub(lambda match: match[1] or match[2] or "", masked(text))
    text = _EMPHASIS.sub(lambda match: match[1] or match[2], _STRONG.sub("", text))
    return re.sub(r"[ \t]+", " ", html.unescape(text)).strip(" \t")


def bare(text: str) -> str:
    """Plain text from a piece of Markdown, in one line."""
    return unmasked(shown(text))


def escaped(text: str) -> str:
    """Plain text as a piece of Markdown: `bare` gives it back, in one line."""
    return _ODD_SPACES.sub(_entity, _SPECIAL.sub(r"\\\1", one_line(text)))


def hidden(text: str) -> str:
    """Plain text in which nothing at all is read: every character but spaces is an entity."""
    return re.sub(r"[^ ]", _entity, one_line(text))


def guarded(title: str, hazardous: Callable[[str], bool]) -> str:
    """A CommonMark title in which the reader sees nothing but a title: `restored` gives it back.

    Characters that would be taken for something else become numeric entities, which mean the same.
    """
    text = _RISKY.sub(lambda match: match[1] or _entity(match), one_line(title))
    text = _ODD_SPACES.sub(_entity, text)
    if not text or (_harmless(text[0]) and not hazardous(masked(text))):
        return text
    first = text if text[0] == "&" else _entity(text) + text[1:]
    return hidden(title) if text[0] == "\\" or hazardous(masked(first)) else first


def _harmless(char: str) -> bool:
    return char.isalnum() or char in "“”‘’«»\"'(¿¡\\"


def _entity(text: re.Match[str] | str) -> str:
    """A numeric entity; far characters mean nothing to the reader and stay as they are."""
    char = text[0][0]
    return f"&#{ord(char)};" if _can_hide(ord(char)) else char
