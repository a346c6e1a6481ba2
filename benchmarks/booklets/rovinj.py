"""The abstracts of the symposium in Rovinj, which lie beside the checkout and are not ours to give.

Where they are absent the short ones of ``examples/rovinj2024``, which we wrote, can stand in; what
is measured with these is another text.
"""

from __future__ import annotations

from pathlib import Path

import programkit as pk
from booklets.texts import Speaker, Talk, Texts
from programkit.model.base import Unknown
from programkit.outline.build import public_outline
from programkit.outline.nodes import OutlineTalk
from programkit.text.markup import parse
from record import ROOT

SOURCE = ROOT.parent / "shared" / "seeds" / "003_defcf751eea584e2.txt"
EXAMPLE = ROOT / "examples" / "rovinj2024"


def rovinj(source: Path = SOURCE) -> Texts:
    """The talks that have an abstract, without the paragraphs that have formulas.

    A formula is wider, narrower or broken elsewhere in each engine, so that what is around it does
    not compare.
    """
    conference = pk.load(source) if source.is_dir() else pk.read(source)[0]
    program = pk.Program.of(conference)
    if any(talk.at == () for talk in conference.talks) and not program.placements:
        program = pk.solve(conference, seed=1).program
    sources = {talk.id: talk.abstract for talk in conference.talks}
    talks = (
        _talk(talk, str(sources[talk.id]))
        for talk in public_outline(program).talks
        if not isinstance(talk.abstract, Unknown) and talk.abstract and talk.occurrences
    )
    return Texts(conference.title.replace("*", ""), tuple(talk for talk in talks if talk.abstract))


def _talk(talk: OutlineTalk, abstract: str) -> Talk:
    start = talk.occurrences[0].when.start
    if start is None or isinstance(talk.speakers, Unknown):
        raise ValueError(f"{talk.id} has no time, or no speaker")
    who = (Speaker(who.name, ", ".join(who.affiliations)) for who in talk.speakers)
    day, time = f"{start:%Y-%m-%d}", f"{start:%H:%M}"
    return Talk(talk.id, day, time, tuple(who), str(talk.plain_title), without_formulas(abstract))


def without_formulas(abstract: str) -> str:
    """The source of an abstract without the paragraphs that have formulas."""
    kept = (
        part
        for part in abstract.split("\n\n")
        if not any(run.math for paragraph in parse(part) for run in paragraph.runs)
    )
    return "\n\n".join(kept)
