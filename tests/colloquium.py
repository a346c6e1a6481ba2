"""A seminar series of some terms with everything that can happen to one, for tests of its pages.

In short: fortnightly Mondays at 16:00 in Enschede. In the term of fall 2026 the talk of 7 September was
given, that of 21 September is cancelled, 5 October has been moved to the 7th, 19 October is in the break,
2 November has nobody yet, 16 November begins at another time, 30 November and 1 December are a school
of two days; a talk has no date.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from programkit.model.contributions import Link, State, Talk, Track
from programkit.model.days import Break, Day, Session, Slot
from programkit.model.people import Affiliation, Person, Role, Stay
from programkit.model.program import Program
from programkit.model.recurrence import Pause, Recurrence, RuleException, Term
from programkit.model.series import Series
from programkit.model.venue import Access, Contact, Room

ZONE = ZoneInfo("Europe/Amsterdam")
WITHHELD = "https://meet.example.org/secret"
"""The link that only those get who may have it."""

AFFILIATIONS = tuple(
    Affiliation(id=name, name=text)
    for name, text in (("kth", "KTH"), ("eth", "ETH Zurich"), ("harbor", "Harbor University"))
)
PEOPLE = (
    Person(id="ada", name="Ada Moreno", affiliations=("harbor",)),
    Person(
        id="bo",
        name="Bo Lindqvist",
        affiliations=("eth",),
        stays=(
            Stay(affiliation="kth", until=date(2026, 8, 31)),
            Stay(affiliation="eth", since=date(2026, 9, 1)),
        ),
        roles=(Role(role="board", since=date(2024, 1, 1), until=date(2026, 6, 30)),),
    ),
    Person(id="chi", name="Chi Okafor"),
    Person(id="dora", name="Dora Weber", url="https://dora.example.org"),
    Person(id="eve", name="Eve Tanaka", roles=(Role(role="board", since=date(2026, 7, 1)),)),
    Person(id="fay", name="Fay Rossi", roles=(Role(role="board", ended=True),)),
    Person(id="gus", name="Gus Dekker", roles=(Role(role="organizer"),)),
    Person(id="hal", name="Hal Horvat", roles=(Role(role="scribe", since=date(2027, 1, 1)),)),
)


def _talk(name, speaker, title=None, **facts):
    given = {} if title is None else {"title": title}
    return Talk(id=name, speakers=(speaker,), **given, **facts)


TALKS = (
    _talk("waves", "bo", "Counting *waves*", abstract="They come and go."),
    _talk(
        "sand",
        "ada",
        "Counting sand",
        abstract="How many grains?\n\nMany.",
        hosts=("gus",),
        links=(
            Link(url="https://videos.example.org/sand", kind="recording"),
            Link(url="https://papers.example.org/sand", kind="paper"),
        ),
    ),
    _talk("stars", "chi", "Counting stars", state=State.CANCELLED, abstract=""),
    _talk("ships", "dora", "Counting ships", abstract="We count $n$ ships.", track="sea"),
    _talk("later", "eve", abstract=""),
    _talk("school-1", "ada", "To count", abstract=""),
    _talk("school-2", "bo", "To count again", abstract=""),
    _talk("someday", "gus", "Counting days", abstract=""),
)


def _meeting(day, talk, start="16:00", room="hall", **facts):
    slots = (Slot(start=start, minutes=60, talk=talk),)
    return Day(date=day, items=(Session(room=room, slots=slots),), **facts)


def _school_day(day, talk, title):
    morning = Session(
        title="Morning", room="hall", slots=(Slot(start="9:00", minutes=90, talk=talk),)
    )
    lunch = Break(title="Lunch", start="12:00", minutes=60)
    afternoon = Session(room="hall", slots=(Slot(start="14:00", minutes=60),))
    return Day(date=day, title=title, items=(morning, lunch, afternoon))


DAYS = (
    _meeting(date(2026, 3, 9), "waves"),
    _meeting(date(2026, 9, 7), "sand"),
    _meeting(date(2026, 9, 21), "stars"),
    _meeting(date(2026, 10, 7), "ships"),
    _meeting(date(2026, 11, 16), "later", "11:00", "zoom"),
    _school_day(date(2026, 11, 30), "school-1", "School on counting"),
    _school_day(date(2026, 12, 1), "school-2", ""),
)

RULE = Recurrence(
    first=date(2026, 9, 7),
    interval=2,
    start="16:00",
    until=date(2026, 12, 14),
    terms=(Term(name="Fall", first=date(2026, 9, 1), last=date(2026, 12, 20)),),
    breaks=(Pause(first=date(2026, 10, 17), last=date(2026, 10, 25), reason="Fall break"),),
    exceptions=(
        RuleException(date=date(2026, 10, 5), moved_to=date(2026, 10, 7), reason="Strike"),
        RuleException(date=date(2026, 12, 14), reason=""),
    ),
)


def colloquium(**changes):
    """The facts."""
    facts = {
        "title": "Seminar on *Counting*",
        "timezone": "Europe/Amsterdam",
        "place": "Enschede",
        "url": "https://counting.example.org",
        "hours": 24,
        "recurrence": RULE,
        "audience": ("America/New_York", "Asia/Kolkata"),
        "channels": (
            Link(url="mailto:join@example.org", kind="mailing-list", title="counting-list"),
            Link(url="https://videos.example.org", kind="videos"),
            Link(url="https://old.example.org", kind="past", title="Talks before 2026"),
        ),
        "contacts": (Contact(name="Gus Dekker", email="gus@example.org"),),
        "rooms": (
            Room(id="hall", name="Hall & Zoom", online=True, link=WITHHELD, access=Access.BEFORE),
            Room(id="zoom", name="Zoom", online=True, physical=False, how_to_join="Ask us."),
        ),
        "affiliations": AFFILIATIONS,
        "people": PEOPLE,
        "tracks": (Track(id="sea", name="Sea"),),
        "talks": TALKS,
        "days": DAYS,
    }
    return Series(**facts | changes)


def colloquium_program(**changes):
    """The facts with what they fix."""
    return Program.of(colloquium(**changes))


def at(text):
    """A moment by the clocks of Enschede."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)
