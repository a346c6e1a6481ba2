"""Commands about decisions: check, solve, explain, diff."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from programkit import checking, comparing, explaining, solving
from programkit.cli import display
from programkit.cli.places import Project, answer, decided_by, judged, program_file, say
from programkit.errors import LoadError
from programkit.files import calendarcheck
from programkit.files.report import changes_json, report_json, report_sarif, report_text
from programkit.loading import load, load_program, save
from programkit.model.changes import Changes
from programkit.model.findings import Report
from programkit.model.program import Program
from programkit.model.result import Result, Status
from programkit.text.characters import clean


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


_NAMED = 5
"""How many talks without a place are named."""
_MEANINGS = {**checking.MEANINGS, **calendarcheck.CODES}
_PRINTERS: Mapping[Format, Callable[[Report], str]] = {
    Format.TEXT: report_text,
    Format.JSON: report_json,
    Format.SARIF: partial(report_sarif, meanings=_MEANINGS),
}


def check(
    path: Project,
    format: Annotated[Format, typer.Option(help="How to print.")] = Format.TEXT,  # noqa: A002 - the option's name
    now: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DAY",
            help="Of a series, from when to count what is soon; else revised:.",
        ),
    ] = None,
) -> None:
    """Print the findings about a project, or about a calendar file; exit 1 if any is hard."""
    if path.suffix.lower() == ".ics":
        report = checking.check_calendar(path)
    else:
        report = checking.check(judged(path), now=now and now.date())
    answer(_PRINTERS[format](report))
    if report.hard:
        raise typer.Exit(1)


_Seconds = Annotated[
    float | None, typer.Option(help="Seconds allowed; 60 unless an effort is given.")
]
_Effort = Annotated[float | None, typer.Option(help="Work allowed, the same on every machine.")]
_Previous = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A program.json to stay close to.")
]
_Free = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SELECTOR",
        help="Fixed placements that may move: a talk's id, all, track:ID, day:ID, speaker:ID.",
    ),
]
_Replace = Annotated[
    str | None,
    typer.Option(metavar="TALK", help="A talk that does not take place: who steps in?"),
]


def solve(
    path: Project,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    effort: _Effort = None,
    time_limit: _Seconds = None,
    seed: Annotated[int, typer.Option(help="Another seed, another search.")] = 0,
    workers: Annotated[int, typer.Option(help="Searches side by side.")] = 8,
    reproducible: Annotated[
        bool, typer.Option("--reproducible", help="The same program each time; needs --effort.")
    ] = False,
    processes: Annotated[
        int, typer.Option(min=0, help="Processes in which parts of the search run.")
    ] = 0,
    previous: _Previous = None,
    free: _Free = None,
    replace: _Replace = None,
) -> None:
    """Decide what is open and write program.json; exit 1 if there is no program."""
    conference = load(path)
    before = previous or (program_file(path) if replace is not None else None)
    earlier = None if before is None else load_program(conference, before)
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
            replace=replace,
            progress=progress,
        )
    _tell(result)
    target = output or program_file(path)
    if replace is None and _is_worse(result, target):
        say(f"{target} is better and stays; allow more time, or write elsewhere with --output")
        return
    save(result.program, target)
    if earlier is not None and replace is not None:
        _say_who_steps_in(earlier, result.program, replace)
    elif result.program.unplaced:
        _say_who_is_left_over(result.program)
    say(f"wrote {target}")


def _is_worse(result: Result, target: Path) -> bool:
    """Whether a search that was cut short found less than what is there and can be held."""
    if result.status is Status.OPTIMAL or not target.exists():
        return False
    try:
        there = checking.check(load_program(result.program.conference, target))
    except LoadError:
        return False  # what cannot be read is nothing to keep to
    return not there.hard and there.cost < checking.check(result.program).cost


def _say_who_is_left_over(program: Program) -> None:
    """A talk without a place costs much and is not forbidden: readers would miss it in silence."""
    named = [f'"{talk.id}"' for talk in program.unplaced]
    shown = ", ".join(named[:_NAMED]) + (" …" if len(named) > _NAMED else "")
    count = "1 talk has" if len(named) == 1 else f"{len(named)} talks have"
    say(f"{count} no place: {shown}; add slots for them, or see what check says")


def _tell(result: Result) -> None:
    """Print the answer and what it took; exit 1 if there is no program."""
    answer(clean(str(result)))
    if result.status is not Status.OPTIMAL or not result.reproducible:
        say(_what_it_took(result))
    if result.found is None:
        raise typer.Exit(1)


def _say_who_steps_in(before: Program, after: Program, talk: str) -> None:
    """What changes for whom, and the line that makes it a fact: readers look where it was."""
    answer(clean(_told(comparing.diff(before, after))))
    slots = [slot for placed in before.by_talk[talk] for slot in placed.placement.slots[:1]]
    at = f", at: {slots[0]}" if len(slots) == 1 else ""
    say(f"the facts are as they were; to make it one, write: {{id: {talk}, state: cancelled{at}}}")


def _what_it_took(result: Result) -> str:
    """Time, size and memory of a search that was more than a short look."""
    return (
        f"{result.seconds:.1f} s; the largest model had {result.variables} variables and "
        f"{result.constraints} constraints; at most {result.memory} MiB of memory"
    )


def _executor(processes: int) -> AbstractContextManager[Executor | None]:
    """So many processes; none asked for means that everything runs in this one."""
    return ProcessPoolExecutor(processes) if processes else nullcontext()


class Plain(StrEnum):
    """How answers are printed that are not findings alone."""

    TEXT = "text"
    JSON = "json"


def explain(
    path: Project,
    talk: Annotated[str | None, typer.Option(metavar="ID", help="Why is this talk not …")] = None,
    at: Annotated[str | None, typer.Option(metavar="SLOT", help="… in this slot?")] = None,
    format: Annotated[Plain, typer.Option(help="How to print.")] = Plain.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Say why there is no program, or why a talk is not in a slot and what it would take."""
    what = judged(path) if talk is not None else load(path)
    report = explaining.explain(what, talk=talk, at=at)
    answer(report_json(report) if format is Plain.JSON else clean(str(report)))
    if report.hard:
        raise typer.Exit(1)


def diff(
    old: Annotated[
        Path, typer.Argument(metavar="OLD", help="A project, or a program.json beside its facts.")
    ],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same, later.")],
    per_person: Annotated[
        bool, typer.Option("--per-person", help="A message to each person, ready to paste.")
    ] = False,
    format: Annotated[Plain, typer.Option(help="How to print.")] = Plain.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Print what changed between two programs, and who must be told."""
    changes = comparing.diff(decided_by(old), decided_by(new))
    if format is Plain.JSON:
        answer(changes_json(changes))
    elif per_person:
        answer(clean("\n\n\n".join(str(message) for message in changes.messages)))
    else:
        answer(clean(_told(changes)))


def _told(changes: Changes) -> str:
    """The changes, and the names of those who must be told."""
    names = ", ".join(message.name for message in changes.messages)
    return f"{changes}\nto be told: {names}" if names else str(changes)
