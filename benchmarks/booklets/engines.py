"""The engines that are compared, in a list that can be read."""

from __future__ import annotations

from booklets import latex, ours, typst, weasy

ENGINES = (
    ours.ENGINE,
    typst.ENGINE,
    latex.PDFLATEX_ENGINE,
    latex.LUALATEX_ENGINE,
    weasy.ENGINE,
)
