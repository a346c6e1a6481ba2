"""What the anchors of pages tell: of which day and track something is, and how it is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from programkit.model.base import Unknown
from programkit.outline.nodes import OutlinePoster, OutlineSession, OutlineTalk, OutlineTrack

if TYPE_CHECKING:
    from programkit.paper.book import Book

_EN_DASH = " – "


@dataclass(frozen=True, slots=True)
class Guide:
    """What is to be known about the place of an anchor."""

    words: str = ""
    """How readers look it up: a day, a family name."""
    day: str = ""
    """Id of the day; empty where it is of no day."""
    track: str = ""
    """Id of the track; empty where it is of none."""


def agenda_anchor(contribution: str, part: int = 1) -> str:
    """The anchor of a talk's or poster's row in the agenda; a talk has one for each part."""
    return f"agenda/{part}/{contribution}"


def abstract_anchor(contribution: str) -> str:
    """The anchor of a talk's or poster's abstract."""
    return f"abstract/{contribution}"


def day_anchor(day: str) -> str:
    """The anchor of a day's heading in the agenda; without an id, of what has no day."""
    return f"agenda-day/{day}"


def term_anchor(day: str) -> str:
    """The anchor of the heading of a term in the agenda, by the id of its first day."""
    return f"agenda-term/{day}"


def session_anchor(session: str) -> str:
    """The anchor of a session in the agenda."""
    return f"agenda-session/{session}"


def index_anchor(person: str) -> str:
    """The anchor of a person's entry in the index."""
    return f"index/{person}"


def speaker_anchor(person: str) -> str:
    """The anchor of a person's entry in the list of speakers."""
    return f"speakers/{person}"


def guides_of(book: Book) -> Mapping[str, Guide]:
    """The guide of each anchor that has one, by the anchor's name."""
    days = _day_names(book)
    return dict((*_days(book, days), *_rows(book, days), *_abstracts(book), *_people(book)))


def between(guides: Iterable[Guide]) -> str:
    """The words of the first and the last of some guides: ``Abreu – Goldt``."""
    words = [guide.words for guide in guides if guide.words]
    ends = dict.fromkeys((*words[:1], *words[-1:]))
    return _EN_DASH.join(ends)


def _day_names(book: Book) -> dict[str, str]:
    """The words for each day, by its id; without an id, those for what has no day."""
    names = {"": book.word("date_tbd")}
    for day in book.outline.days:
        name = book.day(day) if day.date is None else book.date(day.date)
        names[day.id] = name[:1].upper() + name[1:]
    return names


def _days(book: Book, names: Mapping[str, str]) -> Iterator[tuple[str, Guide]]:
    for day, name in names.items():
        yield day_anchor(day), Guide(name, day)
        yield term_anchor(day), Guide(name, day)
    for day in (day.id for day in book.outline.days):
        yield f"abstracts/{day}", Guide(day=day)


def _rows(book: Book, names: Mapping[str, str]) -> Iterator[tuple[str, Guide]]:
    """What stands in the agenda is looked up by its day, also where that runs over many pages."""
    for day, session in _sessions(book):
        words = names[day]
        track = session.track if isinstance(session.track, OutlineTrack) else None
        yield session_anchor(session.id), Guide(words, day, _id(track))
        for row in session.rows:
            if row.talk is not None:
                guide = Guide(words, day, _id(row.talk.track or track))
                yield agenda_anchor(row.talk.id, row.part), guide
        for poster in session.posters:
            guide = Guide(words, day, _id(poster.track or track))
            yield agenda_anchor(poster.id), guide


def _sessions(book: Book) -> Iterator[tuple[str, OutlineSession]]:
    """All sessions, each with the id of its day."""
    for day in book.outline.days:
        yield from ((day.id, item) for item in day.items if isinstance(item, OutlineSession))
    yield from (("", session) for session in book.outline.floating)


def _abstracts(book: Book) -> Iterator[tuple[str, Guide]]:
    names = {entry.person.id: entry.index_name for entry in book.outline.index}
    for talk in book.outline.talks:
        day = talk.occurrences[0].day if talk.occurrences else ""
        yield abstract_anchor(talk.id), Guide(_family(talk, names), day, _id(talk.track))
    days = {session.id: day for day, session in _sessions(book)}
    for poster in book.outline.posters:
        guide = Guide(_family(poster, names), days.get(poster.session, ""), _id(poster.track))
        yield abstract_anchor(poster.id), guide


def _people(book: Book) -> Iterator[tuple[str, Guide]]:
    for entry in book.outline.index:
        guide = Guide(_before_comma(entry.index_name))
        yield from ((anchor(entry.person.id), guide) for anchor in (index_anchor, speaker_anchor))


def _family(of: OutlineTalk | OutlinePoster, names: Mapping[str, str]) -> str:
    """The name under which the first speaker is in the index, without given names."""
    known = () if isinstance(of.speakers, Unknown) else of.speakers
    return _before_comma(names.get(known[0].id, known[0].name)) if known else ""


def _before_comma(index_name: str) -> str:
    return index_name.partition(",")[0]


def _id(track: OutlineTrack | None) -> str:
    return "" if track is None else track.id
