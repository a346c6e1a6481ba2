"""What all engines have in common: how a booklet is asked for, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from booklets.texts import Texts

PDF = "booklet.pdf"
"""What is made."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A booklet to make."""

    whole: bool = True
    """With contents, agenda and index, and page numbers in all of them; else abstracts alone."""
    tagged: bool = False
    """Whether it says what is a heading, a paragraph, a table."""


Commands = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Engine:
    """Something that sets booklets."""

    name: str
    about: str
    """What it is, in a line, with how it is used."""
    absent: Callable[[], str]
    """Why it cannot be used here; empty where it can."""
    prepare: Callable[[Texts, Path, Wanted], Commands]
    """Write what it reads into a folder; the commands make ``PDF`` of it there."""
    version: Callable[[], str]
    can_tag: bool = False
    most: int = 1_000_000
    """How many abstracts are reasonable."""
