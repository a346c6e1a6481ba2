"""Commands that make outputs: build, write, serve."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from programkit import building
from programkit.cli import display
from programkit.cli.places import Project, decided, decided_by, say
from programkit.files.appearance import design_file
from programkit.model.findings import Level, Report
from programkit.model.program import Program

if TYPE_CHECKING:
    from programkit.paper.look.design import Design

BOOKLET = "booklet"
"""The format of ``write`` that is not one of ``writing``: it is drawn."""

_LINES = ".booklet-lines"
"""Kept among the outputs so that the next booklet is faster; may be deleted at any time."""

_Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME", help="Only: booklet, changes, posters, site, page, calendar, program."
    ),
]
_Format = Annotated[
    str, typer.Argument(metavar="FORMAT", help="One of booklet, cosplib, ical, markdown.")
]
_Theme = Annotated[
    str | None, typer.Option(metavar="NAME", help="Of the booklet: classic, compact, modern.")
]
_Page = Annotated[
    str | None, typer.Option(metavar="SIZE", help="Of the booklet: A4, A5, Letter, 120x190.")
]
_Parts = Annotated[
    str | None, typer.Option(metavar="LIST", help="Of the booklet: cover,contents,agenda.")
]
_Now = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="When it is published: 2026-09-01T12:00; else revised:."),
]
_Adopt = Annotated[
    Path | None,
    typer.Option(metavar="FILE.ics", help="Make a lost published.json from this calendar."),
]


_Since = Annotated[
    Path | None,
    typer.Option(metavar="OLD", help="What was printed: changes.pdf tells what is new since."),
]


def build(
    path: Project,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where to.")],
    only: _Only = None,
    theme: _Theme = None,
    page: _Page = None,
    parts: _Parts = None,
    single_file: Annotated[
        bool, typer.Option("--single-file", help="agenda.html, all in one page, for site/.")
    ] = False,
    publish: Annotated[
        bool, typer.Option("--publish", help="Readers get this: advance published.json.")
    ] = False,
    now: _Now = None,
    adopt: _Adopt = None,
    since: _Since = None,
) -> None:
    """Make every output: booklet.pdf, site/, program.ics, program.json; of a series posters/.

    Exit 1, and nothing is made, if subscribers of the calendar would be told what is wrong.
    """
    design = _design(path, theme=theme, page=page, parts=parts)
    program = decided(path)
    with display.making() as progress:
        built = building.build(
            program,
            output,
            only=tuple(only) if only else None,
            single_file=single_file,
            design=design,
            progress=progress,
            cache=output / _LINES,
            publish=publish,
            now=moment_called(now, program.conference.zone),
            adopt=adopt,
            since=None if since is None else decided_by(since),
        )
    for finding in built.findings:
        say(str(finding))
    if not built.paths and any(finding.level is Level.HARD for finding in built.findings):
        raise typer.Exit(1)
    for made in built.paths:
        counted = made.name == building.OUTPUTS["booklet"]
        say(f"wrote {made}{_pages(built.pages) if counted else ''}")
    if built.due is not None:
        moment = built.due.astimezone(program.conference.zone).isoformat(timespec="minutes")
        say(f"build again at {moment}: a link opens or closes then")


def _design(path: Path, **given: str | None) -> Design | None:
    """The design of the booklet; none where nothing is said about it."""
    if design_file(path) is None and all(text is None for text in given.values()):
        return None
    from programkit.designing import load_design  # noqa: PLC0415 - loads what sets texts

    return load_design(path, **given)


def moment_called(text: str | None, zone: ZoneInfo) -> datetime | None:
    """A moment; by the clocks of the conference where it names no zone."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f'"{text}" is no time; write 2026-09-01T12:00') from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _pages(count: int | None) -> str:
    return f", {count} page" if count == 1 else f", {count} pages"


def write(
    path: Project,
    format: _Format,  # noqa: A002 - the argument's name
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to.")],
) -> None:
    """Write one output, and say what it left out."""
    if format == BOOKLET:
        _write_booklet(path, output)
        return
    from programkit import writing  # noqa: PLC0415 - loads every writer

    if format not in writing.FORMATS:
        raise writing.unknown_format(format, (BOOKLET, *writing.FORMATS))
    for note in writing.write(decided(path), format, output):
        say(note)
    say(f"wrote {output}")


def _write_booklet(path: Path, output: Path) -> None:
    from programkit.designing import load_design  # noqa: PLC0415 - as above

    design, program = load_design(path), decided(path)
    with display.making() as progress:
        findings = building.booklet(
            program,
            output,
            theme=design.theme,
            parts=design.parts,
            progress=progress,
        )
    for finding in findings:
        say(str(finding))
    say(f"wrote {output}")


def serve(
    path: Project,
    port: Annotated[int, typer.Option(help="Port on this machine.", min=0, max=65535)] = 8000,
) -> None:
    """Show the site on this machine and rebuild it whenever a file changes; Ctrl-C ends it."""
    from programkit import serving  # noqa: PLC0415 - loads what follows files
    from programkit.checking import check  # noqa: PLC0415 - loads every rule

    def project() -> tuple[Program, Report]:
        program = decided(path)
        return program, check(program)

    serving.serve(path, project, port=port, say=say)
