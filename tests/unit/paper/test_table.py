"""The columns of the agenda."""

from itertools import pairwise

from laid_out import book_of
from programkit.model.base import TBD
from programkit.model.contributions import Talk
from programkit.model.program import Program
from programkit.paper.table import Table
from programkit.text.markup import Run
from programkit.typeset.marks import Fragment, PageNumber
from programkit.typeset.row import PageRef
from rovinj import rovinj_program
from small import conference, day, one_day, people, session, slot
from workshop import workshop_program

TIME, TITLE, PAGE = (Run("8:30 am", bold=True),), (Run("On waves"),), (PageRef("x"),)


def table(**names):
    """A table for talks of these speakers."""
    told = {key: tuple(value) for key, value in names.items()}
    everybody = [name for group in told.values() for name in group]
    talks = tuple(
        Talk(id=key, title=key, speakers=tuple(_id(name) for name in group))
        for key, group in told.items()
    )
    facts = one_day(session(slot(510, minutes=5)), people=people(*everybody), talks=talks)
    return Table.of(book_of(Program.of(facts), hours=12))


def _id(name):
    return name.split()[-1].lower()


def texts(block):
    """The texts of each line, from left to right."""
    return [
        [mark.text for mark in sorted(strip.marks, key=lambda m: m.x) if isinstance(mark, Fragment)]
        for strip in block.strips
    ]


def speakers(of, talk):
    return next(each.speakers for each in of.book.outline.talks if each.id == talk)


def test_times_are_aligned_on_the_right():
    made = Table.of(book_of(rovinj_program(), hours=12))
    ends = set()
    for time in ("8:30 am", "10:10 am", "12:20 pm"):
        (mark,) = made.row((Run(time, bold=True),), ()).strips[0].marks
        ends.add(round(mark.x + mark.width, 6))
    assert ends == {round(made.time, 6)}


def test_time_column_is_as_wide_as_the_widest_time():
    made = Table.of(book_of(rovinj_program(), hours=12))
    bold = made.book.styles.time.replace(bold=True)
    assert made.time == max(made.book.text_width(t, bold) for t in ("10:40 am", "12:20 pm"))


def test_conference_without_times_or_speakers_has_empty_columns():
    made = Table.of(book_of(Program.of(conference())))
    assert (made.time, made.speaker) == (0.0, 0.0)


def test_speakers_have_a_third_of_the_page_at_most():
    made = table(a=["Maximiliana Wolkenstein-Hohenfels von und zu Unterwasserburg am See"])
    assert made.speaker == made.book.width * 0.3


def test_unknown_speakers_count_for_the_width():
    nobody = (Talk(id="a", title="A", speakers=TBD),)
    facts = one_day(session(slot(510, "a", minutes=5)), talks=nobody)
    made = Table.of(book_of(Program.of(facts), hours=12))
    assert texts(made.row(TIME, TITLE, TBD)) == [
        ["8:30 am", "On waves", "Speaker to be "],
        ["announced"],
    ]


def test_row_reads_time_title_speaker_page():
    made = table(a=["Ana Ribeiro"])
    kinds = [
        type(mark) for mark in made.row(TIME, TITLE, speakers(made, "a"), PAGE).strips[0].marks
    ]
    assert kinds == [Fragment, Fragment, Fragment, PageNumber]
    assert texts(made.row(TIME, TITLE, speakers(made, "a"), PAGE)) == [
        ["8:30 am", "On waves", "Ana Ribeiro"]
    ]


def test_columns_never_touch():
    made = table(a=["Ana Ribeiro"], b=["Maximiliana Wolkenstein-Hohenfels Unterwasserburg"])
    title = (Run("A very long title that goes on and on " * 5),)
    for strip in made.row(TIME, title, speakers(made, "b"), PAGE).strips:
        marks = sorted(strip.marks, key=lambda mark: mark.x)
        gaps = [b.x - (a.x + a.width) for a, b in pairwise(marks)]
        assert all(gap >= made.gutter - 0.001 for gap in gaps)


def test_title_takes_the_room_of_what_is_not_there():
    made = table(a=["Ana Ribeiro"])
    title = (Run("word " * 60),)
    alone, beside = made.row(TIME, title), made.row(TIME, title, speakers(made, "a"), PAGE)
    assert len(alone.strips) < len(beside.strips)
    right = max(mark.x + mark.width for strip in alone.strips for mark in strip.marks)
    assert made.book.width - 30 < right <= made.book.width + 2.5


def test_page_stands_at_the_right_edge_without_speakers():
    made = table()
    (number,) = [
        m for m in made.row(TIME, TITLE, (), PAGE).strips[0].marks if isinstance(m, PageNumber)
    ]
    assert number.x + number.width == made.book.width


def test_names_are_not_divided():
    made = table(a=["Ana Ribeiro", "Bo Sullivan"])
    assert texts(made.row(TIME, TITLE, speakers(made, "a"))) == [
        ["8:30 am", "On waves", "Ana Ribeiro, "],
        ["Bo Sullivan"],
    ]


def test_many_speakers_stand_below_the_title():
    made = table(a=["Ana Ribeiro", "Bo Sullivan", "Chen Li", "Dora Maar"])
    assert texts(made.row(TIME, TITLE, speakers(made, "a"))) == [
        ["8:30 am", "On waves "],
        ["Ana Ribeiro, Bo Sullivan, Chen Li, Dora Maar"],
    ]


def test_muted_row_has_another_color_but_for_its_time():
    made = table(a=["Ana Ribeiro"])
    row = made.row(TIME, TITLE, speakers(made, "a"), muted=True)
    assert [mark.color for mark in row.strips[0].marks] == ["text", "muted", "muted"]


def test_row_is_never_divided():
    assert table().row(TIME, TITLE).keep_together


def test_heading_begins_where_titles_do():
    made = Table.of(book_of(workshop_program()))
    (mark,) = made.heading("Session", made.book.styles.session).strips[0].marks
    assert mark.x == made.left == made.time + made.gutter


def test_times_of_talks_inside_sessions_count():
    facts = conference(
        day(session(slot(8 * 60, minutes=150), slot(minutes=5))), language="en", people=()
    )
    made = Table.of(book_of(Program.of(facts), hours=12))
    bold = made.book.styles.time.replace(bold=True)
    assert made.time == made.book.text_width("10:30 am", bold)
