"""The booklet of the symposium's own text holds every abstract in full."""

import re

from laid_out import fragments, laid_out
from programkit.importing import read
from programkit.model.program import Program
from programkit.paper.parts import Abstracts
from programkit.text.markup import parse

_NOT_COMPARED = re.compile(r"[\s\u00ad]")


def squeezed(text):
    return _NOT_COMPARED.sub("", text)


def inside_frame(page):
    frame = page.shape.frames_of(page.number)[0]
    return [mark.text for mark in fragments(page) if frame.y < mark.y < frame.y + frame.height]


def test_every_abstract_is_there_in_full(shared):
    conference, _ = read(shared / "seeds" / "003_defcf751eea584e2.txt")
    layout = laid_out(Program.of(conference), Abstracts())
    printed = squeezed("".join(text for page in layout.pages for text in inside_frame(page)))

    abstracts = {
        talk.id: squeezed("".join(run.text for part in parse(talk.abstract) for run in part.runs))
        for talk in conference.talks
        if isinstance(talk.abstract, str) and talk.abstract
    }

    assert len(abstracts) == 21
    assert [talk for talk, text in abstracts.items() if text not in printed] == []
