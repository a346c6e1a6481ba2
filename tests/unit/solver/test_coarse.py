"""A first look from afar: talks are shared out to rooms, days and sessions."""

from datetime import date

from programkit.model.base import TBD
from programkit.model.contributions import Track
from programkit.model.days import Day, Session, Slot
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.rules import OneTrack, RoomCapacity, RoomFeatures, SpeakerAvailable
from programkit.solver.coarse import regions
from programkit.solver.task import Task
from tiny import between, clock, morning, placed, talk

RULES = (
    OneTrack(level="soft", weight=20),
    RoomFeatures(),
    RoomCapacity(level="soft"),
    SpeakerAvailable(),
)
ROOMS = (
    Room(id="hall", name="Hall", capacity=100),
    Room(id="attic", name="Attic", capacity=30, features=("organ",)),
)
TRACKS = tuple(Track(id=name, name=name.upper()) for name in "tuv")


def session(name, room, slots=2, **facts):
    own = (Slot(minutes=30),) * slots
    return Session(**{"id": name, "room": room, "start": 9 * 60, "slots": own, **facts})


def two_days(*talks, **facts):
    """Two rooms on two days: in each, a session of two slots from 9:00 on."""
    days = tuple(
        Day(
            date=date(2030, 5, number),
            items=(session(f"hall-{number}", "hall"), session(f"attic-{number}", "attic")),
        )
        for number in (1, 2)
    )
    return morning(*talks, **{"rooms": ROOMS, "tracks": TRACKS, "days": days, **facts})


def shared(conference, program=None):
    """For each region, its talks with their sessions, and the slots by rule of thumb."""
    start = program or Program.of(conference)
    return [
        (
            {name: "".join(sorted(sessions)) for name, sessions in region.within.items()},
            {place.talk: "".join(place.slots) for place in region.thumb.placements},
        )
        for region in regions(Task(conference, RULES), start)
    ]


def rooms_of(conference, program=None):
    """The room of each talk."""
    start = program or Program.of(conference)
    sessions = conference.timetable.sessions
    return {
        name: {sessions[session].room for session in within}
        for region in regions(Task(conference, RULES), start)
        for name, within in region.within.items()
    }


def test_nothing_to_share_out():
    assert shared(two_days()) == []


def test_nowhere_to_be():
    assert shared(two_days(talk("a", minutes=30), days=())) == []


def test_each_track_has_a_room():
    conference = two_days(
        *(talk(f"t{number}", track="t", minutes=30) for number in range(4)),
        *(talk(f"u{number}", track="u", minutes=30) for number in range(4)),
    )
    rooms = rooms_of(conference)

    assert rooms["t0"] == rooms["t1"] == rooms["t2"] == rooms["t3"]
    assert rooms["u0"] == rooms["u1"] == rooms["u2"] == rooms["u3"]
    assert rooms["t0"] != rooms["u0"]


def test_places_by_rule_of_thumb_are_all_there_is_room_for():
    talks = (talk(f"t{number}", track="t", minutes=30) for number in range(9))
    places = [slots for _, thumb in shared(two_days(*talks)) for slots in thumb.values()]

    assert sorted(places) == [
        f"{r}-{d}/{s}" for r in ("attic", "hall") for d in (1, 2) for s in (1, 2)
    ]


def test_talk_is_in_a_room_that_has_what_it_needs():
    talks = [talk(f"t{number}", track="t", minutes=30) for number in range(3)]
    conference = two_days(*talks, talk("organ", track="t", minutes=30, needs=("organ",)))

    assert rooms_of(conference)["organ"] == {"attic"}


def test_popular_talk_is_in_a_large_room():
    talks = [talk(f"t{number}", track="t", minutes=30, audience=10) for number in range(4)]
    popular = talk("popular", track="u", minutes=30, audience=100)

    assert rooms_of(two_days(*talks, popular))["popular"] == {"hall"}


def test_talk_is_on_a_day_when_its_speaker_is_there():
    second = between(clock(0, day=2), clock(23, day=2))
    people = (Person(id="ada", name="Ada", available=(second,)),)
    conference = two_days(talk("a", "ada", minutes=30), people=people)

    ((_, thumb),) = shared(conference)
    assert thumb["a"].partition("/")[0].endswith("-2")


def test_long_talk_takes_slots_that_follow_each_other():
    ((_, thumb),) = shared(two_days(talk("a", minutes=60)))

    assert thumb["a"] in {f"{s}/1{s}/2" for s in ("hall-1", "hall-2", "attic-1", "attic-2")}


def test_talk_that_fits_nowhere_is_in_no_region():
    assert shared(two_days(talk("a", minutes=120))) == []


def test_talk_with_a_place_is_left_alone():
    conference = two_days(talk("a", minutes=30), talk("b", minutes=30))
    ((within, thumb),) = shared(conference, placed(conference, a="hall-1/1"))

    assert (list(within), list(thumb)) == (["b"], ["b"])
    assert thumb["b"] != "hall-1/1"


def test_session_of_a_track_is_for_its_talks():
    items = (session("s", "hall", track="t"), session("p", "attic", track="u"))
    days = (Day(date=date(2030, 5, 1), items=items),)
    talks = talk("a", track="u", minutes=30), talk("b", track="t", minutes=30)

    assert rooms_of(two_days(*talks, days=days)) == {"a": {"attic"}, "b": {"hall"}}


def test_packed_session_holds_what_its_time_allows():
    packed = Session(id="s", room="hall", start=9 * 60, minutes=60, packed=True)
    days = (Day(date=date(2030, 5, 1), items=(packed,)),)
    talks = [talk(name, minutes=25) for name in ("a", "b", "c")]
    (region,) = regions(
        Task(conference := two_days(*talks, days=days), RULES), Program.of(conference)
    )
    starts = [place.start for place in region.thumb.placements]

    assert list(region.within) == ["a", "b"]
    assert starts == [clock(9), clock(9, 25)]


def test_room_that_is_open_is_as_good_as_any():
    days = (Day(date=date(2030, 5, 1), items=(session("s", TBD),)),)
    conference = two_days(talk("a", minutes=30, needs=("organ",)), days=days)

    assert shared(conference) == [({"a": "s"}, {"a": "s/1"})]


def test_talk_may_be_in_sessions_nobody_has():
    ((within, _),) = shared(two_days(talk("a", minutes=30)))

    assert within in ({"a": "hall-1hall-2"}, {"a": "attic-1attic-2"})


def test_same_facts_are_shared_out_in_the_same_way():
    conference = two_days(*(talk(f"t{n}", track="tuv"[n % 3], minutes=30) for n in range(8)))

    assert shared(conference) == shared(conference)
