"""Formulas, glyph by glyph: what stands where, at 10 points.

After a change on purpose, ``ACCEPT_GOLDEN=1 pytest tests/golden`` writes the new places; look at
the formulas before you commit them.
"""

import json
import os
from pathlib import Path

from programkit.typeset.formulas import set_formula
from programkit.typeset.marks import Bar

FILE = Path(__file__).with_name("formulas.json")
INLINE = [
    r"u: [0,1]^2 \rightarrow \mathbb{R}",
    r"\mathcal{O}(n \log n)",
    r"\hat\theta_{\mathrm{MLE}}",
    r"\|x\|_2^2 \le \epsilon",
    r"f'(x) + \ddot y",
    r"\frac{1}{n} \sum_{i=1}^n X_i",
    r"k\text{-means}",
]
DISPLAYED = [
    r"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}",
    r"\sum_{i=1}^{n} \binom{n}{i}",
    r"\left(\frac{a}{b}\right)^{n}",
    r"f(x) = \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"X_n \xrightarrow{d} \mathcal{N}(0, \sigma^2)",
    r"\underbrace{a + \cdots + a}_{n}",
    r"A = \begin{pmatrix} a_{11} & a_{12} \\ a_{21} & a_{22} \end{pmatrix}",
]


def placed(formula):
    """The marks of a formula: the text, place and size of glyphs; the rectangle of rules."""
    lines = [f"width {formula.width:.2f} ascent {formula.ascent:.2f} depth {formula.depth:.2f}"]
    for mark in formula.marks:
        where = f"{mark.x:.2f} {mark.y:.2f}"
        if isinstance(mark, Bar):
            lines.append(f"bar {where} {mark.width:.2f} x {mark.height:.2f}")
        else:
            glyphs = " ".join(
                f"{glyph.text or '(part)'}+{glyph.advance:.0f}" for glyph in mark.glyphs
            )
            lines.append(f"{mark.size:g} pt at {where}: {glyphs}")
    return lines


def test_formulas_are_as_accepted():
    made = {
        **{tex: placed(set_formula(tex, size=10)) for tex in INLINE},
        **{tex: placed(set_formula(tex, size=10, display=True)) for tex in DISPLAYED},
    }
    if os.environ.get("ACCEPT_GOLDEN"):
        text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
        FILE.write_text(text, encoding="utf-8")

    assert made == json.loads(FILE.read_text(encoding="utf-8"))
