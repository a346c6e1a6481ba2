"""The command line run in this process, as the console script runs it."""

import sys
from dataclasses import dataclass

import pytest

from programkit import cli
from programkit.loading import new_project


@dataclass
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs ``programkit`` with arguments; answers with exit code, output and messages."""

    def run_it(*arguments):
        monkeypatch.setattr(sys, "argv", ["programkit", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        code = ended.value.code
        return Ran(0 if code is None else int(code), out, err)

    return run_it


@pytest.fixture
def starter(tmp_path):
    """The project that ``programkit new`` writes."""
    new_project(tmp_path / "starter")
    return tmp_path / "starter"


@pytest.fixture
def small(tmp_path):
    """A project in which two talks are fixed in one slot."""
    text = (
        "title: Small\ntimezone: Europe/Zagreb\n"
        'talks:\n  - {id: a, title: "A \\e[2J", abstract: "", at: s/1}\n'
        "  - {id: b, title: B, abstract: '', at: s/1}\n"
        "days:\n  - date: 2026-01-05\n    items:\n"
        "      - {session: S, id: s, at: 9:00, slots: 2 x 30 min}\n"
    )
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "conference.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "small"
