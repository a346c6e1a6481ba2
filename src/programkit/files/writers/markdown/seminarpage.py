"""A series as the page of a seminar: an entry for each meeting, then the people.

What is written is read again by ``readers.seminars``. Every title, name and text stands behind a
label, after a heading's mark or in a quote, so that none can be taken for anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise

from programkit.files.readers.markdown.escapes import escaped, hidden
from programkit.files.readers.markdown.people import Named
from programkit.files.readers.seminars.marks import is_member
from programkit.files.readers.seminars.vocabulary import CANCELLED
from programkit.files.writers.markdown.agenda import minutes_of
from programkit.files.writers.markdown.texts import (
    clocks_text,
    date_text,
    names_text,
    people_text,
    plain_text,
    quoted,
    struck,
    title_text,
)
from programkit.model.base import Unknown
from programkit.model.clock import clock_text
from programkit.model.conference import Conference
from programkit.model.contributions import State, Talk
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.model.recurrence import Recurrence
from programkit.model.series import Series
from programkit.model.venue import Room
from programkit.outline.nodes import Outline, OutlineDay, OutlineSession, Row
from programkit.text.characters import one_line

HEADINGS = {"board": "Board", "organizer": "Organizers", "committee": "Committee"}
"""What stands above people of a role; of other roles nothing is written."""
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NTH = {"1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last"}


def is_seminar(program: Program) -> bool:
    """Whether a program has the shape of a seminar: meetings of one talk each, now and then.

    A conference with breaks, titled sessions, chairs, several talks in a row, or days that follow
    each other has another shape.
    """
    conference = program.conference
    sessions = [timed.session for timed in program.timetable.sessions.values()]
    plain = all(
        len(session.slots) == 1 and not session.title and not session.chairs and not session.boards
        for session in sessions
    )
    items = len(list(program.timetable.items))
    if not sessions or not plain or items != len(sessions) or conference.posters:
        return False
    hosted = any(talk.hosts for talk in conference.talks)
    offices = any(person.roles for person in conference.people)
    own = isinstance(conference, Series) or hosted or offices or bool(_listed(conference))
    return own or _now_and_then(conference)


def _now_and_then(conference: Conference) -> bool:
    """Whether the days, at least two, are not next to each other."""
    days = [day.date for day in conference.all_days]
    dates = sorted({day for day in days if not isinstance(day, Unknown)})
    return len(dates) > 1 and all((after - before).days > 1 for before, after in pairwise(dates))


def page_lines(program: Program, outline: Outline) -> Iterator[str]:
    """The blocks of the page, behind its cover."""
    conference = program.conference
    if isinstance(conference, Series):
        yield from _rule(conference.recurrence)
    yield "## Seminars"
    blocks = list(_meetings(program, outline))
    if isinstance(conference, Series):
        blocks += _left_out(conference.recurrence, outline)
    for _, block in sorted(blocks, key=lambda one: one[0]):
        yield from block
    yield from _without_a_day(program, outline)
    yield from _people(conference)


def _rule(rule: Recurrence) -> Iterator[str]:
    """When it meets, in a sentence that is read as it is meant."""
    every = "every week"
    names = [_NAMES[_CODES.index(day[-2:])] for day in rule.weekdays]
    if not names:
        names = [_NAMES[rule.first.weekday()]]
    if rule.frequency == "monthly":
        nth = {_NTH.get(day[:-2], "") for day in rule.weekdays}
        every = f"monthly, the {nth.pop()}" if len(nth) == 1 else "monthly"
    elif rule.interval == 2:
        every = "every two weeks"
    times = f"{clock_text(rule.start)}–{clock_text(rule.start + rule.minutes)}"
    if rule.interval <= (2 if rule.frequency == "weekly" else 1):
        yield f"Meetings: {every} on {' and '.join(names)}, {times}"


def _meetings(program: Program, outline: Outline) -> Iterator[tuple[tuple[date, int], list[str]]]:
    """The blocks of each meeting, with what they are sorted by."""
    last = date.min
    for place, day in enumerate(outline.days):
        last = day.date or last
        if not day.items:
            yield (last, place), [_heading(day, outline, None)]
        for item in (one for one in day.items if isinstance(one, OutlineSession)):
            for row in item.rows:
                yield (last, place), list(_meeting(day, item, row, program, outline))


def _without_a_day(program: Program, outline: Outline) -> Iterator[str]:
    """The talks that are on none of the days, in the order of the facts."""
    sessions = (item for day in outline.days for item in day.items)
    rows = [row for one in sessions if isinstance(one, OutlineSession) for row in one.rows]
    shown = {row.talk.id for row in rows if row.talk is not None}
    for talk in program.conference.talks:
        if talk.id not in shown:
            yield "Date: TBA"
            yield from _told(talk, [], program.conference)


def _heading(day: OutlineDay, outline: Outline, row: Row | None) -> str:
    if day.date is None:
        return "Date: TBA"
    start, end = (row.when.start, row.when.end) if row else (None, None)
    clocks = ""
    if start is not None:
        clocks = f", {clocks_text(_minutes(start, day), _end(end, day), outline)}"
    off = f": {plain_text(day.title)}" if day.title and row is None else ""
    return f"### {date_text(day.date, outline.language)}{clocks}{off}"


def _minutes(moment: datetime, day: OutlineDay) -> int:
    return minutes_of(moment, day)


def _end(moment: datetime | None, day: OutlineDay) -> int | None:
    return None if moment is None else minutes_of(moment, day)


def _meeting(
    day: OutlineDay, item: OutlineSession, row: Row, program: Program, outline: Outline
) -> Iterator[str]:
    yield _heading(day, outline, row)
    head = [f"Room: {escaped(room.name)}" for room in _room(item, program)]
    talk = program.conference.talk(row.talk.id) if row.talk else None
    if talk is None:
        yield "\n".join([*head, "Speaker: TBA"])
        return
    yield from _told(talk, head, program.conference)


def _told(talk: Talk, head: Sequence[str], conference: Conference) -> Iterator[str]:
    """What the page says of a talk, behind its room."""
    yield "\n".join([*head, *_talk(talk, conference)])
    for label, text in _texts(talk, conference):
        yield f"{label}:"
        yield quoted(text)


def _room(item: OutlineSession, program: Program) -> Iterator[Room]:
    """The room that a session names; of talks without a session, where they are."""
    room = item.room
    if item.id:
        named = program.timetable.sessions[item.id].session.room
        room = named if isinstance(named, Unknown) else program.conference.room(named)
    if isinstance(room, Room):
        yield room


def _talk(talk: Talk, conference: Conference) -> Iterator[str]:
    speakers = [_named(conference.person(person), conference) for person in talk.speaker_ids]
    yield f"Speaker: {people_text(speakers) or 'TBA'}"
    title = "TBA" if isinstance(talk.title, Unknown) else title_text(talk.title)
    yield f"Title: {_title(title, talk)}"
    if talk.hosts:
        yield f"Host: {names_text([conference.person(host).name for host in talk.hosts])}"
    if talk.track:
        yield f"Series: {escaped(conference.track(talk.track).name)}"


def _title(text: str, talk: Talk) -> str:
    """A title that is not taken for one of a talk that is cancelled, or struck if it is."""
    if isinstance(talk.title, str) and CANCELLED.search(text):
        text = hidden(talk.title)
    return struck(text, talk.title) if talk.state is State.CANCELLED else text


def _named(person: Person, conference: Conference) -> Named:
    places = [one_line(conference.affiliation(a).name) for a in person.affiliations]
    return Named(one_line(person.name), tuple(places))


def _texts(talk: Talk, conference: Conference) -> Iterator[tuple[str, str]]:
    """The abstract, and the biography where one person speaks."""
    if not isinstance(talk.abstract, Unknown) and talk.abstract.strip():
        yield "Abstract", talk.abstract
    if len(talk.speaker_ids) == 1 and conference.person(talk.speaker_ids[0]).bio.strip():
        yield "Bio", conference.person(talk.speaker_ids[0]).bio


def _left_out(rule: Recurrence, outline: Outline) -> Iterator[tuple[tuple[date, int], list[str]]]:
    """The dates of the rule on which it does not meet by an exception."""
    listed = {day.date for day in outline.days}
    for exception in rule.exceptions:
        if exception.meets_on is None and exception.date not in listed:
            reason = f" ({escaped(exception.reason)})" if exception.reason.strip() else ""
            heading = f"### {date_text(exception.date, outline.language)}: No seminar{reason}"
            yield (exception.date, 0), [heading]


def _people(conference: Conference) -> Iterator[str]:
    """People without a part, then those in office, then those who were."""
    listed = [member_text(person, conference) for person in _listed(conference)]
    if listed:
        yield "\n".join(listed)
    for ended in (False, True):
        for role, heading in HEADINGS.items():
            members = [
                f"- {people_text([_named(person, conference)])}"
                for person in conference.people
                if any(one.role == role and one.ended is ended for one in person.roles)
            ]
            if members:
                yield f"## {'Former ' if ended else ''}{heading}"
                yield "\n".join(members)


def member_text(person: Person, conference: Conference) -> str:
    """Somebody in a list without a heading."""
    named = _named(person, conference)
    return f"{escaped(named.name)} ({'; '.join(map(escaped, named.affiliations))})"


def _listed(conference: Conference) -> tuple[Person, ...]:
    """Those who neither speak nor host nor have a role, if they can be told from other lines."""
    busy = {person for talk in conference.talks for person in (*talk.people_ids, *talk.hosts)}
    busy |= {person for track in conference.tracks for person in track.chairs}
    idle = [p for p in conference.people if p.id not in busy and not p.roles]
    if len(idle) < 3 or not all(is_member(member_text(person, conference)) for person in idle):
        return ()
    return tuple(idle)
