"""Who speaks about what: the lines of an entry's head, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from programkit.files.readers.markdown.content import from_one_text
from programkit.files.readers.markdown.escapes import shown, unmasked
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.people import Named, people_in
from programkit.files.readers.seminars.cells import Cell, split_cells
from programkit.files.readers.seminars.entries import Entry, Page
from programkit.files.readers.seminars.names import are_names
from programkit.files.readers.seminars.places import is_place
from programkit.files.readers.seminars.vocabulary import CANCELLED, NO_MEETING, SERIES_NAME
from programkit.text.unknown import is_unknown

_CELLS = re.compile(r"\t+|\s*\|\s*")


def resolve(page: Page, known: Sequence[str], notes: Notes) -> None:
    """Find title, speakers and hosts of every entry."""
    for entry in page.entries:
        _of_one_line(entry)
    _split_flattened(page, known, notes)
    name_first = _name_first(page.entries)
    for entry in page.entries:
        _heads(entry, notes, name_first=name_first)
        _finish(entry, notes)


def _of_one_line(entry: Entry) -> None:
    """What stands behind the date on the same line."""
    rest = entry.when.rest if entry.when else ""
    if not rest or entry.when is None:
        return
    if NO_MEETING.fullmatch(shown(rest).strip(" ()")):
        entry.off = unmasked(shown(rest).strip(" ()"))
        return
    cells = [cell for cell in _CELLS.split(rest.strip("| ")) if cell.strip()]
    if len(cells) == 1:
        _one_cell(entry, cells[0], entry.when.line)
        return
    for cell in cells:
        if is_place(unmasked(shown(cell))) and not entry.room:
            entry.room, entry.room_line = unmasked(shown(cell)), entry.when.line
        elif entry.speaker is None and (are_names(cell) or (entry.title and _tbd(cell))):
            entry.speaker, entry.speaker_line = cell, entry.when.line
        elif entry.title is None:
            entry.title, entry.title_line = cell, entry.when.line
        else:
            entry.abstract.insert(0, Line(entry.when.line, unmasked(cell), cell))


def _one_cell(entry: Entry, cell: str, line: int) -> None:
    content = from_one_text(cell)
    if content.room and not entry.room:
        entry.room, entry.room_line = content.room, line
    if content.speakers and not content.aside:
        entry.speaker, entry.speaker_line = content.speakers, line
        entry.title, entry.title_line = content.title, line
    elif are_names(cell):
        entry.speaker, entry.speaker_line = cell, line
    else:
        entry.title, entry.title_line = cell, line


def _split_flattened(page: Page, known: Sequence[str], notes: Notes) -> None:
    """Split heads in which organizers and title stand behind each other."""
    flat = [
        entry
        for entry in page.entries
        if not page.dated and len(entry.heads) == 1 and entry.title is None
        if (entry.speaker is not None and entry.heads[0].number < entry.speaker_line)
        or (
            entry.speaker is not None
            and entry.heads
            and entry.speaker_line == entry.heads[0].number
        )
    ]
    names = [*known, *(p.name for e in flat for p in people_in(e.speaker or ""))]
    cells = split_cells([shown(entry.heads[0].text) for entry in flat], names)
    table = any("ganizer" in mark.text or "ost" in mark.text for mark in page.tables)
    for entry, cell in zip(flat, cells, strict=True):
        _take_cell(entry, cell, notes, table=table)


def _take_cell(entry: Entry, cell: Cell, notes: Notes, *, table: bool) -> None:
    number = entry.heads[0].number
    if cell.names:
        entry.host, entry.host_line = cell.names, number
        entry.title, entry.title_line = cell.rest, number
        entry.heads.clear()
        unsure = "" if cell.sure else "; the same cell is there twice, so the name may be longer"
        notes.add(
            "cells-split",
            number,
            f'"{unmasked(cell.names)}" was read as who organizes it, '
            f'"{unmasked(cell.rest)}" as what follows{unsure}',
            "nothing, if that is right",
        )
    elif cell.maybe and table:
        notes.add(
            "cells-ambiguous",
            number,
            f'"{unmasked(cell.rest)}" may begin with the name "{unmasked(cell.maybe)}"; nothing '
            "else on the page has it, so all of it was read as the title",
            "move the name to hosts: if it is one, or import with a page that names the person",
        )


def _name_first(entries: Sequence[Entry]) -> bool:
    """Whether most heads that can be told apart have the name above the title."""
    votes = 0
    for entry in entries:
        if len(entry.heads) == 2:
            first, second = (are_names(head.text) for head in entry.heads)
            votes += first - second
    return votes >= 0


def _heads(entry: Entry, notes: Notes, *, name_first: bool) -> None:
    """Tell title and speaker apart where no label does."""
    heads = entry.heads
    if len(heads) == 1 and entry.title is None and entry.speaker is None:
        line = heads[0].number
        if NO_MEETING.fullmatch(shown(heads[0].text)):
            entry.off = unmasked(shown(heads[0].text))
        else:
            _one_cell(entry, heads[0].text, line)
        return
    names = [are_names(head.text) for head in heads]
    order = list(range(len(heads)))
    if len(heads) == 2 and names[0] == names[1] and entry.speaker is None:
        if names[0]:
            order = order if name_first else order[::-1]
            _note_order(entry, notes)
        else:
            names = [False, _tbd(heads[1].text) and not _tbd(heads[0].text)]
    for place in order:
        head = heads[place]
        if entry.speaker is None and names[place]:
            entry.speaker, entry.speaker_line = head.text, head.number
        elif entry.title is None:
            entry.title, entry.title_line = head.text, head.number
        else:
            entry.abstract.insert(0, Line(head.number, unmasked(head.line.source), head.text))


def _note_order(entry: Entry, notes: Notes) -> None:
    notes.add(
        "order-inferred",
        entry.heads[0].number,
        "two lines may each be a name; they were read in the order of the other entries",
        "exchange speaker and title if that is wrong",
    )


def _tbd(text: str) -> bool:
    return is_unknown(shown(text))


def _finish(entry: Entry, notes: Notes) -> None:
    """Take from titles what is no title: that it is cancelled, the name of a series, TBA."""
    title = (entry.title or "").strip()
    struck = re.fullmatch(r"~~(\S.*?)~~", title)
    title = struck[1] if struck else title
    entry.cancelled = bool(struck)
    said = CANCELLED.search(title)
    if said and (said.end() == len(title) or said.start() == 0):
        entry.cancelled = True
        title = (title[: said.start()] + title[said.end() :]).strip()
    if not entry.series and SERIES_NAME.fullmatch(shown(title)) and not entry.when:
        entry.series, entry.series_line, title = unmasked(shown(title)), entry.title_line, ""
        notes.add(
            "series-as-title",
            entry.title_line,
            f'"{entry.series}" stands where other entries have a title, and was read as the name '
            "of the series",
            "nothing, if that is right",
        )
    entry.title = "" if _tbd(title) else title
    people = people_in(entry.speaker or "") if not _tbd(entry.speaker or "") else ()
    where = (unmasked(shown(entry.affiliation)),) if entry.affiliation else ()
    entry.people = tuple(p if p.affiliations else Named(p.name, where) for p in people)
