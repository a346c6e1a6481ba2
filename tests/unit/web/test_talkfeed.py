"""The feed of talks: what RFC 4287 asks of any feed, and what this one has."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from tests.colloquium import TALKS, at, colloquium_program
from tests.seminar import meeting, series

from programkit.model.contributions import Talk
from programkit.model.program import Program
from programkit.outline.build import public_outline
from programkit.outputs.sites import ProjectSite
from programkit.web import talkfeed
from programkit.web.context import View
from programkit.web.site import Site
from programkit.web.talkfeed import talk_feed

ATOM = "{http://www.w3.org/2005/Atom}"
SEPTEMBER = at("2026-09-15T12:00")


def feed(program, now=SEPTEMBER, modified=None):
    view = View(public_outline(program, now))
    return ET.fromstring(talk_feed(view, view.meetings, modified or {}))  # noqa: S314 - our own output


def ids(tree):
    return [
        entry.find(f"{ATOM}id").text.rpartition("talk-")[2].removesuffix(".html")
        for entry in tree.iter(f"{ATOM}entry")
    ]


def faults(tree):
    """What RFC 4287 forbids, by the number of its section."""
    yield from missing(tree)
    for person in tree.iter(f"{ATOM}author"):
        if [e.tag for e in person] != [f"{ATOM}name"] or not person[0].text.strip():
            yield "3.2", "name"
    for updated in tree.iter(f"{ATOM}updated"):
        if "T" not in updated.text or datetime.fromisoformat(updated.text).tzinfo is None:
            yield "3.3", updated.text
    if not all(link.get("href") for link in tree.iter(f"{ATOM}link")):
        yield "4.2.7", "href"
    named = [e.text for e in tree.iter(f"{ATOM}id")]
    if len(set(named)) != len(named) or not all(name.startswith("https://") for name in named):
        yield "4.2.6", named
    yield from (("4.1.3", len(e)) for e in tree.iter(f"{ATOM}content") if len(e))


def missing(tree):
    """What a feed or an entry must have once, or at least, and has not."""
    for kind, section in (("feed", "4.1.1"), ("entry", "4.1.2")):
        for element in tree.iter(f"{ATOM}{kind}"):
            for name in ("id", "title", "updated"):
                if len(element.findall(f"{ATOM}{name}")) != 1:
                    yield section, name
            if [e.get("rel") for e in element.findall(f"{ATOM}link")].count("alternate") != 1:
                yield section, "alternate"
    if not tree.findall(f"{ATOM}author"):
        yield "4.1.1", "author"


@pytest.mark.parametrize("now", [SEPTEMBER, None])
def test_feed_is_as_the_standard_has_it(now):
    assert list(faults(feed(colloquium_program(), now))) == []


def test_faults_are_found():
    tree = feed(colloquium_program())
    entry = tree.find(f"{ATOM}entry")
    entry.remove(entry.find(f"{ATOM}title"))
    entry.find(f"{ATOM}updated").text = "2026-09-15"

    assert list(faults(tree)) == [("4.1.2", "title"), ("3.3", "2026-09-15")]


def test_talks_with_a_date_are_in_it_the_newest_first():
    assert ids(feed(colloquium_program())) == [
        "school-2",
        "school-1",
        "later",
        "ships",
        "stars",
        "sand",
        "waves",
    ]


def test_entry_says_when_where_who_and_what():
    entries = list(feed(colloquium_program()).iter(f"{ATOM}entry"))
    sand, stars = entries[5], entries[4]

    assert sand.find(f"{ATOM}title").text == "Ada Moreno: Counting sand"
    assert stars.find(f"{ATOM}title").text == "Cancelled: Chi Okafor: Counting stars"
    assert sand.find(f"{ATOM}content").text == (
        "Monday, 7 September 2026, 16:00–17:00 (Europe/Amsterdam) · Hall & Zoom\n\n"
        "Ada Moreno (Harbor University)\n\nHow many grains?\n\nMany."
    )
    assert [(e.get("rel"), e.get("href"), e.get("title")) for e in sand.iter(f"{ATOM}link")] == [
        ("alternate", "https://counting.example.org/talk-sand.html", None),
        ("related", "https://videos.example.org/sand", "Recording"),
        ("related", "https://papers.example.org/sand", "Paper"),
    ]


def updates(tree):
    return [e.text for e in tree.iter(f"{ATOM}updated")]


def test_updated_is_what_calendars_know_else_the_facts_else_the_date():
    early = datetime(2026, 9, 1, 8, tzinfo=UTC)
    known = {"talk-ships": early}
    revised = colloquium_program(revised=date(2026, 8, 1))

    assert updates(feed(revised, modified=known))[:5] == [
        "2026-09-01T08:00:00+00:00",
        *["2026-08-01T00:00:00+02:00"] * 3,
        "2026-09-01T08:00:00+00:00",
    ]
    assert updates(feed(colloquium_program(), modified=known))[-1] == "2026-03-09T16:00:00+01:00"


def test_unpublished_calendars_know_when_facts_were_revised():
    files = ProjectSite().files(colloquium_program(revised=date(2026, 8, 1)))
    tree = ET.fromstring(files["talks.atom"])  # noqa: S314 - our own output

    assert set(updates(tree)) == {"2026-07-31T22:00:00+00:00"}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-09-15T12:00", ["ships", "stars", "sand", "waves"]),
        ("2026-01-01T12:00", ["sand", "waves"]),
        ("2026-12-24T12:00", ["school-2", "school-1", "later", "ships"]),
        (None, ["school-2", "school-1", "later", "ships"]),
    ],
)
def test_long_feed_has_the_next_and_the_latest(now, expected, monkeypatch):
    monkeypatch.setattr(talkfeed, "MOST", 4)
    monkeypatch.setattr(talkfeed, "AHEAD", 2)

    assert ids(feed(colloquium_program(), now and at(now))) == expected


def test_talk_in_two_parts_is_one_entry_and_open_dates_are_none():
    facts = series(
        meeting(date(2026, 5, 11), "a"),
        meeting(date(2026, 5, 25), "a"),
        talks=(Talk(id="a", parts=2),),
        url="https://a.example.org",
        timezone="UTC",
        language="de",
    )
    tree = feed(Program.of(facts))

    assert ids(tree) == ["a"]
    assert list(faults(tree)) == []
    assert tree.find(f"{ATOM}entry/{ATOM}title").text == (
        "Vortragende werden noch bekannt gegeben: Titel wird noch bekannt gegeben"
    )
    assert tree.find(f"{ATOM}entry/{ATOM}content").text == (
        "Montag, 11. Mai 2026, 16:00–17:00 (UTC)"
    )


def test_feed_is_there_for_series_with_an_address_and_a_talk():
    def names(**facts):
        return Site().files(public_outline(colloquium_program(**facts)))

    assert "talks.atom" in names()
    assert b'href="talks.atom"' in names()["index.html"]
    for without in ({"url": ""}, {"talks": TALKS[-1:], "days": ()}):
        files = names(**without)
        assert "talks.atom" not in files
        assert b"talks.atom" not in files["index.html"]
