"""Every error programkit raises.

::

    ProgramkitError
    ├── FaultyInput          base of two errors that carry all faults, never raised itself
    │   ├── LoadError        a file cannot be read as what it should be
    │   └── ConferenceError  facts that contradict each other
    ├── SolveError
    │   ├── InfeasibleError  no program can satisfy the hard rules (carries the reasons)
    │   └── NoProgramError   none was found within the effort allowed
    └── RenderError          an output could not be made

A message says what is wrong, where, and what to do. Faults are collected and reported together.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PART, _MEANT, _KNOWN = 3, 3, 8
"""Letters that a part of a name has at least; how many names are suggested, and listed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an input."""

    message: str
    """What is wrong, naming the thing by the organizer's own id."""
    file: str = ""
    """The file at fault; empty when the facts were built in Python."""
    line: int = 0
    """The line in that file, from 1; 0 when not known."""
    field: str = ""
    """The field at fault, as a dotted path such as ``talks.kempe.speakers``."""
    remedy: str = ""
    """What to do about it."""
    path: tuple[str | int, ...] = ()
    """Where in the data: keys and positions, for locating the line afterwards."""

    def __str__(self) -> str:
        """The fault as one line: where, what, what to do."""
        place = ":".join(part for part in (self.file, str(self.line or ""), self.field) if part)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}; {self.remedy}" if self.remedy else text


class ProgramkitError(Exception):
    """Base of every error programkit raises on purpose."""


class FaultyInput(ProgramkitError):  # noqa: N818 - the base of two errors, never raised itself
    """Base of the errors that carry a list of faults."""

    def __init__(self, faults: Sequence[Fault] | str) -> None:
        if isinstance(faults, str):
            faults = (Fault(faults),)
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class LoadError(FaultyInput):
    """A file cannot be read as what it should be."""


class ConferenceError(FaultyInput):
    """The facts contradict each other: ids that nothing has, ends before starts, and such."""


class SolveError(ProgramkitError):
    """The solver gave no program."""


class InfeasibleError(SolveError):
    """No program can satisfy all hard rules; the message names the reasons."""


class NoProgramError(SolveError):
    """No program was found within the effort or time allowed; none is proved impossible."""


class RenderError(ProgramkitError):
    """An output could not be made."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy naming the known words that a mistyped one is a part of, or the nearest one.

    Small and capital letters are the same.

    Returns:
        ``did you mean "…"?``, or an empty string where nothing known is near, or too much.
    """
    names = {name.casefold(): name for name in sorted(known, reverse=True)}
    typed = word.casefold()
    near = [name for name in sorted(names) if typed in name] if len(typed) >= _PART else []
    near = near or difflib.get_close_matches(typed, sorted(names), n=1, cutoff=0.6)
    if not 0 < len(near) <= _MEANT:
        return ""
    return "did you mean " + " or ".join(f'"{names[name]}"' for name in near) + "?"


def meant_or_known(word: str, known: Iterable[str]) -> str:
    """A remedy naming what may be meant by a name that nothing has; else what there is.

    Of very many, those that it is a part of, or the first: they tell what such names look like.
    """
    names = list(dict.fromkeys(known))
    if not names:
        return "there are none"
    listed = [name for name in names if word.casefold() in name.casefold()] or names
    more = ", …" if len(names) > _KNOWN else ""
    return did_you_mean(word, names) or f"there are {', '.join(listed[:_KNOWN])}{more}"
