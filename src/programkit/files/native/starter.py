"""The project that ``programkit new`` writes: small, commented, ready to check, solve and build."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from programkit.errors import RenderError
from programkit.files.atomic import write_atomically

FILES = (
    "conference.yaml",
    "people.csv",
    "talks.csv",
    "abstracts/counting-birds.md",
    "booklet.yaml",
)
"""What it consists of."""


def write_starter(folder: Path) -> tuple[Path, ...]:
    """Write the starter project.

    Raises:
        RenderError: The folder is not empty, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RenderError(f"{folder} is not empty and was left as it is; name a new folder")
    source = files("programkit.files.native") / "starter_project"
    for name in FILES:
        write_atomically(folder / name, (source / name).read_bytes())
    return tuple(folder / name for name in FILES)
