"""Days side by side."""

from datetime import date

from hypothesis import given

from programkit.model.base import TBD
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.outline.nodes import OutlineBreak, OutlineMarker, OutlineSession, Row
from programkit.outline.week import week_of
from small import TUESDAY, conference, day, marker, pause, session, slot, talks
from strategies import programs


def week(*days, **facts):
    outline = build_outline(Program.of(conference(*days, **facts)).public())
    return week_of(outline.days)


def named(item):
    if isinstance(item, Row):
        return item.talk.plain_title if item.talk else "open"
    return item.title if isinstance(item, OutlineBreak) else item.plain_title


def cells(made):
    """Each cell as its name, column, first row and number of rows."""
    return [(named(cell.item), cell.column, cell.row, cell.rows) for cell in made.cells]


def test_untitled_sessions_are_shown_by_their_talks():
    made = week(
        day(session(slot(540, "a", minutes=30), slot(minutes=60, talk="b")), pause(minutes=30)),
        talks=talks("a", "b"),
    )
    assert made.lengths == (30, 60, 30)
    assert cells(made) == [("A", 0, 0, 1), ("B", 0, 1, 1), ("Coffee", 0, 2, 1)]


def test_titled_sessions_are_shown_whole():
    made = week(day(session(slot(540, minutes=30), slot(minutes=30), title="*Waves*")))
    assert cells(made) == [("Waves", 0, 0, 1)]


def test_session_without_talks_is_shown_whole():
    assert cells(week(day(session(start=540, minutes=60)))) == [("", 0, 0, 1)]


def test_days_share_the_rows():
    made = week(
        day(session(slot(540, minutes=60))),
        day(session(slot(570, minutes=60)), date=TUESDAY),
    )
    assert made.lengths == (30, 30, 30)
    assert cells(made) == [("open", 0, 0, 2), ("open", 1, 1, 2)]


def test_when_nothing_happens_there_is_no_row():
    made = week(day(pause(start=540, minutes=30), pause(start=900, minutes=60)))
    assert made.lengths == (30, 60)


def test_what_goes_on_past_midnight_is_on_its_day():
    made = week(day(pause(start=23 * 60, minutes=150)))
    assert made.lengths == (150,)


def test_what_has_no_end_lasts_until_the_next_item_or_half_an_hour():
    made = week(day(pause(start=540), pause(start=600)))
    assert made.lengths == (60, 30)


def test_markers_and_days_of_nothing_else_are_left_out():
    made = week(day(marker(600)), day(pause(start=540), date=TUESDAY))
    assert [shown.date for shown in made.days] == [TUESDAY]
    assert cells(made) == [("Coffee", 0, 0, 1)]


def test_what_has_no_start_is_among_the_others():
    made = week(day(pause("Walk", start=TBD)))
    assert [named(item) for item in made.others] == ["Walk"]
    assert made.cells == ()


def test_what_happens_meanwhile_is_cut_or_among_the_others():
    made = week(
        day(
            pause("Exhibition", start=540, minutes=60),
            pause("Coffee", start=550, minutes=10),
            pause("Late", start=590, minutes=30),
        )
    )
    assert [named(item) for item in made.others] == ["Coffee"]
    assert cells(made) == [("Exhibition", 0, 0, 1), ("Late", 0, 1, 1)]
    assert made.lengths == (60, 20)


def test_day_without_a_date_counts_from_its_first_clock():
    made = week(day(pause(start=540, minutes=30), date=TBD), day(pause(start=540), date=TUESDAY))
    assert cells(made) == [("Coffee", 0, 0, 1), ("Coffee", 1, 0, 1)]


def test_no_days_no_cells():
    assert week_of(()) == week(day(date=date(2024, 1, 1)))


@given(programs())
def test_everything_is_somewhere_once_and_nothing_overlaps(program):
    days = build_outline(program.public()).days
    made = week_of(days)
    taken = [(c.column, row) for c in made.cells for row in range(c.row, c.row + c.rows)]
    assert len(taken) == len(set(taken))
    assert all(length > 0 for length in made.lengths)
    shown = [id(item) for item in (*(cell.item for cell in made.cells), *made.others)]
    wanted = []
    for item in (item for each in days for item in each.items):
        if isinstance(item, OutlineSession) and item.rows and not item.title:
            wanted.extend(id(row) for row in item.rows)
        elif not isinstance(item, OutlineMarker):
            wanted.append(id(item))
    assert sorted(shown) == sorted(wanted)
