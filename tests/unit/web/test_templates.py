"""What every page of the site has, whatever it is about."""

import itertools
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import unquote

import pytest
from tests.pages import by_class, by_id, formulas, graph, links, parsed, site, text, whole
from tests.rovinj import TITLE, rovinj, rovinj_program
from tests.workshop import PEOPLE, POSTERS, TALKS, workshop, workshop_program

from programkit.model.conference import Conference
from programkit.model.contributions import Link, Talk
from programkit.model.days import Day, Session
from programkit.model.program import Program
from programkit.model.venue import Organization, Room
from programkit.outline.build import build_outline
from programkit.web.site import Site

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def symposium():
    return site(rovinj_program())


@pytest.fixture(scope="module")
def meeting():
    return site(workshop_program())


@pytest.fixture(params=["symposium", "meeting"])
def pages(request):
    return request.getfixturevalue(request.param)


def ids(tree):
    return [e.get("id") for e in tree.iter() if e.get("id")]


def test_ids_are_unique(pages):
    assert [name for name, tree in pages.items() if len(ids(tree)) != len(set(ids(tree)))] == []


def test_every_link_to_a_page_leads_somewhere(pages):
    lost = set()
    for name, tree in pages.items():
        for link in links(tree):
            address, _, fragment = link.partition("#")
            page = address.partition("?")[0].removesuffix(".html") or name
            if not re.match(r"https?:|mailto:|tel:|webcal:|.*\.(ics|atom)$", address):
                there = pages.get(page)
                if there is None or (fragment and unquote(fragment) not in ids(there)):
                    lost.add((name, link))

    assert lost == set()


def test_headings_skip_no_level(pages):
    for name, tree in pages.items():
        levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]

        assert (name, levels[0], levels.count(1)) == (name, 1, 1)
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), name


def test_landmarks_and_skip_link_are_there(pages):
    for name, tree in pages.items():
        body = tree.find("body")

        assert [e.tag for e in body] == ["a", "header", "main", "footer"], name
        assert body[0].get("href") == "#content"
        assert by_id(tree, "content").tag == "main"


def test_no_element_has_a_style_or_a_handler_of_its_own(pages):
    odd = [
        (name, e.tag, attribute)
        for name, tree in pages.items()
        for e in tree.iter()
        for attribute in e.attrib
        if attribute == "style" or attribute.startswith("on")
    ]

    assert odd == []


def test_scripts_are_files_of_the_site(pages):
    for tree in pages.values():
        scripts = [e for e in tree.iter("script") if e.get("type") != "application/ld+json"]

        assert [re.sub(r"\.\w{10}\.", ".", e.get("src")) for e in scripts] == [
            "assets/facts.js",
            "assets/agenda.js",
        ]
        assert [e.text for e in scripts] == [None, None]


def test_titles_tell_pages_apart(pages):
    titles = [tree.findtext("head/title") for tree in pages.values()]
    plain = next(t for name, t in zip(pages, titles, strict=True) if name == "index")

    assert len(titles) == len(pages)
    assert [t for t in titles if not t.endswith(plain)] == []


def test_menu_marks_the_page_one_is_on(meeting):
    current = {
        name: [text(e) for e in tree.find("body/header").iter("a") if e.get("aria-current")]
        for name, tree in meeting.items()
    }

    assert current["posters"] == ["Posters"]
    assert current["index"] == ["Program"]
    assert current["talk-opening"] == []


def test_day_page_marks_its_day(meeting):
    (days,) = by_class(meeting["day-2025-03-30"], "days")

    assert [(text(e), e.get("aria-current")) for e in days.iter("a")] == [
        ("Sat, 29 Mar", None),
        ("Sun, 30 Mar", "page"),
        ("Excursion", None),
    ]


def test_page_says_its_language_and_direction():
    tree = site(rovinj_program())["index"]
    arabic = site(rovinj_program().replace(conference=rovinj().replace(language="ar")))["index"]

    assert (tree.get("lang"), tree.get("dir")) == ("en", "ltr")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")


def test_labels_are_in_the_language_of_the_conference():
    german = site(rovinj_program().replace(conference=rovinj().replace(language="de")))
    row = by_id(german["index"], "at-talk-brbic-1")

    assert text(german["people"].find("body").find(".//h1")) == "Personen"
    assert text(row) == "11:30–12:20 Titel wird noch bekannt gegeben Maria Brbić"
    assert row.find("button").get("aria-label") == "Merken: Titel wird noch bekannt gegeben"


def test_talk_of_another_language_says_so(meeting):
    assert by_id(meeting["index"], "at-talk-tutorial-1").get("lang") == "de"
    assert by_id(meeting["index"], "at-talk-opening-1").get("lang") is None
    assert by_class(meeting["talk-tutorial"], "abstract")[0].get("lang") == "de"
    assert "LanguageGerman" in text(meeting["talk-tutorial"])


def test_times_are_readable_and_for_machines(symposium):
    row = by_id(symposium["index"], "at-talk-kempe-1")

    assert row.get("data-key") == "talk-kempe"
    assert text(row) == (
        "08:30–09:20 Synthetic Data – Friend or Foe in the Age of Scaling? Julia Kempe"
    )
    assert [time.get("datetime") for time in row.iter("time")] == [
        "2024-09-30T08:30+02:00",
        "2024-09-30T09:20+02:00",
    ]


def test_zone_is_named_wherever_times_are(pages):
    for name, tree in pages.items():
        times = [e for e in tree.find(".//main").iter("time") if "T" in e.get("datetime")]

        assert not times or len(by_class(tree, "zone")) == 1, name


def test_clock_of_twelve_hours_is_by_choice_facts_or_language():
    chosen = site(rovinj_program(), hours=12)["index"]
    stated = site(rovinj_program().replace(conference=rovinj().replace(hours=12)))["index"]

    for tree in (chosen, stated):
        assert text(by_id(tree, "at-talk-lassas-1").find("p")) == "2:30 pm–3:20 pm"
        assert tree.find("body").get("class") == "wide-times"


def test_time_of_a_day_without_a_date_has_none(meeting):
    (time,) = list(by_id(meeting["index"], "day-day-3").iter("time"))

    assert (time.get("datetime"), text(time)) == ("08:00", "08:00")


def test_page_of_a_talk(meeting):
    tree = meeting["talk-opening"]

    assert text(tree.find(".//h1")) == "How the sea computes"
    assert [text(e) for e in by_class(tree, "speakers")[0].iter("a")] == ["Ana Ribeiro da Costa"]
    assert (
        text(by_class(tree, "affiliations")[0]) == "Institute of Tides, Port Example; Moon College"
    )
    assert text(by_class(tree, "spot")[0]) == (
        "Saturday, 29 March Arrivals 09:00–10:00 Great Hall Opening"
    )
    assert text(by_class(tree, "coauthors")[0]) == (
        "Joint work with Bo Ó Súilleabháin (Moon College) and Eli Žižek (Moon College)"
    )
    assert links(by_class(tree, "coauthors")[0]) == ["person-bo.html", "person-eli.html"]
    assert "https://tides.example.org/slides.pdf" in links(tree)
    assert "search.html?tag=waves" in links(tree)
    assert "talk-opening.ics" in links(tree)


def test_abstract_has_its_mathematics(symposium, meeting):
    assert len(formulas(meeting["talk-opening"])) == 1
    assert len(formulas(symposium["talk-lassas"])) == 2


def test_abstract_to_come_is_announced(symposium):
    assert "The abstract will be announced." in text(symposium["talk-brbic"])
    assert by_class(symposium["talk-opening-remarks"], "abstract") == []


def test_talk_without_a_place_says_so_and_has_no_calendar(meeting):
    tree = meeting["talk-homeless"]

    assert text(by_class(tree, "spot")[0]) == "Time to be announced"
    assert [link for link in links(tree) if link.endswith(".ics")] == ["program.ics"]


def test_parts_of_a_talk_are_all_told(meeting):
    spots = [text(e) for e in by_class(meeting["talk-tutorial"], "spot")]

    assert spots == [
        "Saturday, 29 March Arrivals 10:30–12:00 part 1 of 2 Great Hall Session",
        "Sunday, 30 March 11:00–12:30 part 2 of 2 Great Hall Session",
    ]


def test_neighbors_in_the_session_are_linked(meeting):
    (nav,) = by_class(meeting["talk-gone"], "neighbors")

    assert [(e.get("rel"), e.get("href")) for e in nav] == [("prev", "talk-tools.html")]
    assert by_class(meeting["talk-opening"], "neighbors") == []


def test_cancelled_talk_is_struck_and_worded(meeting):
    row = by_id(meeting["index"], "at-talk-gone-1")

    assert text(row) == "11:15–12:00 Ebb without flow Cancelled Dora Maar"
    assert [text(e) for e in row.iter("s")] == ["Ebb without flow"]
    assert text(meeting["talk-gone"].find(".//h1")) == "Ebb without flow Cancelled"


def test_unknowns_are_worded(meeting):
    said = " ".join(text(tree) for tree in meeting.values())

    for words in (
        "Open slot",
        "Speaker to be announced",
        "Title to be announced",
        "Time to be announced",
        "Room to be announced",
        "Chair to be announced",
        "Date to be announced",
    ):
        assert words in said
    assert "TBD" not in said


def test_table_of_parallel_rooms(meeting):
    (table,) = by_class(meeting["day-2025-03-29"], "grid")
    heads = list(table.iter("th"))

    assert [text(e) for e in heads if e.get("scope") == "col"] == [
        "Time",
        "Great Hall",
        "Cove",
        "Reef",
    ]
    assert [text(row) for row in table.find("tbody")] == [
        "09:00 Opening Ana Ribeiro da Costa",
        "10:00 Coffee",
        "10:30 Eli Žižek Theory τ Bo Ó Súilleabháin Practice Chen Li, Dora Maar Dora Maar Cancelled",
        "11:30",
        "20:00 Watching the spring tide",
        "21:00 Dinner",
    ]
    assert [e.get("data-key") for e in table.iter("td") if e.get("data-key")] == [
        "session-plenary",
        "session-course-1",
        "session-theory-1",
        "session-practice-1",
    ]


def test_only_large_tables_are_painted_at_once(meeting):
    rooms = tuple(Room(id=f"r{n}", name=f"Room {n}") for n in range(26))
    sessions = tuple(
        Session(id=f"s{n}-{hour}", title=f"{n}.{hour}", start=60 * hour, minutes=60, room=room.id)
        for n, room in enumerate(rooms)
        for hour in range(20)
    )
    day = Day(date=date(2025, 5, 5), items=sessions)
    large = site(Program.of(Conference(title="Large", rooms=rooms, days=(day,))))

    assert len(by_class(large["day-2025-05-05"], "vast")) == 1
    assert by_class(meeting["day-2025-03-29"], "vast") == []


def test_day_without_anything_in_parallel_has_no_table(symposium):
    assert [name for name, tree in symposium.items() if by_class(tree, "grid")] == []


def test_open_link_is_there_and_a_withheld_one_is_not(meeting):
    everywhere = {link for tree in meeting.values() for link in links(tree)}

    assert "https://meet.example.org/open-cove" in everywhere
    assert "https://meet.example.org/secret-reef" not in everywhere
    assert "The link is sent to those who register." in text(meeting["session-practice-1"])


def test_page_of_a_room_has_its_sessions(meeting):
    tree = meeting["room-reef"]

    assert [e.get("data-key") for e in by_class(tree, "session")] == ["session-practice-1"]
    assert "room-reef.ics" in links(tree)


def test_only_room_has_no_page_and_is_told_once():
    pages = site(rovinj_program().replace(conference=rovinj().replace(rooms=workshop().rooms[:1])))

    assert [name for name in pages if name.startswith("room")] == []
    assert [text(e) for e in by_class(pages["index"], "room")] == ["Great Hall"]
    assert by_class(pages["index"], "session") == []


def test_page_of_a_track_has_its_talks(meeting):
    rows = by_class(meeting["track-theory"], "talk")

    assert [text(e) for e in rows] == [
        "Sat, 29 Mar 10:30–11:00 Spectra of shores Bo Ó Súilleabháin"
    ]


def test_page_of_a_person_has_what_they_do(meeting):
    bo, ana = meeting["person-bo"], meeting["person-ana"]

    assert [text(e) for e in bo.iter("h2")] == ["Talks", "As co-author", "Chair"]
    assert {"talk-spectra.html", "talk-opening.html", "session-plenary.html"} <= set(links(bo))
    assert [text(e) for e in ana.iter("h2")] == ["Talks"]


def test_page_of_a_person_leads_to_their_own():
    address = "https://example.org/~ana"
    people = tuple(p.replace(url=address) if p.id == "ana" else p for p in PEOPLE)
    pages = site(workshop_program(people=people))

    assert address in links(pages["person-ana"])
    assert graph(pages["person-ana"])["sameAs"] == address
    assert "Web page" not in text(pages["person-bo"])


def test_page_about_a_conference_tells_how_to_subscribe_and_where_to_talk():
    chat = Link(url="https://chat.example.org/", kind="chat")
    first = Version(datetime(2025, 3, 1, tzinfo=UTC), ())
    tree = site(workshop_program(channels=(chat,)), revisions=(first,))["about"]
    found = by_id(tree, "subscribe")
    (section,) = by_class(tree, "subscribing")

    assert text(found) == "Subscribe"
    assert [(text(e), e.get("href")) for e in section.iter("a")] == [
        ("Open in your calendar", "webcal://tides.example.org/2025/program.ics"),
        ("Calendar (.ics)", "program.ics"),
        ("Feed of changes", "changes.atom"),
        ("Chat", "https://chat.example.org/"),
    ]
    assert "tel:+3511" in links(tree)


def test_people_are_listed_by_letter(symposium):
    found = [text(e) for e in by_class(symposium["people"], "index")[0].iter("li")]

    assert len(found) == 25
    assert found[-1] == "Zenke, Friedemann FMI Basel"


def test_posters_are_listed_by_session_and_board(meeting):
    assert [text(e) for e in by_class(meeting["posters"], "poster")] == [
        "Board 9 Nine drops Eli Žižek",
        "Board 10 Ten drops Dora Maar",
        "Poster Title to be announced Speaker to be announced",
    ]


def test_poster_in_another_language_is_read_aloud_in_it():
    posters = tuple(p.replace(language="de", abstract="Neun.") for p in POSTERS)
    pages = site(workshop_program(posters=posters))
    poster = pages["poster-p9"]

    assert [e.get("lang") for e in by_class(pages["posters"], "poster")] == ["de"] * 3
    assert [e.get("lang") for e in (*poster.iter("h1"), *by_class(poster, "abstract"))] == [
        "de"
    ] * 2
    assert graph(poster)["inLanguage"] == "de"
    assert [text(e) for e in poster.iter("dd")] == ["German"]


def test_page_of_a_poster_has_a_code_with_its_address(meeting):
    (figure,) = by_class(meeting["poster-p9"], "qr")

    assert text(figure) == "https://tides.example.org/2025/poster-p9.html"
    assert figure[0].get("aria-label") == "QR code of this page"


def test_site_without_an_address_has_no_codes():
    pages = site(workshop_program(url=""))

    assert by_class(pages["poster-p9"], "qr") == []
    assert [e for e in pages["poster-p9"].iter("link") if e.get("rel") == "canonical"] == []


def test_about_says_where_who_pays_and_who_answers(meeting):
    about = text(meeting["about"])

    assert "Port Example" in about
    assert "Moon & Sons gold" in about
    assert "Office, office@tides.example.org, +351 1" in about
    assert "As of 1 February 2025" in about


def test_logo_takes_the_place_of_a_name(tmp_path):
    (tmp_path / "logo.png").write_bytes(PNG)
    facts = workshop(hosts=(Organization(name="Moon", logo="logo.png"),), venue_map="logo.png")
    pages = site(Program.of(facts), folder=tmp_path)
    (image,) = pages["index"].iter("img")

    assert image.get("alt") == "Moon"
    assert re.fullmatch(r"assets/picture\.\w{10}\.png", image.get("src"))
    assert [e.get("alt") for e in pages["about"].iter("img")] == ["Map", "Moon"]


def test_drawing_is_no_file_of_the_site_because_it_may_have_scripts(tmp_path):
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    facts = workshop(hosts=(Organization(name="Moon", logo="logo.svg"),))
    (image,) = site(Program.of(facts), folder=tmp_path)["index"].iter("img")

    assert image.get("src").startswith("data:image/svg+xml;base64,PHN2Zy")


def test_picture_outside_of_the_project_is_not_shown(tmp_path):
    (tmp_path / "secret.png").write_bytes(PNG)
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "linked.png").symlink_to(tmp_path / "secret.png")
    for name in ("../secret.png", str(tmp_path / "secret.png"), "linked.png", "none.png"):
        facts = workshop(hosts=(Organization(name="Moon", logo=name),))
        pages = site(Program.of(facts), folder=tmp_path / "project")

        assert list(pages["index"].iter("img")) == []
        assert "Moon" in text(by_class(pages["index"], "hosts")[0])


def test_name_of_a_host_breaks_where_its_line_does():
    facts = rovinj().replace(hosts=(Organization(name="One\nTwo"),))
    (hosts,) = by_class(site(rovinj_program().replace(conference=facts))["index"], "hosts")

    assert len(list(hosts.iter("br"))) == 1


def test_long_welcome_is_folded_on_the_first_page_and_whole_under_about():
    pages = site(workshop_program(welcome="One.\n\nTwo.\n\nThree."))

    assert by_class(pages["index"], "welcome")[0].tag == "details"
    assert text(by_class(pages["about"], "abstract")[0]) == "One. Two. Three."


def test_pages_for_readers_with_a_script_say_so_to_others(meeting):
    for name in ("search", "starred"):
        assert "needs JavaScript" in text(meeting[name].find(".//main"))
    assert [e.get("data-starred") for e in meeting["starred"].iter("div")].count("") == 1


def test_conference_of_nothing_is_a_site():
    facts = rovinj().replace(start=None, end=None, place="", days=(), talks=(), hosts=())
    pages = site(Program.of(facts))

    assert set(pages) == {"index", "about", "search", "starred", "changes", "404"}
    assert text(by_class(pages["index"], "cover")[0]) == TITLE


def test_nothing_changed_is_said(symposium):
    assert "Nothing has changed" in text(symposium["changes"])


@dataclass(frozen=True)
class Remembered:
    title: str
    start: datetime
    speakers: str = "Dora Maar"
    room: str = "Cove"


@dataclass(frozen=True)
class Changed:
    about: str
    news: tuple
    before: Remembered | None
    now: Remembered
    kind: str = "talk"


@dataclass(frozen=True)
class Version:
    at: datetime
    changes: tuple


def test_changes_are_told_as_they_were_and_are():
    early, late = datetime(2025, 3, 29, 9, 0, tzinfo=UTC), datetime(2025, 3, 29, 10, 30, tzinfo=UTC)
    was, now = Remembered("Old", early), Remembered("Spectra of shores", late)
    moved = Changed("spectra", ("moved", "retitled"), was, now)
    gone = Changed(
        "vanished", ("cancelled",), Remembered("Vanished", early), Remembered("Vanished", early)
    )
    pages = site(
        workshop_program(),
        revisions=(Version(datetime(2025, 3, 1, tzinfo=UTC), (moved, gone)),),
    )
    told = [text(e) for e in by_class(pages["changes"], "changes")[0]]

    assert told == [
        (
            "Other time Other title Spectra of shores "
            "Before: Sat, 29 Mar, 09:00 · Cove · Old "
            "Now: Sat, 29 Mar, 10:30 · Cove · Spectra of shores"
        ),
        "Cancelled Vanished Before: Sat, 29 Mar, 09:00 · Cove",
    ]
    assert text(by_class(pages["talk-spectra"], "moved")[0]) == (
        "Moved; before: Sat, 29 Mar, 09:00"
    )
    assert "talk-spectra.html" in links(pages["changes"])


def test_repeated_talk_says_that_it_is_a_repeat():
    talks = tuple(t.replace(repeated=True) if t.id == "tutorial" else t for t in TALKS)
    tree = site(workshop_program(talks=talks))["index"]

    assert text(by_class(by_id(tree, "at-talk-tutorial-1"), "part")[0]) == ""
    assert text(by_class(by_id(tree, "at-talk-tutorial-2"), "part")[0]) == "Repeat"


def test_social_event_that_changed_leads_nowhere():
    early = datetime(2025, 3, 29, 21, 0, tzinfo=UTC)
    dinner = Changed(
        "dinner", ("other",), Remembered("Dinner", early), Remembered("Dinner", early), "break"
    )
    pages = site(workshop_program(), revisions=(Version(early, (dinner,)),))
    (told,) = by_class(pages["changes"], "changes")[0]

    assert text(told) == "Other details Dinner Now: Sat, 29 Mar, 21:00 · Cove"
    assert list(told.iter("a")) == []


def test_same_outline_makes_the_same_bytes():
    def made():
        return Site().files(build_outline(workshop_program().public()))

    assert made() == made()


def test_site_that_is_made_again_speaks_of_the_new_program():
    kept = Site()
    kept.files(build_outline(workshop_program().public()))
    again = kept.files(build_outline(rovinj_program().public()))

    assert again == Site().files(build_outline(rovinj_program().public()))


def test_template_of_a_project_takes_the_place_of_ours(tmp_path):
    (tmp_path / "about.html").write_text(
        '{% extends "base.html" %}{% block main %}<h1>{{ outline.place }}!</h1>{% endblock %}'
    )
    pages = site(workshop_program(), overrides=tmp_path)

    assert text(pages["about"].find(".//main")) == "Port Example!"
    assert text(pages["people"].find(".//h1")) == "People"


def test_ids_of_any_characters_have_pages():
    odd = 'ü"<&%#?/'
    facts = rovinj()
    talks = (Talk(id=odd, title="Odd"), *facts.talks[1:])
    day = facts.days[1]
    slots = (day.items[0].slots[0].replace(talk=odd), *day.items[0].slots[1:])
    items = (day.items[0].replace(slots=slots), *day.items[1:])
    pages = site(
        Program.of(facts.replace(talks=talks, days=(facts.days[0], day.replace(items=items))))
    )
    (name,) = [name for name, tree in pages.items() if text(tree.find(".//h1")) == "Odd"]

    assert re.fullmatch(r"talk-u_\w{10}", name)
    assert f"{name}.html" in links(pages["index"])


def test_one_page_and_its_site_say_the_same_of_a_talk(meeting):
    (article,) = [
        e for e in whole(workshop_program()).iter("article") if e.get("id") == "talk-gone"
    ]

    assert text(by_class(article, "abstract")[0]) == text(
        by_class(meeting["talk-gone"], "abstract")[0]
    )


def test_pages_are_valid_in_every_language():
    for language in ("de", "hr", "he"):
        files = Site().files(build_outline(workshop_program(language=language).public()))

        assert parsed(files["talk-opening.html"]).get("lang") == language
