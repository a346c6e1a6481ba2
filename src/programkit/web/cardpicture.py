"""The picture that messengers and social networks show beside a link to the site."""

from __future__ import annotations

import io
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from programkit.text.characters import excerpt
from programkit.typeset.faces import Face, default_family
from programkit.web.context import View
from programkit.web.social import SIZE

_MARGIN: Final = 84
_WIDTH: Final = SIZE[0] - 2 * _MARGIN
_BAR: Final = 20
_GAP: Final = 28
_LOGO: Final = (_WIDTH, 90)
_MOST_PIXELS: Final = 20_000_000
_GROUND, _ACCENT, _TEXT, _MUTED, _LINE = "#fdfcf9", "#7a1f2b", "#211f1b", "#5a544b", "#ddd6c8"
_TITLE: Final = (96, 84, 72, 60, 50)
"""Sizes of the title in pixels, of which the first is taken in which it fits."""
_SMALL: Final = (38, 30, 24)
_TWO_LINES: Final = 100
_LEADING: Final = 1.2
_LONGEST: Final = 200
"""Characters of a text; more than that are too small to read."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    font: ImageFont.FreeTypeFont
    color: str

    @property
    def height(self) -> float:
        return self.font.size * _LEADING


def card(view: View, logos: Iterable[bytes]) -> bytes:
    """The conference's title, dates and place, as a PNG file.

    Args:
        view: The outline in its language.
        logos: Pictures of those who host it; the first that can be read is shown.

    Returns:
        The file; empty where our fonts lack a character of the title. Other texts of which they
        lack one are left out.
    """
    outline = view.outline
    told = " · ".join(filter(None, (view.dates(), outline.place)))
    return _drawn(outline.plain_title, outline.subtitle, told, tuple(logos))


@lru_cache(maxsize=4)
def _drawn(title: str, subtitle: str, told: str, logos: tuple[bytes, ...]) -> bytes:
    family, picture = default_family(), next(filter(None, map(_opened, logos)), None)
    below = _set(subtitle, family.chain(italic=True), _SMALL, _TWO_LINES, _MUTED)
    feet = _set(told, family.chain(), _SMALL, _TWO_LINES, _MUTED)
    top = _MARGIN + (picture.height + _GAP if picture else 0)
    bottom = SIZE[1] - _MARGIN - _height(feet)
    room = bottom - top - _GAP - _height(below)
    heads = _set(title, family.chain(), _TITLE, room, _TEXT)
    if not heads:
        return b""
    image = Image.new("RGB", SIZE, _GROUND)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, _BAR - 1, SIZE[1]), fill=_ACCENT)
    if picture:
        image.paste(picture, (_MARGIN, _MARGIN), picture)
    if feet:
        pen.line((_MARGIN, bottom, SIZE[0] - _MARGIN, bottom), fill=_LINE, width=2)
    middle = top + (room - _height(heads)) / 2
    _write(pen, heads, middle)
    _write(pen, below, middle + _height(heads) + _GAP / 2)
    _write(pen, feet, bottom + _GAP)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.height for line in lines)


def _write(pen: ImageDraw.ImageDraw, lines: Sequence[_Line], top: float) -> None:
    for line in lines:
        pen.text((_MARGIN, top), line.text, fill=line.color, font=line.font)
        top += line.height


def _set(
    text: str, faces: Iterable[Face], sizes: Sequence[int], room: float, color: str
) -> list[_Line]:
    """A text in lines, as large as there is room; nothing where no face has all its characters."""
    whole = unicodedata.normalize("NFC", excerpt(text, _LONGEST))
    face = next((face for face in faces if face.covers(whole)), None)
    if face is None or not whole:
        return []
    lines: list[_Line] = []
    for size in sizes:
        font = ImageFont.truetype(face.path, size, layout_engine=ImageFont.Layout.BASIC)
        lines = [_Line(line, font, color) for line in _broken(whole, font, _WIDTH)]
        if _height(lines) <= room and all(font.getlength(line.text) <= _WIDTH for line in lines):
            return [_Line(line, font, color) for line in _balanced(whole, font, len(lines))]
    return lines


def _balanced(text: str, font: ImageFont.FreeTypeFont, count: int) -> list[str]:
    """So many lines, about as long as each other."""
    lines: list[str] = []
    for width in range(_WIDTH, _WIDTH // 2, -_MARGIN // 2):
        narrower = list(_broken(text, font, width))
        if len(narrower) > count:
            break
        lines = narrower
    return lines


def _broken(text: str, font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


def _opened(data: bytes) -> Image.Image | None:
    """A picture as large as a logo may be; none if it cannot be read. It may be a stranger's."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # ours is smaller
            opened = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP"))
            if opened.width * opened.height > _MOST_PIXELS:
                return None
            made = opened.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    made.thumbnail(_LOGO)
    return made
