"""A calendar somebody subscribed to shows the program of today, whatever was edited before.

The subscriber is written independently, with icalendar and recurring-ical-events: it remembers every
event it was ever told, takes another version only if SEQUENCE or LAST-MODIFIED is greater, and never
forgets one that is merely missing from the feed.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from programkit.building import build
from programkit.files.calendarcheck import calendar_findings
from programkit.model.conference import Conference
from programkit.model.contributions import State, Talk
from programkit.model.days import Break, Day, Session, Slot
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.model.venue import Room

FIRST = datetime(2026, 3, 28, 8, 0, tzinfo=UTC)  # nine in Zagreb; the clocks change the night after
ROOMS = ("hall", "attic")
SLOTS = [(day, hour, room) for day in (0, 1) for hour in (9, 11) for room in ROOMS]
NAMES = ("Ada", "Bo", "Chen")
STATES = {
    "cancel": State.CANCELLED,
    "restore": State.CONFIRMED,
    "doubt": State.TENTATIVE,
    "withdraw": State.WITHDRAWN,
}


@dataclass(frozen=True)
class Entry:
    """A talk as the organizer has it."""

    name: str
    title: str
    speaker: int
    slot: int | None
    state: State = State.CONFIRMED
    formerly: tuple[str, ...] = ()


@dataclass
class Project:
    """What the organizer edits, and what readers should see of it."""

    talks: dict[int, Entry]
    dinner: int = 20
    url: str = "https://tides.example.org/2026"
    dropped: dict[int, Entry] = field(default_factory=dict)

    def edit(self, kind, which, where):
        match kind:
            case "dine":
                self.dinner = 17 + where % 5
            case "readdress":
                self.url = f"https://tides.example.org/{2026 + where % 2}"
            case "restore" if which in self.dropped and which not in self.talks:
                self.talks[which] = self._at(self.dropped.pop(which), None)
            case _ if which in self.talks:
                self._edit(kind, which, where)

    def _edit(self, kind, which, where):
        entry = self.talks[which]
        if kind in STATES:
            self.talks[which] = replace(entry, state=STATES[kind])
            return
        match kind:
            case "move":
                self.talks[which] = self._at(entry, where)
            case "unplace":
                self.talks[which] = self._at(entry, None)
            case "retitle":
                self.talks[which] = replace(entry, title=f"Title; no. {where}, or \\ so")
            case "speaker":
                self.talks[which] = replace(entry, speaker=where % len(NAMES))
            case "rename":
                names = (*entry.formerly, entry.name)
                self.talks[which] = replace(entry, name=f"{entry.name}x", formerly=names)
            case "delete":
                self.dropped[which] = self.talks.pop(which)

    def _at(self, entry, slot):
        taken = {other.slot for other in self.talks.values()}
        return entry if slot in taken else replace(entry, slot=slot)

    def program(self, folder):
        return Program.of(
            Conference(
                title="Tides",
                timezone="Europe/Zagreb",
                url=self.url,
                folder=str(folder),
                rooms=tuple(Room(id=room, name=room.title()) for room in ROOMS),
                people=tuple(Person(id=name, name=name) for name in NAMES),
                talks=tuple(map(_talk, self.talks.values())),
                days=tuple(map(self._day, (0, 1))),
            )
        )

    def _day(self, number):
        placed = {e.slot: e for e in self.talks.values() if e.slot is not None}
        sessions = []
        for place, (day, hour, room) in enumerate(SLOTS):
            if day == number:
                talk = {"talk": placed[place].name} if place in placed else {}
                slot = Slot(id=f"s{place}", start=hour * 60, minutes=60, **talk)
                sessions.append(Session(id=f"at{place}", room=room, slots=(slot,)))
        dinner = Break(title="Dinner", kind="social", start=self.dinner * 60, minutes=90)
        return Day(date=date(2026, 3, 28 + number), items=(*sessions, dinner))

    def shown(self):
        """Start, end, summary and place of everything that takes place."""
        for entry in self.talks.values():
            if entry.slot is None or entry.state not in {State.CONFIRMED, State.TENTATIVE}:
                continue
            day, hour, room = SLOTS[entry.slot]
            start = _at_clock(day, hour)
            yield start, start + timedelta(hours=1), _summary(entry), room.title()
        for day in (0, 1):
            start = _at_clock(day, self.dinner)
            yield start, start + timedelta(minutes=90), "Dinner", ""


def _at_clock(day, hour):
    """A clock time in Zagreb: one hour ahead of UTC on the first day, two on the second."""
    return FIRST + timedelta(days=day, hours=hour - 9 - day)


def _summary(entry):
    return f"{NAMES[entry.speaker]}: {entry.title}"


def _talk(entry):
    return Talk(
        id=entry.name,
        title=entry.title.replace("\\", "\\\\"),
        speakers=(NAMES[entry.speaker],),
        abstract="",
        state=entry.state,
        formerly=entry.formerly,
    )


class Subscriber:
    """A calendar program that somebody uses."""

    def __init__(self):
        self.events = {}

    def fetch(self, data):
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
            uid, version = str(event["UID"]), (event["SEQUENCE"], event["LAST-MODIFIED"].dt)
            assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt
            if uid not in self.events or version > self.events[uid][0]:
                self.events[uid] = version, event

    def shows(self):
        calendar = icalendar.Calendar()
        for _, event in self.events.values():
            if event["STATUS"] != "CANCELLED":
                calendar.add_component(event)
        for event in recurring_ical_events.of(calendar).between((2026, 3, 1), (2026, 5, 1)):
            start, end = event["DTSTART"].dt, event["DTEND"].dt
            yield (
                start.astimezone(UTC),
                end.astimezone(UTC),
                str(event["SUMMARY"]),
                str(event.get("LOCATION", "")),
            )


KINDS = (
    "move", "move", "move", "unplace", "retitle", "speaker", "cancel", "restore", "restore",
    "doubt", "withdraw", "rename", "delete", "dine", "readdress",
)  # fmt: skip
EDITS = st.tuples(st.sampled_from(KINDS), st.integers(0, 4), st.integers(0, len(SLOTS) - 1))


def start():
    entries = (Entry(f"t{n}", f"Talk {n}", n % len(NAMES), n) for n in range(5))
    return Project(dict(enumerate(entries)))


@given(edits=st.lists(EDITS, min_size=20, max_size=20))
@settings(max_examples=settings.default.max_examples // 10)
def test_subscriber_sees_the_program_of_today(edits, tmp_path_factory):
    folder = tmp_path_factory.mktemp("facts")
    project, subscriber = start(), Subscriber()
    for number, edit in enumerate([("move", 0, 0), *edits]):
        project.edit(*edit)
        fetched = published(project, folder, number)
        subscriber.fetch(fetched)

        assert calendar_findings(fetched, "program.ics") == ()
        assert sorted(subscriber.shows()) == sorted(project.shown())


def published(project, folder, number):
    out, program = folder / "out", project.program(folder)
    now = FIRST - timedelta(days=100 - number)
    build(program, out, only=["calendar"], publish=True, now=now)
    if number % 5:
        return (out / "program.ics").read_bytes()
    before = (folder / "published.json").read_bytes(), (out / "program.ics").read_bytes()
    build(program, out, only=["calendar"])
    build(program, out, only=["calendar"], publish=True, now=now + timedelta(hours=1))
    after = (folder / "published.json").read_bytes(), (out / "program.ics").read_bytes()

    assert after == before  # neither a look nor another publish of the same changes anything
    return after[1]
