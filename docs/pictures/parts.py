"""Makes the picture of parts of a booklet anew, from an invented conference.

Needs pdftoppm (poppler) on the path: ``.venv/bin/python docs/pictures/parts.py``.
"""

import sys
import tempfile
from pathlib import Path

from make import GAP, HERE, LARGEST, drawn
from PIL import Image

import programkit as pk

sys.path.insert(0, str(HERE.parent.parent / "tests"))

from lively import lively

WIDTH, COLORS = 400, 96


def main() -> None:
    """Draw a day at a glance, a sheet for a chair and a sign for a door."""
    program = lively(4, days=2)
    parts = [pk.parts.Glance(), pk.parts.ChairSheets(), pk.parts.DoorSigns()]
    with tempfile.TemporaryDirectory() as folder:
        images = []
        for part, page in zip(parts, (1, 3, 2), strict=True):
            pdf = Path(folder) / f"{part.name}.pdf"
            pk.booklet(program, pdf, parts=[part])
            images.append(drawn(pdf, (page,), WIDTH))
    width = sum(image.width for image in images) - GAP * (len(images) - 1)
    sheet = Image.new("RGB", (width, images[0].height))
    x = 0
    for image in images:
        sheet.paste(image, (x, 0))
        x += image.width - GAP
    target = HERE / "parts.png"
    sheet.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        target, optimize=True
    )
    if target.stat().st_size > LARGEST:
        sys.exit(f"{target.name} is larger than {LARGEST} bytes: draw it smaller")


if __name__ == "__main__":
    main()
