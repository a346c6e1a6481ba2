"""The abstracts."""

from datetime import date, timedelta

import pytest

from laid_out import book_of, fragments, laid_out, text, texts
from programkit.model.base import TBD
from programkit.model.contributions import At, CoAuthor, Link, State, Talk, Track
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.paper.abstract import address, byline
from programkit.paper.parts.abstracts import Abstracts
from programkit.paper.parts.agenda import Agenda
from programkit.typeset.blocks import paragraph
from rovinj import rovinj_program
from small import (
    TUESDAY,
    conference,
    day,
    moment,
    one_day,
    pause,
    people,
    session,
    slot,
    talks,
)
from workshop import workshop_program

EN_SPACE = "\u2002"


def abstracts(facts, **theme):
    """The lines of the one page of abstracts, without its heading and number."""
    (page,) = laid_out(Program.of(facts), Abstracts(), **theme).pages
    return text(page)[1:-1]


def entry(*more_days, **told):
    """The lines of the entry of one talk."""
    told = {"id": "a", "title": "Tides", "speakers": (), "abstract": "Text.", **told}
    place = {
        key: told.pop(key) for key in ("people", "affiliations", "rooms", "tracks") if key in told
    }
    first = session(slot(500, "a", minutes=5), room="hall" if "rooms" in place else TBD)
    return abstracts(conference(day(first), *more_days, talks=(Talk(**told),), **place))


def test_entry_is_time_speaker_affiliation_title_and_text():
    (page, *_) = laid_out(rovinj_program(), Abstracts(), hours=12).pages
    assert text(page)[:4] == [
        "Abstracts — Monday, 30 September",
        f"8:30 am{EN_SPACE}Julia Kempe — New York University",
        "Synthetic Data – Friend or Foe in the Age of Scaling?",
        "Much of tomorrow's training data will have been written by today's models.",
    ]


def test_speaker_and_title_are_bold():
    (page, *_) = laid_out(rovinj_program(), Abstracts()).pages
    bold = book_of(rovinj_program()).theme.family.bold
    lines = [mark.text.strip() for mark in fragments(page) if mark.face is bold]
    assert lines[1:3] == ["Julia Kempe", "Synthetic Data – Friend or Foe in the Age of Scaling?"]


def test_every_day_begins_a_page():
    made = laid_out(rovinj_program(), Abstracts())
    headings = [page[0] for page in texts(made) if page[0].startswith("Abstracts")]
    assert list(dict.fromkeys(headings)) == [
        "Abstracts — Monday, 30 September",
        "Abstracts — Tuesday, 1 October",
        "Abstracts — Wednesday, 2 October",
        "Abstracts — Thursday, 3 October",
    ]


def test_abstracts_of_a_series_share_pages_with_a_heading_for_each_day():
    weeks = [
        day(session(slot(500, key, minutes=60)), date=date(2024, 9, 9) + timedelta(days=7 * number))
        for number, key in enumerate("ab")
    ]
    listed = tuple(Talk(id=key, title=key.upper(), speakers=(), abstract="Text.") for key in "ab")
    (page,) = laid_out(Program.of(conference(*weeks, talks=listed)), Abstracts()).pages
    assert [line for line in text(page) if "September" in line] == [
        "Monday, 9 September",
        "Monday, 16 September",
    ]


def test_unknown_title_and_abstract_are_worded():
    assert entry(title=TBD, abstract=TBD) == [
        "08:20",
        "Title to be announced",
        "The abstract will be announced.",
    ]


def test_unknown_speaker_is_worded():
    assert entry(speakers=TBD)[0] == f"08:20{EN_SPACE}Speaker to be announced"


def test_talk_without_an_abstract_has_no_entry():
    facts = one_day(session(slot(500, "a", minutes=5)), talks=talks("a", abstract=""))
    assert laid_out(Program.of(facts), Abstracts()).pages == ()


def test_no_line_begins_with_the_dash_between_name_and_affiliation():
    facts = conference(
        day(session(slot(500, "a", minutes=5))),
        talks=talks("a", speakers=("costa",), abstract="Text."),
        people=people("Ana Ribeiro da Costa", affiliations=("tides",)),
        affiliations=(Affiliation(id="tides", name="Institute of Tides and Shores"),),
    )
    book = book_of(Program.of(facts))
    (talk,) = book.outline.talks
    for width in range(60, 240):
        made = paragraph(tuple(byline(talk.speakers, book)), book.styles.entry, width)
        lines = ["".join(mark.text for mark in strip.marks) for strip in made.strips]
        assert not [line for line in lines if line.startswith("—")]


def test_speakers_with_the_same_affiliations_share_them():
    told = {
        "affiliations": (Affiliation(id="t", name="Tides"), Affiliation(id="m", name="Moon")),
        "people": (
            Person(id="a", name="Ana", affiliations=("t", "m")),
            Person(id="b", name="Bo", affiliations=("t", "m")),
            Person(id="c", name="Chen", affiliations=("m",)),
            Person(id="d", name="Dora"),
        ),
    }
    assert entry(speakers=("a", "b", "c", "d"), **told)[0] == (
        f"08:20{EN_SPACE}Ana, Bo — Tides, Moon; Chen — Moon; Dora"
    )


def test_room_is_named_where_there_are_several():
    rooms = Room(id="hall", name="Great Hall"), Room(id="cove", name="Cove")
    assert entry(rooms=rooms)[0] == "08:20 · Great Hall"


def test_track_is_named():
    assert entry(tracks=(Track(id="t", name="Theory"),), track="t")[0] == "08:20 · Theory"


def test_further_parts_on_another_day_are_dated():
    later = day(session(slot(600, "a", minutes=5)), date=TUESDAY)
    assert entry(later, parts=2)[0] == "08:20; Tue, 1 Oct, 10:00"


def test_further_parts_on_the_same_day_are_not():
    twice = session(slot(500, "a", minutes=5)), pause(minutes=5), session(slot(600, "a", minutes=5))
    assert (
        abstracts(one_day(*twice, talks=talks("a", abstract="Text.", parts=2)))[0] == "08:20; 10:00"
    )


def test_further_parts_on_a_day_without_a_date_have_their_time():
    later = day(session(slot(600, "a", minutes=5)), date=TBD)
    assert entry(later, parts=2)[0] == "08:20; 10:00"


@pytest.mark.parametrize(
    ("state", "title"),
    [(State.CANCELLED, "Cancelled: Tides"), (State.TENTATIVE, "Tentative: Tides")],
)
def test_uncertain_talk_says_so_before_its_title(state, title):
    assert entry(state=state)[1] == title


def test_coauthors_stand_between_title_and_text():
    told = {
        "people": people("Ana Ribeiro", "Bo Sullivan"),
        "coauthors": (CoAuthor(person="ribeiro"),),
    }
    assert entry(speakers=("sullivan",), **told)[2:] == ["Joint work with Ana Ribeiro", "Text."]


def test_links_are_printed_with_their_addresses():
    links = (
        Link(url="https://example.org/slides/", kind="slides"),
        Link(url="mailto:a@example.org", title="Ask"),
    )
    assert entry(links=links)[-1] == "slides: example.org/slides · Ask: a@example.org"


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://example.org/", "example.org"),
        ("http://example.org/a?b=c", "example.org/a?b=c"),
        ("mailto:a@example.org", "a@example.org"),
    ],
)
def test_address_is_printed_without_what_browsers_add(url, printed):
    assert address(url) == printed


def test_talk_without_a_day_comes_last():
    facts = one_day(session(slot(500, "a", minutes=5)), talks=talks("b", "a", abstract="Text."))
    pages = texts(laid_out(Program.of(facts), Abstracts()))
    assert [page[:3] for page in pages] == [
        ["Abstracts — Monday, 30 September", "08:20", "A"],
        ["Abstracts — Date to be announced", "Time to be announced", "B"],
    ]


def test_talk_at_a_time_on_none_of_the_days_has_its_time():
    off_grid = talks("a", abstract="Text.", at=(At(start=moment("2024-12-01 18:00")),), minutes=30)
    assert abstracts(one_day(talks=off_grid))[0] == "19:00"


def test_time_and_title_lead_back_to_the_agenda():
    made = laid_out(rovinj_program(), Agenda(), Abstracts())
    links = {mark.text.strip(): mark.link for mark in fragments(made.pages[3]) if mark.link}
    title = "Synthetic Data – Friend or Foe in the Age of Scaling?"
    assert (links["08:30"], links[title]) == ("#agenda/1/kempe", "#agenda/1/kempe")


def test_time_of_each_part_leads_to_its_row():
    made = laid_out(workshop_program(), Agenda(), Abstracts())
    links = {mark.text: mark.link for page in made.pages for mark in fragments(page) if mark.link}
    first, second = "10:30 · Great Hall", "Sun, 30 Mar, 11:00 · Great Hall"
    assert (links[first], links[second]) == ("#agenda/1/tutorial", "#agenda/2/tutorial")


def test_abstracts_are_listed_by_day_and_talk():
    made = laid_out(rovinj_program(), Abstracts())
    listed = [p.anchor for page in made.pages for p in page.anchors if p.anchor.title]
    shown = [(anchor.level, anchor.title) for anchor in listed]
    assert shown[:3] == [
        (0, "Abstracts"),
        (1, "Monday, 30 September"),
        (2, "Julia Kempe: Synthetic Data – Friend or Foe in the Age of Scaling?"),
    ]
    assert [level for level, _ in shown].count(0) == 1
    assert (2, "Maria Brbić: Title to be announced") in shown


def test_abstract_is_hyphenated_in_its_own_language():
    paragraphs = ("wo " * count + "Sonnenaufgangsstimmung" for count in range(10, 24))
    words = "\n\n".join(paragraphs)
    assert entry(abstract=words, language="de") != entry(abstract=words)


@pytest.mark.parametrize("count", range(30, 46))
def test_head_and_title_are_never_parted_from_two_lines_of_text(count):
    facts = one_day(
        session(slot(500, "a", minutes=5), slot(minutes=5, talk="b")),
        talks=(
            Talk(id="a", title="First", speakers=(), abstract="Word  \n" * count + "end"),
            Talk(id="b", title="Second", speakers=(), abstract="Line  \n" * 5 + "end"),
        ),
    )
    pages = texts(laid_out(Program.of(facts), Abstracts()))
    (page,) = [page for page in pages if "Second" in page]
    at = page.index("Second")
    assert [page[at - 1], *page[at + 1 : at + 3]] == ["08:25", "Line", "Line"]


def ordered(order):
    """The titles of the workshop's talks in some order, and the headings of groups."""
    pages = laid_out(workshop_program(), Abstracts(order=order)).pages
    styles = book_of(workshop_program()).styles
    sizes = {styles.title.size: "", styles.day.size: "# "}
    found = []
    for page in pages:
        rows = {}
        for mark in fragments(page):
            if mark.size in sizes and mark.size != styles.part.size:
                rows.setdefault((mark.y, sizes[mark.size]), []).append(mark.text)
        found.extend(head + "".join(texts).strip() for (_, head), texts in sorted(rows.items()))
    return found


def test_abstracts_by_session_stand_in_order_of_the_agenda():
    assert ordered("session") == [
        *("# Opening", "How the sea computes", "# Theory τ", "Spectra of shores"),
        *("# Practice", "A tool for tides", "Cancelled: Ebb without flow"),
        *("# Session", "Ein Kurs über Gezeiten", "# Short talks", "Title to be announced"),
        *("# Outside the sessions", "Still without a place"),
    ]


def test_abstracts_by_speaker():
    assert ordered("speaker") == [
        *("A tool for tides", "Title to be announced"),  # Chen
        *("How the sea computes", "Still without a place"),  # da Costa
        "Cancelled: Ebb without flow",  # Maar
        "Spectra of shores",  # Súilleabháin
        "Ein Kurs über Gezeiten",  # Žižek
    ]


def test_abstracts_by_title():
    assert ordered("title") == [
        *("A tool for tides", "Cancelled: Ebb without flow", "Ein Kurs über Gezeiten"),
        *("How the sea computes", "Spectra of shores", "Still without a place"),
        "Title to be announced",
    ]


def test_abstracts_by_track():
    assert ordered("track") == [
        *("# Theory", "Spectra of shores", "# Practice & tools", "A tool for tides"),
        *("# Outside the tracks", "How the sea computes", "Ein Kurs über Gezeiten"),
        *("Cancelled: Ebb without flow", "Title to be announced", "Still without a place"),
    ]


def test_nothing_is_outside_the_tracks_where_there_are_none():
    head, first, *_ = text(laid_out(rovinj_program(), Abstracts(order="track")).pages[0])
    assert head == "Abstracts"
    assert first.endswith("Julia Kempe — New York University")


def test_session_names_its_time_room_and_chair():
    pages = laid_out(workshop_program(), Abstracts(order="session")).pages
    assert text(pages[0])[:3] == [
        "Abstracts",
        "Opening",
        "Sat, 29 Mar, 09:00–10:00 · Great Hall · Chair: Bo Ó Súilleabháin",
    ]


@pytest.mark.parametrize("order", ["speaker", "title", "track"])
def test_date_is_said_where_no_heading_says_it(order):
    lines = [
        line
        for page in laid_out(workshop_program(), Abstracts(order=order)).pages
        for line in text(page)
    ]
    (line,) = [line for line in lines if "Bo Ó Súilleabháin" in line and "10:30" in line]
    assert line.startswith("Sat, 29 Mar, 10:30")


def test_nothing_to_show_in_any_order():
    assert laid_out(Program.of(conference()), Abstracts(order="title")).pages == ()
