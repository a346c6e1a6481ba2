"""How a booklet looks, what it consists of, and what is made of it beside the PDF for readers."""

from __future__ import annotations

from dataclasses import dataclass, field

from programkit.paper.look.theme import Theme
from programkit.paper.parts import DEFAULT_PARTS, DEFAULT_POSTERS, Part
from programkit.paper.printing.imposition import Imposition


@dataclass(frozen=True, slots=True)
class Design:
    """What `booklet.yaml` says: the appearance, beside the facts and the decisions."""

    theme: Theme = field(default_factory=Theme)
    """The look."""
    parts: tuple[Part, ...] = DEFAULT_PARTS
    """What the booklet has, in order."""
    sheets: Imposition | None = None
    """How pages are put on sheets for a printer; none means that no such file is made."""
    archive: bool = False
    """Whether a file for archives, PDF/A, is made as well."""
    posters: tuple[Part, ...] = DEFAULT_POSTERS
    """What is made for walls, in order: a file for each sheet of a part."""
