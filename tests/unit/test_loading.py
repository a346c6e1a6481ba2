"""What organizers write is understood; what is wrong is said once and by name."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

import jsonschema
import pytest
from ruamel.yaml import YAML

from programkit import loading
from programkit.errors import LoadError, RenderError
from programkit.loading import load, load_program, new_project, save
from programkit.model.base import TBD
from programkit.model.findings import Level
from programkit.model.interval import Interval
from programkit.model.placement import Placement
from programkit.model.program import Program

NO_ID = "white space and control characters cannot be in one"
HEAD = "title: Symposium\ntimezone: Europe/Zagreb\ndates: 29 Sep – 3 Oct 2024\n"


def project(folder: Path, text: str | bytes, **others: str | bytes) -> Path:
    files = {"conference.yaml": text, **{name.replace("__", "."): t for name, t in others.items()}}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


def faults(folder: Path) -> list[str]:
    """The faults as line:field: message, remedies left out."""
    with pytest.raises(LoadError) as caught:
        load(folder)
    return [f"{Path(f.file).name}:{f.line}:{f.field}: {f.message}" for f in caught.value.faults]


def fault(folder: Path) -> str:
    found = faults(folder)
    assert len(found) == 1, found
    return found[0]


# What is understood.


def test_dates_in_words_are_first_and_last_day(tmp_path):
    conference = load(project(tmp_path, HEAD))

    assert (conference.start, conference.end) == (date(2024, 9, 29), date(2024, 10, 3))


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("8:30", 510), ("8:30 pm", 1230), ("12:20 pm", 740), ("12 noon", 720), ("25:30", 1530)],
)
def test_time_of_day_is_read_as_people_write_it(tmp_path, written, minutes):
    text = HEAD + f"days:\n- date: Mon 30 Sep\n  items: [{{marker: End, at: {written}}}]\n"

    [day] = load(project(tmp_path, text)).days

    assert (day.date, day.items[0].start) == (date(2024, 9, 30), minutes)


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ("3 x 20 min", [(None, 20, None, TBD)] * 3),
        ("3 x 20", [(None, 20, None, TBD)] * 3),
        ("[8:30 kempe]", [(510, None, None, "kempe")]),
        ("[8:30–9:20 kempe]", [(510, None, 560, "kempe")]),
        ("[8:30 - 9:20]", [(510, None, 560, TBD)]),
        ("[20 min kempe, TBD]", [(None, 20, None, "kempe"), (None, None, None, TBD)]),
        ("[kempe, 2 x 30 min]", [(None, None, None, "kempe"), *[(None, 30, None, TBD)] * 2]),
        ("[{at: 8:30, minutes: 1h30, talk: kempe}]", [(510, 90, None, "kempe")]),
    ],
)  # fmt: skip
def test_slots_are_read_in_short_forms(tmp_path, slots, expected):
    text = HEAD + (
        "talks: [{id: kempe}]\n"
        f"days:\n- date: 2024-09-30\n  items:\n  - session: A\n    slots: {slots}\n"
    )

    [session] = load(project(tmp_path, text)).days[0].items

    assert [(s.start, s.minutes, s.end, s.talk) for s in session.slots] == expected


def test_items_are_told_by_their_first_word(tmp_path):
    text = HEAD + (
        "rooms: [A, B]\n"
        "days:\n- day: 30 Sep 2024\n  items:\n"
        "  - session: One\n  - break: Lunch\n  - marker: End\n  - block: Two\n    rooms: [a, b]\n"
        "  - slots: [20 min]\n"
    )

    items = load(project(tmp_path, text)).days[0].items

    assert [(i.type, i.title) for i in items] == [
        ("session", "One"),
        ("break", "Lunch"),
        ("marker", "End"),
        ("block", "Two"),
        ("session", ""),
    ]  # fmt: skip


def utc(day, hour):
    return datetime(2024, *day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-09-30", [(utc((9, 29), 22), utc((9, 30), 22))]),
        ("Mon 30 Sep 8:00-12:00", [(utc((9, 30), 6), utc((9, 30), 10))]),
        ("2024-09-30 .. 2024-10-01", [(utc((9, 29), 22), utc((10, 1), 22))]),
        ("from Tue 1 Oct 10:00", [(utc((10, 1), 8), None)]),
        ("until Tue 1 Oct", [(None, utc((10, 1), 22))]),
        ("after Tue 1 Oct", [(utc((10, 1), 22), None)]),
        ("before 1 Oct", [(None, utc((9, 30), 22))]),
        ("not Mon 30 Sep", [(None, utc((9, 29), 22)), (utc((9, 30), 22), None)]),
        (
            "[30 Sep .. 1 Oct, not 30 Sep 12:00-14:00]",
            [(utc((9, 29), 22), utc((9, 30), 10)), (utc((9, 30), 12), utc((10, 1), 22))],
        ),
        ("2024-09-30 22:00-25:00", [(utc((9, 30), 20), utc((9, 30), 23))]),
        ("2024-09-30T08:00:00+02:00 .. 2024-09-30T09:00:00Z", [(utc((9, 30), 6), utc((9, 30), 9))]),
    ],
)
def test_availability_is_read_in_short_forms(tmp_path, written, expected):
    quoted = written if written.startswith("[") else f'"{written}"'
    text = HEAD + f"people: [{{id: kempe, name: K, available: {quoted}}}]\n"

    [person] = load(project(tmp_path, text)).people

    assert person.available == tuple(Interval(start=start, end=end) for start, end in expected)


def test_people_are_named_by_id_or_name_or_are_new(tmp_path):
    text = HEAD + (
        "people: [{id: kempe, name: Julia Kempe, affiliation: NYU}]\n"
        "talks:\n"
        "- {id: a, speaker: julia kempe}\n"
        "- {id: b, speakers: [kempe, Maria Brbić (EPFL)]}\n"
        "- {id: c, speaker: {name: Yue M. Lu}}\n"
        "- {id: d, speaker: Maria Brbić}\n"
    )

    conference = load(project(tmp_path, text))

    assert [talk.speakers for talk in conference.talks] == [
        ("kempe",), ("kempe", "maria-brbic"), ("yue-m-lu",), ("maria-brbic",),
    ]  # fmt: skip
    assert conference.person("maria-brbic").affiliations == ("epfl",)
    assert conference.affiliation("epfl").name == "EPFL"


@pytest.mark.parametrize("word", ["TBD", "tba", "T.b.a.", "", "to be announced"])
def test_unknown_is_unknown_however_it_is_written(tmp_path, word):
    text = HEAD + f"talks:\n- id: kempe\n  title: {word}\n  speakers: {word}\n"

    [talk] = load(project(tmp_path, text)).talks

    assert (talk.title, talk.speakers) == (TBD, TBD)


def test_text_that_looks_like_a_number_stays_text(tmp_path):
    text = HEAD + "talks: [{id: 007, title: 1984, notes: no}]\n"

    [talk] = load(project(tmp_path, text)).talks

    assert (talk.id, talk.title, talk.notes) == ("007", "1984", "no")


def test_requirement_keeps_types_and_its_line(tmp_path):
    text = HEAD + "requirements:\n- order: [a, 2, 2.5, true]\n- quiet\n"

    order, quiet = load(project(tmp_path, text)).requirements

    assert (order.rule, order.given, order.source.line) == ("order", ["a", 2, 2.5, True], 5)
    assert (quiet.rule, quiet.given) == ("quiet", None)


def test_weekday_that_contradicts_its_date_is_a_finding(tmp_path):
    text = HEAD + "days:\n- date: Tue 30 Sep\n"

    [finding] = load(project(tmp_path, text)).findings

    assert (finding.code, finding.level, finding.source.line) == (
        "weekday-mismatch", Level.HARD, 5,
    )  # fmt: skip


def test_sources_say_where_things_were_read(tmp_path):
    text = HEAD + "talks:\n- id: kempe\n  title: A\n"
    conference = load(project(tmp_path, text))

    assert conference.source("talks", "kempe", "title").line == 6
    assert conference.source("talks", "kempe", "abstract").line == 5


def test_tables_and_abstracts_are_spread(tmp_path):
    (tmp_path / "abstracts").mkdir()
    (tmp_path / "abstracts" / "one.md").write_text("An *abstract*.\n")
    text = HEAD + "people: people.csv\ntalks: talks.csv\n"
    people = "\ufeffid;name;affiliation\r\nkempe;Julia Kempe;NYU; ENS\r\n".replace(
        "NYU; ENS", '"NYU; ENS"'
    )
    conference = load(
        project(tmp_path, text, people__csv=people, talks__csv="id,speakers\none,kempe\n\ntwo,\n")
    )

    assert conference.person("kempe").affiliations == ("nyu", "ens")
    assert conference.talk("one").abstract == "An *abstract*."
    assert conference.talk("two").speakers is TBD
    assert conference.source("talks", "two").line == 4


def test_abstract_of_nothing_is_a_finding(tmp_path):
    (tmp_path / "abstracts").mkdir()
    (tmp_path / "abstracts" / "kemp.md").write_text("Text.")

    [finding] = load(project(tmp_path, HEAD + "talks: [{id: kempe}]")).findings

    assert (finding.code, finding.remedy) == ("abstract-unused", 'did you mean "kempe"?')


# Variants.


VARIANT = HEAD + (
    "talks: [{id: a, title: A, tags: [x, y], at: 2024-09-30/1/2}, {id: b}]\n"
    "days:\n- date: 2024-09-30\n  items:\n  - session: S\n    slots: [8:30–9:00 b, 9:00–9:30]\n"
)


def variant(folder: Path, changes: str) -> Path:
    project(folder, VARIANT)
    (folder / "open.yaml").write_text("extends: conference.yaml\n" + changes)
    return folder / "open.yaml"


def test_variant_changes_things_by_id(tmp_path):
    changes = (
        "title: Other\ntalks:\n- {id: a, tags: [z]}\n- {id: b, drop: true}\n- id: c\n  title: C\n"
        "days: [{date: 30 Sep 2024, items: []}]\n"
    )

    conference = load(variant(tmp_path, changes + "unplace: all\n"))

    assert conference.title == "Other"
    assert conference.place == ""
    assert [(t.id, t.title, t.tags) for t in conference.talks] == [
        ("a", "A", ("z",)), ("c", "C", ()),
    ]  # fmt: skip
    assert conference.days[0].items == ()


@pytest.mark.parametrize(("which", "left"), [("all", set()), ("[a]", {"b"}), ("b", {"a"})])
def test_variant_takes_talks_out_of_their_places(tmp_path, which, left):
    conference = load(variant(tmp_path, f"unplace: {which}\n"))

    assert {placement.talk for placement in Program.of(conference).placements} == left


def test_variant_names_what_is_not_there(tmp_path):
    found = faults(variant(tmp_path, "talks: [{id: aa, drop: true}]\nunplace: [bb]\n"))

    assert found == [
        'open.yaml:2:talks: there is no "aa" to drop',
        'open.yaml:3:unplace: there is no talk "bb" to unplace',
    ]


VARIED = HEAD + "rooms: [{id: C, name: Hall}]\ntalks: [{id: T9, title: Fish}]\n"


def varied(folder, changes):
    (folder / "late.yaml").write_text("extends: conference.yaml\n" + changes)
    return project(folder, VARIED) / "late.yaml"


def test_talk_that_a_variant_alone_has_and_says_nothing_of_is_noticed(tmp_path):
    changes = "talks: [{id: T99, state: cancelled}, {id: x}, {id: new, title: New}]\n"
    noticed = load(varied(tmp_path, changes)).findings

    assert [(f.code, f.about, f.remedy) for f in noticed] == [
        ("variant-new", ("T99",), 'did you mean "T9"?'),
        ("variant-new", ("x",), "correct its id, or give it a title"),
    ]


def test_room_that_is_mistyped_in_a_variant_is_a_fault(tmp_path):
    assert faults(varied(tmp_path, "rooms: [{id: c, capacity: 3}, {id: zz, name: Z}]\n")) == [
        'late.yaml:2:rooms: there is no "c" to change',
        'late.yaml:2:rooms.c.name: "name" is missing',
    ]


@pytest.mark.parametrize(
    ("extends", "message"),
    [
        ("open.yaml", '"open.yaml" extends this file again'),
        ("none.yaml", 'there is no file "none.yaml"'),
        ("../a.yaml", '"../a.yaml" is outside the project; name a file in its folder'),
    ],
)  # fmt: skip
def test_extending_the_wrong_file_is_refused(tmp_path, extends, message):
    (tmp_path / "open.yaml").write_text(f"extends: {extends}\n")

    assert fault(tmp_path / "open.yaml") == f"open.yaml:1:extends: {message}"


def test_names_in_scripts_without_spaces_are_names(tmp_path):
    people = "people: [{id: li, name: 王小明, affiliation: 清华大学}]\n"
    talks = "talks: [{id: a, speaker: 山田太郎}, {id: b, speaker: 王小明}]\n"

    conference = load(project(tmp_path, HEAD + people + talks))

    assert [person.name for person in conference.people] == ["王小明", "山田太郎"]
    assert [each.name for each in conference.affiliations] == ["清华大学"]
    first, second = (talk.speakers for talk in conference.talks)
    assert (first, second) == ((conference.people[1].id,), ("li",))


# What is wrong.


STATES = "'confirmed', 'tentative', 'cancelled' or 'withdrawn'"


def test_faults_of_types_and_of_references_come_together(tmp_path):
    text = HEAD + (
        "talks:\n- id: one\n  minutes: fifty\n  titel: A\n  speakers: [kempe]\n"
        "- {id: one, track: x, state: maybe}\n- title: nameless\n"
    )

    here = "conference.yaml"
    assert faults(project(tmp_path, text)) == [
        f'{here}:6:talks.one.minutes: "fifty" is no length of time; write 50 min or 1 h 30 min',
        f'{here}:7:talks.one.titel: "titel" is no field of a talk',
        f'{here}:9:talks.one.state: "maybe" is none of {STATES}',
        f'{here}:10:talks.3.id: "id" is missing',
        f'{here}:9:talks.one.id: talk "one" is there twice, first in {tmp_path}/{here}:5',
        f'{here}:8:talks.one.speakers.1: talk "one" names person "kempe", which does not exist',
        f'{here}:9:talks.one.track: talk "one" names track "x", which does not exist',
    ]  # fmt: skip


def test_mistyped_key_is_one_fault_with_its_remedy(tmp_path):
    with pytest.raises(LoadError) as caught:
        load(project(tmp_path, "titel: A\n"))

    [found] = caught.value.faults
    assert (found.message, found.remedy) == (
        '"titel" is no field of a conference', 'did you mean "title"?',
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("Europe/Zagrb", 'did you mean "Europe/Zagreb"?'),
        ("Zagreb", 'did you mean "Europe/Zagreb"?'),
        ("somewhere over", "write an IANA name such as Europe/Zagreb"),
    ],
)
def test_unknown_time_zone_names_the_nearest(tmp_path, written, remedy):
    with pytest.raises(LoadError) as caught:
        load(project(tmp_path, f"title: A\ntimezone: {written}\n"))

    [found] = caught.value.faults
    assert (found.message, found.remedy, found.line) == (
        f'"{written}" is no IANA time zone', remedy, 2,
    )  # fmt: skip


def test_time_that_the_clocks_skip_is_a_fault(tmp_path):
    text = (
        "title: A\ntimezone: Europe/Zagreb\n"
        "days:\n- date: 2024-03-31\n  items:\n  - marker: Night\n    at: 2:30\n"
    )

    assert fault(project(tmp_path, text)) == (
        "conference.yaml:7:days.2024-03-31.items.1.start: "
        "02:30 does not exist on 2024-03-31 in Europe/Zagreb"
    )


NO_YAML = "this is no YAML:"
LEVELS = zip("abcdef", "bcdefg", strict=True)
BOMB = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in LEVELS)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"title: A\ntitle: B\n", '2:: "title" is there twice, first in line 1'),
        (b"title: &x A\n", "1:: anchors and aliases are not read: x"),
        (b"title: !!python/name:a A\n", "1:: tags are not read: tag:yaml.org,2002:python/name:a"),
        (b"- a\n", "1:: the file is no mapping"),
        (b"? [a]\n: b\n", "1:: a key must be a word"),
        (b"title: " + b"[" * 100 + b"]" * 100, "1:: nested deeper than 40 levels"),
        (b"title: " + b"[" * 2000 + b"]" * 2000, "0:: nested deeper than 40 levels"),
        (b"title: A\nplace: \x07\n", "2:: the character U+0007 cannot be in a file"),
        (b"title: A\nrequirements:\n  - order: !!int x\n", '3:: "x" is no int'),
        (b"title: A\nrequirements:\n  - order: !!bool maybe\n", '3:: "maybe" is no bool'),
        (b"title: A\nplace: \x00\n", "2:: the file holds a NUL byte, so it is no text"),
        ("title: Zürich".encode("latin-1"), "1:: the file is not UTF-8 text"),
        ("title: A".encode("utf-16"), "0:: the file is UTF-16, not UTF-8 text"),
        (b"title: A: B\n", f"1:: {NO_YAML} mapping values are not allowed here"),
    ],
)  # fmt: skip
def test_file_that_is_no_yaml_is_one_fault(tmp_path, data, message):
    assert fault(project(tmp_path, data)) == f"conference.yaml:{message}"


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("title: A: B\n", 'put a text that has ": " into quotes'),
        ("rooms: [{id: a, name: A: B}]\n", 'put a text that has ": " into quotes'),
        ("title: A\nrooms:\n\t- id: a\n", "indent with spaces, not with tabs"),
        ("rooms:\n  - id: a\n - id: b\n", "let what belongs together begin in the same column"),
        ('title: "A\n', "look for a quote, bracket or indentation that is wrong, there or just before"),
        ("title: A\ntitle: B\n", "keep one"),
    ],
)  # fmt: skip
def test_file_that_is_no_yaml_says_what_usually_helps(tmp_path, text, remedy):
    with pytest.raises(LoadError) as raised:
        load(project(tmp_path, text))
    assert [found.remedy for found in raised.value.faults] == [remedy]


def test_endless_version_of_yaml_is_one_fault(tmp_path):
    [found] = faults(project(tmp_path, b"%YAML 1." + b"9" * 5000 + b"\n---\ntitle: A"))
    assert found.startswith(f"conference.yaml:0:: {NO_YAML} Exceeds the limit")


def test_rule_that_is_only_named_has_its_place(tmp_path):
    text = "title: A\nrequirements:\n  - stay-put\n"
    [requirement] = load(project(tmp_path, text)).requirements
    assert (requirement.rule, requirement.given) == ("stay-put", None)
    assert (requirement.source.line, requirement.source.field) == (3, "requirements.1")


def test_alias_bomb_is_refused_without_growing(tmp_path):
    assert faults(project(tmp_path, BOMB))[0] == (
        "conference.yaml:1:: anchors and aliases are not read: a"
    )


def test_byte_order_mark_is_accepted(tmp_path):
    assert load(project(tmp_path, b"\xef\xbb\xbftitle: A\r\n")).title == "A"


def test_huge_file_is_refused_before_reading(tmp_path):
    with (tmp_path / "conference.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    assert fault(tmp_path) == "conference.yaml:0:: the file has 100 MB"


def test_missing_project_is_one_fault(tmp_path):
    assert fault(tmp_path) == "conference.yaml:0:: the file does not exist"


def test_table_of_column_names_alone_is_noticed(tmp_path):
    text = HEAD + "people: people.csv\n"
    conference = load(project(tmp_path, text, people__csv="id,name\n"))
    (finding,) = conference.findings

    assert (finding.code, finding.source.file) == ("table-empty", str(tmp_path / "people.csv"))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("id,name\na\n", "people.csv:2:: the row has 1 cells, the header 2"),
        ("id,name\na,b,c\n", "people.csv:2:: the row has 3 cells, the header 2"),
        ("id,nane\na,b\n", 'people.csv:1:: column "nane" is no field'),
        ("id,name,Name\na,b,c\n", 'people.csv:1:: column "Name" is there twice'),
        ('id,name\na,"b\n', "people.csv:2:: this is no CSV: unexpected end of data"),
        ("", "people.csv:0:: the table is empty"),
    ],
)
def test_table_that_is_not_one_is_a_fault(tmp_path, table, expected):
    assert (
        faults(project(tmp_path, HEAD + "people: people.csv\n", people__csv=table))[0] == expected
    )


def test_missing_table_is_a_fault(tmp_path):
    assert fault(project(tmp_path, HEAD + "talks: talks.csv\n")) == (
        "talks.csv:0:: the file does not exist"
    )


@pytest.mark.parametrize(
    "name", ["../logo.png", "/etc/passwd", "..\\\\logo.png", "C:/logo.png", "a/../../b.png"]
)
def test_logo_outside_the_project_is_refused(tmp_path, name):
    found = fault(project(tmp_path, HEAD + f'hosts: [{{name: A, logo: "{name}"}}]\n'))

    shown = name.replace("\\\\", "\\")
    assert found == (
        f'conference.yaml:4:hosts.1.logo: "{shown}" is outside the project; '
        "name a file in its folder"
    )


def test_logo_that_links_out_of_the_project_is_refused(tmp_path):
    (tmp_path / "secret").write_text("x")
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "logo.png").symlink_to(tmp_path / "secret")

    assert fault(project(folder, HEAD + "hosts: [{name: A, logo: logo.png}]\n")) == (
        'conference.yaml:4:hosts.1.logo: "logo.png" is a link out of the project; '
        "copy the file into its folder"
    )


def test_missing_logo_is_a_fault(tmp_path):
    assert fault(project(tmp_path, HEAD + "sponsors: [{name: A, logo: no.png}]\n")) == (
        'conference.yaml:4:sponsors.1.logo: there is no file "no.png"'
    )


def test_missing_map_is_a_fault(tmp_path):
    assert fault(project(tmp_path, HEAD + "venue_map: no.png\n")) == (
        'conference.yaml:4:venue_map: there is no file "no.png"'
    )


def test_map_outside_the_project_is_refused(tmp_path):
    assert fault(project(tmp_path, HEAD + "venue_map: ../map.png\n")) == (
        'conference.yaml:4:venue_map: "../map.png" is outside the project; '
        "name a file in its folder"
    )


def test_abstract_in_two_places_is_a_fault(tmp_path):
    (tmp_path / "abstracts").mkdir()
    (tmp_path / "abstracts" / "a.md").write_text("One.\n")
    text = HEAD + "talks: [{id: a, abstract: Two.}]\n"

    assert fault(project(tmp_path, text)) == (
        f"a.md:1:talks.a.abstract: the abstract is here and in {tmp_path}/conference.yaml:4, "
        "and differs"
    )


def test_two_people_of_one_name_must_be_told_apart(tmp_path):
    text = HEAD + (
        "people: [{id: a, name: Jun Li}, {id: b, name: Jun Li}]\n"
        "talks: [{id: t, speaker: Jun Li}]\n"
    )

    assert fault(project(tmp_path, text)) == (
        'conference.yaml:5:: "Jun Li" is the name of several people'
    )


# Saving.


def test_saving_never_overwrites_facts_unasked(tmp_path):
    conference = load(project(tmp_path, HEAD))

    with pytest.raises(RenderError, match="was left as it is"):
        save(conference, tmp_path)

    assert (tmp_path / "conference.yaml").read_text() == HEAD


def test_saving_overwrites_when_asked(tmp_path):
    conference = load(project(tmp_path, HEAD))

    save(conference.replace(title="Other"), tmp_path, overwrite=True)

    assert load(tmp_path).title == "Other"


def test_canonical_form_is_what_a_person_would_write(tmp_path):
    text = (
        "title: Symposium\nstart: 2024-09-29\nend: 2024-10-03\ntimezone: Europe/Zagreb\n"
        "people:\n  - id: kempe\n    name: Julia Kempe\n"
        "    available: [2024-09-30 08:00-12:00, from 2024-10-01 10:00]\n"
        "talks:\n  - id: a\n    title: A\n    speakers: [kempe]\n    minutes: 50\n"
        "    at: [2024-09-30 08:30]\n"
        "days:\n  - date: 2024-09-30\n    items:\n"
        "      - session: Morning\n        start: 08:30\n        slots:\n"
        "          - 08:30–09:20 a\n          - 20 min\n"
        "      - break: Coffee\n        minutes: 30\n"
    )  # fmt: skip
    (tmp_path / "a").mkdir()
    conference = load(project(tmp_path / "a", text))

    save(conference, tmp_path / "b")

    assert (tmp_path / "b" / "conference.yaml").read_text() == text


# Decisions.


DECIDED = HEAD + (
    "rooms: [{id: aula, name: Aula}, {id: hall, name: Hall}]\n"
    "talks: [{id: a}, {id: b}, {id: c}]\n"
    "days:\n- date: 2024-09-30\n  items:\n"
    "  - {session: S, id: s, room: aula, at: 8:30, slots: [{id: s1, minutes: 30, talk: a}, "
    "{id: s2, minutes: 30}, {id: s3, minutes: 30}]}\n"
)


CONTRADICTED = ["program-stale", "program-contradicted"]


def decided(folder: Path) -> Program:
    fixed = Program.of(load(project(folder, DECIDED)))
    placement = Placement(talk="b", slots=("s2",))
    program = fixed.replace(placements=(*fixed.placements, placement))
    save(program, folder / "program.json")
    return program


def reloaded(folder: Path, old: str = "", new: str = "") -> Program:
    assert old in DECIDED
    conference = load(project(folder, DECIDED.replace(old, new)))
    return load_program(conference, folder / "program.json")


def test_decisions_come_back(tmp_path):
    program = decided(tmp_path)

    assert reloaded(tmp_path) == program


def test_only_decisions_are_saved(tmp_path):
    decided(tmp_path)

    saved = json.loads((tmp_path / "program.json").read_text())

    assert saved["placements"] == [
        {
            "placement": {"talk": "b", "slots": ["s2"]},
            "shown": {"start": "2024-09-30 09:00", "room": "Aula"},
        }
    ]


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("{id: c}", "{id: c, title: New}", ["program-stale"]),
        ("{id: b}, ", "", ["program-stale", "program-unknown-talk"]),
        ("{id: b}", "{id: b, state: withdrawn}", ["program-stale", "program-contradicted"]),
        ("{id: s2, ", "{id: x2, ", ["program-stale", "program-unknown-slot"]),
        ("{id: s2, minutes: 30}", "{id: s2, minutes: 30, talk: c}", CONTRADICTED),
        ("{id: s3, minutes: 30}", "{id: s3, minutes: 30, talk: b}", CONTRADICTED),
        ("at: 8:30", "at: 9:30", ["program-stale", "program-moved"]),
        ("room: aula", "room: hall", ["program-stale", "program-moved"]),
    ],
)  # fmt: skip
def test_facts_that_changed_since_are_findings(tmp_path, old, new, codes):
    decided(tmp_path)

    assert [finding.code for finding in reloaded(tmp_path, old, new).findings] == codes


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "{",
            "program.json:1:: this is no JSON: Expecting property name enclosed in double quotes",
        ),
        ("[]", "program.json:1:: this is no program.json of programkit"),
        ("{}", "program.json:1:: this is no program.json of programkit"),
        (
            '{"format": "programkit program", "version": 99}',
            "program.json:1:version: format version 99 is not known; this programkit knows 1",
        ),
        (
            '{"format": "programkit program", "version": 1}',
            "program.json:0:facts: Field required",
        ),
        ("[" * 100_000, "program.json:0:: this is no JSON: nested too deep"),
    ],
)
def test_file_that_holds_no_decisions_is_refused(tmp_path, data, message):
    conference = load(project(tmp_path, HEAD))
    (tmp_path / "program.json").write_text(data)

    with pytest.raises(LoadError) as caught:
        load_program(conference, tmp_path / "program.json")

    [found] = caught.value.faults
    assert f"program.json:{found.line}:{found.field}: {found.message}" == message


def test_sessions_without_a_day_are_written_as_in_a_day(tmp_path):
    text = """
        rooms: [hall]
        sessions:
          - {session: Evening, start: 20:00, slots: [2 x 10 min]}
          - {title: Night, packed: true}
          - session:
        """
    conference = load(project(tmp_path, "title: X\n" + dedent(text)))

    assert [session.title for session in conference.sessions] == ["Evening", "Night", ""]


def test_only_sessions_can_be_without_a_day(tmp_path):
    assert faults(project(tmp_path, "title: X\nsessions:\n  - break: Tea\n")) == [
        "conference.yaml:3:sessions.1: a break needs its day; only sessions can be without one"
    ]


def test_moment_that_the_clocks_skip_is_said_to_be_none(tmp_path):
    text = (
        HEAD.replace("29 Sep – 3 Oct 2024", "31 March 2024")
        + "talks: [{id: a, at: 2024-03-31 2:30}]\n"
    )

    assert fault(project(tmp_path, text)) == (
        "conference.yaml:4:talks.a.at.1: 02:30 does not exist on 2024-03-31 in Europe/Zagreb"
    )


def test_moment_that_the_clocks_show_twice_is_a_finding_unless_it_is_exact(tmp_path):
    talks = "talks: [{id: a, at: 2024-10-27 2:30}, {id: b, at: 2024-10-27T02:30+01:00}]\n"
    conference = load(project(tmp_path, HEAD + talks))
    save(conference.replace(findings=()), tmp_path / "again")

    assert [(f.code, f.about, f.remedy) for f in conference.findings] == [
        ("time-ambiguous", ("a",), "write it with its offset: 2024-10-27T02:30+02:00")
    ]
    assert [talk.at[0].start.hour for talk in conference.talks] == [0, 1]
    assert load(tmp_path / "again").talks == conference.talks
    assert load(tmp_path / "again").findings == ()


def test_zone_of_an_audience_that_is_none_has_a_remedy(tmp_path):
    rule = "recurrence: {first: 2024-09-30, count: 2, at: 16:00}\naudience: [Asia/Kolkatta]\n"
    with pytest.raises(LoadError) as caught:
        load(project(tmp_path, HEAD + rule))

    assert [f.remedy for f in caught.value.faults] == ['did you mean "Asia/Kolkata"?']


@pytest.mark.parametrize(
    ("written", "weekday"),
    [
        ("Monday", "MO"),
        ("tues", "TU"),
        ("Weds.", "WE"),
        ("Thursdays", "TH"),
        ("first Monday", "1MO"),
        ("Last friday", "-1FR"),
        ("2SU", "2SU"),
    ],
)
def test_weekdays_are_read_as_people_write_them(tmp_path, written, weekday):
    rule = f"recurrence: {{first: 2024-10-01, frequency: monthly, weekday: {written}, count: 2, at: 9:00}}\n"

    assert load(project(tmp_path, HEAD + rule)).recurrence.weekdays == (weekday,)


def test_word_that_is_no_weekday_is_a_fault(tmp_path):
    rule = "recurrence: {first: 2024-10-01, weekdays: [Moonday], count: 2, at: 9:00}\n"

    assert fault(project(tmp_path, HEAD + rule)) == (
        'conference.yaml:4:recurrence.weekdays.1: "Moonday" is not of the form asked for'
    )


# The starter and the schema.


def test_starter_loads_without_findings(tmp_path):
    new_project(tmp_path / "new")
    conference = load(tmp_path / "new")

    assert conference.findings == ()
    assert [talk.id for talk in conference.talks if talk.title is TBD] == ["counting-stars"]
    assert "**without**" in conference.talk("counting-birds").abstract


def test_starter_never_touches_a_folder_with_content(tmp_path):
    project(tmp_path, HEAD)

    with pytest.raises(RenderError, match="is not empty"):
        new_project(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["conference.yaml"]


class OrderRule:
    code = "order"

    @classmethod
    def model_json_schema(cls):
        return {"type": "object", "properties": {"talks": {"type": "array"}}}


def problems(text: str) -> list[str]:
    schema = loading.json_schema([OrderRule])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    return [error.json_path for error in validator.iter_errors(as_json(text))]


def as_json(text: str) -> object:
    return json.loads(json.dumps(YAML(typ="safe").load(text), default=str))


def test_starter_satisfies_the_schema(tmp_path):
    new_project(tmp_path / "new")

    assert problems((tmp_path / "new" / "conference.yaml").read_text()) == []


def test_short_forms_satisfy_the_schema():
    assert problems(VARIANT + "requirements:\n- order: [a, b]\n") == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("titel: A\ntitle: B\n", "$"),
        ("title: A\ntalks: [{id: a, titel: B}]\n", "$.talks"),
        ("title: A\nrequirements: [{odrer: [a]}]\n", "$.requirements"),
        ("place: A\n", "$"),
    ],
)
def test_schema_refuses_what_loading_refuses(text, path):
    assert problems(text) == [path]


def test_schema_of_the_rules_that_exist_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(loading.json_schema())


def test_examples_satisfy_the_schema(root):
    examples = sorted((root / "examples").glob("*/*.yaml"))
    schema = jsonschema.Draft202012Validator(loading.json_schema())

    found = {
        path.name: [error.json_path for error in schema.iter_errors(as_json(path.read_text()))]
        for path in examples
    }

    assert found == {path.name: [] for path in examples}


@pytest.mark.parametrize(
    ("listed", "written", "affiliations", "codes"),
    [
        ("{id: bo, name: Bo Ek}", "Bo Ek (Sea College)", ("sea-college",), []),
        (
            "{id: bo, name: Bo Ek, affiliation: Sea College}",
            "Bo Ek (Sea College)",
            ("sea-college",),
            [],
        ),
        (
            "{id: bo, name: Bo Ek, affiliation: Sea College}",
            "Bo Ek (Hill School)",
            ("sea-college",),
            ["affiliation-differs"],
        ),
    ],
)
def test_affiliation_after_a_known_name_is_not_lost(tmp_path, listed, written, affiliations, codes):
    facts = f"title: T\npeople: [{listed}]\ntalks: [{{id: a, title: A, speaker: {written}}}]\n"
    (tmp_path / "conference.yaml").write_text(facts)

    conference = load(tmp_path)

    assert conference.person("bo").affiliations == affiliations
    assert [finding.code for finding in conference.findings] == codes


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-09-01", "2026-09-01"),
        ("1 September 2026", "2026-09-01"),
        ("2026-09-01 12:00", "2026-09-01 10:00:00+00:00"),
        ("2026-09-01T12:00", "2026-09-01 10:00:00+00:00"),
        ("2026-09-01T12:00+02:00", "2026-09-01 10:00:00+00:00"),
    ],
)
def test_day_or_moment_of_the_last_revision(tmp_path, text, meant):
    revised = load(project(tmp_path, f"{HEAD}revised: {text}\n")).revised

    assert str(revised.astimezone(UTC) if isinstance(revised, datetime) else revised) == meant


def test_revision_that_is_no_date_is_a_fault(tmp_path):
    assert "is no date" in fault(project(tmp_path, HEAD + "revised: soon\n"))


def test_file_of_facts_in_place_of_decisions_is_not_to_be_deleted(tmp_path):
    facts = load(project(tmp_path, HEAD))
    with pytest.raises(LoadError) as caught:
        load_program(facts, tmp_path / "conference.yaml")

    assert [fault.remedy for fault in caught.value.faults] == ["give a program.json"]


FAR = "is out of reach; correct the year"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("days: [{date: 9999-12-31}]", [f"days.9999-12-31.date: 9999-12-31 {FAR}"]),
        ("days: [{date: 0001-01-01}]", [f"days.0001-01-01.date: 0001-01-01 {FAR}"]),
        (
            "people: [{id: a, name: A, available: [until 31 Dec 9999]}]",
            [f"people.a.available: 9999-12-31 {FAR}"],
        ),
        (
            "recurrence: {first: 9999-01-01, at: 16:00, count: 2}",
            [f"recurrence.first: 9999-01-01 {FAR}"],
        ),
        (
            "recurrence: {first: 2026-01-01, count: 99999}",
            ['recurrence.count: "99999" is more than 2000', 'recurrence.start: "start" is missing'],
        ),
        ("talks: [{id: a b, title: A}]", [f'talks.a b.id: "a b" is no id: {NO_ID}']),
    ],
)
def test_dates_out_of_reach_and_faults_side_by_side(tmp_path, text, expected):
    found = faults(project(tmp_path, f"{HEAD}{text}\n"))

    assert found == [f"conference.yaml:4:{fault}" for fault in expected]
