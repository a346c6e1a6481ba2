"""Forms that are refused, each with its own words, and forms that are rarer."""

from datetime import date
from pathlib import Path

import pytest

from programkit.errors import LoadError
from programkit.loading import load, load_program, save
from programkit.model.base import TBD
from programkit.model.program import Program, SessionDecision

NO_ITEM = "4: an item of a day begins with one of: session, block, break, marker"
HEAD = "title: A\ntimezone: Europe/Zagreb\ndates: 29 Sep – 3 Oct 2024\n"


def loaded(folder: Path, text: str, head: str = HEAD):
    (folder / "conference.yaml").write_text(head + text)
    return load(folder)


def messages(folder: Path, text: str, head: str = HEAD) -> list[str]:
    with pytest.raises(LoadError) as caught:
        loaded(folder, text, head)
    return [f"{fault.line}: {fault.message}" for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "talks: [{id: a, speaker: [], speakers: []}]",
            '4: "speaker" and "speakers" say the same thing',
        ),
        ("place: [a]", "4: place takes one value, not a list"),
        ("place: {a: b}", "4: place takes one value, not a mapping"),
        ("talks: [~]", "4: an entry of a list is empty"),
        ("talks: [[a]]", "4: an entry here is a mapping, not a list"),
        ("talks: [{id: a, tags: [{b: c}]}]", "4: tags is a list of words, not of a mapping"),
        ("talks: [{id: a, speakers: [[b]]}]", "4: speakers is a list of words, not of a list"),
        ("posters: [a]", '4: "a" is a text where a mapping belongs'),
        ("days: [{date: 30 Sep, items: [{}]}]", NO_ITEM),
        ("days: [{date: 30 Sep, items: [{type: party}]}]", NO_ITEM),
        ("year: soon", '4: "soon" is no year'),
        (
            "talks: [{id: a, at: [{start: never}]}]",
            '4: "never" is no moment; write a day and a time: 2024-09-30 8:30',
        ),
        (
            "people: [{id: a, name: A, available: 1 Oct .. 2 Oct .. 3 Oct}]",
            '4: "1 Oct .. 2 Oct .. 3 Oct" is no time; write 2024-09-30 8:00 .. 2024-10-01 12:00',
        ),
        (
            "people: [{id: a, name: A, available: 3 Oct .. 1 Oct}]",
            '4: "3 Oct .. 1 Oct" ends before it starts',
        ),
        (
            "people: [{id: a, name: A, available: not not 3 Oct}]",
            '4: "not" stands at the beginning only',
        ),
    ],
)
def test_wrong_form_is_one_fault(tmp_path, text, message):
    assert messages(tmp_path, text + "\n") == [message]


def test_dates_that_are_no_range_are_a_fault(tmp_path):
    assert messages(tmp_path, "dates: some days\n", "title: A\n") == [
        '2: "some days" is no range of dates; write 2024-09-29 – 2024-10-03'
    ]


def test_date_without_any_year_is_a_fault(tmp_path):
    assert messages(tmp_path, "days: [{date: 30 Sep}]\n", "title: A\n") == [
        '2: "30 Sep" has no year; write it, or say year: at the top of the file'
    ]


@pytest.mark.parametrize(
    "head", ["year: 2024", "start: 29 September 2024", "dates: 29/9/24 – 3/10/24"]
)
def test_year_comes_from_where_it_is_said(tmp_path, head):
    conference = loaded(tmp_path, "days: [{date: 30 Sep}]\n", f"title: A\n{head}\n")

    assert [day.date for day in conference.days] == [date(2024, 9, 30)]


def test_unknown_dates_are_unknown(tmp_path):
    conference = loaded(tmp_path, "dates: TBA\ndays: [{date: TBA}, TBD]\n", "title: A\n")

    assert (conference.start, [day.date for day in conference.days]) == (None, [TBD, TBD])


def test_talk_is_fixed_by_place_or_time(tmp_path):
    text = (
        "talks: [{id: a, at: 30 Sep 8:30}, {id: b, at: {place: s}}, {id: c, at: s}]\n"
        "days: [{date: 30 Sep, items: [{session: S, id: s, slots: [8:30, 9:00, 9:30]}]}]\n"
    )

    program = Program.of(loaded(tmp_path, text))

    assert {p.talk for p in program.placements} == {"a", "b", "c"}
    assert [p.slots for p in program.placements if p.talk == "a"] == [("s/1",)]


def test_alternatives_are_read_in_short_form(tmp_path):
    text = "talks: [{id: a, alternatives: {title: [X, Y], notes: Z}}]\n"

    [talk] = loaded(tmp_path, text).talks

    assert [(one.field, one.value) for one in talk.alternatives] == [
        ("title", "X"), ("title", "Y"), ("notes", "Z"),
    ]  # fmt: skip


def test_tables_may_stand_among_others(tmp_path):
    (tmp_path / "more.csv").write_text("id,name\nb,B\n")

    conference = loaded(tmp_path, "people: [{id: a, name: A}, more.csv]\n")

    assert [person.id for person in conference.people] == ["a", "b"]


def test_table_outside_the_project_is_refused(tmp_path):
    assert messages(tmp_path, "people: ../more.csv\n") == [
        '4: "../more.csv" is outside the project; name a file in its folder'
    ]


def test_abstract_of_two_things_of_one_id_is_a_fault(tmp_path):
    (tmp_path / "abstracts").mkdir()
    (tmp_path / "abstracts" / "a.md").write_text("Text.")

    assert messages(tmp_path, "talks: [{id: a}]\nposters: [{id: a}]\n") == [
        '5: "a" is the id of a talk and of a poster'
    ]


def test_abstract_that_is_no_text_is_a_fault(tmp_path):
    (tmp_path / "abstracts").mkdir()
    (tmp_path / "abstracts" / "a.md").write_bytes(b"\xff")

    assert messages(tmp_path, "talks: [{id: a}]\n") == ["1: the file is not UTF-8 text"]


OPEN = (
    "rooms: [A, B]\ntracks: [X, Y]\npeople: [{id: p, name: P}, {id: q, name: Q}]\n"
    "talks: [{id: t}]\n"
    "days: [{date: 30 Sep, items: [{session: S, id: s, room: TBD, track: TBD, chairs: TBD, "
    "at: 8:30, slots: [20 min]}]}]\n"
)


def decided(folder: Path, old: str, new: str) -> Program:
    """A program whose session is decided, read again after the facts changed."""
    decision = SessionDecision(session="s", room="a", track="x", chairs=("p",))
    program = Program.of(loaded(folder, OPEN)).replace(sessions=(decision,))
    save(program, folder / "program.json")
    assert old in OPEN
    return load_program(loaded(folder, OPEN.replace(old, new)), folder / "program.json")


def test_decided_session_comes_back(tmp_path):
    program = decided(tmp_path, "S", "S")

    assert program.timetable.sessions["s"].room == "a"
    assert program.findings == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "left"),
    [
        ("room: TBD", "room: b", "program-contradicted", (None, "x", ("p",))),
        ("room: TBD", "room: a", None, ("a", "x", ("p",))),
        ("[A, B]", "[B, C]", "program-unknown-name", (None, "x", ("p",))),
        ("[X, Y]", "[Y]", "program-unknown-name", ("a", None, ("p",))),
        ("{id: p, name: P}, ", "", "program-unknown-name", ("a", "x", None)),
        ("id: s, ", "id: other, ", "program-unknown-session", None),
    ],
)
def test_session_decided_against_changed_facts_is_a_finding(tmp_path, old, new, code, left):
    program = decided(tmp_path, old, new)

    found = [(d.room, d.track, d.chairs) for d in program.sessions]
    assert found == ([] if left is None else [left])
    assert [f.code for f in program.findings] == ["program-stale", *([code] if code else [])]


@pytest.mark.parametrize(
    ("item", "clocks"),
    [
        ("{break: B, time: 10:40–12:20}", (640, 740)),
        ("{break: B, time: 10:40}", (640, None)),
        ("{break: B, time: TBD}", (TBD, None)),
        ("{break: B, at: 10 am}", (600, None)),
    ],
)
def test_time_is_a_start_or_a_range(tmp_path, item, clocks):
    [found] = loaded(tmp_path, f"days: [{{date: 30 Sep, items: [{item}]}}]\n").days[0].items

    assert (found.start, found.end) == clocks


def test_range_that_is_none_is_a_fault(tmp_path):
    assert messages(tmp_path, "days: [{date: 30 Sep, items: [{break: B, time: noonish}]}]\n") == [
        '4: "noonish" is no range of times; write 8:30–9:20'
    ]


def test_requirements_together_in_one_entry_are_a_fault(tmp_path):
    assert messages(tmp_path, "requirements: [{order: [a], quiet: 1}]\n") == [
        '4: one rule an entry: "- order: [a, b]", not 2 of them together'
    ]


def test_variant_merges_nested_things_by_id(tmp_path):
    (tmp_path / "conference.yaml").write_text(
        HEAD + "talks: [{id: t}]\ndays: [{date: 30 Sep, items: [{session: S, id: s, packed: true, "
        "talks: [t]}, {break: B, id: b}]}]\n"
    )
    (tmp_path / "open.yaml").write_text(
        "extends: conference.yaml\nunplace: t\n"
        "days: [{date: 30 Sep, items: [{session: S2, id: s}]}]\n"
    )

    items = load(tmp_path / "open.yaml").days[0].items

    assert [(i.id, i.title) for i in items] == [("s", "S2"), ("b", "B")]
    assert items[0].talks == ()
