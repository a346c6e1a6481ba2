"""What the documentation says is what the code does."""

import ast
import importlib
import io
import re
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import fields
from inspect import ismodule
from pathlib import Path

import pytest

import programkit
from programkit import building, checking, cli, explaining
from programkit.files import calendarcheck
from programkit.files.native.fieldshapes import shapes_of
from programkit.loading import load
from programkit.model.base import TBD
from programkit.model.contributions import Poster, Talk, Track
from programkit.model.days import Block, Break, Day, Marker, Session, Slot
from programkit.model.interests import Interest
from programkit.model.people import Affiliation, Person
from programkit.model.recurrence import Recurrence, RuleException
from programkit.model.series import Series
from programkit.model.venue import Room
from programkit.paper.parts import PARTS

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"

PAGES = [
    *sorted((ROOT / "docs" / "tutorial").glob("*.md")),
    *sorted((ROOT / "docs" / "howto").glob("*.md")),
    REFERENCE / "files.md",
    ROOT / "docs" / "contributing" / "add-a-part.md",
    ROOT / "docs" / "contributing" / "add-a-reader.md",
]
"""What tells people to do something."""

FIRST_SCRIPT = re.compile(r"```python\n(?P<code>.*?)```", re.DOTALL)
BLOCK = re.compile(
    r"^```(?:\{code-block\} )?(?P<kind>yaml|python|console|text|markdown|css|jinja)\n"
    r"(?::caption: (?P<file>\S+)\n\n)?(?P<code>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
COMMAND = re.compile(r"^\$ (?P<line>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
HEADED_CODE = re.compile(r"^## `(?P<code>[a-z-]+)`$", re.MULTILINE)
FIRST_CELL = re.compile(r"^\| (`[^|]+) \|", re.MULTILINE)
ROW = re.compile(r"^\| `.+ \|$", re.MULTILINE)
LINK = re.compile(r"\]\((?P<target>[^)#:]+)(#[^)]*)?\)")


def body_of(script):
    """The source of a script without its docstring."""
    tree = ast.parse(script)
    after = tree.body[0].end_lineno if ast.get_docstring(tree) is not None else 0
    return "\n".join(script.splitlines()[after:]).strip()


def run(line):
    """What a command of ours prints; the answer and the messages as they come."""
    printed, argv = io.StringIO(), shlex.split(line, comments=True)
    assert argv[0] == "programkit"
    with redirect_stdout(printed), redirect_stderr(printed), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", argv)
        with suppress(SystemExit):
            cli.main()
    return printed.getvalue()


def pattern(shown):
    """What a page shows of an output, as a pattern: … stands for whatever was left out."""
    return ".*?".join(re.escape(part.strip("\n")) for part in shown.split("…")) + r"\s*"


def follow(page):
    """Do what a page tells: write its files, run its commands and its Python; list what differs."""
    names, differences = {}, []
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["file"]:
            path = Path(block["file"])
            path.parent.mkdir(exist_ok=True)
            path.write_text(block["code"], encoding="utf-8")
        elif block["kind"] == "python":
            with redirect_stdout(io.StringIO()):
                exec(compile(block["code"], page.name, "exec"), names)  # noqa: S102 - our own pages
        elif block["kind"] == "console":
            for command in COMMAND.finditer(block["code"]):
                printed = run(command["line"])
                if command["output"] and not re.fullmatch(
                    pattern(command["output"]), printed, re.DOTALL
                ):
                    differences.append((command["line"], printed))
    return differences


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_tells_what_happens(page, tmp_path, monkeypatch):
    """Shown only, and not done: blocks of other kinds, such as shell and py."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    if page.parent.name != "tutorial":
        run("programkit new symposium")

    assert follow(page) == []


def test_script_of_readme_is_that_of_example():
    shown = FIRST_SCRIPT.search((ROOT / "README.md").read_text(encoding="utf-8"))
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


def test_every_fault_of_a_calendar_is_documented():
    page = (REFERENCE / "calendars.md").read_text(encoding="utf-8")
    codes = calendarcheck.CODES

    assert [row for row in ROW.findall(page) if row.startswith("| `ical-")] == [
        f"| `{code}` | {codes[code]} |" for code in sorted(codes)
    ]


def test_every_public_name_is_documented():
    page = (REFERENCE / "api.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\.\. auto[a-z]+:: (?:programkit\.)?(\w+)$", page, re.MULTILINE))

    assert named == {name for name in programkit.__all__ if not ismodule(getattr(programkit, name))}


@pytest.mark.parametrize(
    ("section", "models"),
    [
        ("The conference", (Series,)),
        ("rooms", (Room,)),
        ("people, affiliations", (Person, Affiliation)),
        ("talks, posters", (Talk, Poster)),
        ("tracks", (Track,)),
        ("days", (Day, Session, Block, Slot, Break, Marker)),
        ("interests", (Interest,)),
        ("recurrence", (Recurrence, RuleException)),
    ],
)
def test_every_key_of_the_facts_is_documented(section, models):
    page = (REFERENCE / "files.md").read_text(encoding="utf-8")
    text = page.partition(f"### {section}\n")[2].partition("\n##")[0]
    keys = {key for cell in FIRST_CELL.findall(text) for key in re.findall(r"`(\w+)`", cell)}

    assert keys == {key for model in models for key in shapes_of(model)} - {"type"}


def test_every_part_and_what_it_is_told_is_documented():
    page = (REFERENCE / "parts.md").read_text(encoding="utf-8")
    sections = re.split(r"^## `([a-z-]+)`$", page, flags=re.MULTILINE)[1:]
    told = {
        name: {cell.strip("`") for cell in FIRST_CELL.findall(text)}
        for name, text in zip(sections[::2], sections[1::2], strict=True)
    }

    assert told == {name: {field.name for field in fields(part)} for name, part in PARTS.items()}
    assert list(told) == list(PARTS)


def test_every_template_and_property_of_the_pages_is_documented():
    told = (REFERENCE / "pages.md").read_text(encoding="utf-8")
    web = Path(programkit.__file__).parent / "web"
    templates = {path.name for path in (web / "templates").glob("*.html")}
    sheet = (web / "static/agenda.css").read_text(encoding="utf-8")
    properties = set(re.findall(r"^  (--[a-z-]+):", sheet.partition("}")[0], re.MULTILINE))

    assert set(re.findall(r"`([a-z0-9]+\.html)`", told)) - {"index.html"} == templates
    assert set(re.findall(r"`(--[a-z-]+)`", told)) - {"--track", "--single-file"} == properties


def test_example_of_native_format_has_fixed_and_open_slots(tmp_path):
    page = (REFERENCE / "files.md").read_text(encoding="utf-8")
    example = next(block for block in BLOCK.finditer(page) if block["file"])
    (tmp_path / "conference.yaml").write_text(example["code"], encoding="utf-8")

    slots = load(tmp_path).timetable.slots

    assert [slot.slot.talk for slot in slots.values()] == ["birds", TBD, TBD, TBD, TBD]


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md"])
def test_links_of_page_lead_somewhere(page):
    targets = {m["target"] for m in LINK.finditer((ROOT / page).read_text(encoding="utf-8"))}

    assert {target for target in targets if not (ROOT / target).exists()} == set()
