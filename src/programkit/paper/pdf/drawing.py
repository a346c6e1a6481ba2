"""What a page draws, as operators of PDF, and which element of the document each belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from programkit.errors import RenderError
from programkit.paper.pdf.fonts import Fonts
from programkit.paper.pdf.operators import Typist, number, utf16
from programkit.paper.pdf.tagging import Element, Tags
from programkit.typeset.characters import printable
from programkit.typeset.marks import Bar, Fragment, Group, Mark, PageNumber, Picture, Span
from programkit.typeset.pages import Page, Placed

ARTIFACT = "Artifact"
"""The owner of what only decorates the page, or repeats on each."""
Owner = Element | str | None
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Colors:
    """The operators that fill with the colors of a theme, or with any color."""

    roles: Mapping[str, str]
    """For each role, such as ``text``, its color as ``#rrggbb``."""

    def fill(self, color: str) -> str:
        """The operator that fills with a role's color, or with one given as ``#rrggbb``.

        Raises:
            RenderError: The role has no color.
        """
        value = color if color.startswith("#") else self.roles.get(color)
        if value is None:
            known = ", ".join(sorted(self.roles))
            raise RenderError(f'color role "{color}" has no color; the theme has {known}')
        return _fill(value)


def _fill(color: str) -> str:
    """Black and grays are in the color space of printer's ink."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    if red == green == blue:
        return f"{number(red)} g"
    return f"{number(red)} {number(green)} {number(blue)} rg"


@dataclass(frozen=True, slots=True)
class Services:
    """What a page asks of its document."""

    fonts: Fonts
    colors: Colors
    tags: Tags | None
    """None where the document is not tagged."""
    picture: Callable[[Picture], str]
    """Puts a picture into the document and says its name."""
    link: Callable[[str, Rectangle, str, Element | None], None]
    """Adds a link: where it leads, its rectangle as the page is read, from the bottom, what is
    said of it, and its element."""


@dataclass(slots=True)
class Content:
    """The contents of one page.

    They are drawn in the order in which they are read, each in a sequence that is marked as its
    element's; the furniture of the page, rules and backgrounds belong to no element.
    """

    page: Page
    services: Services
    parts: list[str] = field(default_factory=list)
    owner: Owner = None
    color: str = ""
    link: tuple[Element, Element, str] | None = None  # the last one, what it is in, where it leads
    typist: Typist = field(init=False)

    def __post_init__(self) -> None:
        self.typist = Typist(self.services.fonts)

    def drawn(self) -> bytes:
        """All operators of the page."""
        if self.page.shape.turned:
            self.parts.append(f"0 1 -1 0 {number(self.page.shape.height)} 0 cm")
        for placed in self.page.placed:
            if placed.strip.marks:
                self._strip(placed)
        for mark in self.page.furniture:
            self._draw(mark, ARTIFACT, 0.0, 0.0)
        self._own(None)
        return "\n".join(self.parts).encode("ascii")

    def _strip(self, placed: Placed) -> None:
        tags, block = self.services.tags, placed.block
        owner: Owner = None
        if tags is not None:
            owner = ARTIFACT if block.role == ARTIFACT else tags.element(block)
        marks = tuple(placed.strip.marks)
        if not marks:
            return  # what was kept of them was not what it says
        first, *more = marks
        spans = placed.strip.spans if isinstance(owner, Element) else ()
        if isinstance(owner, Element) and block.role == "TR" and not spans:
            spans = (Span(0, len(placed.strip.marks)),)
        if not more and not spans and isinstance(first, Fragment) and first.link is None:
            self._draw(first, owner, placed.x, placed.y)
            return
        for span, group in _by_span(marks, spans):
            its = owner
            if span is not None and tags is not None and isinstance(owner, Element):
                its = tags.cell(owner, span)
            self._marks(placed, group, its)

    def _marks(self, placed: Placed, marks: Sequence[Mark], owner: Owner) -> None:
        filled = [each for mark in marks for each in self.page.filled(mark)]
        for link, group in groupby(filled, key=_link):
            if link is None:
                for mark in group:
                    self._draw(mark, owner, placed.x, placed.y)
            else:
                self._linked(list(group), link[0], owner, placed)

    def _linked(self, marks: list[Mark], link: str, owner: Owner, placed: Placed) -> None:
        element = self._link_in(owner, link) if isinstance(owner, Element) else None
        for mark in marks:
            self._draw(mark, element or owner, placed.x, placed.y)
        self._own(owner if element is None else None)
        left = min(mark.x for mark in marks) + placed.x
        right = max(mark.x + mark.width for mark in marks) + placed.x
        tops, bottoms = zip(*map(_extent, marks), strict=True)
        height = self.page.shape.height - placed.y
        box = (left, height - max(bottoms), right, height - min(tops))
        told = "".join(mark.text for mark in marks if isinstance(mark, Fragment))
        self.services.link(link, box, told, element)

    def _link_in(self, owner: Element, link: str) -> Element:
        """The element of a link; lines of one, or its title and its page, are in one element."""
        if self.link is not None and self.link[1:] == (owner, link) and self.link[0].is_last():
            return self.link[0]
        made = Element("Link", owner)
        self.link = made, owner, link
        return made

    def _draw(self, mark: Mark, owner: Owner, dx: float, dy: float) -> None:
        match mark:
            case Fragment():
                self._own(None if _is_silent(mark) else owner)  # such a one says itself what it is
                self._fill(mark.color)
                y = self.page.shape.height - dy - mark.y
                self.parts.append(self.typist.show(mark, mark.x + dx, y))
            case Bar():
                figure = isinstance(owner, Element) and owner.role in {"Figure", "Formula"}
                self._own(owner if figure or owner is None else ARTIFACT)
                self._bar(mark, dx, dy)
            case Group():
                its = Element("Formula", owner, mark.alt) if isinstance(owner, Element) else owner
                for each in mark.marks:
                    self._draw(each, its, dx + mark.x, dy + mark.y)
            case Picture():
                self._picture(mark, owner, dx, dy)
            case PageNumber():
                message = f"the page number of {mark.anchor} was never filled in; use lay_out"
                raise RenderError(message)

    def _bar(self, mark: Bar, dx: float, dy: float) -> None:
        self._fill(mark.color)
        bottom = self.page.shape.height - dy - mark.y - mark.height
        corner = f"{number(mark.x + dx)} {number(bottom)}"
        self.parts.append(f"{corner} {number(mark.width)} {number(mark.height)} re f")

    def _picture(self, mark: Picture, owner: Owner, dx: float, dy: float) -> None:
        if isinstance(owner, Element) and owner.role != "Figure":
            owner = Element("Figure", owner, printable(mark.alt)) if mark.alt else ARTIFACT
        self._own(owner)
        name = self.services.picture(mark)
        bottom = self.page.shape.height - dy - mark.y - mark.height
        size = f"{number(mark.width)} 0 0 {number(mark.height)}"
        place = f"{size} {number(mark.x + dx)} {number(bottom)} cm"
        self.parts.append(f"q {place} /{name} Do Q")

    def _own(self, owner: Owner) -> None:
        """Let what follows belong to an element, or to none."""
        tags = self.services.tags
        if tags is None or owner is self.owner:
            return
        if self.owner is not None:
            self.parts.append("EMC")
        if isinstance(owner, Element):
            self.parts.append(f"/{owner.role} <</MCID {tags.mark(owner)}>> BDC")
        elif owner is not None:
            self.parts.append("/Artifact BMC")
        self.owner = owner

    def _fill(self, color: str) -> None:
        if self.color != color:
            self.color = color
            self.parts.append(self.services.colors.fill(color))


def _by_span(
    marks: Sequence[Mark], spans: Sequence[Span]
) -> Iterator[tuple[Span | None, Sequence[Mark]]]:
    """Marks by the cells they are in; those between cells are in none."""
    at = 0
    for span in spans:
        if span.begin > at:
            yield None, marks[at : span.begin]
        yield span, marks[span.begin : span.end]
        at = max(at, span.end)
    if at < len(marks):
        yield None, marks[at:]


def _link(mark: Mark) -> tuple[str, float] | None:
    """What marks have in common that are one link: where it leads, and their baseline."""
    if isinstance(mark, Fragment | Picture) and mark.link:
        return mark.link, mark.y
    return None


def _is_silent(fragment: Fragment) -> bool:
    """Whether its glyphs stand for nothing, as the dots do that lead to a page number."""
    glyphs = fragment.pieces[0].glyphs if fragment.pieces else ()
    return bool(glyphs) and not glyphs[0].text


def _extent(mark: Mark) -> tuple[float, float]:
    """The top and bottom of a mark, from the top of its strip."""
    if isinstance(mark, Fragment):
        scale = mark.size / 1000
        return mark.y - mark.face.ascent * scale, mark.y - mark.face.descent * scale
    return mark.y, mark.y + (mark.height if isinstance(mark, Bar | Picture) else 0.0)


def described(text: str) -> str:
    """A text as a string of PDF."""
    return utf16(printable(text))
