"""From talks, people, rooms and wishes to a decided program, in print, on the web and in calendars.

```python
import programkit as pk

conference = pk.load("rovinj2024/")
print(pk.check(conference))
program = pk.solve(conference, effort=30, seed=1).program
pk.save(program, "rovinj2024/program.json")
pk.booklet(program, "out/booklet.pdf")
pk.agenda(program, "out/site")
```
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from programkit import rules
    from programkit.announcing import announce, owed
    from programkit.building import agenda, booklet, build
    from programkit.checking import check
    from programkit.comparing import diff
    from programkit.designing import load_design
    from programkit.errors import (
        ConferenceError,
        InfeasibleError,
        LoadError,
        NoProgramError,
        ProgramkitError,
        RenderError,
        SolveError,
    )
    from programkit.explaining import explain
    from programkit.importing import read
    from programkit.loading import load, load_program, save
    from programkit.model.base import TBD
    from programkit.model.changes import Changes
    from programkit.model.conference import Conference
    from programkit.model.contributions import Poster, Talk, Track
    from programkit.model.days import Break, Day, Marker, Session, Slot
    from programkit.model.explanation import Explanation
    from programkit.model.findings import Finding, Level, Report
    from programkit.model.interests import Interest
    from programkit.model.interval import Interval
    from programkit.model.people import Affiliation, Person
    from programkit.model.placement import Placement
    from programkit.model.program import Program
    from programkit.model.recurrence import Recurrence
    from programkit.model.result import Progress, Result, Status
    from programkit.model.series import Series
    from programkit.model.venue import Room
    from programkit.outputs.announcements import Announcement
    from programkit.outputs.drafts import Draft
    from programkit.paper import parts
    from programkit.paper.look.design import Design
    from programkit.paper.look.theme import Theme
    from programkit.paper.parts import DEFAULT_PARTS, Part
    from programkit.rules import DEFAULT_RULES
    from programkit.rules.base import Rule
    from programkit.solving import solve
    from programkit.writing import write

__version__ = "0.1.0"

__all__ = [
    "DEFAULT_PARTS",
    "DEFAULT_RULES",
    "TBD",
    "Affiliation",
    "Announcement",
    "Break",
    "Changes",
    "Conference",
    "ConferenceError",
    "Day",
    "Design",
    "Draft",
    "Explanation",
    "Finding",
    "InfeasibleError",
    "Interest",
    "Interval",
    "Level",
    "LoadError",
    "Marker",
    "NoProgramError",
    "Part",
    "Person",
    "Placement",
    "Poster",
    "Program",
    "ProgramkitError",
    "Progress",
    "Recurrence",
    "RenderError",
    "Report",
    "Result",
    "Room",
    "Rule",
    "Series",
    "Session",
    "Slot",
    "SolveError",
    "Status",
    "Talk",
    "Theme",
    "Track",
    "agenda",
    "announce",
    "booklet",
    "build",
    "check",
    "diff",
    "explain",
    "load",
    "load_design",
    "load_program",
    "owed",
    "parts",
    "read",
    "rules",
    "save",
    "solve",
    "write",
]

_MODULES: Final = {"parts": "programkit.paper.parts", "rules": "programkit.rules"}
_HOMES: Final = {
    "programkit.announcing": ("announce", "owed"),
    "programkit.building": (
        "agenda",
        "booklet",
        "build",
    ),
    "programkit.checking": ("check",),
    "programkit.comparing": ("diff",),
    "programkit.designing": ("load_design",),
    "programkit.errors": (
        "ConferenceError",
        "InfeasibleError",
        "LoadError",
        "NoProgramError",
        "ProgramkitError",
        "RenderError",
        "SolveError",
    ),
    "programkit.explaining": ("explain",),
    "programkit.importing": ("read",),
    "programkit.loading": (
        "load",
        "load_program",
        "save",
    ),
    "programkit.model.base": ("TBD",),
    "programkit.model.changes": ("Changes",),
    "programkit.model.conference": ("Conference",),
    "programkit.model.contributions": (
        "Poster",
        "Talk",
        "Track",
    ),
    "programkit.model.days": (
        "Break",
        "Day",
        "Marker",
        "Session",
        "Slot",
    ),
    "programkit.model.explanation": ("Explanation",),
    "programkit.model.findings": (
        "Finding",
        "Level",
        "Report",
    ),
    "programkit.model.interests": ("Interest",),
    "programkit.model.interval": ("Interval",),
    "programkit.model.people": (
        "Affiliation",
        "Person",
    ),
    "programkit.model.placement": ("Placement",),
    "programkit.model.program": ("Program",),
    "programkit.model.recurrence": ("Recurrence",),
    "programkit.model.result": (
        "Progress",
        "Result",
        "Status",
    ),
    "programkit.model.series": ("Series",),
    "programkit.model.venue": ("Room",),
    "programkit.outputs.announcements": ("Announcement",),
    "programkit.outputs.drafts": ("Draft",),
    "programkit.paper.look.design": ("Design",),
    "programkit.paper.parts": (
        "DEFAULT_PARTS",
        "Part",
    ),
    "programkit.paper.look.theme": ("Theme",),
    "programkit.rules": ("DEFAULT_RULES",),
    "programkit.rules.base": ("Rule",),
    "programkit.solving": ("solve",),
    "programkit.writing": ("write",),
}
"""Where each name lives; a module is imported when one of its names is first asked for, so that who
draws a booklet waits for no solver, and who solves for no booklet."""
_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the names above
    """A public name, imported when it is first asked for."""
    if name in _MODULES:
        found = import_module(_MODULES[name])
    elif name in _HOME_OF:
        found = getattr(import_module(_HOME_OF[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


logging.getLogger(__name__).addHandler(logging.NullHandler())
