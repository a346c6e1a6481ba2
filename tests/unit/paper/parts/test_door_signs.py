"""Signs for doors."""

import pytest

from laid_out import fragments, laid_out, text
from programkit.model.contributions import State, Talk
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.paper.parts.door_signs import DoorSigns
from programkit.typeset.marks import Bar
from small import TUESDAY, conference, day, people, session, slot, talks

ROOMS = (Room(id="hall", name="Great Hall"), Room(id="cove", name="Cove"))


def signs(*days, detail="titles", **facts):
    told = {"rooms": ROOMS, "people": people("Ana Ribeiro"), **facts}
    return laid_out(Program.of(conference(*days, **told)), DoorSigns(detail=detail)).pages


def lines(*days, **facts):
    return [text(page) for page in signs(*days, **facts)]


def waves(*names, room="hall", **told):
    slots = (slot(540, names[0], minutes=30), *(slot(minutes=30, talk=n) for n in names[1:]))
    return session(*slots, **{"title": "Waves", "room": room, **told})


def test_sign_says_room_day_and_what_happens():
    assert lines(day(waves("a", "b")), talks=talks("a", "b", speakers=("ribeiro",))) == [
        [
            *("Great Hall", "Monday, 30 September", "Waves"),
            *("09:00 | Ana Ribeiro", "A", "09:30 | Ana Ribeiro", "B", "Small"),
        ]
    ]


@pytest.mark.parametrize(
    ("detail", "told"),
    [
        ("speakers", ["Waves", "09:00 | Ana Ribeiro", "09:30 | Ana Ribeiro"]),
        ("sessions", ["09:00 | Waves"]),
    ],
)
def test_less_may_be_said(detail, told):
    facts = {"talks": talks("a", "b", speakers=("ribeiro",))}
    assert lines(day(waves("a", "b")), detail=detail, **facts)[0][2:-1] == told


def test_untitled_session_is_its_talks():
    found = lines(day(waves("a", title="")), talks=talks("a"))
    assert found[0][2:-1] == ["09:00 | A"]


def test_session_without_talks_is_its_title_or_track():
    facts = {"tracks": ({"id": "t", "name": "Theory"},)}
    items = (
        session(start=540, minutes=30, title="Panel", room="hall"),
        session(start=600, minutes=30, room="hall", track="t"),
        session(start=660, minutes=30, room="hall"),
    )
    found = lines(day(*items), **facts)
    assert found[0][2:-1] == ["09:00 | Panel", "10:00 | Theory", "11:00 | Session"]


def test_there_is_a_sign_for_each_room_and_day_in_use():
    monday = day(waves("a"), waves("b", room="cove"))
    tuesday = day(waves("c", room="cove"), date=TUESDAY)
    found = lines(monday, tuesday, talks=talks("a", "b", "c"))
    assert [sign[:2] for sign in found] == [
        ["Great Hall", "Monday, 30 September"],
        ["Cove", "Monday, 30 September"],
        ["Cove", "Tuesday, 1 October"],
    ]


def test_no_rooms_no_signs():
    assert lines(day(waves("a", room="TBD")), rooms=(), talks=talks("a")) == []


def test_cancelled_talk_says_so_even_without_its_title():
    told = (Talk(id="a", title="A", speakers=("ribeiro",), state=State.CANCELLED),)
    found = lines(day(waves("a")), detail="speakers", talks=told)
    assert found[0][3] == "09:00 | Cancelled: Ana Ribeiro"


def test_open_slot_is_worded():
    assert lines(day(waves("TBD")))[0][3] == "09:00 | Open slot"


def test_way_to_the_web_is_a_code():
    (page,) = signs(day(waves("TBD")), url="https://example.org/")
    assert text(page)[-1] == "Small · example.org/room-hall.html"
    assert len([mark for mark in page.marks if isinstance(mark, Bar)]) > 100
    (page,) = signs(day(waves("TBD")))
    assert len([mark for mark in page.marks if isinstance(mark, Bar)]) == 1


def test_type_is_as_large_as_fits():
    def size(count):
        names = [f"t{n}" for n in range(count)]
        (page, *_) = signs(day(waves(*names)), talks=talks(*names))
        return {mark.size for mark in fragments(page) if mark.text == "09:00"}.pop()

    assert size(1) > size(14) > size(24)
    sizes = [size(count) for count in range(10, 24)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 7


def test_name_of_a_long_word_is_set_smaller():
    long = Room(id="hall", name="Donaudampfschifffahrtsgesellschaftssaal")
    (page,) = signs(day(waves("TBD")), rooms=(long,))
    (frame,) = page.shape.frames
    (name,) = [mark for mark in fragments(page) if mark.text.startswith("Donau")]
    assert name.text == long.name
    assert name.width <= frame.width


def test_only_room_has_no_page_on_the_web_to_lead_to():
    (page,) = signs(day(waves("TBD")), rooms=ROOMS[:1], url="https://example.org/")
    assert text(page)[-1] == "Small · example.org"


def test_sign_may_have_a_page_of_its_own():
    told = {"rooms": ROOMS, "people": people("Ana Ribeiro")}
    program = Program.of(conference(day(waves("TBD")), **told))
    (page,) = laid_out(program, DoorSigns(page="A3")).pages
    assert (round(page.shape.width), round(page.shape.height)) == (842, 1191)
