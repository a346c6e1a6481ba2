"""Invented conferences of any size with a hidden feasible program, for benchmarks.

What is drawn, and why, is told in docs/contributing/benchmarks.md. The same arguments give the same
conference, always: nothing here changes because a search got better or worse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random  # noqa: TID251 - seeded by the caller
from typing import NamedTuple

from hidden import (
    SLOT,
    Cell,
    Hidden,
    Somebody,
    block_id,
    fill_cells,
    give_chairs,
    give_days_off,
    give_speakers,
    give_stars,
    give_tracks,
    room_id,
    shape,
    starts,
    talks_of,
)
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
FEATURES = ("hybrid", "blackboard")
"""What some rooms have and some talks need: the first every third room, the second every other."""


WEIGHTS = {"one-track": 20, "track-room": 5, "room-capacity": 1, "interests": 1, "chair-load": 5}
"""What is required beside the rules always in force, all of it soft, and what a violation costs."""


class Synthetic(NamedTuple):
    """An invented conference, and a program that breaks no hard rule."""

    conference: Conference
    hidden: Program


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
