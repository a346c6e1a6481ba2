"""The hidden program of an invented conference, drawn before its facts; see synthetic.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random  # noqa: TID251 - seeded by the caller

SLOT = 20
"""Minutes of a slot. Every tenth talk takes two."""
MOST_SLOTS = 4
"""Slots of the longest session."""


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


def room_id(number: int) -> str:
    """Id of a room."""
    return f"room-{number + 1}"


def block_id(day: int, block: int) -> str:
    """Id of a block."""
    return f"{day + 1}{chr(ord('a') + block)}"
