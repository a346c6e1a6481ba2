"""What hangs on walls, as files."""

import json
from datetime import UTC, datetime

import pytest
from tests.searching import holds

from programkit.building import build
from programkit.files.folders import MARKER
from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.model.venue import Access, Room
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


def test_build_makes_them_of_a_series_and_of_others_only_if_asked(tmp_path):
    built = build(Program.of(semester(1)), tmp_path / "series")
    assert tmp_path / "series" / "posters" in built.paths
    names = sorted(path.name for path in (tmp_path / "series" / "posters").glob("*.pdf"))
    assert names == ["scan-sign.pdf", "talk-talk-0.pdf", "term-fall-2026.pdf"]
    program = Program.of(conference(day(session(slot(540, "a"))), talks=talks("a")))
    assert not [path for path in build(program, tmp_path / "c").paths if path.name == "posters"]
    built = build(program, tmp_path / "c", only=["posters"])
    assert [finding.code for finding in built.findings] == ["posters-none"]
    assert [path.name for path in (tmp_path / "c" / "posters").iterdir()] == [MARKER]


def test_folder_has_no_posters_of_before(tmp_path):
    build(Program.of(semester(2)), tmp_path, only=["posters"])
    build(Program.of(semester(1)), tmp_path, only=["posters"])
    assert not (tmp_path / "posters" / "talk-talk-1.pdf").exists()


@pytest.mark.parametrize("access", [Access.BEFORE, Access.REGISTRATION, Access.MAIL])
def test_withheld_link_is_in_no_poster_whenever_it_is_made(access):
    link = "https://meet.example.org/secret-7314159"
    room = Room(id="hall", name="Zoom", online=True, link=link, access=access)
    during = datetime(2026, 9, 2, 14, 30, tzinfo=UTC)
    files, _ = made(Program.of(semester(1, rooms=(room,))), now=during)
    assert len(files) == 3
    assert [name for name, data in files.items() if holds(data, "7314159")] == []
    files, _ = made(Program.of(semester(1, rooms=(room.replace(access=Access.OPEN),))))
    assert [name for name, data in files.items() if holds(data, link)] == [*files][:2]


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
    assert len(missing) == 1
    assert "on page 1 of term-fall-2026.pdf" in missing[0].message
    assert missing[0].about == ("talk-0",)


@pytest.mark.no_cover
def test_naughty_strings_hang_on_walls(shared):
    naughty = json.loads((shared / "corpora" / "naughty-strings.json").read_text("utf-8"))
    texts = [text for text in naughty if text.strip()]
    told = [
        talk_of(
            n,
            title=" ".join(texts[n::60])[:300],
            abstract="\n\n".join(texts[n::100]),
            state=State.CANCELLED if n == 2 else State.CONFIRMED,
        )
        for n in range(3)
    ]
    files, findings = made(Program.of(semester(talks=told)))
    assert len(files) == 5
    assert {code for code, _ in findings} <= {
        *("missing-glyph", "formula-as-text", "poster-cut", "bidi-missing"),
    }
