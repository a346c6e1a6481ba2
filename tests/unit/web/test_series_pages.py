"""The pages of a series, as their readers and machines get them."""

import re
from datetime import date
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
from tests.colloquium import (
    DAYS,
    PEOPLE,
    TALKS,
    WITHHELD,
    at,
    colloquium,
    colloquium_program,
)
from tests.pages import by_class, by_id, graph, links, parsed, site, text, whole
from tests.rovinj import rovinj_program

from programkit.model.contributions import Link, State
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.outline.build import public_outline
from programkit.outputs.sites import ProjectSite
from programkit.text.words import LANGUAGES
from programkit.web import course
from programkit.web.onepage import one_page
from programkit.web.site import Site

SEPTEMBER = date(2026, 9, 15)


@pytest.fixture(scope="module")
def pages():
    return site(colloquium_program(revised=SEPTEMBER))


@pytest.fixture(scope="module")
def first(pages):
    return pages["index"]


def section(tree, name):
    (found,) = [e for e in tree.iter("section") if e.get("aria-labelledby") == name]
    return found


def rows(element):
    return [text(e) for e in element.iter("li") if "row" in e.get("class", "").split()]


def test_a_series_has_no_pages_for_single_meetings(pages):
    kinds = {name: [key for key in pages if key.startswith(name)] for name in ("day-", "session-")}

    assert sorted(kinds["day-"]) == ["day-2026-11-30", "day-2026-12-01"]
    assert {key.partition("_")[0] for key in kinds["session-"]} <= {
        f"session-{day}" for day in ("2026-11-30-1", "2026-11-30-2", "2026-12-01-1", "2026-12-01-2")
    }
    assert "past" not in pages


@pytest.mark.parametrize("name", ["index", "past", "people", "day-2026-11-30", "person-bo"])
def test_every_link_of_a_series_leads_somewhere(name, monkeypatch):
    monkeypatch.setattr(course, "MANY", 1)
    monkeypatch.setattr(course, "RECENT", 1)
    pages = site(colloquium_program(revised=SEPTEMBER))
    tree = pages[name]
    lost = set()
    for link in links(tree):
        address, _, fragment = link.partition("#")
        page = address.partition("?")[0].removesuffix(".html") or name
        if not re.match(r"https?:|mailto:|tel:|webcal:|.*\.(ics|atom)$", address):
            ids = [e.get("id") for e in pages[page].iter()] if page in pages else None
            if ids is None or (fragment and unquote(fragment) not in ids):
                lost.add(link)

    assert lost == set()


def test_next_talk_says_all_that_one_needs_to_come(first):
    card = section(first, "next-talk")

    assert text(card) == (
        "Next talk Wed, 7 Oct 16:00–17:00 Counting ships Dora Weber Moved; before: Mon, 5 Oct Strike "
        "Hall & Zoom The link is here 15 minutes before the start. Sea "
        "Amsterdam 16:00 New York 10:00 Kolkata 19:30 Abstract We count n ships. Add to calendar"
    )
    assert [e.get("open") for e in card.iter("details")] == [""]
    assert "talk-ships.ics" in links(card)


def test_what_is_to_come_is_listed_by_term(first):
    upcoming = section(first, "upcoming")

    assert [text(e) for e in by_class(upcoming, "of")] == [
        "Fall 1 September – 20 December 2026",
        "Date to be announced",
    ]
    assert rows(upcoming) == [
        (
            "Mon, 21 Sept 16:00–17:00 Counting stars Cancelled Chi Okafor Hall & Zoom "
            "Amsterdam 16:00 New York 10:00 Kolkata 19:30"
        ),
        "Sat, 17 Oct–Sun, 25 Oct Fall break No meeting",
        "Mon, 2 Nov 16:00–17:00 Speaker to be announced Amsterdam 16:00 New York 10:00 Kolkata 20:30",
        (
            "Mon, 16 Nov 11:00–12:00 Title to be announced Eve Tanaka Other time than usual Zoom Ask us. "
            "Amsterdam 11:00 New York 05:00 Kolkata 15:30 Add to calendar"
        ),
        (
            "Mon, 30 Nov 09:00–15:00 School on counting Amsterdam 09:00 New York 03:00 Kolkata 13:30 "
            "Add to calendar"
        ),
        "Tue, 1 Dec 09:00–15:00 Morning Amsterdam 09:00 New York 03:00 Kolkata 13:30 Add to calendar",
        "Mon, 14 Dec No meeting",
        "Counting days Gus Dekker",
    ]
    assert text(by_class(upcoming, "nothing")[0]) == ""


def test_past_talks_are_listed_by_term_with_what_is_left_of_them(first):
    past = section(first, "past")

    assert [text(e) for e in past.iter("h3")] == ["Fall 1 September – 20 December 2026", "2026"]
    assert rows(past) == [
        "Mon, 7 Sept Counting sand Ada Moreno (Harbor University) Recording Paper",
        "Mon, 9 Mar Counting waves Bo Lindqvist (KTH)",
    ]
    assert {"https://videos.example.org/sand", "https://old.example.org"} <= set(links(past))


@pytest.mark.parametrize(
    ("talk", "line", "told"),
    [
        ("later", "day-2026-11-16", ["Moved; before: Mon, 23 Nov, 16:00", "Other time than usual"]),
        ("ships", "day-2026-10-07", ["Moved; before: Mon, 5 Oct"]),
    ],
)
def test_move_that_was_published_is_told_unless_the_rule_tells_it(talk, line, told):
    before = SimpleNamespace(start=at("2026-11-23T16:00"), title="", speakers="", room="")
    change = SimpleNamespace(kind="talk", about=talk, news=("moved",), before=before, now=before)
    version = SimpleNamespace(at=at("2026-09-10T12:00"), changes=(change,))
    tree = site(colloquium_program(revised=SEPTEMBER), revisions=(version,))["index"]
    (notes,) = by_class(by_id(tree, line), "notes")

    assert [text(one) for one in by_class(notes, "state")] == told


def test_past_talk_without_a_title_is_known_by_its_speaker():
    tree = site(colloquium_program(revised=date(2026, 12, 1)))["index"]

    assert rows(section(tree, "past"))[1] == "Mon, 16 Nov Eve Tanaka"


def test_nothing_is_called_next_where_no_moment_is_known():
    tree = site(colloquium_program())["index"]

    assert rows(section(tree, "next-talk")) == []
    assert rows(section(tree, "past")) == []
    assert len(rows(section(tree, "upcoming"))) == 11


def test_a_talk_that_has_begun_is_now():
    program = colloquium_program(revised=at("2026-10-07T16:30"))

    assert text(section(site(program)["index"], "next-talk")).startswith("Now Wed, 7 Oct")


def test_it_is_said_that_nothing_is_to_come():
    program = colloquium_program(revised=date(2027, 1, 1), talks=TALKS[:-1])
    upcoming = section(site(program)["index"], "upcoming")

    assert text(upcoming) == "Upcoming No further talk is announced yet."


def test_how_to_join_and_how_to_follow(first):
    assert text(section(first, "how-to-join")) == (
        "How to join On siteHall & Zoom, Enschede "
        "OnlineThe link is here 15 minutes before the start. (Hall & Zoom) "
        "OnlineAsk us. (Zoom) Mailing listcounting-list"
    )
    follow = section(first, "subscribe")
    assert text(next(follow.iter("pre"))) == "https://counting.example.org/program.ics"
    assert links(follow) == [
        "webcal://counting.example.org/program.ics",
        "program.ics",
        "talks.atom",
        "https://videos.example.org",
    ]


def test_rooms_on_site_alone_are_joined_by_coming():
    rooms = (Room(id="hall", name="Hall"), Room(id="zoom", name="Room 2"))
    tree = site(colloquium_program(rooms=rooms, channels=(), place=""))["index"]

    assert text(section(tree, "how-to-join")) == "How to join On siteHall, Room 2"


def test_nothing_is_said_of_joining_where_nothing_is_known():
    days = tuple(day.replace(items=()) for day in DAYS[:1])
    tree = site(colloquium_program(rooms=(), channels=(), days=days, talks=()))["index"]

    assert "How to join" not in text(tree.find("body/main"))


def test_without_an_address_only_the_file_is_offered():
    follow = section(site(colloquium_program(url="", channels=()))["index"], "subscribe")

    assert links(follow) == ["program.ics"]


def test_board_and_organizers_are_those_of_the_day(first):
    people = section(first, "people")

    assert text(people) == (
        "People Board Eve Tanaka since Jul 2026 Former: 2 "
        "Bo Lindqvist KTH Jan 2024 – Jun 2026 Fay Rossi Organizers Gus Dekker"
    )


def test_page_of_people_has_offices_hosts_and_speakers(pages):
    tree = pages["people"]

    assert [text(e) for e in tree.iter("h2")] == ["Board", "Organizers", "Host", "Speakers"]
    assert text(pages["person-bo"].find("body//header[@class='head']")) == (
        "Bo Lindqvist KTH until Aug 2026 ETH Zurich since Sept 2026 Add to calendar"
    )


def test_dates_that_stand_alone_have_their_year(pages):
    spot = by_class(pages["talk-ships"], "spot")[0]
    dates = [text(one) for one in by_class(pages["person-bo"], "on")]

    assert text(spot).startswith("Wednesday, 7 October 2026 16:00–17:00 Hall & Zoom")
    assert dates == ["Mon, 9 Mar 2026", "Tue, 1 Dec 2026"]


def test_a_series_of_which_nobody_spoke_yet_has_people():
    tree = site(colloquium_program(talks=(), days=(), people=PEOPLE[4:5]))["people"]

    assert text(tree.find("body/main")) == "People Board Eve Tanaka since Jul 2026"


def test_menu_has_the_words_of_a_series(first):
    assert [text(e) for e in first.find("body/header").iter("a")][1:] == [
        "Upcoming",
        "People",
        "Search",
        "Starred",
        "Changes",
        "About",
    ]


def test_talks_before_and_after_are_those_of_other_dates(pages):
    (around,) = by_class(pages["talk-stars"], "neighbors")

    assert links(around) == ["talk-sand.html", "talk-ships.html"]
    assert by_class(pages["talk-someday"], "neighbors") == []
    assert "HostGus Dekker" in text(pages["talk-sand"])


def test_many_past_talks_have_a_page(monkeypatch):
    monkeypatch.setattr(course, "MANY", 1)
    monkeypatch.setattr(course, "RECENT", 1)
    pages = site(colloquium_program(revised=SEPTEMBER))

    assert rows(section(pages["index"], "past")) == [
        "Mon, 7 Sept Counting sand Ada Moreno (Harbor University) Recording Paper"
    ]
    assert "past.html" in links(section(pages["index"], "past"))
    assert [text(e) for e in pages["past"].iter("h2")] == [
        "Fall 1 September – 20 December 2026",
        "2026",
    ]
    assert len(rows(pages["past"].find("body/main"))) == 2
    assert [text(e) for e in pages["past"].find("body/header").iter("a")][1:3] == [
        "Upcoming",
        "Past talks",
    ]
    assert len(graph(pages["past"])["subEvent"]) == 2


def test_one_page_has_the_same_lists(first):
    tree = whole(colloquium_program(revised=SEPTEMBER))
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    lost = [link for link in links(tree) if link[:1] == "#" and unquote(link[1:]) not in ids]

    assert len(ids) == len(set(ids))
    assert lost == []
    assert rows(section(tree, "past")) == rows(section(first, "past"))
    assert len(rows(section(tree, "upcoming"))) == len(rows(section(first, "upcoming")))
    assert text(section(tree, "next-talk")) == text(section(first, "next-talk")).removesuffix(
        " Add to calendar"
    )


def test_machines_are_told_of_a_series_of_events(first, pages):
    told = graph(first)

    assert told["@type"] == "EventSeries"
    assert told["subEvent"][:2] == [
        {"@id": f"https://counting.example.org/talk-{name}.html#event"}
        for name in ("ships", "stars")
    ]
    assert {
        "@type": "Event",
        "name": "School on counting",
        "startDate": "2026-11-30T09:00+01:00",
        "endDate": "2026-11-30T15:00+01:00",
    } in told["subEvent"]
    assert len(told["subEvent"]) == 8
    assert graph(pages["talk-ships"])["superEvent"]["@type"] == "EventSeries"


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_page_has_no_word_of_another_language(language):
    tree = site(colloquium_program(revised=SEPTEMBER, language=language))["index"]
    english = text(site(colloquium_program(revised=SEPTEMBER))["index"].find("body/main"))
    words = {"Upcoming", "Past talks", "How to join", "Subscribe", "Next talk", "No meeting"}
    found = {word for word in words if word in text(tree.find("body/main"))}

    assert found == (words if language == "en" else set())
    assert words <= {word for word in words if word in english}


def built_at(moment, **changes):
    """All that a site and its one page say at a moment, as one text."""
    program = colloquium_program(**changes)
    files = ProjectSite().files(program, now=at(moment))
    return (
        "".join(data.decode(errors="replace") for data in files.values())
        + ProjectSite().page(program, now=at(moment)).decode()
    )


def test_withheld_link_is_given_shortly_before_the_talk_and_in_no_feed():
    program = colloquium_program()
    early = built_at("2026-10-07T15:44")
    open_now = ProjectSite().files(program, now=at("2026-10-07T15:46"))

    assert WITHHELD not in early
    assert WITHHELD in open_now["index.html"].decode()
    assert WITHHELD not in open_now["talks.atom"].decode()


def test_what_is_private_is_on_no_page():
    people = tuple(
        one.replace(email=f"{one.id}@private.example.org", phone="555-1234", notes="shy of stages")
        for one in PEOPLE
    )
    talks = tuple(one.replace(notes="shy of stages") for one in TALKS)
    said = built_at("2026-09-15T12:00", people=people, talks=talks)

    assert [
        word for word in ("private.example.org", "555-1234", "shy of stages") if word in said
    ] == []


def test_strangers_text_is_shown_and_not_followed():
    evil = "<script>alert(1)</script>"
    talks = tuple(one.replace(title=evil) for one in TALKS)
    rule = colloquium().recurrence
    rule = rule.replace(
        terms=(rule.terms[0].replace(name=evil),), breaks=(rule.breaks[0].replace(reason=evil),)
    )
    program = colloquium_program(
        revised=SEPTEMBER,
        talks=talks,
        recurrence=rule,
        channels=(Link(url="https://x.example.org", kind=evil, title=evil),),
    )
    tree = site(program)["index"]

    assert list(tree.find("body").iter("script")) == []
    assert text(tree.find("body/main")).count(evil) > 8


def test_page_is_drawn_anew_when_an_abstract_on_it_changes():
    made = Site()
    made.files(public_outline(colloquium_program(revised=SEPTEMBER)))
    talks = tuple(one.replace(abstract="A new one.") if one.id == "ships" else one for one in TALKS)
    after = public_outline(colloquium_program(revised=SEPTEMBER, talks=talks))
    files = made.files(after)

    assert files == Site().files(after)
    assert b"A new one." in files["index.html"]


def test_what_is_next_is_drawn_anew_as_time_goes_by():
    program, site_of = colloquium_program(), Site()
    moments = [at("2026-09-15T12:00"), at("2026-10-08T12:00"), None, at("2026-09-15T12:00")]

    for moment in moments:
        outline = public_outline(program, moment)
        assert site_of.files(outline) == Site().files(outline)


def test_project_site_is_told_the_moment():
    program, made = colloquium_program(), ProjectSite()
    moments = [at("2026-09-15T12:00"), at("2026-10-08T12:00"), at("2026-10-08T12:00")]
    cards = [
        text(section(parsed(made.files(program, now=moment)["index.html"]), "next-talk"))
        for moment in moments
    ]

    assert [card[:24] for card in cards] == ["Next talk Wed, 7 Oct 16:"] + [
        "Next talk Mon, 16 Nov 11"
    ] * 2


def test_equal_facts_and_moments_make_equal_pages():
    moments = [at("2026-09-15T12:00"), at("2026-09-15T12:00").astimezone()]
    made = [Site().files(public_outline(colloquium_program(), moment)) for moment in moments]
    once, again = made

    assert once == again
    assert parsed(one_page(public_outline(colloquium_program(), moments[0]))) is not None


def test_conferences_are_as_they_were():
    tree = site(rovinj_program())["index"]

    assert tree.find("body").get("data-page") == "program"
    assert by_id(tree, "day-2024-09-30").tag == "section"


def test_cancelled_talk_offers_nothing_to_come_to():
    days = (DAYS[2],)
    program = Program.of(colloquium(days=days, talks=TALKS[2:3], revised=SEPTEMBER))
    line = by_id(site(program)["index"], "day-2026-09-21")

    assert line.get("class").split() == ["row", "meeting", "talk", State.CANCELLED.value]
    assert "Add to calendar" not in text(line)
    assert by_class(line, "join") == []
    assert by_class(site(program)["talk-stars"], "join") == []
