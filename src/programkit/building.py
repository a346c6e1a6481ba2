"""Build outputs: the booklet, the agenda, the calendar, the file of decisions, or all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from programkit.errors import RenderError, did_you_mean
from programkit.files.atomic import replace_folder, write_atomically
from programkit.files.program.decisions import encode
from programkit.files.writers.ical import ICalWriter
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.outline.nodes import Outline
from programkit.paper.parts import DEFAULT_PARTS, Part

if TYPE_CHECKING:
    from programkit.paper.theme import Theme

OUTPUTS: Final = {
    "booklet": "booklet.pdf",
    "site": "site",
    "calendar": "program.ics",
    "program": "program.json",
}
"""What ``build`` makes, and under which names."""
CALENDAR = OUTPUTS["calendar"]
CODES: Final[Mapping[str, str]] = {
    "missing-glyph": "A character is needed in print that no font has.",
}
"""What each finding of an output means, in one line."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was made."""

    paths: tuple[Path, ...]
    """Files, and of the agenda its first page."""
    findings: tuple[Finding, ...] = ()
    """What was noticed while drawing, such as a character that no font has."""


def build(
    program: Program,
    out: str | Path,
    *,
    only: Iterable[str] | None = None,
    theme: Theme | None = None,
    progress: Callable[[str], None] | None = None,
) -> Built:
    """Make every output of a program in one folder.

    Each output appears whole or not at all; one that was there before is replaced.

    Args:
        program: What is decided; what is private in it reaches no output but ``program.json``.
        out: The folder; it is made if it does not exist.
        only: Which of ``OUTPUTS`` to make; none given means all.
        theme: The look of the booklet; none given means the default one.
        progress: Called with the name of each output before it is made.

    Raises:
        RenderError: An output is asked for that does not exist, or one could not be made.
    """
    wanted = tuple(OUTPUTS) if only is None else tuple(dict.fromkeys(only))
    for name in wanted:
        _known(name)
    paths: list[Path] = []
    findings: tuple[Finding, ...] = ()
    for name in wanted:
        path = Path(out) / OUTPUTS[name]
        if progress is not None:
            progress(OUTPUTS[name])
        match name:
            case "booklet":
                findings = booklet(program, path, theme=theme)
            case "site":
                path = agenda(program, path, hours=None if theme is None else theme.hours)
            case "calendar":
                write_atomically(path, _calendar(program, outline_of(program)))
            case _:
                write_atomically(path, encode(program))
        paths.append(path)
    return Built(tuple(paths), findings)


def booklet(
    program: Program,
    path: str | Path,
    *,
    theme: Theme | None = None,
    parts: Sequence[Part] = DEFAULT_PARTS,
) -> tuple[Finding, ...]:
    """Draw the booklet, a PDF file.

    Example:
        >>> pk.booklet(program, "out/booklet.pdf", theme=pk.Theme(page="A5"))  # doctest: +SKIP

    Args:
        program: What is decided.
        path: The file to write.
        theme: The look; none given means the default one.
        parts: What the booklet has, in order.

    Returns:
        What was noticed: characters that no font has.

    Raises:
        RenderError: A logo or a font cannot be used, or the file cannot be written.
    """
    from programkit.paper.booklet import draw_booklet  # noqa: PLC0415 - loads reportlab

    drawn = draw_booklet(outline_of(program), theme=theme, parts=parts)
    write_atomically(Path(path), drawn.data)
    return drawn.findings


def agenda(program: Program, folder: str | Path, *, hours: Literal[12, 24] | None = None) -> Path:
    """Write the agenda: one web page that needs no server and no script, and its calendar.

    Example:
        >>> pk.agenda(program, "out/site")  # doctest: +SKIP

    Args:
        program: What is decided.
        folder: The folder to make, or to replace if it was made here.
        hours: A clock of 12 or 24 hours; none given means as the conference has it.

    Returns:
        The page.

    Raises:
        RenderError: The folder holds other things, or cannot be written.
    """
    from programkit.web import page  # noqa: PLC0415 - loads jinja2

    outline = outline_of(program)
    index, calendar = page(outline, calendar=CALENDAR, hours=hours), _calendar(program, outline)

    def fill(fresh: Path) -> None:
        (fresh / "index.html").write_bytes(index)
        (fresh / CALENDAR).write_bytes(calendar)

    replace_folder(Path(folder), fill)
    return Path(folder) / "index.html"


def outline_of(program: Program) -> Outline:
    """What readers see: the outline of the public projection, with the place of the logos."""
    return build_outline(program.public(), folder=program.conference.folder)


def _calendar(program: Program, outline: Outline) -> bytes:
    return ICalWriter().write(program.public(), outline)


def _known(name: str) -> None:
    if name not in OUTPUTS:
        remedy = did_you_mean(name, OUTPUTS) or f"there are {', '.join(OUTPUTS)}"
        raise RenderError(f'"{name}" is no output; {remedy}')
