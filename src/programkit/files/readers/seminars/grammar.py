"""The grammar of a page: which lines begin an entry, go on with it, and end it.

Headings are evidence, never conditions. An entry begins with its date where the page has dates.
Where it has none, an entry ends with its ``Speaker:`` line if that comes last in all of them;
otherwise it begins with the label that the one before has already used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from programkit.files.readers.markdown.escapes import shown, unmasked
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.paragraphs import is_sentence
from programkit.files.readers.markdown.people import people_in
from programkit.files.readers.markdown.vocabulary import FUNCTION_WORDS, words
from programkit.files.readers.seminars.entries import Entry, Page, PeopleList, Prose
from programkit.files.readers.seminars.marks import Mark, marks_of
from programkit.files.readers.seminars.vocabulary import OF_THE_PAGE
from programkit.files.readers.seminars.whens import When, dated, timed
from programkit.text.unknown import is_unknown

_LONGEST_HEAD = 300
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+[A-ZÄÖÜÉ]")
_PROSE = 120
"""Characters from which a sentence without a label is an abstract."""


def read_page(lines: Sequence[Line]) -> Page:
    """Divide the lines of a page into what it says of itself, entries, and people."""
    marks = marks_of(lines)
    reader = _Reader(marks)
    for place, mark in enumerate(marks):
        reader.take(place, mark)
    return reader.page


class _Reader:
    """Walks through the marks once; what it knows is the entry or list that it is in."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.page = Page()
        self._dated = any(mark.kind == "when" for mark in marks)
        self._last = _last_speaker(marks)
        self._speaker_last = not self._dated and self._last >= 0 and _closes(marks, self._last)
        self._entry: Entry | None = None
        self._list: PeopleList | None = None
        self._opened = False
        """Whether something said that entries begin here."""
        self._place = 0

    def take(self, place: int, mark: Mark) -> None:
        """Put one line where it belongs."""
        self._place = place
        if mark.glued:
            self.page.glued.append(mark)
        if mark.kind not in {"blank", "member", "text"}:
            self._list = None
        by_kind: Mapping[str, Callable[[Mark], None]] = {
            "blank": self._blank,
            "navigation": self.page.navigation.append,
            "table": self._table,
            "section": self._section,
            "page": self._own_label,
            "when": self._when,
            "time": self._time,
            "label": self._label,
            "member": self._member,
            "room": self._room,
            "text": self._text,
        }
        if mark.line.level == 1 and not self.page.title and not self._said():
            self.page.title.append(mark.line)
        else:
            by_kind[mark.kind](mark)

    def _table(self, mark: Mark) -> None:
        self._close()
        self._opened = True
        self.page.tables.append(mark)

    def _own_label(self, mark: Mark) -> None:
        said = self.page.labels.setdefault(mark.meaning, [])
        said.append((unmasked(mark.text), mark.number))
        if len(said) > 1 and mark.meaning not in {"hosts", "rule"}:
            self.page.unused.append(mark.line)

    def _when(self, mark: Mark) -> None:
        self._open(mark, mark.when)

    def _blank(self, mark: Mark) -> None:
        entry = self._entry
        if entry is not None and entry.target:
            getattr(entry, entry.target).append(mark.line)
        elif entry is None:
            self.page.prose.append(Prose(mark.line))

    def _close(self) -> None:
        self._entry = None

    def _section(self, mark: Mark) -> None:
        """A heading of a part, unless it goes on with an abstract."""
        self._close()
        if mark.meaning == "people":
            self._list = PeopleList(unmasked(mark.text), mark.number)
            self.page.lists.append(self._list)
        elif mark.meaning == "talks":
            self._opened = True
        else:
            self.page.prose.append(Prose(mark.line, heading=True))

    def _open(self, mark: Mark, when: When | None = None) -> Entry:
        entry = Entry(mark.number, when)
        self._entry = entry
        self.page.entries.append(entry)
        if when is not None:
            entry.room, entry.room_line = when.room, when.line
        return entry

    def _time(self, mark: Mark) -> None:
        """A time alone: of the entry that has a date and nothing else yet."""
        entry = self._entry
        if entry and entry.when and entry.when.start is None and not entry.target and mark.when:
            entry.when = _merged(entry.when, mark.when)
            self._locate(entry, mark.when.room, mark)
        else:
            self._text(mark)

    def _locate(self, entry: Entry, room: str, mark: Mark) -> None:
        """Give an entry its room; a second one is not used."""
        if room and not entry.room:
            entry.room, entry.room_line = room, mark.number
        elif room and room != entry.room:
            self.page.unused.append(mark.line)

    def _room(self, mark: Mark) -> None:
        """A place alone: of an entry without one, or where a new entry begins."""
        entry = self._entry
        room = unmasked(mark.text)
        if self._dated or not self._speaker_last:
            if entry and not entry.room and not entry.target:
                self._locate(entry, room, mark)
            else:
                self._text(mark)
        elif entry is None and self._place < self._last:
            self._locate(self._open(mark), room, mark)
        else:
            self._text(mark)

    def _member(self, mark: Mark) -> None:
        """One of several people below each other; a list without a heading may follow entries."""
        self._close()
        if self._list is None:
            self._list = PeopleList("", mark.number)
            self.page.lists.append(self._list)
        text = mark.text.rstrip(" .;,")
        self._list.members += [(person, mark.number) for person in people_in(text)]

    def _label(self, mark: Mark) -> None:
        """A line such as ``Title: …``: of this entry, or of the next one."""
        meaning, entry = mark.meaning, self._entry
        if meaning == "when":
            self._labelled_when(mark)
            return
        if entry is None or self._filled(entry, meaning):
            if meaning not in {"title", "speaker", "room", "host", "series"}:
                self._text(mark)
                return
            when = entry.when if entry and self._dated else None
            entry = self._open(mark, _same_day(when))
        self._fill(entry, mark)
        if meaning == "speaker" and self._speaker_last:
            self._close()

    def _filled(self, entry: Entry, meaning: str) -> bool:
        """Whether an entry has already what a label gives, so that another one begins."""
        match meaning:
            case "speaker":
                return entry.speaker is not None
            case "title":
                return entry.title is not None or (not self._dated and bool(entry.target))
            case "abstract":
                return any(line.used for line in entry.abstract)
            case _:
                return not self._dated and bool(entry.target) and meaning in {"room", "host"}

    def _labelled_when(self, mark: Mark) -> None:
        text = shown(mark.text)
        found = dated(mark.text, mark.number) or timed(text, mark.number)
        entry = self._entry
        if is_unknown(text):
            if entry is None or entry.begun or entry.when:
                self._open(mark)
            return
        if found.rest or (found.reading is None and found.start is None):
            self._text(mark)
        elif found.reading and (entry is None or (entry.when and entry.when.reading)):
            self._open(mark, found)
        elif entry is None:
            self._text(mark)
        else:
            entry.when = _merged(entry.when, found) if entry.when else found
            self._locate(entry, found.room, mark)

    def _fill(self, entry: Entry, mark: Mark) -> None:
        meaning, number = mark.meaning, mark.number
        if meaning in {"abstract", "bio"}:
            entry.target = meaning
            if mark.text:
                source = unmasked(mark.text)
                getattr(entry, meaning).append(Line(number, source, mark.text))
            return
        if getattr(entry, meaning):
            self.page.unused.append(mark.line)
            return
        value = mark.text if meaning == "title" else mark.text.strip()
        setattr(entry, meaning, unmasked(value) if meaning in {"room", "series"} else value)
        setattr(entry, f"{meaning}_line", number)
        entry.labelled = entry.labelled or meaning == "title"

    def _text(self, mark: Mark) -> None:
        """A line that is nothing by itself: by where it stands."""
        if self._list is not None and self._named(mark):
            return
        self._list = None
        entry = self._entry
        if entry is None and self._begins(mark):
            entry = self._open(mark)
        if entry is None:
            self._of_page(mark)
        elif entry.target == "" and self._is_head(entry, mark):
            entry.heads.append(mark)
        elif OF_THE_PAGE.search(unmasked(mark.text)) and entry.begun:
            self._close()
            self.page.returned.append(mark.number)
            self.page.prose.append(Prose(mark.line))
        else:
            entry.target = entry.target or "abstract"
            getattr(entry, entry.target).append(mark.line)

    def _named(self, mark: Mark) -> bool:
        """Take names without an affiliation below a heading such as Board."""
        marked = mark.line.bullet and mark.text.startswith("**")
        text = mark.text if marked else mark.text.rstrip(" .;,")
        people = people_in(text)
        sentence = not marked and is_sentence(text.rstrip(")]"))
        if len(text) > _LONGEST_HEAD or sentence or not people or self._list is None:
            return False
        named = marked or all(" " in person.name for person in people)
        if not self._list.heading or not named:
            return False
        self._list.members += [(person, mark.number) for person in people]
        return True

    def _begins(self, mark: Mark) -> bool:
        """Whether a line without a label begins an entry: only where the speaker comes last."""
        if not self._speaker_last or self._place > self._last:
            return False
        return (self._opened or bool(self.page.entries)) and len(mark.text) <= _LONGEST_HEAD

    def _is_head(self, entry: Entry, mark: Mark) -> bool:
        """Whether a line is still title or speaker, and not the abstract."""
        known = (entry.title is not None) + (entry.speaker is not None)
        most = 1 if self._speaker_last else 2 - known
        text = mark.text
        prose = len(text) > _LONGEST_HEAD or (len(text) > _PROSE and is_sentence(text))
        if mark.line.level and len(text) <= _LONGEST_HEAD:
            prose = False
        told = entry.when is not None and bool(entry.when.rest)
        return not prose and not told and len(entry.heads) < most and not text.startswith(">")

    def _of_page(self, mark: Mark) -> None:
        title = self.page.title
        alike = len(title) == 1 and title[0].level == mark.line.level
        open_ = not title or (alike and _goes_on(title[0]) and not mark.text.startswith(">"))
        if open_ and not self._said() and _is_title(mark):
            title.append(mark.line)
        else:
            self.page.prose.append(Prose(mark.line, heading=bool(mark.line.level)))

    def _said(self) -> bool:
        used = any(prose.line.used for prose in self.page.prose)
        return used or bool(self.page.entries or self.page.lists)


def _is_title(mark: Mark) -> bool:
    text = mark.text
    said = text.endswith((".", "!", ":")) or _TWO_SENTENCES.search(text)
    return bool(mark.line.level) or (len(text) <= 200 and not said)


def _goes_on(line: Line) -> bool:
    """Whether a title breaks off: on a word that ends none."""
    last = words(line.text)[-1:]
    return line.text.endswith((",", "–", "-", ":")) or bool(last and last[0] in FUNCTION_WORDS)


def _last_speaker(marks: Sequence[Mark]) -> int:
    places = [p for p, m in enumerate(marks) if m.kind == "label" and m.meaning == "speaker"]
    return places[-1] if places else -1


def _closes(marks: Sequence[Mark], last: int) -> bool:
    """Whether speakers come last: something is before the first one, and no abstract follows."""
    first = next(p for p, m in enumerate(marks) if m.kind == "label" and m.meaning == "speaker")
    before = [m for m in marks[:first] if m.kind in {"text", "label", "room"}]
    after = [m for m in marks[last + 1 :] if m.kind == "label" and m.meaning != "affiliation"]
    long = [m for m in marks[last + 1 :] if m.kind == "text" and len(m.text) > _PROSE]
    own = [m for m in long if not OF_THE_PAGE.search(m.text)]
    opens = (before and before[-1].kind != "label") or _speaks_of(before, "abstract")
    return bool(opens) and not after and not own


def _speaks_of(marks: Sequence[Mark], meaning: str) -> bool:
    return any(mark.meaning == meaning for mark in marks)


def _same_day(when: When | None) -> When | None:
    """The day of an entry for another one that begins below it without a date."""
    if when is None or when.reading is None:
        return None
    return When(when.line, when.text, when.reading, room=when.room)


def _merged(day: When, time: When) -> When:
    """A date and a time that stand on two lines."""
    return replace(
        day,
        text=day.text if day.reading else time.text,
        reading=day.reading or time.reading,
        start=time.start if time.start is not None else day.start,
        end=time.end if time.end is not None else day.end,
        written=time.written or day.written,
        zone=time.zone or day.zone,
        quarter=time.quarter or day.quarter,
        impossible=day.impossible or time.impossible,
    )
