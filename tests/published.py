"""Events and states of calendars, for tests of what is published."""

from datetime import UTC, datetime, timedelta

from programkit.files.published.draft import Draft
from programkit.files.published.event import Event
from programkit.files.published.published import Published

NINE = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def at(day, hour=0):
    """A moment at which something is published."""
    return datetime(2026, 1, day, hour, tzinfo=UTC)


def event(about="a", **changes):
    """An event of a talk."""
    title = changes.pop("title", f"Talk {about}")
    speakers = changes.pop("speakers", "Ada")
    fields = {
        "about": about,
        "start": NINE,
        "end": NINE + HOUR,
        "summary": f"{speakers}: {title}",
        "location": "Hall, Rovinj",
        "title": title,
        "speakers": speakers,
        "room": "Hall",
    }
    return Event(**{**fields, **changes})


def draft(*events, domain="tides", language="en"):
    """The events of a program."""
    return Draft(events=events, domain=domain, language=language, stamp=at(1), revised=True)


def published(*drafts):
    """The state after publishing drafts, one a day from January 1st."""
    state = Published()
    for day, found in enumerate(drafts, start=1):
        state = state.after(found, at(day))
    return state
