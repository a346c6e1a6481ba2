"""Who speaks about what: the lines of an entry's head, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from programkit.files.readers.markdown.content import from_one_text
from programkit.files.readers.markdown.escapes import shown, unmasked
from programkit.files.readers.markdown.lines import Line, line_of
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.people import Named, people_in
from programkit.files.readers.markdown.vocabulary import FUNCTION_WORDS, words
from programkit.files.readers.seminars.cells import Cell, split_cells
from programkit.files.readers.seminars.entries import Entry, Page
from programkit.files.readers.seminars.marks import Mark
from programkit.files.readers.seminars.names import are_names
from programkit.files.readers.seminars.places import is_place
from programkit.files.readers.seminars.vocabulary import CANCELLED, NO_MEETING, SERIES_NAME
from programkit.text.folding import folded
from programkit.text.unknown import is_unknown

_NAME_FIRST = re.compile(
    r"(?P<names>[^(),:–—]{3,60}?)(?P<where>\s\([^()]*\))?\s*(?:[,:]|\s[–—-])\s+(?P<title>\S.*)"
)
_HOSTS = re.compile(r"organi[sz]er|host|gastgeber", re.IGNORECASE)
_CELLS = re.compile(r"\t+|\s*\|\s*")


def resolve(page: Page, known: Sequence[str], notes: Notes) -> None:
    """Find title, speakers and hosts of every entry."""
    for entry in page.entries:
        _of_one_line(entry)
    _split_flattened(page, known, notes)
    order = _Order(page, known)
    for entry in page.entries:
        _heads(entry, notes, order)
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
        else:
            _entitle(entry, cell, entry.when.line)


def _entitle(entry: Entry, title: str, line: int) -> None:
    """Give an entry its title; a second one goes before its abstract."""
    if entry.title is None:
        entry.title, entry.title_line = title, line
    else:
        entry.abstract.insert(0, Line(line, unmasked(title), title))


def _present(entry: Entry, speaker: str, line: int) -> None:
    """Give an entry its speaker; a second one goes before its abstract."""
    if entry.speaker is None:
        entry.speaker, entry.speaker_line = speaker, line
    else:
        entry.abstract.insert(0, Line(line, unmasked(speaker), speaker))


def _one_cell(entry: Entry, cell: str, line: int) -> None:
    cell, entry.cancelled = _uncancelled(cell)
    first = _NAME_FIRST.match(cell)
    content = from_one_text(cell)
    if first and are_names(first["names"]) and (first["where"] or _is_topic(first["title"])):
        _present(entry, first["names"] + (first["where"] or ""), line)
        _entitle(entry, first["title"], line)
    elif are_names(cell):
        _present(entry, cell, line)
    elif content.speakers and not content.aside:
        if content.room and not entry.room:
            entry.room, entry.room_line = content.room, line
        _present(entry, content.speakers, line)
        _entitle(entry, content.title, line)
    else:
        _entitle(entry, cell, line)


def _is_topic(text: str) -> bool:
    """Whether small words other than "of" and "the" are in it, as in titles and not in places."""
    small = [word for word in words(text) if word in text.split()]
    return any(word not in FUNCTION_WORDS for word in small) or _tbd(text)


def _uncancelled(title: str) -> tuple[str, bool]:
    """A title without what says that it is cancelled, and whether something does."""
    struck = re.fullmatch(r"~~(\S.*?)~~", title.strip())
    if struck:
        return struck[1], True
    said = CANCELLED.search(title)
    if said:
        return (title[: said.start()] + title[said.end() :]).strip(), True
    return title, False


def _split_flattened(page: Page, known: Sequence[str], notes: Notes) -> None:
    """Split heads in which organizers and title stand behind each other."""
    flat = [entry for entry in page.entries if not page.dated and _is_flat(entry)]
    names = [*known, *(p.name for e in flat for p in people_in(e.speaker or ""))]
    cells = split_cells([shown(entry.heads[0].text) for entry in flat], names)
    table = any(_HOSTS.search(mark.text) for mark in page.tables)
    for entry, cell in zip(flat, cells, strict=True):
        _take_cell(entry, cell, notes, table=table)


def _is_flat(entry: Entry) -> bool:
    """Whether an entry has one line above its speaker, in which cells may stand together."""
    alone = len(entry.heads) == 1 and entry.title is None and entry.speaker is not None
    return alone and entry.heads[0].number <= entry.speaker_line


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


class _Order:
    """How to tell title and speaker apart where both may be names."""

    def __init__(self, page: Page, known: Sequence[str]) -> None:
        speakers = [p.name for e in page.entries for p in people_in(e.speaker or "")]
        members = [person.name for people in page.lists for person, _ in people.members]
        self._known = {folded(name) for name in (*known, *speakers, *members)}
        pairs = [entry.heads for entry in page.entries if len(entry.heads) == 2]
        votes = [are_names(first.text) - are_names(second.text) for first, second in pairs]
        self._name_first = sum(votes) >= 0

    def place_of_name(self, texts: Sequence[str]) -> tuple[int, bool]:
        """Which of two texts is the name, and whether that is certain."""
        known = [all(folded(p.name) in self._known for p in people_in(text)) for text in texts]
        where = [bool(people_in(text)[0].affiliations) for text in texts]
        for told in (known, where):
            if told[0] != told[1]:
                return told.index(True), True
        return (0 if self._name_first else 1), False


def _heads(entry: Entry, notes: Notes, known: _Order) -> None:
    """Tell title and speaker apart where no label does."""
    heads = entry.heads
    if len(heads) == 1 and entry.title is None and entry.speaker is None:
        if NO_MEETING.fullmatch(shown(heads[0].text)):
            entry.off = unmasked(shown(heads[0].text))
        else:
            _one_cell(entry, heads[0].text, heads[0].number)
        return
    for place, head in sorted(enumerate(heads), key=_names_first(entry, notes, known)):
        named = are_names(head.text) or (place and _tbd(head.text))
        if entry.speaker is None and named:
            entry.speaker, entry.speaker_line = head.text, head.number
        else:
            _entitle(entry, head.text, head.number)


def _names_first(
    entry: Entry, notes: Notes, known: _Order
) -> Callable[[tuple[int, Mark]], tuple[bool, int]]:
    """The order in which two heads are looked at: where both may be names, the likelier first."""
    heads = entry.heads
    first = 0
    if len(heads) == 2 and entry.speaker is None and all(are_names(head.text) for head in heads):
        first, certain = known.place_of_name([head.text for head in heads])
        if not certain:
            _note_order(entry, notes)
    return lambda one: (one[0] != first, one[0])


def _note_order(entry: Entry, notes: Notes) -> None:
    notes.add(
        "order-inferred",
        entry.heads[0].number,
        "two lines may each be a name; they were read in the order of the other entries",
        "exchange speaker and title if that is wrong",
    )


def _tbd(text: str) -> bool:
    return is_unknown(shown(text))


def _note_beside_off(entry: Entry, notes: Notes) -> None:
    """Where there is no talk nobody needs its room, host or series."""
    said = {
        entry.room_line: entry.room,
        entry.host_line: entry.host,
        entry.series_line: entry.series,
        entry.speaker_line: entry.speaker,
        entry.title_line: entry.title,
    }
    for number, text in said.items():
        if entry.off and text and number:
            notes.unused(line_of(number, text))


def _finish(entry: Entry, notes: Notes) -> None:
    """Take from titles what is no title: that it is cancelled, the name of a series, TBA."""
    if entry.off and any(line.used for line in (*entry.abstract, *entry.bio)):
        entry.title, entry.title_line, entry.off = entry.title or entry.off, entry.line, ""
    _note_beside_off(entry, notes)
    title = (entry.title or "").strip()
    title, cancelled = _uncancelled(title)
    entry.cancelled = entry.cancelled or cancelled
    named = not entry.labelled and not entry.when and SERIES_NAME.fullmatch(shown(title))
    if not entry.series and named:
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
    if where and where[0] not in {place for p in entry.people for place in p.affiliations}:
        notes.unused(line_of(entry.affiliation_line, entry.affiliation))
    if not people and entry.speaker and not _tbd(entry.speaker):
        notes.unused(line_of(entry.speaker_line, entry.speaker))
