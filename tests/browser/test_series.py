"""The pages of a series in a real browser: what is next stays right, and everybody can read them."""

from pathlib import Path

import pytest
from tests.browser.conftest import serving
from tests.browser.test_access import judge, judged, lenient  # noqa: F401 - fixtures
from tests.browser.test_pages import SMALL, TOO_WIDE
from tests.colloquium import at, colloquium_program
from tests.seminar import series as weekly

import programkit as pk
from programkit.model.contributions import At, Talk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXAMPLES = Path(__file__).parents[2] / "examples"
LINES = r"""(name) => [...document.querySelectorAll(`${name} li.row`)].filter((row) =>
  row.checkVisibility()).map((row) =>
    row.dataset.key ?? row.outerHTML.match(/day-\d{4}-\d\d-\d\d/)?.[0] ?? "")"""
"""The lines that can be seen: talks, days; "" for a break."""


def long_program():
    """Two terms of weekly talks, so many that those past have a page of their own."""
    terms = [
        {"name": "Fall 2026", "first": "2026-09-07", "last": "2027-01-31"},
        {"name": "Spring 2027", "first": "2027-02-01", "last": "2027-08-30"},
    ]
    rule = {"first": "2026-09-07", "start": "16:00", "minutes": 60, "terms": terms}
    facts = weekly(rule={"interval": 1, "count": None, **rule})
    slots = facts.timetable.slots
    listed = tuple(
        Talk(id=f"t{number}", title="Tides", speakers=(), at=(At(place=slot),))
        for number, slot in enumerate(slots)
    )
    return pk.Program.of(facts.model_copy(update={"talks": listed}))


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    """The address of a folder with sites of series."""
    made, program = tmp_path_factory.mktemp("series"), colloquium_program()
    pk.agenda(program, made / "site", now=at("2026-09-15T12:00"))
    pk.agenda(program, made / "one.html", single_file=True, now=at("2026-09-15T12:00"))
    pk.agenda(program, made / "timeless")
    pk.agenda(colloquium_program(language="ar"), made / "arabic", now=at("2026-09-15T12:00"))
    pk.agenda(long_program(), made / "long", now=at("2027-08-25T12:00"))
    for name, now in (("oneworld", "2026-03-10T12:00"), ("twente-mds", "2026-05-20T12:00")):
        pk.agenda(pk.Program.of(pk.load(EXAMPLES / name)), made / name, now=at(now))
    with serving(made) as address:
        yield address


def seen(page):
    """The next one, those to come that are talks or days, and those past."""
    return tuple(page.evaluate(LINES, name) for name in (".next-talk", ".upcoming", ".past"))


NEVER = "talk-someday"
SCHOOL = ["day-2026-11-30", "day-2026-12-01"]
PAST = ["talk-sand", "talk-waves"]


@pytest.mark.parametrize(
    ("now", "heading", "following", "to_come", "past"),
    [
        (
            "2026-09-16T12:00",
            "Next talk",
            ["talk-ships"],
            ["talk-stars", "", "day-2026-11-02", "talk-later", *SCHOOL, "", NEVER],
            PAST,
        ),
        (
            "2026-10-07T16:30",
            "Now",
            ["talk-ships"],
            ["", "day-2026-11-02", "talk-later", *SCHOOL, "", NEVER],
            ["talk-stars", *PAST],
        ),
        (
            "2026-11-03T12:00",
            "Next talk",
            ["talk-later"],
            [*SCHOOL, "", NEVER],
            ["talk-ships", "talk-stars", *PAST],
        ),
        (
            "2027-01-01T12:00",
            None,
            [],
            [NEVER],
            [*reversed(SCHOOL), "talk-later", "talk-ships", "talk-stars", *PAST],
        ),
    ],
)
@pytest.mark.parametrize("site", ["site/index.html", "one.html"])
def test_what_is_over_is_among_the_past(
    reader, series, site, now, heading, following, to_come, past
):
    page = reader.opens("about:blank")
    page.clock.set_fixed_time(at(now))
    page.goto(series + site)

    assert seen(page) == (following, to_come, past)
    assert page.locator(".next-talk h2:visible").all_inner_texts() == [heading] * bool(heading)
    assert page.locator(".next-talk details:not([open])").count() == 0


def test_next_is_found_where_the_page_does_not_say_it(reader, series):
    page = reader.opens("about:blank")
    page.clock.set_fixed_time(at("2026-09-16T12:00"))
    page.goto(series + "timeless/index.html")

    assert seen(page)[0] == ["talk-ships"]
    assert seen(page)[2] == PAST
    assert page.locator(".next-talk .abstract").is_visible()
    assert page.locator(".past .abstract:visible, .past .calendar:visible").count() == 0


def test_pages_that_stay_open_go_on(reader, series):
    page = reader.opens("about:blank")
    page.clock.install(time=at("2026-10-07T16:58"))
    page.goto(series + "site/index.html")
    assert seen(page)[0] == ["talk-ships"]
    page.clock.run_for(3 * 60 * 1000)

    assert seen(page)[0] == ["talk-later"]
    assert page.locator(".next-talk h2").inner_text() == "Next talk"


def test_keys_go_from_talk_to_talk(reader, series):
    page = reader.opens("about:blank")
    page.clock.set_fixed_time(at("2026-11-03T12:00"))
    page.goto(series + "site/index.html")
    visited = []
    for _ in range(3):
        page.keyboard.press("n")
        visited.append(page.evaluate("document.activeElement.closest('li').dataset.key"))

    assert visited == ["talk-later", NEVER, "talk-ships"]


def test_star_and_time_zone_go_along(reader, series):
    page = reader.opens("about:blank")
    page.clock.set_fixed_time(at("2026-11-03T12:00"))
    page.goto(series + "site/index.html?tz=Asia/Kolkata")
    page.click(".next-talk .star")
    zones = page.locator(".zone select option").all_inner_texts()

    assert "Europe/Amsterdam (seminar)" in zones

    assert page.locator(".next-talk .star").get_attribute("aria-pressed") == "true"
    assert page.locator(".next-talk .time").inner_text() == "Mon, 16 Nov 15:30–16:30"
    assert page.locator(".next-talk .clocks b").all_inner_texts() == ["11:00", "05:00", "15:30"]


def test_last_talk_alone_has_no_heading_of_others(reader, series):
    page = reader.opens("about:blank")
    page.clock.set_fixed_time(at("2026-06-10T12:00"))
    page.goto(series + "twente-mds/index.html")

    assert seen(page)[:2] == (["talk-derumigny-talk"], [])
    assert page.locator("#upcoming").is_hidden()


def test_it_is_said_that_nothing_is_to_come(reader, series):
    page = reader.opens("about:blank")
    page.clock.set_fixed_time(at("2027-01-01T12:00"))
    page.goto(series + "oneworld/index.html")

    assert page.locator(".upcoming .nothing").is_visible()
    assert page.locator(".upcoming .term:visible").count() == 0


def test_first_page_is_whole_without_script(reader, series):
    page = reader.has(java_script_enabled=False).opens(series + "site/index.html")

    assert page.locator(".next-talk .title").inner_text() == "Counting ships"
    assert page.locator(".next-talk .abstract").is_visible()
    assert page.locator(".upcoming li.row:visible").count() == 8
    assert page.locator(".past li.row:visible").count() == 2
    page.click('.past a:text("Counting sand")')
    assert page.locator("h1").inner_text() == "Counting sand"


def test_titles_from_left_to_right_stand_at_the_right_of_a_page_from_right_to_left(reader, series):
    page = reader.has(viewport={"width": 320, "height": 800}).opens("about:blank")
    page.clock.set_fixed_time(at("2026-09-15T12:00"))
    page.goto(series + "arabic/index.html")
    ends = page.evaluate("""() => [...document.querySelectorAll(".upcoming h3")].map((title) => {
      const text = document.createRange();
      text.selectNodeContents(title);
      return Math.round(text.getBoundingClientRect().right - title.getBoundingClientRect().right);
    })""")

    assert ends == [0] * 6


def test_printed_page_is_a_handout_of_the_term(reader, series):
    page = reader.opens("about:blank")
    page.clock.set_fixed_time(at("2026-09-15T12:00"))
    page.goto(series + "site/index.html")
    page.emulate_media(media="print")
    names = ("subscribing", "tools", "star", "actions", "more > summary", "former")
    shown = [name for name in names if page.locator(f"main .{name}:visible").count()]

    assert shown == []
    assert page.locator(".next-talk .abstract").is_visible()
    assert page.locator(".upcoming li.row:visible").count() == 8


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_series_fit_and_can_be_touched(reader, series, width):
    page = reader.has(viewport={"width": width, "height": 800}).opens("about:blank")
    wrong = {}
    for name in ("site/index", "site/people", "oneworld/index", "twente-mds/index"):
        page.goto(f"{series}{name}.html")
        found = page.evaluate(TOO_WIDE) + page.evaluate(SMALL)
        if found or page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize(("scheme", "rules"), [("light", None), ("dark", ["color-contrast"])])
def test_pages_of_series_are_accessible(lenient, judged, series, scheme, rules):  # noqa: F811 - fixtures
    page = lenient(color_scheme=scheme, viewport={"width": 320, "height": 800}).opens("about:blank")
    found = []
    for name in ("site/index", "site/people", "one", "oneworld/index", "twente-mds/index"):
        page.goto(f"{series}{name}.html")
        found += judged(page, rules)
    assert found == []


def test_terms_of_past_talks_stand_apart(reader, series):
    page = reader.opens(f"{series}long/past.html")
    page.evaluate("document.fonts.ready")
    first, second = page.locator(".letters a").all()
    ends, begins = (
        one.evaluate(
            "(a) => { const r = document.createRange(); r.selectNodeContents(a);"
            " return r.getBoundingClientRect().toJSON(); }"
        )
        for one in (first, second)
    )
    assert begins["left"] - ends["right"] > 16
