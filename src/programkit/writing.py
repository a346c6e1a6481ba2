"""Write a program in one format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from programkit.errors import RenderError, did_you_mean
from programkit.files.atomic import write_atomically
from programkit.files.writers import WRITERS
from programkit.files.writers.base import Writer
from programkit.model.kinds import needs
from programkit.model.program import Program
from programkit.outline.build import build_outline

FORMATS: Final = tuple(writer.name for writer in WRITERS)
"""Names of the formats, in the order in which they are offered."""


def write(program: Program, format: str, path: str | Path) -> tuple[str, ...]:  # noqa: A002 - the word readers expect
    """Write a program in a format such as ``ical`` or ``markdown``.

    Example:
        >>> pk.write(program, "markdown", "out/booklet.md")  # doctest: +SKIP

    Args:
        program: What is decided; what is private in it is not written.
        format: Name of the format.
        path: The file to write; it appears whole or not at all.

    Returns:
        What the format could not hold and was left out, a sentence each.

    Raises:
        RenderError: There is no such format, or the file cannot be written.
    """
    needs("write", program, Program)
    writer = _writer(format)
    public = program.public()
    write_atomically(Path(path), writer.write(public, build_outline(public)))
    return writer.left_out(public)


def unknown_format(name: str, formats: Sequence[str]) -> RenderError:
    """What to say where a format is asked for that is none of those there are."""
    remedy = did_you_mean(name, formats) or f"there are {', '.join(formats)}"
    return RenderError(f'"{name}" is no format; {remedy}')


def _writer(name: str) -> Writer:
    writers = {writer.name: writer for writer in WRITERS}
    if name not in writers:
        raise unknown_format(name, FORMATS)
    return writers[name]
