"""The command line: thin, over the verbs."""

from __future__ import annotations

import io
import sys

INTERRUPTED = 130
"""What a shell expects after Ctrl-C."""
_MOST = 100
"""Faults that are printed; who made more has made them all alike."""


def main() -> None:
    """Run the command line; faults in the user's files end as messages, never as tracebacks.

    What is printed is UTF-8, as what is written, whatever the machine's locale.
    """
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _run() -> None:
    """Everything is imported here, where a Ctrl-C is caught already."""
    from programkit.cli.app import app_for  # noqa: PLC0415 - as said above
    from programkit.errors import ProgramkitError  # noqa: PLC0415 - as said above

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app_for(sys.argv[1:])()
    except ProgramkitError as error:
        sys.exit(_complain(str(error)))
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        sys.exit(_complain(f"{place}{error.strerror or error}"))
    except MemoryError:
        sys.exit(_complain("there is too little memory on this machine for that"))


def _complain(message: str) -> int:
    from programkit.cli.places import say  # noqa: PLC0415 - as above

    lines = message.splitlines()
    say("\n".join(lines[:_MOST]))
    if len(lines) > _MOST:
        say(f"and {len(lines) - _MOST} more")
    return 2
