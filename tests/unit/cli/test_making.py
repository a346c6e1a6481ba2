import pytest

from programkit import serving


def test_build_makes_everything(run, starter, tmp_path):
    out = tmp_path / "out"

    ran = run("build", starter, "-o", out)

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        f"wrote {out / name}"
        for name in ("booklet.pdf", "site/index.html", "program.ics", "program.json")
    ]


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


def test_serve_shows_the_agenda(run, starter, monkeypatch):
    pages = []

    def asked_once(server):
        pages.append(server.RequestHandlerClass)
        raise KeyboardInterrupt

    monkeypatch.setattr(serving.ThreadingHTTPServer, "serve_forever", asked_once)

    ran = run("serve", starter, "--port", "0")

    assert ran.code == 0
    assert ran.err.startswith("serving http://127.0.0.1:")
    assert ran.err.endswith("ended\n")
    assert len(pages) == 1


def test_serve_of_nothing_is_refused(run, tmp_path):
    ran = run("serve", tmp_path / "nowhere")

    assert ran.code == 2
    assert ran.err.endswith("nowhere: there is no such project; check the name\n")
