"""Commands that begin a project: new, import, schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from programkit.cli.places import answer, say
from programkit.designing import design_schema
from programkit.importing import import_into
from programkit.loading import json_schema, new_project

_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that does not exist yet.")]
_Source = Annotated[
    Path, typer.Argument(metavar="SOURCE", help="A booklet or page as text, or a spreadsheet.")
]
_Into = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The project folder.")]
_Mapping = Annotated[
    Path | None, typer.Option(metavar="FILE", help="YAML: our field names to their headers.")
]
_Beside = Annotated[
    list[Path] | None,
    typer.Option("--with", metavar="FILE", help="Another version of a seminar's page."),
]
_Year = Annotated[
    int | None,
    typer.Option(metavar="YEAR", min=1, max=9998, help="Of the first date of a seminar's page."),
]


def new(folder: _Folder) -> None:
    """Write a commented starter project that checks, solves and builds."""
    for path in new_project(folder):
        say(f"wrote {path}")
    say(f"next: edit {folder / 'conference.yaml'}, then programkit check {folder}")


def import_(
    source: _Source,
    output: _Into,
    mapping: _Mapping = None,
    beside: _Beside = None,
    year: _Year = None,
    update: Annotated[bool, typer.Option(help="Merge into a project imported before.")] = False,
) -> None:
    """Read another format into a project folder, and report what was repaired or is unclear."""
    outcome = import_into(
        source, output, mapping=mapping, beside=beside or (), year=year, update=update
    )
    say(str(outcome))


class Schema(StrEnum):
    """Files that have one."""

    CONFERENCE = "conference"
    BOOKLET = "booklet"


_SCHEMAS: Mapping[Schema, Callable[[], dict[str, Any]]] = {
    Schema.CONFERENCE: json_schema,
    Schema.BOOKLET: design_schema,
}


def _named(text: str) -> Schema:
    """A file as it is called here, or as it is called in the project's folder."""
    known = {name: of for of in Schema for name in (of.value, f"{of.value}.yaml")}
    found = known.get(Path(text).name)
    if found is None:
        raise typer.BadParameter(f'"{text}" has no schema; conference and booklet have one')
    return found


_Schema = Annotated[
    Schema, typer.Argument(metavar="FILE", help="conference or booklet.", parser=_named)
]


def schema(of: _Schema = Schema.CONFERENCE) -> None:
    """Print the JSON Schema of conference.yaml or booklet.yaml, for editors."""
    answer(json.dumps(_SCHEMAS[of](), indent=2, ensure_ascii=False))
