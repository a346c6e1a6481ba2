"""The program at a glance."""

from collections import Counter
from dataclasses import replace

import pytest

from laid_out import book_of, fragments, laid_out, text, texts
from lively import lively
from programkit.model.base import TBD
from programkit.model.contributions import State, Talk
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.paper.parts.agenda import Agenda
from programkit.paper.parts.glance import Glance
from programkit.text.markup import plain
from programkit.typeset.marks import Bar
from programkit.typeset.pages import lay_out
from rovinj import rovinj_program
from small import TUESDAY, conference, day, marker, one_day, pause, people, session, slot, talks
from workshop import workshop_program

ROOMS = tuple(Room(id=f"r{n}", name=f"Room {n}") for n in range(12))


def parallel(count, **told):
    """A day with a session in each of some rooms."""
    return day(
        *(
            session(
                slot(540, f"t{n}", minutes=60),
                room=f"r{n}",
                title=f"Session {n}",
                id=f"s{n}",
                **told,
            )
            for n in range(count)
        )
    )


def glance(facts, *parts, **options):
    return laid_out(Program.of(facts), *parts, Glance(**options)).pages


def of_rooms(count):
    names = [f"t{n}" for n in range(count)]
    return glance(conference(parallel(count), rooms=ROOMS[:count], talks=talks(*names)))


def test_days_stand_side_by_side():
    facts = conference(
        day(session(slot(540, "a", minutes=30)), pause(minutes=15)),
        day(session(slot(540, "b", minutes=30)), date=TUESDAY),
        people=people("Ana Ribeiro"),
        talks=talks("a", "b", speakers=("ribeiro",)),
    )
    (page,) = glance(facts)
    assert text(page)[:-1] == [
        "Program at a glance",
        "Mon, 30 Sept | Tue, 1 Oct",
        "09:00 Ana Ribeiro | 09:00 Ana Ribeiro",
        "A | B",
        "09:30 Coffee",
    ]


def test_rooms_stand_side_by_side_where_sessions_run_in_parallel():
    (page,) = of_rooms(2)
    assert text(page)[:-1] == [
        *("Program at a glance", "Monday, 30 September", "Room 0 | Room 1"),
        *("09:00 | Session 0 | Session 1", "T0 | T1"),
    ]


@pytest.mark.parametrize(
    ("rooms", "turned", "shown"),
    [(2, False, [2]), (4, False, [4]), (7, True, [7]), (8, False, [4, 4])],
)
def test_pages_are_turned_and_rooms_divided_so_that_columns_can_be_read(rooms, turned, shown):
    pages = of_rooms(rooms)
    assert {page.shape.turned for page in pages} == {turned}
    heads = [line for page in pages for line in text(page) if line.startswith("Room")]
    assert [len(head.split(" | ")) for head in heads] == shown
    names = " | ".join(heads).split(" | ")
    assert names == [f"Room {n}" for n in range(rooms)]


def test_what_concerns_everybody_is_beside_all_rooms():
    names = [f"t{n}" for n in range(8)]
    first = parallel(8)
    lunch = pause("Lunch", start=600, minutes=60)
    facts = conference(
        first.replace(items=(*first.items, lunch)), rooms=ROOMS[:8], talks=talks(*names)
    )
    lines = [line for page in glance(facts) for line in text(page)]
    assert lines.count("10:00 | Lunch") == lines.count("Monday, 30 September") == 2


def test_tables_below_each_other_stand_apart():
    facts = conference(
        parallel(2),
        day(session(slot(540, "t2", minutes=30)), date=TUESDAY),
        rooms=ROOMS[:2],
        talks=talks("t0", "t1", "t2"),
    )
    (page,) = glance(facts)
    *_, above, table = [placed for placed in page.placed if placed.block.role == "TR"]
    leading = book_of(Program.of(facts)).styles.body.leading
    assert table.y - (above.y + above.strip.height) >= leading


def test_names_are_not_cut_before_the_family_name():
    sessions = []
    for room in range(8):
        slots = [slot(540 + 10 * n, f"t{room}-{n}", minutes=10) for n in range(14)]
        sessions.append(session(*slots, room=f"r{room}", title="Waves", id=f"s{room}"))
    names = [f"t{room}-{n}" for room in range(8) for n in range(14)]
    facts = conference(
        day(*sessions),
        rooms=ROOMS[:8],
        talks=talks(*names, title="A title " * 12, speakers=("vandermolenbroek",)),
        people=people("Maximiliana-Sophia Vandermolenbroek"),
    )
    shown = " ".join(line for page in glance(facts) for line in text(page))
    assert shown.count("Vandermolenbroek") == len(names)


def test_days_without_parallel_sessions_may_be_left_out():
    facts = conference(
        parallel(2),
        day(session(slot(540, "t2", minutes=30)), date=TUESDAY),
        rooms=ROOMS[:2],
        talks=talks("t0", "t1", "t2"),
    )
    assert len(glance(facts)) == 1
    assert "Tue, 1 Oct" in text(glance(facts)[0])
    assert "Tue, 1 Oct" not in text(glance(facts, days="parallel")[0])
    assert glance(one_day(pause(start=540)), days="parallel") == ()


def test_what_has_no_time_is_named_below():
    facts = one_day(
        session(slot(540, "a", minutes=30)),
        session(slot(TBD, "b"), slot(TBD)),
        session(title="Panel", start=TBD),
        session(start=TBD),
        pause("Walk", start=TBD),
        talks=talks("a", "b"),
    )
    (page,) = glance(facts)
    assert text(page)[-2] == "Time to be announced: B; Open slot; Panel; Session; Walk"


def test_what_has_no_time_on_a_day_of_rooms_is_named_below():
    first = parallel(2)
    walk = pause("Walk", start=TBD)
    facts = conference(
        first.replace(items=(*first.items, walk)), rooms=ROOMS[:2], talks=talks("t0", "t1")
    )
    (page,) = glance(facts)
    assert text(page)[-2] == "Time to be announced: Walk"


def test_nothing_but_markers_is_no_page():
    assert glance(one_day(marker(540))) == ()


def test_uncertain_and_unknown_talks_say_so():
    facts = one_day(
        session(slot(540, "a", minutes=60), slot(minutes=60, talk="b"), slot(minutes=60)),
        talks=(Talk(id="a", title="A", speakers=(), state=State.CANCELLED), Talk(id="b")),
    )
    (page,) = glance(facts)
    assert text(page)[2:-1] == [
        "09:00 Cancelled: A",
        "10:00 Title to be announced",
        "11:00 Open slot",
    ]


def test_cells_lead_to_abstracts_and_sessions():
    layout = laid_out(workshop_program(), Glance(), Agenda())
    links = {mark.link for page in layout.pages[:2] for mark in fragments(page) if mark.link}
    assert {"#agenda-session/theory-1", "#agenda-session/posters"} <= links


def test_track_has_its_color():
    facts = conference(
        parallel(2, track="t"),
        rooms=ROOMS[:2],
        tracks=({"id": "t", "name": "Theory", "color": "#2f6690"},),
        talks=talks("t0", "t1"),
    )
    (page,) = glance(facts)
    bars = [mark for mark in page.marks if isinstance(mark, Bar) and mark.color == "#2f6690"]
    assert len(bars) == 2


def test_untitled_session_of_a_track_is_called_by_it():
    items = (
        session(slot(540, "t0", minutes=30), room="r0", track="t"),
        session(start=540, minutes=30, room="r1"),
    )
    facts = conference(
        day(*items), rooms=ROOMS[:2], tracks=({"id": "t", "name": "Theory"},), talks=talks("t0")
    )
    assert "09:00 | Theory | Session" in text(glance(facts)[0])


def test_every_talk_of_the_symposium_is_there():
    (page,) = laid_out(rovinj_program(), Glance()).pages
    assert page.shape.turned
    shown = " ".join(mark.text for mark in fragments(page))
    for name in ("Kempe", "Brunton", "Zenke", "Behrens", "Shi"):
        assert name in shown


def test_bar_of_the_theme_is_as_wide_as_the_page():
    book = book_of(rovinj_program(), heading_bar=3)
    (page,) = lay_out(Glance().flows(book)).pages
    bar = next(mark for mark in page.marks if isinstance(mark, Bar) and mark.height == 3)
    assert bar.width == page.shape.frames[0].width


def test_second_day_uses_the_whole_page():
    names = [f"t{n}" for n in range(3)]
    days = [parallel(3), replace_ids(parallel(3)).replace(date=TUESDAY)]
    made = glance(conference(*days, rooms=ROOMS[:3], talks=talks(*names)))
    assert [
        line for page in made for line in text(page) if "September" in line or "October" in line
    ]
    assert texts(laid_out(workshop_program(), Glance()))[0][0] == "Program at a glance"


def replace_ids(of):
    """The day with open slots in sessions of other ids."""
    items = tuple(
        item.replace(id=f"x{item.id}", slots=(slot(540, minutes=60),)) for item in of.items
    )
    return of.replace(items=items)


def test_contents_list_it():
    assert [a.title for a in Glance().headings(book_of(rovinj_program()))] == [
        "Program at a glance"
    ]
    empty = book_of(Program.of(conference()))
    assert list(Glance().headings(replace(empty))) == []


@pytest.mark.no_cover
@pytest.mark.parametrize("rooms", [3, 8, 12])
@pytest.mark.parametrize("page", ["A4", "A5"])
def test_every_session_of_a_lively_conference_is_there(rooms, page):
    program = lively(rooms, days=2)
    pages = laid_out(program, Glance(), page=page).pages
    bold = book_of(program).theme.family.bold
    shown = Counter(
        mark.text.split()[0]
        for each in pages
        for mark in fragments(each)
        if mark.face is bold and mark.text.strip()
    )
    sessions = program.conference.timetable.sessions.values()
    wanted = Counter(plain(session.session.title).split()[0] for session in sessions)
    assert wanted - shown == Counter()
    frames = {(each.shape.turned, each.shape.frames) for each in pages}
    assert len(frames) == 1


@pytest.mark.parametrize(("rooms", "titled"), [(2, True), (8, False)])
def test_narrow_columns_name_speakers_instead_of_the_first_word_of_titles(rooms, titled):
    title = "A title that is far too long for the cells of a table at a glance, and goes on"
    sessions = []
    for room in range(rooms):
        slots = [slot(540 + 10 * n, f"t{room}-{n}", minutes=10) for n in range(14)]
        sessions.append(session(*slots, room=f"r{room}", title="Waves", id=f"s{room}"))
    names = [f"t{room}-{n}" for room in range(rooms) for n in range(14)]
    said = talks(*names, title=title, speakers=("ribeiro",))
    facts = conference(
        day(*sessions), rooms=ROOMS[:rooms], talks=said, people=people("Ana Ribeiro")
    )
    shown = " ".join(line for page in glance(facts) for line in text(page))
    assert shown.count("Ana Ribeiro") == len(names)
    assert ("A title that" in shown) is titled
    assert titled or "…" not in shown
