"""The file that says how a project's booklet looks, and where it is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

NAME: Final = "booklet.yaml"
"""The file of appearance beside ``conference.yaml``."""


def design_file(path: Path) -> Path | None:
    """The file of appearance that belongs to a project; none where there is none."""
    own = path / NAME if path.is_dir() else path.with_name(f"{path.stem}.{NAME}")
    return next((file for file in (own, own.with_name(NAME)) if file.is_file()), None)
