"""What stands around the text of a page: running head, page number, thumb marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from programkit.paper.guides import Guide, between
from programkit.paper.thumbs import Thumb, most_thumbs, thumb_marks
from programkit.typeset.bidi import direction
from programkit.typeset.marks import Mark, shifted
from programkit.typeset.pages import Frame, Page
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.style import Align, ParagraphStyle

if TYPE_CHECKING:
    from programkit.paper.book import Book

_HEAD_LINES = 2.6  # of the head's own leading: its distance above the text
_APART = 2.0  # times its size: what two heads on a line have between them at least
_MIRRORED: Mapping[Align, Align] = {"left": "right", "right": "left"}
"""Text from right to left begins on the right: the side that is called left elsewhere."""
_TOP = 1.0  # points: an anchor nearer to the top of the text than this begins the page


@dataclass(slots=True)
class Furniture:
    """The furniture of a flow; it is asked for one page after the other.

    A page knows its own anchors. What runs over from the page before belongs to the last anchor
    there, so that one is kept.
    """

    book: Book
    name: str
    """That of the part."""
    opening: str = ""
    """The anchor of the part's heading: its page needs no running head."""
    _last: Guide | None = field(default=None, init=False)

    def __call__(self, page: Page) -> Iterable[Mark]:
        """The marks of a page."""
        guides = self._guides(page)
        frame = _across(page)
        marks: list[Mark] = []
        if not any(placed.anchor.name == self.opening for placed in page.anchors):
            marks.extend(self._head(guides, page, frame))
        marks.extend(self._folio(page, frame))
        if not page.shape.turned:
            marks.extend(self._thumbs(guides, page))
        return marks

    def _guides(self, page: Page) -> list[Guide]:
        """What the page holds, with what runs over to its top."""
        known = self.book.guides
        found = [placed for placed in page.anchors if placed.anchor.name in known]
        guides = [known[placed.anchor.name] for placed in found]
        first = page.shape.frames_of(page.number)[0]
        begins = found and found[0].x == first.x and found[0].y <= first.y + _TOP
        if self._last is not None and not begins:
            guides.insert(0, self._last)
        self._last = guides[-1] if guides else None
        return guides

    def _head(self, guides: list[Guide], page: Page, frame: Frame) -> Iterator[Mark]:
        theme, style = self.book.theme, self.book.styles.head
        on_right = bool(page.number % 2)
        outer, inner = self._heads(between(guides), on_right=on_right)
        if theme.running_head == "none":
            return
        y = frame.y - _HEAD_LINES * style.leading
        outer = self.book.shortened(outer, style, frame.width)
        yield from _line(outer, style, frame, y, "right" if on_right else "left")
        room = frame.width - self.book.text_width(outer, style) - _APART * style.size
        if inner and self.book.text_width(inner, style) <= room:
            yield from _line(inner, style, frame, y, "left" if on_right else "right")

    def _heads(self, guide: str, *, on_right: bool) -> tuple[str, str]:
        """What stands at the outer and at the inner end of the running head."""
        if guide and self.book.theme.running_head == "guide":
            return guide, self.name
        return (self.name if on_right else self.book.outline.plain_title), ""

    def _folio(self, page: Page, frame: Frame) -> Iterator[Mark]:
        theme, style = self.book.theme, self.book.styles.folio
        if theme.folio == "none":
            return
        outer: Align = "right" if page.number % 2 else "left"
        foot = frame.y + frame.height + theme.measures.bottom / 2
        align = "center" if theme.folio == "center" else outer
        yield from _line(page.label, style, frame, foot - style.leading / 2, align)

    def _thumbs(self, guides: list[Guide], page: Page) -> Iterator[Mark]:
        book = self.book
        by = book.theme.thumbs
        if by == "none":
            return
        shown = {guide.day if by == "days" else guide.track for guide in guides}
        thumbs = book.thumbs
        for number, thumb in enumerate(thumbs):
            if thumb.key in shown:
                yield from thumb_marks(
                    thumb,
                    (number, len(thumbs)),
                    book.theme.measures,
                    book.styles.thumb,
                    on_right=bool(page.number % 2),
                )


def thumbs_of(book: Book) -> tuple[Thumb, ...]:
    """The thumb marks that a theme asks for, in order: of days with their dates, or of tracks.

    Days have none where they are so many that no date would fit, as in a series.
    """
    match book.theme.thumbs:
        case "days":
            days, most = book.outline.days, most_thumbs(book.theme.measures, book.styles.thumb)
            shown = days if 1 < len(days) <= most else ()
            return tuple(Thumb(day.id, "heading", book.thumb_label(day)) for day in shown)
        case "tracks":
            return tuple(Thumb(each.id, book.track_color(each)) for each in book.outline.tracks)
        case _:
            return ()


def _across(page: Page) -> Frame:
    """The rectangle of all columns of a page."""
    frames = page.shape.frames_of(page.number)
    first, last = frames[0], frames[-1]
    return Frame(first.x, first.y, last.x + last.width - first.x, first.height)


def _line(text: str, style: ParagraphStyle, frame: Frame, y: float, align: Align) -> Iterator[Mark]:
    return (shifted(mark, frame.x, y) for mark in _marks(text, style, frame.width, align))


@lru_cache(maxsize=1 << 8)
def _marks(text: str, style: ParagraphStyle, width: float, align: Align) -> tuple[Mark, ...]:
    """A text in a line; the same on many pages, and at the same side in whatever script it is."""
    turned = direction(text) == "rtl" and not style.mirrored
    side = _MIRRORED.get(align, align) if turned else align
    return tuple(set_paragraph(text, style.replace(align=side), width).strips[0].marks)
