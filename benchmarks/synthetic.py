"""Invented conferences of any size with a hidden feasible program, for benchmarks.

What is drawn, and why, is told in docs/contributing/benchmarks.md. The same arguments give the same
conference, always: nothing here changes because a search got better or worse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random  # noqa: TID251 - seeded by the caller
from typing import NamedTuple

from programkit.model.base import TBD
from programkit.model.conference import Conference, Requirement
from programkit.model.contributions import Talk, Track
from programkit.model.days import Block, Break, Day, Slot
from programkit.model.interests import Interest
from programkit.model.interval import Interval
from programkit.model.people import Person, Role
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.model.venue import Room

FIRST_DAY = date(2030, 6, 3)
SLOT = 20
"""Minutes of a slot. Every tenth talk takes two."""
MOST_SLOTS = 4
"""Slots of the longest session."""
FEATURES = ("hybrid", "blackboard")
"""What some rooms have and some talks need: the first every third room, the second every other."""


WEIGHTS = {"one-track": 20, "track-room": 5, "room-capacity": 1, "interests": 1, "chair-load": 5}
"""What is required beside the rules always in force, all of it soft, and what a violation costs."""


class Synthetic(NamedTuple):
    """An invented conference, and a program that breaks no hard rule."""

    conference: Conference
    hidden: Program


@dataclass
class Cell:
    """A session in the hidden program."""

    day: int
    block: int
    room: int
    capacity: int
    """How many slots it has."""
    track: int = 0
    filled: int = 0
    """How many of its slots hold a talk."""
    doubles: int = 0
    """How many of its talks take two slots."""
    chair: int = -1

    @property
    def time(self) -> tuple[int, int]:
        """Day and block: sessions of equal time are parallel."""
        return self.day, self.block

    @property
    def id(self) -> str:
        """Id of the session."""
        return f"{block_id(self.day, self.block)}@{room_id(self.room)}"


@dataclass
class Hidden:
    """A talk where the hidden program has it."""

    cell: Cell
    first: int
    """Its first slot, counted from 0."""
    slots: int
    speakers: list[int] = field(default_factory=list)

    @property
    def times(self) -> tuple[tuple[int, int, int], ...]:
        """The slots it takes, in whatever room."""
        return tuple((*self.cell.time, self.first + step) for step in range(self.slots))


@dataclass
class Somebody:
    """A person, and when the hidden program needs them."""

    speaks: set[tuple[int, int, int]] = field(default_factory=set)
    """The slots in which they speak."""
    busy: set[tuple[int, int]] = field(default_factory=set)
    """The blocks in which they speak or chair."""
    chairs: int = 0
    """How many sessions they chair."""
    off: tuple[int, ...] = ()
    """Days on which they are away."""

    @property
    def days(self) -> set[int]:
        """The days on which they are needed."""
        return {day for day, _ in self.busy}


def conference(  # noqa: PLR0913 - the dimensions of a conference
    talks: int,
    rooms: int,
    days: int,
    *,
    seed: int,
    attendees: int,
    chairs: bool = True,
    fill: float = 0.9,
) -> Synthetic:
    """Invent a conference.

    Args:
        talks: How many talks.
        rooms: How many rooms.
        days: How many days, two or more, so that people can have a day off.
        seed: Another seed, another conference.
        attendees: How many people star talks.
        chairs: Whether sessions seek chairs.
        fill: The least share of the slots that a complete program takes.

    Raises:
        ValueError: The days are too few for the talks, or there are less than two.
    """
    draw = Random(f"{talks} {rooms} {days} {attendees} {chairs} {fill} {seed}")  # noqa: S311 - no secret
    plan = shape(talks, rooms, days, fill)
    cells = [
        Cell(day, block, room, capacity)
        for room in range(rooms)
        for day, blocks in enumerate(plan)
        for block, capacity in enumerate(blocks)
    ]
    give_tracks(cells, max(3, round(talks**0.5)), draw)
    fill_cells(cells, talks, draw)
    hidden = [talk for cell in cells for talk in talks_of(cell, draw)]
    draw.shuffle(hidden)
    people = give_speakers(hidden, draw)
    seniors = give_chairs(cells, people, draw) if chairs else []
    give_days_off(people, days, draw)
    stars = give_stars(hidden, attendees, draw)
    facts = Facts(plan, rooms, attendees, cells, hidden, people, seniors, stars, draw)
    found = facts.conference(seed)
    return Synthetic(found, facts.program(found))


def shape(talks: int, rooms: int, days: int, fill: float) -> list[list[int]]:
    """For each day, how many slots each of its blocks has: as few as the fill asks for."""
    if days < 2:
        raise ValueError("two days or more are needed, so that people can have a day off")
    needed = talks + talks // 10
    rows = max(-(-needed // rooms), int(needed / (fill * rooms)))
    plan = []
    for day in range(days):
        today = rows // days + (day < rows % days)
        blocks = -(-today // MOST_SLOTS)
        plan.append([today // blocks + (block < today % blocks) for block in range(blocks)])
    if any(max(starts(blocks)) + SLOT * MOST_SLOTS > 24 * 60 for blocks in plan):
        raise ValueError(f"{talks} talks do not fit, rooms: {rooms}, days: {days}")
    return plan


def starts(blocks: Sequence[int]) -> Iterator[int]:
    """When each block of a day starts, in minutes after midnight: coffee between, lunch at half."""
    now = 8 * 60
    for number, slots in enumerate(blocks):
        yield now
        now += SLOT * slots + (60 if number == (len(blocks) - 1) // 2 else SLOT)


def give_tracks(cells: list[Cell], count: int, draw: Random) -> None:
    """Every track gets sessions one after the other in one room; the k-th as k ** -0.7."""
    weights = [(rank + 1) ** -0.7 for rank in range(count)]
    scale = len(cells) / sum(weights)
    bounds = list(accumulate(weight * scale for weight in weights))
    names = draw.sample(range(count), count)
    rank = 0
    for number, cell in enumerate(cells):
        while number + 0.5 > bounds[rank] and rank < count - 1:
            rank += 1
        cell.track = names[rank]


def fill_cells(cells: list[Cell], talks: int, draw: Random) -> None:
    """Decide how many slots of each session stay empty, and where the talks of two slots are."""
    doubles = talks // 10
    seats = [cell for cell in cells for _ in range(cell.capacity)]
    for cell in draw.sample(seats, talks + doubles):
        cell.filled += 1
    pairs = [cell for cell in cells for _ in range(cell.filled // 2)]
    for cell in draw.sample(pairs, doubles):
        cell.doubles += 1


def talks_of(cell: Cell, draw: Random) -> Iterator[Hidden]:
    """The talks of a session in its first slots, long and short ones mixed."""
    lengths = [2] * cell.doubles + [1] * (cell.filled - 2 * cell.doubles)
    draw.shuffle(lengths)
    first = 0
    for length in lengths:
        yield Hidden(cell, first, length)
        first += length


def give_speakers(hidden: list[Hidden], draw: Random) -> list[Somebody]:
    """Every tenth talk is by somebody who has one, every tenth has a second speaker."""
    people: list[Somebody] = []
    for talk in hidden:
        for new in (0.9, 0.5) if draw.random() < 0.1 else (0.9,):
            known = [draw.randrange(len(people)) for _ in range(10 if people else 0)]
            free = [one for one in known if people[one].speaks.isdisjoint(talk.times)]
            if draw.random() < new or not free:
                people.append(Somebody())
                free = [len(people) - 1]
            talk.speakers.append(free[0])
            people[free[0]].speaks.update(talk.times)
            people[free[0]].busy.add(talk.cell.time)
    return people


def give_chairs(cells: list[Cell], people: list[Somebody], draw: Random) -> list[int]:
    """One for each session, from seniors of whom there are a third as many; none twice as many."""
    order = draw.sample(range(len(people)), len(people))
    seniors = order[: -(-len(cells) // 3)]
    waiting = order[len(seniors) :]
    for cell in sorted((cell for cell in cells if cell.filled), key=lambda cell: cell.time):
        free = [one for one in seniors if cell.time not in people[one].busy]
        if not free:
            late = next(one for one in waiting if cell.time not in people[one].busy)
            waiting.remove(late)
            seniors.append(late)
            free = [late]
        cell.chair = min(free, key=lambda one: people[one].chairs)
        people[cell.chair].chairs += 1
        people[cell.chair].busy.add(cell.time)
    return seniors


def give_days_off(people: list[Somebody], days: int, draw: Random) -> None:
    """A fifth of the people are away for a day, half of those for more where they can."""
    able = [one for one in people if len(one.days) < days]
    for one in draw.sample(able, min(len(able), -(-len(people) // 5))):
        free = [day for day in range(days) if day not in one.days]
        most = len(free) if draw.random() < 0.5 else 1
        one.off = tuple(sorted(draw.sample(free, draw.randint(1, most))))


def give_stars(hidden: list[Hidden], attendees: int, draw: Random) -> list[list[int]]:
    """For each attendee, 5 to 15 talks: the popular ones (Zipf), mostly of two tracks they like."""
    ranks = draw.sample(range(len(hidden)), len(hidden))
    everything = Urn(range(len(hidden)), ranks)
    tracks: dict[int, list[int]] = {}
    for number, talk in enumerate(hidden):
        tracks.setdefault(talk.cell.track, []).append(number)
    urns = {track: Urn(inside, ranks) for track, inside in tracks.items()}
    sizes = [len(inside) for inside in tracks.values()]
    found = []
    for _ in range(attendees):
        liked = draw.choices(list(tracks), sizes, k=2)
        wanted = dict.fromkeys(
            (urns[draw.choice(liked)] if draw.random() < 0.7 else everything).drawn(draw)
            for _ in range(draw.randint(5, 15))
        )
        found.append(sorted(wanted))
    return found


class Urn:
    """Talks from which popular ones are drawn more often: the k-th as 1 / k."""

    def __init__(self, talks: Sequence[int], ranks: Sequence[int]) -> None:
        self._talks = sorted(talks, key=lambda talk: ranks[talk])
        self._sums = list(accumulate(1 / (rank + 1) for rank in range(len(self._talks))))

    def drawn(self, draw: Random) -> int:
        """One of them."""
        return draw.choices(self._talks, cum_weights=self._sums)[0]


@dataclass
class Facts:
    """What was drawn, and the conference and program that it makes."""

    plan: list[list[int]]
    rooms: int
    attendees: int
    cells: list[Cell]
    hidden: list[Hidden]
    people: list[Somebody]
    seniors: list[int]
    stars: list[list[int]]
    draw: Random

    def conference(self, seed: int) -> Conference:
        """The facts, without what the hidden program decides."""
        tracks = sorted({cell.track for cell in self.cells})
        return Conference(
            title=f"{len(self.hidden)} talks, seed {seed}",
            timezone="UTC",
            rooms=tuple(self._room(room) for room in range(self.rooms)),
            tracks=tuple(Track(id=track_id(t), name=f"Track {t}") for t in tracks),
            people=tuple(self._people()),
            talks=tuple(self._talks()),
            days=tuple(self._day(day, blocks) for day, blocks in enumerate(self.plan)),
            interests=tuple(
                Interest(attendee=f"{number + 1}", talks=tuple(map(talk_id, wanted)))
                for number, wanted in enumerate(self.stars)
            ),
            requirements=tuple(self._requirements()),
        )

    def program(self, facts: Conference) -> Program:
        """The hidden program."""
        placements = (
            Placement(
                talk=talk_id(number),
                slots=tuple(
                    f"{talk.cell.id}/{talk.first + step + 1}" for step in range(talk.slots)
                ),
            )
            for number, talk in enumerate(self.hidden)
        )
        chaired = [cell for cell in self.cells if cell.chair >= 0]
        decided = (
            SessionDecision(session=cell.id, chairs=(person_id(cell.chair),)) for cell in chaired
        )
        return Program(conference=facts, placements=tuple(placements), sessions=tuple(decided))

    def _room(self, room: int) -> Room:
        return Room(
            id=room_id(room),
            name=f"Room {room + 1}",
            capacity=max(20, self.attendees // (room + 1)),
            features=self._features(room),
        )

    @staticmethod
    def _features(room: int) -> tuple[str, ...]:
        return FEATURES[:1] * (room % 3 == 0) + FEATURES[1:] * (room % 2 == 1)

    def _people(self) -> Iterator[Person]:
        seniors = set(self.seniors)
        for number, somebody in enumerate(self.people):
            yield Person(
                id=person_id(number),
                name=f"Person {number + 1}",
                roles=(Role(role="chair"),) if number in seniors else (),
                available=tuple(present(somebody.off, len(self.plan))),
            )

    def _talks(self) -> Iterator[Talk]:
        popular = [0] * len(self.hidden)
        for wanted in self.stars:
            for talk in wanted:
                popular[talk] += 1
        for number, talk in enumerate(self.hidden):
            features = self._features(talk.cell.room) if self.draw.random() < 0.15 else ()
            yield Talk(
                id=talk_id(number),
                title=f"Talk {number + 1}",
                abstract="",
                speakers=tuple(person_id(one) for one in talk.speakers),
                minutes=SLOT * talk.slots,
                track=track_id(talk.cell.track),
                needs=features,
                audience=popular[number],
            )

    def _day(self, day: int, blocks: list[int]) -> Day:
        items: list[Block | Break] = []
        for block, (start, slots) in enumerate(zip(starts(blocks), blocks, strict=True)):
            if block:
                lunch = block == (len(blocks) + 1) // 2
                items.append(
                    Break(title="Lunch" if lunch else "Coffee", minutes=60 if lunch else SLOT)
                )
            items.append(
                Block(
                    id=block_id(day, block),
                    rooms=tuple(room_id(room) for room in range(self.rooms)),
                    start=start,
                    track=TBD,
                    chairs=TBD if self.seniors else (),
                    slots=(Slot(minutes=SLOT),) * slots,
                )
            )
        return Day(date=FIRST_DAY + timedelta(days=day), items=tuple(items))

    def _requirements(self) -> Iterator[Requirement]:
        """What costs, and some talks one after the other."""
        for rule, weight in WEIGHTS.items():
            yield Requirement(rule=rule, given={"level": "soft", "weight": weight})
        pairs = self.draw.sample(range(len(self.hidden)), 2 * (len(self.hidden) // 50))
        for one, other in zip(pairs[::2], pairs[1::2], strict=True):
            first, second = sorted((one, other), key=lambda talk: self.hidden[talk].times)
            if self.hidden[first].times[-1] < self.hidden[second].times[0]:
                yield Requirement(rule="order", given=[talk_id(first), talk_id(second)])


def present(off: Sequence[int], days: int) -> Iterator[Interval]:
    """When somebody is there who is away on some days; nothing for who never is."""
    start = datetime.combine(FIRST_DAY, time(), UTC)
    midnights = [start + timedelta(days=day) for day in range(days + 1)]
    first = 0
    for day in (*off, days) if off else ():
        if first < day:
            yield Interval(start=midnights[first], end=midnights[day])
        first = day + 1


def talk_id(number: int) -> str:
    """Id of a talk."""
    return f"talk-{number + 1:05}"


def person_id(number: int) -> str:
    """Id of a person."""
    return f"person-{number + 1:05}"


def track_id(number: int) -> str:
    """Id of a track."""
    return f"track-{number + 1}"


def room_id(number: int) -> str:
    """Id of a room."""
    return f"room-{number + 1}"


def block_id(day: int, block: int) -> str:
    """Id of a block."""
    return f"{day + 1}{chr(ord('a') + block)}"
