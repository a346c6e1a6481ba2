import json

import pytest

from programkit.loading import load

TABLE = "Id,Title,Speaker\na,First,Ana\n"


def test_new_writes_a_project_and_says_what_is_next(run, tmp_path):
    ran = run("new", tmp_path / "mine")

    assert (ran.code, ran.out) == (0, "")
    assert f"wrote {tmp_path / 'mine' / 'conference.yaml'}\n" in ran.err
    assert ran.err.splitlines()[-1].startswith("next: edit ")
    assert load(tmp_path / "mine").title == "First Symposium on Counting"


def test_new_leaves_a_folder_that_is_not_empty(run, starter):
    ran = run("new", starter)

    assert ran.code == 2
    assert ran.err.endswith("is not empty and was left as it is; name a new folder\n")


def test_import_writes_a_project_and_reports(run, tmp_path):
    (tmp_path / "talks.csv").write_text(TABLE)

    ran = run("import", tmp_path / "talks.csv", "-o", tmp_path / "mine")

    assert (ran.code, ran.out) == (0, "")
    assert "title-inferred" in ran.err
    assert load(tmp_path / "mine").talk("a").title == "First"


def test_second_import_shows_what_differs_and_updates_if_told(run, tmp_path):
    source, folder = tmp_path / "talks.csv", tmp_path / "mine"
    source.write_text(TABLE)
    run("import", source, "-o", folder)
    source.write_text(TABLE.replace("First", "Second"))

    shown = run("import", source, "-o", folder)

    assert "import with --update" in shown.err
    assert load(folder).talk("a").title == "First"
    assert run("import", source, "-o", folder, "--update").code == 0
    assert load(folder).talk("a").title == "Second"


def test_import_takes_a_mapping(run, tmp_path):
    (tmp_path / "talks.csv").write_text("Was,Wer\nFirst,Ana\n")
    (tmp_path / "map.yaml").write_text("title: Was\nspeakers: Wer\n")

    ran = run(
        "import", tmp_path / "talks.csv", "-o", tmp_path / "mine",
        "--mapping", tmp_path / "map.yaml",
    )  # fmt: skip

    assert ran.code == 0
    assert [talk.title for talk in load(tmp_path / "mine").talks] == ["First"]


def test_schema_is_json(run):
    ran = run("schema")

    assert ran.code == 0
    assert "title" in json.loads(ran.out)["properties"]


def test_booklet_has_a_schema_of_its_own(run):
    ran = run("schema", "booklet")

    assert ran.code == 0
    assert {"theme", "parts", "page", "colors"} <= set(json.loads(ran.out)["properties"])


@pytest.mark.parametrize("name", ["conference.yaml", "mine/conference.yaml", "conference"])
def test_schema_takes_the_name_of_the_file_as_well(run, name):
    assert run("schema", name).out == run("schema").out


def test_there_is_no_schema_of_anything_else(run):
    ran = run("schema", "program")

    assert ran.code == 2
    assert '"program" has no schema; conference and booklet have one' in ran.err


def test_import_of_a_page_beside_another_one_and_with_its_year(run, tmp_path):
    (tmp_path / "page.txt").write_text("Seminar\n\n25 Mar\nAda Brook\nOn sheep\n")
    (tmp_path / "older.txt").write_text("Seminar\n\n1 March 2020\nTom Vale\nOn goats\n")

    ran = run(
        "import",
        tmp_path / "page.txt",
        *("--with", tmp_path / "older.txt", "--year", "2026", "-o", tmp_path / "mine"),
    )

    assert ran.code == 0
    assert str(load(tmp_path / "mine").days[0].date) == "2026-03-25"
