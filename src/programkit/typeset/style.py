"""How paragraphs look: type, color, alignment, indents and the room around them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import product
from typing import Any, Literal

from programkit.text.markup import Run
from programkit.typeset.faces import Face, Family, default_family
from programkit.typeset.linebreak import Breaking, Measure
from programkit.typeset.marks import Look
from programkit.typeset.shaping import Features

Align = Literal["justified", "left", "center", "right"]
_SMALL_CAPITALS: Features = (("smcp", 1),)
_TRACKING = 0.01  # times the type size: nobody sees letters that are so much further apart
_SHORT = 2.5  # times the type size: a last line that is shorter looks lost
_LOST = 6.0  # the same for ragged lines, most of which are headings
_LOST_COST = 240.0  # so bad that two lines above are as ragged as they may be with ease instead
_RAG = 6.0  # times the type size: the room that a ragged line may leave with ease


_PLAIN = Run("")


@dataclass(frozen=True)
class ParagraphStyle:
    """How a paragraph is set; lengths are in points.

    It keeps what is asked of it for every line.
    """

    family: Family = field(default_factory=default_family)
    size: float = 10.0
    leading: float = 13.0
    """The distance from baseline to baseline."""
    align: Align = "justified"
    color: str = "text"
    """A role that the theme gives a color."""
    link_color: str = "link"
    bold: bool = False
    italic: bool = False
    small_caps: bool = False
    features: Features = ()
    """Further OpenType features, such as ``(("onum", 1),)`` for old-style figures."""
    first_indent: float = 0.0
    """How far the first line begins to the right of the others' left edge."""
    hanging: float = 0.0
    """How far the other lines do, as under the marker of a list."""
    space_before: float = 0.0
    space_after: float = 0.0
    language: str = "en"
    """BCP 47 tag, for hyphenation and letterforms."""
    hyphenate: bool = True
    hyphen_penalty: float = 80.0
    """How bad a hyphen at a line's end is; 100 is as bad as gaps half as wide again as usual."""
    expansion: float = 0.02
    """By which share glyphs of justified text may be drawn wider or narrower, so that gaps are
    alike; readers do not see up to 2 %."""
    mirrored: bool = False
    """Whether it is for pages that are mirrored: ragged lines then begin where the page does,
    whichever way their text runs."""

    def replace(self, **changes: Any) -> ParagraphStyle:  # noqa: ANN401 - any field
        """The style with some fields changed."""
        return _changed(self, tuple(changes.items()))

    def look(self, run: Run = _PLAIN) -> Look:
        """How a run of this paragraph looks; none given means its plain text.

        Emphasis in a paragraph that is italic throughout is upright.
        """
        look = _look(self, run.bold, run.italic, run.code)
        if run.link is None:
            return look
        return replace(look, link=run.link, color=self.link_color)

    def measure(self, width: float) -> Measure:
        """The lines of this paragraph in a column of some width."""
        return Measure(width, self.first_indent, self.hanging)

    def __hash__(self) -> int:
        """That of its fields."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(tuple([getattr(self, name) for name in self.__dataclass_fields__]))

    @cached_property
    def breaking(self) -> Breaking:
        """What is preferred when its lines are broken."""
        if self.align == "justified":
            return Breaking(
                expansion=self.expansion, tracking=_TRACKING * self.size, short=_SHORT * self.size
            )
        return Breaking(rag=_RAG * self.size, short=_LOST * self.size, short_cost=_LOST_COST)

    @property
    def faces(self) -> tuple[Face, ...]:
        """All faces that its text may be set in."""
        styles = product((False, True), repeat=3)
        chains = (self.family.chain(bold=b, italic=i, code=c) for b, i, c in styles)
        return tuple(dict.fromkeys(face for chain in chains for face in chain))

    @cached_property
    def baseline(self) -> float:
        """How far the baseline is below the top of a line."""
        face = self.family.regular
        ascent, descent = face.ascent * self.size / 1000, face.descent * self.size / 1000
        return (self.leading - (ascent - descent)) / 2 + ascent


@lru_cache(maxsize=1024)
def _changed(style: ParagraphStyle, changes: tuple[tuple[str, Any], ...]) -> ParagraphStyle:
    return replace(style, **dict(changes))


@lru_cache(maxsize=1024)
def _look(style: ParagraphStyle, bold: bool, italic: bool, code: bool) -> Look:  # noqa: FBT001 - as a key
    return Look(
        chain=style.family.chain(bold=style.bold or bold, italic=style.italic != italic, code=code),
        size=style.size,
        color=style.color,
        features=style.features + (_SMALL_CAPITALS if style.small_caps else ()),
        language=style.language,
    )
