"""What differs between two programs, and whom it concerns."""

from __future__ import annotations

from enum import StrEnum

from programkit.model.base import Frozen


class ChangeKind(StrEnum):
    """What happened to a talk, a session or a person."""

    ADDED = "added"
    REMOVED = "removed"
    PLACED = "placed"
    UNPLACED = "unplaced"
    MOVED = "moved"
    """Another time, and perhaps another room."""
    ROOM = "room"
    """Another room at the same time."""
    RETITLED = "retitled"
    SPEAKERS = "speakers"
    STATE = "state"
    CHAIRS = "chairs"
    JOINED = "joined"
    """Somebody has a role, such as a seat on the board."""
    LEFT = "left"
    """Somebody no longer has a role."""
    AFFILIATION = "affiliation"
    OTHER = "other"
    """Any other public field."""


class Change(Frozen):
    """One difference."""

    kind: ChangeKind
    """What happened."""
    about: str
    """Id of the thing concerned."""
    message: str
    """What was and what is, as a reader would say it."""
    people: tuple[str, ...] = ()
    """Ids of the people who must be told, in order of name."""


class Message(Frozen):
    """What to tell one person about the changes, ready to paste."""

    person: str
    """Id of the person."""
    name: str
    """The person's name."""
    email: str = ""
    """The person's address, if the facts have one: for the organizers only."""
    text: str
    """What was and what is, with labels in the language of the conference."""

    def __str__(self) -> str:
        """To whom, and what."""
        to = f"{self.name} <{self.email}>" if self.email else self.name
        return f"{to}\n\n{self.text}"


class Changes(Frozen):
    """All differences between two programs."""

    changes: tuple[Change, ...] = ()
    """In order of the new program, what is gone last."""
    messages: tuple[Message, ...] = ()
    """For each person who must be told, in order of name."""

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of everybody who must be told, each once."""
        return tuple(dict.fromkeys(p for change in self.changes for p in change.people))

    def __len__(self) -> int:
        """How many differences there are."""
        return len(self.changes)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.changes)

    def __str__(self) -> str:
        """A line each, or that nothing changed."""
        lines = [f"{change.kind} {change.about}: {change.message}" for change in self.changes]
        return "\n".join(lines) or "no changes"
