"""What pages list: the menu, the sessions of a room, the talks of a track, neighbors of a talk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby

from programkit.model.venue import Room
from programkit.outline.nodes import (
    OutlineDay,
    OutlinePerson,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
    OutlineTrack,
)
from programkit.text.names import join_names
from programkit.web.context import View

_MARK = "\0"
"""Stands around the number of a person in a phrase; no word has it."""


class Lists:
    """Finds in an outline what belongs together."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def menu(self) -> tuple[tuple[str, str], ...]:
        """The pages that every page links to, and what they are called."""
        outline, meetings = self.view.outline, self.view.meetings
        names = {
            "index": "program" if meetings is None else "upcoming",
            "past": "past" if meetings and meetings.has_past_page else "",
            "posters": "posters" if outline.posters else "",
            "people": "people" if outline.index or (meetings and meetings.series.offices) else "",
            "search": "search",
            "starred": "starred",
            "changes": "change_list",
            "about": "about",
        }
        return tuple((f"{page}.html", self.view.word(name)) for page, name in names.items() if name)

    def in_room(self, room: Room) -> Iterator[tuple[OutlineDay | None, list[OutlineSession]]]:
        """The sessions in a room, by day."""
        outline = self.view.outline
        days = [(day, day.items) for day in outline.days]
        for day, items in [*days, (None, outline.floating)]:
            found = (item for item in items if isinstance(item, OutlineSession))
            sessions = [
                one for one in found if isinstance(one.room, Room) and one.room.id == room.id
            ]
            if sessions:
                yield day, sessions

    def talks_of(self, track: OutlineTrack) -> list[OutlineTalk]:
        """The talks of a track, by time."""
        return [talk for talk in self.view.outline.talks if talk.track == track]

    def posters_of(self, track: OutlineTrack) -> list[OutlinePoster]:
        """The posters of a track, by session and board."""
        return [poster for poster in self.view.outline.posters if poster.track == track]

    def poster_sessions(self) -> Iterator[tuple[OutlineSession | None, list[OutlinePoster]]]:
        """The posters by the session that shows them; none for those that are in none yet."""
        for session, posters in groupby(self.view.outline.posters, key=lambda one: one.session):
            yield self.view.sessions.get(session), list(posters)

    def neighbors(self, talk: OutlineTalk) -> tuple[OutlineTalk | None, OutlineTalk | None]:
        """The talks before and after a talk in its session; in a series those on other dates."""
        if self.view.meetings is not None:
            return self._around.get(talk.id, (None, None))
        session = self.view.sessions.get(talk.occurrences[0].session) if talk.occurrences else None
        talks = [row.talk for row in session.rows if row.talk] if session else []
        place = next((n for n, other in enumerate(talks) if other.id == talk.id), None)
        if place is None:
            return None, None
        before = talks[place - 1] if place else None
        return before, talks[place + 1] if place + 1 < len(talks) else None

    @cached_property
    def _around(self) -> Mapping[str, tuple[OutlineTalk | None, OutlineTalk | None]]:
        """The talks that have a date, with those before and after."""
        talks = [talk for talk in self.view.outline.talks if talk.occurrences]
        around = [None, *talks, None]
        return {talk.id: (around[number], around[number + 2]) for number, talk in enumerate(talks)}

    def joint_work(self, of: OutlineTalk | OutlinePoster) -> Iterator[str | OutlinePerson]:
        """With whom the work was done: words, and people between them, as the language has it."""
        marks = [f"{_MARK}{number}{_MARK}" for number in range(len(of.coauthors))]
        names = join_names(marks, self.view.language)
        parts = self.view.word("joint_work", names=names).split(_MARK)
        for number, part in enumerate(parts):
            yield of.coauthors[int(part)] if number % 2 else part
