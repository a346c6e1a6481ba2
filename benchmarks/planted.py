"""A conference of any size in which up to three things cannot be; and how long it takes to say so.

The reasons have nothing to do with each other: somebody's talk is fixed on a day on which they are
away; two talks are fixed in the opposite of the order wished for; somebody gives four talks and is
there for three slots. Every talk must have a place; apart from the reasons there is room for all.

Run with ``python benchmarks/planted.py [TALKS] [SEED]``.
"""

from __future__ import annotations

import sys
import time
from datetime import date, datetime
from random import Random  # noqa: TID251 - seeded by the caller
from zoneinfo import ZoneInfo

import programkit as pk
from programkit.model.conference import Requirement
from programkit.model.contributions import At

ZONE = ZoneInfo("Europe/Zagreb")
DAYS, ROOMS, SLOTS, MINUTES = 3, 4, 5, 20
"""Days, rooms at once, slots in a session, and how long a talk is."""
PLANTED = 7
"""The first talks, of which the reasons are made."""


def planted(talks: int, *, reasons: int = 3, seed: int = 0) -> pk.Conference:
    """The conference with the first so many reasons."""
    chance = Random(seed)  # noqa: S311 - nothing to be kept secret
    blocks = -(-(talks * 11 // 10) // (DAYS * ROOMS * SLOTS))
    days = tuple(_day(day, blocks) for day in range(DAYS))
    people = [pk.Person(id=f"p{n}", name=f"Person {n}") for n in range(talks)]
    for number in range(PLANTED, talks):
        if chance.random() < 0.2:
            people[number] = _away(people[number], chance.randrange(DAYS))
    given = [
        pk.Talk(id=f"t{n}", title=f"Talk {n}", minutes=MINUTES, speakers=(f"p{n}",))
        for n in range(talks)
    ]
    requirements = [Requirement(rule="talk-placed", given={"level": "hard"})]
    if reasons > 0:
        people[0] = _away(people[0], 0)
        given[0] = given[0].replace(at=(At(place="d0b0r0/1"),))
    if reasons > 1:
        given[1] = given[1].replace(at=(At(place="d2b0r1/1"),))
        given[2] = given[2].replace(at=(At(place="d0b0r1/2"),))
        requirements.append(Requirement(rule="order", given=["t1", "t2"]))
    if reasons > 2:
        hour = pk.Interval(start=_moment(0, 9), end=_moment(0, 10))
        people[3] = people[3].replace(available=(hour,))
        given[3:PLANTED] = [talk.replace(speakers=("p3",)) for talk in given[3:PLANTED]]
    return pk.Conference(
        title="Planted",
        timezone="Europe/Zagreb",
        rooms=tuple(pk.Room(id=f"r{room}", name=f"Room {room}") for room in range(ROOMS)),
        people=tuple(people),
        talks=tuple(given),
        days=days,
        requirements=tuple(requirements),
    )


def _day(day: int, blocks: int) -> pk.Day:
    slots = tuple(pk.Slot(minutes=MINUTES) for _ in range(SLOTS))
    items = [
        pk.Session(
            id=f"d{day}b{block}r{room}",
            room=f"r{room}",
            start=9 * 60 + block * SLOTS * MINUTES,
            slots=slots,
        )
        for block in range(blocks)
        for room in range(ROOMS)
    ]
    return pk.Day(date=date(2030, 5, 1 + day), items=tuple(items))


def _away(person: pk.Person, day: int) -> pk.Person:
    """The person, there on all days but one."""
    hours = tuple(
        pk.Interval(start=_moment(other, 0), end=_moment(other, 23))
        for other in range(DAYS)
        if other != day
    )
    return person.replace(available=hours)


def _moment(day: int, hour: int) -> datetime:
    return datetime(2030, 5, 1 + day, hour, tzinfo=ZONE)


def main() -> None:
    """Print the answer and the seconds that it took."""
    talks, seed = (int(word) for word in (*sys.argv[1:3], *("200", "0")[len(sys.argv) - 1 :]))
    conference = planted(talks, seed=seed)
    begun = time.perf_counter()
    print(pk.explain(conference))
    print(f"{time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
