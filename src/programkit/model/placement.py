"""A placement: one talk in its place."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from programkit.model.base import Frozen, Id
from programkit.model.interval import Moment


class Placement(Frozen):
    """A talk in consecutive slots; or at a time in a packed session; or at a time in a room."""

    talk: Id
    """Id of the talk."""
    slots: tuple[Id, ...] = ()
    """Ids of the consecutive slots it takes; none given means it is placed by time."""
    session: Id | None = None
    """Id of the packed session, if it is in one."""
    start: Moment | None = None
    """When it starts, if it is placed by time; none in a session whose time is not known."""
    minutes: int | None = Field(default=None, ge=1)
    """How long it takes there, if it is placed by time; none given means the talk's own."""
    room: Id | None = None
    """Id of the room, if it is neither in a slot nor in a session."""
    part: int = Field(default=1, ge=1)
    """Which of its parts this is."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        timed = self.start is not None or self.session is not None
        if bool(self.slots) == timed:
            raise ValueError("place a talk in slots, or at a time, not both")
        return self
