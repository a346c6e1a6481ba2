"""The smallest conferences that show one thing: days of items, and whatever else is given."""

from datetime import date, datetime

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.days import Break, Day, Marker, Session, Slot
from programkit.model.people import Person

MONDAY = date(2024, 9, 30)
TUESDAY = date(2024, 10, 1)


def conference(*days, **facts):
    """A conference in Zagreb."""
    return Conference(**{"title": "Small", "timezone": "Europe/Zagreb", "days": days, **facts})


def day(*items, date=MONDAY, **facts):
    """A day of items."""
    return Day(date=date, items=items, **facts)


def one_day(*items, **facts):
    """A conference of one day."""
    return conference(day(*items), **facts)


def session(*slots, **facts):
    """A session of slots."""
    return Session(slots=slots, **facts)


def slot(start=None, talk="TBD", **facts):
    """A slot, open unless a talk is given."""
    return Slot(start=start, talk=talk, **facts)


def pause(title="Coffee", kind="coffee", **facts):
    """A break."""
    return Break(title=title, kind=kind, **facts)


def marker(start, title="End of the day"):
    """A moment."""
    return Marker(title=title, start=start)


def talks(*ids, **facts):
    """Talks of which nothing is missing."""
    told = {"speakers": (), "abstract": "", **facts}
    return tuple(
        Talk(id=i, title=told.get("title", i.upper()), **without(told, "title")) for i in ids
    )


def without(facts, *names):
    """Facts without some of them."""
    return {name: value for name, value in facts.items() if name not in names}


def people(*names, **facts):
    """People whose ids are their last names in small letters."""
    return tuple(Person(id=name.split()[-1].lower(), name=name, **facts) for name in names)


def moment(text):
    """A moment written in UTC: ``2024-09-30 08:00``."""
    return datetime.fromisoformat(f"{text}+00:00")


def span(interval):
    """An interval as two readable moments in UTC."""
    return (
        None
        if interval is None
        else tuple(f"{t:%Y-%m-%d %H:%M}" for t in (interval.first, interval.last))
    )
