"""Seminars of as many invented talks as a test wants, for what hangs on walls."""

from datetime import date, timedelta

from programkit.model.contributions import Talk
from programkit.model.days import Day, Session, Slot
from programkit.model.people import Affiliation, Person, Role
from programkit.model.recurrence import Recurrence, Term
from programkit.model.series import Series
from programkit.model.venue import Organization, Room

FIRST = date(2026, 9, 2)
"""A Wednesday."""
NAMES = (
    *("Ada Brandt", "Luka Perić", "Chiara Fontana", "Jun Nakamura", "Marie-Luise Okonkwo"),
    *("Thomas van der Berg", "Inés Carvalho", "Yusuf Demir", "Nora Lindqvist", "Pavel Dvořák"),
)
PLACES = ("University of Zagreb", "SISSA, Trieste", "Universidade de Coimbra", "Uppsala University")
TITLES = (
    "How fast do particles mix?",
    "Sharp constants for kernel methods in high dimension",
    "Gradient flows, entropy, and a question of Villani that nobody has asked",
    "Random matrices $X X^\\top$ and their smallest eigenvalue $\\lambda_1$",
    "On a conjecture about trees",
)
ABSTRACT = (
    "We ask how many steps a walk needs until nobody can tell where it began. For graphs with a "
    "spectral gap $\\gamma$ the answer is $O(\\log n / \\gamma)$, and it was long believed that no "
    "more can be said. We show that the constant depends on the girth alone."
)


def talk_of(number, **facts):
    """An invented talk with its number in the title."""
    told = {
        "id": f"talk-{number}",
        "title": f"{TITLES[number % len(TITLES)]} (part {number})",
        "speakers": (f"person-{number % len(NAMES)}",),
        "abstract": ABSTRACT,
        **facts,
    }
    return Talk(**told)


def semester(count=5, *, talks=None, rule=None, **facts):
    """A weekly seminar on Wednesdays with as many talks as are given, or invented.

    Args:
        count: How many are invented.
        talks: The talks instead, one a week.
        rule: What else the rule says.
        facts: What else the series says.
    """
    given = tuple(map(talk_of, range(count))) if talks is None else tuple(talks)
    days = tuple(
        Day(
            date=FIRST + timedelta(weeks=number),
            items=(Session(room="hall", slots=(Slot(start="16:00", minutes=60, talk=talk.id),)),),
        )
        for number, talk in enumerate(given)
    )
    last = FIRST + timedelta(weeks=max(len(given), 1))
    told = {
        "first": FIRST,
        "start": "16:00",
        "terms": (Term(name="Fall 2026", first=date(2026, 9, 1), last=last),),
        **(rule or {}),
    }
    return Series(
        **{
            "title": "Probability Seminar",
            "timezone": "Europe/Zagreb",
            "url": "https://example.org/seminar",
            "place": "Rovinj",
            "rooms": (Room(id="hall", name="Lecture Hall 2"),),
            "people": people(),
            "affiliations": tuple(
                Affiliation(id=f"place-{n}", name=name) for n, name in enumerate(PLACES)
            ),
            "hosts": (Organization(name="Institute of Mathematics"),),
            "talks": given,
            "days": days,
            "recurrence": Recurrence(**told),
            **facts,
        }
    )


def people():
    """Those who speak; the last one is the organizer, too."""
    return tuple(
        Person(
            id=f"person-{number}",
            name=name,
            affiliations=(f"place-{number % len(PLACES)}",),
            roles=(Role(role="organizer"),) if number == len(NAMES) - 1 else (),
        )
        for number, name in enumerate(NAMES)
    )
