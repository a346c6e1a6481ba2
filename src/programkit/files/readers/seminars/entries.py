"""What is read of a page: its entries, its lists of people, its own text."""

from __future__ import annotations

from dataclasses import dataclass, field

from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.people import Named
from programkit.files.readers.seminars.marks import Mark
from programkit.files.readers.seminars.whens import When


@dataclass(eq=False)
class Entry:
    """A meeting while it is read."""

    line: int
    when: When | None = None
    heads: list[Mark] = field(default_factory=list)
    """Lines without a label before the abstract: title and speaker in some order."""
    room: str = ""
    room_line: int = 0
    speaker: str | None = None
    """As printed behind its label; none while no line says it."""
    speaker_line: int = 0
    affiliation: str = ""
    affiliation_line: int = 0
    title: str | None = None
    """CommonMark; none while no line says it, empty where it is unknown."""
    title_line: int = 0
    labelled: bool = False
    """Whether a label says that the title is one."""
    host: str = ""
    host_line: int = 0
    series: str = ""
    series_line: int = 0
    people: tuple[Named, ...] = ()
    """The speakers, once they are known."""
    abstract: list[Line] = field(default_factory=list)
    bio: list[Line] = field(default_factory=list)
    target: str = ""
    """What lines without a label go on with: "abstract", "bio", or nothing yet."""
    cancelled: bool = False
    off: str = ""
    """What stands here instead of a talk, such as "No seminar (Whit Monday)"."""

    @property
    def named(self) -> bool:
        """Whether something says who speaks, or about what."""
        return bool(self.heads) or self.speaker is not None or self.title is not None

    @property
    def begun(self) -> bool:
        """Whether anything is known but when and where."""
        return self.named or any(line.used for line in (*self.abstract, *self.bio))


@dataclass
class PeopleList:
    """People below each other, with what stands above them."""

    heading: str
    """Empty where none was left."""
    line: int
    members: list[tuple[Named, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Prose:
    """A line of the page's own text."""

    line: Line
    heading: bool = False


@dataclass
class Page:
    """All that is read of a page."""

    title: list[Line] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    lists: list[PeopleList] = field(default_factory=list)
    navigation: list[Mark] = field(default_factory=list)
    tables: list[Mark] = field(default_factory=list)
    glued: list[Mark] = field(default_factory=list)
    """Labels that stood right behind other text."""
    unused: list[Line] = field(default_factory=list)
    labels: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """What the page says of itself behind labels, with the lines."""
    returned: list[int] = field(default_factory=list)
    """Lines below an abstract that were read as text of the page."""

    def said(self, label: str) -> tuple[str, int]:
        """What stands behind the first label of a meaning, and its line; empty, 0 for none."""
        return next(iter(self.labels.get(label, ())), ("", 0))

    @property
    def dated(self) -> bool:
        """Whether any entry has a date."""
        return any(entry.when and entry.when.reading for entry in self.entries)
