"""When and where something is."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hung import wall_of
from programkit.model.base import TBD
from programkit.model.contributions import Talk
from programkit.model.days import Day, Session, Slot
from programkit.model.program import Program
from programkit.model.venue import Access, Room
from programkit.paper.walls.telling import (
    city_text,
    date_text,
    local_text,
    over,
    place_runs,
    time_text,
)
from semester import FIRST, semester

HALL = Room(id="hall", name="Hall")
HYBRID = HALL.replace(online=True, how_to_join="Ask Ada.")
LINKED = HYBRID.replace(link="https://meet.example.org/x", how_to_join="")
ZOOM = Room(id="hall", name="Zoom", online=True, physical=False, how_to_join="By mail.")


def made(**facts):
    """A booklet and the first talk of it."""
    book = wall_of(Program.of(semester(1, **facts)))
    return book, book.outline.talks[0]


def place(room, **facts):
    book, _ = made(**facts)
    return "".join(run.text for run in place_runs(room, book))


@pytest.mark.parametrize(
    ("room", "told"),
    [
        (HALL, "Hall, Rovinj"),
        (HYBRID, "Hall, Rovinj · Online: Ask Ada."),
        (LINKED, "Hall, Rovinj · Online: meet.example.org/x"),
        (
            LINKED.replace(how_to_join="No password."),
            "Hall, Rovinj · Online: meet.example.org/x No password.",
        ),
        (HALL.replace(online=True), "Hall, Rovinj"),
        (ZOOM, "Zoom: By mail."),
        (TBD, "Room to be announced, Rovinj"),
        (None, "Rovinj"),
    ],
)
def test_place(room, told):
    assert place(room) == told


def test_nothing_is_said_of_rooms_where_there_are_none():
    assert place(TBD, rooms=(), days=()) == "Rovinj"
    assert place(None, place="") == ""


@pytest.mark.parametrize("access", [Access.BEFORE, Access.REGISTRATION, Access.MAIL])
def test_withheld_link_is_not_told(access):
    book, talk = made(rooms=(LINKED.replace(access=access),))
    told = "".join(run.text for run in place_runs(talk.occurrences[0].room, book))
    assert told.startswith("Hall, Rovinj")
    assert "meet" not in told


def test_date_and_time():
    book, talk = made()
    (one,) = talk.occurrences
    assert date_text(one, book) == "Wednesday, 2 September 2026"
    assert time_text(one, book) == "16:00–17:00"


def test_city_is_told_where_some_take_part_from_elsewhere():
    book, talk = made(rooms=(ZOOM,), language="de")
    assert time_text(talk.occurrences[0], book) == "16:00–17:00 (Zagreb)"
    assert date_text(talk.occurrences[0], book) == "Mittwoch, 2. September 2026"
    assert city_text(made(rooms=(ZOOM,), timezone=TBD)[0]) == ""


def test_clocks_of_the_audience_are_told_where_it_listens():
    zones = ("Europe/Zagreb", "America/New_York", "Pacific/Auckland")
    book, talk = made(rooms=(ZOOM,), audience=zones)
    (one,) = talk.occurrences
    assert local_text(one, book) == "10:00 New York · 02:00 Auckland (Thu, 3 Sept)"
    book, talk = made(audience=zones)
    assert local_text(talk.occurrences[0], book) == ""
    book, talk = made(rooms=(ZOOM,))
    assert local_text(talk.occurrences[0], book) == ""


def test_unknown_time_is_worded():
    items = (Session(room="hall", slots=(Slot(talk="talk-0"),)),)
    book, talk = made(days=(Day(date=TBD, items=items),), rooms=(ZOOM,))
    (one,) = talk.occurrences
    assert date_text(one, book) == "Date to be announced"
    assert time_text(one, book) == "Time to be announced"


def test_talk_is_over_once_it_has_ended():
    end = datetime(2026, 9, 2, 17, tzinfo=ZoneInfo("Europe/Zagreb"))
    program = Program.of(semester(talks=(Talk(id="a", title="A"),)))

    def gone(now):
        book = wall_of(program, now=now)
        return over(book.outline.talks[0], book)

    assert not gone(None)
    assert not gone(end)
    assert gone(end + timedelta(seconds=1))


def test_talk_without_a_date_is_never_over():
    now = datetime(2030, 1, 1, tzinfo=ZoneInfo("UTC"))
    book = wall_of(Program.of(semester(1, days=())), now=now)
    assert not over(book.outline.talks[0], book)
    assert FIRST.year < now.year
