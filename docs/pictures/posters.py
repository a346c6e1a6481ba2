"""Makes the pictures of posters and signs anew, from an invented seminar.

Needs pdftoppm (poppler) on the path: ``.venv/bin/python docs/pictures/posters.py``.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from make import COLORS, GAP, HERE, drawn, save
from PIL import Image

import programkit as pk

sys.path.insert(0, str(HERE.parent.parent / "tests"))

from lively import lively
from semester import ABSTRACT, semester, talk_of

WIDTH = 420
SHEETS = (pk.parts.TermPosters(), pk.parts.TalkPosters(talks=("talk-1",)))
SIGNS = (pk.parts.TalkPosters(talks=("talk-4",)), pk.parts.ScanSign())


def seminar() -> pk.Program:
    """Ten talks, one with a long abstract and one cancelled."""
    told = {1: {"abstract": "\n\n".join([ABSTRACT] * 3)}, 4: {"state": "cancelled"}}
    return pk.Program.of(semester(talks=[talk_of(n, **told.get(n, {})) for n in range(10)]))


def pictures(program: pk.Program, parts: Iterable[pk.Part], theme: pk.Theme) -> list[Image.Image]:
    """The first page of each part."""
    images = []
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            pdf = Path(folder) / f"{part.name}.pdf"
            pk.booklet(program, pdf, parts=[part], theme=theme)
            images.append(drawn(pdf, (1,), WIDTH))
    return images


def beside(images: list[Image.Image]) -> Image.Image:
    """Pictures in a row."""
    width = sum(image.width for image in images) - GAP * (len(images) - 1)
    sheet = Image.new("RGB", (width, max(image.height for image in images)), (205, 205, 205))
    x = 0
    for image in images:
        sheet.paste(image, (x, 0))
        x += image.width - GAP
    return sheet


def main() -> None:
    """Draw posters of a term and a talk, then a cancelled talk and signs."""
    theme = pk.Theme.named("modern")
    save(beside(pictures(seminar(), SHEETS, theme)), "posters.png", COLORS)
    doors = pictures(lively(4, days=2), [pk.parts.DoorSigns(page="A4")], theme)
    save(beside([*pictures(seminar(), SIGNS, theme), *doors]), "signs.png", COLORS)


if __name__ == "__main__":
    main()
