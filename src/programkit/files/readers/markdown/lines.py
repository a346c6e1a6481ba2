"""Lines of the text, each with what its marks say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from programkit.files.readers.markdown.escapes import masked, without_hidden
from programkit.text.characters import visible

_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_RULE = re.compile(r"(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|[═─]{3,})$")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?$")
_UNDERLINE = re.compile(r"(?:={2,}|-{2,})\s*$")
_BULLET = re.compile(r"[-*+•‣◦▪]\s+(?=\S)")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
_BOLD_TAG = re.compile(r"</?(?:b|strong)\s*>", re.IGNORECASE)
_ITALIC_TAG = re.compile(r"</?(?:i|em)\s*>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file."""

    number: int
    """From 1."""
    source: str
    """As it stands, without its end."""
    text: str
    """Without heading marks and bullet; HTML bold and italics as Markdown, no-break spaces as
    spaces; escaped characters out of sight."""
    level: int = 0
    """Of a heading; 0 for none."""
    bullet: bool = False
    rule: bool = False
    """Whether it only divides: ``---``, the line below a table's head, or the top of a new page."""

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.text and not self.rule

    @property
    def used(self) -> bool:
        """Whether there is something to read on it."""
        return bool(self.text)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(re.fullmatch(r"(\*\*|__)(?:(?!\1).)+\1", self.text.strip()))

    @property
    def hard(self) -> bool:
        """Whether it ends in a hard line break."""
        return self.source.endswith(("  ", "\\")) and bool(self.text)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text, underlined headings marked as headings."""
    lines: list[Line] = []
    for line in _plain_lines(text):
        if lines and _underlines(line, lines):
            level = 1 if line.source.startswith("=") else 2
            lines[-1] = replace(lines[-1], level=level)
            lines.append(Line(line.number, line.source, ""))
        else:
            lines.append(line)
    return tuple(lines)


def _plain_lines(text: str) -> Iterator[Line]:
    for number, source in enumerate(re.split("\r\n|\n|\r", text), start=1):
        for place, part in enumerate(source.split("\f")):
            if place:
                yield Line(number, "", "", rule=True)
            yield line_of(number, visible(part).replace("\n", " "))


def line_of(number: int, source: str) -> Line:
    """One line by itself."""
    content = source.strip()
    if not content:
        return Line(number, source, "")
    if _RULE.match(content) or _TABLE_RULE.match(content):
        return Line(number, source, "", rule=True)
    heading = _HEADING.match(source)
    if heading:
        text = _CLOSING.sub("", source[heading.end() :].strip())
        return Line(number, source, _normal(text), level=len(heading[1]))
    bullet = _BULLET.match(content)
    text = _normal(content[bullet.end() :] if bullet else source)
    return Line(number, source, text, bullet=bullet is not None)


def _normal(text: str) -> str:
    text = _SPACES.sub(" ", masked(without_hidden(text))).replace("&nbsp;", " ")
    text = _ITALIC_TAG.sub("*", _BOLD_TAG.sub("**", _BREAK_TAG.sub(" ", text)))
    return text.strip(" ") if text.strip() else ""


def _underlines(line: Line, before: list[Line]) -> bool:
    """Whether a line of ``===`` or ``---`` makes a heading of the single line above it."""
    above = before[-1]
    alone = len(before) == 1 or not before[-2].used
    plain = above.used and not (above.level or above.bullet or above.rule or "\t" in above.text)
    short = len(above.text) <= 120 and not above.text.startswith("|")
    return bool(alone and plain and short and _UNDERLINE.fullmatch(line.source))
