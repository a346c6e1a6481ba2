"""The shape of the package: sizes, names, what an import loads, that nothing is unlisted."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

import programkit

TESTS = Path(__file__).parent
PACKAGE = Path(programkit.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
ROOT_MODULES = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 50
JUNK_DRAWERS = {"common", "helper", "helpers", "misc", "util", "utils"}
HEAVY = {"httpx", "jinja2", "ortools", "pikepdf", "reportlab"}

PLUG_INS = {
    # folder: (module and name of the list, files that are no plug-ins)
    "rules": ("programkit.rules", "RULES", {"base", "binding", "selection", "windows"}),
    "checks": ("programkit.checks", "DEFAULT_CHECKS", {"base"}),
    "paper/parts": ("programkit.paper.parts", "PARTS", {"base"}),
    "files/readers": ("programkit.files.readers", "READERS", {"base"}),
    "files/writers": ("programkit.files.writers", "WRITERS", {"base"}),
}

SILENCED = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover)(?P<rest>.*)")
CODES = re.compile(r"^(:\s*[A-Z]+[0-9]+(,\s*[A-Z]+[0-9]+)*|\[[a-z, -]+\])?\s*(#|-|–|:)?\s*")


def named(path):
    return str(path.relative_to(PACKAGE))


def written(path):
    return str(path.relative_to(TESTS.parent) if path.is_relative_to(TESTS) else named(path))


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def nodes():
    """Every file of the package, with every node of its code."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path, node


def test_files_are_short_enough_to_read():
    assert [named(path) for path in SOURCES if len(lines(path)) > LINES_OF_A_FILE] == []


def test_functions_are_short_enough_to_read():
    long = [
        f"{named(path)}: {node.name}"
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno >= LINES_OF_A_FUNCTION
    ]

    assert long == []


def test_no_module_is_a_junk_drawer():
    names = {part for path in SOURCES for part in path.relative_to(PACKAGE).with_suffix("").parts}

    assert names & JUNK_DRAWERS == set()


def test_no_public_name_hides_a_module():
    hidden = [
        name
        for name in programkit.__all__
        if name in ROOT_MODULES and not isinstance(getattr(programkit, name), ModuleType)
    ]

    assert hidden == []


def test_import_loads_nothing_heavy():
    script = "import programkit, sys; print(*{name.partition('.')[0] for name in sys.modules})"
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert set(answer.stdout.split()) & HEAVY == set()


def names_from_root(node):
    if isinstance(node, ast.ImportFrom) and node.module == "programkit":
        return {alias.name for alias in node.names}
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names if alias.name == "programkit"}
    return set()


def test_modules_import_from_where_things_live():
    elsewhere = [
        f"{named(path)}: {name}"
        for path, node in nodes()
        for name in names_from_root(node) - ROOT_MODULES
    ]

    assert elsewhere == []


def test_models_are_changed_by_replace():
    """Pydantic's own copy accepts a wrong type and an unknown field without a word."""
    unchecked = [
        f"{named(path)}:{node.lineno}"
        for path, node in nodes()
        if isinstance(node, ast.Attribute) and node.attr in {"model_copy", "model_construct"}
    ]

    assert unchecked == []


def test_silenced_checks_say_why():
    unexplained = [
        f"{written(path)}:{number}"
        for path in (*SOURCES, *sorted(TESTS.rglob("*.py")))
        for number, line in enumerate(lines(path), start=1)
        if (silenced := SILENCED.search(line)) and not CODES.sub("", silenced["rest"])
    ]

    assert unexplained == []


@pytest.mark.parametrize("folder", PLUG_INS)
def test_every_plug_in_is_listed(folder):
    module, name, others = PLUG_INS[folder]
    package = f"programkit.{folder.replace('/', '.')}."
    written = {path.stem for path in (PACKAGE / folder).glob("[!_]*")} - others
    listed = getattr(importlib.import_module(module), name)
    listed = listed.values() if isinstance(listed, Mapping) else listed

    assert {p.__module__.removeprefix(package).partition(".")[0] for p in listed} == written
