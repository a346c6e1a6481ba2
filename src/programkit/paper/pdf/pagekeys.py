"""Keys of pages: each says all that is drawn on one."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Self

from programkit.typeset.faces import Face
from programkit.typeset.linecache import digest_of
from programkit.typeset.marks import Kept, PageNumber, Picture
from programkit.typeset.pages import Page
from programkit.typeset.shaping import Piece

_SAME_BYTES = 2  # the version of marshal in which equal values have equal bytes


@dataclass(frozen=True, slots=True)
class PageKey:
    """What is drawn on a page, but for the numbers of pages on it."""

    told: bytes
    anchors: tuple[str, ...]
    """Those whose pages are named."""
    labels: Mapping[str, str]
    """For each anchor of the document the label of its page, once that is known."""

    @classmethod
    def of(cls, page: Page, colors: Mapping[str, str]) -> Self | None:
        """That of a page; none where it shows what may change, such as a picture.

        Args:
            page: The page.
            colors: For each role its color.
        """
        shape = page.shape
        drawn = [placed for placed in page.placed if placed.strip.marks]
        try:
            told = (
                tuple(sorted(colors.items())),
                (shape.width, shape.height, shape.turned),
                [(each.x, each.y, _told(each.strip.marks)) for each in drawn],
                _told(page.furniture),
            )
        except _ChangingError:
            return None
        anchors = tuple(_anchors(page))
        return cls(digest_of(marshal.dumps(told, _SAME_BYTES)), anchors, page.labels)

    @property
    def whole(self) -> bytes:
        """The key, now that all numbers of pages are known."""
        labels = tuple([self.labels.get(name, "") for name in self.anchors])
        return digest_of(self.told + marshal.dumps(labels, _SAME_BYTES)) if labels else self.told


class _ChangingError(Exception):
    """Something is on the page that may change although it is called the same."""


def _anchors(page: Page) -> Iterator[str]:
    for marks in (*(placed.strip.marks for placed in page.placed), page.furniture):
        if isinstance(marks, Kept):
            yield from marks.anchors
        else:
            for mark in marks:
                if isinstance(mark, PageNumber):
                    yield from (mark.anchor, *mark.more)


def _told(value: object) -> Any:  # noqa: ANN401 - whatever `marshal` takes
    """Something as numbers and texts in tuples."""
    match value:
        case Kept():
            return value.key
        case Face():
            return value.digest
        case Piece():
            return tuple([tuple(glyph) for glyph in value.glyphs])
        case Picture():
            raise _ChangingError
        case tuple() | list():
            return tuple([_told(each) for each in value])
        case str() | int() | float() | bytes() | None:
            return value
        case _ if is_dataclass(value):
            return (type(value).__name__, *(_told(getattr(value, f.name)) for f in fields(value)))
        case _:
            raise _ChangingError
