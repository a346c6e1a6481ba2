"""How the pages of a booklet are put on the sheets that a printer prints and folds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from programkit.model.base import Frozen
from programkit.paper.printing.signatures import Side, saddle, side_by_side

SHEETS_MM: Final = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "SRA3": (320.0, 450.0),
    "SRA4": (225.0, 320.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
}
"""Width and height in millimeters of the sheets that have a name; they are turned as it fits."""

_Millimeters = Annotated[float, Field(gt=0, le=5000, allow_inf_nan=False)]
_Count = Annotated[int, Field(ge=1, le=16)]


class Imposition(Frozen):
    """How pages are put on sheets.

    The defaults fold a booklet of A5 pages from sheets of A4, printed on both sides.
    """

    sheet: (
        Literal["A3", "A4", "SRA3", "SRA4", "Letter", "Legal", "Tabloid"]
        | tuple[_Millimeters, _Millimeters]
    ) = "A4"
    """The paper: a name, or width and height in millimeters. It is turned as the pages fit best."""
    up: tuple[_Count, _Count] | None = None
    """Columns and rows of pages in reading order, for drafts; none means sheets to be folded."""
    signature: Annotated[int, Field(ge=0, le=64)] = 0
    """How many sheets are folded together, to be sewn or glued; 0 means all, to be stapled."""
    thickness: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = 0.0
    """The paper's, in millimeters (about 0.1 for 80 to 100 g/m²): by so much for each sheet around
    it, pages on an inner sheet move towards the fold, as cutting takes more from them."""
    binding: Literal["left", "right"] | None = None
    """Where the fold is, seen from the front cover: on the right for Hebrew and Arabic. None means
    that the booklet says it."""
    flip: Literal["short", "long"] = "short"
    """Over which edge the printer turns sheets for their back."""
    bleed: Annotated[float, Field(ge=0, le=25, allow_inf_nan=False)] = 0.0
    """How much is printed beyond the edge of pages, in millimeters, as far as they have it."""
    marks: bool = False
    """Whether marks around the pages show where to cut and fold, and that all colors meet."""
    shrink: bool | None = None
    """Whether pages too large for the sheet are made smaller; none means unless there are marks."""

    @model_validator(mode="after")
    def _folded(self) -> Self:
        if self.up and (self.signature or self.thickness):
            raise ValueError(
                "signature and thickness are for sheets that are folded; leave out up, or them"
            )
        return self

    @property
    def sheet_mm(self) -> tuple[float, float]:
        """Width and height of the sheet, in millimeters."""
        return SHEETS_MM[self.sheet] if isinstance(self.sheet, str) else self.sheet

    def sides(self, pages: int, *, leftward: bool = False) -> Iterator[Side]:
        """What is on each side of each sheet.

        Args:
            pages: How many pages there are.
            leftward: Whether the booklet says that it is bound on the right.
        """
        leftward = leftward if self.binding is None else self.binding == "right"
        if self.up:
            return side_by_side(pages, *self.up, leftward=leftward)
        return saddle(pages, self.signature, leftward=leftward)
