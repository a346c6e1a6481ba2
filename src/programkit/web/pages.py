"""Which pages the site has: a function for each kind, and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from programkit.outline.addresses import PAGE
from programkit.web.context import View


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is drawn."""

    name: str
    """Of its template, without ".html"."""
    key: str
    """Name of its file, without ".html"."""
    title: str
    """In plain text; empty for the title of the conference alone."""
    nodes: Mapping[str, Any] = field(default_factory=dict)
    """What its template gets beside what every template gets."""
    shows: object = None
    """What else it shows with texts: with another, the page is another."""

    @property
    def address(self) -> str:
        """The name of its file."""
        return self.key + PAGE


def program(view: View) -> Iterator[Page]:
    """The first page: all days; of a series the next talk, those to come, and those past."""
    if view.meetings is None:
        yield Page("program", "index", "")
        return
    meetings = view.meetings
    yield Page("series", "index", "", shows=(meetings.next, meetings.upcoming, meetings.undated))
    if meetings.has_past_page:
        yield Page("past", "past", view.word("past"), shows=meetings.past)


def days(view: View) -> Iterator[Page]:
    """A page for each day, with the table of what is in parallel."""
    for day in filter(view.has_page, view.outline.days):
        yield Page("day", view.key(day), view.day_name(day), {"day": day})


def talks(view: View) -> Iterator[Page]:
    """A page for each talk, also for those without an abstract or a place."""
    for talk in view.outline.talks:
        yield Page("talk", view.key(talk), view.title(talk), {"talk": talk})


def posters(view: View) -> Iterator[Page]:
    """A page for each poster, and the list of them."""
    for poster in view.outline.posters:
        yield Page("poster", view.key(poster), view.title(poster), {"poster": poster})
    if view.outline.posters:
        yield Page("posters", "posters", view.word("posters"))


def sessions(view: View) -> Iterator[Page]:
    """A page for each session that shows as one."""
    for session in view.sessions.values():
        if view.has_page(session):
            name = view.session_name(session)
            yield Page("session", view.key(session), name, {"session": session})


def people(view: View) -> Iterator[Page]:
    """A page for everybody who takes part, and the index of them."""
    for entry in view.outline.index:
        yield Page("person", view.key(entry.person), entry.person.name, {"entry": entry})
    offices = view.outline.series.offices if view.outline.series else ()
    if view.outline.index or offices:
        yield Page("people", "people", view.word("people" if offices else "people_index"))


def rooms(view: View) -> Iterator[Page]:
    """A page for each room, where there are several."""
    if view.has_rooms:
        for room in view.outline.rooms:
            yield Page("room", view.key(room), room.name, {"room": room})


def tracks(view: View) -> Iterator[Page]:
    """A page for each track."""
    for track in view.outline.tracks:
        yield Page("track", view.key(track), track.name, {"track": track})


def about(view: View) -> Iterator[Page]:
    """The venue, the sponsors, whom to ask."""
    yield Page("about", "about", view.word("about"))


def search(view: View) -> Iterator[Page]:
    """Where the search is, and the talks that were starred."""
    yield Page("search", "search", view.word("search"))
    yield Page("starred", "starred", view.word("starred"))


def changes(view: View) -> Iterator[Page]:
    """What is new since the versions published before."""
    yield Page("changes", "changes", view.word("changes"))


def missing(view: View) -> Iterator[Page]:
    """What a web server shows for an address that does not exist."""
    yield Page("404", "404", view.word("not_found"))


Pages = Callable[[View], Iterator[Page]]

PAGES: Final[tuple[Pages, ...]] = (
    program,
    days,
    talks,
    posters,
    sessions,
    people,
    rooms,
    tracks,
    about,
    search,
    changes,
    missing,
)
"""All kinds; what stands first is most important to search engines and offline readers."""


def every(view: View) -> Iterator[Page]:
    """All pages of the site."""
    for kind in PAGES:
        yield from kind(view)
