"""What to tell each person about the changes: old and new day, time and room, ready to paste."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from programkit.model.base import Unknown
from programkit.model.changes import Change, ChangeKind, Message
from programkit.model.contributions import Contribution, State
from programkit.model.interval import Interval
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.text.formats import format_clock, format_date
from programkit.text.markup import plain
from programkit.text.subjects import people_text
from programkit.text.words import word

_OF_PLACE = frozenset(
    {
        ChangeKind.ADDED,
        ChangeKind.REMOVED,
        ChangeKind.PLACED,
        ChangeKind.UNPLACED,
        ChangeKind.MOVED,
        ChangeKind.ROOM,
    }
)


def messages(old: Program, new: Program, changes: Sequence[Change]) -> tuple[Message, ...]:
    """A message to each person whom changes concern, in order of name."""
    people = {**old.conference.by_id.people, **new.conference.by_id.people}
    concerned: dict[str, list[Change]] = {}
    for change in changes:
        for person in change.people:
            concerned.setdefault(person, []).append(change)
    writer = _Writer(old, new)
    return tuple(
        Message(
            person=person,
            name=people[person].name,
            email=people[person].email,
            text=writer.text(concerned[person]),
        )
        for person in sorted(concerned, key=lambda person: (people[person].name, person))
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Words changes in the language of the conference."""

    old: Program
    new: Program

    def text(self, changes: Sequence[Change]) -> str:
        """A paragraph for each talk, poster or session concerned."""
        by_thing: dict[str, list[Change]] = {}
        for change in changes:
            by_thing.setdefault(change.about, []).append(change)
        return "\n\n".join(
            "\n".join([self._head(thing), *(f"  {line}" for line in self._lines(thing, found))])
            for thing, found in by_thing.items()
        )

    def _lines(self, thing: str, changes: Sequence[Change]) -> Iterator[str]:
        contribution = self._contribution(thing)
        for change in changes:
            if change.kind in _OF_PLACE:
                yield from self._places(thing)
            elif change.kind is ChangeKind.CHAIRS:
                names = [self._chairs(program, thing) for program in (self.old, self.new)]
                yield f"{self._word('chair')}: {' → '.join(names)}"
            elif change.kind is ChangeKind.RETITLED:
                titles = [self._title(_contribution(p, thing)) for p in (self.old, self.new)]
                yield f"{self._word('title')}: {' → '.join(titles)}"
            elif change.kind is ChangeKind.STATE and contribution is not None:
                yield self._standing(contribution, change.message)
            else:
                yield change.message

    def _standing(self, contribution: Contribution, otherwise: str) -> str:
        """That it is cancelled and why, or what else it is now."""
        state = self._word(contribution.state.value, otherwise)
        why = contribution.reason if contribution.state is State.CANCELLED else ""
        return f"{state}: {why}" if why else state

    def _places(self, thing: str) -> Iterator[str]:
        """Where it was, and where it is."""
        contribution = self._contribution(thing)
        gone = contribution is not None and not contribution.takes_place
        for program, label in ((self.old, "before"), (self.new, "now")):
            found = "; ".join(self._where(program, thing))
            if found or (label == "now" and not gone):
                yield f"{self._word(label)}: {found or '–'}"

    def _where(self, program: Program, thing: str) -> Iterator[str]:
        hung = program.hung.get(thing)
        if self._contribution(thing) is None:
            yield self._session(program, program.timetable.sessions[thing])
        elif hung is not None:
            board = f", {self._word('board', n=hung.board)}" if hung.board else ""
            yield self._session(program, program.timetable.sessions[hung.session]) + board
        for placed in program.by_talk.get(thing, ()):
            end = None if placed.open_end else placed.interval
            yield self._at(program, placed.interval, end, placed.room, placed.session)

    def _session(self, program: Program, session: TimedSession) -> str:
        end = None if session.open_end else session.interval
        return self._at(program, session.interval, end, session.room, session)

    def _at(
        self,
        program: Program,
        interval: Interval | None,
        ending: Interval | None,
        room: str | Unknown,
        session: TimedSession | None,
    ) -> str:
        """Day, time and room."""
        conference = program.conference
        known = None if isinstance(room, Unknown) else conference.room(room)
        where = [known.name] if known is not None else []
        if interval is None:
            return ", ".join([self._word("time_tbd"), *where])
        day = None if session is None or session.day is None else conference.all_days[session.day]
        undated = day is not None and isinstance(day.date, Unknown)
        zone = UTC if undated else conference.zone  # what has no date lies where all zones agree
        start = interval.first.astimezone(zone)
        end = None if ending is None else ending.last.astimezone(zone)
        if day is not None and undated:
            date = plain(day.title) if day.title else self._word("date_tbd")
        else:
            date = format_date(start.date(), self._language)
        return ", ".join([date, self._time(start, end), *where])

    def _time(self, start: datetime, end: datetime | None) -> str:
        hours = self.new.conference.hours
        clocks = [
            format_clock(moment.hour * 60 + moment.minute, hours, self._language)
            for moment in (start, end)
            if moment is not None
        ]
        return "–".join(clocks)

    def _head(self, thing: str) -> str:
        """The title of a talk or poster; of a session also when and where it is."""
        contribution = self._contribution(thing)
        if contribution is not None:
            return self._title(contribution)
        session = self.new.timetable.sessions[thing]
        title = f" “{plain(session.session.title)}”" if session.session.title else ""
        return f"{self._word('session')}{title}, {self._session(self.new, session)}"

    def _contribution(self, thing: str) -> Contribution | None:
        """The talk or poster, as it is now or was; nothing for a session."""
        return _contribution(self.new, thing) or _contribution(self.old, thing)

    def _title(self, contribution: Contribution | None) -> str:
        if contribution is None or isinstance(contribution.title, Unknown):
            return self._word("title_tbd")
        return f"“{plain(contribution.title)}”"

    def _chairs(self, program: Program, session: str) -> str:
        chairs = program.timetable.sessions[session].session.chairs
        if isinstance(chairs, Unknown):
            return self._word("chair_tbd")
        return people_text(program.conference, chairs) or "–"

    def _word(self, key: str, otherwise: str = "", **values: str) -> str:
        """A word of the conference's language; what is said otherwise, if there is none."""
        try:
            return word(key, self._language, **values)
        except KeyError:
            return otherwise

    @property
    def _language(self) -> str:
        return self.new.conference.language


def _contribution(program: Program, name: str) -> Contribution | None:
    """The talk or poster of that id."""
    known = program.conference.by_id
    return known.talks.get(name) or known.posters.get(name)
