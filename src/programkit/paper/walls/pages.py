"""Pages that hang on walls: their size, their margins, and a scale of type that fits them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from programkit.errors import RenderError, did_you_mean
from programkit.paper.book import Book
from programkit.typeset.style import ParagraphStyle

PAGES_MM: Final = {
    "A2": (420.0, 594.0),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "Letter": (215.9, 279.4),
    "Tabloid": (279.4, 431.8),
}
"""Width and height in millimeters of the pages that have a name."""
_Millimeters = Annotated[float, Field(ge=100, le=2000, allow_inf_nan=False)]
WallPage = Literal["A2", "A3", "A4", "Letter", "Tabloid"] | tuple[_Millimeters, _Millimeters]
"""A page by its name, or its width and height in millimeters."""

LEAST: Final = 8.0
"""The smallest type, in points: what is smaller is not read by somebody who stands before it."""
_SIDE, _FOOT = 0.075, 0.05  # of its width, and of its height
_UNITS = 52.0  # how many times the unit of type goes into the width of a page like A4
_UPRIGHT = 2**0.5  # the height of such a page, as a multiple of its width
_STEP = 0.965  # from one size that is tried to the next
_QR = 0.15  # of its width
_LEADING = 1.22


def wall_book(book: Book, page: WallPage) -> Book:
    """The look of a booklet on a page for walls: one column, and the same margin on both sides.

    Args:
        book: The booklet.
        page: The size of the page.

    Raises:
        RenderError: No page has that name.
    """
    if isinstance(page, str) and page not in PAGES_MM:
        remedy = did_you_mean(page, PAGES_MM) or f"there are {', '.join(PAGES_MM)}"
        raise RenderError(f'"{page}" is no page for walls; {remedy}, or give its size: (500, 700)')
    width, height = PAGES_MM[page] if isinstance(page, str) else page
    changes: dict[str, Any] = {
        **dict.fromkeys(("margin_inner", "margin_outer"), width * _SIDE),
        **dict.fromkeys(("margin_top", "margin_bottom"), height * _FOOT),
        **dict.fromkeys(("size", "leading")),
    }
    theme = book.theme.replace(page=(width, height), columns=1, **changes)
    return Book(book.outline, theme, book.parts)


@dataclass(frozen=True)
class Type:
    """The type of a sheet: all its styles are multiples of one size."""

    book: Book
    size: float
    """Of ordinary text, in points."""

    def style(
        self,
        times: float = 1.0,
        *,
        leading: float = _LEADING,
        **look: Any,  # noqa: ANN401 - any field of a style
    ) -> ParagraphStyle:
        """Ragged text.

        Args:
            times: How much larger than ordinary text it is.
            leading: The distance of its lines, as a multiple of its size.
            **look: What else differs, as a style has it.
        """
        size = round(self.size * times, 2)
        return self.book.styles.row.replace(size=size, leading=round(size * leading, 2), **look)


def unit(book: Book) -> float:
    """The size of type, in points, that suits ordinary text on a page that hangs on a wall."""
    page = book.theme.measures
    return min(page.width, page.height / _UPRIGHT) / _UNITS


def sizes(largest: float, least: float = LEAST) -> tuple[float, ...]:
    """The sizes to try, in points: from the largest to the least, a few percent apart."""
    tried, size = [], largest
    while size > least:
        tried.append(round(size, 2))
        size *= _STEP
    return (*tried, round(least, 2))


def qr_size(book: Book) -> float:
    """How wide a QR code is, in points: phones read it from where the sheet is read."""
    return unit(book) * _UNITS * _QR
