"""Abstracts in files of their own: ``abstracts/kempe.md`` is the abstract of ``kempe``."""

from __future__ import annotations

from pathlib import Path

from programkit.errors import LoadError, did_you_mean
from programkit.files.limits import inside, read_text
from programkit.files.locate import Place, Rows, Table
from programkit.files.reading import Circumstances
from programkit.model.findings import Level
from programkit.text.unknown import is_unknown

FOLDER = "abstracts"
"""Where they lie in a project."""


def spread_abstracts(tree: Table, folder: Path, around: Circumstances) -> None:
    """Put the texts of the abstracts' files into the talks and posters that they belong to."""
    things = _by_id(tree)
    for path in sorted((folder / FOLDER).glob("*.md")):
        place = Place(str(path), 1)
        if path.stem not in things:
            _unused(path.stem, list(things), place, around)
            continue
        try:
            text = read_text(inside(folder, f"{FOLDER}/{path.name}"))
        except LoadError as error:
            around.faults.extend(error.faults)
        except ValueError as error:
            around.fault(str(error), place)
        else:
            kind, thing = things[path.stem]
            where = f"{kind}.{path.stem}.abstract"
            _add(thing, text.removesuffix("\n"), place, where, around)


def _by_id(tree: Table) -> dict[str, tuple[str, Table]]:
    """The talks and posters by id, with their kind; ids given twice are the facts' own fault."""
    things: dict[str, tuple[str, Table]] = {}
    for kind in ("talks", "posters"):
        rows = tree.get(kind)
        for thing in rows if isinstance(rows, Rows) else ():
            if isinstance(thing, Table) and isinstance(thing.get("id"), str):
                things.setdefault(thing["id"], (kind, thing))
    return things


def _unused(stem: str, known: list[str], place: Place, around: Circumstances) -> None:
    around.finding(
        "abstract-unused",
        Level.NOTE,
        f'no talk or poster has the id "{stem}", so this abstract is not used',
        place,
        f"{FOLDER}.{stem}",
        did_you_mean(stem, known) or "rename the file after the talk's id",
    )


def _add(thing: Table, text: str, place: Place, where: str, around: Circumstances) -> None:
    given = thing.get("abstract", "TBD")
    if given not in {"TBD", text}:
        line = thing.at("abstract").line
        message = f"the abstract is here and in {thing.at('abstract').file}:{line}, and differs"
        around.fault(message, place, where, "keep one of them")
    else:
        thing.put("abstract", "TBD" if is_unknown(text) else text, place)
