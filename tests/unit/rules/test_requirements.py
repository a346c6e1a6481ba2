"""How each rule says what it requires, when requirements clash."""

import pytest

from programkit.model.days import Break, Session
from programkit.model.people import Person
from programkit.model.venue import Room
from programkit.rules import (
    Order,
    Pinned,
    RoomAvailable,
    RoomFree,
    SpeakerAvailable,
    SpeakerFree,
    StayPut,
    TalkFitsSlot,
    TalkPlacedOnce,
)
from tiny import between, clock, hall_session, morning, talk

BOTH = "session s Wed 1 May 09:00 and session x Wed 1 May 11:00"
HOURS = (between(clock(8), clock(8, day=2)),)


def conference():
    items = (
        hall_session(plenary=True),
        Session(id="x", room="attic", packed=True, start=11 * 60, minutes=40),
        Break(id="tea", title="Tea", start=13 * 60, minutes=15),
    )
    return morning(
        talk("a", "ada", minutes=30),
        talk("b", parts=2),
        items=items,
        rooms=(Room(id="hall", name="Hall", available=HOURS), Room(id="attic", name="Attic")),
        people=(Person(id="ada", name="Ada", available=HOURS),),
    )


@pytest.mark.parametrize(
    ("rule", "about", "words"),
    [
        (TalkPlacedOnce(), ("a",), "“A” (Ada) is placed once"),
        (TalkPlacedOnce(), ("b",), "“B” is placed 2 times"),
        (TalkFitsSlot(), ("a",), "“A” (Ada) takes 30 min and must fit its place"),
        (TalkFitsSlot(), ("x",), "session x Wed 1 May 11:00 holds 40 min"),
        (RoomFree(), ("s/1",), "slot s/1 Wed 1 May 09:00 holds one talk"),
        (RoomFree(), ("x",), "the talks of session x Wed 1 May 11:00 come one after the other"),
        (RoomFree(), ("a",), "nothing else is in the room of “A” (Ada)"),
        (RoomFree(), ("tea",), "“Tea” Wed 1 May 13:00 closes rooms"),
        (RoomFree(), ("s",), "session s Wed 1 May 09:00 closes rooms"),
        (
            RoomFree(),
            ("s", "x"),
            f"{BOTH} are not in one room at the same time",
        ),
        (
            RoomAvailable(),
            ("hall",),
            "Hall is available only Wed 1 May 08:00 – Thu 2 May 08:00",
        ),
        (SpeakerFree(), ("ada", "a"), "Ada gives one talk at a time: “A” (Ada)"),
        (SpeakerFree(), ("b", "b"), "one speaker gives one talk at a time: “B”"),
        (
            SpeakerAvailable(),
            ("ada",),
            "Ada is available only Wed 1 May 08:00 – Thu 2 May 08:00",
        ),
        (Pinned(), ("a", "s/2"), "“A” (Ada) is fixed in slot s/2 Wed 1 May 09:30"),
        (
            Pinned(),
            ("a", "2030-05-01T12:00"),
            "“A” (Ada) is fixed at Wed 1 May 12:00",
        ),
        (Pinned(), ("a", "nowhere"), "“A” (Ada) is fixed at nowhere"),
        (Order(talks=("a", "b")), ("a", "b"), "“A” (Ada) is over before “B” starts"),
        (StayPut(placements=()), ("a",), "“A” (Ada) stays where it was"),
        (StayPut(placements=()), ("x",), "session x Wed 1 May 11:00 stays in its room"),
    ],
)
def test_requirement_is_said_in_a_clause(rule, about, words):
    assert rule.requirement(conference(), about) == words
