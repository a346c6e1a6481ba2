"""Importing foreign files into a project, once and again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from programkit.errors import Fault, LoadError
from programkit.files.atomic import write_atomically
from programkit.files.imports.facts import Key, facts_of, nested
from programkit.files.imports.report import NAME as REPORT
from programkit.files.imports.report import encode, read_report, report_of
from programkit.files.imports.threeway import Difference, Fate, merge_facts, told
from programkit.files.limits import read_text
from programkit.files.native.folder import NAME, conference_from, load_folder
from programkit.files.native.saving import files_of, save_folder
from programkit.files.native.yamltext import dump
from programkit.files.native.yamltree import parse
from programkit.files.readers import READERS, Reader, Reading, SeminarReader, SpreadsheetReader
from programkit.model.conference import Conference
from programkit.model.contributions import Contribution
from programkit.model.findings import Finding
from programkit.model.people import Person

BACKUP = "conference.before-update.yaml"
"""Where an update keeps the ``conference.yaml`` that it replaces."""
_HEAD = 4096
_WORKBOOK = "save it as XLSX or CSV"
_TEXT = "save it as plain text, .txt"
_TABLE = "export a table of the talks instead, CSV or XLSX"
_INSTEAD = {
    **dict.fromkeys((".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".xlsx"), _WORKBOOK),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pdf", ".html", ".htm", ".tex"), _TEXT),
    **dict.fromkeys((".json", ".xml", ".ics", ".yaml", ".yml"), _TABLE),
    "": "name it by what it is: .csv for a table, .txt for a text",
}
"""What to do about files of kinds that nothing reads, by their endings."""
_WITH_ALTERNATIVES = ("people", "talks", "posters")
"""Kinds of things that list alternatives; those of anything else are the conference's."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    folder: Path
    """The project."""
    written: tuple[Path, ...]
    """The files written; none where a second import only shows what differs."""
    findings: tuple[Finding, ...]
    """What was repaired, inferred, or not understood."""
    differences: tuple[Difference, ...] = ()
    """What a second import found changed."""

    def __str__(self) -> str:
        """The findings, the differences and the files, a line each."""
        lines = [str(finding) for finding in self.findings]
        lines += told(self.differences)
        if self.differences and not self.written:
            lines.append("nothing was written; import with --update to merge these changes")
        elif not self.written:
            lines.append("nothing changed")
        return "\n".join([*lines, *(f"wrote {path}" for path in self.written)])


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader is told besides its source; whoever tells it knows which reader is meant."""

    mapping: str | Path | Mapping[str, str] | None = None
    """For tables."""
    beside: Sequence[str | Path] = ()
    """For pages of seminars."""
    year: int | None = None
    """For pages of seminars."""


def read(
    source: str | Path,
    *,
    mapping: str | Path | Mapping[str, str] | None = None,
    beside: Sequence[str | Path] = (),
    year: int | None = None,
    readers: Sequence[Reader] = READERS,
) -> Reading:
    """What a foreign file says: the conference, and what was odd about the source.

    Args:
        source: A booklet's text, a CSV or XLSX table, or what else a reader recognizes.
        mapping: For tables, the header of each of our fields, or a YAML file that says so.
        beside: For a seminar's page, other versions of it, which show what it leaves open.
        year: For a seminar's page, the year of its first date; none given means found from it.
        readers: Readers to choose from; the first that recognizes the source reads it.

    Raises:
        LoadError: No reader recognizes it, or it cannot be read.
    """
    path = Path(source)
    return _reader(path, Given(mapping, beside, year), readers).read(path)


def import_into(  # noqa: PLR0913 - what readers are told is said by name
    source: str | Path,
    folder: str | Path,
    *,
    mapping: str | Path | Mapping[str, str] | None = None,
    beside: Sequence[str | Path] = (),
    year: int | None = None,
    update: bool = False,
    readers: Sequence[Reader] = READERS,
) -> Imported:
    """Import a foreign file into a project's folder, with ``import-report.json``.

    Into a folder that already is a project nothing is written unless ``update`` is set: the answer
    shows what differs. An update takes over, by id, what only the source changed since the last
    import; where the organizer changed it too, the source's value becomes an alternative. The
    ``conference.yaml`` of before is kept beside the new one.

    Raises:
        LoadError: The source, or the project, cannot be read.
        RenderError: The folder cannot be written.
    """
    path, target = Path(source), Path(folder)
    reader = _reader(path, Given(mapping, beside, year), readers)
    conference, findings = reader.read(path)
    report = encode(report_of(conference, findings, path.name, reader.name))
    if not (target / NAME).exists():
        save_folder(conference, target)
        write_atomically(target / REPORT, report)
        return Imported(target, _paths(conference, target), findings)
    merged, differences = _merged(conference, target)
    if not differences or not update:
        return Imported(target, (), findings, differences)
    write_atomically(target / BACKUP, (target / NAME).read_bytes())
    save_folder(merged, target, overwrite=True)
    write_atomically(target / REPORT, report)
    written = (*_paths(merged, target), target / BACKUP)
    return Imported(target, written, findings, differences)


def _paths(conference: Conference, folder: Path) -> tuple[Path, ...]:
    return tuple(folder / name for name in (*files_of(conference), REPORT))


def _reader(path: Path, given: Given, readers: Sequence[Reader]) -> Reader:
    if not path.is_file():
        what = "a folder is no source" if path.is_dir() else "there is no such file"
        raise LoadError([Fault(what, str(path), remedy="name a file that a reader can read")])
    if given.mapping is not None:
        return SpreadsheetReader(_mapping(given.mapping))
    if given.beside or given.year is not None:
        return SeminarReader([Path(other) for other in given.beside], given.year)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for reader in readers:
        if reader.recognizes(path, head):
            return reader
    known = ", ".join(dict.fromkeys(suffix for one in readers for suffix in one.suffixes))
    instead = _INSTEAD.get(path.suffix.lower())
    remedy = f"files of these kinds can be: {known}" if instead is None else instead
    raise LoadError([Fault("no reader recognizes the file", str(path), remedy=remedy)])


def _mapping(mapping: str | Path | Mapping[str, str]) -> Mapping[str, str]:
    if isinstance(mapping, Mapping):
        return mapping
    table = parse(read_text(Path(mapping)), str(mapping))
    faults = [
        Fault(f'"{field}" must name one header', *table.at(field))
        for field, header in table.items()
        if not isinstance(header, str)
    ]
    if faults:
        raise LoadError(faults)
    return table


def _merged(theirs: Conference, folder: Path) -> tuple[Conference, tuple[Difference, ...]]:
    """The project with what only the source changed, and all that differs."""
    mine = load_folder(folder)
    report = read_report(folder)
    base = report.values if report else {}
    own, new = _comparable(mine), _comparable(theirs)
    merged = merge_facts(base, own, new)
    facts = nested(merged.facts)
    conflicts = [one for one in merged.differences if one.fate is Fate.CONFLICT]
    for kind in _WITH_ALTERNATIVES:
        for thing in facts.get(kind, ()):
            whose = (kind, thing["id"])
            both = [getattr(one.by_id, kind).get(thing["id"]) for one in (mine, theirs)]
            own_conflicts = [one for one in conflicts if one.key[:2] == whose]
            _keep_alternatives(thing, both, _values(own_conflicts, new, theirs))
    others = [one for one in conflicts if one.key[0] not in _WITH_ALTERNATIVES]
    _keep_alternatives(facts, [mine, theirs], _values(others, new, theirs))
    return conference_from(dump(facts), str(folder / NAME)), merged.differences


def _comparable(conference: Conference) -> dict[Key, Any]:
    """The facts with dates as texts, as a report keeps them."""
    facts: dict[Key, Any] = facts_of(conference)
    return {key: json.loads(json.dumps(value, default=str)) for key, value in facts.items()}


def _keep_alternatives(
    stated: dict[str, Any],
    things: Sequence[Conference | Person | Contribution | None],
    conflicting: Sequence[dict[str, Any]],
) -> None:
    """State the alternatives that a thing has in either source, and its conflicts, each once."""
    found = [
        one.model_dump(exclude_defaults=True)
        for thing in things
        if thing is not None
        for one in thing.alternatives
    ]
    kept: dict[tuple[str, str], dict[str, Any]] = {}
    for one in (*found, *conflicting):
        kept.setdefault((one["field"], one["value"]), one)
    if kept:
        stated["alternatives"] = list(kept.values())


def _values(
    conflicts: Sequence[Difference], new: Mapping[Key, Any], theirs: Conference
) -> list[dict[str, Any]]:
    """The source's values of conflicting fields, as alternatives."""
    found = []
    for key in (conflict.key for conflict in conflicts):
        field = key[2] if key[0] in _WITH_ALTERNATIVES else ".".join(key)
        value = new[key]
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        place = theirs.source(*key)
        source = {"source": place.model_dump(exclude_defaults=True)} if place else {}
        found.append({"field": field, "value": text, **source})
    return found
