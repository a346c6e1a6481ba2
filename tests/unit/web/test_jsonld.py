import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from tests.pages import graph, site
from tests.rovinj import rovinj, rovinj_program
from tests.workshop import ROOMS, workshop_program

from programkit.model.contributions import Link
from programkit.model.days import Day, Session
from programkit.model.venue import Access, Room

PROPERTIES = {
    # https://schema.org/Event and the types it refers to: the properties used here, and what each
    # may hold, copied from the vocabulary (release 29).
    "Event": {
        "about",
        "alternateName",
        "contributor",
        "description",
        "endDate",
        "eventAttendanceMode",
        "eventStatus",
        "inLanguage",
        "keywords",
        "location",
        "name",
        "organizer",
        "performer",
        "previousStartDate",
        "recordedIn",
        "sponsor",
        "startDate",
        "subEvent",
        "subjectOf",
        "superEvent",
        "url",
    },
    "Person": {"affiliation", "description", "name", "performerIn", "sameAs", "url"},
    "Organization": {"name", "url"},
    "Place": {"address", "name"},
    "VirtualLocation": {"description", "name", "url"},
    "CreativeWork": {"name", "url"},
}
PROPERTIES["EducationEvent"] = PROPERTIES["Event"]
VALUES = {
    "eventStatus": {"EventScheduled", "EventCancelled", "EventRescheduled"},
    "eventAttendanceMode": {
        "OnlineEventAttendanceMode",
        "OfflineEventAttendanceMode",
        "MixedEventAttendanceMode",
    },
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d[+-]\d\d:\d\d)?")


@pytest.fixture(scope="module")
def meeting():
    return site(workshop_program())


def faults(node, where="$"):
    """What schema.org does not know of a graph."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from faults(item, f"{where}[{number}]")
    elif isinstance(node, dict) and set(node) != {"@id"}:
        known = PROPERTIES.get(node.get("@type"), set())
        for name, value in node.items():
            if not name.startswith("@") and name not in known:
                yield f"{where}: {node.get('@type')} has no {name}"
            if not fits(name, value):
                yield f"{where}: {value} is no {name}"
            yield from faults(value, f"{where}.{name}")


def fits(name, value):
    """Whether a property may have a value."""
    if name in VALUES:
        return value.removeprefix("https://schema.org/") in VALUES[name]
    if name.endswith("Date"):
        return MOMENT.fullmatch(value) is not None
    return value not in ("", [], {}, None)


def test_every_page_speaks_the_words_of_schema_org(meeting):
    graphs = {name: graph(tree) for name, tree in meeting.items()}
    told = {name for name, found in graphs.items() if found is not None}

    assert {name: list(faults(graphs[name])) for name in told} == {name: [] for name in told}
    assert all(graphs[name]["@context"] == "https://schema.org" for name in told)
    assert {re.sub("-.*", "", name) for name in told} == {
        "index",
        "person",
        "poster",
        "session",
        "talk",
    }


def test_ids_that_are_named_are_those_of_other_pages(meeting):
    def named(node, key):
        for value in node.values() if isinstance(node, dict) else node:
            if isinstance(value, dict | list):
                yield from named(value, key)
        if isinstance(node, dict) and set(node) == {"@id"}:
            yield node["@id"]

    graphs = [found for tree in meeting.values() if (found := graph(tree))]
    own = {found["@id"] for found in graphs}

    assert {one for found in graphs for one in named(found, "@id")} - own == set()


def test_conference_has_its_dates_place_and_sessions(meeting):
    found = graph(meeting["index"])

    assert (found["startDate"], found["endDate"]) == ("2025-03-29", "2025-03-30")
    assert found["@id"] == "https://tides.example.org/2025/#event"
    assert found["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert found["organizer"] == [
        {"@type": "Organization", "name": "Institute of Tides", "url": "https://tides.example.org/"}
    ]
    assert found["subEvent"][0] == {
        "@id": "https://tides.example.org/2025/session-plenary.html#event"
    }


def test_talk_is_in_its_session_in_its_room(meeting):
    found = graph(meeting["talk-spectra"])

    assert found["startDate"] == "2025-03-29T10:30+00:00"
    assert found["superEvent"] == {
        "@id": "https://tides.example.org/2025/session-theory-1.html#event"
    }
    assert found["location"] == [
        {"@type": "Place", "name": "Cove", "address": "Port Example"},
        {
            "@type": "VirtualLocation",
            "name": "Cove",
            "url": "https://meet.example.org/open-cove",
        },
    ]
    assert [one["name"] for one in found["performer"]] == ["Bo Ó Súilleabháin"]


def test_withheld_link_is_in_no_graph(meeting):
    told = "".join(json.dumps(graph(tree)) for tree in meeting.values())

    assert "secret-reef" not in told
    assert "The link is sent to those who register." in told


def test_cancelled_talk_keeps_its_time(meeting):
    found = graph(meeting["talk-gone"])

    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert found["startDate"] == "2025-03-29T11:15+00:00"


def test_parts_of_a_talk_are_events_in_it(meeting):
    found = graph(meeting["talk-tutorial"])

    assert (found["startDate"], found["endDate"]) == (
        "2025-03-29T10:30+00:00",
        "2025-03-30T12:30+01:00",
    )
    assert [part["name"] for part in found["subEvent"]] == [
        "Ein Kurs über Gezeiten – part 1 of 2",
        "Ein Kurs über Gezeiten – part 2 of 2",
    ]
    assert found["inLanguage"] == "de"


@dataclass(frozen=True)
class Remembered:
    title: str
    start: datetime
    speakers: str = ""
    room: str = ""


@dataclass(frozen=True)
class Changed:
    about: str
    before: Remembered
    now: Remembered
    news: tuple = ("moved",)
    kind: str = "talk"


@dataclass(frozen=True)
class Version:
    at: datetime
    changes: tuple


def test_moved_talk_says_when_it_was_to_be():
    before, now = (
        Remembered("Spectra", datetime(2025, 3, 29, hour, tzinfo=UTC)) for hour in (9, 10)
    )
    version = Version(datetime(2025, 3, 1, tzinfo=UTC), (Changed("spectra", before, now),))
    found = graph(site(workshop_program(), revisions=(version,))["talk-spectra"])

    assert found["eventStatus"] == "https://schema.org/EventRescheduled"
    assert found["previousStartDate"] == "2025-03-29T09:00+00:00"


@pytest.mark.parametrize(
    ("physical", "online", "mode"),
    [(True, False, "Offline"), (False, True, "Online"), (True, True, "Mixed")],
)
def test_attendance_is_by_what_the_room_is(physical, online, mode):
    room = Room(id="cove", name="Cove", physical=physical, online=online, access=Access.MAIL)
    found = graph(site(workshop_program(rooms=(ROOMS[0], room, ROOMS[2])))["talk-spectra"])

    assert found["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"


def test_only_room_is_where_everything_is():
    facts = rovinj().replace(rooms=(Room(id="h", name="Hall"),))
    found = graph(site(rovinj_program().replace(conference=facts))["talk-kempe"])

    assert found["location"] == [{"@type": "Place", "name": "Hall", "address": "Rovinj, Croatia"}]


def test_without_rooms_it_is_at_the_place():
    found = graph(site(rovinj_program())["talk-kempe"])

    assert [place["name"] for place in found["location"]] == ["Rovinj, Croatia"]


def test_without_an_address_nothing_has_one():
    found = graph(site(workshop_program(url=""))["talk-spectra"])

    assert "url" not in found
    assert "@id" not in found
    assert found["superEvent"] == {
        "@type": "Event",
        "name": "Theory τ",
        "startDate": "2025-03-29T10:30+00:00",
        "endDate": "2025-03-29T11:30+00:00",
    }


def test_recordings_and_other_works_are_told_apart():
    links = (
        Link(url="https://a.example.org/v", kind="recording"),
        Link(url="https://a.example.org/s", kind="slides", title="All slides"),
    )
    facts = rovinj()
    talks = (facts.talks[0].replace(links=links), *facts.talks[1:])
    pages = site(rovinj_program().replace(conference=facts.replace(talks=talks)))
    found = graph(pages[f"talk-{talks[0].id}"])

    assert [one["url"] for one in found["recordedIn"]] == ["https://a.example.org/v"]
    assert [one["name"] for one in found["subjectOf"]] == ["All slides"]


def test_nothing_in_a_text_ends_the_graph():
    title = "</script><script>alert(1)</script> &<!-- \u2028\u2029"
    pages = site(workshop_program(title=title))

    assert graph(pages["index"])["name"].startswith("</script><script>alert(1)</script> &<!--")
    assert len(list(pages["index"].iter("script"))) == 3


def test_time_of_a_day_without_a_date_is_not_told():
    day = Day(items=(Session(id="later", title="Later", start=600, minutes=60),))
    facts = workshop_program(days=(day,), sessions=(), posters=(), url="")
    found = graph(site(facts)["session-later"])

    assert "startDate" not in found
