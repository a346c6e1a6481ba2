import re

import pytest
from pypdf import PdfReader

from programkit.outputs import preview


def test_build_makes_everything(run, starter, tmp_path):
    out = tmp_path / "out"

    ran = run("build", starter, "-o", out)

    assert (ran.code, ran.out) == (0, "")
    assert re.sub(r", \d+ pages", "", ran.err).splitlines() == [
        f"wrote {out / name}"
        for name in ("booklet.pdf", "site/index.html", "program.ics", "program.json")
    ]


def test_build_counts_the_pages_of_the_booklet(run, starter, tmp_path):
    ran = run("build", starter, "-o", tmp_path, "--only", "booklet")

    pages = len(PdfReader(tmp_path / "booklet.pdf").pages)
    assert ran.err == f"wrote {tmp_path / 'booklet.pdf'}, {pages} pages\n"


def test_build_again_is_the_same_and_knows_where_lines_were_broken(run, starter, tmp_path):
    booklets = []
    for _ in range(2):
        run("build", starter, "-o", tmp_path, "--only", "booklet")
        booklets.append((tmp_path / "booklet.pdf").read_bytes())

    assert booklets[0] == booklets[1]
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        ".booklet-lines",
        "booklet.pdf",
    ]


@pytest.fixture
def late(starter):
    """The same project two days before, with a talk that is off."""
    facts = (
        "extends: conference.yaml\ntalks: [{id: counting-birds, state: cancelled, reason: flu}]\n"
    )
    (starter / "late.yaml").write_text(facts, encoding="utf-8")
    return starter / "late.yaml"


def printed(path):
    """The words of a PDF."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_what_is_new_since_a_printed_program_is_a_sheet_of_its_own(run, starter, late, tmp_path):
    ran = run("build", late, "-o", tmp_path, "--only", "changes", "--since", starter)

    assert (ran.code, ran.err) == (0, f"wrote {tmp_path / 'changes.pdf'}\n")
    assert "Cancelled: Counting birds that do not sit still · Ana Horvat · flu" in printed(
        tmp_path / "changes.pdf"
    )


def test_part_of_changes_in_the_booklet_compares_with_what_was_printed(
    run, starter, late, tmp_path
):
    asked = ("--only", "booklet", "--parts", "changes,cover")
    run("build", late, "-o", tmp_path / "with", *asked, "--since", starter)
    run("build", late, "-o", tmp_path / "without", *asked)

    assert "Changes to the program" in printed(tmp_path / "with" / "booklet.pdf")
    assert "Changes to the program" not in printed(tmp_path / "without" / "booklet.pdf")


def test_no_sheet_where_nothing_is_new(run, starter, tmp_path):
    ran = run("build", starter, "-o", tmp_path / "out", "--only", "changes", "--since", starter)

    assert ran.code == 0
    assert ran.err.startswith("note changes-none: ")
    assert list((tmp_path / "out").iterdir()) == []


def test_changes_need_a_program_to_compare_with(run, starter, tmp_path):
    ran = run("build", starter, "-o", tmp_path, "--only", "changes")

    assert (ran.code, ran.err) == (
        2,
        "changes: say since which program, such as --since printed/\n",
    )


@pytest.mark.parametrize("only", ["booklet", "site", "program"])
def test_folder_that_cannot_be_made_is_named_before_anything_is_drawn(run, starter, tmp_path, only):
    (tmp_path / "file").write_text("mine")
    out = tmp_path / "file" / "out"
    ran = run("build", starter, "-o", out, "--only", only)

    why = "there is a file where a folder belongs"
    assert ran.code == 2
    assert ran.err == f"{out} cannot be written ({why}); what was there is unchanged\n"


def test_lines_that_cannot_be_kept_do_no_harm(run, starter, tmp_path):
    (tmp_path / ".booklet-lines").mkdir()
    ran = run("build", starter, "-o", tmp_path, "--only", "booklet", "--parts", "cover")

    assert (ran.code, ran.err) == (0, f"wrote {tmp_path / 'booklet.pdf'}, 1 page\n")


def test_look_of_the_booklet_is_that_of_its_file_and_of_the_command_line(run, starter, tmp_path):
    (starter / "booklet.yaml").write_text("page: A4\n", encoding="utf-8")
    run("build", starter, "-o", tmp_path / "a", "--only", "booklet")
    run("build", starter, "-o", tmp_path / "b", "--only", "booklet", "--page", "100x150")
    boxes = [PdfReader(tmp_path / name / "booklet.pdf").pages[0].mediabox for name in "ab"]

    assert [round(float(box.width) / 72 * 25.4) for box in boxes] == [210, 100]


def test_parts_are_named_on_the_command_line(run, starter, tmp_path):
    ran = run("build", starter, "-o", tmp_path, "--only", "booklet", "--parts", "cover")

    assert ran.err.endswith("booklet.pdf, 1 page\n")


def test_faults_in_the_look_are_told_and_nothing_is_made(run, starter, tmp_path):
    (starter / "booklet.yaml").write_text("theme: modren\npage: A9\n", encoding="utf-8")
    ran = run("build", starter, "-o", tmp_path / "out", "--parts", "cover,agneda")

    assert ran.code == 2
    assert [line.rpartition("; ")[2] for line in ran.err.splitlines()] == [
        'did you mean "agenda"?',
        'did you mean "modern"?',
        "write A4, A5, Letter, or width x height in millimeters: 120 x 190",
    ]
    assert not (tmp_path / "out").exists()


def test_write_says_what_no_font_has(run, starter, tmp_path):
    text = (starter / "conference.yaml").read_text(encoding="utf-8")
    text = text.replace("title: First", "title: \U00013000 First")
    (starter / "conference.yaml").write_text(text, encoding="utf-8")

    ran = run("write", starter, "booklet", "-o", tmp_path / "b.pdf")

    assert "missing-glyph" in ran.err


def test_write_draws_a_booklet(run, starter, tmp_path):
    (starter / "booklet.yaml").write_text("parts: [cover]\n", encoding="utf-8")
    ran = run("write", starter, "booklet", "-o", tmp_path / "b.pdf")

    assert (ran.code, ran.err) == (0, f"wrote {tmp_path / 'b.pdf'}\n")
    assert len(PdfReader(tmp_path / "b.pdf").pages) == 1


def test_build_says_what_no_font_has(run, starter, tmp_path):
    text = (starter / "conference.yaml").read_text(encoding="utf-8")
    text = text.replace("title: First", "title: \U00013000 First")
    (starter / "conference.yaml").write_text(text, encoding="utf-8")

    ran = run("build", starter, "-o", tmp_path / "out", "--only", "booklet")

    assert ran.code == 0
    assert "missing-glyph" in ran.err
    assert "U+13000" in ran.err


def test_build_makes_only_what_is_wanted(run, starter, tmp_path):
    out = tmp_path / "out"

    ran = run("build", starter, "-o", out, "--only", "calendar", "--only", "program")

    assert ran.code == 0
    assert sorted(path.name for path in out.iterdir()) == ["program.ics", "program.json"]


@pytest.mark.parametrize("name", ["booklet.pdf", "site"])
def test_build_leaves_what_is_not_its_own(run, starter, tmp_path, name):
    (tmp_path / "out" / name).mkdir(parents=True)
    (tmp_path / "out" / name / "mine").write_text("kept")

    ran = run("build", starter, "-o", tmp_path / "out")

    assert ran.code == 2
    assert (tmp_path / "out" / name / "mine").read_text() == "kept"
    assert len(ran.err.splitlines()) == 1


def test_build_into_a_file_is_refused(run, starter, tmp_path):
    (tmp_path / "out").write_text("kept")

    ran = run("build", starter, "-o", tmp_path / "out")

    assert ran.code == 2
    assert "there is a file where a folder belongs" in ran.err
    assert (tmp_path / "out").read_text() == "kept"


def test_write_says_what_it_left_out(run, starter, tmp_path):
    ran = run("write", starter, "markdown", "-o", tmp_path / "a.md")

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(f"wrote {tmp_path / 'a.md'}\n")
    assert "Of rooms only the names are written." in ran.err
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("# First Symposium")


def test_write_in_an_unknown_format_is_refused(run, starter, tmp_path):
    ran = run("write", starter, "markdwon", "-o", tmp_path / "a.md")

    assert (ran.code, ran.err) == (2, '"markdwon" is no format; did you mean "markdown"?\n')


def test_formats_that_there_are_include_the_booklet(run, starter, tmp_path):
    ran = run("write", starter, "xyzzy", "-o", tmp_path / "a.md")

    assert ran.err == '"xyzzy" is no format; there are booklet, ical, markdown, cosplib\n'


def test_serve_shows_the_agenda(run, starter, monkeypatch):
    pages = []

    def asked_once(server):
        pages.append(server.RequestHandlerClass)
        raise KeyboardInterrupt

    monkeypatch.setattr(preview.ThreadingHTTPServer, "serve_forever", asked_once)

    ran = run("serve", starter, "--port", "0")

    assert ran.code == 0
    assert ran.err.startswith("serving http://127.0.0.1:")
    assert ran.err.endswith("ended\n")
    assert len(pages) == 1


def test_serve_of_nothing_is_refused(run, tmp_path):
    ran = run("serve", tmp_path / "nowhere")

    assert ran.code == 2
    assert ran.err.endswith("nowhere: there is no such project; check the name\n")
