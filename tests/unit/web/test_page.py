import base64
import hashlib
import itertools
import re
from urllib.parse import unquote

import html5lib
import pytest
from tests.rovinj import TITLE, rovinj, rovinj_program
from tests.workshop import workshop, workshop_program

from programkit.model.contributions import Talk
from programkit.model.program import Program
from programkit.model.venue import Organization
from programkit.outline.build import build_outline
from programkit.web import page


def parsed(program, **arguments):
    """The page as a tree; html5lib raises at whatever is not valid syntax."""
    data = page(build_outline(program.public()), **arguments)
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data.decode())


@pytest.fixture(scope="module")
def symposium():
    return parsed(rovinj_program(), calendar="program.ics")


@pytest.fixture(scope="module")
def meeting():
    return parsed(workshop_program(), calendar="program.ics")


def text(element):
    return " ".join("".join(element.itertext()).split())


def by_class(tree, name):
    return [e for e in tree.iter() if name in e.get("class", "").split()]


def by_id(tree, name):
    (found,) = [e for e in tree.iter() if e.get("id") == name]
    return found


@pytest.mark.parametrize("fixture", ["symposium", "meeting"])
def test_ids_are_unique_and_every_link_on_the_page_leads_somewhere(fixture, request):
    tree = request.getfixturevalue(fixture)
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    links = [e.get("href") for e in tree.iter("a")]

    assert len(ids) == len(set(ids))
    assert {unquote(link[1:]) for link in links if link.startswith("#")} - set(ids) == set()


@pytest.mark.parametrize("fixture", ["symposium", "meeting"])
def test_headings_skip_no_level(fixture, request):
    tree = request.getfixturevalue(fixture)
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_landmarks_and_skip_link_are_there(meeting):
    assert [e.tag for e in meeting.find("body")] == ["a", "header", "nav", "main", "footer"]
    assert meeting.find("body")[0].get("href") == "#content"
    assert by_id(meeting, "content").tag == "main"
    assert meeting.find("body/nav").get("aria-label") == "Contents"


def test_page_says_its_language_and_direction():
    tree = parsed(rovinj_program())
    arabic = parsed(rovinj_program().replace(conference=rovinj().replace(language="ar")))

    assert (tree.get("lang"), tree.get("dir")) == ("en", "ltr")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")


def test_labels_are_in_the_language_of_the_conference():
    tree = parsed(rovinj_program().replace(conference=rovinj().replace(language="de")))

    assert text(by_id(tree, "abstracts-title")) == "Zusammenfassungen"
    assert text(by_id(tree, "heading-2")) == "Montag, 30. September"
    assert (
        text(by_id(tree, "at-brbic-1")) == "11:30–12:20 Titel wird noch bekannt gegeben Maria Brbić"
    )


def test_talk_of_another_language_says_so(meeting):
    assert by_id(meeting, "talk-tutorial").get("lang") == "de"
    assert by_id(meeting, "talk-opening").get("lang") is None


def test_times_are_readable_and_for_machines(symposium):
    row = by_id(symposium, "at-kempe-1")
    assert text(row) == (
        "08:30–09:20 Synthetic Data – Friend or Foe in the Age of Scaling? Julia Kempe"
    )
    assert [time.get("datetime") for time in row.iter("time")] == [
        "2024-09-30T08:30+02:00",
        "2024-09-30T09:20+02:00",
    ]


def test_clock_of_twelve_hours_is_by_choice_facts_or_language():
    chosen = parsed(rovinj_program(), hours=12)
    stated = parsed(rovinj_program().replace(conference=rovinj().replace(hours=12)))
    american = parsed(rovinj_program().replace(conference=rovinj().replace(language="en-US")))

    assert text(by_id(chosen, "at-lassas-1").find("p")) == "2:30 pm–3:20 pm"
    assert chosen.find("body").get("class") == "wide-times"
    assert text(by_id(stated, "at-lassas-1").find("p")) == "2:30 pm–3:20 pm"
    assert text(by_id(american, "at-lassas-1").find("p")) == "2:30 pm–3:20 pm"


def test_time_of_a_day_without_a_date_has_none(meeting):
    (time,) = list(by_id(meeting, "day-day-3").iter("time"))

    assert (time.get("datetime"), text(time)) == ("08:00", "08:00")


def test_abstracts_are_all_there_and_unknown_ones_worded(symposium):
    articles = list(symposium.iter("article"))

    assert len(articles) == 24
    assert len([a for a in articles if "The abstract will be announced." in text(a)]) == 3


def test_entry_of_an_abstract(symposium):
    article = by_id(symposium, "talk-behrens")

    assert text(article.find("p")) == "08:30 Freya Behrens — EPFL"
    assert text(article.find("h4")) == (
        "Emergent mechanisms in transformers: A sample complexity and an architectural perspective"
    )
    assert [link.get("href") for link in article.iter("a")] == [
        "#at-behrens-1",
        "https://arxiv.org/abs/2402.03902",
        "https://arxiv.org/abs/2407.11542",
    ]


def test_mathematics_is_readable(symposium):
    found = [text(e) for e in by_class(by_id(symposium, "talk-lassas"), "math")]

    assert found[0] == "u: [0, 1]² → ℝ"


def test_talk_without_an_abstract_to_come_has_no_entry(symposium):
    row = by_id(symposium, "at-opening-remarks-1")

    assert list(row.iter("a")) == []


def test_index_leads_to_talks(symposium):
    entries = [text(e) for e in by_id(symposium, "people").iter("dd")]

    assert len(entries) == 25
    assert "de Hoop, Maarten Transformers are universal in-context learners" in entries


def test_cancelled_talk_is_struck_and_worded(meeting):
    row = by_id(meeting, "at-gone-1")

    assert text(row) == "11:15–12:00 Ebb without flow Cancelled Dora Maar"
    assert [text(e) for e in row.iter("s")] == ["Ebb without flow"]


def test_unknowns_are_worded(meeting):
    page_text = text(meeting)

    for words in (
        "Open slot",
        "Speaker to be announced",
        "Title to be announced",
        "Time to be announced",
        "Room to be announced",
        "Chair to be announced",
        "Date to be announced",
    ):
        assert words in page_text
    assert "TBD" not in page_text


def test_table_of_parallel_rooms(meeting):
    (table,) = by_class(meeting, "grid")

    assert [text(e) for e in table.iter("th")][:3] == ["Great Hall", "Cove", "Reef"]
    assert [text(row) for row in table.find("tbody")] == [
        "09:00 Opening Ana Ribeiro da Costa",
        "10:00 Coffee",
        "10:30 Eli Žižek Theory τ Bo Ó Súilleabháin Practice Chen Li, Dora Maar Dora Maar",
        "11:30",
        "20:00 Watching the spring tide",
        "21:00 Dinner",
    ]


def test_open_link_is_there_and_a_withheld_one_is_not(meeting):
    links = [a.get("href") for a in meeting.iter("a")]

    assert "https://meet.example.org/open-cove" in links
    assert "https://meet.example.org/secret-reef" not in links
    assert "The link is sent to those who register." in text(by_id(meeting, "session-practice-1"))


def test_online_room_without_a_link_says_online():
    rooms = tuple(r.replace(how_to_join="") for r in workshop().rooms)
    session = by_id(parsed(workshop_program(rooms=rooms)), "session-practice-1")

    assert "Reef Online" in text(session)


def test_only_room_is_told_once():
    facts = rovinj().replace(rooms=workshop().rooms[:1])
    tree = parsed(rovinj_program().replace(conference=facts))

    assert [text(e) for e in by_class(tree, "room")] == ["Great Hall"]
    assert by_class(tree, "session") == []


def test_posters_have_boards(meeting):
    boards = [text(e) for e in by_id(meeting, "posters").iter("p") if "Board" in text(e)]

    assert boards == ["Board 9 Eli Žižek", "Board 10 Dora Maar — Institute of Tides, Port Example"]


def test_footer_says_who_pays_and_who_answers(meeting):
    footer = text(meeting.find("body/footer"))

    assert "Moon & Sons gold" in footer
    assert "Office, office@tides.example.org, +351 1" in footer
    assert "1 February 2025" in footer


def test_footer_is_left_out_where_there_is_nothing_to_say(symposium):
    assert symposium.find("body/footer") is None


def test_conference_of_nothing_is_a_page():
    facts = rovinj().replace(start=None, end=None, place="", days=(), talks=(), hosts=())
    tree = parsed(Program.of(facts))

    assert text(tree.find("body/header")) == TITLE
    assert "Abstracts" not in text(tree.find("body/nav"))


def test_repeated_talk_says_that_it_is_a_repeat():
    talks = tuple(t.replace(repeated=True) if t.id == "tutorial" else t for t in workshop().talks)
    tree = parsed(workshop_program(talks=talks))

    assert by_class(by_id(tree, "at-tutorial-1"), "part")[0].text is None
    assert text(by_class(by_id(tree, "at-tutorial-2"), "part")[0]) == "Repeat"


def test_policy_admits_the_style_and_no_script(symposium):
    (meta,) = [
        m for m in symposium.iter("meta") if m.get("http-equiv") == "Content-Security-Policy"
    ]
    digest = hashlib.sha256("".join(symposium.find("head/style").itertext()).encode()).digest()

    assert meta.get("content") == (
        f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode()}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert list(symposium.iter("script")) == []
    assert [e.tag for e in symposium.iter() if e.get("style")] == []


def test_script_of_a_preview_is_admitted_by_its_fingerprint():
    tree = parsed(rovinj_program(), script="let a = 1 < 2;")
    (script,) = tree.iter("script")
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()

    assert script.text == "let a = 1 < 2;"
    assert f"script-src 'sha256-{digest}'; connect-src 'self'" in str(
        [m.get("content") for m in tree.iter("meta")]
    )


def test_page_asks_for_nothing_from_the_network(symposium):
    fetched = [e.tag for e in symposium.iter() if e.get("src") or e.tag in {"link", "img"}]

    assert fetched == []


def test_same_outline_makes_the_same_bytes():
    outline = build_outline(workshop_program().public())

    assert page(outline) == page(build_outline(workshop_program().public()))


def test_hosts_link_where_they_have_an_address(meeting):
    (hosts,) = by_class(meeting, "hosts")

    assert [a.get("href") for a in hosts.iter("a")] == ["https://tides.example.org/"]


def test_name_of_a_host_breaks_where_its_line_does():
    facts = rovinj().replace(hosts=(Organization(name="One\nTwo"),))
    (hosts,) = by_class(parsed(rovinj_program().replace(conference=facts)), "hosts")

    assert len(list(hosts.iter("br"))) == 1


def test_abstract_keeps_its_blocks():
    source = (
        "# Head\n\nText.\n\n- one\n  1. two\n\n> quote\n\n```\nif a < b:\n    pass\n```\n\n"
        "$$x^2$$\n\nEnd **bold *both***  \nline `code` [link](https://a.example.org)."
    )
    talks = tuple(t.replace(abstract=source) for t in rovinj().talks)
    tree = parsed(rovinj_program().replace(conference=rovinj().replace(talks=talks)))
    (abstract,) = by_class(by_id(tree, "talk-kempe"), "abstract")

    assert [e.tag for e in abstract] == ["p", "p", "ul", "blockquote", "pre", "p", "p"]
    assert abstract.find("pre").text == "if a < b:\n    pass"
    assert [e.get("class") for e in abstract.find("ul")] == ["level-1", "level-2"]
    assert [text(e) for e in abstract[-1].iter("strong")] == ["bold", "both"]
    assert len(list(abstract[-1].iter("br"))) == 1


def test_ids_of_any_characters_are_linked():
    odd = 'ü"<&%#?/'
    facts = rovinj()
    talks = (Talk(id=odd, title="Odd"), *facts.talks[1:])
    day = facts.days[1]
    slots = (day.items[0].slots[0].replace(talk=odd), *day.items[0].slots[1:])
    items = (day.items[0].replace(slots=slots), *day.items[1:])
    days = (facts.days[0], day.replace(items=items), *facts.days[2:])
    tree = parsed(Program.of(facts.replace(talks=talks, days=days)))
    links = {unquote(a.get("href")) for a in tree.iter("a")}

    assert {f"#talk-{odd}", f"#at-{odd}-1"} <= links
    assert by_id(tree, f"talk-{odd}").tag == "article"
