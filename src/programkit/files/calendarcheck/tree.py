"""Content lines as properties, and properties in the components that BEGIN and END make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from programkit.files.calendarcheck.faults import Faults, quoted
from programkit.files.calendarcheck.lines import Line

_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r";(?P<name>[A-Za-z0-9-]+)=(?P<values>(?:\"[^\"]*\"|[^\";:,])*+"
                        r"(?:,(?:\"[^\"]*\"|[^\";:,])*+)*+)")  # fmt: skip
_CARET = re.compile(r"\^(?P<what>[n^'])|\^")
_CARETS = {"n": "\n", "^": "^", "'": '"'}
DEEPEST = 8
"""Components inside each other; the standard has three."""


@dataclass(frozen=True, slots=True)
class Property:
    """A content line, taken apart."""

    name: str
    """In capitals."""
    parameters: dict[str, list[str]]
    """Values by name, names in capitals."""
    value: str
    line: int

    def first(self, name: str) -> str:
        """The first value of a parameter; empty where it is not given."""
        return self.parameters.get(name, [""])[0]


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END."""

    name: str
    """In capitals."""
    line: int
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Its properties of a name."""
        return [found for found in self.properties if found.name == name]

    def one(self, name: str) -> Property | None:
        """The first of its properties of a name."""
        return next((found for found in self.properties if found.name == name), None)

    def walk(self) -> Iterator[Component]:
        """It, and all that are inside it."""
        waiting = [self]
        while waiting:
            component = waiting.pop()
            yield component
            waiting += reversed(component.components)


def components_of(lines: Iterable[Line], faults: Faults) -> list[Component]:
    """The outermost components of a file."""
    outermost: list[Component] = []
    open_: list[Component] = []
    for line in lines:
        found = _property(line, faults)
        if found is None:
            continue
        if found.name == "BEGIN":
            _begin(found, outermost, open_, faults)
        elif found.name == "END":
            _end(found, open_, faults)
        elif open_:
            open_[-1].properties.append(found)
        else:
            _outside(found, faults)
    for component in reversed(open_):
        message = f"{component.name} has no end"
        faults.fault("ical-nesting", component.line, message, f"write END:{component.name}")
    return outermost


def _begin(
    found: Property, outermost: list[Component], open_: list[Component], faults: Faults
) -> None:
    component = Component(found.value.upper(), found.line)
    if len(open_) < DEEPEST:
        (open_[-1].components if open_ else outermost).append(component)
    elif len(open_) == DEEPEST:
        message = f"components stand {DEEPEST} deep inside each other"
        faults.fault("ical-nesting", found.line, message, "end them before others begin")
    open_.append(component)


def _end(found: Property, open_: list[Component], faults: Faults) -> None:
    name = found.value.upper()
    if open_ and open_[-1].name == name:
        open_.pop()
        return
    inner = [component.name for component in open_]
    if name not in inner:
        message = f"END:{quoted(name)} ends nothing that was begun"
        faults.fault("ical-nesting", found.line, message, "take it out, or begin it")
        return
    while open_[-1].name != name:
        left = open_.pop()
        message = f"{left.name} has no end before that of {name}"
        faults.fault("ical-nesting", left.line, message, f"write END:{left.name}")
    open_.pop()


def _outside(found: Property, faults: Faults) -> None:
    message = f"{found.name} stands outside of any component"
    faults.fault("ical-nesting", found.line, message, "put it between BEGIN and END")


def _property(line: Line, faults: Faults) -> Property | None:
    """The parts of a content line; none if it is none."""
    name = _NAME.match(line.text)
    if name is None:
        what = (
            f"{quoted(line.text)} has no name of a property" if line.text else "the line is empty"
        )
        faults.fault("ical-line", line.number, what, "write NAME:value, and continue with a space")
        return None
    parameters: dict[str, list[str]] = {}
    at = name.end()
    while (found := _PARAMETER.match(line.text, at)) is not None:
        _add(found, parameters, line, faults)
        at = found.end()
    if line.text[at : at + 1] != ":":
        code = "ical-parameter" if line.text[at : at + 1] in {";", '"', ","} else "ical-line"
        message = f"{quoted(line.text)} cannot be read after its first {at} characters"
        faults.fault(code, line.number, message, 'write NAME;PARAMETER="value":value')
        return None
    return Property(name[0].upper(), parameters, line.text[at + 1 :], line.number)


def _add(
    found: re.Match[str], parameters: dict[str, list[str]], line: Line, faults: Faults
) -> None:
    name = found["name"].upper()
    values = list(_values(found["values"]))
    if name in parameters:
        message = f"the parameter {name} is there twice"
        faults.fault("ical-parameter", line.number, message, "give it once, values with commas")
    for value in values:
        stray = '"' in (value[1:-1] if value.startswith('"') else value)
        if stray or value.startswith('"') != value.endswith('"'):
            message = f"the parameter {name} has a quotation mark within its value"
            faults.fault("ical-parameter", line.number, message, "write it ^' (RFC 6868)")
        elif any(not caret["what"] for caret in _CARET.finditer(value)):
            message = f"the parameter {name} has a ^ that stands for nothing"
            faults.fault("ical-parameter", line.number, message, "write it ^^ (RFC 6868)")
    parameters.setdefault(name, []).extend(map(_plain, values))


def _values(written: str) -> Iterator[str]:
    """The values of a list, commas in quotation marks left alone."""
    begun, inside = 0, False
    for place, character in enumerate(written):
        if character == '"':
            inside = not inside
        elif character == "," and not inside:
            yield written[begun:place]
            begun = place + 1
    yield written[begun:]


def _plain(value: str) -> str:
    return _CARET.sub(lambda caret: _CARETS.get(caret["what"] or "", "^"), value.strip('"'))
