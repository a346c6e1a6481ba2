"""Plain data as YAML text that reads back as the same data."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

_LITERAL = re.compile(
    r"(?:[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\n*)+"
)
_PLAIN = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_WIDE = 10**9
_SHORT = 72
_ONE_A_LINE = frozenset({"slots"})


def dump(content: dict[str, Any]) -> str:
    """The YAML text of a mapping: blocks for texts of several lines, one line for short lists."""
    yaml = YAML()
    yaml.width = _WIDE
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(_styled(content), stream)
    return stream.getvalue()


def _styled(value: Any, key: str = "") -> Any:  # noqa: ANN401 - data of any kind
    if isinstance(value, dict):
        return CommentedMap((key, _styled(item, key)) for key, item in value.items())
    if isinstance(value, list | tuple):
        return _list([_styled(item) for item in value], key)
    if isinstance(value, date):
        return value.replace()  # a date of its own: one that two fields share would get an anchor
    return _text(value) if isinstance(value, str) else value


def _list(items: list[Any], key: str) -> CommentedSeq:
    sequence = CommentedSeq(items)
    words = all(isinstance(item, str | int | float) and "\n" not in str(item) for item in items)
    if words and key not in _ONE_A_LINE and sum(len(str(item)) + 2 for item in items) <= _SHORT:
        sequence.fa.set_flow_style()
    return sequence


def _text(text: str) -> str:
    """A text in a style that keeps every character of it."""
    if "\n" in text and _LITERAL.fullmatch(text) and not re.search(r"[ \t]+(\n|$)", text):
        text = LiteralScalarString(text)
    elif not _PLAIN.fullmatch(text):
        text = DoubleQuotedScalarString(text)
    return text
