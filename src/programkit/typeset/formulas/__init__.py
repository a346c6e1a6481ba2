"""Formulas as glyphs and rules on a baseline.

A formula is read by `text.tex`, set by TeX's rules with the measures of the font's MATH table, and
comes out as marks: real glyphs that stand for their characters, so that it can be selected,
searched and read aloud.
"""

from __future__ import annotations

from programkit.typeset.formulas.formula import (
    Formula,
    set_formula,
    set_formula_or_reason,
)
from programkit.typeset.formulas.splitting import split_formula

__all__ = ["Formula", "set_formula", "set_formula_or_reason", "split_formula"]
