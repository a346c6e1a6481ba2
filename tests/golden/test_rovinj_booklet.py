"""The booklet of the symposium's own text holds every abstract in full."""

import re

from laid_out import laid_out, told
from programkit.importing import read
from programkit.model.program import Program
from programkit.paper.parts import Abstracts
from programkit.text.markup import parse

_NOT_COMPARED = re.compile(r"[\s\u00ad${}]")  # formulas come in parts


def squeezed(text):
    return _NOT_COMPARED.sub("", text)


def inside_frame(page):
    frame = page.shape.frames_of(page.number)[0]
    return [each.text for each in told(page) if frame.y < each.y < frame.y + frame.height]


def source(run):
    """What a run says: of a formula, what its author wrote."""
    return run.text if run.math is None else f"${run.math}$"


def test_every_abstract_is_there_in_full(shared):
    conference, _ = read(shared / "seeds" / "003_defcf751eea584e2.txt")
    layout = laid_out(Program.of(conference), Abstracts())
    printed = squeezed("".join(text for page in layout.pages for text in inside_frame(page)))

    abstracts = {
        talk.id: squeezed(
            "".join(source(run) for part in parse(talk.abstract) for run in part.runs)
        )
        for talk in conference.talks
        if isinstance(talk.abstract, str) and talk.abstract
    }

    assert len(abstracts) == 21
    assert [talk for talk, text in abstracts.items() if text not in printed] == []
