"""Whatever a series holds, its page gives back the stated fields, and a second round nothing else."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.property.test_markdown_roundtrip import (
    ABSTRACTS,
    LINES,
    NAMES,
    _says_something,
    conferences,
    tidy,
)

from programkit.files.readers.seminars import read_seminar
from programkit.files.readers.seminars.recognition import is_page
from programkit.files.writers.markdown import MarkdownWriter
from programkit.files.writers.markdown.fields import kept
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import State, Talk, Track
from programkit.model.days import Day, Session, Slot
from programkit.model.people import Affiliation, Person, Role
from programkit.model.program import Program
from programkit.model.recurrence import Recurrence, RuleException
from programkit.model.series import Series
from programkit.model.venue import Room
from programkit.outline.build import build_outline
from programkit.text.characters import one_line
from programkit.text.folding import folded

FIRST = date(2026, 10, 5)


@st.composite
def seminars(draw):
    """Meetings now and then, with texts by people who like markup."""
    names = draw(st.lists(NAMES, min_size=2, max_size=4, unique_by=folded))
    places = draw(st.lists(NAMES, min_size=1, max_size=2, unique_by=folded))
    people = tuple(
        Person(
            id=f"p{n}",
            name=name,
            affiliations=(f"a{n % len(places)}",),
            roles=(Role(role="board"),)
            if n == 0
            else draw(
                st.sampled_from([(), (Role(role="board"),), (Role(role="board", ended=True),)])
            ),
        )
        for n, name in enumerate(names)
    )
    titles = draw(st.lists(LINES.filter(folded), min_size=1, max_size=3, unique_by=folded))
    talks = tuple(
        Talk(
            id=f"t{n}",
            title=draw(st.sampled_from([title, TBD])),
            speakers=(f"p{n % len(people)}",),
            hosts=draw(st.sampled_from([(), ("p0",), ("p0", "p1")])),
            track=draw(st.sampled_from([None, "k"])),
            abstract=draw(st.one_of(st.just(TBD), ABSTRACTS.map(tidy).filter(_says_something))),
            state=draw(st.sampled_from([State.CONFIRMED, State.CANCELLED])),
        )
        for n, title in enumerate(titles)
    )
    days = tuple(
        Day(
            date=FIRST + timedelta(days=7 * n),
            items=(
                Session(
                    room=draw(st.sampled_from([TBD, "r"])),
                    slots=(Slot(start=16 * 60, end=17 * 60, talk=talk.id),),
                ),
            ),
        )
        for n, talk in enumerate(talks)
    )
    facts = {
        "title": draw(LINES.filter(folded)),
        "welcome": draw(st.one_of(st.just(""), ABSTRACTS.map(tidy).filter(_says_something))),
        "timezone": "Europe/Amsterdam",
        "language": draw(st.sampled_from(["en", "de", "hr", "ja"])),
        "people": people,
        "affiliations": tuple(Affiliation(id=f"a{n}", name=name) for n, name in enumerate(places)),
        "rooms": (Room(id="r", name=draw(NAMES)), Room(id="other", name="Another one")),
        "tracks": (Track(id="k", name=draw(NAMES)),),
        "talks": talks,
        "days": days,
    }
    if not draw(st.booleans()):
        return Conference(**facts)
    last = days[-1].date + timedelta(days=7)
    rule = Recurrence(
        first=FIRST,
        until=last,
        start=16 * 60,
        exceptions=(RuleException(date=last, reason=draw(NAMES)),),
    )
    return Series(recurrence=rule, **facts)


def write(conference):
    program = Program.of(conference).public()
    return MarkdownWriter().write(program, build_outline(program)).decode()


def page_kept(conference):
    """What a page gives back, by names."""
    found = dict(kept(Program.of(conference).public()))
    for lost in ("sessions.title, sessions.room, sessions.chairs", "days.date, days.title"):
        del found[lost]
    found["days"] = [day.date for day in conference.days]
    found["hosts"] = [
        [one_line(conference.person(host).name) for host in talk.hosts] for talk in conference.talks
    ]
    found["tracks"] = [
        talk.track and one_line(conference.track(talk.track).name) for talk in conference.talks
    ]
    found["rooms"] = [
        item.room if item.room is TBD else one_line(conference.room(item.room).name)
        for day in conference.days
        for item in day.items
    ]
    found["roles"] = {
        folded(person.name): person.roles for person in conference.people if person.roles
    }
    rule = getattr(conference, "recurrence", None)
    found["rule"] = rule and (rule.dates(), [(e.date, one_line(e.reason)) for e in rule.exceptions])
    return found


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(seminars())
def test_page_gives_back_what_was_written(conference):
    text = write(conference)
    again, _ = read_seminar(text)

    assert is_page(text)
    assert page_kept(again) == page_kept(conference)
    assert write(again) == text


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(conferences())
def test_booklet_is_left_to_the_reader_of_booklets(conference):
    text = write(conference.replace(title="Seminar Days", place="Seminar room"))

    assert not is_page(text)
