"""What the documentation says is what the code does."""

import ast
import importlib
import re
from inspect import ismodule
from pathlib import Path

import pytest

import programkit
from programkit import building, checking, explaining
from programkit.loading import load
from programkit.model.base import TBD

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"

FIRST_SCRIPT = re.compile(r"```python\n(?P<code>.*?)```", re.DOTALL)
FIRST_YAML = re.compile(r"```yaml\n(?P<code>.*?)```", re.DOTALL)
HEADED_CODE = re.compile(r"^## `(?P<code>[a-z-]+)`$", re.MULTILINE)
ROW = re.compile(r"^\| `.+ \|$", re.MULTILINE)
LINK = re.compile(r"\]\((?P<target>[^)#:]+)(#[^)]*)?\)")


def body_of(script):
    """The source of a script without its docstring."""
    tree = ast.parse(script)
    after = tree.body[0].end_lineno if ast.get_docstring(tree) is not None else 0
    return "\n".join(script.splitlines()[after:]).strip()


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial/first-program.md"])
def test_script_of_page_is_that_of_example(page):
    shown = FIRST_SCRIPT.search((ROOT / page).read_text(encoding="utf-8"))
    example = (ROOT / "examples" / "rovinj2024" / "build.py").read_text(encoding="utf-8")

    assert shown["code"].strip() == body_of(example)


def test_every_rule_is_documented():
    rules = importlib.import_module("programkit.rules").RULES
    page = (REFERENCE / "rules.md").read_text(encoding="utf-8")

    assert HEADED_CODE.findall(page) == [rule.code for rule in rules]


def test_every_finding_is_documented():
    codes = {**checking.CODES, **explaining.CODES, **building.CODES}
    page = (REFERENCE / "findings.md").read_text(encoding="utf-8")

    assert ROW.findall(page) == [f"| `{code}` | {codes[code]} |" for code in sorted(codes)]


def test_every_public_name_is_documented():
    page = (REFERENCE / "api.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\.\. auto[a-z]+:: (?:programkit\.)?(\w+)$", page, re.MULTILINE))

    assert named == {name for name in programkit.__all__ if not ismodule(getattr(programkit, name))}


def test_example_of_native_format_loads(tmp_path):
    page = (REFERENCE / "files.md").read_text(encoding="utf-8")
    example = FIRST_YAML.search(page)["code"]
    (tmp_path / "conference.yaml").write_text(example, encoding="utf-8")

    slots = load(tmp_path).timetable.slots

    assert [slot.slot.talk for slot in slots.values()] == ["model-collapse", TBD]


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md"])
def test_links_of_page_lead_somewhere(page):
    targets = {m["target"] for m in LINK.finditer((ROOT / page).read_text(encoding="utf-8"))}

    assert {target for target in targets if not (ROOT / target).exists()} == set()
