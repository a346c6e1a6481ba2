"""From canonical data to a conference, with every fault the model finds, each with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any
from zoneinfo import available_timezones

from pydantic import ValidationError

from programkit.errors import ConferenceError, Fault, LoadError, did_you_mean
from programkit.files.locate import Rows, Table, at_path, dotted, has, leads, place_of, real_path
from programkit.files.reading import Circumstances
from programkit.model.base import ID_PATTERN
from programkit.model.clock import NO_ZONE
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
    "greater_than": "{input} is not more than {gt}",
    "float_parsing": "{input} is no number",
    "float_type": "{input} is no number",
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
            _record_all(tree, error, faults, dropped)
        except ConferenceError as error:
            faults.extend(
                _located(tree, fault) for fault in error.faults if _is_new(fault, dropped)
            )
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


def _record_all(
    tree: Table, error: ValidationError, faults: list[Fault], dropped: set[str]
) -> None:
    """Record what the model refuses, a fault for each part, and take the parts out."""
    refused: dict[tuple[str | int, ...], Mapping[str, Any]] = {}
    for found in error.errors():
        path = real_path(tree, found["loc"])
        if found["type"] == _MISSING:
            path = (*path, found["loc"][-1])
        refused.setdefault(path, {**found})
    for path, refusal in refused.items():
        fault = _fault(tree, path, refusal)
        if not _follows(fault, refusal["type"], faults):
            faults.append(fault)
    for path in sorted(refused, key=_deepest_last_first, reverse=True):
        _take_out(tree, path, dropped)


def _fault(tree: Table, path: tuple[str | int, ...], error: Mapping[str, Any]) -> Fault:
    place = place_of(tree, path)
    message = f'"{path[-1]}" is missing' if error["type"] == _MISSING else message_of(error)
    remedy = _near_zones(str(error["input"])) if message.endswith(NO_ZONE) else ""
    return Fault(message, place.file, place.line, dotted(tree, path), remedy)


def _follows(fault: Fault, kind: str, faults: Iterable[Fault]) -> bool:
    """Whether a part is refused only because of something inside it that was refused before."""
    if kind == "value_error":
        return any(before.field.startswith(f"{fault.field}.") for before in faults)
    if kind != _MISSING:
        return False
    parent, _, name = fault.field.rpartition(".")
    mistyped = did_you_mean(name, [name])
    return any(
        f"{before.field}.".startswith(f"{fault.field}.")
        or (before.remedy == mistyped and before.field.rpartition(".")[0] == parent)
        for before in faults
    )


def message_of(error: Mapping[str, Any]) -> str:
    """What a model refuses, in an organizer's words.

    Args:
        error: One of pydantic's errors: its type, input and context.
    """
    worded = _WORDED.get(error["type"])
    context = {key: value for key, value in error.get("ctx", {}).items() if key != "error"}
    if context.get("pattern") == ID_PATTERN:
        return f'"{error["input"]}" is no id: white space and control characters cannot be in one'
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
    if not path or not leads(tree, path[:-1]):
        return  # it went with what it was in
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
    message = f"{fault.message}{_first_of_two(tree, fault.path)}"
    return Fault(message, place.file, place.line, dotted(tree, fault.path), fault.remedy)


def _first_of_two(tree: Table, path: tuple[str | int, ...]) -> str:
    """Where the first thing of an id stands that is there twice; empty for other faults."""
    if len(path) != 3 or path[2] != "id" or not has(tree, path[0]):
        return ""
    kind, number = path[0], path[1]
    rows = tree[str(kind)]
    wanted = rows[number].get("id")
    for earlier in range(int(number)):
        if isinstance(rows[earlier], Table) and rows[earlier].get("id") == wanted:
            first = rows.at(earlier)
            return f", first in {first.file}:{first.line}"
    return ""


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
