r"""The small markup of titles and abstracts, parsed into runs that every output draws from.

Titles and abstracts are CommonMark with mathematics between dollars. Four things differ, because
the texts come from strangers and are printed:

- HTML is text: ``<b>`` is shown as it is written.
- Links lead to http, https and mailto only; of any other link the label remains. An image is its
  description.
- Nothing is defined: ``[1]: https://…`` at the end of an abstract is text that readers see, and so
  is ``[1]``.
- Indentation is no code: pasted abstracts are often indented. Code is fenced.

``--`` and ``---`` are dashes where they stand between words or between spaces; quotes are as the
author set them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from programkit.text import characters
from programkit.text.dashes import dashes
from programkit.text.dollarmath import dollar_math
from programkit.text.links import safe_link
from programkit.text.mathematics import readable, whole
from programkit.text.runs import NEWLINE, Paragraph, Run, tidy

__all__ = ["Paragraph", "Run", "balanced", "inline", "parse", "plain"]

LONGEST = 30_000
"""Characters; the markup of longer texts is not read, they are shown as written."""

DEEPEST = 30
"""Levels of lists and quotes, a list counting twice; deeper texts are shown as written too."""

BULLET = "•"
RULE = "* * *"
"""What a thematic break is shown as."""

_Kind = Literal["text", "item", "quote", "heading", "code", "formula"]
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_TAB = "    "
_PROSE = re.compile(
    r"""(?![\s\d=+-])              # a line that begins no list, rule or heading, nor is indented
        [^\\`*_\[\]<>&$#~|!\t\n\u2066-\u2069]+   # and has no sign that could mean something
        (?<!\s)
        (?:\n(?![\s\d=+-]) [^\\`*_\[\]<>&$#~|!\t\n\u2066-\u2069]+ (?<!\s))*""",
    re.VERBOSE,
)
"""Lines that are sure to be one paragraph without any markup."""
_STRESSED = re.compile(r"(?<!\S)(\*\*?)([^\W\d_]+)\1(?=[\s.,;:!?)]|\Z)")
"""A word that is sure to be in italics or bold: nothing else can open or close beside it."""
_ESCAPED_DOLLAR = re.compile(r"\\[\\$]")
_MONEY = re.compile(r"\$\s?\d|\d\s?\$")


@lru_cache(maxsize=2048)
def parse(source: str) -> tuple[Paragraph, ...]:
    """The paragraphs of an abstract; of an empty one, none. It never fails."""
    text = characters.visible(source)
    if len(text) > LONGEST:
        return _as_written(text)
    prose = _prose(text)
    if prose is not None:
        return prose
    tokens = _parser().parse(text)
    if max((token.level for token in tokens), default=0) >= DEEPEST:
        return _as_written(text)
    blocks = _Blocks()
    blocks.read(tokens)
    return tuple(blocks.paragraphs)


def _prose(text: str) -> tuple[Paragraph, ...] | None:
    """The paragraphs of a text that is sure to have none but stressed words, as most; else none.

    The parser would say the same, and takes a hundred times as long.
    """
    if "--" in text:
        return None
    made = list(map(_prose_runs, text.split("\n\n")))
    return None if None in made else tuple(Paragraph(runs) for runs in made if runs is not None)


def _prose_runs(line: str) -> tuple[Run, ...] | None:
    """The runs of one paragraph of prose, in which words may be stressed."""
    bare = _STRESSED.sub(r"\2", line) if "*" in line else line
    if not _PROSE.fullmatch(bare):
        return None
    before, *rest = _STRESSED.split(line.replace("\n", " "))
    runs = [Run(before)]
    for signs, word, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        runs += Run(word, bold=signs == "**", italic=signs == "*"), Run(after)
    return tidy(runs)


@lru_cache(maxsize=4096)
def inline(source: str) -> tuple[Run, ...]:
    """The runs of a title: one line, without lists, headings or other blocks. It never fails."""
    text = characters.visible(source).strip()
    if len(text) > LONGEST:
        return (Run(characters.one_line(text)),)
    if "--" not in text and (prose := _prose_runs(text)) is not None:
        return prose
    (token,) = _parser().parseInline(text)
    return _runs(token.children or (), one_line=True)


def plain(source: str) -> str:
    """A title as one line of readable text, for bookmarks, calendars and indexes."""
    return "".join(run.text for run in inline(source))


def balanced(source: str) -> bool:
    """Whether every formula of a title or abstract is closed, and every group in it."""
    paragraphs = parse(_ESCAPED_DOLLAR.sub("", source))
    return all(_is_sound(run) for paragraph in paragraphs for run in paragraph.runs)


def _as_written(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text whose markup is not read."""
    lines = map(characters.one_line, _BLANK_LINES.split(text))
    return tuple(Paragraph((Run(line),)) for line in lines if line)


def _is_sound(run: Run) -> bool:
    if run.math is not None:
        return whole(run.math)
    return run.code or "$" not in _MONEY.sub("", run.text)


@cache
def _parser() -> MarkdownIt:
    """The one parser of all texts; it keeps nothing from one to the next."""
    parser = _Parser("commonmark", {"html": False, "maxNesting": DEEPEST + 1})
    parser.disable(["code", "reference"])
    return parser.use(dollar_math).use(dashes)


class _Parser(MarkdownIt):
    """Reads every link as one, so that of those `safe_link` refuses later the label remains."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the parser's method
        """Whether an address makes a link."""
        return True


@dataclass(slots=True)
class _Container:
    """A list or a quote around blocks."""

    kind: _Kind
    marker: str = ""
    """What the next paragraph begins with."""


class _Blocks:
    """Collects paragraphs from the parser's tokens."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._containers: list[_Container] = []

    def read(self, tokens: Sequence[Token]) -> None:
        """Add the paragraphs of a text."""
        for before, token in pairwise([Token("start", "", 0), *tokens]):
            if token.nesting:
                self._nest(token)
            elif token.type == "inline":
                kind: _Kind | None = "heading" if before.type == "heading_open" else None
                self._add(_runs(token.children or ()), kind)
            else:
                self._add_block(token)

    def _nest(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._containers.append(_Container("item"))
            case "blockquote_open":
                self._containers.append(_Container("quote"))
            case "bullet_list_close" | "ordered_list_close" | "blockquote_close":
                self._containers.pop()
            case "list_item_open":
                marker = token.info + token.markup if token.info else BULLET
                self._containers[-1].marker = marker
            case _:
                pass  # headings, paragraphs and the ends of items

    def _add_block(self, token: Token) -> None:
        match token.type:
            case "math_block":
                tex = characters.clean(token.content)
                formula = Run(readable(tex), math=tex, display=True)
                self._add((formula,), "formula")
            case "hr":
                self._add((Run(RULE),))
            case _:
                self._add(_code_lines(token.content), "code")

    def _add(self, runs: tuple[Run, ...], kind: _Kind | None = None) -> None:
        if not runs:
            return
        level = len(self._containers)
        around = self._containers[-1] if level else _Container("text")
        marker, around.marker = around.marker, ""
        self.paragraphs.append(Paragraph(runs, kind or around.kind, marker, level))


def _code_lines(code: str) -> tuple[Run, ...]:
    """The lines of a block of code, with line breaks between."""
    runs: list[Run] = []
    for line in code.expandtabs(len(_TAB)).rstrip("\n").split("\n"):
        runs += [NEWLINE] if runs else []
        runs += [Run(line, code=True)] if line else []
    return tuple(runs)


def _runs(tokens: Iterable[Token], *, one_line: bool = False) -> tuple[Run, ...]:
    """The runs of a line or paragraph."""
    reader = _Inline(one_line=one_line)
    reader.read(tokens)
    return tidy(reader.runs)


class _Inline:
    """Collects runs from the parser's tokens of one paragraph."""

    def __init__(self, *, one_line: bool) -> None:
        self.runs: list[Run] = []
        self._one_line = one_line
        self._bold = 0
        self._italic = 0
        self._links: list[str | None] = []

    def read(self, tokens: Iterable[Token]) -> None:
        """Add the runs of some tokens."""
        for token in tokens:
            if token.nesting:
                self._restyle(token)
            elif token.type == "image":
                self.read(token.children or ())
            elif token.type == "hardbreak":
                self.runs.append(Run(" ") if self._one_line else NEWLINE)
            else:
                self._add(token)

    def _restyle(self, token: Token) -> None:
        match token.type:
            case "strong_open" | "strong_close":
                self._bold += token.nesting
            case "em_open" | "em_close":
                self._italic += token.nesting
            case "link_open":
                self._links.append(safe_link(str(token.attrs["href"])))
            case _:
                self._links.pop()

    def _add(self, token: Token) -> None:
        styled = Run(
            text=" " if token.type == "softbreak" else characters.visible(token.content),
            bold=self._bold > 0,
            italic=self._italic > 0,
            link=self._links[-1] if self._links else None,
        )
        if token.type == "code_inline":
            styled = replace(styled, text=styled.text.replace("\t", " "), code=True)
        elif token.type.startswith("math"):
            tex = characters.clean(styled.text).strip()
            display = token.type == "math_display" and not self._one_line
            styled = replace(styled, text=readable(tex), math=tex, display=display)
        self.runs.append(styled)
