"""Commands for a finished booklet: impose for the printer, archive for the library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError

from programkit.cli.places import say
from programkit.errors import RenderError
from programkit.files.atomic import write_atomically

if TYPE_CHECKING:
    from programkit.paper.printing.imposition import Imposition

_ALMOST = 0.05  # millimeters: boxes are rounded
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)")
_Booklet = Annotated[Path, typer.Argument(metavar="FILE", help="A finished booklet, a PDF.")]
_Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to.")]


class Binding(Enum):
    """Where the fold is, seen from the front cover."""

    LEFT = "left"
    RIGHT = "right"


class Flip(Enum):
    """Over which edge the printer turns sheets."""

    SHORT = "short"
    LONG = "long"


def impose(
    booklet: _Booklet,
    output: _Output,
    sheet: Annotated[
        str, typer.Option(metavar="SIZE", help="The paper: A3, A4, SRA4, Letter, 320x450 …")
    ] = "A4",
    up: Annotated[
        str | None,
        typer.Option(metavar="COLUMNSxROWS", help="Pages side by side for drafts: 2x2."),
    ] = None,
    signature: Annotated[
        int, typer.Option(help="Sheets folded together; 0: all of them.", min=0, max=64)
    ] = 0,
    thickness: Annotated[
        float, typer.Option(help="Of the paper, in millimeters: 0.1.", min=0, max=1)
    ] = 0.0,
    binding: Annotated[
        Binding | None, typer.Option(help="The edge of the fold; the booklet says it.")
    ] = None,
    flip: Annotated[Flip, typer.Option(help="Over which edge sheets are turned.")] = Flip.SHORT,
    bleed: Annotated[
        float, typer.Option(help="Printed beyond the page, in millimeters.", min=0, max=25)
    ] = 0.0,
    marks: Annotated[bool, typer.Option("--marks", help="Where to cut and fold.")] = False,
    shrink: Annotated[
        bool | None, typer.Option(help="Make pages smaller where the sheet is too small.")
    ] = None,
) -> None:
    """Put the pages of a booklet on sheets to be printed, folded and stapled."""
    from programkit.paper.printing.imposing import impose as impose_pages  # noqa: PLC0415 - loads pikepdf

    how = _imposition(
        sheet=_pair(sheet) or sheet,
        up=None if up is None else _pair(up) or up,
        signature=signature,
        thickness=thickness,
        binding=binding.value if binding else None,
        flip=flip.value,
        bleed=bleed,
        marks=marks,
        shrink=shrink,
    )
    data = booklet.read_bytes()
    with _named(booklet):
        _write(output, impose_pages(data, how))
        _say_bleed(booklet, data, bleed)


def _imposition(**options: object) -> Imposition:
    """How pages are put on sheets, as the options say.

    Raises:
        RenderError: They are not possible, or not together.
    """
    from programkit.paper.printing.imposition import Imposition  # noqa: PLC0415 - loads pikepdf

    try:
        return Imposition.model_validate(options)
    except ValidationError as error:
        raise RenderError(_fault(error)) from error


def _say_bleed(booklet: Path, data: bytes, asked: float) -> None:
    """Say that pages bleed less than is asked, as nobody sees it on the sheets."""
    from programkit.paper.printing.imposing import bleed_of  # noqa: PLC0415 - loads pikepdf

    has = bleed_of(data)
    if has + _ALMOST < asked:
        say(
            f"{booklet}: pages bleed {has:.3g} mm, not {asked:g}; a cut that is not exact shows "
            f"white: set bleed: {asked:g} in booklet.yaml and build it again"
        )


def archive(booklet: _Booklet, output: _Output) -> None:
    """Make a booklet PDF/A-1b, as libraries and archives keep it."""
    from programkit.paper.printing.archive import archive as archived  # noqa: PLC0415 - loads pikepdf

    data = booklet.read_bytes()
    with _named(booklet):
        _write(output, archived(data))


@contextmanager
def _named(booklet: Path) -> Iterator[None]:
    """What is wrong with a booklet is told with the name of its file."""
    try:
        yield
    except RenderError as error:
        raise RenderError(f"{booklet}: {error}") from error


def _pair(text: str) -> tuple[float, float] | None:
    """Two numbers with a cross between them."""
    match = _SIZE.fullmatch(text.strip())
    return (float(match[1]), float(match[2])) if match else None


def _fault(error: ValidationError) -> str:
    """What is wrong with the options, in the words of the command line."""
    first = error.errors()[0]
    if "sheet" in first["loc"]:
        return f'no sheet is called "{first["input"]}"; give A4, SRA3, Letter … or 320x450'
    if "up" in first["loc"]:
        return f'"{first["input"]}" is no number of columns and rows; give 2x1, 2x2, 3x4 …'
    return first["msg"].removeprefix("Value error, ")


def _write(output: Path, data: bytes) -> None:
    write_atomically(output, data)
    say(f"wrote {output}")
