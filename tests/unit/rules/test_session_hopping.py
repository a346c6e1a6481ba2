from programkit.model.base import TBD
from programkit.model.contributions import Track
from programkit.model.days import Day, Session, Slot
from programkit.model.program import SessionDecision
from programkit.rules import SessionHopping
from tiny import found, morning, placed, talk

SLOTS = (Slot(minutes=20),) * 2


def session(name, room, start):
    return Session(id=name, room=room, start=start, slots=SLOTS)


FIRST = (
    session("x1", "hall", 540),
    session("x2", "attic", 540),
    session("y1", "hall", 600),
    session("y2", "attic", 600),
    session("z1", "hall", 660),
    session("z2", "attic", 660),
)
DAYS = (
    Day(date="2030-05-01", items=FIRST),
    Day(date="2030-05-02", items=(session("v2", "attic", 540), session("w", TBD, 600))),
)


def facts():
    talks = [talk(name, track="red") for name in ("a", "b", "c")]
    return morning(
        *talks, talk("d", tags=("x",)), talk("e"), days=DAYS, tracks=(Track(id="red", name="Red"),)
    )


def given(rule=SessionHopping(), **places):  # noqa: B008 - rules are frozen
    return found(rule, placed(facts(), **places))


def test_track_that_stays_in_a_room_is_fine():
    assert given(a="x1/1", b="y1/1", c="z1/1") == []


def test_each_change_of_rooms_costs():
    assert given(a="x1/1", b="y2/1", c="z1/1") == [
        ("soft", 1, ("red", "x1", "y2")),
        ("soft", 1, ("red", "y2", "z1")),
    ]


def test_time_without_the_track_does_not_part_two_sessions():
    assert given(a="x1/1", b="z2/1") == [("soft", 1, ("red", "x1", "z2"))]


def test_another_day_begins_anew():
    assert given(a="z1/1", b="v2/1") == []


def test_two_rooms_at_one_time_make_people_hop():
    assert given(a="x1/1", b="x2/1", c="y1/1") == [("soft", 1, ("red", "x1", "y1"))]


def test_two_rooms_at_the_last_time_do_not():
    assert given(a="x1/1", b="x2/1") == []


def test_room_that_is_decided_counts_and_an_unknown_one_does_not():
    program = placed(facts(), a="v2/1", b="w/1")
    decided = program.replace(sessions=(SessionDecision(session="w", room="hall"),))

    assert found(SessionHopping(), program) == []
    assert found(SessionHopping(), decided) == [("soft", 1, ("red", "v2", "w"))]


def test_tags_can_be_followed_too():
    assert given(SessionHopping(groups=("tag:x",)), a="x1/1", b="y2/1") == []
    assert given(SessionHopping(groups=("tag:x", "e")), d="x1/1", e="y2/1") == []
    assert given(SessionHopping(groups="all"), d="x1/1", e="y2/1") == [
        ("soft", 1, ("all", "x1", "y2"))
    ]


def test_short_form_says_what_is_followed():
    assert SessionHopping.model_validate("tag:x") == SessionHopping(groups=("tag:x",))


def test_message_names_the_rooms():
    (finding,) = SessionHopping().check(placed(facts(), a="x1/1", b="y2/1"))

    assert finding.message == (
        "who follows the track Red goes from session x1 Wed 1 May 09:00 to session y2 Wed 1 May 10:00 "
        "in several rooms: Hall and Attic"
    )
