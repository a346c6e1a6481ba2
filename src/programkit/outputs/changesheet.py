"""What is new since a program that was printed: a sheet to put into its booklets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.outline.build import public_outline
from programkit.paper.booklet import Booklet, draw_booklet
from programkit.paper.look.design import Design
from programkit.paper.parts import Changes, Part

NOTHING_NEW: Final = Finding(
    code="changes-none",
    level=Level.NOTE,
    message="readers of the earlier program have nothing to learn, so there is no changes.pdf",
)


def change_sheet(
    program: Program, since: Program, design: Design, tell: Callable[[str], None]
) -> Booklet | None:
    """The sheet; nothing where nothing changed that readers see.

    Args:
        program: What is decided.
        since: What was printed.
        design: How it looks.
        tell: Called with what is done next.

    Raises:
        RenderError: A font cannot be used.
    """
    parts = (Changes(since=since),)
    drawn = draw_booklet(public_outline(program), theme=design.theme, parts=parts, progress=tell)
    return drawn if drawn.pages else None


def comparing(design: Design, since: Program) -> Design:
    """The design whose part of changes, if it has one, compares with that program."""

    def told(part: Part) -> Part:
        mute = isinstance(part, Changes) and part.since is None
        return Changes(since=since) if mute else part

    return replace(design, parts=tuple(map(told, design.parts)))
