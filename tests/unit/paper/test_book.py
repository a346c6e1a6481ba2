"""What all parts of a booklet share: words, times, titles, running heads."""

from datetime import UTC, date, datetime

import pytest

from laid_out import book_of, text
from programkit.model.base import TBD
from programkit.model.contributions import State, Talk
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.outline.nodes import When
from programkit.paper.book import is_off
from programkit.typeset.blocks import paragraph
from programkit.typeset.pages import lay_out
from rovinj import TITLE, rovinj_program
from small import conference, day, one_day, people, session, slot, talks
from workshop import workshop_program

MORNING = datetime(2024, 9, 30, 8, 30, tzinfo=UTC)
NOON = datetime(2024, 9, 30, 12, 20, tzinfo=UTC)


def book(*days, theme=None, **facts):
    return book_of(Program.of(conference(*days, **facts)), **(theme or {}))


def filled(of, pages, **options):
    """A part of so many pages, each full."""
    line = paragraph("Text.", of.styles.body, of.width)
    count = int(pages * of.height / (line.height + line.space_after))
    return of.flow([line] * count, "Name of the part", **options)


def test_times_are_written_as_the_theme_asks():
    assert book(theme={"hours": 12}).clock(NOON) == "12:20 pm"
    assert book(theme={"hours": 24}).clock(NOON) == "12:20"


def test_span_names_start_and_end():
    assert book().span(When(MORNING, NOON)) == "08:30–12:20"


def test_span_without_an_end_is_its_start():
    assert book().span(When(MORNING, None)) == "08:30"


def test_unknown_time_is_worded():
    assert book().span(When(None, None)) == "Time to be announced"


def test_labels_are_in_the_language_of_the_conference():
    assert book(language="de").word("agenda") == "Programmübersicht"


def test_theme_overrides_the_language_of_labels_alone():
    made = book(language="de", theme={"language": "hr"})
    assert made.word("agenda") == "Raspored"
    assert made.styles.body.language == "de"


@pytest.mark.parametrize(
    ("facts", "heading"),
    [
        ({}, "Monday, 30 September"),
        ({"title": "Arrivals"}, "Monday, 30 September: Arrivals"),
        ({"date": TBD}, "Day 1"),
        ({"date": TBD, "title": "Excursion"}, "Day 1: Excursion"),
    ],
)
def test_heading_of_a_day(facts, heading):
    made = book(day(**facts))
    assert made.day(made.outline.days[0]) == heading


def test_heading_of_a_day_begins_with_a_capital_in_every_language():
    made = book(day(date=date(2024, 9, 30)), language="hr")
    assert made.day(made.outline.days[0]) == "Ponedjeljak, 30. rujna"


def test_heading_of_a_day_has_its_year_where_days_are_of_several():
    made = book(day(date=date(2024, 9, 30)), day(date=date(2025, 9, 29)), day(date=TBD))
    assert [made.day(one) for one in made.outline.days] == [
        "Monday, 30 September 2024",
        "Monday, 29 September 2025",
        "Day 3",
    ]


def test_short_date_names_weekday_and_month():
    assert book().date(date(2024, 10, 1), short=True) == "Tue, 1 Oct"


def test_known_title_is_its_runs():
    made = book(talks=(Talk(id="a", title="On *waves*", speakers=()),))
    runs = made.title(made.outline.talks[0])
    assert [(run.text, run.italic) for run in runs] == [("On ", False), ("waves", True)]


def test_unknown_title_is_worded_in_italics():
    made = book(talks=(Talk(id="a", speakers=()),))
    (run,) = made.title(made.outline.talks[0])
    assert (run.text, run.italic) == ("Title to be announced", True)


@pytest.mark.parametrize(
    ("state", "first"),
    [
        (State.CANCELLED, "Cancelled: "),
        (State.TENTATIVE, "Tentative: "),
        (State.CONFIRMED, "Tides"),
    ],
)
def test_uncertain_title_says_so_first(state, first):
    made = book(talks=(Talk(id="a", title="Tides", speakers=(), state=state),))
    assert made.title(made.outline.talks[0])[0].text == first


@pytest.mark.parametrize(("state", "off"), [(State.CANCELLED, True), (State.TENTATIVE, False)])
def test_only_what_is_cancelled_is_off(state, off):
    made = book(talks=(Talk(id="a", title="Tides", speakers=(), state=state),))
    assert is_off(made.outline.talks[0]) is off


def test_unknown_speakers_are_worded():
    assert book().names(TBD) == "Speaker to be announced"


def test_names_stand_in_a_row():
    made = book(
        people=people("Ana Ribeiro", "Bo Súil"),
        talks=(Talk(id="a", title="A", speakers=("ribeiro", "súil")),),
    )
    assert made.names(made.outline.talks[0].speakers) == "Ana Ribeiro, Bo Súil"


def test_room_is_named_where_there_are_several():
    talk = next(t for t in book_of(workshop_program()).outline.talks if t.id == "opening")
    assert book_of(workshop_program()).room(talk.occurrences[0]) == "Great Hall"


@pytest.mark.parametrize("rooms", [(), (Room(id="hall", name="Great Hall"),)])
def test_only_room_is_not_named(rooms):
    facts = one_day(session(slot(500, "a", minutes=5)), talks=talks("a"), rooms=rooms)
    made = book_of(Program.of(facts))
    assert made.room(made.outline.talks[0].occurrences[0]) == ""


def test_unknown_room_of_several_is_worded():
    rooms = (Room(id="hall", name="Great Hall"), Room(id="cove", name="Cove"))
    facts = one_day(session(slot(500, "a", minutes=5)), talks=talks("a"), rooms=rooms)
    made = book_of(Program.of(facts))
    assert made.room(made.outline.talks[0].occurrences[0]) == "Room to be announced"


def test_text_that_fits_is_not_shortened():
    made = book()
    assert made.shortened("Short enough", made.styles.head) == "Short enough"


def test_text_too_long_is_cut_at_a_word():
    made = book()
    cut = made.shortened("many words " * 30, made.styles.head)
    assert cut.removesuffix(" …") == " ".join(["many words"] * 30)[: len(cut) - 2]
    assert made.width * 0.8 < made.text_width(cut, made.styles.head) <= made.width


def test_one_word_too_long_leaves_nothing():
    made = book()
    assert made.shortened("m" * 200, made.styles.head) == ""


def test_margins_are_mirrored():
    shape = book(theme={"margin_inner": 30.0, "margin_outer": 10.0}).shape
    (right,), (left,) = shape.frames_of(1), shape.frames_of(2)
    assert (right.x, left.x) == (pytest.approx(85.04, abs=0.01), pytest.approx(28.35, abs=0.01))
    assert right.width == left.width == pytest.approx(419.53 - 113.39, abs=0.01)


def test_running_heads_name_the_part_on_the_right_and_the_conference_on_the_left():
    made = book_of(rovinj_program(), running_head="part")
    pages = lay_out([filled(made, 3)]).pages
    assert [text(page)[0] for page in pages[:3]] == ["Name of the part", TITLE, "Name of the part"]
    heads = [min(page.marks, key=lambda mark: mark.y) for page in pages[:2]]
    frames = [made.shape.frames_of(number)[0] for number in (1, 2)]
    assert heads[0].x + heads[0].width == pytest.approx(frames[0].x + frames[0].width, abs=0.01)
    assert heads[1].x == frames[1].x


def test_page_that_opens_a_part_has_no_running_head():
    made = book_of(rovinj_program())
    head = made.part_heading("agenda", "agenda")
    (page,) = lay_out([made.flow([head], "Name of the part")]).pages
    assert text(page) == ["Agenda", "1"]


def test_pages_are_numbered_at_the_foot_in_the_middle():
    made = book_of(rovinj_program())
    page = lay_out([filled(made, 1.5)]).pages[1]
    folio = max(page.marks, key=lambda mark: mark.y)
    frame = made.shape.frames_of(2)[0]
    assert folio.text == "2"
    assert folio.x + folio.width / 2 == pytest.approx(frame.x + frame.width / 2, abs=0.01)
    assert frame.y + frame.height < folio.y < made.shape.height


def test_flow_without_numbers_has_no_furniture():
    made = book_of(rovinj_program())
    (page,) = lay_out([made.flow([], "Cover", numbered=False)]).pages
    assert page.marks == ()


def test_flow_without_blocks_is_numbered():
    made = book_of(rovinj_program())
    (page,) = lay_out([made.flow([], "Notes")]).pages
    assert text(page) == ["Notes", "1"]


def test_part_heading_says_its_own_text():
    made = book_of(rovinj_program())
    layout = lay_out([made.flow([made.part_heading("agenda", "x", "Notes")], "Notes")])
    (placed,) = layout.pages[0].anchors
    assert (placed.anchor.name, placed.anchor.title) == ("x", "Notes")


def test_text_from_right_to_left_is_as_wide_as_it_is():
    made = book()
    assert 0 < made.text_width("דנה לוי", made.styles.body) < 100
