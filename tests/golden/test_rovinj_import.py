"""The real booklet of the Rovinj symposium, read as the seed has it."""

from collections import Counter
from datetime import date

import pytest

from programkit.files.readers.markdown import MarkdownReader
from programkit.model.base import TBD, Unknown
from programkit.model.days import Break, Marker
from programkit.model.program import Program

SEED = "seeds/003_defcf751eea584e2.txt"


@pytest.fixture(scope="module")
def reading(shared):
    path = shared / SEED
    if not path.exists():
        pytest.skip("the seed of the Rovinj symposium is absent")
    return MarkdownReader().read(path)


@pytest.fixture(scope="module")
def conference(reading):
    return reading[0]


@pytest.fixture(scope="module")
def findings(reading):
    return reading[1]


def lines_of(findings, code):
    return [finding.source.line for finding in findings if finding.code == code]


def test_reader_seed_is_recognized(shared):
    path = shared / SEED
    assert MarkdownReader().recognizes(path, path.read_bytes()[:4096])


def test_cover_is_read(conference):
    assert conference.title == (
        "1st Symposium on Machine Learning for Theories and Theories of Machine Learning"
    )
    assert conference.place == "Rovinj, Croatia"
    assert (conference.start, conference.end) == (date(2024, 9, 29), date(2024, 10, 3))
    assert conference.timezone is TBD


def test_hosts_keep_their_printed_lines(conference):
    assert [host.name for host in conference.hosts] == [
        "University\nof Basel",
        "European Research Council\nEstablished by the European Commission",
    ]


def test_days_have_the_year_of_the_cover(conference):
    assert [day.date for day in conference.days] == [
        date(2024, 9, 29),
        date(2024, 9, 30),
        date(2024, 10, 1),
        date(2024, 10, 2),
        date(2024, 10, 3),
    ]


def test_talks_and_abstracts_are_counted(conference):
    assert Counter(talk.kind for talk in conference.talks) == {"talk": 24, "remarks": 1}
    texts = [t.abstract for t in conference.talks if not isinstance(t.abstract, Unknown)]
    assert sum(bool(text) for text in texts) == 21


def test_unknown_titles_are_typed(conference):
    unknown = [talk.id for talk in conference.talks if talk.title is TBD]
    assert unknown == ["brbic", "da-silveira", "flammarion"]


def test_ids_are_family_names(conference):
    assert [talk.id for talk in conference.talks[:6]] == [
        "opening-remarks",
        "kempe",
        "lu",
        "pehlevan",
        "brbic",
        "lassas",
    ]


def test_talk_times_are_those_of_the_agenda(conference):
    starts = {
        placed.talk.id: f"{placed.interval.start:%d %H:%M}"
        for placed in Program.of(conference).placed
    }
    assert starts == {
        "opening-remarks": "30 08:20",
        "kempe": "30 08:30",
        "lu": "30 09:20",
        "pehlevan": "30 10:40",
        "brbic": "30 11:30",
        "lassas": "30 14:30",
        "da-silveira": "30 15:30",
        "cotterell": "30 16:20",
        "vanden-eijnden": "01 08:30",
        "mallat": "01 09:20",
        "li": "01 10:40",
        "bandeira": "01 11:30",
        "goldt": "01 14:30",
        "mondelli": "01 15:30",
        "transtrum": "01 16:20",
        "de-hoop": "02 08:30",
        "brunton": "02 09:20",
        "mahoney": "02 10:40",
        "zenke": "02 11:30",
        "flammarion": "02 14:30",
        "johnson": "02 15:30",
        "chklovskii": "02 16:20",
        "behrens": "03 08:30",
        "abreu": "03 09:20",
        "shi": "03 10:10",
    }


def test_talk_lengths_follow_from_the_next_row(conference):
    lengths = Counter(
        placed.interval.minutes for placed in Program.of(conference).placed if not placed.open_end
    )
    assert lengths == {50: 23, 10: 1}


def test_breaks_and_markers_are_read(conference):
    items = [item for day in conference.days for item in day.items]
    breaks = Counter((i.title, i.kind, i.start) for i in items if isinstance(i, Break))
    assert breaks == {
        ("Welcome drink and Reception", "social", 18 * 60 + 30): 1,
        ("Coffee/juice break", "coffee", 10 * 60 + 10): 3,
        ("Lunch", "lunch", 12 * 60 + 20): 3,
        ("Coffee/juice break", "coffee", 15 * 60 + 20): 3,
    }
    markers = [(i.title, i.start) for i in items if isinstance(i, Marker)]
    assert markers == [("End of the day", 17 * 60 + 10)] * 3


def test_break_lengths_follow_from_the_next_row(conference):
    monday = [b for b in conference.timetable.breaks if b.day == 1]
    assert [b.interval.minutes for b in monday] == [30, 130, 10]


def test_open_ends_are_the_reception_and_the_last_talk(findings):
    assert lines_of(findings, "open-end") == [35, 85]


def test_split_paragraphs_are_joined_and_reported(conference, findings):
    assert lines_of(findings, "paragraph-split") == [135, 169, 187, 201, 239]
    joined = ["vanden-eijnden", "mondelli", "de-hoop", "mahoney", "abreu"]
    assert ["\n\n" in conference.talk(talk).abstract for talk in joined] == [False] * 5


def test_real_second_paragraph_is_kept(conference):
    assert conference.talk("li").abstract.count("\n\n") == 1


def test_joint_work_keeps_its_hard_break(conference):
    assert "  \nIncludes joint work with: " in conference.talk("bandeira").abstract


def test_title_differences_keep_both_variants(conference, findings):
    assert lines_of(findings, "title-differs") == [93, 105]
    kempe = conference.talk("kempe")
    assert kempe.title == "Synthetic Data – Friend or Foe in the Age of Scaling?"
    assert [(a.field, a.value, a.source.line) for a in kempe.alternatives] == [
        ("title", "Synthetic Data – Friend or Foe in the Age of Scaling", 93)
    ]


def test_name_spelled_two_ways_is_reported(conference, findings):
    assert lines_of(findings, "name-variant") == [115]
    person = conference.person("ivan-dokmanic")
    assert person.name == "Ivan Dokmanić"
    assert [other.value for other in person.alternatives] == ["Ivan Dokmanic"]


def test_other_findings_are_these(findings):
    named = {"open-end", "paragraph-split", "title-differs", "name-variant"}
    others = [(f.code, f.source.line) for f in findings if f.code not in named]
    assert others == [
        ("timezone-missing", 7),
        ("hosts-inferred", 13),
        ("duplicate-cover", 23),
        ("year-inferred", 33),
        ("heading-level-drift", 33),
        ("row-format-drift", 35),
        ("heading-level-drift", 93),
    ]


def test_affiliations_are_shared_and_as_printed(conference):
    assert len(conference.affiliations) == 19
    assert conference.affiliation("cnrs-ens-iob").name == "CNRS / ENS / IOB"
    at_epfl = [p.id for p in conference.people if p.affiliations == ("epfl",)]
    assert at_epfl == ["maria-brbic", "nicolas-flammarion", "freya-behrens"]


def test_fields_know_their_lines(conference):
    places = {
        "title": 5,
        "start": 7,
        "place": 9,
        "talks.kempe.title": 40,
        "talks.kempe.speakers": 40,
        "talks.kempe.abstract": 95,
        "people.julia-kempe.affiliations": 91,
        "days.2024-10-01": 53,
        "slots.2024-10-03/1/3": 85,
    }
    found = {key: conference.sources[key].line for key in places}
    assert found == places
    assert conference.source("talks", "kempe", "title").field == "title"
