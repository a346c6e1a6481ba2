"""How findings name talks, people, times and places: as organizers do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from programkit.model.base import TBD, Unknown
from programkit.model.conference import Conference
from programkit.model.interval import Interval
from programkit.model.program import Placed, Program
from programkit.model.timetable import Timed, TimedBreak, TimedSession, TimedSlot
from programkit.text.subjects import talk_text

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def person_words(conference: Conference, person: str) -> str:
    """The person by name."""
    return conference.person(person).name


def room_words(conference: Conference, room: str) -> str:
    """The room by name; the implicit one is simply the room."""
    found = conference.room(room)
    return "the room" if found is None else found.name


def placed_words(program: Program, placed: Placed) -> str:
    """The talk and when it is."""
    return f"{talk_text(program.conference, placed.talk)} {when(program, placed)}"


def when(program: Program, placed: Placed) -> str:
    """When a placed talk is, as ``Mon 30 Sep 10:40``; by its place where the time is unknown."""
    if placed.interval is None:
        place = placed.placement.slots[:1] or (placed.placement.session or "?",)
        return f"in {place[0]}"
    day = None if placed.session is None else placed.session.day
    return moment_words(program.conference, placed.interval.first, day)


def timed_words(conference: Conference, timed: Timed) -> str:
    """A session, slot or break by title or id, and when it starts."""
    if isinstance(timed, TimedSession):
        title = timed.session.title
    else:
        title = timed.item.title if isinstance(timed, TimedBreak) else ""
    kind = "slot" if isinstance(timed, TimedSlot) else "session"
    name = f"“{title}”" if title else f"{kind} {timed.id}"
    if timed.interval is None:
        return name
    return f"{name} {moment_words(conference, timed.interval.first, timed.day)}"


def moment_words(conference: Conference, moment: datetime, day: int | None = None) -> str:
    """A moment on the conference's clocks; a day of unknown date by its title or position."""
    if day is not None:
        found = conference.all_days[day]
        if found.date is TBD:
            return f"{found.title or f'day {day + 1}'} {moment:%H:%M}"
    local = moment.astimezone(conference.zone)
    return f"{date_words(local.date())} {local:%H:%M}"


def day_words(conference: Conference, day_id: str) -> str:
    """A day as ``Mon 30 Sep``; one of unknown date by its title or position."""
    known = {day.id: day for day in conference.timetable.days}
    if day_id not in known:
        return date_words(date.fromisoformat(day_id))
    found = known[day_id].day
    if isinstance(found.date, Unknown):
        return found.title or f"day {known[day_id].index + 1}"
    return date_words(found.date)


def date_words(day: date) -> str:
    """A date as ``Mon 30 Sep``."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def windows(conference: Conference, intervals: Iterable[Interval]) -> str:
    """Intervals as people say them: ``Mon 30 Sep 08:00–13:00, from Wed 2 Oct 08:00``."""
    return ", ".join(_window(conference, interval) for interval in intervals)


def _window(conference: Conference, interval: Interval) -> str:
    start = None if interval.start is None else moment_words(conference, interval.start)
    end = None if interval.end is None else moment_words(conference, interval.end)
    if start and end:
        day, _, _ = start.rpartition(" ")
        return (
            f"{start}–{end.removeprefix(day + ' ')}" if end.startswith(day) else f"{start} – {end}"
        )
    return f"from {start}" if start else f"until {end}" if end else "always"


def listed(names: Iterable[str], word: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *others, last = names
    return f"{', '.join(others)} {word} {last}" if others else last
