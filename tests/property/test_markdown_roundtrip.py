"""Whatever a program holds, Markdown gives back the stated fields, and any text can be read."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from programkit.errors import LoadError
from programkit.files.readers.markdown import CODES, read_booklet
from programkit.files.writers.markdown import MarkdownWriter
from programkit.files.writers.markdown.fields import kept
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.days import Break, Day, Session, Slot
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.text.characters import clean, one_line
from programkit.text.folding import folded
from programkit.text.unknown import is_unknown

MARKUP = st.sampled_from(
    ["#", "*", "_", "<b>", "|", "> ", "- ", "—", "&#65;", "\\", "~~", "9:00 am", "TBD", "Lunch"]
)
PIECES = st.one_of(
    st.text(st.characters(codec="utf-8", max_codepoint=0xFFFFF), max_size=8),
    MARKUP,
    st.just("word "),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=6).map("".join)
LINES = TEXTS.map(one_line).filter(lambda text: text.strip() == text != "")
NAMES = LINES.filter(lambda text: folded(text) and not is_unknown(text))
ABSTRACTS = st.lists(TEXTS, min_size=1, max_size=3).map("\n\n".join).map(clean)


def tidy(abstract):
    """What an organizer's file would hold: no blank lines at the ends."""
    return "\n".join(line.rstrip() for line in abstract.split("\n")).strip("\n")


@st.composite
def conferences(draw):
    """Days of talks and breaks, with texts by people who like markup."""
    names = draw(st.lists(NAMES, min_size=1, max_size=3, unique_by=folded))
    places = draw(st.lists(NAMES, min_size=1, max_size=2, unique_by=folded))
    people = tuple(
        Person(id=f"p{n}", name=name, affiliations=(f"a{n % len(places)}",))
        for n, name in enumerate(names)
    )
    titles = draw(st.lists(LINES.filter(folded), max_size=5, unique_by=folded))
    talks = tuple(
        Talk(
            id=f"t{number}",
            title=title,
            speakers=tuple(p.id for p in people[: 1 + number % 2]),
            abstract=draw(st.one_of(st.just(TBD), ABSTRACTS.map(tidy).filter(_says_something))),
        )
        for number, title in enumerate(titles)
    )
    return Conference(
        title=draw(LINES),
        timezone="Europe/Zagreb",
        people=people,
        affiliations=tuple(Affiliation(id=f"a{n}", name=name) for n, name in enumerate(places)),
        talks=talks,
        days=tuple(_day(draw, number, talks[number::2]) for number in range(2)),
    )


def _says_something(text):
    return text.strip() != "" and not is_unknown(text)


def _day(draw, number, talks):
    start = draw(st.integers(5 * 60, 20 * 60))
    slots = []
    for talk in talks:
        slots.append(Slot(start=start, minutes=draw(st.integers(1, 90)), talk=talk.id))
        start += draw(st.integers(90, 120))
    pause = Break(title=draw(LINES.filter(folded)), start=start, minutes=15)
    session = (Session(slots=tuple(slots)),) if slots else ()
    return Day(date=date(2024, 9, 29) + timedelta(number), items=(*session, pause))


def fields(conference):
    """The fields that come back, without the kind of talk, which its title may change."""
    return kept(Program.of(conference).public())


def write(conference):
    program = Program.of(conference).public()
    return MarkdownWriter().write(program, build_outline(program)).decode()


@settings(suppress_health_check=[HealthCheck.too_slow])  # drawing texts of markup takes a while
@given(conferences())
def test_round_trip_keeps_the_stated_fields(conference):
    text = write(conference)
    again, _ = read_booklet(text)
    before, after = fields(conference), fields(again)
    assert after == before
    assert write(again) == text


@given(
    st.lists(st.one_of(TEXTS, st.just("\n"), st.just("\t"), st.just("\n## Agenda\n")), max_size=40)
)
def test_any_text_is_read_or_refused(pieces):
    try:
        _, findings = read_booklet("".join(pieces))
    except LoadError:
        return
    assert {finding.code for finding in findings} <= set(CODES)
