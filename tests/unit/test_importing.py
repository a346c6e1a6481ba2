import json

import pytest

from programkit.errors import LoadError
from programkit.importing import BACKUP, import_into, read
from programkit.loading import load

TABLE = "Id,Title,Speaker\na,First,Ana\nb,Second,Jun\nc,Third,Eva\n"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "talks.csv"
    path.write_text(TABLE)
    return path


@pytest.fixture
def folder(tmp_path, source):
    import_into(source, tmp_path / "project")
    return tmp_path / "project"


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def files(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_what_is_imported_loads_as_what_was_read(source, folder):
    conference, _ = read(source)

    assert load(folder).model_dump() == conference.model_dump()


def test_report_names_the_source_line_of_each_field(folder):
    report = json.loads((folder / "import-report.json").read_text())

    lines = {tuple(field["field"]): field["line"] for field in report["fields"]}
    assert lines["talks", "b", "title"] == 3
    assert [finding["code"] for finding in report["findings"]] == ["title-inferred"]


def test_findings_are_repeated_until_settled(folder):
    assert [finding.code for finding in load(folder).findings] == ["title-inferred"]

    edit(folder / "conference.yaml", "title: talks", "title: My symposium")

    assert load(folder).findings == ()


BOOKLET = (
    "# Sand Days\n\n## Monday, 5 October 2026\n\n9:00 am\tSand\tAda Moreno\n\n## Abstracts\n\n"
    "9:00 am **Ada Moreno**\n\n### Sand!\n\nWe count a spoonful of it, carefully.\n"
)


def test_what_a_booklet_lacked_is_settled_by_giving_it(tmp_path):
    (tmp_path / "booklet.md").write_text(BOOKLET)
    import_into(tmp_path / "booklet.md", tmp_path / "project")
    facts = tmp_path / "project" / "conference.yaml"

    edit(facts, "title: Sand Days", "title: Sand Days\ntimezone: Europe/Zagreb")

    codes = [finding.code for finding in load(facts).findings]
    assert "timezone-missing" not in codes
    assert "title-differs" in codes


def test_two_values_are_settled_by_dropping_one(tmp_path):
    (tmp_path / "booklet.md").write_text(BOOKLET)
    import_into(tmp_path / "booklet.md", tmp_path / "project")
    facts = tmp_path / "project" / "conference.yaml"
    text = facts.read_text()
    begin = text.index("    alternatives:")
    end = text.index("days:", begin)

    facts.write_text(text[:begin] + text[end:])

    assert load(facts).talk("moreno").title == "Sand"
    assert "title-differs" not in [finding.code for finding in load(facts).findings]


def test_second_import_shows_the_difference_and_writes_nothing(source, folder):
    before = files(folder)
    edit(source, "First", "Premier")

    outcome = import_into(source, folder)

    assert [str(difference) for difference in outcome.differences] == [
        'talks.a.title: "First" → "Premier" (taken from the source)'
    ]
    assert "nothing was written" in str(outcome)
    assert files(folder) == before


def test_what_is_new_in_the_source_is_told_in_a_line(source, folder):
    edit(source, "a,First", "d,Fourth,Eva\na,Premier")

    assert [line for line in str(import_into(source, folder)).splitlines() if "taken" in line] == [
        "talks.d: new, with title, speakers (taken from the source)",
        'talks.a.title: "First" → "Premier" (taken from the source)',
    ]


def test_import_of_the_same_again_changes_nothing(source, folder):
    before = files(folder)

    outcome = import_into(source, folder, update=True)

    assert (outcome.written, outcome.differences) == ((), ())
    assert str(outcome).endswith("nothing changed")
    assert files(folder) == before


def test_update_keeps_what_the_organizer_changed(source, folder):
    edit(folder / "conference.yaml", "Second", "Second, by hand")
    edit(source, "First", "Premier")

    import_into(source, folder, update=True)

    conference = load(folder)
    assert [talk.title for talk in conference.talks] == ["Premier", "Second, by hand", "Third"]
    assert conference.talk("b").alternatives == ()


def test_update_keeps_both_values_of_a_conflict(source, folder):
    edit(folder / "conference.yaml", "Second", "Second, by hand")
    edit(source, "Second", "Zweiter")

    outcome = import_into(source, folder, update=True)

    talk = load(folder).talk("b")
    [alternative] = talk.alternatives
    assert talk.title == "Second, by hand"
    assert (alternative.field, alternative.value, alternative.source.line) == (
        "title",
        "Zweiter",
        3,
    )
    assert [d.fate.name for d in outcome.differences] == ["CONFLICT"]


def test_update_adds_the_new_and_keeps_the_deleted_deleted(source, folder):
    text = (folder / "conference.yaml").read_text()
    start, end = text.index("  - id: c"), len(text)
    (folder / "conference.yaml").write_text(text[:start] + text[end:])
    edit(source, "c,Third,Eva\n", "c,Third!,Eva\nd,Fourth,Ida\n")

    import_into(source, folder, update=True)

    assert [talk.id for talk in load(folder).talks] == ["a", "b", "d"]


def test_update_keeps_what_the_source_no_longer_has(source, folder):
    edit(source, "c,Third,Eva\n", "")

    outcome = import_into(source, folder, update=True)

    assert [talk.id for talk in load(folder).talks] == ["a", "b", "c"]
    assert {difference.fate.name for difference in outcome.differences} == {"GONE"}


def test_update_keeps_the_file_of_before(source, folder):
    edit(folder / "conference.yaml", "title: talks", "# by hand\ntitle: talks")
    before = (folder / "conference.yaml").read_bytes()
    edit(source, "First", "Premier")

    import_into(source, folder, update=True)

    assert (folder / BACKUP).read_bytes() == before


def test_mapping_file_is_read(tmp_path):
    (tmp_path / "t.csv").write_text("Was,Wer\nA,Ana\n")
    (tmp_path / "map.yaml").write_text("title: Was\nspeakers: Wer\n")

    conference, _ = read(tmp_path / "t.csv", mapping=tmp_path / "map.yaml")

    assert [talk.title for talk in conference.talks] == ["A"]


def test_mapping_to_something_else_than_a_header_is_refused(tmp_path):
    (tmp_path / "t.csv").write_text("Was\nA\n")
    (tmp_path / "map.yaml").write_text("title: [Was]\n")

    with pytest.raises(LoadError, match='"title" must name one header'):
        read(tmp_path / "t.csv", mapping=tmp_path / "map.yaml")


def test_file_that_no_reader_knows_is_refused(tmp_path):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")

    with pytest.raises(LoadError, match="no reader recognizes the file"):
        read(tmp_path / "photo.png")


def test_missing_source_is_refused(tmp_path):
    with pytest.raises(LoadError, match="there is no such file"):
        read(tmp_path / "none.csv")


def test_damaged_report_is_refused(folder):
    (folder / "import-report.json").write_text("{")

    with pytest.raises(LoadError, match="this is no import report"):
        load(folder)


def test_booklet_survives_the_way_through_a_project(shared, tmp_path):
    source = shared / "seeds" / "003_defcf751eea584e2.txt"
    conference, findings = read(source)

    import_into(source, tmp_path / "project")

    loaded = load(tmp_path / "project")
    assert loaded.model_dump() == conference.model_dump()
    assert [f.code for f in loaded.findings] == [f.code for f in findings]


def test_update_keeps_a_conflict_about_the_conference_itself(source, folder):
    edit(folder / "conference.yaml", "title: talks", "title: Mine")
    source.rename(source.with_name("theirs.csv"))

    import_into(source.with_name("theirs.csv"), folder, update=True)

    conference = load(folder)
    [alternative] = conference.alternatives
    assert conference.title == "Mine"
    assert (alternative.field, alternative.value) == ("title", "theirs")


def test_update_keeps_a_conflict_about_a_thing_without_alternatives(tmp_path):
    source, folder = tmp_path / "t.csv", tmp_path / "project"
    source.write_text("Id,Title,Room,Date,Start\na,A,Old Hall,2026-05-04,9:00\n")
    import_into(source, folder)
    edit(folder / "conference.yaml", "name: Old Hall", "name: My Hall")
    source.write_text("Id,Title,Room,Date,Start\na,A,OLD hall,2026-05-04,9:00\n")

    import_into(source, folder, update=True)

    conference = load(folder)
    assert conference.room("old-hall").name == "My Hall"
    assert [(a.field, a.value) for a in conference.alternatives] == [
        ("rooms.old-hall.name", "OLD hall")
    ]


def test_update_from_another_place_keeps_an_alternative_once(tmp_path):
    text = "Id,Title,Speaker,Affiliation\na,A,Ana,X\nb,B,Ana,Y\n"
    (tmp_path / "one.csv").write_text(text)
    (tmp_path / "two.csv").write_text(text.replace("B,", "Bee,"))
    import_into(tmp_path / "one.csv", tmp_path / "project")

    import_into(tmp_path / "two.csv", tmp_path / "project", update=True)

    conference = load(tmp_path / "project")
    assert conference.talk("b").title == "Bee"
    assert [a.value for a in conference.person("ana").alternatives] == ["Y"]


def test_project_of_a_conference_of_one_day_can_be_loaded(tmp_path):
    text = "# T\n\nBath, 4 May 2026\n\n## Agenda\n\n9:00 On sheep (Ada Brook)\n"
    (tmp_path / "t.md").write_text(text)

    import_into(tmp_path / "t.md", tmp_path / "project")

    conference = load(tmp_path / "project")
    assert conference.start == conference.end == conference.days[0].date


def test_folder_is_no_source(tmp_path):
    with pytest.raises(LoadError, match="a folder is no source"):
        read(tmp_path)


SEMINAR = "Seminar\n\nWed 25 Mar\nAda Brook\nOn sheep\n"


def test_page_of_a_seminar_is_told_its_year(tmp_path):
    (tmp_path / "page.txt").write_text(SEMINAR)

    conference, _ = read(tmp_path / "page.txt", year=2026)

    assert str(conference.days[0].date) == "2026-03-25"


def test_page_of_a_seminar_is_read_beside_another_one(tmp_path):
    (tmp_path / "page.txt").write_text(SEMINAR)
    (tmp_path / "older.txt").write_text("Seminar\n\n25 March 2020\nAda Brook\nOn sheep\n")

    import_into(tmp_path / "page.txt", tmp_path / "project", beside=[tmp_path / "older.txt"])

    assert str(load(tmp_path / "project").days[0].date) == "2020-03-25"


def test_other_page_that_is_not_there_is_a_fault(tmp_path):
    (tmp_path / "page.txt").write_text(SEMINAR)

    with pytest.raises(LoadError, match="does not exist"):
        read(tmp_path / "page.txt", beside=[tmp_path / "none.txt"])


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("talks.XLS", "save it as XLSX or CSV"),
        ("talks.xlsx", "save it as XLSX or CSV"),
        ("booklet.pdf", "save it as plain text, .txt"),
        ("schedule.xml", "export a table of the talks instead, CSV or XLSX"),
        ("talks", "name it by what it is: .csv for a table, .txt for a text"),
        ("a.zip", "files of these kinds can be: .xlsx, .csv, .tsv, .md, .markdown, .txt"),
    ],
)
def test_file_that_nothing_reads_is_told_what_to_do(tmp_path, name, remedy):
    (tmp_path / name).write_bytes(b"anything")
    with pytest.raises(LoadError) as caught:
        read(tmp_path / name)

    assert caught.value.faults[0].remedy == remedy
