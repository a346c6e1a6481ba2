"""Which characters of a stranger's text may go on, and which are taken out.

Every output has reserved characters of its own, and looks after them itself. What is taken out
here is what no output can show: controls, halves of surrogate pairs, noncharacters, and the marks
that make a line read in another order than it is stored.
"""

from __future__ import annotations

import re
from textwrap import wrap as _filled

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
_PARAGRAPH_END = "\u2029"
# C0 and C1 without tab and newline; embeddings and overrides of direction; the byte order mark;
# noncharacters; surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_ISOLATES = re.compile("[\u2066-\u2069]")
_ISOLATE_END = "\u2069"
_SPACES = re.compile("[ \t\n]+")


def clean(text: str) -> str:
    r"""The text without the characters that no output can show.

    Every kind of line end becomes ``\n``. Controls other than tab and newline are dropped, and so
    are direction overrides; directional isolates stay in the lines that close all they open.
    """
    if text.isprintable():  # as almost all are: none of what is taken out is
        return text
    seen = visible(text)
    if _ISOLATES.search(seen) is None:
        return seen
    return "\n".join(map(without_loose_isolates, seen.split("\n")))


def visible(text: str) -> str:
    """The text as `clean` gives it, directional isolates left as they are."""
    if text.replace("\n", "").isprintable():  # as almost all are
        return text
    unified = _LINE_ENDS.sub("\n", text).replace(_PARAGRAPH_END, "\n\n")
    return _INVISIBLE.sub("", unified)


def one_line(text: str) -> str:
    """The clean text in one line: each stretch of spaces, tabs and line ends is one space.

    No-break spaces and the other spaces of Unicode stay as they are.
    """
    seen = text if text.isprintable() else without_loose_isolates(visible(text))
    return collapsed(seen).strip(" ")


def excerpt(text: str, longest: int = 60) -> str:
    """The beginning of a text in one line, for messages that quote it."""
    line = one_line(text[: 4 * longest])
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def wrapped(text: str, width: int = 72) -> str:
    """The text in lines as mail programs show them; what has no space, such as addresses, is whole.

    Args:
        text: Its own line ends stay.
        width: Characters of a line; 72 leaves room for quoting (RFC 3676 section 4.2).
    """
    return "\n".join(
        line
        for given in text.split("\n")
        for line in _filled(given, width, break_long_words=False, break_on_hyphens=False) or [""]
    )


def collapsed(text: str) -> str:
    """Each stretch of spaces, tabs and newlines as one space."""
    return text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)


def without_loose_isolates(text: str) -> str:
    """The text without its directional isolates, unless each of them is closed."""
    return text if isolates_closed(text) else _ISOLATES.sub("", text)


def isolates_closed(text: str) -> bool:
    """Whether every directional isolate of the text is closed in it, and nothing else is."""
    depth = 0
    for mark in _ISOLATES.findall(text):
        depth += -1 if mark == _ISOLATE_END else 1
        if depth < 0:
            return False
    return depth == 0
