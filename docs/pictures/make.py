"""Makes the pictures of README and documentation anew, from the example.

Needs pdftoppm (poppler) and Chromium on the path: ``.venv/bin/python docs/pictures/make.py``.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

import programkit as pk

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent.parent / "examples" / "rovinj2024"
PAGES = (4, 8)  # a day of the agenda, a day of abstracts
LARGEST = 60_000  # bytes; a checkout should stay small
GAP, GRAYS = 14, 16


def drawn(pdf: Path, pages: tuple[int, ...], width: int) -> Image.Image:
    """Pages of a PDF side by side, on gray."""
    images = [_page(pdf, page, width) for page in pages]
    high = images[0].height
    sheet = Image.new("L", ((width + GAP) * len(images) + GAP, high + 2 * GAP), 205)
    for number, image in enumerate(images):
        sheet.paste(image, (GAP + number * (width + GAP), GAP))
    return sheet


def _page(pdf: Path, page: int, width: int) -> Image.Image:
    target = pdf.with_name(f"{pdf.stem}-{page}")
    only = ["-f", str(page), "-l", str(page), "-singlefile"]
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    _run("pdftoppm", "-png", *only, *size, str(pdf), str(target))
    with Image.open(target.with_suffix(".png")) as image:
        return image.convert("L")


def shot(page: Path, width: int, height: int) -> Image.Image:
    """A web page as a browser shows it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    target = page.with_suffix(".png")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    where = [f"--user-data-dir={page.parent / 'profile'}", f"--screenshot={target}"]
    _run(browser, *flags, *where, f"--window-size={width},{height}", page.as_uri())
    with Image.open(target) as image:
        return image.convert("L")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - two programs, our own files


def save(image: Image.Image, name: str) -> None:
    """Save in few grays, which is small and enough for text."""
    path = HERE / name
    image.quantize(GRAYS).save(path, optimize=True)
    size = path.stat().st_size
    if size > LARGEST:
        raise SystemExit(f"{path} has {size} bytes, more than {LARGEST}; draw it smaller")


def main() -> None:
    """Draw everything."""
    program = pk.Program.of(pk.load(EXAMPLE))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pk.booklet(program, folder / "plain.pdf")
        save(drawn(folder / "plain.pdf", PAGES, 560), "booklet.png")
        pk.booklet(
            program,
            folder / "changed.pdf",
            theme=pk.Theme(page=(120, 190), size=9, leading=12.5, scale=1.25, hours=24),
        )
        save(drawn(folder / "changed.pdf", PAGES, 400), "changed.png")
        save(shot(pk.agenda(program, folder / "site"), 900, 980), "agenda.png")


if __name__ == "__main__":
    main()
