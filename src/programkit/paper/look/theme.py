"""The look of a booklet: page, margins, type, colors, marks. Everything has a default."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from programkit.errors import RenderError, did_you_mean
from programkit.model.base import Frozen
from programkit.outline import inks
from programkit.paper.look import measures
from programkit.paper.look.measures import POINTS_PER_MM as POINTS_PER_MM  # noqa: PLC0414 - offered here, too
from programkit.paper.look.measures import Measures
from programkit.paper.look.themes import THEMES
from programkit.typeset.faces import Family, default_family, family

_PAGES_MM: Final = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "Letter": (215.9, 279.4)}
_SMALLEST_COLUMN_MM: Final = 30.0


def _legible(color: str) -> str:
    contrast = inks.contrast(color, inks.WHITE)
    if contrast < inks.LEAST_CONTRAST:
        raise ValueError(
            f"{color} has a contrast of {contrast:.1f} : 1 on white; "
            f"choose a darker color, of at least {inks.LEAST_CONTRAST} : 1"
        )
    return color.lower()


Millimeters = Annotated[float, Field(gt=0, le=2000, allow_inf_nan=False)]
Points = Annotated[float, Field(ge=4, le=72, allow_inf_nan=False)]
Hex = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Ink = Annotated[Hex, AfterValidator(_legible)]


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
    """Colors as ``#rrggbb``; those of text have a contrast of at least 4.5 : 1 on their ground."""

    text: Ink = "#000000"
    """Running text."""
    heading: Ink = "#000000"
    """Headings and the cover's title."""
    accent: Ink = "#7a1f2b"
    """What catches the eye: the bar on the cover, marks at the edge."""
    muted: Ink = "#595959"
    """What steps back: affiliations, page numbers, notes."""
    link: Ink = "#1f3d7a"
    """Links to the web."""
    rule: Hex = "#b3b3b3"
    """Thin lines, which are never read."""
    ground: Hex = "#f0f0f0"
    """The ground of cells that stand out; all text is legible on it."""
    tracks: Annotated[tuple[Hex, ...], Field(min_length=1)] = inks.TRACKS
    """For tracks without a color of their own, in their order."""

    @model_validator(mode="after")
    def _is_legible_on_ground(self) -> Self:
        for role in ("text", "heading", "accent", "muted", "link"):
            contrast = inks.contrast(getattr(self, role), self.ground)
            if contrast < inks.LEAST_CONTRAST:
                raise ValueError(
                    f"{role} {getattr(self, role)} has a contrast of {contrast:.1f} : 1 on the "
                    f"ground {self.ground}; make the one darker or the other paler, for "
                    f"{inks.LEAST_CONTRAST} : 1"
                )
        return self


class Theme(Frozen):
    """The look of a booklet.

    The defaults are the theme ``classic``, a booklet as mathematicians know it: A5, STIX Two at 10
    on 13 points, black. `THEMES` has others, and `Theme.named` makes them.
    """

    page: Literal["A4", "A5", "Letter"] | tuple[Millimeters, Millimeters] = "A5"
    """The size of the page: a name, or width and height in millimeters."""
    margin_top: Millimeters | None = None
    """In millimeters, like the other margins; the running head stands in it. None means in
    proportion to the page, which is 19 on A5."""
    margin_bottom: Millimeters | None = None
    """The page number stands in it. None means in proportion to the page, 20 on A5."""
    margin_inner: Millimeters | None = None
    """At the fold: on the left of right-hand pages. None means in proportion to the page, 18 on
    A5, and more where lines would be too long to be read."""
    margin_outer: Millimeters | None = None
    """At the outer edge. None means as at the fold, or more where lines would be too long."""
    bleed: Annotated[float, Field(ge=0, le=20)] = 0.0
    """How many millimeters beyond the page what touches its edge is drawn, for cutting."""
    columns: Literal[1, 2] = 1
    """In how many columns abstracts and posters are set."""
    gutter: Millimeters = 5.0
    """Between columns, in millimeters."""
    day_pages: bool = True
    """Whether the abstracts of each day begin on a new page."""
    size: Points | None = None
    """Type size of running text, in points; none means as suits the page: 10 on A5, 11.5 on A4."""
    leading: Points | None = None
    """From baseline to baseline of running text, in points; none means 1.3 times the size."""
    scale: Annotated[float, Field(ge=1, le=1.6)] = 1.15
    """How much larger each step of headings is than the one below."""
    spacing: Annotated[float, Field(ge=0, le=3)] = 1.0
    """How much room there is around headings, as a multiple of the usual."""
    fonts: Fonts | None = None
    """None means STIX Two, which comes with programkit."""
    more_fonts: tuple[Path, ...] = ()
    """Font files for further scripts, such as a Chinese or an Arabic one, tried in this order."""
    colors: Colors = Colors()
    gray: bool = False
    """Whether all colors are printed as the grays that are as light, for black and white."""
    running_head: Literal["guide", "part", "none"] = "guide"
    """What stands above the text: what the page holds (its day, its first and last speaker) beside
    the part's name, or the conference on the left and the part on the right, or nothing."""
    folio: Literal["center", "outer", "none"] = "center"
    """Where at the foot the page number stands."""
    front_numbers: Literal["arabic", "roman"] = "arabic"
    """How the pages before the agenda are numbered; after roman ones the agenda begins with 1."""
    thumbs: Literal["none", "days", "tracks"] = "none"
    """What the marks at the outer edge tell apart, each at its own height."""
    track_bars: bool = False
    """Whether talks have a bar in the color of their track beside them."""
    heading_bar: Annotated[float, Field(ge=0, le=12)] = 0.0
    """How thick the bar above the headings of parts is, in points; 0 means that there is none."""
    cover_bars: bool = False
    """Whether the cover has bars in the colors of the tracks along its edge."""
    qr: Literal["none", "cover", "welcome"] = "welcome"
    """Where the QR code stands that leads to the web page, if there is one."""
    hours: Literal[12, 24] | None = None
    """Whether times are printed as 2:30 pm or 14:30; none means as the language does."""
    language: str | None = None
    """BCP 47 tag of the booklet's labels; none means the conference's language."""

    @classmethod
    def named(cls, name: str, **changes: Any) -> Self:  # noqa: ANN401 - any field, validated below
        """The theme of a name, with some fields changed; of ``colors`` only those that are given.

        Example:
            >>> Theme.named("modern", page="A4").columns
            1

        Raises:
            RenderError: There is no theme of that name.
            pydantic.ValidationError: A changed field has the wrong type or is unknown.
        """
        return cls.model_validate(named_values(name, changes))

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        width, height = self._page_mm
        made = self.measures
        column = (made.text_width - (made.columns - 1) * made.gutter) / made.columns
        if min(column, made.text_height) < measures.points(_SMALLEST_COLUMN_MM):
            raise ValueError(
                f"margins leave less than {_SMALLEST_COLUMN_MM:g} mm for text on a page of "
                f"{width:g} × {height:g} mm; make the page larger or the margins smaller"
            )
        if made.leading < made.size:
            raise ValueError(
                f"leading {made.leading:g} is less than the type size {made.size:g}, so lines "
                f"would overlap; give about {made.size * 1.3:g}"
            )
        return self

    @property
    def _page_mm(self) -> tuple[float, float]:
        return _PAGES_MM[self.page] if isinstance(self.page, str) else self.page

    @cached_property
    def measures(self) -> Measures:
        """The lengths of a page in points, those that are not given included."""
        width, height = self._page_mm
        size = self.size or measures.type_size(width)
        top, bottom = measures.heights(height)
        inner, outer = measures.sides(width, size, self.columns)
        return Measures(
            width=measures.points(width),
            height=measures.points(height),
            top=measures.points(self.margin_top or top),
            bottom=measures.points(self.margin_bottom or bottom),
            inner=measures.points(self.margin_inner or inner),
            outer=measures.points(self.margin_outer or outer),
            size=size,
            display=measures.type_size(width),
            leading=self.leading or measures.leading_of(size),
            columns=self.columns,
            gutter=measures.points(self.gutter),
            bleed=measures.points(self.bleed),
        )

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height of the page, in points."""
        return self.measures.width, self.measures.height

    @staticmethod
    def points(millimeters: float) -> float:
        """A length in points, to a thousandth."""
        return measures.points(millimeters)

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
        """For each role its color as ``#rrggbb``; ``paper`` is that of text on dark grounds."""
        roles = {**self.colors.model_dump(exclude={"tracks"}), "paper": inks.WHITE}
        return {role: self.inked(color) for role, color in roles.items()}

    def inked(self, color: str) -> str:
        """A color as it is printed: itself, or its gray."""
        return inks.gray(color) if self.gray else color

    def track_color(self, color: str, number: int) -> str:
        """The color of a track as it is printed; text in it is legible on white, and white on it.

        Args:
            color: Its own, or empty.
            number: Its position among the tracks, from 0.
        """
        if self.gray:
            return inks.GRAYS[number % len(inks.GRAYS)]
        tracks = self.colors.tracks
        return inks.legible(color or tracks[number % len(tracks)])


def named_values(name: str, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that a named theme and changes of it give.

    Raises:
        RenderError: There is no theme of that name.
    """
    if name not in THEMES:
        remedy = did_you_mean(name, THEMES) or f"there are {', '.join(THEMES)}"
        raise RenderError(f'"{name}" is no theme; {remedy}')
    values = dict(THEMES[name])
    colors = changes.get("colors")
    both = isinstance(colors, Mapping) and "colors" in values
    merged = {"colors": {**values["colors"], **colors}} if both else {}  # type: ignore[dict-item] # a mapping, as tested
    return {**values, **changes, **merged}
