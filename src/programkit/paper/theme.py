"""The look of a booklet: page, margins, type, colors. Everything has a default."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from programkit.model.base import Frozen
from programkit.typeset.faces import Family, default_family, family

POINTS_PER_MM: Final = 72 / 25.4
_PAGES_MM: Final = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "Letter": (215.9, 279.4)}
_LEAST_CONTRAST: Final = 4.5  # WCAG 2.2, success criterion 1.4.3, for text
_SMALLEST_COLUMN_MM: Final = 30.0


def _legible(color: str) -> str:
    contrast = contrast_on_white(color)
    if contrast < _LEAST_CONTRAST:
        raise ValueError(
            f"{color} has a contrast of {contrast:.1f} : 1 on white; "
            f"choose a darker color, of at least {_LEAST_CONTRAST} : 1"
        )
    return color.lower()


Millimeters = Annotated[float, Field(gt=0, le=2000, allow_inf_nan=False)]
Points = Annotated[float, Field(ge=4, le=72, allow_inf_nan=False)]
Hex = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Ink = Annotated[Hex, AfterValidator(_legible)]


def contrast_on_white(color: str) -> float:
    """The contrast of a color on white paper, from 1 to 21.

    Args:
        color: ``#rrggbb``.

    Returns:
        The ratio that WCAG 2.2 defines, from its relative luminance.
    """
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    red, green, blue = linear
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


class Fonts(Frozen):
    """Font files to set the booklet in; STIX Two steps in for characters they lack."""

    regular: Path
    """The upright face: a TrueType or OpenType file."""
    italic: Path | None = None
    """None means the upright face."""
    bold: Path | None = None
    """None means the upright face."""
    bold_italic: Path | None = None
    """None means the bold face."""
    code: Path | None = None
    """The face of program text; none means the upright face."""


class Colors(Frozen):
    """Colors as ``#rrggbb``; those of text have a contrast of at least 4.5 : 1 on white."""

    text: Ink = "#000000"
    """Running text."""
    heading: Ink = "#000000"
    """Headings and the cover's title."""
    accent: Ink = "#7a1f2b"
    """What catches the eye: the bar on the cover."""
    muted: Ink = "#595959"
    """What steps back: affiliations, page numbers, notes."""
    link: Ink = "#1f3d7a"
    """Links to the web."""
    rule: Hex = "#b3b3b3"
    """Thin lines, which are never read."""


class Theme(Frozen):
    """The look of a booklet.

    The defaults are a booklet as mathematicians know it: A5, STIX Two at 10 on 13 points, black.
    """

    page: Literal["A4", "A5", "Letter"] | tuple[Millimeters, Millimeters] = "A5"
    """The size of the page: a name, or width and height in millimeters."""
    margin_top: Millimeters = 19.0
    """In millimeters, like the other margins; the running head stands in it."""
    margin_bottom: Millimeters = 20.0
    """The page number stands in it."""
    margin_inner: Millimeters = 18.0
    """At the fold: on the left of right-hand pages."""
    margin_outer: Millimeters = 18.0
    """At the outer edge."""
    size: Points = 10.0
    """Type size of running text, in points."""
    leading: Points = 13.0
    """From baseline to baseline of running text, in points."""
    scale: Annotated[float, Field(ge=1, le=1.6)] = 1.15
    """How much larger each step of headings is than the one below."""
    fonts: Fonts | None = None
    """None means STIX Two, which comes with programkit."""
    more_fonts: tuple[Path, ...] = ()
    """Font files for further scripts, such as a Chinese or an Arabic one, tried in this order."""
    colors: Colors = Colors()
    hours: Literal[12, 24] | None = None
    """Whether times are printed as 2:30 pm or 14:30; none means as the language does."""
    language: str | None = None
    """BCP 47 tag of the booklet's labels; none means the conference's language."""

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        width, height = self._page_mm
        column = width - self.margin_inner - self.margin_outer
        if min(column, height - self.margin_top - self.margin_bottom) < _SMALLEST_COLUMN_MM:
            raise ValueError(
                f"margins leave less than {_SMALLEST_COLUMN_MM:g} mm for text on a page of "
                f"{width:g} × {height:g} mm; make the page larger or the margins smaller"
            )
        if self.leading < self.size:
            raise ValueError(
                f"leading {self.leading:g} is less than the type size {self.size:g}, so lines "
                f"would overlap; give about {self.size * 1.3:g}"
            )
        return self

    @property
    def _page_mm(self) -> tuple[float, float]:
        return _PAGES_MM[self.page] if isinstance(self.page, str) else self.page

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height of the page, in points."""
        width, height = self._page_mm
        return self.points(width), self.points(height)

    @staticmethod
    def points(millimeters: float) -> float:
        """A length in points, to a thousandth."""
        return round(millimeters * POINTS_PER_MM, 3)

    @cached_property
    def family(self) -> Family:
        """The faces of the booklet.

        Raises:
            RenderError: A font file is missing, is no font, or forbids embedding.
        """
        fallback = default_family(*self.more_fonts)
        if self.fonts is None:
            return fallback
        given = self.fonts
        return family(
            given.regular,
            italic=given.italic,
            bold=given.bold,
            bold_italic=given.bold_italic,
            code=given.code,
            fallback=(fallback,),
        )

    @property
    def palette(self) -> dict[str, str]:
        """For each role its color as ``#rrggbb``."""
        return self.colors.model_dump()
