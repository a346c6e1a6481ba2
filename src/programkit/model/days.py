"""Days, and what fills them: sessions with slots, breaks, and markers."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from programkit.model.base import TBD, Id, Model, OrTBD, Public, Unknown
from programkit.model.clock import CalendarDate, Clock

Minutes = Annotated[int, Field(ge=1, le=24 * 60)]
"""A length of elapsed time."""
Start = Annotated[
    Clock | Unknown | None, BeforeValidator(lambda value: TBD if value == "TBD" else value)
]
"""A time of day; TBD where it is unknown; nothing means when the previous one ends."""


class _Span(Model):
    """Something with a start and, if known, a length or an end."""

    id: Public[Id | None] = None
    """The organizer's own name for it; none given means by its day and position."""
    start: Public[Start] = None
    """Time of day; TBD where unknown; none given means when the previous one ends."""
    minutes: Public[Minutes | None] = None
    """How long it takes; none given means by ``end``, else until the next one starts."""
    end: Public[Clock | None] = None
    """Time of day it ends; before ``start`` means in the night after. None given: ``minutes``."""

    @model_validator(mode="after")
    def _one_length(self) -> Self:
        if self.minutes is not None and self.end is not None:
            raise ValueError("give minutes or end, not both")
        return self


class Slot(_Span):
    """A place for one talk."""

    talk: Public[OrTBD[Id]] = TBD
    """Id of the talk fixed here; TBD leaves the slot open."""


class _SessionFacts(_Span):
    """What one session, and the sessions of a block, are told alike."""

    title: Public[str] = ""
    """As printed, CommonMark; empty for an untitled run of talks."""
    kind: Public[str] = "session"
    """Such as "session", "posters", "workshop", "panel"."""
    track: Public[OrTBD[Id] | None] = None
    """Id of its track; TBD where the solver may choose; none means it has none."""
    chairs: Public[OrTBD[tuple[Id, ...]]] = ()
    """Ids of its chairs; TBD where one is sought."""
    slots: Public[tuple[Slot, ...]] = ()
    """Places for talks, in order of time."""
    packed: Public[bool] = False
    """Whether talks of any length are packed into it one after the other, without slots."""

    @model_validator(mode="after")
    def _slots_or_packed(self) -> Self:
        if self.packed and self.slots:
            raise ValueError("a packed session has no slots of its own")
        return self


class Session(_SessionFacts):
    """A block of time in one room, with a chair, holding slots."""

    type: Public[Literal["session"]] = "session"
    """What kind of item it is."""
    room: Public[OrTBD[Id]] = TBD
    """Id of its room; TBD where unknown."""
    talks: Public[tuple[Id, ...]] = ()
    """Ids of the talks packed here, in order; only for a packed session."""
    plenary: Public[bool] = False
    """Whether everybody is there: it closes other rooms."""
    closes: Public[tuple[Id, ...]] = ()
    """Ids of the rooms a plenary closes; none named means all."""
    boards: Public[tuple[str, ...]] = ()
    """Numbers of its poster boards."""

    @model_validator(mode="after")
    def _talks_are_packed(self) -> Self:
        if self.talks and not self.packed:
            raise ValueError("talks listed without slots need packed: true")
        return self


class Block(_SessionFacts):
    """This time in these rooms: shorthand for one session in each of them."""

    type: Public[Literal["block"]] = "block"
    """What kind of item it is."""
    rooms: Public[tuple[Id, ...]] = Field(min_length=1)
    """Ids of the rooms; the session in each has the id ``block@room``."""

    @model_validator(mode="after")
    def _open(self) -> Self:
        if any(slot.talk is not TBD for slot in self.slots):
            raise ValueError("a block's slots are open in every room; fix a talk by its own at:")
        return self


class Break(_Span):
    """A pause: coffee, lunch, or something social."""

    type: Public[Literal["break"]] = "break"
    """What kind of item it is."""
    title: Public[str]
    """As printed."""
    kind: Public[str] = "break"
    """Such as "coffee", "lunch", "social"."""
    place: Public[str] = ""
    """Where, as printed."""
    closes: Public[tuple[Id, ...]] = ()
    """Ids of the rooms it closes; none named means all."""


class Marker(Model):
    """A moment, such as the end of the day."""

    type: Public[Literal["marker"]] = "marker"
    """What kind of item it is."""
    id: Public[Id | None] = None
    """The organizer's own name for it; none given means by its day and position."""
    title: Public[str]
    """As printed."""
    start: Public[Start] = None
    """Time of day; TBD where unknown; none given means when the previous item ends."""


Item = Annotated[Session | Block | Break | Marker, Field(discriminator="type")]


class Day(Model):
    """A day of the program."""

    id: Public[Id | None] = None
    """The organizer's own name for it; none given means its date, or ``day-N``."""
    date: Public[OrTBD[CalendarDate]] = TBD
    """Its date; days of unknown date keep their order."""
    title: Public[str] = ""
    """As printed beside the date."""
    items: Public[tuple[Item, ...]] = ()
    """Sessions, blocks, breaks and markers, as read."""
