"""What hangs on walls, as files: posters of terms and talks, and signs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.outline.build import public_outline, seen_at
from programkit.paper.look.design import Design
from programkit.paper.remarks import remarks
from programkit.paper.walls.drawing import draw_walls

_NONE: Final = Finding(
    code="posters-none",
    level=Level.NOTE,
    message="there is no term, talk or address of a site to make a poster of",
    remedy="name talks in booklet.yaml, posters: [{talk-posters: {talks: [ID]}}]",
)


def poster_files(
    program: Program, design: Design, *, now: datetime | None, tell: Callable[[str], None]
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The files by name, and what was noticed.

    No link that is withheld until a session is in them, whenever they are made: paper is not taken
    down when the session is over.

    Args:
        program: What is decided.
        design: How they look, and which are made.
        now: When they are made: what is over then needs no poster. None given means when the facts
            were revised.
        tell: Called with the name of each file.

    Raises:
        RenderError: A logo or a font cannot be used.
    """
    outline = public_outline(program)
    if now is not None:
        outline = seen_at(outline, program.public().conference, now)
    files: dict[str, bytes] = {}
    missing: dict[str, str] = {}
    findings: list[Finding] = []
    for drawn in draw_walls(outline, design.theme, design.posters):
        tell(drawn.name)
        files[drawn.name] = drawn.data
        missing = {**dict.fromkeys(drawn.missing, f"1 of {drawn.name}"), **missing}
        findings += drawn.findings
    told = remarks(outline, missing) if files else (_NONE,)
    return files, (*told, *findings)
