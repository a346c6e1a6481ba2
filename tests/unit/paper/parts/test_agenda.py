"""The agenda."""

from datetime import date, timedelta

import pytest

from laid_out import book_of, fragments, laid_out, text, texts
from programkit.model.base import TBD
from programkit.model.contributions import At, Poster, State, Talk
from programkit.model.days import Block
from programkit.model.program import Program
from programkit.model.recurrence import Term
from programkit.model.venue import Room
from programkit.paper.parts.abstracts import Abstracts
from programkit.paper.parts.agenda import Agenda
from programkit.paper.parts.cover import Cover
from programkit.typeset.marks import Bar
from programkit.typeset.pages import lay_out
from rovinj import rovinj_program
from semester import semester
from small import (
    TUESDAY,
    conference,
    day,
    marker,
    moment,
    one_day,
    pause,
    people,
    session,
    slot,
    talks,
)
from workshop import workshop_program

HALL, COVE = Room(id="hall", name="Great Hall"), Room(id="cove", name="Cove")


def agenda(facts, **theme):
    """The lines of the agenda of one page, without its heading and number."""
    (page,) = laid_out(Program.of(facts), Agenda(), **theme).pages
    return text(page)[1:-1]


def rows(*items, **facts):
    """The lines below the day's heading."""
    return agenda(one_day(*items, **facts))[1:]


def test_no_days_no_pages():
    assert laid_out(Program.of(conference()), Agenda()).pages == ()


def test_days_stand_one_after_the_other():
    facts = conference(day(marker(500)), day(marker(600), date=TUESDAY))
    assert agenda(facts) == [
        "Monday, 30 September",
        "08:20 | End of the day",
        "Tuesday, 1 October",
        "10:00 | End of the day",
    ]


def test_day_without_anything_has_its_heading():
    assert agenda(conference(day())) == ["Monday, 30 September"]


def test_talk_is_a_row_of_time_title_and_speakers():
    facts = {"people": people("Ana Ribeiro"), "talks": talks("a", speakers=("ribeiro",))}
    assert rows(session(slot(500, "a", minutes=5)), **facts) == ["08:20 | A | Ana Ribeiro"]


def test_row_names_the_page_of_the_abstract():
    made = laid_out(rovinj_program(), Agenda(), Abstracts(), hours=12)
    assert "8:30 am | Synthetic Data – Friend or Foe in the | Julia Kempe | 4" in text(
        made.pages[0]
    )


def test_talk_without_an_abstract_has_no_page_number():
    lines = text(laid_out(rovinj_program(), Agenda(), Abstracts(), hours=12).pages[0])
    assert "8:20 am | Opening remarks | Ivan Dokmanić" in lines


def test_break_is_in_italics_with_its_place():
    (page,) = laid_out(Program.of(one_day(pause(start=600, place="Harbor"))), Agenda()).pages
    (mark,) = [mark for mark in fragments(page) if "Coffee" in mark.text]
    assert mark.text == "Coffee, Harbor"
    assert mark.face is book_of(rovinj_program()).theme.family.italic


def test_open_slot_is_worded():
    assert rows(session(slot(500, minutes=5))) == ["08:20 | Open slot"]


def test_unknown_title_and_speaker_are_worded():
    unknown = (Talk(id="a"),)
    lines = rows(session(slot(500, "a", minutes=5)), talks=unknown)
    assert lines[0].startswith("08:20 | Title to be announced | Speaker")
    assert " ".join(lines).endswith(" | Speaker to be announced")


def test_unknown_time_is_worded_beside_the_title():
    assert rows(session(slot(TBD, "a", minutes=5)), talks=talks("a")) == [
        "A (Time to be announced)"
    ]


@pytest.mark.parametrize(
    ("state", "line"),
    [
        (State.CANCELLED, "08:20 | Cancelled: A"),
        (State.TENTATIVE, "08:20 | Tentative: A"),
        (State.WITHDRAWN, "08:20 | Open slot"),
    ],
)
def test_uncertain_talk_says_so(state, line):
    facts = talks("a", state=state)
    assert rows(session(slot(500, "a", minutes=5)), talks=facts) == [line]


def test_cancelled_talk_steps_back():
    facts = one_day(session(slot(500, "a", minutes=5)), talks=talks("a", state=State.CANCELLED))
    (page,) = laid_out(Program.of(facts), Agenda()).pages
    assert {mark.color for mark in fragments(page) if mark.text in {"A", "Cancelled: "}} == {
        "muted"
    }


def test_parts_of_a_talk_are_counted():
    twice = session(slot(500, "a", minutes=5)), pause(minutes=5), session(slot(600, "a", minutes=5))
    assert rows(*twice, talks=talks("a", parts=2)) == [
        "08:20 | A (part 1 of 2)",
        "08:25 | Coffee",
        "10:00 | A (part 2 of 2)",
    ]


def test_repeated_talk_says_so_from_the_second_time_on():
    twice = session(slot(500, "a", minutes=5)), pause(minutes=5), session(slot(600, "a", minutes=5))
    assert rows(*twice, talks=talks("a", parts=2, repeated=True)) == [
        "08:20 | A",
        "08:25 | Coffee",
        "10:00 | A (Repeat)",
    ]


def test_every_part_of_a_talk_is_a_place_of_its_own():
    made = laid_out(workshop_program(), Agenda())
    names = [placed.anchor.name for page in made.pages for placed in page.anchors]
    assert [name for name in names if name.endswith("/tutorial")] == [
        "agenda/1/tutorial",
        "agenda/2/tutorial",
    ]


def test_titled_session_stands_above_its_talks():
    items = session(slot(500, "a", minutes=5), title="On *waves*")
    assert rows(items, talks=talks("a")) == ["On waves", "08:20 | A"]


def test_session_names_track_room_and_chairs():
    facts = {
        "rooms": (HALL, COVE),
        "people": people("Ana Ribeiro"),
        "tracks": ({"id": "t", "name": "Theory"},),
        "talks": talks("a"),
    }
    told = {"title": "Waves", "room": "hall", "track": "t", "chairs": ("ribeiro",)}
    assert rows(session(slot(500, "a", minutes=5), **told), **facts) == [
        "Waves · Great Hall · Theory · Chair: Ana Ribeiro",
        "08:20 | A",
    ]


def test_track_that_is_the_title_is_said_once():
    facts = {"tracks": ({"id": "t", "name": "Waves"},), "talks": talks("a")}
    items = session(slot(500, "a", minutes=5), title="Waves", track="t")
    assert rows(items, **facts) == ["Waves", "08:20 | A"]


def test_unknown_chair_is_worded():
    items = session(slot(500, "a", minutes=5), chairs=TBD)
    assert rows(items, talks=talks("a")) == ["Chair to be announced", "08:20 | A"]


def test_plenary_is_named_where_there_are_several_rooms():
    items = session(slot(500, minutes=5), title="Opening", room="hall", plenary=True)
    assert rows(items, rooms=(HALL, COVE))[0] == "Opening · Great Hall · Plenary"


def test_room_of_untitled_sessions_is_said_once():
    items = (
        session(slot(500, minutes=5), room="hall"),
        pause(minutes=5),
        session(slot(510, minutes=5), room="hall"),
        session(slot(520, minutes=5), room="cove"),
    )
    assert rows(*items, rooms=(HALL, COVE)) == [
        "Great Hall",
        "08:20 | Open slot",
        "08:25 | Coffee",
        "08:30 | Open slot",
        "Cove",
        "08:40 | Open slot",
    ]


def test_room_is_said_again_on_another_day():
    def items():
        return session(slot(500, minutes=5), room="hall")

    facts = conference(day(items()), day(items(), date=TUESDAY), rooms=(HALL, COVE))
    assert agenda(facts).count("Great Hall") == 2


def test_session_without_talks_is_a_row():
    items = session(start=600, minutes=60, title="Panel")
    assert rows(items) == ["10:00 | Panel"]


def test_session_without_talks_or_title_is_called_one():
    assert rows(session(start=600, minutes=60)) == ["10:00 | Session"]


def test_posters_stand_below_their_session_with_their_boards():
    facts = {
        "people": people("Ana Ribeiro"),
        "posters": (
            Poster(id="p", title="Drops", speakers=("ribeiro",), session="s", board="12"),
            Poster(id="q", title="Waves", speakers=(), session="s", state=State.CANCELLED),
        ),
    }
    items = session(id="s", start=600, minutes=60, title="Posters", kind="posters")
    assert rows(items, **facts) == [
        "10:00 | Posters",
        "12 | Drops | Ana Ribeiro",
        "Cancelled: Waves",
    ]


def test_sessions_in_parallel_stand_under_the_time_they_share():
    items = (
        session(slot(600, "a", minutes=60), title="Waves", room="hall"),
        session(slot(630, "b", minutes=60), title="Shores", room="cove"),
        pause(start=700),
    )
    assert rows(*items, rooms=(HALL, COVE), talks=talks("a", "b")) == [
        "10:00–11:30 · In parallel",
        "Waves · Great Hall",
        "10:00 | A",
        "Shores · Cove",
        "10:30 | B",
        "11:40 | Coffee",
    ]


def test_sessions_in_parallel_stand_between_two_lines():
    (page, _) = laid_out(workshop_program(), Agenda()).pages
    bars = [mark.y for mark in page.marks if isinstance(mark, Bar)]
    (head,) = [mark.y for mark in fragments(page) if "In parallel" in mark.text]
    (inside,) = [mark.y for mark in fragments(page) if mark.text.startswith("Ein Kurs")]
    (after,) = [mark.y for mark in fragments(page) if mark.text.startswith("Watching")]
    assert [sorted([*bars, head, inside, after])] == [[bars[0], head, inside, bars[1], after]]


@pytest.mark.parametrize("count", range(12, 20))
def test_line_below_sessions_in_parallel_is_on_the_page_of_the_last_row(count):
    slots = [slot(480, minutes=5), *(slot(minutes=5) for _ in range(count))]
    facts = one_day(session(*slots, room="hall"), session(*slots, room="cove"), rooms=(HALL, COVE))
    page = laid_out(Program.of(facts), Agenda()).pages[-1]
    *_, last, _ = fragments(page)
    (line,) = [mark.y for mark in page.marks if isinstance(mark, Bar) and mark.y > last.y]
    assert line - last.y < 20


def test_block_in_three_rooms_names_each_room():
    rooms = (HALL, COVE, Room(id="reef", name="Reef"))
    items = Block(id="b", rooms=("hall", "cove", "reef"), start=600, slots=(slot(minutes=30),))
    assert rows(items, rooms=rooms) == [
        "10:00–10:30 · In parallel",
        "Great Hall",
        "10:00 | Open slot",
        "Cove",
        "10:00 | Open slot",
        "Reef",
        "10:00 | Open slot",
    ]


def test_time_zone_is_said_where_there_is_an_online_room():
    online = Room(id="hall", name="Great Hall", online=True)
    assert agenda(conference(day(), rooms=(online,)))[0] == (
        "All times are in the time zone Europe/Zagreb."
    )


def test_unknown_time_zone_is_not_said():
    online = Room(id="hall", name="Great Hall", online=True)
    assert agenda(conference(day(), rooms=(online,), timezone=TBD)) == ["Monday, 30 September"]


def test_sessions_without_a_day_come_last():
    facts = conference(day(), sessions=(session(slot(minutes=30), id="s", title="Panel"),))
    assert agenda(facts) == [
        "Monday, 30 September",
        "Date to be announced",
        "Panel",
        "Open slot (Time to be announced)",
    ]


def test_agenda_begins_on_a_right_hand_page():

    made = laid_out(rovinj_program(), Cover(), Agenda())
    assert made.labels["agenda"] == "3"


def test_agenda_and_days_are_listed_in_the_outline():
    made = laid_out(rovinj_program(), Agenda())
    listed = [p.anchor for page in made.pages for p in page.anchors if p.anchor.title]
    assert [(anchor.title, anchor.level) for anchor in listed] == [
        ("Agenda", 0),
        ("Sunday, 29 September", 1),
        ("Monday, 30 September", 1),
        ("Tuesday, 1 October", 1),
        ("Wednesday, 2 October", 1),
        ("Thursday, 3 October", 1),
    ]


def test_day_that_fits_on_a_page_is_not_divided():
    pages = texts(laid_out(rovinj_program(), Agenda()))
    headings = [
        [line for line in page[1:] if line.endswith(("September", "October"))] for page in pages
    ]
    assert headings == [
        ["Sunday, 29 September", "Monday, 30 September"],
        ["Tuesday, 1 October"],
        ["Wednesday, 2 October", "Thursday, 3 October"],
    ]


@pytest.mark.parametrize("count", range(28, 40))
def test_heading_of_a_day_is_never_at_the_foot_of_a_page(count):
    slots = [slot(480, minutes=5), *(slot(minutes=5) for _ in range(count))]
    facts = conference(day(session(*slots)), day(marker(600), marker(620), date=TUESDAY))
    pages = texts(laid_out(Program.of(facts), Agenda()))
    (with_heading,) = [page for page in pages if "Tuesday, 1 October" in page]
    below = with_heading[with_heading.index("Tuesday, 1 October") + 1 :]
    assert below[:2] == ["10:00 | End of the day", "10:20 | End of the day"]


def test_titles_lead_to_abstracts_and_links_of_their_own_stay():
    book = book_of(
        Program.of(
            one_day(
                session(slot(500, "a", minutes=5)),
                talks=(Talk(id="a", title="On [waves](https://example.org/)", speakers=()),),
            )
        )
    )
    flows = [flow for part in (Agenda(), Abstracts()) for flow in part.flows(book)]
    page = lay_out(flows).pages[0]
    links = {mark.text.strip(): mark.link for mark in fragments(page) if mark.link}
    assert links == {"On": "#abstract/a", "waves": "https://example.org/", "2": "#abstract/a"}


def test_talk_placed_by_time_alone_is_in_its_day():

    off_grid = talks("a", at=(At(start=moment("2024-09-30 18:00")),), minutes=30)
    assert rows(marker(600), talks=off_grid) == ["10:00 | End of the day", "20:00 | A"]


def test_terms_of_a_series_stand_above_their_days():
    terms = (
        Term(name="Fall 2026", first=date(2026, 9, 1), last=date(2026, 9, 12)),
        Term(name="Winter 2027", first=date(2026, 9, 13), last=date(2026, 9, 20)),
    )
    made = laid_out(Program.of(semester(3, rule={"terms": terms})), Agenda())
    headings = [
        (placed.anchor.level, placed.anchor.title)
        for page in made.pages
        for placed in page.anchors
        if placed.anchor.title
    ]
    assert headings == [
        *((0, "Agenda"), (1, "Fall 2026"), (2, "Wednesday, 2 September")),
        *((2, "Wednesday, 9 September"), (1, "Winter 2027"), (2, "Wednesday, 16 September")),
    ]


def test_running_head_of_a_page_that_begins_with_a_term_names_its_days():
    found = []
    for weeks in range(6, 12):
        first = date(2026, 9, 1) + timedelta(weeks=weeks)
        terms = (
            Term(name="Fall 2026", first=date(2026, 9, 1), last=first - timedelta(days=1)),
            Term(name="Winter 2027", first=first, last=date(2026, 12, 24)),
        )
        shown = texts(laid_out(Program.of(semester(1, rule={"terms": terms})), Agenda()))
        found += [(head, first) for head, name, first, *_ in shown if name == "Winter 2027"]
    assert found
    assert all(f"{first.removesuffix(' 2026')} – " in head for head, first in found)
