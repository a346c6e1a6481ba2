"""The booklet of the symposium, line by line: what stands where on which page.

After a change on purpose, ``ACCEPT_GOLDEN=1 pytest tests/golden`` writes the new text; look at the
difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from laid_out import laid_out, lines
from programkit.paper.parts import DEFAULT_PARTS
from rovinj import rovinj_program
from workshop import workshop_program

GOLDEN = Path(__file__).parent


def written(layout):
    """All pages: a heading for each, then its lines with their baselines in points."""
    blocks = []
    for page in layout.pages:
        shown = [f"{y:6.1f}  {text}" for y, text in lines(page)]
        blocks.append("\n".join([f"page {page.label} of {page.part}", *shown]))
    return "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize(
    ("name", "program", "theme"),
    [
        ("booklet", rovinj_program, {"hours": 12}),
        ("booklet_parallel", workshop_program, {"hours": 24}),
    ],
)
def test_booklet_is_as_accepted(name, program, theme):
    made = written(laid_out(program(), *DEFAULT_PARTS, **theme))
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("ACCEPT_GOLDEN"):
        file.write_text(made, encoding="utf-8")
    assert made.splitlines() == file.read_text(encoding="utf-8").splitlines()
