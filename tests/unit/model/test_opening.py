"""When withheld links are given, against clocks on the wall."""

from datetime import timedelta

import pytest

from programkit.model.contributions import At, State
from programkit.model.opening import next_due, open_rooms, openings
from programkit.model.program import Program
from programkit.model.venue import Access, Room
from small import moment, one_day, session, slot, span, talks

LINK = "https://meet.example.org/secret"
ZOOM = Room(id="zoom", name="Zoom", online=True, link=LINK, access="before", minutes_before=10)
HALL = Room(id="hall", name="Hall")


def program(*items, room=ZOOM, **facts):
    given = {"talks": talks("k", "l"), "rooms": (room, HALL), **facts}
    return Program.of(one_day(*items, **given))


def windows(made, room=ZOOM):
    return [span(window) for window in openings(made, room)]


def test_link_is_given_from_some_minutes_before_a_session_to_its_end():
    made = program(session(slot("8:30", "k", minutes=60), room="zoom"))

    assert windows(made) == [("2024-09-30 06:20", "2024-09-30 07:30")]


def test_sessions_soon_after_each_other_are_one_opening():
    made = program(
        session(slot("8:30", "k", minutes=60), room="zoom"),
        session(slot("9:35", "l", minutes=60), room="zoom"),
    )

    assert windows(made) == [("2024-09-30 06:20", "2024-09-30 08:35")]


@pytest.mark.parametrize("access", [Access.OPEN, Access.REGISTRATION, Access.MAIL])
def test_other_links_have_no_opening(access):
    room = ZOOM.replace(access=access)
    made = program(session(slot("8:30", "k", minutes=60), room="zoom"), room=room)

    assert windows(made, room) == []


def test_session_in_another_room_opens_nothing():
    assert windows(program(session(slot("8:30", "k", minutes=60), room="hall"))) == []


def test_session_without_a_time_opens_nothing():
    assert windows(program(session(slot("TBD", "k"), room="zoom"))) == []


def test_session_whose_talks_are_open_or_cancelled_opens_nothing():
    cancelled = talks("k", state=State.CANCELLED)
    made = program(
        session(slot("8:30", "k", minutes=60), room="zoom"),
        session(slot("11:00", minutes=60), room="zoom"),
        talks=cancelled,
    )

    assert windows(made) == []


def test_session_without_slots_opens_for_itself():
    made = program(session(start="8:30", minutes=60, title="Panel", room="zoom"))

    assert windows(made) == [("2024-09-30 06:20", "2024-09-30 07:30")]


def test_session_without_end_stays_open_for_hours():
    made = program(session(slot("8:30", "k"), room="zoom"))

    assert windows(made) == [("2024-09-30 06:20", "2024-09-30 18:31")]


def off_the_grid(minutes, **more):
    talk = talks("k", minutes=minutes, at=(At(start=moment("2024-09-30 10:00"), room="zoom"),))
    return program(talks=(talk[0].replace(**more),))


def test_talk_beside_all_sessions_opens_for_itself():
    assert windows(off_the_grid(30)) == [("2024-09-30 09:50", "2024-09-30 10:30")]


def test_talk_beside_all_sessions_without_end_stays_open_for_hours():
    assert windows(off_the_grid(None)) == [("2024-09-30 09:50", "2024-09-30 22:01")]


def test_cancelled_talk_beside_all_sessions_opens_nothing():
    assert windows(off_the_grid(30, state="cancelled")) == []


MADE = program(session(slot("8:30", "k", minutes=60), room="zoom"))


@pytest.mark.parametrize(
    ("now", "opened", "due"),
    [
        ("2024-09-30 06:19", set(), "2024-09-30 06:20"),
        ("2024-09-30 06:20", {"zoom"}, "2024-09-30 07:30"),
        ("2024-09-30 07:29", {"zoom"}, "2024-09-30 07:30"),
        ("2024-09-30 07:30", set(), None),
    ],
)
def test_outputs_are_due_when_a_link_opens_or_closes(now, opened, due):
    assert open_rooms(MADE, moment(now)) == opened
    assert next_due(MADE, moment(now)) == (due and moment(due))


def test_room_without_a_link_is_never_due():
    made = program(session(slot("8:30", "k", minutes=60), room="zoom"), room=ZOOM.replace(link=""))

    assert next_due(made, moment("2024-01-01 00:00")) is None
    assert open_rooms(made, moment("2024-09-30 07:00")) == frozenset()


def test_public_program_has_the_link_while_it_is_open_and_only_then():
    opening, end = moment("2024-09-30 06:20"), moment("2024-09-30 07:30")
    second = timedelta(seconds=1)
    shown = [
        LINK in MADE.public(now).model_dump_json()
        for now in (None, opening - second, opening, end - second, end)
    ]

    assert shown == [False, False, True, True, False]


def test_public_program_of_a_moment_is_made_once():
    now = moment("2024-09-30 07:00")

    assert MADE.public(now) is MADE.public(now + timedelta(minutes=1))
    assert MADE.public() is MADE.public(moment("2024-01-01 00:00"))


def test_public_program_is_not_opened_by_what_it_was_made_from():
    assert LINK not in MADE.public(moment("2024-09-30 07:00")).public().model_dump_json()


def test_only_the_room_that_is_open_shows_its_link():
    later = ZOOM.replace(id="later", link="https://meet.example.org/other")
    made = program(
        session(slot("8:30", "k", minutes=60), room="zoom"),
        session(slot("14:00", "l", minutes=60), room="later"),
        rooms=(ZOOM, later, HALL),
    )
    rooms = made.public(moment("2024-09-30 07:00")).conference.rooms

    assert [room.link for room in rooms] == [LINK, "", ""]
