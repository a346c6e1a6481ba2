"""The geometry of printed sheets: pages in the middle, to their edge and what bleeds beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from programkit.errors import RenderError
from programkit.paper.look.measures import POINTS_PER_MM
from programkit.paper.pdf.operators import number
from programkit.paper.printing.imposition import Imposition
from programkit.paper.printing.pressmarks import ROOM_MM, press_marks
from programkit.paper.printing.signatures import Cell, Side

_ALMOST = 1 - 1e-3  # a page that is this much too large for its sheet is not: sizes are rounded


def name_of(cell: Cell) -> str:
    """What the content of a sheet calls a page."""
    return f"/P{cell.page + 1}"


class SourcePage:
    """A page of the source: its trim box is what remains of it on the sheet."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._page = page
        self.turn = int(page.rotation) % 360
        self._box = _rectangle(page.trimbox)
        left, bottom, right, top = self._box
        size = right - left, top - bottom
        self.width, self.height = size if self.turn % 180 == 0 else size[::-1]

    @property
    def bleed(self) -> float:
        """How far it goes beyond its trim box on every side, in points."""
        beyond = _rectangle(self._page.bleedbox)
        return min(abs(edge - cut) for edge, cut in zip(beyond, self._box, strict=True))

    def form(self) -> pikepdf.Object:
        """The whole page as something to draw, beyond its trim box as well."""
        form = self._page.as_form_xobject(handle_transformations=False)
        form.BBox = pikepdf.Array(self._page.mediabox)
        return form

    def matrix(self, scale: float, x: float, y: float) -> str:
        """The operands that put its trim box, upright, with a corner at a point."""
        left, bottom, right, top = (edge * scale for edge in self._box)
        a, b = {0: (1, 0), 90: (0, -1), 180: (-1, 0), 270: (0, 1)}[self.turn]
        dx = {0: -left, 90: -bottom, 180: right, 270: top}[self.turn]
        dy = {0: -bottom, 90: right, 180: top, 270: -left}[self.turn]
        numbers = (a * scale, b * scale, -b * scale, a * scale)
        return " ".join([*(f"{each:.6f}" for each in numbers), number(x + dx), number(y + dy)])


def _rectangle(box: pikepdf.Array) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(edge) for edge in box)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


@dataclass(frozen=True, slots=True)
class _Block:
    """The pages of one side together, in the middle of the sheet."""

    left: float
    bottom: float
    width: float
    height: float


class Press:
    """The geometry of the sheets, in points, and the operators that fill them."""

    def __init__(self, how: Imposition, pages: list[SourcePage]) -> None:
        self._how = how
        self._pages = pages
        self._columns, self._rows = how.up or (2, 1)
        cell = max(page.width for page in pages), max(page.height for page in pages)
        self._bleed = how.bleed * POINTS_PER_MM
        margin = max(how.bleed, ROOM_MM[0]) + ROOM_MM[1] if how.marks else how.bleed
        self._scale, self._width, self._height = self._fit(*cell, 2 * margin * POINTS_PER_MM)
        self._cell = cell[0] * self._scale, cell[1] * self._scale
        width, height = self._columns * self._cell[0], self._rows * self._cell[1]
        corner = (self._width - width) / 2, (self._height - height) / 2
        self._block = _Block(*corner, width, height)

    def _fit(self, width: float, height: float, around: float) -> tuple[float, float, float]:
        """The scale of pages, and the sheet turned so that they are as large as can be."""
        short, long = (side * POINTS_PER_MM for side in self._how.sheet_mm)
        wide, high = self._columns * width, self._rows * height

        def scale(sheet: tuple[float, float]) -> float:
            return min((sheet[0] - around) / wide, (sheet[1] - around) / high)

        sheet = max(((short, long), (long, short)), key=scale)
        largest = scale(sheet)
        shrink = not self._how.marks if self._how.shrink is None else self._how.shrink
        if largest <= 0 or (largest < _ALMOST and not shrink):
            need = f"{_mm(wide + around)} × {_mm(high + around)} mm"
            has = f"{_mm(sheet[0])} × {_mm(sheet[1])} mm"
            raise RenderError(
                f"{self._columns} × {self._rows} pages of {_mm(width)} × {_mm(height)} mm with "
                f"what is around them need {need}, and the sheet has {has}; choose a larger sheet, "
                "leave out marks or bleed, or set shrink"
            )
        return (1.0 if largest >= _ALMOST else largest), *sheet

    def has(self, cell: Cell) -> bool:
        """Whether there is such a page; the others are blank."""
        return cell.page < len(self._pages)

    def sheet(self, resources: pikepdf.Dictionary, content: pikepdf.Stream) -> pikepdf.Page:
        """A page of the result, with its boxes."""
        block = self._block
        trim = block.left, block.bottom, block.left + block.width, block.bottom + block.height
        bleed = (*(edge - self._bleed for edge in trim[:2]), *(e + self._bleed for e in trim[2:]))
        return pikepdf.Page(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Page,
                MediaBox=_box((0, 0, self._width, self._height)),
                BleedBox=_box(bleed),
                TrimBox=_box(trim),
                Resources=resources,
                Contents=content,
            )
        )

    def operators(self, side: Side) -> Iterator[str]:
        """What draws a side of a sheet; a back is upside down if the sheets are turned so."""
        over_top = (self._how.flip == "short") == (self._width < self._height)
        if side.back and over_top and not self._how.up:
            yield f"-1 0 0 -1 {number(self._width)} {number(self._height)} cm"
        for cell in side.cells:
            if self.has(cell):
                yield self._operators(cell, side.inside * self._how.thickness * POINTS_PER_MM)
        if self._how.marks:
            block = self._block
            yield from press_marks(
                (block.left, block.bottom, block.width, block.height),
                columns=self._columns,
                rows=self._rows,
                folded=not self._how.up,
                bleed=self._bleed,
            )

    def _operators(self, cell: Cell, creep: float) -> str:
        """What draws one page, and nothing of it where its neighbors are."""
        page = self._pages[cell.page]
        width, height = self._cell
        left = self._block.left + cell.column * width
        bottom = self._block.bottom + (self._rows - 1 - cell.row) * height
        out = [
            self._bleed if on_edge else 0.0
            for on_edge in (
                cell.column == 0,
                cell.row == self._rows - 1,
                cell.column == self._columns - 1,
                cell.row == 0,
            )
        ]
        corner = f"{number(left - out[0])} {number(bottom - out[1])}"
        size = f"{number(width + out[0] + out[2])} {number(height + out[1] + out[3])}"
        x = left + (width - page.width * self._scale) / 2 + (-creep if cell.column else creep)
        y = bottom + (height - page.height * self._scale) / 2
        matrix = page.matrix(self._scale, x, y)
        return f"q {corner} {size} re W n {matrix} cm {name_of(cell)} Do Q"


def _box(edges: tuple[float, ...]) -> pikepdf.Array:
    return pikepdf.Array([round(edge, 3) for edge in edges])


def _mm(points: float) -> str:
    return f"{points / POINTS_PER_MM:.4g}"
