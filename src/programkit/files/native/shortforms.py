"""Short forms that organizers write, as the mappings they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from programkit.files.locate import Place, Rows, Table
from programkit.files.moments import clock_of, clocks_of, minutes_of
from programkit.model.base import Frozen
from programkit.model.conference import Conference
from programkit.model.contributions import CoAuthor, Link, Poster, Talk, Track
from programkit.model.days import Block, Break, Day, Marker, Session, Slot
from programkit.model.interests import Interest
from programkit.model.interval import Interval
from programkit.model.people import Affiliation, Person, Role
from programkit.model.recurrence import Pause, Recurrence, RuleException
from programkit.model.venue import Contact, Organization, Room
from programkit.text.folding import slug
from programkit.text.unknown import is_unknown
from programkit.text.windows import CLOCK

_SPAN = {"at": "start", "duration": "minutes", "chair": "chairs"}
_SPAN_OF_RULE = {"at": "start", "duration": "minutes"}
_CONTRIBUTION = {
    "speaker": "speakers",
    "coauthor": "coauthors",
    "author": "coauthors",
    "tag": "tags",
    "link": "links",
    "duration": "minutes",
}
ALIASES: Mapping[type[Frozen], Mapping[str, str]] = {
    Conference: {
        "host": "hosts",
        "sponsor": "sponsors",
        "contact": "contacts",
        "room": "rooms",
        "day": "days",
        "interest": "interests",
        "channel": "channels",
    },
    Person: {"affiliation": "affiliations", "role": "roles", "e-mail": "email"},
    CoAuthor: {"affiliation": "affiliations"},
    Interest: {"talk": "talks"},
    Track: {"chair": "chairs"},
    Talk: {**_CONTRIBUTION, "host": "hosts"},
    Poster: _CONTRIBUTION,
    Day: {"day": "date"},
    Session: _SPAN,
    Block: _SPAN,
    Break: _SPAN,
    Slot: _SPAN,
    Marker: {"at": "start"},
    Recurrence: {**_SPAN_OF_RULE, "weekday": "weekdays", "break": "breaks", "term": "terms"},
    RuleException: _SPAN_OF_RULE,
}
"""Other words for fields, by model."""

ITEMS: Mapping[str, type[Frozen]] = {
    "session": Session,
    "block": Block,
    "break": Break,
    "marker": Marker,
}
"""Models of the items of a day, by their word."""

_NAME_AND_PLACE = re.compile(r"(?P<name>[^()]+?)\s*\((?P<affiliation>[^()]+)\)")
_COUNTED = re.compile(r"(?P<count>\d{1,3})\s*[x×]\s*(?P<rest>.*\d.*)", re.IGNORECASE)
_LENGTH = r"\d+\s?(?:min(?:utes|\.)?|h(?:ours?)?|h\s?\d{1,2})\b"
_SLOT = re.compile(
    rf"(?:(?P<time>{CLOCK}(?:\s*[–—-]\s*{CLOCK})?))?"
    rf"(?:(?:^|[\s,]+)(?P<length>{_LENGTH}))?"
    r"(?:(?:^|[\s,:]+)(?P<talk>\S+))?",
    re.IGNORECASE,
)


def _person(text: str) -> dict[str, object]:
    """``Julia Kempe`` or ``Julia Kempe (New York University)``."""
    found = _NAME_AND_PLACE.fullmatch(text.strip())
    if not found:
        return {"id": slug(text), "name": text.strip()}
    name = found["name"]
    affiliations = [part.strip() for part in found["affiliation"].split(";")]
    return {"id": slug(name), "name": name, "affiliations": Rows(affiliations)}


def _named(text: str) -> dict[str, object]:
    return {"id": slug(text), "name": text}


def _pause(text: str) -> dict[str, object]:
    """``22 Dec .. 6 Jan``, or a single day."""
    first, _, last = text.partition("..")
    return {"first": first.strip(), "last": (last or first).strip()}


STRINGS: Mapping[type[Frozen], Callable[[str], dict[str, object]]] = {
    Person: _person,
    Affiliation: _named,
    Room: _named,
    Track: _named,
    Organization: lambda text: {"name": text},
    Contact: lambda text: {"name": text},
    Link: lambda text: {"url": text},
    CoAuthor: lambda text: {"person": text},
    Role: lambda text: {"role": text},
    Day: lambda text: {"date": text},
    RuleException: lambda text: {"date": text},
    Pause: _pause,
    Interval: lambda text: {"start": text},
}
"""What a plain text stands for, by the model that is wanted."""


def item_model(table: Table) -> type[Frozen] | None:
    """What an item of a day is, its word taken out: ``break: Lunch`` is a break titled Lunch."""
    for word, model in ITEMS.items():
        if word in table and word != table.get("type"):
            table.rename(word, "title") if table[word] is not None else table.drop(word)
            table.put("type", word)
            return model
    if "type" not in table and ("slots" in table or "talks" in table):
        table.put("type", "session")
    return ITEMS.get(str(table.get("type")))


def spread_time(table: Table) -> None:
    """``time: 10:40–12:20`` is a start and an end, ``time: 10:40`` a start.

    Raises:
        ValueError: It is neither.
    """
    place, text = table.at("time"), str(table["time"])
    if re.fullmatch(CLOCK, text.strip(), re.IGNORECASE) or is_unknown(text):
        table.rename("time", "start")
        return
    start, end = clocks_of(text)
    table.drop("time")
    table.put("start", start, place)
    table.put("end", end, place)


def slots_of(text: str, place: Place) -> Rows:
    """The slots of ``3 x 20 min``, ``8:30 kempe``, ``8:30–9:20 kempe``, ``20 min kempe``.

    Raises:
        ValueError: It is no slot.
    """
    counted = _COUNTED.fullmatch(text.strip())
    count, one = (int(counted["count"]), counted["rest"]) if counted else (1, text.strip())
    if counted and one.isdecimal():
        one += " min"
    if is_unknown(one):
        return Rows([Table({}, place)], place)
    found = _SLOT.fullmatch(one)
    if not found or not 1 <= count <= 200:
        raise ValueError(f'"{text}" is no slot; write 8:30 kempe, 8:30–9:20 kempe or 3 x 20 min')
    return Rows([_slot(found, place) for _ in range(count)], place)


def _slot(found: re.Match[str], place: Place) -> Table:
    slot = Table(place=place)
    if found["time"] and re.fullmatch(CLOCK, found["time"], re.IGNORECASE):
        slot.put("start", clock_of(found["time"]))
    elif found["time"]:
        start, end = clocks_of(found["time"])
        slot.put("start", start)
        slot.put("end", end)
    if found["length"]:
        slot.put("minutes", str(minutes_of(found["length"])))
    if found["talk"]:
        slot.put("talk", found["talk"])
    return slot


def alternatives_of(table: Table) -> Rows:
    """``{title: "…"}`` as a list of alternatives; a field may have several values."""
    rows = Rows(place=table.place)
    for field, values in table.items():
        place = table.at(field)
        for value in values if isinstance(values, Rows) else (values,):
            entry = value if isinstance(value, Table) else Table({"value": value}, place)
            entry.put("field", field, place)
            rows.add(entry, place)
    return rows


def requirement_of(table: Table, where: str) -> Table:
    """``order: [a, b]`` as the rule, what it is told, and where that stands."""
    if len(table) != 1:
        raise ValueError(f'one rule an entry: "- order: [a, b]", not {len(table)} of them together')
    [(rule, given)] = table.items()
    place = table.at(rule)
    source = Table({"file": place.file, "line": place.line, "field": where}, place)
    return Table({"rule": rule, "given": given, "source": source}, place)
