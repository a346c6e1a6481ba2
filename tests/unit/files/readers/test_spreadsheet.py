import zipfile
from datetime import date

import openpyxl
import pytest

from programkit.errors import LoadError
from programkit.files import tables
from programkit.files.readers import READERS, SpreadsheetReader
from programkit.files.tables import read_workbook
from programkit.model.base import TBD


def read(folder, text, mapping=None, name="talks.csv"):
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return SpreadsheetReader(mapping).read(folder / name)


def codes(findings):
    return [finding.code for finding in findings if finding.code != "title-inferred"]


@pytest.mark.parametrize(
    "header",
    [
        "Title,Speaker(s),Affiliation,E-mail,Abstract,Duration",
        "Titel;Vortragende;Institution;E-Mail;Zusammenfassung;Dauer",
        "Titre\tOrateur\tUniversité\tCourriel\tRésumé\tDurée",
        "Talk title|Presenter|Organisation|Email address|Abstrct|Length (min)",
    ],
)
def test_headers_are_guessed(tmp_path, header):
    sign = next(sign for sign in ",;\t|" if sign in header)
    row = sign.join(["Counting", "Ana Horvat", "Rijeka", "a@example.org", "Text.", "50 min"])

    conference, findings = read(tmp_path, f"{header}\n{row}\n")

    [talk], [person] = conference.talks, conference.people
    assert (talk.id, talk.title, talk.abstract, talk.minutes) == (
        "counting", "Counting", "Text.", 50,
    )  # fmt: skip
    assert (person.name, person.affiliations, person.email) == (
        "Ana Horvat", ("rijeka",), "a@example.org",
    )  # fmt: skip
    assert codes(findings) == []


def test_mapping_names_headers(tmp_path):
    conference, findings = read(
        tmp_path,
        "Was,Wer genau,Name\nA,Ana Horvat,ignored\n",
        {"title": "Was", "speakers": "Wer genau"},
    )

    assert [(t.title, t.speakers) for t in conference.talks] == [("A", ("ana-horvat",))]
    assert codes(findings) == ["column-unused"]


def test_mapping_that_is_wrong_names_all_faults(tmp_path):
    with pytest.raises(LoadError) as caught:
        read(tmp_path, "Was,Wer\nA,B\n", {"titel": "Was", "speakers": "Wer?"})

    assert [(f.message, f.remedy) for f in caught.value.faults] == [
        ('"titel" is no field of a table', 'did you mean "title"?'),
        ('there is no column "Wer?"', 'did you mean "Wer"?'),
    ]


def test_table_without_titles_or_speakers_is_refused(tmp_path):
    with pytest.raises(LoadError, match="no column looks like titles or speakers"):
        read(tmp_path, "Alpha,Beta\n1,2\n")


@pytest.mark.parametrize("names", ["Ana Horvat; Jun Tanaka", "Ana Horvat and Jun Tanaka"])
def test_several_speakers_are_told_apart(tmp_path, names):
    conference, _ = read(tmp_path, f"Title,Speakers,Affiliation\nA,{names},X; Y\n")

    assert conference.talk("a").speakers == ("ana-horvat", "jun-tanaka")
    assert [person.affiliations for person in conference.people] == [("x",), ("y",)]


def test_authors_beside_speakers_are_coauthors(tmp_path):
    conference, _ = read(tmp_path, "Title,Speaker,Authors\nA,Ana Horvat,Jun Tanaka; Ana Horvat\n")

    assert [author.person for author in conference.talk("a").coauthors] == ["jun-tanaka"]


def test_first_author_speaks_where_nobody_is_said_to(tmp_path):
    conference, findings = read(tmp_path, "Title,Authors\nA,Ana Horvat; Jun Tanaka\n")

    assert conference.talk("a").speakers == ("ana-horvat",)
    assert codes(findings) == ["speaker-inferred"]


def test_first_and_last_names_are_put_together(tmp_path):
    conference, _ = read(tmp_path, "Title,First name,Last name\nA,Maarten,de Hoop\n")

    assert conference.people[0].name == "Maarten de Hoop"


def test_one_person_spelled_two_ways_is_one_person(tmp_path):
    conference, findings = read(tmp_path, "Title,Speaker\nA,Ivan Dokmanić\nB,Ivan Dokmanic\n")

    assert [person.name for person in conference.people] == ["Ivan Dokmanić"]
    assert codes(findings) == ["name-variant"]


def test_second_affiliation_becomes_an_alternative(tmp_path):
    conference, _ = read(tmp_path, "Title,Speaker,Affiliation\nA,Ana,X\nB,Ana,Y\n")

    [alternative] = conference.people[0].alternatives
    assert (alternative.field, alternative.value, alternative.source.line) == (
        "affiliations", "Y", 3,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("table", "ids"),
    [
        ("Id,Title\n7,A\n8,B\n", ["7", "8"]),
        ("Title\nA b\nA b\n", ["a-b", "a-b-2"]),
        ("Title,Speaker\nTBA,Ana Horvat\n", ["ana-horvat"]),
        ("Title,Id\nA,\nB,x y\n", ["a", "x-y"]),
    ],
)
def test_ids_are_stable(tmp_path, table, ids):
    assert [talk.id for talk in read(tmp_path, table)[0].talks] == ids


def test_id_given_twice_is_a_finding(tmp_path):
    conference, findings = read(tmp_path, "Id,Title\n7,A\n7,B\n")

    assert [talk.id for talk in conference.talks] == ["7", "7-2"]
    assert codes(findings) == ["id-twice"]


AGENDA = (
    "Title,Speaker,Date,Start,End,Room,Session,Chair\n"
    "B,Jun,14/9/2026,9:30,10:00,Hall,Morning,Ana\n"
    "A,Ana,14/9/2026,9:00,9:30,Hall,Morning,Ana\n"
    "Coffee break,,14/9/2026,10:00,10:30,,,\n"
    "C,Eva,14/9/2026,10:30,11:00,Hall,Morning,Ana\n"
    "D,Ida,15/9/2026,9:00,,Cellar,,\n"
)


def test_times_make_days_sessions_and_breaks(tmp_path):
    conference, findings = read(tmp_path, AGENDA)

    shape = [
        (
            str(day.date),
            [(i.type, i.title, [s.talk for s in getattr(i, "slots", ())]) for i in day.items],
        )
        for day in conference.days
    ]
    assert shape == [
        (
            "2026-09-14",
            [
                ("session", "Morning", ["a", "b"]),
                ("break", "Coffee break", []),
                ("session", "Morning", ["c"]),
            ],
        ),
        ("2026-09-15", [("session", "", ["d"])]),
    ]
    assert [room.name for room in conference.rooms] == ["Hall", "Cellar"]
    assert conference.days[0].items[0].chairs == ("ana",)
    assert codes(findings) == []


def test_one_date_decides_the_order_of_all(tmp_path):
    table = "Title,Date,Start\nA,3/10/24,9:00\nB,29/9/24,9:00\n"

    days = read(tmp_path, table)[0].days

    assert [day.date for day in days] == [date(2024, 9, 29), date(2024, 10, 3)]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("3/10/24", "date-ambiguous"),
        ("30 Sep", "year-missing"),
        ("soon", "date-unreadable"),
        ("Tue 30 Sep 2024", "weekday-mismatch"),
    ],
)
def test_date_that_is_unclear_is_a_finding(tmp_path, written, code):
    conference, findings = read(tmp_path, f"Title,Date,Start\nA,{written},9:00\n")

    assert codes(findings) == [code]
    assert (conference.days[0].date is TBD) == (code != "weekday-mismatch")


def test_unreadable_time_leaves_the_talk_without_a_place(tmp_path):
    conference, findings = read(tmp_path, "Title,Start\nA,after lunch\n")

    assert conference.days == ()
    assert codes(findings) == ["time-unreadable"]


def test_leftovers_are_findings(tmp_path):
    table = "Title,Shoe size\nA,43,extra\nB\n"

    _, findings = read(tmp_path, table)

    assert [(f.code, f.source.line) for f in findings if f.code != "title-inferred"] == [
        ("column-unused", 1), ("row-ragged", 2), ("row-ragged", 3),
    ]  # fmt: skip


def test_windows_encoding_is_read_and_reported(tmp_path):
    conference, findings = read(tmp_path, "Title,Speaker\nA,Jürg\n".encode("cp1252"))

    assert conference.people[0].name == "Jürg"
    assert codes(findings) == ["encoding-guessed"]


def test_states_are_understood(tmp_path):
    conference, findings = read(tmp_path, "Title,Status\nA,accepted\nB,Withdrawn\nC,dunno\n")

    assert [talk.state for talk in conference.talks] == ["confirmed", "withdrawn", "confirmed"]
    assert codes(findings) == ["state-unknown"]


def test_formula_in_a_text_stays_text(tmp_path):
    conference, _ = read(tmp_path, 'Title\n"=HYPERLINK(""http://example.org"")"\n')

    assert conference.talks[0].title == '=HYPERLINK("http://example.org")'


def workbook(path, *sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_workbook_is_read(tmp_path):
    rows = [
        [],
        ["Title", "Minutes", "Date", "Start"],
        ["A", 50, date(2026, 9, 14), "9:00"],
        ["=1+1"],
    ]

    conference, findings = SpreadsheetReader().read(
        workbook(tmp_path / "t.xlsx", [], rows, [["x"]])
    )

    assert [(t.title, t.minutes) for t in conference.talks] == [("A", 50)]
    assert conference.days[0].date == date(2026, 9, 14)
    assert conference.source("talks", "a").line == 3
    assert codes(findings) == ["sheet-unused"]


@pytest.mark.parametrize("data", [b"PK\x03\x04 rubbish", b"\xff\xfea\x00", b"a\x00b"])
def test_damaged_file_is_one_fault(tmp_path, data):
    with pytest.raises(LoadError) as caught:
        read(tmp_path, data, name="t.csv")

    assert len(caught.value.faults) == 1


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("a.csv", "spreadsheet"),
        ("a.xlsx", "spreadsheet"),
        ("a.md", "markdown"),
        ("a.txt", "markdown"),
    ],
)
def test_files_find_their_reader(tmp_path, name, reader):
    head = b"PK\x03\x04" if name.endswith("xlsx") else b"# Title\n"

    found = [r.name for r in READERS if r.recognizes(tmp_path / name, head)]

    assert found == [reader]


def test_tracks_tags_and_addresses_are_kept(tmp_path):
    table = (
        "Title,Speaker,Email,Link,Track,Keywords\n"
        "A,Ana; Jun,a@example.org; j@example.org,example.org/ana,Fish,lakes; sea\n"
        "B,Ana,other@example.org,,Fish,\n"
    )

    conference, findings = read(tmp_path, table)

    ana, jun = conference.people
    assert (ana.email, jun.email, ana.url) == (
        "a@example.org", "j@example.org", "https://example.org/ana",
    )  # fmt: skip
    assert [(one.field, one.value) for one in ana.alternatives] == [("email", "other@example.org")]
    assert [track.name for track in conference.tracks] == ["Fish"]
    assert (conference.talk("a").track, conference.talk("a").tags) == ("fish", ("lakes", "sea"))
    assert codes(findings) == ["url-unmatched"]


def test_people_of_one_slug_are_kept_apart(tmp_path):
    conference, _ = read(tmp_path, "Title,Speaker\nA,李\nB,Li\n")

    assert len({person.id for person in conference.people}) == len(conference.people)


def test_table_of_column_names_alone_is_a_finding(tmp_path):
    conference, findings = read(tmp_path, "Title,Speaker\n\n")

    assert (conference.talks, codes(findings)) == ((), ["table-empty"])


def test_workbook_without_content_is_refused(tmp_path):
    with pytest.raises(LoadError, match="the table is empty"):
        SpreadsheetReader().read(workbook(tmp_path / "t.xlsx", []))


def test_mark_in_the_last_cell_of_a_sheet_costs_nothing(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Title", "Speaker"])
    book.active.cell(row=3, column=1, value="A")
    book.active.cell(row=1_048_576, column=16_384, value="x")
    book.save(tmp_path / "t.xlsx")
    conference, _ = SpreadsheetReader().read(tmp_path / "t.xlsx")

    assert [talk.title for talk in conference.talks] == ["A"]
    assert [len(row) for row in read_workbook(tmp_path / "t.xlsx")["Sheet"]] == [4096, 0, 4096]


def test_sheet_of_very_many_rows_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "_ENDLESS", 2)

    with pytest.raises(LoadError, match=r"t\.xlsx:2: has more than 2 rows"):
        SpreadsheetReader().read(workbook(tmp_path / "t.xlsx", [["Title"], ["A"], ["B"]]))


def test_workbook_that_unpacks_too_large_is_refused(tmp_path):
    with (
        zipfile.ZipFile(tmp_path / "t.xlsx", "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(65):
            member.write(bytes(1024 * 1024))

    with pytest.raises(LoadError, match="unpacks to more than 64 MB"):
        SpreadsheetReader().read(tmp_path / "t.xlsx")


def test_archive_that_is_no_workbook_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as archive:
        archive.writestr("a.txt", b"x")

    with pytest.raises(LoadError, match="this is no workbook"):
        SpreadsheetReader().read(tmp_path / "t.xlsx")


def test_only_speaker_of_a_row_has_all_its_affiliations(tmp_path):
    conference, findings = read(tmp_path, "Title,Speaker,Affiliation\nA,Ana,Bath; Wells\n")

    assert conference.person("ana").affiliations == ("bath", "wells")
    assert codes(findings) == []


def test_other_affiliation_is_kept_once(tmp_path):
    rows = "A,Ana,Bath\nB,Ana,Wells\nC,Ana,Wells\n"

    conference, _ = read(tmp_path, f"Title,Speaker,Affiliation\n{rows}")

    assert conference.person("ana").affiliations == ("bath",)
    assert [a.value for a in conference.person("ana").alternatives] == ["Wells"]


def test_title_above_the_column_names_is_reported(tmp_path):
    conference, findings = read(tmp_path, "Our talks\n\nTitle,Speaker\nA,Ana\n")

    assert [talk.title for talk in conference.talks] == ["A"]
    assert [(f.code, f.message, f.source.line) for f in findings if f.code == "row-unused"] == [
        ("row-unused", '"Our talks" stands above the column names', 1)
    ]


def test_column_names_of_a_mapping_are_found_below_a_title(tmp_path):
    conference, findings = read(tmp_path, "Our talks\nWas\nA\n", {"title": "Was"})

    assert [talk.title for talk in conference.talks] == ["A"]
    assert codes(findings) == ["row-unused"]


@pytest.mark.parametrize("damage", ["directory", "end"])
def test_damaged_workbook_is_one_message(tmp_path, damage):
    book = openpyxl.Workbook()
    book.active.append(["Title", "Speaker"])
    book.save(tmp_path / "t.xlsx")
    data = (tmp_path / "t.xlsx").read_bytes()
    data = data.replace(b"PK\x01\x02", b"....") if damage == "directory" else data[:2000]

    with pytest.raises(LoadError, match="this is no workbook") as caught:
        read(tmp_path, data, name="t.xlsx")

    assert len(str(caught.value).splitlines()) == 1
