"""From canonical data to a conference, with every fault that the model finds, each with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any
from zoneinfo import available_timezones

from pydantic import ValidationError

from programkit.errors import ConferenceError, Fault, LoadError
from programkit.files.locate import Rows, Table, at_path, dotted, has, place_of, real_path
from programkit.files.reading import Circumstances
from programkit.model.conference import Conference
from programkit.model.findings import Source
from programkit.model.series import Series

_ROUNDS = 200
_MISSING = "missing"
_WORDED: Mapping[str, str] = {
    "int_parsing": "{input} is no whole number",
    "int_from_float": "{input} is no whole number",
    "bool_parsing": "{input} is neither true nor false",
    "string_type": "{input} is no text",
    "tuple_type": "{input} is no list",
    "extra_forbidden": "there is no such field",
    "string_too_short": "it is empty",
    "string_pattern_mismatch": "{input} is not of the form asked for",
    "model_type": "{input} is no mapping",
    "literal_error": "{input} is none of {expected}",
    "enum": "{input} is none of {expected}",
    "greater_than_equal": "{input} is less than {ge}",
    "less_than_equal": "{input} is more than {le}",
    "missing": "it is missing",
}
"""pydantic's kinds of error, in an organizer's words; for others its own message is used."""


def conference_of(
    tree: Table, around: Circumstances, folder: str, unlisted: Iterable[Fault] = ()
) -> Conference:
    """The conference that the data describe.

    Parts that the model refuses are taken out one after the other, so that faults behind them
    show too.

    Raises:
        LoadError: Something is wrong; it carries all faults, also those recorded before.
    """
    faults = [*around.faults, *unlisted]
    sources = sources_of(tree)
    model = Series if "recurrence" in tree else Conference
    dropped: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            conference = model.model_validate(
                {
                    **tree,
                    "folder": folder,
                    "sources": sources,
                    "findings": tuple(around.findings),
                }
            )
        except ValidationError as error:
            paths = [_record(tree, dict(found), faults) for found in error.errors()]
            for path in sorted(set(paths), key=_deepest_last_first, reverse=True):
                _take_out(tree, path, dropped)
        except ConferenceError as error:
            faults.extend(_located(tree, fault) for fault in error.faults if _is_new(fault, dropped))
            break
        else:
            if not faults:
                return conference
            break
    raise LoadError(_once(faults))


def _deepest_last_first(path: tuple[str | int, ...]) -> tuple[tuple[bool, int, str], ...]:
    """Order in which positions of a list stay right while things are taken out from the end."""
    return tuple((isinstance(k, int), k if isinstance(k, int) else 0, str(k)) for k in path)


def _once(faults: list[Fault]) -> list[Fault]:
    return list(dict.fromkeys(faults))


def _is_new(fault: Fault, dropped: set[str]) -> bool:
    """Whether a reference is wrong for another reason than that its thing was taken out."""
    return not any(f'"{identity}"' in fault.message for identity in dropped)


def _record(tree: Table, error: dict[str, Any], faults: list[Fault]) -> tuple[str | int, ...]:
    """Record one of pydantic's errors as a fault; answers the path of what is to be taken out."""
    path = real_path(tree, error["loc"])
    place = place_of(tree, path)
    field = dotted(tree, path)
    message = _message(error)
    if error["type"] == _MISSING:
        missing = str(error["loc"][-1])
        message = f'"{missing}" is missing'
        field = f"{field}.{missing}" if field else missing
        path = (*path, missing)
    remedy = _near_zones(str(error["input"])) if error["loc"][0] == "timezone" else ""
    faults.append(Fault(message, place.file, place.line, field, remedy))
    return path


def _message(error: dict[str, Any]) -> str:
    worded = _WORDED.get(error["type"])
    context = {key: value for key, value in error.get("ctx", {}).items() if key != "error"}
    if worded is not None:
        return worded.format(**{"input": f'"{error["input"]}"', "expected": "", **context})
    return str(error["msg"]).removeprefix("Value error, ")


def _near_zones(name: str) -> str:
    """A remedy that names the zones of a like name: Zagreb is Europe/Zagreb."""
    zones = sorted(available_timezones())
    word = name.rpartition("/")[2].casefold()
    towns = {zone.rpartition("/")[2].casefold(): zone for zone in reversed(zones)}
    whole = {zone.casefold(): zone for zone in reversed(zones)}
    for known, wanted in ((whole, name.casefold()), (towns, word)):
        near = get_close_matches(wanted, known, n=1, cutoff=0.7)
        if near:
            return f'did you mean "{known[near[0]]}"?'
    return "write an IANA name such as Europe/Zagreb"


def _take_out(tree: Table, path: tuple[str | int, ...], dropped: set[str]) -> None:
    """Take a refused part out; where a part is missing, put in something that stands for it."""
    if not path:
        return
    parent_path, key = path[:-1], path[-1]
    container = at_path(tree, parent_path)
    if isinstance(container, Table) and has(container, key) and key != "id":
        container.drop(str(key))
    elif isinstance(container, Table) and key in {"title", "name", "reason", "rule"}:
        container.put(str(key), "?")
    elif isinstance(container, Rows) and isinstance(key, int) and has(container, key):
        _forget(container[key], dropped)
        container.remove_at(key)
    else:
        if isinstance(container, Table):
            _forget(container, dropped)
        _take_out(tree, parent_path, dropped)


def _forget(value: object, dropped: set[str]) -> None:
    if isinstance(value, Table) and isinstance(value.get("id"), str):
        dropped.add(value["id"])


def _located(tree: Table, fault: Fault) -> Fault:
    """A fault of the model with its place in the files."""
    place = place_of(tree, fault.path)
    return Fault(fault.message, place.file, place.line, dotted(tree, fault.path), fault.remedy)


def sources_of(tree: Table) -> dict[str, Source]:
    """Where each thing and each of its fields was read, by dotted path with ids."""
    sources: dict[str, Source] = {}
    _collect(tree, "", sources)
    return sources


def _collect(value: object, where: str, sources: dict[str, Source]) -> None:
    if not isinstance(value, Table | Rows):
        return
    keys: Iterable[str | int] = value if isinstance(value, Table) else range(len(value))
    for key in keys:
        place = value.at(key)
        item: Any = value[key]  # type: ignore[index] # a table's own keys, or a list's positions
        name = key if isinstance(key, str) else _identity(item, key)
        here = f"{where}.{name}" if where else str(name)
        if place.file:
            sources[here] = Source(file=place.file, line=place.line, field=here)
        _collect(item, here, sources)


def _identity(item: object, number: int) -> str:
    found = item.get("id") or item.get("date") if isinstance(item, Table) else None
    return str(found or number + 1)
