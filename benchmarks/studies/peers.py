"""Against conference-scheduler: equal constraints and objectives, on its example and larger ones.

Its package (MIT, from the package index) is installed into an environment of its own. Both sides
get the same instance as plain data, both answers are judged by the same code, which is neither's.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from itertools import combinations
from pathlib import Path
from random import Random  # noqa: TID251 - seeded
from typing import Any

import programkit as pk
from programkit.model.conference import Conference, Requirement
from programkit.model.contributions import Talk
from programkit.model.days import Day, Session, Slot
from programkit.model.result import Progress
from programkit.model.venue import Room
from record import ROOT, fresh
from study import Options

PACKAGE = "conference-scheduler==3.0.1"
ENVIRONMENT = ROOT / "build" / "peers"
SIZES = {"25": (2, 2), "50": (3, 2), "100": (4, 3), "200": (6, 4)}
"""Rooms and days, by the number of talks."""
TAGGED = 8
"""How many talks share a tag."""
SECONDS = 300
RATIO = 10
"""How many times faster we are to be from 100 talks on."""


def run(options: Options) -> dict[str, Any]:
    """Its example and the growing ones, with both of its objectives."""
    python = installed()
    seconds = options.seconds or SECONDS
    found = {}
    for name in ("example", *SIZES):
        if options.names and name not in options.names:
            continue
        instance = example() if name == "example" else grown(int(name), options.seeds[0])
        for objective in ("capacity", "worst"):
            told = {"instance": instance, "objective": objective, "seconds": seconds}
            ours = fresh("studies.peers:solved", **told)
            theirs = fresh("studies.rival:solved", python=str(python), **told)
            both = compared(instance, objective, ours, theirs)
            found[f"{name} {objective}"] = both
            print(f"  {name} {objective}: {line(both)}")
    return {"package": PACKAGE, "ratio_wanted": RATIO, "instances": found}


def installed() -> Path:
    """The interpreter of an environment that has the package."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)  # noqa: S603 - ours
        install = [python, "-m", "pip", "install", "--quiet", PACKAGE]
        subprocess.run(install, check=True)  # noqa: S603 - a package by name and version
    return python


def compared(
    instance: dict[str, Any], objective: str, ours: dict[str, Any], theirs: dict[str, Any]
) -> dict[str, Any]:
    """What both found, and how many times longer they took than we did.

    Until our program is as good as theirs at the end, and until it is proved to be the best. Where
    they find nothing in time, the ratios are at least so much.
    """
    for answer in (ours, theirs):
        places = answer.pop("places", None)
        if places is not None:
            answer["wrong"] = list(faults(instance, places))
            answer["objective"] = value(instance, objective, places)
    if "objective" not in ours:
        return {"ours": ours, "theirs": theirs, "ratio": None, "ratio_proved": None}
    wanted = theirs.get("objective", ours["objective"]) - ours["objective"] + ours["cost"]
    ours["as_good"] = next((second for second, cost in ours["curve"] if cost <= wanted), None)
    return {
        "ours": ours,
        "theirs": theirs,
        "ratio": times(theirs["seconds"], ours["as_good"]),
        "ratio_proved": times(theirs["seconds"], ours["seconds"]),
    }


def times(theirs: float, ours: float | None) -> float | None:
    """How many times longer they took."""
    return round(theirs / ours, 1) if ours else None


def line(both: dict[str, Any]) -> str:
    """A comparison in a few words."""
    ours, theirs = both["ours"], both["theirs"]
    return (
        f"ours {ours.get('objective')} {ours.get('wrong') or ''} as good after "
        f"{ours.get('as_good')} s, {ours.get('status')} after {ours.get('seconds')} s; "
        f"theirs {theirs.get('objective')} {theirs.get('wrong') or ''} after "
        f"{theirs.get('seconds')} s; ratios {both['ratio']}, {both['ratio_proved']}"
    )


# The instances.


def slot(room: str, start: datetime, minutes: int, block: str) -> dict[str, Any]:
    """A slot as plain data."""
    return {"room": room, "start": start.isoformat(), "minutes": minutes, "block": block}


def event(name: str, demand: int, **told: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """An event as plain data: numbers of slots it is not in, and of events it is not beside."""
    return {
        "name": name, "minutes": 30, "demand": demand, "tags": [], "not_in": [], "not_beside": [],
        **told,
    }  # fmt: skip


def example() -> dict[str, Any]:
    """The conference of its tutorial: twelve talks, two workshops, a tour and games.

    Two things may be outside at a time, so outside is two rooms.
    """
    first, second = datetime(2016, 9, 15, tzinfo=UTC), datetime(2016, 9, 16, tzinfo=UTC)

    def at(day: datetime, hours: float) -> datetime:
        return day + timedelta(hours=hours)

    times = [(first, 9.5), (first, 10), (first, 12.5), (first, 13)]
    talks = [
        slot(room, at(day, hours), 30, f"{day.day} {hours // 12}")
        for room in ("Big", "Small")
        for day, hours in times
    ]
    talks += [slot("Big", at(second, hours), 30, "16") for hours in (9.5, 10, 12.5, 13)]
    long = [slot("Small", at(second, hours), 60, "16") for hours in (9.5, 13)]
    outside = [
        slot(f"Outside {n}", at(second, hours), 90, "16") for n, hours in ((1, 12.5), (2, 13))
    ]
    slots = [*talks, *long, *outside]
    for_talks, for_long = list(range(12)), [12, 13]
    demands = (50, 130, 500, 30, 60, 30, 60, 60, 60, 30, 30, 30)
    tags = [["beginner"]] * 4 + [["intermediate"]] * 4 + [["advanced"]] * 4
    events = [event(f"Talk {n + 1}", demands[n], tags=tags[n], not_in=[14, 15]) for n in range(12)]
    events[0]["not_beside"] = [12]
    not_long = [*for_talks, 14, 15]
    events += [
        event("Workshop 1", 300, minutes=60, tags=["testing"], not_in=not_long),
        event("Workshop 2", 40, minutes=60, tags=["testing"], not_in=not_long, not_beside=[15]),
        event("City tour", 100, minutes=90, not_in=[*for_talks, *for_long]),
        event("Games", 20, minutes=90, not_in=[*for_talks, *for_long]),
    ]
    seats = {"Big": 200, "Small": 50, "Outside 1": 1000, "Outside 2": 1000}
    return {"rooms": seats, "slots": slots, "events": events}


def grown(talks: int, seed: int) -> dict[str, Any]:
    """A conference with nine of ten slots filled and a schedule hidden in it.

    Every talk has a tag, as in the example, which eight talks share. A tenth of the talks is by
    somebody who gives another, and the speakers of a fifth lack a day.
    """
    draw = Random(seed)  # noqa: S311 - no secret
    rooms, days = SIZES[str(talks)]
    rows = -(-talks * 10 // (9 * rooms * days))
    start = datetime(2030, 6, 3, 9, tzinfo=UTC)
    slots = [
        slot(f"room {r + 1}", start + timedelta(days=d, minutes=30 * k), 30, f"{d}")
        for r in range(rooms)
        for d in range(days)
        for k in range(rows)
    ]
    places = draw.sample(range(len(slots)), talks)
    events = [event(f"Talk {n + 1}", min(300, 10 + 400 // (n + 1))) for n in range(talks)]
    for told, place in zip(events, places, strict=True):
        if draw.random() < 0.2:
            off = draw.choice([d for d in range(days) if str(d) != slots[place]["block"]])
            told["not_in"] = [k for k, s in enumerate(slots) if s["block"] == str(off)]
    times = [slots[place]["start"] for place in places]
    give_tags(events, times)
    pairs = draw.sample(range(talks), talks // 10 // 2 * 2)
    for one, other in zip(pairs[::2], pairs[1::2], strict=True):
        if times[one] != times[other]:
            events[one]["not_beside"], events[other]["not_beside"] = [other], [one]
    seats = {f"room {r + 1}": 200 // (r + 1) for r in range(rooms)}
    return {"rooms": seats, "slots": slots, "events": events}


def give_tags(events: list[dict[str, Any]], times: Sequence[str]) -> None:
    """Every talk gets the first tag that no talk beside it has, and that is not full."""
    holds: list[list[str]] = []
    for told, when in zip(events, times, strict=True):
        number = next(
            (n for n, taken in enumerate(holds) if when not in taken and len(taken) < TAGGED),
            len(holds),
        )
        if number == len(holds):
            holds.append([])
        holds[number].append(when)
        told["tags"] = [f"tag-{number + 1}"]


# Judging.


def value(instance: dict[str, Any], objective: str, places: Sequence[Sequence[int]]) -> int:
    """Demand over capacity: the sum over all events, or the largest where somebody lacks a seat."""
    over = [
        instance["events"][e]["demand"] - instance["rooms"][instance["slots"][s]["room"]]
        for e, s in places
    ]
    return sum(over) if objective == "capacity" else max(0, *over)


def faults(instance: dict[str, Any], places: Sequence[Sequence[int]]) -> Iterator[str]:
    """Which constraints the places break."""
    events, slots = instance["events"], instance["slots"]
    if sorted(e for e, _ in places) != list(range(len(events))):
        yield "not every event is placed once"
    if len({s for _, s in places}) < len(places):
        yield "a slot has two events"
    for e, s in places:
        if s in events[e]["not_in"] or events[e]["minutes"] > slots[s]["minutes"]:
            yield f"{events[e]['name']} is in a slot in which it cannot be"
    for (e, s), (f, t) in combinations(places, 2):
        shared = set(events[e]["tags"]) & set(events[f]["tags"])
        apart = f in events[e]["not_beside"] or e in events[f]["not_beside"] or shared
        if apart and meets(slots[s], slots[t]):
            yield f"{events[e]['name']} and {events[f]['name']} are at one time"


def meets(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two slots overlap in time."""
    first, second = (datetime.fromisoformat(s["start"]) for s in (one, other))
    if first > second:
        one, first, second = other, second, first
    return first + timedelta(minutes=one["minutes"]) > second


# Our side.


def solved(
    instance: dict[str, Any], objective: str, seconds: float, begun: float
) -> dict[str, Any]:
    """Solve an instance with programkit; say in which slot every event is.

    As on the other side, the time to import the solver does not count.
    """
    for module in ("search", "starting", "conflict"):
        import_module(f"programkit.solver.{module}")
    start = time.monotonic()
    conference = conference_of(instance, objective)
    curve: list[tuple[float, int]] = []

    def note(progress: Progress) -> None:
        if progress.cost is not None and (not curve or progress.cost < curve[-1][1]):
            curve.append((round(time.monotonic() - start, 3), progress.cost))

    result = pk.solve(conference, time_limit=seconds, progress=note)
    spent = round(time.monotonic() - start, 3)
    if result.found is None:
        return {"wrong": [result.status.value], "seconds": spent}
    numbers = {talk.id: n for n, talk in enumerate(conference.talks)}
    places = [(numbers[p.talk], int(p.slots[0].split("-")[1])) for p in result.found.placements]
    return {
        "start": round(start - begun, 2),
        "seconds": spent,
        "status": result.status.value,
        "cost": result.cost,
        "curve": curve,
        "places": sorted(places),
    }


def conference_of(instance: dict[str, Any], objective: str) -> Conference:
    """The instance as facts: each slot a session of one slot."""
    days: dict[date, list[Session]] = {}
    for number, told in enumerate(instance["slots"]):
        start = datetime.fromisoformat(told["start"])
        days.setdefault(start.date(), []).append(
            Session(
                id=f"session-{number}",
                room=room_id(told["room"]),
                start=60 * start.hour + start.minute,
                slots=(Slot(id=f"slot-{number}", minutes=told["minutes"]),),
            )
        )
    return Conference(
        title="Peers",
        timezone="UTC",
        rooms=tuple(
            Room(id=room_id(name), name=name, capacity=seats)
            for name, seats in instance["rooms"].items()
        ),
        talks=tuple(
            Talk(id=f"e-{n}", title=told["name"], speakers=(), minutes=told["minutes"],
                 audience=told["demand"], tags=tuple(tag.replace(" ", "-") for tag in told["tags"]))
            for n, told in enumerate(instance["events"])
        ),
        days=tuple(Day(date=day, items=tuple(days[day])) for day in sorted(days)),
        requirements=tuple(requirements(instance, objective)),
    )  # fmt: skip


def room_id(name: str) -> str:
    """Id of a room."""
    return name.replace(" ", "-")


def requirements(instance: dict[str, Any], objective: str) -> Iterator[Requirement]:
    """The constraints and the objective as our rules."""
    yield Requirement(rule="talk-placed", given={"level": "hard"})
    if objective == "worst":
        yield Requirement(rule="room-capacity", given={"worst": True})
    most = max(instance["rooms"].values())
    spare = {room_id(name): most - seats for name, seats in instance["rooms"].items()}
    table = {f"session-{n}": spare for n in range(len(instance["slots"]))}
    if objective == "capacity":
        yield Requirement(rule="costs", given={"of": "session", "by": "room", "table": table})
    for n, told in enumerate(instance["events"]):
        if told["not_in"]:
            allowed = [k for k in range(len(instance["slots"])) if k not in told["not_in"]]
            yield from only(instance, n, allowed)
    pairs = {
        tuple(sorted((n, other)))
        for n, told in enumerate(instance["events"])
        for other in told["not_beside"]
    }
    for one, other in sorted(pairs):
        yield Requirement(rule="not-together", given=[f"e-{one}", f"e-{other}"])
    for tag in sorted({tag for told in instance["events"] for tag in told["tags"]}):
        yield Requirement(rule="not-together", given=f"tag:{tag.replace(' ', '-')}")


def only(instance: dict[str, Any], event: int, allowed: list[int]) -> Iterator[Requirement]:
    """Where an event may be, in words of times or of rooms as far as they suffice."""
    slots = instance["slots"]
    rooms = list(dict.fromkeys(slots[k]["room"] for k in allowed))
    yield Requirement(
        rule="rooms",
        given={"for": f"e-{event}", "only": [room_id(room) for room in rooms]},
    )
    times = dict.fromkeys(
        (slots[k]["start"], slots[k]["minutes"]) for k in allowed if slots[k]["room"] in rooms
    )
    windows = [
        {
            "start": start,
            "end": (datetime.fromisoformat(start) + timedelta(minutes=minutes)).isoformat(),
        }
        for start, minutes in times
    ]
    yield Requirement(rule="times", given={"for": f"e-{event}", "only": windows})
