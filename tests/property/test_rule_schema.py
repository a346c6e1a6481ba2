"""What can be said of rules, the schema of the files knows: editors underline nothing that loads."""

import json
import re
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from ruamel.yaml import YAML
from tests.property.test_agreement import FITTING

from programkit.loading import json_schema
from programkit.rules import RULES
from strategies import conferences, rules, speaks_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/reference/rules.md").read_text(encoding="utf-8")
CODES = {rule.code: rule for rule in RULES}
NOT_IN_FILES = {"stay-put"}
"""It is told of a program of before, which no file holds."""


@cache
def schema():
    return jsonschema.Draft202012Validator(json_schema())


def refused(*requirements):
    """The entries under ``requirements`` that the schema does not accept."""
    return [
        entry
        for entry in requirements
        if not schema().is_valid(
            json.loads(json.dumps({"title": "A", "requirements": [entry]}, default=str))
        )
    ]


def stated():
    """Every requirement that the page of rules shows, in its text and in its blocks."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    for block in blocks:
        read = YAML(typ="safe").load(block)
        yield from read["requirements"] if isinstance(read, dict) else read
    text = re.sub(r"^```.*?^```$", "", PAGE, flags=re.DOTALL | re.MULTILINE)
    for code in re.findall(r"`([^`]+)`", text.replace("\n", " ")):
        name, colon, _ = code.partition(": ")
        if colon and name in CODES:
            yield YAML(typ="safe").load(code)


def test_page_of_rules_shows_most_of_them():
    assert len({next(iter(entry)) for entry in stated()}) > 35


def test_every_requirement_shown_satisfies_the_schema():
    assert refused(*stated()) == []


def test_every_requirement_shown_can_be_told():
    for entry in stated():
        [(rule, told)] = entry.items()
        assert CODES[rule].model_validate({} if told is None else told).code == rule


@pytest.mark.parametrize(
    "entry",
    [
        {"coherent": {"by": ["tag"]}},
        {"spread": {"by": "topic", "days": 3}},
        {"choice": {"by": []}},
        {"times": {"for": "all", "only": [["Mon"]]}},
        {"gap": {"minutes": [10]}},
    ],
)
def test_schema_refuses_what_rules_refuse(entry):
    [(rule, told)] = entry.items()
    with pytest.raises(ValidationError):
        CODES[rule].model_validate(told)

    assert refused(entry) == [entry]


@st.composite
def told(draw):
    """What a rule is told, as files say it, some single values without their list."""
    kind = draw(st.sampled_from([rule for rule in RULES if rule.code not in NOT_IN_FILES]))
    conference = draw(FITTING.get(kind, conferences()).filter(lambda c: speaks_of(kind, c)))
    rule = draw(rules(kind, Fixed(conference)))
    dumped = rule.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return kind, {name: draw(st.sampled_from(alone(value))) for name, value in dumped.items()}


class Fixed:
    """What stands for a program where a rule is told of its facts only."""

    def __init__(self, conference):
        self.conference = conference


def alone(value):
    """A value; of a list of one also what is listed."""
    return [value, value[0]] if isinstance(value, list) and len(value) == 1 else [value]


@settings(max_examples=100, phases=[Phase.generate])
@given(told())
def test_schema_accepts_what_rules_accept(entry):
    kind, said = entry
    try:
        kind.model_validate(said)
    except ValidationError:
        return

    assert refused({kind.code: said}) == []
