"""Templates are compiled once for all processes, and anew whenever that is not certain."""

import sys

import pytest
from jinja2 import DictLoader, FileSystemBytecodeCache

from programkit.web import compiled
from programkit.web.compiled import Compiled, beside_modules
from programkit.web.rendering import OwnEnvironment


class Counting(OwnEnvironment):
    """Counts what it compiles."""

    compilations = 0

    def _generate(self, *given, **named):
        type(self).compilations += 1
        return super()._generate(*given, **named)


@pytest.fixture(autouse=True)
def writing(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(Counting, "compilations", 0)


def rendered(folder, source="{{ x }}"):
    """What a process makes of a template that it never saw."""
    cache = Compiled(FileSystemBytecodeCache(str(folder), "a-%s.cache"))
    made = Counting(loader=DictLoader({"t": source}), bytecode_cache=cache, autoescape=True)
    return made.get_template("t").render(x="<")


def test_another_process_need_not_compile(tmp_path):
    assert [rendered(tmp_path) for _ in range(3)] == ["&lt;"] * 3
    assert Counting.compilations == 1


def test_another_source_is_compiled(tmp_path):
    assert [rendered(tmp_path, source) for source in ("{{ x }}", "{{ x }}!")] == ["&lt;", "&lt;!"]
    assert Counting.compilations == 2


@pytest.mark.parametrize("damage", [b"", b"j2", b"nonsense" * 9])
def test_a_damaged_file_is_compiled_anew(tmp_path, damage):
    rendered(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)

    assert [rendered(tmp_path) for _ in range(2)] == ["&lt;"] * 2
    assert Counting.compilations == 2


def test_where_nothing_may_be_written_nothing_is(tmp_path, monkeypatch):
    assert rendered(tmp_path / "nowhere") == "&lt;"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(tmp_path) == "&lt;"
    assert list(tmp_path.iterdir()) == []


def test_what_another_jinja_compiled_is_not_used(monkeypatch):
    names = {beside_modules().pattern}
    monkeypatch.setattr(compiled, "version", lambda _: "99.0")

    assert beside_modules().pattern not in names
