"""Requirements as the facts state them become rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from pydantic import ValidationError

from programkit.errors import Fault, LoadError, did_you_mean
from programkit.model.chairs import may_chair
from programkit.model.conference import Conference, Requirement
from programkit.model.findings import Source
from programkit.rules import RULES
from programkit.rules._held import session_names
from programkit.rules._sessions import session_selectors
from programkit.rules.base import Reference, Rule
from programkit.rules.pinned import time_of
from programkit.rules.selection import known_selectors, no_such
from programkit.rules.windows import fault_of

_SINGULAR = {
    "people": "person",
    "talks": "talk",
    "places": "slot, session or time",
    "rooms": "room",
    "sessions": "session",
    "slots": "slot",
    "tracks": "track",
    "chairs": "person",
    "session selectors": "session",
    "kinds": "kind of session",
}


def bind(conference: Conference, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The given rules together with those that the facts require.

    The facts may require any rule of programkit, and any of which one is given.

    A requirement that speaks of everything takes the place of the given rule of its class; others
    stand beside it. A requirement given twice counts twice.

    Raises:
        LoadError: A requirement names no rule, tells a rule what it cannot be told, or names a
            thing that does not exist; all of them at once.
    """
    classes = tuple(dict.fromkeys((*RULES, *map(type, rules))))
    faults: list[Fault] = []
    stated: list[Rule] = []
    for requirement in conference.requirements:
        try:
            stated.append(_bound(requirement, classes))
        except LoadError as error:
            faults.extend(error.faults)
    faults.extend(faults_of((*rules, *stated), conference))
    if faults:
        raise LoadError(faults)
    replaced = {type(rule) for rule in stated if rule.general and rule.always}
    together = (*(rule for rule in rules if type(rule) not in replaced), *stated)
    ranks = {rule: rank for rank, rule in enumerate(classes)}
    ordered = sorted(together, key=lambda rule: ranks.get(type(rule), len(ranks)))
    return tuple(_beside(rule, ordered) for rule in ordered)


def faults_of(rules: Sequence[Rule], conference: Conference) -> Iterator[Fault]:
    """The things that rules name and the facts do not have."""
    for rule in rules:
        for reference in rule.references():
            if not _exists(reference, conference):
                yield _unknown(rule, reference, conference)


def _beside(rule: Rule, rules: Sequence[Rule]) -> Rule:
    return rule.beside([o for o in rules if o is not rule and type(o) is type(rule)])


def _bound(requirement: Requirement, classes: Sequence[type[Rule]]) -> Rule:
    known = {rule.code: rule for rule in classes}
    where = requirement.source or Source(file="")
    if requirement.rule not in known:
        remedy = did_you_mean(requirement.rule, known) or f"the rules are {', '.join(known)}"
        message = f'"{requirement.rule}" is no rule'
        raise LoadError([Fault(message, where.file, where.line, where.field, remedy)])
    given = {} if requirement.given is None else requirement.given
    try:
        rule = known[requirement.rule].model_validate(given)
    except ValidationError as error:
        raise LoadError(_faults(error, known[requirement.rule], where)) from None
    return rule.replace(source=requirement.source)


def _faults(error: ValidationError, rule: type[Rule], where: Source) -> list[Fault]:
    """A fault for each field that is wrong."""
    faults = []
    for detail in error.errors(include_url=False):
        path = ".".join(str(part) for part in detail["loc"])
        field = ".".join(part for part in (where.field, path) if part)
        fields = [f.alias or name for name, f in rule.model_fields.items() if name not in _OURS]
        extra = detail["type"] == "extra_forbidden"
        remedy = did_you_mean(path, fields) if extra else ""
        remedy = remedy or (f"it takes {', '.join(fields)}" if extra else "")
        message = "there is no such field" if extra else _plain(detail["msg"])
        faults.append(Fault(f"{rule.code}: {message}", where.file, where.line, field, remedy))
    return faults


_OURS = frozenset({"besides", "source"})
"""Fields of rules that files do not give."""


def _plain(message: str) -> str:
    """The message of a validator without the words that pydantic puts before it."""
    return message.removeprefix("Value error, ")


def _exists(reference: Reference, conference: Conference) -> bool:
    known = _known(reference.kind, conference)
    if reference.kind == "windows":
        return fault_of(conference, reference.id) is None
    timed = reference.kind == "places" and time_of(conference, reference.id) is not None
    return reference.id in known or timed


def _known(kind: str, conference: Conference) -> list[str]:
    timetable = conference.timetable
    found: dict[str, Callable[[], Iterable[str]]] = {
        "places": lambda: (*timetable.slots, *timetable.sessions),
        "slots": lambda: timetable.slots,
        "sessions": lambda: session_names(timetable),
        "selectors": lambda: known_selectors(conference),
        "session selectors": lambda: session_selectors(conference),
        "kinds": lambda: {found.session.kind: None for found in timetable.sessions.values()},
        "chairs": lambda: may_chair(conference),
        "windows": tuple,
    }
    return list(found[kind]() if kind in found else getattr(conference.by_id, kind))


def _unknown(rule: Rule, reference: Reference, conference: Conference) -> Fault:
    where = rule.source or Source(file="")
    message, remedy = _unknown_words(reference, conference)
    return Fault(
        f"{rule.code} {message}",
        where.file,
        where.line,
        ".".join(part for part in (where.field, reference.field) if part),
        remedy or "add it, or name one that exists",
    )


def _unknown_words(reference: Reference, conference: Conference) -> tuple[str, str]:
    """What is wrong with a reference, and what to do about it."""
    if reference.kind == "windows":
        remedy = "write Mon 30 Sep, 2024-09-30 8:00-12:00, from Tue 1 Oct, or 8:00-12:00"
        return f"cannot read a time: {fault_of(conference, reference.id)}", remedy
    if reference.kind == "chairs" and reference.id in conference.by_id.people:
        return f"names {reference.id}, who is none of those who may chair", "give the role chair"
    if reference.kind == "selectors":
        what, remedy = no_such(conference, reference.id)
    else:
        what = f'{_SINGULAR.get(reference.kind, reference.kind)} "{reference.id}"'
        remedy = did_you_mean(reference.id, _known(reference.kind, conference))
    return f"names {what}, which does not exist", remedy
