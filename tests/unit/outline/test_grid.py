from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.days import Break, Day, Marker, Session
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.outline.build import build_outline
from programkit.outline.grid import grid_of

ROOMS = tuple(Room(id=name, name=name.upper()) for name in "abc")


def grid(*items, rooms=ROOMS):
    day = Day(date=date(2025, 1, 1), items=items)
    outline = build_outline(Program.of(Conference(title="T", rooms=rooms, days=(day,))).public())
    return grid_of(outline.days[0], outline)


def session(name, start, minutes, room, **facts):
    return Session(id=name, start=start, minutes=minutes, room=room, **facts)


def drawn(table):
    """The table as text: a line for each row, in each place the id of what covers it."""
    places = [["" for _ in table.rooms] for _ in table.times]
    for cells in table.rows:
        for cell in cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    assert places[row][column] == ""
                    places[row][column] = "." if cell.item is None else cell.item.id
    return [" ".join(row) for row in places]


def times(table):
    return [f"{moment:%H:%M}" for moment in table.times]


def test_day_without_parallel_sessions_has_no_table():
    outline = build_outline(rovinj_program().public())

    assert [grid_of(day, outline) for day in outline.days] == [None] * 5


def test_rooms_are_columns_in_the_order_declared():
    table = grid(session("y", 540, 60, "b"), session("x", 540, 30, "a"))

    assert [room.id for room in table.rooms] == ["a", "b"]
    assert times(table) == ["09:00", "09:30"]
    assert drawn(table) == ["x y", ". y"]


def test_break_and_plenary_span_what_is_free():
    table = grid(
        session("p", 480, 60, "b", plenary=True),
        session("x", 540, 60, "a"),
        session("y", 540, 120, "b"),
        session("z", 540, 60, "c"),
        Break(id="k", title="Coffee", start=600, minutes=60),
    )

    assert times(table) == ["08:00", "09:00", "10:00"]
    assert drawn(table) == ["p p p", "x y z", "k y k"]
    assert [cell.columns for cell in table.rows[2]] == [1, 1]


def test_break_while_all_rooms_are_busy_gets_its_own_column():
    table = grid(
        session("x", 540, 60, "a"),
        session("y", 540, 60, "b"),
        Break(id="k", title="Coffee", start=540, minutes=60),
    )

    assert drawn(table) == ["x y k"]
    assert table.rooms[2] is None


def test_plenary_while_all_rooms_are_busy_gets_its_own_column():
    table = grid(
        session("x", 540, 60, "a"),
        session("y", 540, 60, "b"),
        session("p", 540, 60, "c", plenary=True),
    )

    assert drawn(table) == ["x y p"]
    assert table.rooms[2].id == "c"


def test_sessions_that_overlap_in_one_room_get_a_column_each():
    table = grid(session("x", 540, 60, "a"), session("y", 570, 60, "a"))

    assert drawn(table) == ["x .", "x y", ". y"]


def test_sessions_of_unknown_room_come_last():
    table = grid(session("x", 540, 60, TBD), session("y", 540, 60, "b"))

    assert drawn(table) == ["y x"]
    assert table.rooms[1] is TBD


def test_open_end_lasts_to_the_next_bound():
    table = grid(
        session("x", 540, None, "a"), session("y", 540, 60, "b"), session("z", 540, 90, "c")
    )

    assert drawn(table) == ["x y z", ". . z"]


def test_open_ends_at_the_end_have_a_row():
    table = grid(session("x", 540, None, "a"), session("y", 540, None, "b"))

    assert drawn(table) == ["x y"]


def test_idle_hours_have_no_row():
    table = grid(session("x", 540, 60, "a"), session("y", 540, 60, "b"), session("z", 900, 60, "a"))

    assert times(table) == ["09:00", "15:00"]
    assert drawn(table) == ["x y", "z ."]


def test_markers_and_untimed_items_are_not_in_it():
    table = grid(
        session("x", 540, 60, "a"),
        session("y", 540, 60, "b"),
        Marker(title="End", start=720),
        Break(title="Walk", start=TBD),
    )

    assert drawn(table) == ["x y"]


def test_times_are_in_the_zone_of_the_conference():
    outline = build_outline(workshop_program().public())
    table = grid_of(outline.days[0], outline)

    assert table.times[0] == datetime(2025, 3, 29, 9, 0, tzinfo=UTC)
    assert str(table.times[0].tzinfo) == "Europe/Lisbon"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 12), st.integers(1, 6), st.sampled_from(["a", "b", "c", TBD, "break"])
        ),
        min_size=2,
        max_size=8,
    )
)
def test_cells_fill_the_table_exactly_and_show_everything(blocks):
    items = [
        Break(id=f"i{n}", title="B", start=480 + 30 * start, minutes=30 * length)
        if room == "break"
        else session(f"i{n}", 480 + 30 * start, 30 * length, room)
        for n, (start, length, room) in enumerate(blocks)
    ]
    table = grid(*items)
    if table is None:
        taken = [(s, s + n) for s, n, room in blocks if room != "break"]
        assert all(
            max(a[0], b[0]) >= min(a[1], b[1]) for i, a in enumerate(taken) for b in taken[i + 1 :]
        )
        return
    cover = drawn(table)
    assert all("" not in row.split(" ") for row in cover)
    assert {name for row in cover for name in row.split(" ")} - {"."} == {i.id for i in items}


@pytest.mark.parametrize("rooms", [(), ROOMS[:1]])
def test_parallel_sessions_without_rooms_still_make_a_table(rooms):
    room = rooms[0].id if rooms else TBD
    table = grid(session("x", 540, 60, room), session("y", 540, 60, room), rooms=rooms)

    assert drawn(table) == ["x y"]
