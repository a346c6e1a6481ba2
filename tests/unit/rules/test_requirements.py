"""How each rule says what it requires, when requirements clash."""

import pytest

from programkit.model.contributions import Track
from programkit.model.days import Break, Session
from programkit.model.people import Person
from programkit.model.venue import Room
from programkit.rules import (
    Alone,
    Apart,
    Balance,
    Candidates,
    Choice,
    Coherent,
    DaysOnSite,
    EdgeOfDay,
    Flow,
    Gap,
    Interests,
    LikeAbstracts,
    LocalHours,
    Makespan,
    NotTogether,
    OneTrack,
    Order,
    PerDay,
    Pinned,
    PopularSpread,
    RoomAvailable,
    RoomCapacity,
    RoomFeatures,
    RoomFree,
    Rooms,
    SameDay,
    SessionHopping,
    SessionKinds,
    SessionLength,
    SetUp,
    SpeakerAvailable,
    SpeakerFree,
    StayPut,
    TalkFitsSlot,
    TalkPlacedOnce,
    Times,
    Together,
    TrackNotParallel,
    TrackRoom,
    WithinSession,
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
        talk("a", "ada", minutes=30, audience=50, needs=("organ", "piano")),
        talk("b", parts=2),
        items=items,
        rooms=(Room(id="hall", name="Hall", available=HOURS), Room(id="attic", name="Attic")),
        tracks=(Track(id="red", name="Red"),),
        people=(Person(id="ada", name="Ada", available=HOURS),),
    )


@pytest.mark.parametrize(
    ("rule", "about", "words"),
    [
        (TalkPlacedOnce(), ("a",), 'talk "a" (A) is placed once'),
        (TalkPlacedOnce(), ("b",), 'talk "b" (B) is placed 2 times'),
        (TalkFitsSlot(), ("a",), 'talk "a" (A) takes 30 min and must fit its place'),
        (TalkFitsSlot(), ("x",), "session x Wed 1 May 11:00 holds 40 min"),
        (RoomFree(), ("s/1",), "slot s/1 Wed 1 May 09:00 holds one talk"),
        (RoomFree(), ("x",), "the talks of session x Wed 1 May 11:00 come one after the other"),
        (RoomFree(), ("a",), 'nothing else is in the room of talk "a" (A)'),
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
        (SpeakerFree(), ("ada", "a"), 'Ada gives one talk at a time: talk "a" (A)'),
        (SpeakerFree(), ("b", "b"), 'one speaker gives one talk at a time: talk "b" (B)'),
        (
            SpeakerAvailable(),
            ("ada",),
            "Ada is available only Wed 1 May 08:00 – Thu 2 May 08:00",
        ),
        (Pinned(), ("a", "s/2"), 'talk "a" (A) is fixed in slot s/2 Wed 1 May 09:30'),
        (
            Pinned(),
            ("a", "2030-05-01T12:00"),
            'talk "a" (A) is fixed at Wed 1 May 12:00',
        ),
        (Pinned(), ("a", "nowhere"), 'talk "a" (A) is fixed at nowhere'),
        (Order(talks=("a", "b")), ("a", "b"), 'talk "a" (A) is over before talk "b" (B) starts'),
        (StayPut(placements=()), ("a",), 'talk "a" (A) stays where it was'),
        (StayPut(placements=()), ("x",), "session x Wed 1 May 11:00 keeps its time and its room"),
        (
            Times(talks="a", only="1 May 2030", prefer="8:00-9:00", avoid="2 May"),
            ("a",),
            (
                'talk "a" (A) is given only Wed 1 May 00:00 – Thu 2 May 00:00, '
                "preferably Wed 1 May 08:00–09:00, not Thu 2 May 00:00 – Fri 3 May 00:00"
            ),
        ),
        (Times(talks="a", only="nowhen"), ("a",), 'talk "a" (A) is given never'),
        (
            Rooms(talks="a", only=("hall", "attic"), avoid="attic"),
            ("a",),
            'talk "a" (A) is only in Hall or Attic, not in Attic',
        ),
        (SameDay(talks=("a", "b")), ("a", "b"), 'talk "a" (A) and talk "b" (B) are on one day'),
        (Together(talks=("a", "b")), ("a", "b"), 'talk "a" (A) and talk "b" (B) start at one time'),
        (NotTogether(talks="all"), ("a", "b"), "all talks are not at the same time"),
        (
            Apart(talks="all", minutes=5, days=2, most_minutes=9, most_days=1),
            ("a", "b"),
            (
                'talk "a" (A) and talk "b" (B) are at least 5 min and at least 2 days and at most 9 min '
                "and at most 1 day apart"
            ),
        ),
        (Gap(minutes=5), ("ada", "a", "b"), "Ada has 5 min between talks"),
        (
            Gap(minutes=5, elsewhere=10),
            ("ada", "a", "b"),
            "Ada has 5 min between talks, 10 min from room to room",
        ),
        (EdgeOfDay(talks="a", edge="last"), ("a",), 'talk "a" (A) is the last of its day'),
        (Alone(talks="a"), ("a",), 'talk "a" (A) has nothing beside it'),
        (
            PerDay(most=1),
            ("ada", "2030-05-01"),
            "Ada gives no more than one talk on Wed 1 May",
        ),
        (
            PerDay(most=2),
            ("ada", "2030-05-01"),
            "Ada gives no more than 2 talks on Wed 1 May",
        ),
        (DaysOnSite(), ("ada",), "Ada speaks on no more than one day"),
        (DaysOnSite(most=2), ("ada",), "Ada speaks on no more than 2 days"),
        (LocalHours(), ("ada",), "Ada speaks within 09:00–22:00 at home"),
        (RoomCapacity(), ("a",), 'talk "a" (A) needs 50 seats'),
        (
            Makespan(most=90),
            ("ada", "2030-05-01"),
            "the talks of Ada on Wed 1 May begin within 90 min",
        ),
        (
            SessionHopping(),
            ("red", "s", "x"),
            "who follows the track Red stays in one room from session s Wed 1 May 09:00 to session x Wed 1 May 11:00",
        ),
        (
            SessionHopping(groups="tag:new"),
            ("tag:new", "s", "x"),
            f"who follows the talks of tag new stays in one room from {BOTH.replace(' and ', ' to ')}",
        ),
        (Flow(levels=("a", "b")), ("b",), 'talk "b" (B) comes after simpler talks'),
        (
            SessionKinds(talks="all", only=("a", "b"), avoid="c"),
            ("a",),
            'talk "a" (A) is in a session of the right kind: only a or b, not c',
        ),
        (
            SessionLength(least=1, most=2, least_minutes=3, most_minutes=4),
            ("s",),
            (
                "session s Wed 1 May 09:00 holds at least 1 talk and at most 2 talks and "
                "at least 3 min of talks and at most 4 min of talks"
            ),
        ),
        (
            Balance(),
            ("s",),
            "session s Wed 1 May 09:00 and the sessions at the same time differ by at most 1 talk",
        ),
        (
            Balance(of="track", difference=2),
            ("red",),
            "the sessions of the track Red differ by at most 2 talks",
        ),
        (
            Coherent(),
            ("a", "s"),
            (
                'talk "a" (A) in session s Wed 1 May 09:00 has the tag that the talks there have '
                "in common"
            ),
        ),
        (
            LikeAbstracts(),
            ("a", "b"),
            'talk "a" (A) and talk "b" (B), whose abstracts are alike, are in one session',
        ),
        (
            WithinSession(order=("a", "b")),
            ("a", "s"),
            'talk "a" (A) comes in session s Wed 1 May 09:00 before talks of a later sort',
        ),
        (
            Interests(),
            ("a", "b"),
            'talk "a" (A) and talk "b" (B) are not at one time: attendees want to hear both',
        ),
        (
            PopularSpread(talks="all"),
            ("a", "b"),
            'of talk "a" (A) and talk "b" (B), at most 1 are at one time',
        ),
        (
            Choice(by=("tag", "track")),
            ("new", "red"),
            "at most one talk is at one time of the tag new and the track Red",
        ),
        (Choice(by="kind", most=2), ("demo",), "at most 2 talks are at one time of the kind demo"),
        (StayPut(), ("x", "ada"), "Ada chairs session x Wed 1 May 11:00"),
        (RoomFeatures(), ("a",), 'talk "a" (A) needs organ and piano'),
        (SetUp(minutes=15), ("s", "x"), f"{BOTH} are 15 min apart if they share a room"),
        (OneTrack(), ("s",), "the talks of session s Wed 1 May 09:00 share a track"),
        (TrackNotParallel(), ("red",), "the track Red is not parallel to itself"),
        (TrackRoom(), ("red", "2030-05-01"), "the track Red on Wed 1 May stays in one room"),
        (
            Candidates(slot="s/1", talks=("a", "b")),
            ("s/1",),
            'slot s/1 Wed 1 May 09:00 gets talk "a" (A) or talk "b" (B), and the others have no place',
        ),
    ],
)
def test_requirement_is_said_in_a_clause(rule, about, words):
    assert rule.requirement(conference(), about) == words
