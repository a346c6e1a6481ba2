import time
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from tests.workshop import workshop_program

from programkit.model.base import TBD
from programkit.outline.build import public_outline
from programkit.web.context import View
from programkit.web.feed import feed

ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass
class Glimpse:
    title: str
    start: datetime
    room: str = ""
    speakers: str = ""


@dataclass
class Change:
    about: str
    news: tuple
    before: Glimpse | None
    now: Glimpse
    kind: str = "talk"


@dataclass
class Revision:
    at: datetime
    changes: tuple = ()


EARLY, LATE = (datetime(2025, 3, 29, hour, tzinfo=UTC) for hour in (9, 15))
REVISIONS = (
    Revision(
        datetime(2025, 2, 2, 8, 30, tzinfo=UTC),
        (
            Change(
                "opening",
                ("moved",),
                Glimpse("How the sea computes", EARLY, "Great Hall"),
                Glimpse("How the sea computes", LATE, "Cove"),
            ),
            Change("new", ("added",), None, Glimpse("<b>&\x00", LATE)),
            Change("gone", ("cancelled",), Glimpse("Ebb", EARLY), Glimpse("Ebb", EARLY)),
        ),
    ),
    Revision(datetime(2025, 2, 1, 12, tzinfo=UTC)),
)


def test_feed_has_an_entry_for_each_version_that_changed_something():
    tree = ET.fromstring(feed(View(public_outline(workshop_program())), REVISIONS))  # noqa: S314 - our own output
    (entry,) = tree.iter(f"{ATOM}entry")

    assert tree.find(f"{ATOM}id").text == "https://tides.example.org/2025/changes.atom"
    assert tree.find(f"{ATOM}updated").text == "2025-02-02T08:30:00+00:00"
    assert tree.find(f"{ATOM}author/{ATOM}name").text == "Workshop on Tidal Graphs"
    assert {link.get("rel"): link.get("href") for link in tree.findall(f"{ATOM}link")} == {
        "self": "https://tides.example.org/2025/changes.atom",
        "alternate": "https://tides.example.org/2025/changes.html",
    }
    assert entry.find(f"{ATOM}id").text.endswith("/changes.html#v20250202T083000Z")
    assert entry.find(f"{ATOM}content").text == (
        "Other time: How the sea computes\n"
        "Sat, 29 Mar, 09:00 · Great Hall → Sat, 29 Mar, 15:00 · Cove\n\n"
        "New: <b>&\nSat, 29 Mar, 15:00\n\n"
        "Cancelled: Ebb\nSat, 29 Mar, 09:00"
    )


def test_equal_histories_make_equal_bytes():
    view = View(public_outline(workshop_program(language="ar")))

    assert feed(view, REVISIONS) == feed(view, REVISIONS)
    assert b'xml:lang="ar"' in feed(view, REVISIONS)


def test_without_a_zone_times_are_those_of_utc_whatever_the_machine_has(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        told = feed(View(public_outline(workshop_program(timezone=TBD))), REVISIONS).decode()
    finally:
        monkeypatch.undo()
        time.tzset()

    assert "Sat, 29 Mar, 09:00 · Great Hall → Sat, 29 Mar, 15:00 · Cove" in told
