"""Commands about decisions: check, solve, explain, diff."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from programkit import checking, comparing, explaining, solving
from programkit.cli import display
from programkit.cli.places import Project, answer, decided_by, judged, program_file, say
from programkit.files.report import report_json, report_sarif, report_text
from programkit.loading import load, load_program, save
from programkit.model.findings import Report
from programkit.text.characters import clean


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


_PRINTERS: Mapping[Format, Callable[[Report], str]] = {
    Format.TEXT: report_text,
    Format.JSON: report_json,
    Format.SARIF: partial(report_sarif, meanings=checking.MEANINGS),
}


def check(
    path: Project,
    format: Annotated[Format, typer.Option(help="How to print.")] = Format.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Print the findings about a project; exit 1 if any is hard."""
    report = checking.check(judged(path))
    answer(_PRINTERS[format](report))
    if report.hard:
        raise typer.Exit(1)


def solve(
    path: Project,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    effort: Annotated[
        float | None, typer.Option(help="Work allowed, the same on every machine.")
    ] = None,
    time_limit: Annotated[
        float | None, typer.Option(help="Seconds allowed; 60 unless an effort is given.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Another seed, another search.")] = 0,
    workers: Annotated[int, typer.Option(help="Searches side by side.")] = 8,
    reproducible: Annotated[
        bool, typer.Option("--reproducible", help="The same program each time; needs --effort.")
    ] = False,
    processes: Annotated[
        int, typer.Option(min=0, help="Processes in which parts of the search run.")
    ] = 0,
    previous: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A program.json to stay close to.")
    ] = None,
    free: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SELECTOR",
            help="Fixed placements that may move: a talk's id, all, track:ID, day:ID, speaker:ID.",
        ),
    ] = None,
) -> None:
    """Decide what is open and write program.json; exit 1 if there is no program."""
    conference = load(path)
    earlier = None if previous is None else load_program(conference, previous)
    with _executor(processes) as executor, display.solving() as progress:
        result = solving.solve(
            conference,
            effort=effort,
            time_limit=time_limit,
            seed=seed,
            workers=workers,
            reproducible=reproducible,
            executor=executor,
            previous=earlier,
            free=tuple(free or ()),
            progress=progress,
        )
    answer(clean(str(result)))
    say(
        f"{result.seconds:.1f} s; the largest model had {result.variables} variables and "
        f"{result.constraints} constraints; at most {result.memory} MiB of memory"
    )
    if result.found is None:
        raise typer.Exit(1)
    target = output or program_file(path)
    save(result.program, target)
    say(f"wrote {target}")


def _executor(processes: int) -> AbstractContextManager[Executor | None]:
    """So many processes; none asked for means that everything runs in this one."""
    return ProcessPoolExecutor(processes) if processes else nullcontext()


def explain(
    path: Project,
    talk: Annotated[str | None, typer.Option(metavar="ID", help="Why is this talk not …")] = None,
    at: Annotated[str | None, typer.Option(metavar="SLOT", help="… in this slot?")] = None,
) -> None:
    """Say why there is no program, or why a talk cannot be in a slot."""
    report = explaining.explain(load(path), talk=talk, at=at)
    answer(report_text(report))
    if report.hard:
        raise typer.Exit(1)


def diff(
    old: Annotated[
        Path, typer.Argument(metavar="OLD", help="A project, or a program.json beside its facts.")
    ],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same, later.")],
) -> None:
    """Print what changed between two programs, and who must be told."""
    later = decided_by(new)
    changes = comparing.diff(decided_by(old), later)
    answer(clean(str(changes)))
    people = later.conference.by_id.people
    names = [people[person].name for person in changes.people if person in people]
    if names:
        answer(clean("to be told: " + ", ".join(names)))
