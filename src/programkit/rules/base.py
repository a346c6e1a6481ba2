"""What every rule is: one requirement, stated once for people and once for the solver."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from pydantic import BaseModel, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from programkit.model.base import Frozen, Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level, Source
from programkit.model.leaning import Leaning
from programkit.model.program import Placed, Program
from programkit.model.timetable import Timed, TimedSession, Timetable

if TYPE_CHECKING:
    from programkit.solver.blocks import Blocks
    from programkit.solver.decisions import Decisions

HEAVIEST = 10**9
"""A heavier weight could overflow the solver's 64-bit sums."""


class Reads(StrEnum):
    """A kind of decision that a rule looks at."""

    TIME = "time"
    ROOM = "room"
    CHAIR = "chair"
    BOARD = "board"


class Reference(NamedTuple):
    """An id that a rule names."""

    field: str
    """Field of the rule that names it."""
    kind: str
    """What it should be: ``talks``, ``people``, ``places``, ``sessions``, ``slots``, ``rooms``,
    ``tracks``, ``chairs`` (who may chair), ``selectors`` or ``windows``."""
    id: str


class Rule(Frozen):
    """One requirement: ``check`` says what it means, ``post`` tells the solver.

    The two are written independently of each other; tests compare them on random programs.
    """

    code: ClassVar[str]
    """Stable name, as in findings and under ``requirements`` in the facts."""
    reads: ClassVar[frozenset[Reads]]
    """The kinds of decisions it looks at."""
    always: ClassVar[bool]
    """Whether it can stand without being told anything."""
    short: ClassVar[str] = ""
    """The field that an entry in the files may give alone; empty where it gives all by name."""

    level: Level = Level.HARD
    """Whether it must hold (hard), costs where it does not (soft), or is only noted (note)."""
    weight: int = Field(default=1, ge=0, le=HEAVIEST)
    """What a violation costs where the rule is soft."""
    source: SkipJsonSchema[Source | None] = Field(default=None, exclude=True, repr=False)
    """Where the requirement stands in the files; none for a rule made in Python."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 - pydantic's signature
        """Note whether the rule can stand without being told anything."""
        super().__pydantic_init_subclass__(**kwargs)
        cls.always = not any(field.is_required() for field in cls.model_fields.values())

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, given: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
        if cls.short and not isinstance(given, dict | BaseModel):
            return {cls.short: given}
        return given

    @abstractmethod
    def check(self, program: Program) -> Iterator[Finding]:
        """A finding for every violation in a decided program. Unknown times violate nothing."""

    @abstractmethod
    def post(self, decisions: Decisions) -> None:
        """Tell the solver the same."""

    def relax(self, blocks: Blocks) -> None:
        """Tell the solver what it costs at least, seen block by block. Nothing is always right."""

    def leanings(self, conference: Conference) -> Mapping[str, Leaning]:  # noqa: ARG002 - for those that override
        """For talks, by their ids, where they may be alone. Nothing is always right."""
        return {}

    @property
    def general(self) -> bool:
        """Whether it speaks of everything, and so takes the place of the default one.

        It matters only for rules that can stand without being told anything.
        """
        return True

    def references(self) -> Iterator[Reference]:
        """The ids that it names, each of which must exist."""
        return iter(())

    def beside(self, others: Sequence[Rule]) -> Self:  # noqa: ARG002 - for those that override
        """The rule as it is with others of its class beside it."""
        return self

    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:  # noqa: ARG002 - for those that override
        """What it requires of the things named, as one clause: for saying what clashes."""
        sentence = (type(self).__doc__ or self.code).partition("\n")[0].rstrip(".")
        things = [thing for thing in about if thing]
        return f"{sentence} ({', '.join(things)})" if things else sentence

    def found(
        self,
        message: str,
        *,
        about: tuple[str, ...] = (),
        remedy: str = "",
        source: Source | None = None,
        times: int = 1,
    ) -> Finding:
        """A finding of this rule at its level, which costs its weight so many times if soft."""
        return Finding(
            code=self.code,
            level=self.level,
            message=message,
            remedy=remedy,
            about=tuple(dict.fromkeys(about)),
            source=self.source or source,
            cost=self.weight * times if self.level is Level.SOFT else 0,
        )


def on_stage(program: Program) -> tuple[Placed, ...]:
    """The placed talks that take place: a cancelled one occupies neither room nor speaker."""
    return tuple(placed for placed in program.placed if placed.talk.takes_place)


def visits(program: Program) -> Iterator[Placed]:
    """The talks that take place where they are, each once in every session it is in."""
    seen: set[tuple[str, str]] = set()
    for placed in on_stage(program):
        session = None if placed.session is None else placed.session.id
        if session is None or (placed.talk.id, session) not in seen:
            yield placed
        seen.add((placed.talk.id, session or ""))


def dated(conference: Conference, timed: Timed | None) -> bool:
    """Whether its time is a real one, not that of a day whose date is unknown."""
    if timed is None or timed.day is None:
        return True
    return not isinstance(conference.all_days[timed.day].date, Unknown)


def whole_sessions(timetable: Timetable) -> Iterator[TimedSession]:
    """The sessions that use their room from start to end: no slots, no packed talks."""
    for session in timetable.sessions.values():
        if not session.slots and not session.session.packed:
            yield session


def day_of(program: Program, placed: Placed) -> str | None:
    """Id of the day that a placed talk is on; nothing where unknown."""
    days = program.timetable.days
    if placed.session is not None and placed.session.day is not None:
        return days[placed.session.day].id
    if placed.session is not None or placed.interval is None:
        return None
    local = placed.interval.first.astimezone(program.conference.zone).date()
    return next((day.id for day in days if day.day.date == local), local.isoformat())


def date_of_day(conference: Conference, day_id: str) -> date | None:
    """The date of a day, as ``day_of`` names it; nothing where unknown."""
    for day in conference.timetable.days:
        if day.id == day_id:
            return None if isinstance(day.day.date, Unknown) else day.day.date
    return date.fromisoformat(day_id)
