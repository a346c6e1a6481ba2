"""The command that writes mail: announce."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from programkit.announcing import announce as announced
from programkit.announcing import owed
from programkit.cli.making import moment_called
from programkit.cli.places import Project, answer, decided, say
from programkit.errors import RenderError
from programkit.files.atomic import write_atomically
from programkit.model.program import Program
from programkit.outline.addresses import key
from programkit.outline.build import public_outline

if TYPE_CHECKING:
    from programkit.outputs.announcements import Announcement
    from programkit.outputs.drafts import Draft

_DAYS = 14
"""How many days count as soon, as for the check of a series."""


class Kind(StrEnum):
    """What is told."""

    ANNOUNCEMENT = "announcement"
    REMINDER = "reminder"
    CANCELLATION = "cancellation"


_Talk = Annotated[
    str | None, typer.Option(metavar="ID", help="This talk alone, not the next meeting.")
]
_Kind = Annotated[Kind, typer.Option(help="What is told.")]
_Zone = Annotated[
    list[str] | None,
    typer.Option(metavar="CITY", help="Local time there; else for the audience of the series."),
]
_Links = Annotated[
    bool, typer.Option("--links", help="For members only: with links that are withheld.")
]
_Language = Annotated[str | None, typer.Option(metavar="TAG", help="Of the words.")]
_To = Annotated[str, typer.Option(metavar="ADDRESS", help="Of the mailing list.")]
_Now = Annotated[
    str | None, typer.Option(metavar="TIME", help="Such as 2026-09-01T12:00; else revised:.")
]
_Days = Annotated[
    int | None, typer.Option(min=0, help="Only what is within so many days.", show_default=False)
]
_Missing = Annotated[
    bool, typer.Option("--missing", help="Who still owes a title or abstract, with drafts.")
]
_Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="An .eml, .html, .txt, or a folder."),
]


def announce(
    path: Project,
    talk: _Talk = None,
    kind: _Kind = Kind.ANNOUNCEMENT,
    zone: _Zone = None,
    links: _Links = False,
    language: _Language = None,
    to: _To = "",
    now: _Now = None,
    days: _Days = None,
    missing: _Missing = False,
    output: _Output = None,
) -> None:
    """Announce the next meeting, as text or as a mail with its calendar attached.

    With --missing, list who still owes what for the next days, for organizers only: it has
    addresses. Exit 1 if there is nothing to announce.
    """
    program = decided(path)
    moment = _moment(now, program)
    if missing:
        soon = _DAYS if days is None else days
        _give_drafts(owed(program, now=moment, days=soon, language=language), output)
        return
    found = announced(
        program,
        talk,
        now=moment,
        kind=kind.value,
        zones=zone or (),
        links=links,
        language=language,
        to=to,
        within=days,
    )
    if found is None:
        say("there is no talk to announce; --now says what day it is, --talk which one is meant")
        raise typer.Exit(1)
    _give_announcement(found, kind, output)


def _moment(now: str | None, program: Program) -> datetime:
    found = moment_called(now, program.conference.zone) or public_outline(program).revised
    if found is None:
        raise typer.BadParameter("say --now TIME, or when the facts were revised: revised: TIME")
    return found


def _give_drafts(drafts: Iterable[Draft], folder: Path | None) -> None:
    if folder is None:
        answer("\n---\n\n".join(map(str, drafts)))
        return
    for number, draft in enumerate(drafts, 1):
        _write(folder / f"{number:02}-{key('draft', draft.talk)}.eml", draft.eml)


def _give_announcement(found: Announcement, kind: Kind, output: Path | None) -> None:
    """To standard output, into a file by the end of its name, or all forms into a folder."""
    texts = {".eml": found.eml, ".html": found.html.encode(), ".txt": found.text.encode()}
    if output is None:
        answer(f"Subject: {found.subject}\n\n{found.text}")
    elif not output.suffix or output.is_dir():
        for suffix, data in texts.items():
            _write(output / f"{kind.value}{suffix}", data)
    elif output.suffix.lower() in texts:
        _write(output, texts[output.suffix.lower()])
    else:
        raise RenderError(f'"{output.name}" ends in none of {", ".join(texts)}')


def _write(path: Path, data: bytes) -> None:
    write_atomically(path, data)
    say(f"wrote {path}")
