"""Running heads, page numbers and thumb marks."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from laid_out import book_of, fragments, laid_out, lines, text
from programkit.model.program import Program
from programkit.outline.inks import contrast
from programkit.paper.booklet import draw_booklet
from programkit.paper.parts import Abstracts, Agenda, Cover, PeopleIndex, Speakers
from programkit.paper.thumbs import Thumb, thumb_marks
from programkit.typeset.blocks import paragraph
from programkit.typeset.marks import Bar
from programkit.typeset.pages import PageShape, lay_out
from rovinj import TITLE, rovinj_program
from semester import semester
from workshop import workshop_program


def heads(*parts, **theme):
    """The running heads of the pages that have one."""
    pages = laid_out(rovinj_program(), *parts, **theme).pages
    top = book_of(rovinj_program(), **theme).theme.measures.top
    found = [lines(page)[:1] for page in pages]
    return [line for page in found for y, line in page if y < top]


def tabs(page, of):
    """The thumb marks of a page, from top to bottom."""
    edge = of.theme.measures.outer * 0.7
    width = page.shape.width
    bars = (mark for mark in page.marks if isinstance(mark, Bar) and mark.height > 20)
    found = (bar for bar in bars if bar.x + bar.width <= edge or bar.x >= width - edge)
    return sorted(found, key=lambda bar: bar.y)


def test_agenda_names_its_days_at_the_outer_edge():
    assert heads(Cover(), Agenda()) == [
        "Tuesday, 1 October | Agenda",
        "Agenda | Wednesday, 2 October – Thursday, 3 October",
    ]


def test_day_that_fills_many_pages_is_named_on_all_of_them():
    first, *rest = laid_out(rovinj_program(), Agenda(), page=(148, 100)).pages
    day = [line for line in text(first) if line.endswith(("September", "October"))][-1]
    assert len(rest) > 4
    for page in rest:
        head, *lines_below = text(page)
        days = [line for line in lines_below if line.endswith("October")]
        begins = days and lines_below[0] == days[0]
        found = days if begins else [day, *days]
        day = found[-1]
        named = head.removesuffix(" | Agenda").removeprefix("Agenda | ")
        assert named == " – ".join(dict.fromkeys((found[0], day)))


def test_what_has_no_day_is_not_of_the_day_before():
    pages = laid_out(workshop_program(), Agenda(), page=(148, 100)).pages
    last = next(page for page in pages if "Date to be announced" in " ".join(text(page)[1:]))
    assert "Date to be announced" in text(last)[0]
    assert not any("Day 3" in text(page)[0] for page in pages[pages.index(last) + 1 :])


def test_abstracts_name_their_first_and_last_speaker():
    made = book_of(rovinj_program())
    families = {talk.id: talk.speakers[0].name.split()[-1] for talk in made.outline.talks}
    before = ""
    for page in laid_out(rovinj_program(), Abstracts()).pages:
        names = [placed.anchor.name for placed in page.anchors]
        found = [families[n.removeprefix("abstract/")] for n in names if n.startswith("abstract/")]
        begins = page.anchors and page.anchors[0].y < page.shape.frames[0].y + 1
        here = found if begins else [before, *found]
        before = here[-1]
        if not any(name.startswith("abstracts") for name in names):
            words = text(page)[0].split(" | ")[-1 if page.number % 2 else 0]
            ends = [part.split()[-1] for part in words.split(" – ")]
            assert ends == list(dict.fromkeys((here[0], here[-1])))


def test_index_names_its_first_and_last_entry():
    program = rovinj_program()
    pages = laid_out(program, PeopleIndex(), page=(100, 90), margin_top=15, margin_bottom=15).pages
    first, *_, last = (entry.index_name.split(",")[0] for entry in book_of(program).outline.index)
    inside = [text(page)[0] for page in pages[1:]]
    assert not text(pages[0])[0].startswith(first)
    assert inside[-1].endswith(f"– {last}") or inside[-1].startswith(f"{last} ")


def test_list_of_speakers_names_its_first_and_last():
    pages = laid_out(rovinj_program(), Speakers()).pages
    last = [entry for entry in book_of(rovinj_program()).outline.index if entry.speaks][-1]
    words = text(pages[-1])[0].replace("Speakers", "").strip(" |")
    assert words.split(" – ")[-1] == last.index_name.split(",")[0]


def test_name_that_leaves_no_room_is_alone():
    narrow = heads(Abstracts(), page=(75, 210), margin_inner=12, margin_outer=12)
    assert " – " in narrow[0]
    assert "Abstracts" not in narrow[0]


def test_running_heads_may_be_left_out():
    assert heads(Cover(), Agenda(), Abstracts(), running_head="none") == []


def test_running_head_of_what_has_no_guide_is_the_conference_or_the_part():
    made = book_of(rovinj_program())
    blocks = [paragraph("Text.", made.styles.body, made.width)] * 60
    assert [text(page)[0] for page in lay_out([made.flow(blocks, "Notes")]).pages][:2] == [
        "Notes",
        TITLE,
    ]


@pytest.mark.parametrize("title", ["Notes", "הערות", "ملاحظات"])
def test_running_head_stands_at_the_outer_edge_in_every_script(title):
    made = book_of(rovinj_program(), running_head="part")
    blocks = [paragraph("Text.", made.styles.body, made.width)] * 60
    page = lay_out([made.flow(blocks, title)]).pages[0]
    head = fragments(page)[0]
    frame = made.shape.frames[0]
    assert head.text in {title, title[::-1]}
    assert head.x + head.width == pytest.approx(frame.x + frame.width, abs=0.01)


@pytest.mark.parametrize(("folio", "ends"), [("outer", True), ("center", False)])
def test_page_number_stands_where_the_theme_says(folio, ends):
    made = book_of(rovinj_program(), folio=folio)
    page = lay_out([made.flow([], "Notes")]).pages[0]
    number = max(page.marks, key=lambda mark: mark.y)
    right = made.shape.frames[0].x + made.shape.frames[0].width
    assert (number.x + number.width == pytest.approx(right, abs=0.01)) is ends


def test_page_number_may_be_left_out():
    made = book_of(rovinj_program(), folio="none")
    assert text(lay_out([made.flow([], "Notes")]).pages[0]) == ["Notes"]


def test_pages_before_the_agenda_may_have_roman_numbers():
    drawn = draw_booklet(
        book_of(workshop_program()).outline,
        theme=book_of(workshop_program(), front_numbers="roman").theme,
    )
    reader = PdfReader(BytesIO(drawn.data))
    assert reader.page_labels[:4] == ["i", "ii", "1", "2"]


def test_thumb_marks_show_the_days_of_a_page():
    made = book_of(workshop_program(), thumbs="days")
    pages = laid_out(workshop_program(), Cover(), Agenda(), thumbs="days").pages
    assert [len(tabs(page, made)) for page in pages] == [0, 0, 1, 2]
    assert {"Sat", "29"} <= set(" ".join(text(pages[2])).replace("|", " ").split())


def test_thumb_marks_of_a_day_are_at_one_height_and_on_the_outer_edge():
    made = book_of(workshop_program(), thumbs="days")
    pages = laid_out(workshop_program(), Agenda(), Abstracts(), thumbs="days").pages
    first = [tabs(page, made)[0] for page in pages if tabs(page, made)]
    saturday = {round(tab.y, 3) for tab in first if tab.y < made.theme.measures.top + 1}
    assert len(saturday) == 1
    for page in pages:
        for tab in tabs(page, made):
            assert (tab.x == 0) is (page.number % 2 == 0)
            assert page.number % 2 == 0 or tab.x + tab.width == page.shape.width


def test_thumb_marks_run_into_the_bleed():
    made = book_of(workshop_program(), thumbs="days", bleed=3)
    pages = laid_out(workshop_program(), Agenda(), thumbs="days", bleed=3).pages
    right, left = (tabs(page, made)[0] for page in pages[:2])
    assert right.x + right.width == pytest.approx(pages[0].shape.width + 8.504)
    assert left.x == pytest.approx(-8.504)


def test_thumb_marks_of_tracks_have_their_colors():
    made = book_of(workshop_program(), thumbs="tracks")
    pages = laid_out(workshop_program(), Abstracts(), thumbs="tracks").pages
    colors = {tab.color for page in pages for tab in tabs(page, made)}
    assert colors == {made.track_color(track) for track in made.outline.tracks}


def test_conference_of_one_day_needs_no_thumb_marks():
    day = workshop_program().conference.days[0]
    made = book_of(workshop_program(), thumbs="days")
    alone = replace(made, outline=replace(made.outline, days=made.outline.days[:1]))
    assert day.date is not None
    assert alone.thumbs == ()


@pytest.mark.parametrize(("weeks", "marked"), [(24, True), (40, False)])
def test_days_have_thumb_marks_as_long_as_their_dates_fit(weeks, marked):
    made = book_of(Program.of(semester(weeks)), thumbs="days")
    assert bool(made.thumbs) is marked
    for number, thumb in enumerate(made.thumbs):
        place = number, len(made.thumbs)
        box, *label = thumb_marks(
            thumb, place, made.theme.measures, made.styles.thumb, on_right=True
        )
        assert isinstance(box, Bar)
        assert len(label) == 2


def test_theme_without_thumb_marks_has_none():
    assert book_of(workshop_program()).thumbs == ()


def test_label_that_does_not_fit_is_left_out():
    made = book_of(workshop_program(), thumbs="days")
    thumb = Thumb("x", "heading", "Wednesday\n30")
    (bar,) = thumb_marks(thumb, (0, 3), made.theme.measures, made.styles.thumb, on_right=True)
    assert isinstance(bar, Bar)


def test_turned_pages_have_no_thumb_marks():
    made = book_of(workshop_program(), thumbs="days")
    (flow,) = Agenda().flows(made)
    shape = PageShape(made.shape.width, made.shape.height, made.shape.frames, turned=True)
    pages = lay_out([replace(flow, shape=shape)]).pages
    assert [tabs(page, made) for page in pages] == [[], []]


def test_white_text_on_a_thumb_mark_is_legible():
    made = book_of(workshop_program(), thumbs="tracks")
    assert all(contrast(thumb.color, "#ffffff") >= 4.5 for thumb in made.thumbs)
