"""Entries of the abstracts: who speaks when, the title, and the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from programkit.files.readers.markdown.clocks import leading_clock
from programkit.files.readers.markdown.content import from_one_text
from programkit.files.readers.markdown.escapes import shown, unmasked
from programkit.files.readers.markdown.known import Clue, Known, alike, speakers_of
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.paragraphs import is_sentence
from programkit.files.readers.markdown.people import Named, looks_like_names, people_in
from programkit.files.readers.markdown.timeline import TalkRow
from programkit.files.readers.markdown.vocabulary import label_of
from programkit.text.unknown import is_unknown

_LONGEST_HEAD = 400
_LONGEST_TITLE = 300
_SHORTEST = 60
"""Characters: what is shorter, and no sentence, is no abstract below a row."""


@dataclass
class Entry:
    """One abstract with its head."""

    line: int
    day: int | None = None
    start: int | None = None
    people: tuple[Named, ...] = ()
    title: str = ""
    """CommonMark; empty where unknown."""
    title_line: int = 0
    """0 while no line was taken as the title, also not one that says TBD."""
    title_level: int = 0
    """Level of the title's heading; 0 for no heading."""
    lines: list[Line] = field(default_factory=list)
    """The lines of the text."""
    inline: bool = False
    """Whether it stands below a row of the agenda."""

    @property
    def begun(self) -> bool:
        """Whether there is a title or text."""
        return bool(self.title_line) or any(line.used for line in self.lines)

    @property
    def clue(self) -> Clue:
        """What it says about which talk it is."""
        return Clue(self.day, self.start, tuple(p.name for p in self.people), self.title)


@dataclass(frozen=True, slots=True)
class Head:
    """A line that begins an entry."""

    start: int | None
    people: tuple[Named, ...]
    title: str = ""


def head_of(line: Line, known: Known, *, after_blank: bool = True) -> Head | None:
    """The head that a line is: a time with a name, or a name that is marked or known."""
    if not line.text or len(line.text) > _LONGEST_HEAD or line.text.startswith(("|", ">")):
        return None
    clocks = leading_clock(line.text)
    if clocks is None:
        return _untimed(line, known, after_blank=after_blank)
    rest = clocks.rest.replace("\t", " ").strip()
    if rest.startswith(("**", "__")) or is_unknown(shown(rest)) or _named(rest, known):
        return Head(clocks.start, people_in(rest))
    content = from_one_text(rest)
    if (after_blank or line.level) and content.speakers:
        return Head(clocks.start, people_in(content.speakers), content.title)
    if known.has_title(rest):
        return Head(clocks.start, (), rest)
    return None


def _named(text: str, known: Known) -> bool:
    people = people_in(text)
    return looks_like_names(text) or bool(people and all(known.person(p.name) for p in people))


def _untimed(line: Line, known: Known, *, after_blank: bool) -> Head | None:
    people = people_in(line.text)
    if not people or line.bullet:
        return None
    if all(known.person(person.name) for person in people):
        plain = after_blank and not is_sentence(line.text.rstrip(")]"))
        if line.level or line.text.startswith(("**", "__")) or plain:
            return Head(None, people)
        return None
    bold = line.text.startswith(("**", "__")) and after_blank
    return Head(None, people) if bold and looks_like_names(line.text) else None


class EntryReader:
    """Reads entries line by line; what it knows is the entry it is in."""

    def __init__(self, known: Known) -> None:
        self.entries: list[Entry] = []
        self.before: list[Line] = []
        """Lines before the first entry."""
        self._known = known
        self._entry: Entry | None = None
        self._day: int | None = None
        self._blank = True

    def day(self, day: int | None) -> None:
        """A day's heading closes the entry."""
        self._day = day
        self._entry = None
        self._blank = True

    def take(self, lines: Sequence[Line]) -> None:
        """Read lines up to the next day."""
        for place, line in enumerate(lines):
            self._take(line, lines[place + 1 : place + 8])
            entry = self._entry
            self._blank = not line.used or bool(entry and entry.title_line == line.number)

    def under(self, day: int, row: TalkRow) -> None:
        """Read the lines below a row of the agenda: its speaker, or its abstract."""
        self.day(day)
        entry = Entry(row.line, day, row.start, speakers_of(row), row.title, row.line, inline=True)
        self._entry = entry
        self.entries.append(entry)
        self.take(row.below)
        text = " ".join(line.text for line in entry.lines if line.used)
        if text and len(text) < _SHORTEST and not is_sentence(text):
            self.before += [line for line in entry.lines if line.used]
            entry.lines = []

    def _take(self, line: Line, following: Sequence[Line]) -> None:
        entry = self._entry
        if not line.used:
            if entry:
                entry.lines.append(line)
            return
        head = head_of(line, self._known, after_blank=self._blank)
        if head and (head.start is not None or _starts(entry, line)):
            self._open(line, head)
        elif head and entry and not entry.people:
            entry.people = head.people
        elif entry and self._names(line, entry):
            entry.people = people_in(line.text)
        elif self._labelled(line) or self._titled(line, following):
            pass
        elif self._entry:
            self._entry.lines.append(line)
        else:
            self.before.append(line)

    def _names(self, line: Line, entry: Entry) -> bool:
        """Whether a line right below a title names the speakers nobody named before."""
        untold = not entry.people and not any(other.used for other in entry.lines)
        below = bool(entry.title_line) and self._blank and len(line.text) <= _LONGEST_TITLE
        sentence = is_sentence(line.text.rstrip(")]"))
        return untold and below and looks_like_names(line.text) and not sentence

    def _open(self, line: Line, head: Head) -> None:
        self._entry = Entry(line.number, self._day, head.start, head.people)
        self.entries.append(self._entry)
        if head.title:
            self._name(head.title, line)

    def _name(self, title: str, line: Line) -> None:
        entry = self._entry
        if entry:
            entry.title = "" if is_unknown(shown(title)) else title
            entry.title_line, entry.title_level = line.number, line.level

    def _labelled(self, line: Line) -> bool:
        """A line such as ``Title: …``."""
        meaning, value = label_of(line.text)
        entry = self._entry
        if meaning == "title":
            if entry is None or entry.begun:
                self._open(line, Head(None, ()))
            self._name(value, line)
        elif meaning == "speaker" and (entry is None or (entry.begun and entry.people)):
            self._open(line, Head(None, people_in(value)))
        elif entry is None or meaning not in {"speaker", "affiliation", "abstract"}:
            return False
        else:
            _complete(entry, meaning, value, line)
        return True

    def _titled(self, line: Line, following: Sequence[Line]) -> bool:
        """Take a line as the title of this entry, or of the next one where a name follows."""
        entry = self._entry
        if len(line.text) > _LONGEST_TITLE or line.bullet or line.text.startswith(">"):
            return False
        if entry and not entry.begun and self._is_title(line, entry, following):
            self._name(_unmarked(line), line)
            return True
        opens = (line.level or line.bold or self._blank) and (entry is None or entry.begun)
        known = self._known.has_title(line.text) and opens
        if known or (opens and (line.level or line.bold) and self._name_follows(following)):
            self._open(line, Head(None, ()))
            self._name(_unmarked(line), line)
            return True
        return False

    def _is_title(self, line: Line, entry: Entry, following: Sequence[Line]) -> bool:
        if line.level or line.bold or _unmarked(line) != line.text or is_unknown(shown(line.text)):
            return True
        talk = self._known.talk(entry.clue)
        if talk and talk.title:
            return alike(talk.title, line.text)
        after = next((other for other in following if other.used), None)
        alone = line.hard or bool(following and not following[0].used)
        longer = after is not None and len(after.text) > len(line.text)
        return alone and longer and not is_sentence(line.text)

    def _name_follows(self, following: Sequence[Line]) -> bool:
        after = next((line for line in following if line.used), None)
        return after is not None and (
            head_of(after, self._known) is not None or looks_like_names(after.text)
        )


def _starts(entry: Entry | None, line: Line) -> bool:
    """Whether a name without a time begins a new entry.

    It may complete one that began with its title, or be the title of one that began with a time.
    """
    if entry is None or not entry.people:
        return entry is None
    return entry.start is None or entry.begun or not line.level


def _complete(entry: Entry, meaning: str, value: str, line: Line) -> None:
    """Add what a label says to an entry."""
    if meaning == "speaker":
        entry.people = people_in(value)
    elif meaning == "affiliation":
        where = (unmasked(shown(value)),)
        entry.people = tuple(p if p.affiliations else Named(p.name, where) for p in entry.people)
    elif value and not is_unknown(value):
        entry.lines.append(Line(line.number, unmasked(value), value))


def _unmarked(line: Line) -> str:
    """A title without the bold or italics that only mark it as one."""
    text = line.text
    if line.bold and not line.level:
        return text.strip("*_")
    whole = not line.level and text[:1] in "*_" and text[-1:] == text[:1]
    return text[1:-1] if whole and text.count(text[0]) == 2 else text
