"""An invented conference of many parallel sessions, for looking at pages and for tests of them.

Days begin with a plenary; then every room has three sessions of a track, most with a chair. Some
titles, speakers and chairs are to be announced, some talks are cancelled, one evening has a dinner.
The same arguments give the same conference, always.
"""

from datetime import date
from itertools import count
from random import Random  # noqa: TID251 - seeded by the caller

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import CoAuthor, State, Talk, Track
from programkit.model.days import Break, Day, Session, Slot
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.model.venue import Contact, Organization, Room


def words(text):
    """The words of a text, one by one."""
    return tuple(text.split())


FIRST = words("Ana Bo Chen Dora Eli Farah Goran Hanna Irma Jonas Kenji Lucía Milan Nora Omar Petra")
LAST = words(
    "Abreu Bandeira Cotterell Dokmanić Eisenstat Flammarion Goldt Hoop Ivanov Johnson Kempe Lassas "
    "Mallat Nguyen Okafor Pehlevan Quine Ribeiro Silveira Transtrum Ueda Weber Xu Yılmaz Zenke"
)
KINDS = words("Fast Robust Sparse Deep Stochastic Quantum Bayesian Convex Spectral Random Optimal")
THINGS = words("tides matrices transport graphs operators flows kernels manifolds tensors waves")
ENDS = ("a survey", "lower bounds", "what ten years of data have taught us", "towards $O(n)$")
ROOMS = ("Great Hall", "Cove", "Reef", "Lighthouse", "Harbor", "Pier 7", "Cabin", "Observatory")
TRACKS = (
    Track(id="theory", name="Theory", color="#2f6690"),
    Track(id="data", name="Data & inference", color="#a4442c"),
    Track(id="optimal", name="Optimization"),
    Track(id="physics", name="Physics", color="#4a7c3a"),
)
PLACES = (
    "Institute of Tides",
    "Moon College",
    "Universidad del Mar",
    "Technical University",
    "ENS",
)
PEOPLE = 90
STARTS = (630, 840, 960)


def lively(rooms=8, days=3, seed=1):
    """The program of a conference of so many rooms and days."""
    return Program.of(_Inventor(rooms, Random(seed)).conference(days))  # noqa: S311 - no secret


class _Inventor:
    def __init__(self, rooms, draw):
        self.rooms = rooms
        self.draw = draw
        self.talks = []
        self.numbers = count(1)

    def conference(self, days):
        made = tuple(self.day(number) for number in range(days))
        return Conference(
            title="Conference on Tidal Computing",
            subtitle="Seventh meeting",
            place="Port Example",
            timezone="Europe/Lisbon",
            url="https://tides.example.org/2025/",
            contacts=(Contact(name="Office", email="office@tides.example.org"),),
            sponsors=(Organization(name="Moon & Sons", kind="gold"),),
            venue="In the **old customs house**, ten minutes on foot from the station.",
            rooms=tuple(self.room(number) for number in range(self.rooms)),
            tracks=TRACKS,
            affiliations=tuple(
                Affiliation(id=f"a{number}", name=name) for number, name in enumerate(PLACES)
            ),
            people=tuple(self.person(number) for number in range(PEOPLE)),
            talks=tuple(self.talks),
            days=made,
        )

    def room(self, number):
        name = ROOMS[number % len(ROOMS)] + (f" {number}" if number >= len(ROOMS) else "")
        return Room(id=f"r{number}", name=name, capacity=40 + 10 * number)

    def person(self, number):
        name = f"{self.draw.choice(FIRST)} {self.draw.choice(LAST)}"
        return Person(id=f"p{number}", name=name, affiliations=(f"a{number % len(PLACES)}",))

    def day(self, number):
        opening = Session(
            id=f"plenary-{number}",
            title=f"Keynote {number}" if number else "Opening",
            start=9 * 60,
            room="r0",
            plenary=True,
            chairs=(f"p{number}",),
            slots=(Slot(minutes=60, talk=self.talk(None)),),
        )
        pauses = [
            Break(title="Coffee", kind="coffee", start=600, minutes=30),
            Break(title="Lunch", kind="lunch", start=720, minutes=120, place="Terrace"),
            Break(title="Coffee", kind="coffee", start=930, minutes=30),
        ]
        if number == 1:
            pauses.append(Break(title="Dinner", kind="social", start=20 * 60, minutes=180))
        held = (start for start in STARTS for _ in range(self.rooms))
        sessions = [
            self.session(number, start, at % self.rooms)
            for at, start in enumerate(held)
            if self.draw.random() > 0.08
        ]
        return Day(date=date(2025, 6, 2 + number), items=(opening, *pauses, *sessions))

    def session(self, day, start, room):
        track = TRACKS[(room + day) % len(TRACKS)]
        short = f"{track.name} {self.draw.choice(['I', 'II', 'III'])}"
        title = short if self.draw.random() < 0.7 else f"{self.phrase()} and their applications"
        return Session(
            id=f"s{day}-{start}-{room}",
            title=title,
            start=start,
            room=f"r{room}",
            track=track.id,
            chairs=self.mostly((self.somebody(),)),
            slots=tuple(Slot(minutes=30, talk=self.talk(track.id)) for _ in range(3)),
        )

    def talk(self, track):
        talk = Talk(
            id=f"t{next(self.numbers)}",
            title=self.mostly(self.title()),
            speakers=self.mostly((self.somebody(),)),
            coauthors=tuple(
                CoAuthor(person=self.somebody()) for _ in range(self.draw.choice([0, 2]))
            ),
            track=track,
            abstract=f"We study {'; '.join(self.title().lower() for _ in range(9))}.",
            state=State.CANCELLED if self.draw.random() < 0.03 else State.CONFIRMED,
        )
        self.talks.append(talk)
        return talk.id

    def title(self):
        title = self.phrase()
        if self.draw.random() < 0.6:
            title += f" for {self.phrase().lower()}"
        return f"{title}: {self.draw.choice(ENDS)}" if self.draw.random() < 0.3 else title

    def phrase(self):
        return f"{self.draw.choice(KINDS)} {self.draw.choice(THINGS)}"

    def somebody(self):
        return f"p{self.draw.randrange(PEOPLE)}"

    def mostly(self, value):
        """A value that is sometimes to be announced."""
        return value if self.draw.random() > 0.05 else TBD
