"""Reports as text for people, and as JSON and SARIF for programs; changes as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from programkit.model.changes import Changes
from programkit.model.findings import Finding, Level, Report, Source
from programkit.text.characters import clean, one_line

SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
JSON_VERSION: Final = 1
"""Changes when a key of the JSON form changes its meaning or goes away."""

_MOST_NOTES = 6
"""Notes of one kind that the text form lists; of what weighs more it lists all."""
_SARIF_LEVELS = {Level.HARD: "error", Level.SOFT: "warning", Level.NOTE: "note"}
_PLURALS = {Level.HARD: "hard", Level.SOFT: "soft", Level.NOTE: "notes"}


def report_text(report: Report) -> str:
    """A report to read: by level and kind, what to do said once.

    The last lines say what it costs, if it costs anything, and count the findings.
    """
    lines: list[str] = []
    for level in Level:
        for group in _grouped(report.of(level)):
            lines += _group_lines(str(level), group)
    for group in _grouped(finding for finding in report if finding.ignored):
        lines += _group_lines("ignored", group)
    return "\n".join([*lines, *_costs(report), _counts(report)]) + "\n"


def report_json(report: Report) -> str:
    """A report for scripts: the counts, the total cost, and each finding with the same keys."""
    answer = {
        "version": JSON_VERSION,
        "counts": {
            **{str(level): len(report.of(level)) for level in Level},
            "ignored": len(report) - len(report.open),
        },
        "cost": report.cost,
        "costs": dict(report.costs),
        "findings": [_fields(finding) for finding in report],
    }
    return _dumped(answer)


def changes_json(changes: Changes) -> str:
    """Changes for scripts, and what to tell each person concerned."""
    return _dumped({"version": JSON_VERSION, **changes.model_dump(mode="json")})


def report_sarif(report: Report, meanings: Mapping[str, str] | None = None) -> str:
    """A report for code hosts and editors, in SARIF 2.1.0 (OASIS).

    Args:
        report: The findings; accepted ones are suppressed, with the organizer's reason.
        meanings: What codes mean in one line; none given means that codes stand for themselves.
    """
    codes = sorted({finding.code for finding in report})
    rules = [_sarif_rule(code, (meanings or {}).get(code, code)) for code in codes]
    run = {
        "tool": {"driver": {"name": "programkit", "rules": rules}},
        "results": [_sarif_result(finding, codes.index(finding.code)) for finding in report],
    }
    return _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _grouped(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings of one code, remedy and reason together, in the order in which they begin."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        key = (finding.code, finding.remedy, finding.ignored)
        groups.setdefault(key, []).append(finding)
    yield from groups.values()


def _group_lines(level: str, group: list[Finding]) -> Iterator[str]:
    first = group[0]
    cost = sum(finding.cost for finding in group)
    count = f" ({len(group)} times)" if len(group) > 1 else ""
    yield f"{level}  {first.code}{count}" + (f", cost {cost}" if cost else "")
    shown = group if level != Level.NOTE else group[:_MOST_NOTES]
    for finding in shown:
        place = f"{finding.source}: " if finding.source else ""
        yield f"      {one_line(place + finding.message)}"
    if len(shown) < len(group):
        yield f"      and {len(group) - len(shown)} more (--format json lists all)"
    if first.ignored:
        yield f"      accepted: {one_line(first.ignored)}"
    elif first.remedy:
        yield f"      → {one_line(first.remedy)}"
    yield ""


def _costs(report: Report) -> Iterator[str]:
    """What the program costs, by rule; nothing where it costs nothing."""
    if report.cost:
        by_rule = ", ".join(f"{code} {cost}" for code, cost in report.costs.items())
        yield f"cost {report.cost}: {by_rule}"


def _counts(report: Report) -> str:
    counts = [f"{len(report.of(level))} {_PLURALS[level]}" for level in Level]
    ignored = len(report) - len(report.open)
    return ", ".join([*counts, f"{ignored} ignored"] if ignored else counts)


def _fields(finding: Finding) -> dict[str, Any]:
    source = finding.source or Source(file="")
    return {
        "code": finding.code,
        "level": str(finding.level),
        "message": clean(finding.message),
        "remedy": clean(finding.remedy),
        "about": list(finding.about),
        "file": source.file,
        "line": source.line,
        "field": source.field,
        "cost": finding.cost,
        "ignored": clean(finding.ignored),
    }


def _sarif_rule(code: str, meaning: str) -> dict[str, Any]:
    text = {"text": meaning}
    return {"id": code, "shortDescription": text, "help": text}


def _sarif_result(finding: Finding, index: int) -> dict[str, Any]:
    """One result. All have ``suppressions``: the standard wants them in all or in none."""
    remedy = f"; {finding.remedy}" if finding.remedy else ""
    accepted = {"kind": "external", "status": "accepted", "justification": clean(finding.ignored)}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _SARIF_LEVELS[finding.level],
        "message": {"text": _without_links(clean(finding.message + remedy))},
        "locations": _sarif_locations(finding),
        "suppressions": [accepted] if finding.ignored else [],
    }


def _without_links(text: str) -> str:
    """The text with brackets escaped: viewers would make links of a stranger's (SARIF, 3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", r"\[").replace("]", r"\]")


def _sarif_locations(finding: Finding) -> list[dict[str, Any]]:
    location: dict[str, Any] = {}
    if finding.about:
        location["logicalLocations"] = [{"name": thing} for thing in finding.about]
    if finding.source is not None and finding.source.file:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.source.file)}}
        if finding.source.line:
            physical["region"] = {"startLine": finding.source.line}
        location["physicalLocation"] = physical
    return [location] if location else []


def _uri(file: str) -> str:
    """A path as a URI reference; a relative one stays relative."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _dumped(answer: dict[str, Any]) -> str:
    """The answer as JSON; halves of characters, as in odd file names, become question marks."""
    text = json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
    return text.encode(errors="replace").decode()
