"""``import-report.json``: what an import read, from which lines, and what it found odd."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from programkit.errors import Fault, LoadError
from programkit.files.imports.facts import Key, alternatives_of, facts_of
from programkit.files.limits import read_text
from programkit.model.base import Frozen
from programkit.model.conference import Conference
from programkit.model.findings import Finding

NAME = "import-report.json"
"""Its name in a project's folder."""


class ImportedField(Frozen):
    """One value that was imported."""

    field: tuple[str, ...]
    """What it belongs to: kind, id, field."""
    value: Any = None
    """As it was written into the project."""
    file: str = ""
    """The source's file."""
    line: int = 0
    """The source's line, from 1; 0 when not known."""


class ImportReport(Frozen):
    """What one import did."""

    format: Literal["programkit import"] = "programkit import"
    version: Literal[1] = 1
    source: str
    """Name of the file that was imported."""
    reader: str
    """Name of the reader that read it."""
    findings: tuple[Finding, ...] = ()
    """What was repaired, inferred, or not understood. Delete those that are settled."""
    fields: tuple[ImportedField, ...] = ()
    """Every value, with the line it was read from."""
    alternatives: tuple[Key, ...] = ()
    """What had another value, too: kind, id, field. It is settled once the organizer drops one."""

    @property
    def values(self) -> Mapping[Key, Any]:
        """The imported values, by what they belong to."""
        return {field.field: field.value for field in self.fields}


def report_of(
    conference: Conference, findings: tuple[Finding, ...], source: str, reader: str
) -> ImportReport:
    """The report of an import."""
    fields = []
    for key, value in _as_json(facts_of(conference)).items():
        place = conference.source(*key)
        fields.append(
            ImportedField(
                field=key,
                value=value,
                file=place.file if place else "",
                line=place.line if place else 0,
            )
        )
    return ImportReport(
        source=source,
        reader=reader,
        findings=findings,
        fields=tuple(fields),
        alternatives=tuple(alternatives_of(conference)),
    )


def _as_json(facts: Mapping[Key, Any]) -> dict[Key, Any]:
    """The values as JSON keeps them, dates as texts, so that they compare after reading back."""
    return {
        key: json.loads(json.dumps(value, ensure_ascii=False, default=str))
        for key, value in facts.items()
    }


def encode(report: ImportReport) -> bytes:
    """The bytes of the file."""
    document = report.model_dump(mode="json", exclude_defaults=True)
    head = {"format": report.format, "version": report.version}
    return (json.dumps({**head, **document}, indent=1, ensure_ascii=False) + "\n").encode()


def read_report(folder: Path) -> ImportReport | None:
    """The report of a project's last import; nothing where it was never imported.

    Raises:
        LoadError: The file is damaged.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        return ImportReport.model_validate(json.loads(read_text(path)))
    except (ValueError, RecursionError) as error:
        detail = error.errors()[0]["msg"] if isinstance(error, ValidationError) else error
        remedy = "restore it, or delete it if everything in it is settled"
        raise LoadError(
            [Fault(f"this is no import report: {detail}", str(path), remedy=remedy)]
        ) from None


def unresolved(report: ImportReport, conference: Conference) -> tuple[Finding, ...]:
    """The findings of an import about values that are still as they were imported."""
    now = _as_json(facts_of(conference))
    then = report.values
    chosen = set(report.alternatives) - set(alternatives_of(conference))
    keys = ((finding, _key_of(finding)) for finding in report.findings)
    return tuple(
        finding for finding, key in keys if key not in chosen and now.get(key) == then.get(key)
    )


def _key_of(finding: Finding) -> Key:
    """The value that a finding is about; it is settled once the organizer changes that."""
    words = tuple(finding.source.field.split(".")) if finding.source else ()
    return words[:3] if len(words) > 2 else words[:1]
