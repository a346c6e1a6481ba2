"""Where in a formula something is set: how large, in which of TeX's styles, with which fonts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from programkit.text.tex.tree import Style
from programkit.typeset.faces import Family
from programkit.typeset.formulas.mathfont import MathFont

_LEVELS: dict[Style, int] = {"display": -1, "text": 0, "script": 1, "scriptscript": 2}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where something is set."""

    font: MathFont
    family: Family
    """The typeface of words."""
    level: int = 0
    """-1 in displays, 0 in text, 1 in scripts, 2 in scripts of scripts."""
    cramped: bool = False
    """Whether something above leaves less room for what is raised."""
    magnified: float = 1
    bold: bool = False
    """Whether letters, digits and words are bold."""

    @property
    def scale(self) -> float:
        """The type size here, as a part of the formula's."""
        percent = {
            1: self.font.constant("SCRIPT_PERCENT_SCALE_DOWN"),
            2: self.font.constant("SCRIPT_SCRIPT_PERCENT_SCALE_DOWN"),
        }.get(self.level, 100)
        return self.magnified * percent / 100

    @property
    def display(self) -> bool:
        """Whether this is in a display."""
        return self.level < 0

    @property
    def axis(self) -> float:
        """How far above the baseline fractions have their bar here."""
        return self.font.axis * self.scale

    def constant(self, name: str) -> float:
        """A length of the font's MATH table at the size here."""
        return self.font.constant(name) * self.scale

    def styled(self, style: Style | None) -> Setting:
        """The setting in another style; in the same one if none is given."""
        return replace(self, level=_LEVELS[style]) if style else self

    def sized(self, scale: float | None) -> Setting:
        """The setting with type of another size; of the same if none is given."""
        return replace(self, magnified=scale) if scale else self

    def raised(self) -> Setting:
        """The setting of superscripts."""
        return replace(self, level=min(max(self.level, 0) + 1, 2))

    def lowered(self) -> Setting:
        """The setting of subscripts."""
        return replace(self.raised(), cramped=True)

    def above_bar(self) -> Setting:
        """The setting of numerators."""
        return replace(self, level=min(self.level + 1, 2))

    def below_bar(self) -> Setting:
        """The setting of denominators."""
        return replace(self.above_bar(), cramped=True)

    def under_cover(self) -> Setting:
        """The setting of what has an accent or a root above it."""
        return replace(self, cramped=True)
