"""A seminar whose talks are announced, with strangers' titles and a link that is withheld."""

from datetime import UTC, date, datetime

from tests.seminar import series

from programkit.model.contributions import At, State, Talk
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.model.venue import Contact, Room

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
LINK = "https://zoom.example.org/j/314159"
HOW = "Members of the mailing list get the link."
MAY = datetime(2026, 5, 11, 14, tzinfo=UTC)
"""16:00 in Amsterdam, a Monday."""


def talk(id, start=MAY, **facts):  # noqa: A002 - as everywhere
    """A talk of an hour at a fixed time."""
    at = (At(start=start, room="zoom"),) if start else ()
    given = {"title": f"On {id}", "speakers": ("ana",), "abstract": "", "minutes": 60}
    return Talk(id=id, at=at, **{**given, **facts})


def program(*talks, room=None, **facts):
    """A program of these talks."""
    zoom = {"id": "zoom", "name": "RA 2504 and Zoom", "online": True, "link": LINK}
    room = {"access": "mail", "how_to_join": HOW, **(room or {})}
    given = {
        "title": "Seminar on Counting",
        "url": "https://example.org/seminar",
        "rooms": (Room(**{**zoom, **room}),),
        "affiliations": (Affiliation(id="rijeka", name="University of Rijeka"),),
        "people": (
            Person(id="ana", name="Ana Horvat", affiliations=("rijeka",), email="ana@example.org"),
            Person(id="max", name="Max Weber"),
        ),
        "contacts": (Contact(name="Office"), Contact(name="Seminar", email="office@example.org")),
        "revised": date(2026, 4, 30),
    }
    return Program.of(series(talks=talks, **{**given, **facts}))


WHOLE = (
    talk(
        "ships",
        title="Counting *ships* for $n \\le 10$",
        abstract="We count ships, and say **how**: [here](https://example.org/how). " * 2
        + "\n\n- by hand\n- by $\\sqrt{n}$ hands",
    ),
    talk("off", MAY.replace(day=25), state=State.CANCELLED, title="Counting days"),
    talk("owed", MAY.replace(month=6, day=8), title="TBD", abstract="TBD"),
)
"""Talks of three kinds."""
