import os
import subprocess
import sys
from datetime import date

import pytest
from pypdf import PdfReader
from tests.workshop import workshop_program

from programkit.building import OUTPUTS, agenda, booklet, build
from programkit.errors import RenderError
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.days import Day, Session, Slot
from programkit.model.program import Program
from programkit.outline.build import public_outline
from programkit.paper.look.design import Design
from programkit.paper.look.theme import Theme
from programkit.paper.parts import Agenda, Cover
from programkit.paper.printing.imposition import Imposition


def small():
    slot = Slot(talk="a", start=540, minutes=30)
    day = Day(date=date(2025, 1, 6), items=(Session(slots=(slot,)),))
    talk = Talk(id="a", title="A title", abstract="Words.")
    return Program.of(Conference(title="Small", talks=(talk,), days=(day,)))


def files_in(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_everything_is_built(tmp_path):
    built = build(small(), tmp_path / "out")

    assert built.paths == tuple(
        tmp_path / "out" / name
        for name in ("booklet.pdf", "site/index.html", "program.ics", "program.json")
    )
    assert built.findings == ()
    assert all(path.stat().st_size for path in built.paths)


def test_site_has_the_calendar_it_links_to(tmp_path):
    page = agenda(small(), tmp_path / "site")

    assert page == tmp_path / "site" / "index.html"
    names = set(files_in(tmp_path / "site"))
    assert {".programkit", "index.html", "program.ics", "talk-a.html", "talk-a.ics"} <= names
    assert 'href="program.ics"' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["site", "page", "calendar", "program"])
def test_only_what_is_asked_for_is_built(tmp_path, name):
    build(small(), tmp_path, only=[name, name])

    assert {path.name for path in tmp_path.iterdir()} == {OUTPUTS[name]}


def test_a_single_file_takes_the_place_of_the_site(tmp_path):
    built = build(small(), tmp_path, only=["site", "calendar"], single_file=True)

    assert files_in(tmp_path) == ["agenda.html", "program.ics"]
    assert built.paths == (tmp_path / "agenda.html", tmp_path / "program.ics")
    assert 'id="talk-a"' in built.paths[0].read_text(encoding="utf-8")


def test_progress_names_each_output_before_it_is_made(tmp_path):
    said = []
    build(small(), tmp_path, only=["calendar", "program"], progress=said.append)

    assert said == ["program.ics", "program.json"]


def test_unknown_output_is_refused_before_anything_is_made(tmp_path):
    with pytest.raises(RenderError, match='"sit" is no output; did you mean "site"'):
        build(small(), tmp_path / "out", only=["calendar", "sit"])

    assert not (tmp_path / "out").exists()


def test_unknown_output_like_no_other_names_those_there_are(tmp_path):
    with pytest.raises(
        RenderError, match="there are booklet, changes, posters, site, page, calendar, program"
    ):
        build(small(), tmp_path, only=["xyzzy"])


def test_second_build_replaces_the_first_with_the_same_bytes(tmp_path):
    build(small(), tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)}
    build(small(), tmp_path)

    assert {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)} == before


def test_bytes_do_not_depend_on_the_process(root, tmp_path):
    script = (
        "import sys; from programkit.building import build; "
        "from tests.workshop import workshop_program; build(workshop_program(), sys.argv[1])"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", script, str(tmp_path / seed)]
        subprocess.run(command, cwd=root, env=environment, check=True)
    one, two = (
        {name: (tmp_path / seed / name).read_bytes() for name in files_in(tmp_path / seed)}
        for seed in ("1", "2")
    )

    assert one == two


def test_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("precious", encoding="utf-8")

    with pytest.raises(RenderError, match="was not made by programkit"):
        agenda(small(), tmp_path / "site")
    assert files_in(tmp_path) == ["site/mine.txt"]


def test_booklet_follows_its_theme(tmp_path):
    findings = booklet(small(), tmp_path / "b.pdf", theme=Theme(page="A4"))
    (width, height) = PdfReader(tmp_path / "b.pdf").pages[0].mediabox[2:]

    assert (round(width), round(height)) == (595, 842)
    assert findings == ()


def test_site_has_the_clock_of_the_theme(tmp_path):
    built = build(small(), tmp_path, only=["site"], design=Design(Theme(hours=12)))

    assert "9:00 am" in built.paths[0].read_text(encoding="utf-8")


def test_booklet_has_the_parts_of_its_design(tmp_path):
    built = build(small(), tmp_path, only=["booklet"], design=Design(parts=(Cover(), Agenda())))
    outline = PdfReader(built.paths[0]).outline

    assert [entry.title for entry in outline if not isinstance(entry, list)] == ["Small", "Agenda"]
    assert built.pages == len(PdfReader(built.paths[0]).pages) == 3


def test_pages_are_not_counted_where_no_booklet_is_made(tmp_path):
    assert build(small(), tmp_path, only=["calendar"]).pages is None


def test_sheets_and_archive_are_made_if_the_design_asks_for_them(tmp_path):
    design = Design(sheets=Imposition(), archive=True)
    said = []
    built = build(small(), tmp_path, only=["booklet"], design=design, progress=said.append)
    sheet, archive = (PdfReader(path) for path in built.paths[1:])
    (width, height) = sheet.pages[0].mediabox[2:]

    assert [path.name for path in built.paths] == [
        "booklet.pdf",
        "booklet-sheets.pdf",
        "booklet-archive.pdf",
    ]
    assert said[-2:] == ["booklet-sheets.pdf", "booklet-archive.pdf"]
    assert (round(width), round(height)) == (842, 595)
    assert "pdfaid" in archive.xmp_metadata.rdf_root.toxml()


def test_progress_names_the_parts_of_a_booklet_and_counts_its_pages(tmp_path):
    said = []
    booklet(small(), tmp_path / "b.pdf", parts=(Cover(), Agenda()), progress=said.append)

    assert said == ["cover", "page 1", "agenda", "page 3"]


def test_kept_line_breaks_change_nothing_in_the_next_booklet(tmp_path):
    program, paths = workshop_program(), [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for path in paths:
        booklet(program, path, cache=tmp_path / "lines")

    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert (tmp_path / "lines").stat().st_size > 100


def test_character_without_a_glyph_is_a_finding(tmp_path):
    conference = small().conference
    talks = (conference.talks[0].replace(title="Egyptian 𓀀"),)
    built = build(Program.of(conference.replace(talks=talks)), tmp_path, only=["booklet"])

    assert [(finding.code, finding.about) for finding in built.findings] == [
        ("missing-glyph", ("a",))
    ]


def test_outline_is_of_the_public_projection(tmp_path):
    program = workshop_program(folder=str(tmp_path))
    outline = public_outline(program)

    assert outline.folder == str(tmp_path)
    assert "secret-reef" not in repr(outline)
    assert "Never announced" not in repr(outline)
