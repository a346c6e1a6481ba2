"""The commands, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Final

import typer

COMMANDS: Final[Mapping[str, str]] = {
    "new": "projects",
    "import": "projects",
    "check": "deciding",
    "solve": "deciding",
    "explain": "deciding",
    "diff": "deciding",
    "build": "making",
    "write": "making",
    "serve": "making",
    "announce": "mailing",
    "impose": "printing",
    "archive": "printing",
    "schema": "projects",
}
"""In which module of this package each command is, in the order of the help."""


def app_for(words: Iterable[str]) -> typer.Typer:
    """The command line for what was typed.

    Importing all commands takes a second, which is much for a build of two. So only the one that
    is named is imported; all are where none is, for the help and for what is spelled wrong.

    Args:
        words: What was typed behind "programkit".
    """
    first = next(iter(words), "")
    app = typer.Typer(
        name="programkit",
        help="From talks, people, rooms and wishes to a decided program, in print, on the web "
        "and in calendars.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        callback=_nothing,  # else the only command would have no name
    )
    for name in (first,) if first in COMMANDS else COMMANDS:
        module = import_module(f"programkit.cli.{COMMANDS[name]}")
        function = getattr(module, name, None) or getattr(module, f"{name}_")
        app.command(name)(function)
    return app


def _nothing() -> None:
    """Is done before a command."""
