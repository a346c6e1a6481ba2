"""What a PATH on the command line stands for, and where answers go."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from programkit.loading import load, load_program
from programkit.model.conference import Conference
from programkit.model.program import Program
from programkit.text.characters import clean

Project = Annotated[Path, typer.Argument(metavar="PATH", help="A project folder or file.")]


def program_file(path: Path) -> Path:
    """Where the decisions about a project are: beside its facts."""
    if path.is_dir():
        return path / "program.json"
    if path.stem == "conference":
        return path.with_name("program.json")
    return path.with_name(f"{path.stem}.program.json")


def decided(path: Path) -> Program:
    """The program of a project: its decisions if there are any, else what the facts fix."""
    conference = load(path)
    decisions = program_file(path)
    return load_program(conference, decisions) if decisions.exists() else Program.of(conference)


def judged(path: Path) -> Conference | Program:
    """What to check: the program if decisions were saved, else the facts."""
    return decided(path) if program_file(path).exists() else load(path)


def decided_by(path: Path) -> Program:
    """The program of a project, or of a file of decisions beside its facts."""
    if path.suffix != ".json":
        return decided(path)
    return load_program(_facts_beside(path), path)


def _facts_beside(decisions: Path) -> Conference:
    stem = decisions.name.removesuffix(".json").removesuffix(".program")
    own = decisions.with_name(f"{stem}.yaml")
    return load(own if own.exists() else decisions.parent)


def say(message: str) -> None:
    """A message to the user, never mixed with the data of an answer nor steering the terminal."""
    sys.stderr.write(clean(message).rstrip("\n") + "\n")


def answer(data: str) -> None:
    """Data, to standard output."""
    sys.stdout.write(data.rstrip("\n") + "\n")
