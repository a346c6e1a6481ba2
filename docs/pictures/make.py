"""Makes the pictures of README and documentation anew, from the example.

Needs pdftoppm (poppler) and Chromium on the path: ``.venv/bin/python docs/pictures/make.py``.
"""

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import programkit as pk
from programkit.paper.look.measures import Measures
from programkit.paper.look.theme import Theme

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent.parent / "examples" / "rovinj2024"
PAGES = (4, 8)  # a day of the agenda, a day of abstracts
LARGEST = 60_000  # bytes; a checkout should stay small
GAP, GRAYS, COLORS = 14, 16, 96
AROUND = (205, 205, 205)
TRACKS = ("Theory", "Learning", "Physics", "Neuroscience")
"""The symposium has no tracks; so that pictures show some, its talks are shared out to these."""
PINK = "#c2185b"
SCALE = 0.62  # pixels a point, where pages of different sizes are compared

Point = tuple[float, float]
Label = tuple[str, Point, Point]
"""The name of a setting, what it points to, and where it stands."""


def drawn(pdf: Path, pages: tuple[int, ...], width: int) -> Image.Image:
    """Pages of a PDF side by side, on gray."""
    return _beside([_page(pdf, page, width) for page in pages])


def _beside(images: list[Image.Image]) -> Image.Image:
    width = sum(image.width + GAP for image in images) + GAP
    sheet = Image.new("RGB", (width, max(image.height for image in images) + 2 * GAP), AROUND)
    left = GAP
    for image in images:
        sheet.paste(image, (left, GAP))
        left += image.width + GAP
    return sheet


def _page(pdf: Path, page: int, width: int) -> Image.Image:
    target = pdf.with_name(f"{pdf.stem}-{page}")
    only = ["-f", str(page), "-l", str(page), "-singlefile"]
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    command = ["pdftoppm", "-png", *only, *size, str(pdf), str(target)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own files
    with Image.open(target.with_suffix(".png")) as image:
        return image.convert("RGB")


def explained(
    pdf: Path, pages: tuple[int, int], theme: Theme, labels: Iterable[Label]
) -> Image.Image:
    """Two pages with the names of settings beside what they set; lines show where they are cut."""
    width, side, above = 400, 150, 40
    left, right = (_page(pdf, page, width) for page in pages)
    bleed = theme.measures.bleed
    scale = width / (theme.measures.width + 2 * bleed)
    sheet = Image.new("RGB", (2 * width + 2 * side, left.height + 2 * above), "#ffffff")
    sheet.paste(left, (side, above))
    sheet.paste(right, (side + width, above))
    pen = ImageDraw.Draw(sheet)
    for x in (side, side + width):
        pen.rectangle((x, above, x + width, above + left.height), outline="#9a9a9a")
        if bleed:
            cut = bleed * scale
            edges = (x + cut, above + cut, x + width - cut, above + left.height - cut)
            pen.rectangle(edges, outline=PINK)
    font = ImageFont.load_default(13)
    for name, at, text in labels:
        point = (side + at[0] * scale, above + at[1] * scale)
        place = (side + text[0] * scale, above + text[1] * scale)
        anchor = (
            "mm"
            if abs(place[1] - point[1]) > abs(place[0] - point[0])
            else ("rm" if place[0] < point[0] else "lm")
        )
        pen.line((*point, *place), fill=PINK, width=1)
        pen.ellipse((point[0] - 2, point[1] - 2, point[0] + 2, point[1] + 2), fill=PINK)
        box = pen.textbbox(place, name, font=font, anchor=anchor)
        pen.rectangle((box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2), fill="#ffffff")
        pen.text(place, name, fill=PINK, font=font, anchor=anchor)
    return sheet


def _labels(of: Measures) -> Iterator[Label]:
    """Names of settings, what they point to, and where they stand, in points of the left page."""
    w, h = of.width, of.height
    out, far = -20, 2 * w + 20
    yield "running_head", (of.outer, of.top * 0.66), (out, of.top * 0.4)
    yield "thumbs", (10, of.top + 97), (out, of.top + 85)
    yield "track_bars", (of.outer - 6, h * 0.42), (out, h * 0.42)
    yield "margin_outer", (of.outer / 2, h * 0.75), (out, h * 0.75)
    yield "folio", (of.outer + 14, h - of.bottom * 0.5), (out, h - of.bottom * 0.3)
    yield "margin_inner", (w + of.inner / 2, h * 0.6), (w + of.inner / 2, h + 22)
    yield "margin_top", (w + w * 0.45, of.top / 2), (w + w * 0.45, -22)
    yield "margin_bottom", (w + w * 0.5, h - of.bottom / 2), (w + w * 0.62, h + 22)
    yield "heading_bar", (2 * w - of.outer, of.top + 1), (far, of.top - 18)
    yield "scale", (w + 108, of.top + 24), (far, of.top + 10)
    yield "spacing", (w + 150, of.top + 43), (far, of.top + 33)
    yield "colors.heading", (w + 195, of.top + 62), (far, of.top + 56)
    yield "size, leading", (w + 328, of.top + 138), (far, of.top + 100)


def _further_labels(of: Measures) -> Iterator[Label]:
    """The same for a cover, and beside it a page of two columns, with what is cut off."""
    w, h, cut = of.width, of.height, of.bleed
    out, second, far = -20, w + 3 * cut, 2 * w + 4 * cut + 20
    yield "cover_bars", (cut + 12, h * 0.3), (out, h * 0.3)
    yield "colors.accent", (cut + of.inner + 36, h * 0.469), (out, h * 0.469)
    yield "bleed", (cut / 2, h * 0.7), (out, h * 0.62)
    yield "qr: cover", (w - of.outer - 30, h - of.bottom - 20), (out, h - of.bottom - 20)
    yield "thumbs: tracks", (second + 8, of.top + 20), (second + 8, -22)
    yield "columns", (second + of.outer + 130, of.top + 38), (second + of.outer + 130, -22)
    middle = second + of.outer + of.text_width / 2
    yield "gutter", (middle, h * 0.68), (middle, h + 22 + 2 * cut)
    yield "colors.tracks", (middle + 2, h * 0.235), (far, h * 0.2)
    yield "colors.muted", (w * 1.82, h * 0.461), (far, h * 0.461)


def save(image: Image.Image, name: str, colors: int = GRAYS) -> None:
    """Save in few grays or colors, which is small and enough for text."""
    path = HERE / name
    image = image.convert("L") if colors == GRAYS else image
    way = Image.Quantize.MEDIANCUT if colors == GRAYS else Image.Quantize.FASTOCTREE
    image.quantize(colors, way, dither=Image.Dither.NONE).save(path, optimize=True)
    size = path.stat().st_size
    if size > LARGEST:
        raise SystemExit(f"{path} has {size} bytes, more than {LARGEST}; draw it smaller")


def sizes(program: pk.Program, folder: Path) -> Image.Image:
    """The same abstracts on A6, A5 and A4, to scale."""
    pages = []
    for theme in (Theme(page=(105, 148)), Theme(page="A5"), Theme(page="A4")):
        pdf = folder / f"{round(theme.measures.width)}.pdf"
        abstracts = [part for part in pk.DEFAULT_PARTS if part.name == "abstracts"]
        pk.booklet(program, pdf, theme=theme, parts=abstracts)
        pages.append(_page(pdf, 1, round(theme.measures.width * SCALE)))
    return _beside(pages)


def with_tracks(conference: pk.Conference) -> pk.Conference:
    """The conference with its talks shared out to some tracks."""
    tracks = tuple(pk.Track(id=name.lower(), name=name) for name in TRACKS)
    talks = tuple(
        talk.replace(track=tracks[number % len(tracks)].id)
        for number, talk in enumerate(conference.talks)
    )
    return conference.replace(tracks=tracks, talks=talks)


def main() -> None:
    """Draw everything."""
    conference = pk.load(EXAMPLE)
    program, tracked = pk.Program.of(conference), pk.Program.of(with_tracks(conference))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def made(stem: str, theme: Theme, of: pk.Program = program) -> Path:
            pk.booklet(of, folder / f"{stem}.pdf", theme=theme)
            return folder / f"{stem}.pdf"

        modern = Theme.named("modern")
        changed = Theme(page=(120, 190), size=9, leading=12.5, scale=1.25, hours=24)
        save(drawn(made("plain", Theme()), PAGES, 560), "booklet.png")
        save(drawn(made("changed", changed), PAGES, 400), "changed.png")
        save(drawn(made("classic", Theme()), (1, 3, 6), 300), "classic.png")
        save(drawn(made("compact", Theme.named("compact")), (1, 3, 5), 300), "compact.png")
        save(drawn(made("modern", modern, tracked), (1, 3, 6), 300), "modern.png", COLORS)
        gray = made("gray", modern.replace(gray=True), tracked)
        save(drawn(gray, (1, 3, 6), 200), "gray.png")
        labels = _labels(modern.measures)
        save(explained(folder / "modern.pdf", (4, 3), modern, labels), "settings.png", COLORS)
        more = {"columns": 2, "gutter": 8, "size": 9, "bleed": 4, "qr": "cover", "thumbs": "tracks"}
        other = modern.replace(**more, day_pages=False)
        found = with_tracks(conference).replace(url="https://symposium.example.org/")
        pdf = made("other", other, pk.Program.of(found))
        labels = _further_labels(other.measures)
        save(explained(pdf, (1, 6), other, labels), "settings-more.png", COLORS)
        save(sizes(program, folder), "sizes.png")


if __name__ == "__main__":
    main()
