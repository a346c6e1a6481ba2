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

from programkit import rules
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
from programkit.paper import parts
from programkit.paper.design import Design
from programkit.paper.parts import DEFAULT_PARTS, Part
from programkit.paper.theme import Theme
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
    "Break",
    "Changes",
    "Conference",
    "ConferenceError",
    "Day",
    "Design",
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
    "booklet",
    "build",
    "check",
    "diff",
    "explain",
    "load",
    "load_design",
    "load_program",
    "parts",
    "read",
    "rules",
    "save",
    "solve",
    "write",
]

logging.getLogger(__name__).addHandler(logging.NullHandler())
