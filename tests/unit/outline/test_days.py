from datetime import UTC, date, datetime

import pytest
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.days import Break, Day, Marker, Session, Slot
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.outline.build import build_outline


@pytest.fixture(scope="module")
def outline():
    return build_outline(workshop_program().public())


def rows_of(day):
    return [
        (f"{row.when.start:%H:%M}", row.when.end and f"{row.when.end:%H:%M}", row.talk.id)
        for item in day.items
        for row in getattr(item, "rows", ())
    ]


def test_times_of_a_day_of_the_symposium():
    monday = build_outline(rovinj_program().public()).days[1]

    assert rows_of(monday) == [
        ("08:20", "08:30", "opening-remarks"),
        ("08:30", "09:20", "kempe"),
        ("09:20", "10:10", "lu"),
        ("10:40", "11:30", "pehlevan"),
        ("11:30", "12:20", "brbic"),
        ("14:30", "15:20", "lassas"),
        ("15:30", "16:20", "da-silveira"),
        ("16:20", "17:10", "cotterell"),
    ]


def test_open_end_has_no_end():
    thursday = build_outline(rovinj_program().public()).days[4]

    assert rows_of(thursday)[-1] == ("10:10", None, "shi")


def test_marker_is_a_moment():
    marker = build_outline(rovinj_program().public()).days[1].items[-1]

    assert (marker.title, f"{marker.when.start:%H:%M}", marker.when.end) == (
        "End of the day",
        "17:10",
        None,
    )


def test_items_come_by_time_and_after_midnight_belong_to_their_day(outline):
    assert [(item.id, item.when.start) for item in outline.days[0].items[-3:]] == [
        ("", datetime(2025, 3, 29, 20, 0, tzinfo=UTC)),
        ("2025-03-29/break-2", datetime(2025, 3, 29, 21, 0, tzinfo=UTC)),
        ("2025-03-29/marker-1", datetime(2025, 3, 30, 0, 45, tzinfo=UTC)),
    ]


def test_item_without_a_time_stays_behind_what_it_follows():
    items = (
        Break(title="late", start=20 * 60),
        Break(title="unknown", start=TBD),
        Break(title="early", start=8 * 60),
    )
    program = Program.of(Conference(title="T", days=(Day(date=date(2025, 1, 1), items=items),)))
    day = build_outline(program.public()).days[0]

    assert [item.title for item in day.items] == ["early", "late", "unknown"]


def test_day_without_a_date_keeps_place_number_and_clock(outline):
    day = outline.days[2]

    assert (day.id, day.number, day.date, day.title) == ("day-3", 3, None, "Excursion")
    assert (f"{day.items[0].when.start:%H:%M}", day.items[0].when.dated) == ("08:00", False)


def test_open_slot_is_a_row_without_a_talk(outline):
    theory = outline.days[0].items[2]

    assert [(row.talk.id if row.talk else None) for row in theory.rows] == ["spectra", None]


def test_talk_in_several_slots_is_one_row():
    slots = tuple(Slot(minutes=20, talk="a") for _ in range(3))
    day = Day(date=date(2025, 1, 1), items=(Session(start=9 * 60, slots=slots),))
    conference = Conference(title="T", talks=(Talk(id="a"),), days=(day,))
    (row,) = build_outline(Program.of(conference).public()).days[0].items[0].rows

    assert (f"{row.when.start:%H:%M}", f"{row.when.end:%H:%M}") == ("09:00", "10:00")


def test_two_talks_in_one_slot_are_both_shown():
    day = Day(date=date(2025, 1, 1), items=(Session(start=540, slots=(Slot(id="s", minutes=20),)),))
    conference = Conference(title="T", talks=(Talk(id="a"), Talk(id="b")), days=(day,))
    placements = tuple(Placement(talk=talk, slots=("s",)) for talk in "ab")
    program = Program(conference=conference, placements=placements)
    rows = build_outline(program.public()).days[0].items[0].rows

    assert [row.talk.id for row in rows] == ["a", "b"]


def test_packed_talks_without_times_stay_as_listed():
    session = Session(start=TBD, packed=True, talks=("c", "a", "b"))
    day = Day(date=date(2025, 1, 1), items=(session,))
    conference = Conference(title="T", talks=tuple(Talk(id=t) for t in "abc"), days=(day,))
    rows = build_outline(Program.of(conference).public()).days[0].items[0].rows

    assert [row.talk.id for row in rows] == ["c", "a", "b"]


def test_session_is_resolved(outline):
    plenary, _, theory, practice, course, _, *_ = outline.days[0].items

    assert (plenary.plain_title, plenary.room.id, plenary.plenary) == ("Opening", "hall", True)
    assert [chair.name for chair in plenary.chairs] == ["Bo Ó Súilleabháin"]
    assert (theory.plain_title, theory.track.name, theory.chairs) == ("Theory τ", "Theory", TBD)
    assert (practice.track.id, practice.chairs) == ("practice", ())
    assert (course.title, course.track) == ((), None)


def test_track_of_a_session_may_be_unknown():
    day = Day(date=date(2025, 1, 1), items=(Session(start=540, minutes=30, track=TBD),))
    program = Program.of(Conference(title="T", days=(day,)))

    assert build_outline(program.public()).days[0].items[0].track is TBD


def test_posters_stand_in_their_session(outline):
    session = next(item for item in outline.days[1].items if item.id == "posters")

    assert [poster.board for poster in session.posters] == ["9", "10"]


def test_session_without_a_day_floats(outline):
    (later,) = outline.floating

    assert (later.id, later.when.start, len(later.rows)) == ("later", None, 1)


def test_clocks_going_back_do_not_disturb_the_order():
    items = (
        Marker(title="first", start=2 * 60 + 30),
        Break(title="long", start=150, minutes=90),
        Marker(title="second"),
    )
    day = Day(date=date(2024, 10, 27), items=items)
    program = Program.of(Conference(title="T", timezone="Europe/Zagreb", days=(day,)))
    found = build_outline(program.public()).days[0].items

    assert [(item.title, f"{item.when.start:%H:%M%z}") for item in found] == [
        ("first", "02:30+0200"),
        ("long", "02:30+0200"),
        ("second", "03:00+0100"),
    ]
