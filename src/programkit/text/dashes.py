"""Dashes as they are typed on keyboards: ``--`` and ``---``."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_DASHES = {2: "–", 3: "—"}
_HYPHENS = re.compile("-+")
_WORD_BEFORE = re.compile(r"\S*\Z")
_LONGEST_ADDRESS = 500


def dashes(parser: MarkdownIt) -> None:
    """Teach a CommonMark parser that two hyphens are an en dash and three an em dash.

    They are where they stand between words or between spaces: ``spring--block``, ``models -- but``.
    Hyphens with a space on one side only (``--option``), in web addresses and in longer rows stay.
    """
    parser.inline.ruler.before("escape", "dashes", _dash)


def _dash(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    found = _HYPHENS.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.append_pending(_text_of(found))
    state.pos = found.end()
    return True


def _text_of(hyphens: re.Match[str]) -> str:
    """What a row of hyphens reads as."""
    before = hyphens.string[: hyphens.start()][-1:]
    after = hyphens.string[hyphens.end() :][:1]
    one_sided = (before.strip() == "") != (after.strip() == "")
    if one_sided or _in_address(hyphens):
        return hyphens[0]
    return _DASHES.get(len(hyphens[0]), hyphens[0])


def _in_address(hyphens: re.Match[str]) -> bool:
    nearby = hyphens.string[max(0, hyphens.start() - _LONGEST_ADDRESS) : hyphens.start()]
    word = _WORD_BEFORE.search(nearby)
    return word is not None and "://" in word[0]
