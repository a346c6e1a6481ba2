"""What other programs write into the cells of their tables."""

import datetime as dt

import openpyxl
import pytest

from programkit.errors import LoadError
from programkit.files.readers.spreadsheet import SpreadsheetReader
from programkit.files.readers.spreadsheet.cells import day_in, length_in, moment_in
from programkit.files.readers.spreadsheet.names import people_in


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-09-07T09:00:00+02:00", ("2026-09-07", "09:00", "+02:00")),
        ("2026-09-07T09:00Z", ("2026-09-07", "09:00", "Z")),
        ("2026-09-07 09:00", ("2026-09-07", "09:00", "")),
        ("7.9.2026 9:00", ("7.9.2026", "9:00", "")),
        ("09:00:00", ("", "09:00", "")),
        ("0.375", ("", "09:00", "")),
        ("46272.4375", ("2026-09-07", "10:30", "")),
        ("9 am", ("", "9 am", "")),
        ("8.30", ("", "8.30", "")),
        ("noon", ("", "noon", "")),
    ],
)
def test_time_of_a_cell(text, meant):
    assert moment_in(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-09-07 00:00:00", "2026-09-07"),
        ("46272", "2026-09-07"),
        ("7 Sep", "7 Sep"),
        ("2026", "2026"),
    ],
)
def test_date_of_a_cell(text, meant):
    assert day_in(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("0:20:00", "20"),
        ("1:05:00", "65"),
        ("PT1H20M", "80"),
        ("PT45M", "45"),
        ("0.0208333", "30"),
        ("PT", "PT"),
        ("20 min", "20 min"),
        ("20", "20"),
    ],
)
def test_length_of_a_cell(text, meant):
    assert length_in(text) == meant


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ana Horvat, Bo Xu and Cy Young", [("Ana Horvat", ""), ("Bo Xu", ""), ("Cy Young", "")]),
        ("Horvat, Ana", [("Ana Horvat", "")]),
        ("Horvat, A.", [("A. Horvat", "")]),
        ("Horvat, Ana (Rijeka)", [("Ana Horvat", "Rijeka")]),
        (
            "Horvat, Ana (U. Rijeka, Croatia); Müller-Lüdenscheidt, Jürgen",
            [("Ana Horvat", "U. Rijeka, Croatia"), ("Jürgen Müller-Lüdenscheidt", "")],
        ),
        ("Ana Horvat; Tom Vale, Jr.", [("Ana Horvat", ""), ("Tom Vale, Jr.", "")]),
        ("Ana Horvat, Bo", [("Ana Horvat", ""), ("Bo", "")]),
    ],
)
def test_people_of_a_cell(text, people):
    assert [(one.name, one.affiliation) for one in people_in(text)] == people


def read(folder, text, encoding="utf-8"):
    path = folder / "talks.csv"
    path.write_bytes(text.encode(encoding))
    conference, findings = SpreadsheetReader().read(path)
    return conference, [f.code for f in findings if f.code != "title-inferred"]


PRETALX = (
    "ID,Proposal title,Session type,State,Speaker names,Start,End,Room\n"
    "A,Zählen,Talk,confirmed,Ana Horvat,2026-09-07T09:00:00+02:00,2026-09-07T09:30:00+02:00,Große\n"
    'B,Más,Keynote,accepted,"Ana Horvat, Bo Xu",2026-09-07T09:30:00+02:00,,Große\n'
)


def test_export_of_a_submission_tool(tmp_path):
    conference, codes = read(tmp_path, PRETALX)
    slots = conference.days[0].items[0].slots

    assert [talk.title for talk in conference.talks] == ["Zählen", "Más"]
    assert [talk.kind for talk in conference.talks] == ["talk", "keynote"]
    assert (str(conference.days[0].date), [slot.start for slot in slots]) == (
        "2026-09-07",
        [540, 570],
    )
    assert codes == ["offset-unused"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_other_encodings_are_read_and_told(tmp_path, encoding):
    conference, codes = read(tmp_path, PRETALX, encoding)

    assert conference.talks[0].title == "Zählen"
    assert codes == ["encoding-guessed", "offset-unused"]


@pytest.mark.parametrize("data", [b"\xff\xfeA", b"Title\n\x00\x81", b"Title,Speaker\n\x81,B\n"])
def test_what_is_no_text_is_refused(tmp_path, data):
    (tmp_path / "t.csv").write_bytes(data)

    with pytest.raises(LoadError, match="UTF-8"):
        SpreadsheetReader().read(tmp_path / "t.csv")


def test_day_that_stands_in_a_merged_cell_is_that_of_all_its_rows(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("Date", "Start", "End", "Title", "Speaker"),
        (dt.date(2026, 9, 7), dt.time(9), dt.time(9, 30), "One", "Ana Horvat"),
        (None, 0.40625, dt.timedelta(hours=10, minutes=15), "Two", "Bo Xu"),
        (46273, "11.00", None, "Three", "Cy Young"),
        (None, None, None, "Later", "Dee Fox"),
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "t.xlsx")
    conference, findings = SpreadsheetReader().read(tmp_path / "t.xlsx")
    days = {
        str(day.date): [slot.start for item in day.items for slot in item.slots]
        for day in conference.days
    }

    assert days == {"2026-09-07": [540, 585], "2026-09-08": [660]}
    assert [f.source.line for f in findings if f.code == "date-carried"] == [3]


def test_time_beside_the_date_is_the_start(tmp_path):
    conference, _ = read(tmp_path, "Title,Date,Duration\nA,13/09/2026 09:20,0:20:00\n")
    (slot,) = conference.days[0].items[0].slots

    assert (str(conference.days[0].date), slot.start, slot.minutes) == ("2026-09-13", 560, 20)
    assert conference.talks[0].minutes == 20


def test_length_that_cannot_be_read_stays_open(tmp_path):
    conference, codes = read(tmp_path, "Title,Duration\nA,short\nB,30\n")

    assert [talk.minutes for talk in conference.talks] == [None, 30]
    assert codes == ["length-unreadable"]


def test_affiliation_behind_a_name_is_kept_unless_a_column_has_it(tmp_path):
    conference, codes = read(tmp_path, 'Title,Speaker\nA,"Horvat, Ana (Rijeka)"\n')

    assert [one.name for one in conference.affiliations] == ["Rijeka"]
    assert codes == ["name-turned"]
