"""An invented workshop with everything the symposium of Rovinj lacks, as a fixture for any test.

Parallel rooms, tracks, chairs, a plenary, posters, a cancelled and a tentative talk, a tutorial in
two parts, co-authors, an open slot, unknowns of every kind, an evening past midnight, texts in
another language, and private fields that nobody may see.
"""

from datetime import UTC, date, datetime

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import At, CoAuthor, Link, Poster, State, Talk, Track
from programkit.model.days import Break, Day, Marker, Session, Slot
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.model.venue import Access, Contact, Organization, Room


def workshop(**changes) -> Conference:
    """The workshop; arguments replace facts of it."""
    facts = {
        "title": "Workshop on *Tidal* Graphs",
        "subtitle": "Third meeting",
        "place": "Port Example",
        "timezone": "Europe/Lisbon",
        "url": "https://tides.example.org/2025/",
        "welcome": "Welcome. Please read the [guide](https://tides.example.org/guide).",
        "hosts": (Organization(name="Institute of Tides", url="https://tides.example.org/"),),
        "sponsors": (Organization(name="Moon & Sons", kind="gold"),),
        "contacts": (Contact(name="Office", email="office@tides.example.org", phone="+351 1"),),
        "revised": datetime(2025, 2, 1, 12, 0, tzinfo=UTC),
        "rooms": ROOMS,
        "affiliations": AFFILIATIONS,
        "people": PEOPLE,
        "tracks": TRACKS,
        "talks": TALKS,
        "posters": POSTERS,
        "days": (_first_day(), _second_day(), _undated_day()),
        "sessions": (Session(id="later", title="Closing panel", slots=(Slot(minutes=30),)),),
    }
    return Conference(**{**facts, **changes})


def workshop_program(**changes) -> Program:
    """The program that the workshop's facts make."""
    return Program.of(workshop(**changes))


ROOMS = (
    Room(id="hall", name="Great Hall", capacity=200),
    Room(
        id="cove",
        name="Cove",
        online=True,
        link="https://meet.example.org/open-cove",
    ),
    Room(
        id="reef",
        name="Reef",
        online=True,
        link="https://meet.example.org/secret-reef",
        access=Access.REGISTRATION,
        how_to_join="The link is sent to those who register.",
    ),
)
AFFILIATIONS = (
    Affiliation(id="tides", name="Institute of Tides", place="Port Example"),
    Affiliation(id="moon", name="Moon College"),
)
PEOPLE = (
    Person(id="ana", name="Ana Ribeiro da Costa", affiliations=("tides", "moon")),
    Person(id="bo", name="Bo Ó Súilleabháin", affiliations=("moon",)),
    Person(id="chen", name="Chen Li", family="Chen"),
    Person(id="dora", name="Dora Maar", affiliations=("tides",)),
    Person(id="eli", name="Eli Žižek"),
)
TRACKS = (
    Track(id="theory", name="Theory", color="#2f6690"),
    Track(id="practice", name="Practice & tools"),
)
TALKS = (
    Talk(
        id="opening",
        title="How the sea computes",
        speakers=("ana",),
        coauthors=(CoAuthor(person="bo"), CoAuthor(person="eli", affiliations=("moon",))),
        abstract="First:\n\n- waves\n- shores\n\nThen $E = mc^2$, and `code`.\n\n> A quote.",
        kind="keynote",
        links=(Link(url="https://tides.example.org/slides.pdf", kind="slides"),),
        tags=("waves",),
    ),
    Talk(id="spectra", title="Spectra of shores", speakers=("bo",), track="theory"),
    Talk(id="tools", title="A tool for **tides**", speakers=("chen", "dora"), track="practice"),
    Talk(
        id="gone",
        title="Ebb without flow",
        speakers=("dora",),
        abstract="It was to be about the ebb.",
        state=State.CANCELLED,
    ),
    Talk(id="maybe", title="Perhaps the moon", speakers=TBD, state=State.TENTATIVE, abstract=""),
    Talk(
        id="tutorial",
        title="Ein Kurs über Gezeiten",
        speakers=("eli",),
        abstract="Zwei Teile, viele Übungen.",
        language="de",
        parts=2,
    ),
    Talk(id="nameless", speakers=("chen",)),
    Talk(
        id="off-grid",
        title="Watching the spring tide",
        speakers=(),
        abstract="",
        minutes=45,
        at=(At(start=datetime(2025, 3, 29, 20, 0, tzinfo=UTC), room="hall"),),
    ),
    Talk(id="withdrawn", title="Never announced", speakers=("bo",), state=State.WITHDRAWN),
    Talk(id="spare", title="Only if a slot falls free", speakers=("bo",), reserve=True),
    Talk(id="homeless", title="Still without a place", speakers=("ana",), abstract="Soon."),
)
POSTERS = (
    Poster(id="p10", title="Ten drops", speakers=("dora",), session="posters", board="10"),
    Poster(id="p9", title="Nine drops", speakers=("eli",), session="posters", board="9"),
    Poster(id="p0", session=None),
)


def _first_day():
    """Saturday: parallel rooms between a plenary and a dinner that ends past midnight."""
    return Day(
        date=date(2025, 3, 29),
        title="Arrivals",
        items=(
            Session(
                id="plenary",
                title="Opening",
                start=9 * 60,
                room="hall",
                plenary=True,
                chairs=("bo",),
                slots=(Slot(id="s1", minutes=60, talk="opening"),),
            ),
            Break(title="Coffee", kind="coffee", minutes=30),
            Session(
                id="theory-1",
                title="Theory $\\tau$",
                start=10 * 60 + 30,
                room="cove",
                track="theory",
                chairs=TBD,
                slots=(Slot(id="s2", minutes=30, talk="spectra"), Slot(id="s3", minutes=30)),
            ),
            Session(
                id="practice-1",
                title="Practice",
                start=10 * 60 + 30,
                room="reef",
                track="practice",
                slots=(
                    Slot(id="s4", minutes=45, talk="tools"),
                    Slot(id="s5", minutes=45, talk="gone"),
                ),
            ),
            Session(
                id="course-1",
                start=10 * 60 + 30,
                room="hall",
                slots=(Slot(id="s6", minutes=90, talk="tutorial"),),
            ),
            Break(title="Dinner", kind="social", start=21 * 60, end=30, place="Harbor"),
            Marker(title="Last boat", start=24 * 60 + 45),
        ),
    )


def _second_day():
    """Sunday, when the clocks go forward at one."""
    return Day(
        date=date(2025, 3, 30),
        items=(
            Session(
                id="packed",
                title="Short talks",
                start=9 * 60,
                minutes=120,
                room=TBD,
                packed=True,
                talks=("maybe", "nameless"),
            ),
            Session(
                id="course-2",
                start=11 * 60,
                room="hall",
                slots=(Slot(id="s7", minutes=90, talk="tutorial"),),
            ),
            Session(id="posters", title="Posters", kind="posters", start=13 * 60, room="hall"),
            Break(title="Walk", kind="social", start=TBD),
        ),
    )


def _undated_day():
    """A day without a date keeps its place and its times."""
    return Day(title="Excursion", items=(Marker(title="Bus leaves", start=8 * 60),))
