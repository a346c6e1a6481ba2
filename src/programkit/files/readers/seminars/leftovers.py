"""What only the whole page shows, or was left out of it."""

from __future__ import annotations

from collections.abc import Sequence

from programkit.files.readers.markdown.escapes import unmasked
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.seminars.entries import Page
from programkit.files.readers.seminars.talks import Gathered
from programkit.files.readers.seminars.years import newest_year
from programkit.model.findings import Level
from programkit.text.names import join_names


def note_leftovers(page: Page, lines: Sequence[Line], gathered: Gathered, notes: Notes) -> None:
    """Note navigation, heads of lost tables, dates that are nowhere, and series without a name."""
    for mark in page.navigation:
        notes.add(
            "navigation-left-out",
            mark.number,
            f'"{unmasked(mark.text)[:80]}" only helps to move about on a page',
            "nothing",
        )
    for mark in (table for table in page.tables if "|" not in table.line.text):
        notes.add(
            "table-flattened",
            mark.number,
            f'"{unmasked(mark.text)[:80]}" was the head of a table whose cells lost their borders',
            "look whether they were told apart rightly",
        )
    _glued(page, notes)
    _dates(page, lines, notes)
    _series(gathered, notes)
    for line in page.unused:
        notes.unused(line)


def _glued(page: Page, notes: Notes) -> None:
    for mark in page.glued:
        notes.add(
            "cells-glued",
            mark.number,
            "a label stands right behind other text, and was read as beginning a line",
            "nothing, if that is right",
        )


def _dates(page: Page, lines: Sequence[Line], notes: Notes) -> None:
    if page.dated or not page.entries:
        return
    named = newest_year(lines)
    known = f"; the newest year it names is {named[0]} (line {named[1]})" if named else ""
    heads = [
        mark for mark in page.tables if "date" not in mark.text.lower() and "|" not in mark.text
    ]
    column = (
        f"; the head of the table, line {heads[0].number}, has no column for it" if heads else ""
    )
    notes.add(
        "dates-missing",
        page.entries[0].line,
        f"none of the {len(page.entries)} entries has a date{column}{known}",
        "add the dates; until then they stand in the order of the page",
        level=Level.SOFT,
        field="days",
    )


def _series(gathered: Gathered, notes: Notes) -> None:
    """Entries of several series of which not all are named; organizers may tell them apart."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for talk in gathered.talks:
        if talk.track is None:
            groups.setdefault(talk.hosts, []).append(_line(talk.id, gathered))
    hosted = [hosts for hosts in groups if hosts]
    if len(hosted) + bool(gathered.tracks) < 2 or not hosted:
        return
    named = [
        f"{join_names([gathered.registry.name(h) for h in hosts]) or 'nobody named'} "
        f"({'lines' if len(found) > 1 else 'line'} {', '.join(map(str, found))})"
        for hosts, found in groups.items()
    ]
    notes.add(
        "series-unknown",
        groups[hosted[0]][0],
        f"{sum(map(len, groups.values()))} of {len(gathered.talks)} talks do not say of which "
        f"series they are; by who organizes them they would be: {'; '.join(named)}",
        "add tracks:, if each of them is a series",
        field="tracks",
    )


def _line(talk_id: str, gathered: Gathered) -> int:
    return gathered.sources[f"talks.{talk_id}"].line
