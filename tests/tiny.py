"""A conference of one morning, 1 May 2030 in Zagreb, for truth tables of rules.

The first session, in the hall, has the slots ``s/1`` 9:00, ``s/2`` 9:30 and ``s/3`` 10:00, of 30
minutes each; ``p/1``, in the attic, is 9:30–10:00.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.days import Day, Session, Slot
from programkit.model.interval import Interval
from programkit.model.people import Person
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.model.venue import Room

ZONE = ZoneInfo("Europe/Zagreb")


def clock(hours, minutes=0, day=1):
    return datetime(2030, 5, day, hours, minutes, tzinfo=ZONE)


def between(start, end):
    return Interval(start=start, end=end)


def hall_session(**changes):
    slots = (Slot(minutes=30), Slot(minutes=30), Slot(minutes=30))
    return Session(**{"id": "s", "room": "hall", "start": 9 * 60, "slots": slots, **changes})


def attic_session(**changes):
    slots = (Slot(minutes=30),)
    return Session(**{"id": "p", "room": "attic", "start": 9 * 60 + 30, "slots": slots, **changes})


def morning(*talks, items=None, **changes):
    """The conference with these talks, or with other items on its day, or other facts."""
    facts = {
        "title": "One morning",
        "timezone": "Europe/Zagreb",
        "rooms": (Room(id="hall", name="Hall"), Room(id="attic", name="Attic")),
        "people": (Person(id="ada", name="Ada"), Person(id="bo", name="Bo")),
        "talks": talks,
        "days": (Day(date=date(2030, 5, 1), items=items or (hall_session(), attic_session())),),
        **changes,
    }
    return Conference(**facts)


def talk(talk_id, *speakers, **facts):
    return Talk(**{"id": talk_id, "title": talk_id.upper(), "speakers": speakers, **facts})


def placed(conference, /, **places):
    """The program with talks in slots (an id, or several), nowhere else."""
    placements = tuple(
        Placement(talk=name, slots=(slots,) if isinstance(slots, str) else slots)
        for name, slots in places.items()
    )
    return Program(conference=conference, placements=placements)


def found(rule, program):
    """What a rule finds: level, cost and the things concerned."""
    return [(f.level.value, f.cost, f.about) for f in rule.check(program)]
