"""Logos: found inside the conference's folder and nowhere else, and how large to draw them."""

from __future__ import annotations

from pathlib import Path

from programkit.errors import RenderError
from programkit.paper.images.pictures import picture_size


def logo_file(folder: str, logo: str) -> Path:
    """The file of a logo.

    Args:
        folder: The conference's folder.
        logo: Path of the file, relative to it.

    Raises:
        RenderError: There is no such file inside the conference's folder, links followed.
    """
    root = Path(folder).resolve()
    try:
        path = (root / logo).resolve()
        inside = bool(folder) and path.is_relative_to(root)
        found = inside and path.is_file()
    except (OSError, ValueError) as error:
        raise RenderError(
            f"logo {logo!r} is no path of a file; give one such as logos/host.png"
        ) from error
    if not inside:
        raise RenderError(
            f'logo "{logo}" is not inside the conference\'s folder; put a copy there, as in logos/'
        )
    if not found:
        raise RenderError(f'logo "{logo}" is not there; put the file into the conference\'s folder')
    return path


def logo_size(path: Path, width: float, height: float) -> tuple[float, float]:
    """The size in points at which a logo fits a box and keeps its proportions.

    Raises:
        RenderError: The file cannot be read as a picture.
    """
    columns, rows = picture_size(path)
    scale = min(width / columns, height / rows)
    return columns * scale, rows * scale
