"""The commands, by name."""

from __future__ import annotations

import typer

from programkit.cli import deciding, mailing, making, printing, projects

app = typer.Typer(
    name="programkit",
    help="From talks, people, rooms and wishes to a decided program, in print, on the web "
    "and in calendars.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    projects.new,
    projects.import_,
    deciding.check,
    deciding.solve,
    deciding.explain,
    deciding.diff,
    making.build,
    making.write,
    making.serve,
    mailing.announce,
    printing.impose,
    printing.archive,
    projects.schema,
):
    app.command(command.__name__.rstrip("_"))(command)
