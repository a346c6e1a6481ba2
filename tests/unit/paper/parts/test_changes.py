"""What is new since an earlier program."""

from pydantic import TypeAdapter

from laid_out import laid_out, text
from programkit.model.base import TBD
from programkit.model.contributions import Poster, State, Talk
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.paper.parts.changes import Changes
from programkit.typeset.marks import Bar
from small import conference, day, people, session, slot

ROOMS = (Room(id="hall", name="Hall"), Room(id="cove", name="Cove"))


def program(*, start=540, room="hall", chairs=(), board="1", session_title="Waves", **told):
    """A program of one talk and one poster."""
    talk = {"id": "a", "title": "Tides", "speakers": ("ribeiro",), "abstract": "", **told}
    items = (
        session(
            slot(start, "a", minutes=30), id="s", title=session_title, room=room, chairs=chairs
        ),
        session(id="p", start=840, minutes=60, room="cove", title="Posters", kind="posters"),
    )
    posters = (Poster(id="d", title="Drops", speakers=(), session="p", board=board),)
    facts = conference(
        day(*items),
        rooms=ROOMS,
        people=people("Ana Ribeiro", "Bo Li"),
        talks=(Talk(**talk),) if talk["id"] else (),
        posters=posters,
    )
    return Program.of(facts)


def sheet(old, new):
    """The lines below the heading."""
    pages = laid_out(new, Changes(since=old)).pages
    return text(pages[0])[1:-1] if pages else []


def test_nothing_changed_no_page():
    assert sheet(program(), program()) == []
    assert laid_out(program(), Changes()).pages == ()


def test_talk_at_another_time():
    assert sheet(program(), program(start=600, room="cove")) == [
        "Other time",
        "Tides · Ana Ribeiro",
        "Before: Mon, 30 Sept, 09:00, Hall",
        "Now: Mon, 30 Sept, 10:00, Cove",
    ]


def test_talk_in_another_room():
    assert sheet(program(), program(room="cove"))[0] == "Other room"


def test_talk_without_a_time_now():
    assert sheet(program(), program(start=TBD))[-1] == "Now: Time to be announced, Hall"


def test_talk_that_is_cancelled_says_when_it_would_have_been():
    assert sheet(program(), program(state=State.CANCELLED)) == [
        "Cancelled",
        "Cancelled: Tides · Ana Ribeiro",
        "Before: Mon, 30 Sept, 09:00, Hall",
    ]


def test_title_and_speakers():
    assert sheet(program(), program(title="Ebbs", speakers=("li",))) == [
        *("Other speaker", "Ebbs · Bo Li", "Before: Ana Ribeiro", "Now: Bo Li"),
        *("Other title", "Ebbs · Bo Li", "Before: Tides", "Now: Ebbs"),
    ]


def test_chairs_of_a_session():
    assert sheet(program(), program(chairs=("li",))) == [
        "Other chair",
        "Waves · Mon, 30 Sept, 09:00–09:30, Hall",
        "Before: –",
        "Now: Bo Li",
    ]


def test_untitled_session_is_called_one():
    old, new = program(session_title="", chairs=TBD), program(session_title="", chairs=("li",))
    assert sheet(old, new)[1:3] == [
        "Session · Mon, 30 Sept, 09:00–09:30, Hall",
        "Before: Chair to be announced",
    ]


def test_poster_on_another_board():
    assert sheet(program(), program(board="2")) == [
        *("Other time", "Drops", "Before: Posters, Board 1", "Now: Posters, Board 2"),
    ]


def test_new_and_gone():
    old = Program.of(conference(day(), talks=(Talk(id="x", title="X", speakers=()),)))
    new = Program.of(conference(day(), talks=(Talk(id="y", title="Y", speakers=()),)))
    assert sheet(old, new) == [
        *("No longer in the program", "X", "Before: Time to be announced"),
        *("New", "Y", "Now: Time to be announced"),
    ]


def test_way_to_what_changes_later_is_a_code():
    old, new = program(), program(room="cove")
    new = Program.of(new.conference.replace(url="https://example.org/now"))
    (page,) = laid_out(new, Changes(since=old)).pages
    assert text(page)[-2] == "example.org/now"
    assert len([mark for mark in page.marks if isinstance(mark, Bar)]) > 100


def test_earlier_program_is_nothing_that_a_file_could_say():
    assert TypeAdapter(Changes).json_schema()["properties"] == {}
