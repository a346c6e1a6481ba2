"""The posters of a small seminar, line by line: what stands where, and how large.

After a change on purpose, ``ACCEPT_GOLDEN=1 pytest tests/golden`` writes the new text; look at the
difference before you commit it.
"""

import os
from datetime import timedelta
from pathlib import Path

from hung import hung
from laid_out import fragments
from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.model.recurrence import Pause
from programkit.paper.parts import DEFAULT_POSTERS
from semester import ABSTRACT, FIRST, semester, talk_of

GOLDEN = Path(__file__).parent / "posters.txt"


def program():
    """Three talks, one cancelled, one with a long abstract; and a week without any."""
    talks = (
        talk_of(0, hosts=("person-1",)),
        talk_of(1, state=State.CANCELLED),
        talk_of(2, abstract="\n\n".join([ABSTRACT] * 12)),
    )
    pause = Pause(first=FIRST + timedelta(15), last=FIRST + timedelta(21), reason="Conference")
    return Program.of(semester(talks=talks, rule={"breaks": (pause,)}))


def written(name, page):
    """A heading for the page, then its stretches of text: left edge, baseline, size in points."""
    shape = f"{page.shape.width:.0f} × {page.shape.height:.0f}"
    shown = (f"{m.x:6.1f} {m.y:6.1f} {m.size:5.1f}  {m.text.strip()}" for m in fragments(page))
    return "\n".join([f"{name}, {shape}", *shown])


def test_posters_are_as_accepted():
    sheets = [sheet for part in DEFAULT_POSTERS for sheet in hung(program(), part)]
    made = "\n\n".join(written(name, page) for name, pages, _ in sheets for page in pages) + "\n"
    if os.environ.get("ACCEPT_GOLDEN"):
        GOLDEN.write_text(made, encoding="utf-8")
    assert made.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()
