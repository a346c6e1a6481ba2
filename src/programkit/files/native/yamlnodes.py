"""The nodes of a YAML text: by libyaml where it is plain, else by ruamel.yaml.

ruamel.yaml is written in Python and takes a hundred times as long as libyaml, five seconds for
twenty years of a seminar. So libyaml, which comes with PyYAML, finds the nodes of what both read
alike; what a value means is for ruamel's YAML 1.2 to say, and so is what is wrong with a text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tag import Tag
from yaml import YAMLError, events

try:
    from yaml.cyaml import CParser
except ImportError:  # pragma: no cover - PyYAML is built without libyaml on some machines
    CParser = None

_READ_OTHERWISE: Final = re.compile("[\t\x85\u2028\u2029\ufeff]|^[%\\-.]", re.MULTILINE)
"""What the two may read differently: YAML 1.1 has more line ends, and tabs are a matter of taste;
and directives and marks of documents at the margin."""
_MAP, _LIST = Tag(suffix="tag:yaml.org,2002:map"), Tag(suffix="tag:yaml.org,2002:seq")
_TEXT = Tag(suffix="tag:yaml.org,2002:str")


def composed(text: str, deepest: int) -> Node | None:
    """The only document of a text; none if it is empty.

    Args:
        text: The YAML text.
        deepest: Levels of nesting beyond which ruamel.yaml is asked.

    Raises:
        ruamel.yaml.error.YAMLError: It is no YAML.
    """
    if CParser is not None and not _READ_OTHERWISE.search(text):
        try:
            return _Composer(text, deepest).document()
        except (YAMLError, _Unusual):
            pass
    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node


class _Unusual(Exception):  # noqa: N818 - caught here, never seen outside
    """Something that facts do not have: an anchor, a tag, a second document, a deep nest."""


class _Composer:
    """Makes nodes of libyaml's events."""

    def __init__(self, text: str, deepest: int) -> None:
        self._next = CParser(text).get_event
        self._deepest = deepest
        resolve = YAML(typ="safe", pure=True).resolver.resolve
        self._tag = cache(lambda value: resolve(ScalarNode, value, (True, False)))

    def document(self) -> Node | None:
        """The root, and nothing behind it."""
        self._next()  # the stream begins
        if isinstance(self._next(), events.StreamEndEvent):
            return None
        root = self._node(self._next(), 0)
        self._next()  # the document ends
        if not isinstance(self._next(), events.StreamEndEvent):
            raise _Unusual
        return root

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 - events have no types
        kind = type(event)
        if kind is events.AliasEvent or event.anchor or event.tag or depth > self._deepest:
            raise _Unusual
        if kind is events.ScalarEvent:
            tag = self._tag(event.value) if event.implicit[0] else _TEXT
            return ScalarNode(tag, event.value, event.start_mark)
        if kind is events.SequenceStartEvent:
            return SequenceNode(_LIST, self._items(depth), event.start_mark)
        return MappingNode(_MAP, self._entries(depth), event.start_mark)

    def _items(self, depth: int) -> list[Node]:
        items = []
        while not isinstance(event := self._next(), events.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _entries(self, depth: int) -> list[tuple[Node, Node]]:
        entries = []
        while not isinstance(event := self._next(), events.MappingEndEvent):
            key = self._node(event, depth + 1)
            entries.append((key, self._node(self._next(), depth + 1)))
        return entries
