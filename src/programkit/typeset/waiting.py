"""Pages that wait for the numbers of others, as bytes meanwhile: those take a tenth of the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from programkit.typeset.blocks import Block
from programkit.typeset.faces import Face
from programkit.typeset.marks import Kept, Span, Strip
from programkit.typeset.packing import pack, unpack
from programkit.typeset.pages import Page, Placed
from programkit.typeset.wordnumbers import Words


@dataclass(frozen=True, slots=True)
class Packed:
    """A page as bytes."""

    page: Page
    """What is left of it: its shape, and where its strips are, which have no marks."""
    data: bytes
    """The marks of its strips, and then its furniture."""


class Waiting:
    """Packs pages. What several of them have alike is kept once: faces, words, cells of tables."""

    def __init__(self) -> None:
        self._faces: dict[Face, int] = {}
        self._words = Words()
        self._spans: dict[tuple[Span, ...], tuple[Span, ...]] = {}

    def packed(self, pages: Sequence[Page]) -> list[Page | Packed]:
        """The pages as bytes, but those that show what cannot be packed, such as pictures."""
        made = [self._packed(page) for page in pages]
        self._words.let_go()
        return made

    def _packed(self, page: Page) -> Page | Packed:
        drawn = [placed for placed in page.placed if placed.strip.marks]
        if all(isinstance(placed.strip.marks, Kept) for placed in drawn):
            return page  # they are bytes already, or will be needed again
        marks = [*(placed.strip.marks for placed in drawn), page.furniture]
        data = pack([Strip(0.0, each) for each in marks], self._number, self._words.number)
        if data is None:
            return page
        light: dict[int, Block] = {}
        placed = tuple([self._light(each, light) for each in drawn])
        return Packed(replace(page, placed=placed, furniture=(), anchors=()), data)

    def _number(self, face: Face) -> int:
        return self._faces.setdefault(face, len(self._faces))

    def _light(self, placed: Placed, blocks: dict[int, Block]) -> Placed:
        """A strip in place without its marks; of one block as before."""
        its, strip = placed.block, placed.strip
        block = blocks.setdefault(id(its), Block((), role=its.role, alt=its.alt))
        spans = self._spans.setdefault(strip.spans, strip.spans)
        return Placed(Strip(strip.height, spans=spans), placed.x, placed.y, block)

    def unpacked(self, packed: Page | Packed) -> Page:
        """The page, to be drawn."""
        if isinstance(packed, Page):
            return packed
        *strips, furniture = unpack(packed.data, tuple(self._faces), self._words.pieces)
        page = packed.page
        placed = [
            replace(each, strip=replace(each.strip, marks=strip.marks))
            for each, strip in zip(page.placed, strips, strict=True)
        ]
        return replace(page, placed=tuple(placed), furniture=tuple(furniture.marks))
