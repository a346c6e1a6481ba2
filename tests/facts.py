"""Facts that give every field of every kind of fact, so that none can be forgotten."""

import datetime as dt

from programkit.model.base import TBD
from programkit.model.conference import Conference, Ignore, Requirement
from programkit.model.contributions import At, CoAuthor, Link, Poster, State, Talk, Track
from programkit.model.days import Block, Break, Day, Marker, Session, Slot
from programkit.model.findings import Source
from programkit.model.interests import Interest
from programkit.model.interval import Interval
from programkit.model.people import Affiliation, Alternative, Person, Role, Stay
from programkit.model.recurrence import Pause, Recurrence, RuleException, Term
from programkit.model.series import Series
from programkit.model.venue import Access, Contact, Organization, Room

DAY = dt.date(2026, 5, 11)
HOURS = (
    Interval(
        start=dt.datetime(2026, 5, 1, 7, tzinfo=dt.UTC), end=dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
    ),
)
OTHERS = (
    Alternative(field="title", value="Other", source=Source(file="a.txt", line=3, field="title")),
)

CONTRIBUTED = {
    "title": "Maps",
    "speakers": ("ada",),
    "coauthors": (CoAuthor(person="bo", affiliations=("ucb",)),),
    "abstract": "Robots draw maps.",
    "track": "red",
    "tags": ("new", "robots"),
    "language": "de",
    "links": (Link(url="https://example.org/a", title="The slides", kind="slides"),),
    "state": State.TENTATIVE,
    "formerly": ("before",),
    "alternatives": OTHERS,
    "notes": "Ask again.",
}
TALK = Talk(
    id="t1",
    **CONTRIBUTED,
    minutes=20,
    kind="keynote",
    parts=2,
    repeated=True,
    hosts=("bo",),
    needs=("projector",),
    audience=40,
    reserve=True,
    at=(At(place="loose"), At(start=dt.datetime(2026, 5, 12, 7, tzinfo=dt.UTC), room="hall")),
)
FACTS = {
    "subtitle": "And more",
    "start": DAY,
    "end": dt.date(2026, 7, 31),
    "place": "Berlin",
    "timezone": "Europe/Berlin",
    "language": "de",
    "hours": 12,
    "url": "https://example.org/",
    "site": "https://example.org/program/",
    "channels": (Link(url="https://example.org/list", title="List", kind="mailing-list"),),
    "welcome": "Come in.",
    "venue": "By the river.",
    "hosts": (Organization(name="U", url="https://example.org/u", kind="gold"),),
    "sponsors": (Organization(name="S", kind="in kind"), Organization(name="T")),
    "contacts": (Contact(name="Desk", email="desk@example.org", phone="12"), Contact(name="D")),
    "revised": dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC),
    "minutes": 30,
    "rooms": (
        Room(
            id="hall",
            name="The hall",
            capacity=40,
            features=("projector",),
            online=True,
            physical=False,
            link="https://example.org/join",
            access=Access.BEFORE,
            minutes_before=5,
            how_to_join="Ask us.",
            available=HOURS,
            notes="Cold.",
        ),
        Room(id="attic", name="attic"),
    ),
    "affiliations": (
        Affiliation(id="ucb", name="UC Berkeley", place="Berkeley", url="https://example.org/b"),
        Affiliation(id="hu", name="HU"),
    ),
    "people": (
        Person(
            id="ada",
            name="Ada da Silva",
            family="da Silva",
            affiliations=("hu",),
            stays=(Stay(affiliation="ucb", since=dt.date(2020, 1, 1), until=dt.date(2025, 8, 31)),),
            url="https://example.org/ada",
            bio="Draws.",
            roles=(
                Role(
                    role="board", since=dt.date(2020, 1, 1), until=dt.date(2021, 1, 1), ended=True
                ),
                Role(role="organizer"),
            ),
            email="ada@example.org",
            phone="34",
            notes="Kind.",
            available=HOURS,
            timezone="Asia/Tokyo",
            alternatives=OTHERS,
        ),
        Person(id="bo", name="Bo"),
    ),
    "tracks": (Track(id="red", name="Red", color="#ff0000", chairs=("bo",)),),
    "talks": (TALK, Talk(id="t2", state=State.CANCELLED, reason="Ill."), Talk(id="t3")),
    "posters": (Poster(id="p1", **CONTRIBUTED, reason="Lost.", session="boards", board="7"),),
    "sessions": (
        Session(
            id="loose",
            start=20 * 60,
            minutes=30,
            title="Evening",
            kind="workshop",
            track="red",
            chairs=("bo",),
            room="attic",
            slots=(Slot(id="late", start=20 * 60, end=20 * 60 + 30, talk="t2"),),
            plenary=True,
            closes=("hall",),
        ),
        Session(packed=True, talks=("t3",)),
        Session(slots=(Slot(minutes=10), Slot(minutes=10))),
    ),
    "interests": (Interest(attendee="x", talks=("t1", "t2")),),
    "requirements": (Requirement(rule="order", given=["t1", "t2"]),),
    "ignore": (Ignore(code="untitled", about="t2", reason="It is known."),),
    "alternatives": OTHERS,
    "notes": "For us.",
}
ITEMS = (
    Session(
        id="boards", start=TBD, end=10 * 60, title="Posters", kind="posters", boards=("7", "8")
    ),
    Block(
        id="block",
        start=11 * 60,
        minutes=60,
        title="Parallel",
        kind="panel",
        track=TBD,
        chairs=TBD,
        slots=(Slot(minutes=20),),
        rooms=("hall", "attic"),
    ),
    Block(start=12 * 60, end=13 * 60, packed=True, rooms=("attic",)),
    Break(
        id="tea",
        start=13 * 60,
        minutes=20,
        title="Tea",
        kind="coffee",
        place="Yard",
        closes=("attic",),
    ),
    Break(start=14 * 60, end=14 * 60 + 30, title="Walk"),
    Marker(id="end", start=18 * 60, title="End of the day"),
)
DAYS = (Day(id="one", date=DAY, title="First", items=ITEMS), Day(title="Some day"))
RECURRENCE = Recurrence(
    first=DAY,
    frequency="monthly",
    interval=2,
    weekdays=("2MO", "-1FR"),
    until=dt.date(2026, 7, 31),
    start=16 * 60,
    minutes=45,
    terms=(Term(id="s26", first=DAY, last=dt.date(2026, 7, 31), name="Spring"),),
    breaks=(Pause(first=dt.date(2026, 6, 1), last=dt.date(2026, 6, 2), reason="Exams"),),
    holidays="DE-BE",
    on_holiday="skip",
    exceptions=(
        RuleException(date=DAY, moved_to=dt.date(2026, 5, 13), reason="Strike"),
        RuleException(
            date=dt.date(2026, 5, 20), extra=True, start=15 * 60, minutes=50, room="attic"
        ),
    ),
)
COUNTED = Recurrence(first=DAY, count=3, start=9 * 60)


def whole(**changes):
    """A conference that gives every field of every kind of fact."""
    return Conference(**{"title": "All", **FACTS, "days": DAYS, **changes})


def whole_series(**changes):
    """A series that does so, and has what only series have."""
    only = {"recurrence": RECURRENCE, "audience": ("Asia/Tokyo", "Europe/Berlin")}
    return Series(**{"title": "All", **FACTS, "days": DAYS, **only, **changes})
