"""Logos: found inside the conference's folder and nowhere else, and how large to draw them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from programkit.errors import RenderError


def logo_file(folder: str, logo: str) -> Path:
    """The file of a logo.

    Raises:
        RenderError: It is not inside the conference's folder.
    """
    root = Path(folder).resolve()
    path = (root / logo).resolve()
    if not folder or not path.is_relative_to(root):
        raise RenderError(
            f'logo "{logo}" is not inside the conference\'s folder; put a copy there, as in logos/'
        )
    return path


def logo_size(path: Path, width: float, height: float) -> tuple[float, float]:
    """The size in points at which a logo fits a box and keeps its proportions.

    Raises:
        RenderError: The file cannot be read as a picture.
    """
    try:
        with Image.open(path, formats=("PNG", "JPEG")) as image:
            columns, rows = image.size
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise RenderError(f"logo {path}: give a sound PNG or JPEG file") from error
    scale = min(width / columns, height / rows)
    return columns * scale, rows * scale
