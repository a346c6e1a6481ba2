"""How days become a timetable: starts that follow from ends, ends that follow from starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from programkit.errors import Fault
from programkit.model.base import TBD, Unknown
from programkit.model.clock import clock_text, moment
from programkit.model.days import Block, Break, Day, Marker, Session, Slot
from programkit.model.decided import as_decided, closed_by
from programkit.model.interval import Interval
from programkit.model.timetable import (
    TimedBreak,
    TimedDay,
    TimedItem,
    TimedMarker,
    TimedSession,
    TimedSlot,
    Timetable,
)

if TYPE_CHECKING:
    from programkit.model.program import SessionDecision

_DAY = 24 * 60
_LONGEST_WRAP = 12 * 60
_NOMINAL = date(1, 1, 2)
"""Days of unknown date lie here, two days apart, where they meet nothing and keep their order."""
_UTC = ZoneInfo("UTC")

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Frame:
    """What the days of a conference have in common."""

    zone: ZoneInfo
    rooms: tuple[str, ...]
    """Ids of the declared rooms."""
    decided: Mapping[str, SessionDecision]
    """What the program decides about sessions, by id."""
    times: Mapping[str, datetime] = field(default_factory=dict)
    """When sessions start that were given a time, by id."""

    def start_of(self, session: str) -> datetime | None:
        """When a session starts of which the facts do not say it, if that is decided."""
        decision = self.decided.get(session)
        return self.times.get(session) or (None if decision is None else decision.start)

    @property
    def only_room(self) -> str | Unknown:
        """The room that goes without saying, if there is one."""
        if len(self.rooms) > 1:
            return TBD
        return self.rooms[0] if self.rooms else ""


def lay_out(days: tuple[Day, ...], floating: tuple[Session, ...], frame: Frame) -> Timetable:
    """Put days, and sessions without a day, on the line of time."""
    faults: list[Fault] = []
    timed = [_DayLayout(index, day, frame, faults).lay_out() for index, day in enumerate(days)]
    loose: list[TimedSession] = []
    for number, session in enumerate(floating):
        session_id = session.id or f"session-{number + 1}"
        index = _day_of(session_id, timed, frame)
        day = Day() if index is None else days[index]
        layout = _DayLayout(index or 0, day, frame, faults, ("sessions", number))
        found = layout.session(session, session_id, None, None)
        if index is None:
            loose.append(_without_times(found))
        else:
            timed[index] = _with_item(timed[index], found)
    return Timetable(tuple(timed), tuple(loose), tuple(faults))


def _day_of(session_id: str, days: list[TimedDay], frame: Frame) -> int | None:
    start = frame.start_of(session_id)
    if start is None:
        return None
    local = start.astimezone(frame.zone).date()
    return next((day.index for day in days if day.day.date == local), None)


def _without_times(session: TimedSession) -> TimedSession:
    """A time of day on no day is no moment."""
    slots = tuple(replace(slot, day=None, interval=None) for slot in session.slots)
    return replace(session, day=None, interval=None, slots=slots)


def _with_item(day: TimedDay, session: TimedSession) -> TimedDay:
    later = datetime.max.replace(tzinfo=UTC)
    items = [*day.items, session]
    items.sort(key=lambda item: later if item.interval is None else item.interval.first)
    return replace(day, items=tuple(items))


@dataclass
class _DayLayout:
    """Lays out one day; faults are collected."""

    index: int
    day: Day
    frame: Frame
    faults: list[Fault]
    base: Path | None = None

    @property
    def id(self) -> str:
        """The day's id."""
        date_ = self.day.date
        return self.day.id or (f"day-{self.index + 1}" if date_ is TBD else str(date_))

    @property
    def path(self) -> Path:
        return ("days", self.index) if self.base is None else self.base

    def lay_out(self) -> TimedDay:
        items = tuple(self._expanded())
        starts = [self._start_of(item, path) for item, _, path in items]
        timed: list[TimedItem] = []
        before: datetime | None = None
        for position, (item, item_id, path) in enumerate(items):
            if timed and path != items[position - 1][2]:  # the sessions of a block have one path
                before = _known_end(timed[-1])
            start = starts[position]
            if start is None and item.start is None:
                start = before
            rest = (starts[at] for at in range(position + 1, len(starts)))
            later = (s for s in rest if s and start and s > start)
            timed.append(self._item(item, item_id, start, next(later, None), path))
        return TimedDay(id=self.id, index=self.index, day=self.day, items=tuple(timed))

    def _expanded(self) -> Iterator[tuple[Session | Break | Marker, str, Path]]:
        """Items with ids and paths, a block as one session in each of its rooms."""
        counts: dict[str, int] = {}
        for position, item in enumerate(self.day.items):
            path = (*self.path, "items", position)
            group = "session" if isinstance(item, Session | Block) else item.type
            counts[group] = counts.get(group, 0) + 1
            prefix = "" if group == "session" else f"{group}-"
            item_id = item.id or f"{self.id}/{prefix}{counts[group]}"
            if isinstance(item, Block):
                for session in sessions_of(item, item_id):
                    yield session, str(session.id), path
            else:
                yield item, item_id, path

    def _start_of(self, item: Session | Break | Marker, path: Path) -> datetime | None:
        """The start that the item itself, or a session's first slot, gives."""
        if isinstance(item.start, int):
            return self._moment(item.start, (*path, "start"))
        if item.start is None and isinstance(item, Session) and item.slots:
            first = item.slots[0].start
            if isinstance(first, int):
                return self._moment(first, (*path, "slots", 0, "start"))
        return None

    def _item(
        self,
        item: Session | Break | Marker,
        item_id: str,
        start: datetime | None,
        following: datetime | None,
        path: Path,
    ) -> TimedItem:
        if isinstance(item, Session):
            return self.session(item, item_id, start, following, path)
        if isinstance(item, Marker):
            instant = None if start is None else Interval(start=start, end=start)
            return TimedMarker(
                id=item_id, day=self.index, interval=instant, open_end=False, item=item
            )
        interval, open_end = self._span(item, start, following, path)
        closes = item.closes or self.frame.rooms or ("",)
        return TimedBreak(
            id=item_id,
            day=self.index,
            interval=interval,
            open_end=open_end,
            item=item,
            closes=closes,
        )

    def session(
        self,
        session: Session,
        session_id: str,
        start: datetime | None,
        following: datetime | None,
        path: Path = (),
    ) -> TimedSession:
        """A session with its slots, as the program decides it where the facts do not."""
        decision = self.frame.decided.get(session_id)
        session = session if decision is None else as_decided(session, decision)
        start = start or self.frame.start_of(session_id)
        path = path or self.path
        interval, open_end = self._span(session, start, None, path)
        if session.slots:
            known = None if open_end or interval is None else interval.last
            slots = self._slots(session, session_id, start, known or following, path)
            interval, open_end = _hull(slots, interval, open_end=open_end)
        else:
            slots = ()
            if open_end:
                interval, open_end = self._span(session, start, following, path)
        room = self.frame.only_room if isinstance(session.room, Unknown) else session.room
        return TimedSession(
            id=session_id,
            day=self.index,
            interval=interval,
            open_end=open_end,
            session=session,
            room=room,
            slots=slots,
            closes=closed_by(session, room, self.frame.rooms),
        )

    def _slots(
        self,
        session: Session,
        session_id: str,
        start: datetime | None,
        session_end: datetime | None,
        path: Path,
    ) -> tuple[TimedSlot, ...]:
        starts = self._slot_starts(session, start, path)
        timed: list[TimedSlot] = []
        for index, slot in enumerate(session.slots):
            rest = (starts[at] for at in range(index + 1, len(starts)))
            following = next((s for s in rest if s), session_end)
            spot = (*path, "slots", index)
            interval, open_end = self._span(slot, starts[index], following, spot)
            timed.append(
                TimedSlot(
                    id=slot.id or f"{session_id}/{index + 1}",
                    day=self.index,
                    interval=interval,
                    open_end=open_end,
                    slot=slot,
                    session=session_id,
                    index=index,
                )
            )
        return tuple(timed)

    def _slot_starts(
        self, session: Session, start: datetime | None, path: Path
    ) -> list[datetime | None]:
        """When each slot starts: as it says, else when the one before it ends."""
        starts: list[datetime | None] = []
        previous = end = start
        for index, slot in enumerate(session.slots):
            spot = (*path, "slots", index)
            found = end if slot.start is None else None
            if isinstance(slot.start, int):
                found = self._moment_after(slot.start, previous, (*spot, "start"))
            starts.append(found)
            previous = found or previous
            interval, open_end = self._span(slot, found, None, None)
            end = None if open_end or interval is None else interval.last
        return starts

    def _span(
        self,
        item: Session | Slot | Break,
        start: datetime | None,
        following: datetime | None,
        path: Path | None,
    ) -> tuple[Interval | None, bool]:
        """The interval from a start, and whether its end is unknown.

        Without a path nothing is reported: the same item is looked at again later.
        """
        if start is None:
            return None, item.minutes is None and item.end is None
        if item.minutes is not None:
            return Interval.lasting(start, item.minutes), False
        end = following
        if item.end is not None:
            end = self._moment_after(item.end, start, None if path is None else (*path, "end"))
        if end is None or end < start:
            return Interval.lasting(start, 1), True
        return Interval(start=start, end=end), False

    def _moment_after(
        self, clock: int, previous: datetime | None, path: Path | None
    ) -> datetime | None:
        """The moment of a time of day; before the previous one, it is in the night after."""
        found = self._moment(clock, path)
        if found is None or previous is None or found >= previous:
            return found
        wrapped = self._moment(clock + _DAY, path)
        if wrapped is not None and wrapped - previous <= timedelta(minutes=_LONGEST_WRAP):
            return wrapped
        self._fault(
            f"{clock_text(clock)} is before {self._local(previous)}, which comes first",
            "put times in order; a time in the night after is written 24:00 or later",
            path,
        )
        return None

    def _moment(self, clock: int, path: Path | None) -> datetime | None:
        if isinstance(self.day.date, Unknown):
            nominal = _NOMINAL + timedelta(days=2 * self.index)
            return moment(nominal, clock, _UTC)
        try:
            return moment(self.day.date, clock, self.frame.zone)
        except ValueError as error:
            self._fault(str(error), "clocks go forward then; choose another time", path)
            return None

    def _local(self, instant: datetime) -> str:
        zone = _UTC if self.day.date is TBD else self.frame.zone
        return f"{instant.astimezone(zone):%H:%M}"

    def _fault(self, message: str, remedy: str, path: Path | None) -> None:
        if path is not None:
            fault = Fault(message, path=path, remedy=remedy)
            if fault not in self.faults:
                self.faults.append(fault)


def sessions_of(block: Block, block_id: str) -> Iterator[Session]:
    """The sessions that a block stands for, one in each of its rooms."""
    shared = {
        name: getattr(block, name) for name in type(block).model_fields if name in _BLOCK_FIELDS
    }
    for room in block.rooms:
        slots = tuple(
            slot.replace(id=f"{slot.id}@{room}") if slot.id else slot for slot in block.slots
        )
        yield Session(**{**shared, "id": f"{block_id}@{room}", "room": room, "slots": slots})


_BLOCK_FIELDS = frozenset(Block.model_fields) - {"type", "rooms", "id", "slots"}


def _known_end(item: TimedItem) -> datetime | None:
    return None if item.open_end or item.interval is None else item.interval.last


def _hull(
    slots: tuple[TimedSlot, ...], interval: Interval | None, *, open_end: bool
) -> tuple[Interval | None, bool]:
    """A session lasts at least from its first slot to its last; its own times may say longer."""
    timed = [slot for slot in slots if slot.interval is not None]
    spans = [slot.interval for slot in timed if slot.interval is not None]
    if not spans:
        return interval, open_end
    first, last = min(s.first for s in spans), max(s.last for s in spans)
    if interval is not None:
        first = min(first, interval.first)
        last = last if open_end else max(last, interval.last)
    still_open = open_end and timed[-1].open_end
    return Interval(start=first, end=last), still_open
