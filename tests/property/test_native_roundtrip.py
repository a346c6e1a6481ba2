"""What is saved loads as the same facts, whatever strangers wrote into them."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from programkit.errors import ConferenceError
from programkit.files.native.saving import files_of
from programkit.loading import load, save
from programkit.model.base import TBD
from programkit.model.conference import Conference, Ignore, Requirement
from programkit.model.contributions import At, CoAuthor, Link, Poster, State, Talk, Track
from programkit.model.days import Block, Break, Day, Marker, Session, Slot
from programkit.model.findings import Source
from programkit.model.interval import Interval
from programkit.model.people import Affiliation, Alternative, Person, Role, Stay
from programkit.model.recurrence import Pause, Recurrence, RuleException, Term
from programkit.model.series import Series
from programkit.model.venue import Access, Contact, Organization, Room
from programkit.text.unknown import is_unknown

HARD_TEXTS = [
    "1984", "true", "null", "~", "8:30", "2024-09-30", "[a]", "{a: b}", "- a", "a: b", "# no",
    "!tag", "&a *a", "'", '"', "%", "@", "`", "|", ">", "a\nb", "a\n\n b\n", "\n", "  a", "a  ",
    "a\n\tb", "\u00a0x\u2028y", "x\r\ny", "\ufeffz", "<b>", "talks.csv", "0x1F", "1e3", "---",
    "...",
    "<<", "a #b", "\u0085", "😀", "\x7f", "TBDs",
]  # fmt: skip
texts = (
    st.sampled_from(HARD_TEXTS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
).filter(lambda text: text and not is_unknown(text) and "\x00" not in text)
IDS = ["kempe", "Lu", "da-silveira", "8:30", "12", "ünïcode", "a/b", "x@y", "null", "true", "noon"]
some_ids = st.lists(st.sampled_from(IDS), unique=True, max_size=2)


def _naive(*years):
    return [dt.datetime(year, 1, 1) for year in years]  # noqa: DTZ001 - Hypothesis adds the zone


moments = st.datetimes(*_naive(2020, 2030), timezones=st.just(dt.UTC)) | st.datetimes(
    *_naive(2024, 2025), timezones=st.just(dt.UTC)
).map(lambda moment: moment.replace(minute=0, second=0, microsecond=0))
alternatives = st.lists(
    st.builds(
        Alternative,
        field=st.sampled_from(["title", "abstract"]),
        value=texts,
        source=st.none() | st.builds(Source, file=texts, line=st.integers(0, 9)),
    ),
    max_size=2,
)


@st.composite
def intervals(draw):
    first, last = sorted([draw(moments), draw(moments)])
    return Interval(
        start=draw(st.sampled_from([None, first])), end=draw(st.sampled_from([None, last]))
    )


availability = st.lists(intervals(), max_size=3)


def subset(draw, ids):
    return tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=2))) if ids else ()


def one(draw, ids, *others):
    return draw(st.sampled_from([*ids, *others]))


@st.composite
def contributions(draw, model, identity, people, tracks, affiliations):
    common = {
        "id": identity,
        "title": draw(st.just(TBD) | texts),
        "speakers": draw(st.just(TBD)) if draw(st.booleans()) else subset(draw, people),
        "coauthors": tuple(
            CoAuthor(person=person, affiliations=subset(draw, affiliations))
            for person in subset(draw, people)
        ),
        "abstract": draw(st.sampled_from([TBD, "", "Long. " * 60, "Long\r\n" * 60]) | texts),
        "track": one(draw, tracks, None),
        "tags": tuple(draw(st.lists(texts, max_size=2))),
        "state": draw(st.sampled_from(State)),
        "links": draw(
            st.sampled_from(
                [(), (Link(url="https://example.org/a#b"),), (Link(url="mailto:a@b", title="x"),)]
            )
        ),
        "alternatives": tuple(draw(alternatives)),
        "notes": draw(st.just("") | texts),
    }
    if model is Talk:
        common |= {
            "minutes": draw(st.none() | st.integers(1, 300)),
            "parts": draw(st.integers(1, 3)),
            "repeated": draw(st.booleans()),
            "at": tuple(draw(st.lists(st.builds(At, start=moments), max_size=2))),
        }
    return model(**common)


@st.composite
def spans(draw, clock):
    how = draw(st.sampled_from(["nothing", "start", "minutes", "end", "both", "unknown"]))
    return {
        "nothing": {},
        "start": {"start": clock},
        "minutes": {"minutes": 20},
        "end": {"start": clock, "end": clock + 60},
        "both": {"start": clock, "minutes": 30},
        "unknown": {"start": TBD},
    }[how]


@st.composite
def items(draw, clock, talks, rooms, people):
    kind = draw(st.sampled_from(["session", "packed", "break", "marker", "block"]))
    title = draw(texts)
    span = draw(spans(clock))
    slots = tuple(
        Slot(talk=one(draw, talks, TBD), **draw(st.sampled_from([{}, {"minutes": 20}])))
        for _ in range(draw(st.integers(0, 3)))
    )
    if kind == "break":
        return Break(title=title, closes=subset(draw, rooms), **span)
    if kind == "marker":
        return Marker(title=title, start=span.get("start"))
    if kind == "packed":
        return Session(packed=True, talks=subset(draw, talks), title=title, **span)
    if kind == "block" and rooms:
        open_slots = tuple(Slot(minutes=20) for _ in slots)
        return Block(rooms=tuple(rooms), slots=open_slots, **span)
    return Session(
        title=draw(st.just("") | texts),
        room=one(draw, rooms, TBD),
        chairs=draw(st.just(TBD)) if draw(st.booleans()) else subset(draw, people),
        slots=slots,
        plenary=draw(st.booleans()),
        **span,
    )


@st.composite
def conferences(draw):
    people, rooms, tracks, affiliations, talks = (draw(some_ids) for _ in range(5))
    posters = draw(some_ids)
    posters = [identity for identity in posters if identity not in talks]
    days = []
    for number in range(draw(st.integers(0, 2))):
        date = draw(st.sampled_from([TBD, dt.date(2024, 9, 28 + number)]))
        clocks = [8 * 60, 10 * 60, 12 * 60]
        found = [
            draw(items(clock, talks, rooms, people)) for clock in clocks[: draw(st.integers(0, 3))]
        ]
        days.append(Day(date=date, title=draw(st.just("") | texts), items=tuple(found)))
    build = lambda model, ids: tuple(  # noqa: E731 - a short name for one line
        draw(contributions(model, one_id, people, tracks, affiliations)) for one_id in ids
    )
    facts = {
        "title": draw(texts),
        "place": draw(st.just("") | texts),
        "timezone": draw(st.sampled_from([TBD, "Europe/Zagreb", "America/New_York"])),
        "start": draw(st.sampled_from([None, dt.date(2024, 9, 28)])),
        "revised": draw(
            st.sampled_from(
                [None, dt.date(2024, 1, 2), dt.datetime(2024, 1, 2, 3, 4, tzinfo=dt.UTC)]
            )
        ),
        "hosts": tuple(Organization(name=draw(texts)) for _ in range(draw(st.integers(0, 2)))),
        "contacts": (Contact(name=draw(texts), email=draw(texts)),),
        "rooms": tuple(
            Room(
                id=room,
                name=draw(texts),
                capacity=draw(st.none() | st.integers(0, 99)),
                access=draw(st.sampled_from(Access)),
                available=tuple(draw(availability)),
            )
            for room in rooms
        ),
        "affiliations": tuple(Affiliation(id=one_id, name=draw(texts)) for one_id in affiliations),
        "people": tuple(
            Person(
                id=person,
                name=draw(texts),
                affiliations=subset(draw, affiliations),
                email=draw(st.just("") | texts),
                roles=(Role(role="board", since=dt.date(2020, 1, 1)), Role(role=draw(texts))),
                available=tuple(draw(availability)),
            )
            for person in people
        ),
        "tracks": tuple(
            Track(id=track, name=draw(texts), chairs=subset(draw, people)) for track in tracks
        ),
        "talks": build(Talk, talks),
        "posters": build(Poster, posters),
        "days": tuple(days),
        "requirements": (
            Requirement(
                rule="order",
                given=draw(
                    st.sampled_from(
                        [None, ["a", 1, 2.5, "1", True, None], {"weight": 3, "talks": ["x"]}]
                    )
                ),
            ),
        ),
        "ignore": (Ignore(code="x", reason=draw(texts)),),
        "alternatives": tuple(draw(alternatives)),
        "notes": draw(st.just("") | texts),
    }
    try:
        return Conference(**facts)
    except ConferenceError:
        return Conference(**{**facts, "days": ()})


@settings(max_examples=20, phases=[Phase.generate])
@given(conferences())
def test_saved_conference_loads_as_the_same_facts(conference):
    with tempfile.TemporaryDirectory() as folder:
        save(conference, folder)
        loaded = load(folder)

    assert loaded.model_dump() == conference.model_dump()
    assert loaded.digest == conference.digest
    assert files_of(loaded) == files_of(conference)


@pytest.mark.parametrize("text", [text for text in HARD_TEXTS if not is_unknown(text)])
def test_text_survives_in_every_place(text, tmp_path: Path):
    person = Person(id="p", name=text, notes=text, available=())
    talk = Talk(id="t", title=text, abstract=text, tags=(text,), speakers=("p",))
    conference = Conference(title=text, people=(person,), talks=(talk,))
    save(conference, tmp_path)

    assert load(tmp_path).model_dump() == conference.model_dump()


def test_series_loads_as_the_same_facts(tmp_path: Path):
    series = Series(
        title="Seminar",
        channels=(Link(url="https://example.org/list", kind="mailing-list"),),
        audience=("Europe/Berlin", "Asia/Tokyo"),
        rooms=(Room(id="RA-2504", name="RA 2504"),),
        affiliations=(Affiliation(id="ucb", name="UC Berkeley"),),
        people=(
            Person(
                id="chen",
                name="Wuyang Chen",
                roles=(Role(role="board", ended=True),),
                stays=(Stay(affiliation="ucb", until=dt.date(2025, 8, 31)),),
            ),
        ),
        talks=(Talk(id="t", hosts=("chen",)),),
        recurrence=Recurrence(
            first=dt.date(2026, 5, 11),
            interval=2,
            start=16 * 60,
            until=dt.date(2026, 7, 1),
            terms=(Term(first=dt.date(2026, 5, 1), last=dt.date(2026, 7, 1), name="Spring"),),
            breaks=(Pause(first=dt.date(2026, 6, 1), last=dt.date(2026, 6, 2), reason="Exams"),),
            holidays="DE-BE",
            on_holiday="skip",
            exceptions=(
                RuleException(date=dt.date(2026, 5, 25), reason="Whit Monday"),
                RuleException(date=dt.date(2026, 5, 26), extra=True, start=0, room="RA-2504"),
                RuleException(date=dt.date(2026, 6, 8), start=15 * 60 + 15, minutes=45),
            ),
        ),
    )
    save(series, tmp_path)

    loaded = load(tmp_path)

    assert isinstance(loaded, Series)
    assert loaded.model_dump() == series.model_dump()
