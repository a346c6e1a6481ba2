"""YAML 1.2 as a tree that knows its lines: no duplicate keys, no anchors, no tags, no surprises.

Values stay the text that was written (``title: 1984`` is a title, ``name: no`` a name); the model
knows which of them are numbers. Only what rules and booklets are told is read with YAML's own
types.
"""

from __future__ import annotations

from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from programkit.errors import Fault, LoadError
from programkit.files.locate import Place, Rows, Table
from programkit.files.native.yamlnodes import composed
from programkit.text.characters import excerpt

DEEPEST = 40
"""Levels of nesting; more than any conference needs, less than what exhausts the stack."""
TYPED = frozenset({"requirements"})
"""Top-level keys below which numbers, booleans and nothing are read as YAML has them."""
_CORE = "tag:yaml.org,2002:"


def parse(text: str, file: str, *, typed: bool = False) -> Table:
    """The mapping that a YAML text holds.

    Args:
        text: The YAML text.
        file: Its path, for messages and places.
        typed: Whether all of it is read with YAML's own types.

    Raises:
        LoadError: It is no YAML mapping, or uses what is refused; carries all faults found.
    """
    try:
        node = composed(text, DEEPEST)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = 0 if mark is None else mark.line + 1
        raise LoadError([_fault(error, file, line)]) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        message = f"the character U+{error.character:04X} cannot be in a file"
        raise LoadError([Fault(message, file=file, line=line, remedy="take it out")]) from None
    except (YAMLError, ValueError) as error:
        message = " ".join(str(error).split())
        raise LoadError([Fault(f"this is no YAML: {message}", file=file)]) from None
    except RecursionError:
        raise LoadError([Fault(f"nested deeper than {DEEPEST} levels", file=file)]) from None
    if node is None:
        return Table(place=Place(file, 1))
    builder = _Builder(file)
    tree = builder.build(node, 0, typed=typed)
    if not isinstance(tree, Table):
        builder.fault("the file is no mapping", Place(file, 1), "begin with title: …")
    if builder.faults:
        raise LoadError(builder.faults)
    table: Table = tree
    return table


def _fault(error: MarkedYAMLError, file: str, line: int) -> Fault:
    """What the parser says, and what usually helps then."""
    said = ", ".join(part for part in (error.context, error.problem) if part)
    remedy = next((remedy for sign, remedy in _REMEDIES if sign in said), _REMEDY)
    return Fault(f"this is no YAML: {said}", file=file, line=line, remedy=remedy)


_QUOTE: Final = 'put a text that has ": " into quotes'
_REMEDIES: Final = (
    (r"'\t'", "indent with spaces, not with tabs"),
    ("mapping values are not allowed", _QUOTE),
    ("but got ':'", _QUOTE),
    ("expected <block end>", "let what belongs together begin in the same column"),
)
_REMEDY: Final = "look for a quote, bracket or indentation that is wrong, there or just before"


class _Builder:
    """Turns nodes into tables and rows.

    Anchors and aliases make small files large, tags make objects: both are refused.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.scalars = SafeConstructor()
        self.scalars.loader = YAML(typ="safe", pure=True)

    def build(self, node: Node, depth: int, *, typed: bool) -> Any:  # noqa: ANN401 - what the file holds
        place = self.place(node)
        if not self.plain(node, depth, place):
            return None
        if isinstance(node, MappingNode):
            return self.table(node, depth, typed=typed)
        if isinstance(node, SequenceNode):
            items = [self.build(child, depth + 1, typed=typed) for child in node.value]
            return Rows(items, place, [self.place(child) for child in node.value])
        return self.scalar(node, typed=typed) if isinstance(node, ScalarNode) else None

    def plain(self, node: Node, depth: int, place: Place) -> bool:
        """Whether the node is worth looking into; a fault is recorded if not."""
        if depth > DEEPEST:
            self.fault(f"nested deeper than {DEEPEST} levels", place)
        elif node.anchor:
            message = f"anchors and aliases are not read: {node.anchor}"
            self.fault(message, place, "write the value out, or quote the text")
        elif "/" in str(node.tag).removeprefix(_CORE) or not str(node.tag).startswith(_CORE):
            self.fault(f"tags are not read: {node.tag}", place, "quote the text")
        else:
            return True
        return False

    def table(self, node: MappingNode, depth: int, *, typed: bool) -> Table:
        table = Table(place=self.place(node))
        for key_node, value_node in node.value:
            place = self.place(key_node)
            if not isinstance(key_node, ScalarNode):
                self.fault("a key must be a word", place)
                continue
            key = str(key_node.value)
            if key in table:
                first = table.at(key).line
                self.fault(f'"{key}" is there twice, first in line {first}', place, "keep one")
                continue
            inner = typed or (depth == 0 and key in TYPED)
            table.put(key, self.build(value_node, depth + 1, typed=inner), place)
        return table

    def scalar(self, node: ScalarNode, *, typed: bool) -> Any:  # noqa: ANN401 - what the file holds
        kind = str(node.tag).removeprefix(_CORE)
        if kind == "null":
            return None
        if not typed or kind not in {"int", "float", "bool"}:
            return str(node.value)
        try:
            return getattr(self.scalars, f"construct_yaml_{kind}")(node)
        except (ValueError, LookupError):  # the tag was written out, or the number is endless
            self.fault(f'"{excerpt(node.value)}" is no {kind}', self.place(node), "correct it")
            return None

    def place(self, node: Node) -> Place:
        return Place(self.file, node.start_mark.line + 1)

    def fault(self, message: str, place: Place, remedy: str = "") -> None:
        fault = Fault(message, place.file, place.line, remedy=remedy)
        if fault not in self.faults:
            self.faults.append(fault)
