"""Commands that make outputs: build, write, serve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from programkit import building, serving, writing
from programkit.cli import display
from programkit.cli.places import Project, decided, say

_Only = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only these: booklet, site, calendar, program."),
]


def build(
    path: Project,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where to.")],
    only: _Only = None,
) -> None:
    """Make every output: booklet.pdf, site/, program.ics, program.json."""
    program = decided(path)
    with display.making() as progress:
        built = building.build(
            program, output, only=tuple(only) if only else None, progress=progress
        )
    for finding in built.findings:
        say(str(finding))
    for made in built.paths:
        say(f"wrote {made}")


def write(
    path: Project,
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="Such as markdown, ical.")],  # noqa: A002 - the argument's name
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to.")],
) -> None:
    """Write one output, and say what it left out."""
    for note in writing.write(decided(path), format, output):
        say(note)
    say(f"wrote {output}")


def serve(
    path: Project,
    port: Annotated[int, typer.Option(help="Port on this machine.", min=0, max=65535)] = 8000,
) -> None:
    """Show the agenda on this machine and rebuild it whenever a file changes; Ctrl-C ends it."""
    serving.serve(path, lambda: decided(path), port=port, say=say)
