"""libyaml finds the nodes that ruamel.yaml finds; what it may not read, ruamel.yaml reads."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

from programkit.files.native.yamlnodes import composed

DEEPEST = 40
EXAMPLES = [
    path.read_text("utf-8")
    for path in sorted((Path(__file__).parents[4] / "examples").glob("*/*.yaml"))
]
PIECES = [*" \n:-?#,[]{}\"'|>~.x1", "\n  ", "\n- ", ": ", ", ", " #", "|-\n", "é", "null", "0x1F"]


def shape(node):
    """A node with its lines; of what is empty only libyaml's is where it belongs."""
    if node is None:
        return None
    if isinstance(node, ScalarNode):
        return str(node.tag), node.value, node.start_mark.line if node.value else None
    pairs = node.value if isinstance(node, MappingNode) else [(one, None) for one in node.value]
    inside = [(shape(key), shape(value)) for key, value in pairs]
    return str(node.tag), inside, node.start_mark.line


def slow(text):
    return YAML(typ="safe", pure=True).compose(text)


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples_are_read_alike(text):
    assert shape(composed(text, DEEPEST)) == shape(slow(text))


@given(draw=st.randoms())
@settings(max_examples=100)
def test_spoiled_lines_are_read_alike(draw):
    lines = draw.choice(EXAMPLES).split("\n")
    start = draw.randrange(len(lines))
    text = "\n".join(lines[start : start + 6])
    for _ in range(draw.randrange(3)):
        place = draw.randrange(len(text) + 1)
        text = text[:place] + draw.choice(PIECES) + text[place:]
    try:
        wanted = shape(slow(text))
    except (YAMLError, ValueError):
        return  # libyaml reads a few texts that are no YAML, and harms nobody by it
    assert shape(composed(text, DEEPEST)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "a: &here 1\nb: *here\n",
        "a: !!int '1'\n",
        "a: ! 1\n",
        "%YAML 1.1\n---\na: no\n",
        "--- a\n...\n",
        "a: 1\u2028 b\n",
        "[" * 60 + "]" * 60,
    ],
)
def test_what_facts_do_not_have_is_read_by_ruamel(text):
    node, wanted = composed(text, DEEPEST), slow(text)

    assert shape(node) == shape(wanted)
    assert getattr(node.value[0][1] if ":" in text else node, "anchor", None) == getattr(
        wanted.value[0][1] if ":" in text else wanted, "anchor", None
    )


@pytest.mark.parametrize(
    "text", ["a: [1\n", "a: b: c\n", "a: *nowhere\n", "a\n---\nb\n", "a:\t1\n"]
)
def test_what_is_no_yaml_is_refused_by_ruamel(text):
    with pytest.raises(YAMLError) as refused:
        composed(text, DEEPEST)
    with pytest.raises(YAMLError) as wanted:
        slow(text)
    assert str(refused.value) == str(wanted.value)


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_empty_text_has_no_node(text):
    assert composed(text, DEEPEST) is None


def test_place_of_what_is_empty_is_that_of_its_key():
    node = composed("a:\n\n\nb: 1\n", DEEPEST)

    assert node.value[0][1].start_mark.line == 0
