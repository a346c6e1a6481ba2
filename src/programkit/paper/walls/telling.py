"""When and where something is, as a sheet on a wall says it to passers-by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from programkit.model.venue import Room
from programkit.outline.nodes import Occurrence, OutlineTalk
from programkit.outline.wording import joining_text
from programkit.paper.abstract import address
from programkit.paper.book import Book
from programkit.text.formats import format_date
from programkit.text.localtimes import LocalTime, city_of, local_times
from programkit.text.markup import Run
from programkit.typeset.row import Inline


def day_text(day: date, book: Book) -> str:
    """A date with its weekday and year: sheets stay on walls."""
    text = format_date(day, book.language, "full")
    return text[:1].upper() + text[1:]


def date_text(occurrence: Occurrence, book: Book) -> str:
    """The date of a talk, or that it is to be announced."""
    when = occurrence.when
    if when.start is None or not when.dated:
        return book.word("date_tbd")
    return day_text(when.start.date(), book)


def time_text(occurrence: Occurrence, book: Book) -> str:
    """From when to when, and by the clocks of which city."""
    city = "" if occurrence.when.start is None else city_text(book)
    return f"{book.span(occurrence.when)}{city}"


def local_text(occurrence: Occurrence, book: Book) -> str:
    """What clocks show at the start where the audience of a series is; empty where nobody listens.

    The city of the series is not among them, and dates are told where they differ.
    """
    start, series, zone = occurrence.when.start, book.outline.series, book.outline.timezone
    if not (start and series and isinstance(zone, str) and city_text(book)):
        return ""
    zones = [each for each in series.audience if each != zone]
    return " · ".join(
        f"{book.clock(local.moment)} {local.city}{_other_day(local, book)}"
        for local in local_times(start, zones, ZoneInfo(zone), book.language)
    )


def _other_day(local: LocalTime, book: Book) -> str:
    return f" ({book.date(local.moment.date(), short=True)})" if local.days_later else ""


def city_text(book: Book) -> str:
    """The city whose clocks show the times, where people elsewhere may take part."""
    zone = book.outline.timezone
    if isinstance(zone, str) and any(room.online for room in book.outline.rooms):
        return f" ({city_of(zone, book.language)})"
    return ""


def place_runs(room: object, book: Book) -> Iterator[Inline]:
    """The room, the place it is in, and how to join from elsewhere; only links that all may have.

    Args:
        room: The room, or that it is not known, or none where there is only one place.
        book: The booklet.
    """
    place = book.outline.place
    if not isinstance(room, Room):
        told = [book.word("room_tbd")] if room is not None and book.outline.rooms else []
        yield Run(", ".join([*told, *([place] if place else [])]))
        return
    yield Run(", ".join([room.name, *([place] if place and room.physical else [])]))
    joining = joining_text(room, book.outline.language)
    if joining:
        yield Run(f" · {book.word('online')}: " if room.physical else ": ")
        yield from (Run(address(room.link), link=room.link),) if room.link else ()
        how = " ".join(room.how_to_join.split()) if room.link else joining
        yield from (Run(f" {how}" if room.link else how),) if how else ()


def over(talk: OutlineTalk, book: Book) -> bool:
    """Whether a talk was given before the outputs are made."""
    now = book.outline.series.now if book.outline.series else None
    ends = [each.when.end or each.when.start for each in talk.occurrences if each.when.dated]
    return now is not None and bool(ends) and all(end is not None and end < now for end in ends)
