"""YAML 1.2 as a tree that knows its lines: no duplicate keys, no anchors, no tags, no surprises.

Values stay the text that was written (``title: 1984`` is a title, ``name: no`` a name); the model
knows which of them are numbers. Only what rules are told is read with YAML's own types.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionStartEvent, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from programkit.errors import Fault, LoadError
from programkit.files.locate import Place, Rows, Table

DEEPEST = 40
"""Levels of nesting; more than any conference needs, less than what exhausts the stack."""
TYPED = frozenset({"requirements"})
"""Top-level keys below which numbers, booleans and nothing are read as YAML has them."""


def parse(text: str, file: str) -> Table:
    """The mapping that a YAML text holds.

    Args:
        text: The YAML text.
        file: Its path, for messages and places.

    Raises:
        LoadError: It is no YAML mapping, or uses what is refused; carries all faults found.
    """
    faults: list[Fault] = []
    try:
        _refuse_references(text, file)
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = 0 if mark is None else mark.line + 1
        raise LoadError([Fault(_problem(error), file=file, line=line)]) from None
    except (YAMLError, ValueError) as error:
        message = " ".join(str(error).split())
        raise LoadError([Fault(f"this is no YAML: {message}", file=file)]) from None
    if node is None:
        return Table(place=Place(file, 1))
    tree = _Builder(file, faults).build(node, typed=False)
    if not faults and not isinstance(tree, Table):
        faults.append(Fault("the file is no mapping", file, 1, remedy="begin with title: …"))
    if faults:
        raise LoadError(faults)
    table: Table = tree
    return table


def _problem(error: MarkedYAMLError) -> str:
    parts = [part for part in (error.context, error.problem) if part]
    return f"this is no YAML: {', '.join(parts)}"


def _refuse_references(text: str, file: str) -> None:
    """Anchors and aliases make small files large; tags make objects: none is needed here."""
    faults: list[Fault] = []
    depth = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        line = event.start_mark.line + 1
        depth += isinstance(event, CollectionStartEvent)
        depth -= type(event).__name__ in {"MappingEndEvent", "SequenceEndEvent"}
        if depth > DEEPEST:
            fault = Fault(f"nested deeper than {DEEPEST} levels", file, line)
            raise LoadError([*faults, fault])
        if isinstance(event, NodeEvent) and event.anchor:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            message = f"anchors and aliases are not read: {sign}{event.anchor}"
            faults.append(Fault(message, file, line, remedy="write the value out; quote a text"))
        elif getattr(event, "tag", None):
            faults.append(
                Fault(f"tags are not read: {event.tag}", file, line, remedy="quote the text")
            )
    if faults:
        raise LoadError(faults)


class _Builder:
    """Turns nodes into tables and rows."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults
        self.scalars = SafeConstructor()
        self.scalars.loader = YAML(typ="safe", pure=True)

    def build(self, node: Node, *, typed: bool) -> Any:  # noqa: ANN401 - what the file holds
        place = self.place(node)
        if isinstance(node, MappingNode):
            return self.table(node, typed=typed)
        if isinstance(node, SequenceNode):
            items = [self.build(child, typed=typed) for child in node.value]
            return Rows(items, place, [self.place(child) for child in node.value])
        return self.scalar(node, typed=typed)

    def table(self, node: MappingNode, *, typed: bool) -> Table:
        table = Table(place=self.place(node))
        for key_node, value_node in node.value:
            place = self.place(key_node)
            if not isinstance(key_node, ScalarNode):
                self.fault("a key must be a word", place)
                continue
            key = str(key_node.value)
            if key in table:
                first = table.at(key).line
                self.fault(f'"{key}" is there twice, first in line {first}', place)
                continue
            inner = typed or key in TYPED
            table.put(key, self.build(value_node, typed=inner), place)
        return table

    def scalar(self, node: ScalarNode, *, typed: bool) -> Any:  # noqa: ANN401 - what the file holds
        kind = str(node.tag).rpartition(":")[2]
        if kind == "null":
            return None
        if typed and kind in {"int", "float", "bool"}:
            return getattr(self.scalars, f"construct_yaml_{kind}")(node)
        return str(node.value)

    def place(self, node: Node) -> Place:
        return Place(self.file, node.start_mark.line + 1)

    def fault(self, message: str, place: Place) -> None:
        self.faults.append(Fault(message, place.file, place.line))
