import pytest

from cosplib import schedule_of
from cosplib_evaluator import objective
from cosplib_evaluator import read as evaluator_read
from cosplibbook import solution, workbook
from programkit.checking import check
from programkit.errors import LoadError
from programkit.files.readers import READERS
from programkit.files.readers.cosplib import CosplibReader
from programkit.files.readers.cosplib.solution import read_solution
from programkit.files.writers.cosplib import CosplibWriter
from programkit.importing import import_into, read
from programkit.loading import load
from programkit.model.base import TBD
from programkit.outline.build import build_outline
from programkit.solving import solve

SOLUTION = [
    [None, "Big Room", "Loft"],
    ["Mon1", "Theory", None],
    ["Tue1", "Theory", "Proofs"],
    [None, None, None],
    ["Mon1", "s 1", None],
    ["Mon1", None, None],
    ["Tue1", "s 2", "s 4"],
    ["Tue1", "s 2", "s 3"],
    ["Tue1", None, None],
]


@pytest.fixture
def conference(tmp_path):
    return CosplibReader().read(workbook(tmp_path / "small.xlsx"))[0]


def faults(path, *changes, without=()):
    with pytest.raises(LoadError) as error:
        CosplibReader().read(workbook(path / "small.xlsx", changes, without))
    return [(fault.field, fault.message) for fault in error.value.faults]


def given(conference, rule):
    return [r.given for r in conference.requirements if r.rule == rule]


def test_workbook_is_recognized_before_tables_are(tmp_path):
    path = workbook(tmp_path / "small.xlsx")
    head = path.read_bytes()[:4096]

    assert [r.name for r in READERS if r.recognizes(path, head)] == ["cosplib", "spreadsheet"]


def test_other_workbook_is_not_recognized(tmp_path):
    path = solution(tmp_path / "other.xlsx", [["title"]])

    assert not CosplibReader().recognizes(path, path.read_bytes()[:4096])


def test_what_only_begins_like_a_workbook_is_not_recognized(tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK and no more")

    assert not CosplibReader().recognizes(path, b"PK and no more")


def test_every_time_is_a_session_in_each_room(conference):
    sessions = conference.timetable.sessions

    assert list(sessions) == ["Mon1@Big-Room", "Mon1@Loft", "Tue1@Big-Room", "Tue1@Loft"]
    assert [len(session.slots) for session in sessions.values()] == [2, 2, 3, 3]
    assert {session.session.track for session in sessions.values()} == {TBD}


def test_day_ends_where_the_clock_goes_back_and_shows_its_date(conference):
    assert [(day.date, day.title) for day in conference.days] == [
        (TBD, "2030-05-06"),
        (TBD, "2030-05-07"),
    ]


def test_talks_last_as_many_slots_as_they_need(conference):
    assert [(talk.id, talk.title, talk.minutes) for talk in conference.talks] == [
        ("s-1", "s 1", 30),
        ("s-2", "s 2", 60),
        ("s-3", "s 3", 30),
        ("s-4", "s 4", 30),
    ]


def test_people_present_attend_and_chair(conference):
    assert [person.name for person in conference.people] == ["Ada L", "Bo", "Cy"]
    assert conference.talk("s-1").speakers == ("Ada-L", "Bo")
    assert conference.track("Theory").chairs == ("Cy",)
    assert given(conference, "attendee-clash") == [
        {"attendees": {"s-2": ["Cy"], "s-4": ["Ada-L"]}, "level": "soft", "weight": 1}
    ]


def test_only_what_is_right_of_the_diagonal_makes_tracks_alike(conference):
    assert [g["table"] for g in given(conference, "similar-tracks")] == [{"Theory": {"Proofs": 4}}]


def test_hours_far_away_cost(conference):
    zones = given(conference, "costs")[-1]

    assert zones["table"] == {
        "s-1": {"Tue1": 1},
        "s-2": {"Tue1": 1},
        "s-3": {"Mon1": 10, "Tue1": 10},
        "s-4": {"Tue1": 1},
    }


def test_local_clocks_are_those_of_the_zone(conference):
    first = conference.timetable.blocks[0][0]

    assert (conference.timezone, first.session.start) == ("Etc/GMT-1", 14 * 60)


def test_weight_of_nothing_asks_for_nothing(tmp_path):
    path = workbook(tmp_path / "small.xlsx", [("parameters", "E8", 0), ("parameters", "E10", -1)])
    conference, _ = CosplibReader().read(path)

    assert given(conference, "track-consecutive") == []
    assert given(conference, "track-order") == []


def test_names_that_become_alike_are_numbered(tmp_path):
    changes = [("rooms", "A3", "Big-Room")]
    for sheet, cell in (
        ("submissions", "K1"),
        ("tracks_rooms|penalty", "C1"),
        ("sessions_rooms|penalty", "C1"),
    ):
        changes.append((sheet, cell, "Big-Room"))
    conference, _ = CosplibReader().read(workbook(tmp_path / "small.xlsx", changes))

    assert [(r.id, r.name) for r in conference.rooms] == [
        ("Big-Room", "Big Room"),
        ("Big-Room-2", "Big-Room"),
    ]


def test_all_faults_are_told_at_once_with_their_cells(tmp_path):
    assert faults(
        tmp_path,
        ("submissions", "B2", "Practice"),
        ("submissions", "C3", "two"),
        ("submissions", "E4", "CET"),
        ("sessions", "D2", "soon"),
        ("rooms", "A3", "Big Room"),
        ("tracks_rooms|penalty", "C2", -1),
    ) == [
        ("rooms!A3", '"Big Room" stands there twice'),
        ("sessions!D2", '"soon" is no time'),
        ("submissions!B2", 'there is no track "Practice"'),
        ("submissions!C3", '"two" is not allowed here'),
        ("submissions!E4", '"CET" is no time zone'),
        ("tracks_rooms|penalty!C1", 'there is no "Loft"'),
        ("tracks_rooms|penalty!C2", '"-1" is not allowed here'),
        ("sessions_rooms|penalty!C1", 'there is no "Loft"'),
        ("submissions!K1", 'there is no "Loft"'),
    ]


def test_names_of_tables_must_be_those_of_the_other_sheets(tmp_path):
    assert faults(tmp_path, ("tracks_sessions|penalty", "A2", "Theories")) == [
        ("tracks_sessions|penalty!A2", 'there is no "Theories"'),
        ("tracks_sessions|penalty!A1", '"Theory" has no row'),
    ]


def test_missing_sheets_are_named(tmp_path):
    assert faults(tmp_path, without=("rooms", "parameters")) == [
        ("", 'sheet "rooms" is missing'),
        ("", 'sheet "parameters" is missing'),
    ]


def test_track_without_submissions_and_too_few_slots_are_faults(tmp_path):
    changes = [
        ("submissions", "B4", "Theory"),
        ("submissions", "B5", "Theory"),
        ("submissions", "C5", 9),
    ]

    assert faults(tmp_path, *changes) == [
        ("tracks!A3", 'track "Proofs" has no submission'),
        ("", "the submissions need 13 slots, and there are 10"),
    ]


def test_no_workbook_is_a_fault(tmp_path):
    path = tmp_path / "small.xlsx"
    path.write_text("no workbook", encoding="utf-8")

    with pytest.raises(LoadError, match="no workbook"):
        CosplibReader().read(path)


def test_solution_costs_what_the_evaluator_says(tmp_path, conference):
    program = read_solution(conference, solution(tmp_path / "solution.xlsx", SOLUTION))
    instance = evaluator_read(tmp_path / "small.xlsx")
    report = check(program)

    assert report.hard == ()
    assert report.cost == objective(instance, schedule_of(conference, program))
    assert program.by_session["Tue1@Big-Room"][0].placement.slots == (
        "Tue1@Big-Room/1",
        "Tue1@Big-Room/2",
    )


def test_solution_is_written_as_it_was_read(tmp_path, conference):
    program = read_solution(conference, solution(tmp_path / "solution.xlsx", SOLUTION)).public()
    data = CosplibWriter().write(program, build_outline(program))
    path = tmp_path / "again.xlsx"
    path.write_bytes(data)

    assert read_solution(conference, path).placements == program.placements
    assert CosplibWriter().write(program, build_outline(program)) == data
    assert len(CosplibWriter().left_out(program)) == 1


def test_strange_names_in_a_solution_are_told_at_once(tmp_path, conference):
    rows = [list(row) for row in SOLUTION]
    rows[0][2], rows[1][1], rows[4][1] = "Cellar", "Theorie", "s 9"

    with pytest.raises(LoadError) as error:
        read_solution(conference, solution(tmp_path / "solution.xlsx", rows))
    assert [fault.field for fault in error.value.faults] == ["Sheet!C1", "Sheet!B2", "Sheet!B5"]


def test_solution_of_another_size_is_a_fault(tmp_path, conference):
    rows = [*SOLUTION, ["Wed1", "s 1", None]]

    with pytest.raises(LoadError, match="10 rows in place of 9"):
        read_solution(conference, solution(tmp_path / "solution.xlsx", rows))


def test_split_talk_of_a_solution_keeps_its_parts(tmp_path, conference):
    rows = [list(row) for row in SOLUTION]
    rows[7][1], rows[8][1] = None, "s 2"
    program = read_solution(conference, solution(tmp_path / "solution.xlsx", rows))

    assert [placed.placement.part for placed in program.by_talk["s-2"]] == [1, 2]


def test_what_no_cell_holds_is_said_to_be_left_out(tmp_path, conference):
    rows = [list(row) for row in SOLUTION]
    rows[4][1] = None
    program = read_solution(conference, solution(tmp_path / "solution.xlsx", rows))

    assert CosplibWriter().left_out(program)[1] == (
        "It has no cell for the talks that are in no slot: s-1."
    )


def test_imported_conference_is_saved_loaded_and_solved(tmp_path):
    path = workbook(tmp_path / "small.xlsx")
    import_into(path, tmp_path / "project")
    loaded = load(tmp_path / "project")
    result = solve(loaded, effort=5, workers=1)

    assert loaded.digest == read(path)[0].digest
    assert result.status.value == "optimal"
    assert check(result.program).cost == result.cost == result.bound
