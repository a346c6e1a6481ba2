"""What is written in Markdown is read again, and nothing a stranger wrote becomes structure."""

from datetime import date

import pytest

from programkit.files.readers.markdown import read_booklet
from programkit.files.writers.markdown import MarkdownWriter
from programkit.files.writers.markdown.fields import ROUND_TRIP_FIELDS, kept, left_out
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import CoAuthor, State, Talk
from programkit.model.days import Break, Day, Marker, Session, Slot
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.model.venue import Organization, Room
from programkit.outline.build import build_outline

HOSTILE = [
    "# Not a heading",
    "## Abstracts — Monday, 30 September",
    "9:00 am **Eve** — Nowhere",
    "<b>9:00 am</b>",
    "Lunch",
    "Room: Aula",
    "Title: Mine",
    "TBD",
    "30 September 2024",
    "| a | b |",
    "*all in italics*",
    "**all in bold**",
    "---",
    "> quoted",
    "- item",
    "Ends with hashes ##",
    "&#65;nd entities &#42;",
    "back\\*slash \\",
    "End of the day",
    "Program",
    "a\u00a0b\u2009c",
    "~~struck~~",
    "Ada Brook",
]


def write(conference):
    program = Program.of(conference).public()
    return MarkdownWriter().write(program, build_outline(program)).decode()


def round_trip(conference):
    """The fields before and after, and the text written again."""
    text = write(conference)
    again, _ = read_booklet(text)
    before, after = (kept(Program.of(c).public()) for c in (conference, again))
    return before, after, text, write(again)


def conference(*items, **facts):
    people = (
        Person(id="ada", name="Ada Brook", affiliations=("lab",)),
        Person(id="tom", name="Tom Vale"),
    )
    given = {
        "title": "Small Talks",
        "people": people,
        "affiliations": (Affiliation(id="lab", name="Sheep Lab"),),
        "days": (Day(date=date(2024, 9, 30), items=items),),
        **facts,
    }
    return Conference(**given)


def one_talk(**facts):
    talk = Talk(**{"id": "t", "title": "On sheep", "speakers": ("ada",), **facts})
    session = Session(slots=(Slot(start=540, talk="t"),))
    return conference(session, Marker(title="End of the day", start=600), talks=(talk,))


def test_text_is_in_the_manner_of_a_booklet():
    assert write(one_talk(abstract="Sheep are many.")) == (
        "# Small Talks\n\n30 September 2024\n\nLanguage: en\n\n---\n\n## Agenda\n\n"
        "### Monday, 30 September 2024\n\n<b>Time</b>\t<b>Title</b>\t<b>Speaker</b>\n"
        "<b>9:00 am</b>\tOn sheep\tAda Brook\n<b>10:00 am</b>\t<i>End of the day</i>\t\n\n"
        "## Abstracts — Monday, 30 September 2024\n\n9:00 am **Ada Brook** — Sheep Lab\n\n"
        "### On sheep\n\nSheep are many.\n"
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_title_stays_a_title(title):
    before, after, text, again = round_trip(one_talk(title=title, abstract="Sheep are many."))
    assert (after, again) == (before, text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_abstract_stays_an_abstract(text):
    source = f"A first sentence.\n\n{text}\n\n{text}\nand more"
    before, after, written, again = round_trip(one_talk(abstract=source))
    assert (after, again) == (before, written)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_names(name):
    people = (Person(id="ada", name=name, affiliations=("lab",)), Person(id="tom", name="Tom Vale"))
    talk = Talk(id="t", title="On sheep", speakers=("ada", "tom"), abstract="Sheep are many.")
    facts = conference(
        Session(slots=(Slot(start=540, talk="t"),)),
        people=people,
        affiliations=(Affiliation(id="lab", name=f"{name} & {name}; co, (Ltd)"),),
        talks=(talk,),
        title=name,
        place=name,
        hosts=(Organization(name=f"{name}\n{name}"),),
    )
    before, after, text, again = round_trip(facts)
    assert (after, again) == (before, text)


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_break_stays_a_break(title):
    item = Break(title=title, start=540, minutes=30)
    before, after, _, _ = round_trip(conference(item, Marker(title="End", start=600)))
    assert after == before


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_session_and_day_titles_stay_titles(title):
    session = Session(title=title, slots=(Slot(start=540, minutes=30, talk="t"),))
    talk = Talk(id="t", title="On sheep", speakers=("tom",), abstract="Sheep.")
    day = Day(date=date(2024, 9, 30), title=title, items=(session,))
    before, after, text, again = round_trip(conference(talks=(talk,), days=(day,)))
    assert (after, again) == (before, text)


def test_broken_off_paragraphs_of_the_source_are_not_joined():
    before, after, text, _ = round_trip(one_talk(abstract="It ends on the\n\nnext line."))
    assert after == before
    assert "> It ends on the" in text


def test_unknown_fields_stay_unknown():
    before, after, _, _ = round_trip(one_talk(title=TBD, abstract=TBD))
    assert after == before
    assert before["talks.title"] == (TBD,)


def test_unknown_title_with_a_text_is_kept():
    before, after, _, _ = round_trip(one_talk(title=TBD, abstract="Sheep are many."))
    assert after == before


def test_cancelled_talk_is_struck():
    before, after, text, _ = round_trip(one_talk(state=State.CANCELLED))
    assert "~~On sheep~~" in text
    assert after == before


@pytest.mark.parametrize("title", ["On ends\\", "\\", "\\\\", "~~", "a~~b", "`", "~"])
@pytest.mark.parametrize("state", [State.CANCELLED, State.CONFIRMED])
def test_title_that_ends_like_markup_stays_a_title(title, state):
    before, after, _, _ = round_trip(one_talk(title=title, state=state))

    assert after == before


def test_unplaced_talk_keeps_its_text():
    talks = (
        Talk(id="a", title="On sheep", speakers=("ada",), abstract="Sheep are many."),
        Talk(id="b", title=TBD, speakers=("ada", "tom"), abstract="> Quoted."),
    )
    before, after, text, again = round_trip(conference(talks=talks))
    assert (after, again) == (before, text)


def test_parallel_rooms_chairs_and_overnight_are_kept():
    talks = tuple(Talk(id=i, title=f"Talk {i}", speakers=("ada",), abstract="") for i in "abc")
    facts = conference(
        Session(title="Left", room="l", chairs=("tom",), slots=(Slot(start=540, talk="a"),)),
        Session(title="Right", room="r", chairs=TBD, slots=(Slot(start=550, minutes=9, talk="b"),)),
        Break(title="Lunch", start=720, end=780),
        Session(room="r", slots=(Slot(start=1430, end=1500, talk="c"),)),
        rooms=(Room(id="l", name="Left Hall"), Room(id="r", name="Aula | 2")),
        talks=talks,
        timezone="Europe/Zagreb",
    )
    before, after, text, again = round_trip(facts)
    assert (after, again) == (before | {"talks.abstract": (TBD,) * 3}, text)


@pytest.mark.parametrize("language", ["en", "en-US", "de", "fr", "it", "es", "nl", "hr", "ja"])
def test_every_language_is_read_again(language):
    facts = one_talk(abstract="Sheep are many.").replace(
        language=language, start=date(2024, 9, 29), end=date(2024, 10, 3)
    )
    before, after, text, again = round_trip(facts)
    assert (after, again) == (before, text)


def test_open_slot_and_undated_day_are_kept():
    session = Session(slots=(Slot(start=540, minutes=20), Slot(start=560, minutes=20)))
    day = Day(title="Somewhen", items=(session,))
    text = write(conference(days=(day,)))
    again, _ = read_booklet(text)
    assert [slot.slot.talk for slot in again.timetable.slots.values()] == [TBD, TBD]
    assert (again.days[0].date, again.days[0].title) == (TBD, "Somewhen")


def test_left_out_names_what_is_lost():
    facts = one_talk(coauthors=(CoAuthor(person="tom"),), abstract="", kind="keynote")
    assert left_out(Program.of(facts).public()) == (
        "Ids are left out; a reader makes its own from the names.",
        (
            'Of talk "t" are left out: its co-authors, that it is a "keynote", '
            "that it will have no abstract."
        ),
    )


def test_left_out_names_the_venue():
    facts = one_talk().replace(venue="By the *harbor*.")
    assert left_out(Program.of(facts).public())[0] == "What is said of the venue is left out."


def test_left_out_names_lost_kinds_of_breaks():
    facts = conference(
        Break(title="Yoga", kind="sport", place="Lawn", start=540), Marker(title="Go")
    )
    assert MarkdownWriter().left_out(Program.of(facts).public())[1:] == (
        'Of "Yoga" place and rooms are left out.',
        'That "Yoga" is of kind "sport" is left out.',
        '"Go" is written as a break, not as a moment.',
    )


def test_round_trip_fields_are_stated():
    assert tuple(kept(Program.of(one_talk()))) == ROUND_TRIP_FIELDS
