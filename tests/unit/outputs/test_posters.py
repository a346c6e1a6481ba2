"""What hangs on walls, as files."""

import json
from datetime import UTC, datetime

from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.outputs.posters import poster_files
from programkit.paper.look.design import Design
from programkit.paper.parts import TalkPosters, TermPosters
from semester import semester, talk_of
from small import conference, day, session, slot, talks


def made(program, *parts, now=None):
    said = []
    design = Design(posters=parts) if parts else Design()
    files, findings = poster_files(program, design, now=now, tell=said.append)
    assert said == [*files]
    return files, [(finding.code, finding.about) for finding in findings]


def test_series_has_posters_and_a_sign():
    files, findings = made(Program.of(semester(2)))
    assert [*files] == ["term-fall-2026.pdf", "talk-talk-0.pdf", "talk-talk-1.pdf", "scan-sign.pdf"]
    assert findings == []


def test_what_is_over_has_none():
    program = Program.of(semester(2))
    files, _ = made(program, now=datetime(2026, 9, 5, tzinfo=UTC))
    assert [*files] == ["term-fall-2026.pdf", "talk-talk-1.pdf", "scan-sign.pdf"]
    files, _ = made(program, now=datetime(2027, 9, 5, tzinfo=UTC))
    assert [*files] == ["scan-sign.pdf"]


def test_conference_has_posters_of_plenary_talks():
    items = (
        session(slot(540, "a"), title="Opening", plenary=True, id="o"),
        session(slot(600, "b"), title="Rest", id="r"),
    )
    told = talks("a", "b", abstract="Words.")
    files, findings = made(Program.of(conference(day(*items), talks=told)))
    assert [*files] == ["talk-a.pdf"]
    assert findings == []
    files, _ = made(Program.of(conference(day(*items), talks=told)), TalkPosters(talks=("b",)))
    assert [*files] == ["talk-b.pdf"]


def test_nothing_to_hang_is_told():
    assert made(Program.of(conference())) == ({}, [("posters-none", ())])


def test_what_is_noticed_is_told_once_with_its_file():
    program = Program.of(
        semester(talks=(talk_of(0, title="דנה"), talk_of(1, abstract="Long words. " * 4000)))
    )
    _, findings = poster_files(
        program, Design(posters=(TermPosters(), TalkPosters())), now=None, tell=str
    )
    codes = [finding.code for finding in findings]
    assert codes.count("poster-cut") == 1
    missing = [finding for finding in findings if finding.code == "missing-glyph"]
    assert len(missing) == 3
    assert "on page 1 of term-fall-2026.pdf" in missing[0].message
    assert missing[0].about == ("talk-0",)


def test_naughty_strings_hang_on_walls(shared):
    naughty = json.loads((shared / "corpora" / "naughty-strings.json").read_text("utf-8"))
    texts = [text for text in naughty if text.strip()]
    told = [
        talk_of(
            n,
            title=" ".join(texts[n::40])[:300],
            abstract="\n\n".join(texts[n::50]),
            state=State.CANCELLED if n == 3 else State.CONFIRMED,
        )
        for n in range(5)
    ]
    files, findings = made(Program.of(semester(talks=told)))
    assert len(files) == 7
    assert {code for code, _ in findings} <= {
        *("missing-glyph", "formula-as-text", "poster-cut", "bidi-missing"),
    }
