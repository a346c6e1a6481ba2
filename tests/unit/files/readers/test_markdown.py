"""Booklets of other people's making: the same grammar reads them."""

from datetime import date

import pytest

from programkit.errors import LoadError
from programkit.files.readers.markdown import CODES, MarkdownReader, read_booklet
from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.program import Program

GERMAN = """\
Werkstatt Numerik

12.–13. März 2025

Ort: Kassel

## Programm

### Mittwoch, 12. März

| Zeit | Vortrag | Vortragende |
|------|---------|-------------|
| 9.00 – 9.15 Uhr | Begrüßung | |
| 9.15 | Adaptive Gitter für Wellen | Anna Schäfer (Uni Kassel) |
| 10.00 | Kaffeepause | |
| 10:30 | Stabile Zeitschritte | Jonas Weiß |
| 11.15 Uhr | N.N. | Petra Kühn |
| 12:00 | Mittagessen | |

### Donnerstag, 13. März

| Zeit | Vortrag | Vortragende |
|------|---------|-------------|
| 14:00 | Splines, ganz neu | Jonas Weiß |
| 15:00 | Ende der Tagung | |
"""

PARALLEL = """\
# Parallel Lines 2026

4 May 2026 – 5 May 2026
Utrecht, Netherlands

## Schedule

## Monday 4 May

9:00\tOpening\t\t
9:10\tGraphs at Rest\tMaya Okafor\tRoom A
9:10\tTrees in Motion\tLiam de Vries\tRoom B
9:50\tCounting Paths\tNora Lind\tRoom A
9:50\tCutting Branches\tOmar Haddad\tRoom B
10:30\tCoffee\t\t
2:00\tLast Thoughts\tBo Sand\tRoom B
3:00\tEnd\t\t

## Tuesday 5 May

| Time | Room A | Room B |
|---|---|---|
| 9:00 | Shapes (Ida Holm) | Sounds (Kurt Amsel) |
| 10:00 | Coffee break | Coffee break |
| 10:30 | | Echoes (Rita Moll) |
"""

BULLETS = """\
# Day of Small Talks

Friday, 6 June 2025
Community Hall, Smallville

* 9:00 – 9:20 Welcome
* 9:20 – 10:00 On counting sheep (Ada Brook, Sheep Institute)
* 10:00 – 10:15 Break
* 10:15 – 11:00 How to sleep – and why (Tom Vale, Night University)
- 12:00 noon Lunch (Garden)
- 1:30 – 2:15 The long dream (Ada Brook and Tom Vale)
- 3 pm Wrap-up discussion
"""

SPEAKER_FIRST = """\
ANVILS AND OTHER FALLING OBJECTS

1–2 July 2024

Tuesday 2 July 2024

**14:00** **Jane Roe** (Acme Lab): Making anvils
**14:45** **John Doe**: Dropping anvils
**15:30** Coffee
**16:45 – 17:30** Lena Road — Running through them

**Jane Roe** (Acme Lab)

*Making anvils*

Anvils are made of iron and patience. This talk says how, in four steps for anyone at home.

**John Doe**

*Dropping anvils, safely*

Where anvils land is a matter of physics. We show that it is rarely where one wants it.
"""

TITLES_FIRST = """\
# Stars and Waves
## 3 June 2024
## Program
9:00 am Seeing Stars, Vera Night
10:00 am Hearing Waves, Paul Sea

## Abstracts

### Hearing Waves
Paul Sea, Ocean College

Waves are heard before they are seen. This took nine years to measure.

### Seeing Stars
Vera Night, Dark Sky Observatory

Stars are old news.
"""

INLINE = """\
# Afternoon of Proofs
## Monday, 6 May 2024

14:00 – 14:30 Short proofs (Eva Kurz)

Speaker: Eva Kurz
Abstract: A short proof fits on a napkin. We show three of them, and one napkin.

14:30 – 15:00 Long proofs (Otto Lang)

A long proof needs more napkins than a table holds. This talk counts tables, and then rooms.
"""


def days_of(conference):
    """Every row as (time, what, who)."""
    return [
        [row for item in day.items for row in _rows(item, conference)]
        for day in conference.timetable.days
    ]


def _rows(item, conference):
    if not hasattr(item, "slots"):
        return [(f"{item.interval.start:%H:%M}", item.item.title, item.item.type)]
    rows = []
    for slot in item.slots:
        talk = conference.talk(slot.slot.talk)
        names = ", ".join(conference.person(p).name for p in talk.speaker_ids)
        title = "TBD" if talk.title is TBD else talk.title
        where = f" @{item.room}" if conference.rooms and item.room is not TBD else ""
        rows.append((f"{slot.interval.start:%H:%M}", title, names + where))
    return rows


def codes_of(findings):
    return [finding.code for finding in findings]


def test_german_tables_are_read():
    conference, findings = read_booklet(GERMAN)
    assert days_of(conference) == [
        [
            ("09:00", "Begrüßung", ""),
            ("09:15", "Adaptive Gitter für Wellen", "Anna Schäfer"),
            ("10:00", "Kaffeepause", "break"),
            ("10:30", "Stabile Zeitschritte", "Jonas Weiß"),
            ("11:15", "TBD", "Petra Kühn"),
            ("12:00", "Mittagessen", "break"),
        ],
        [("14:00", "Splines, ganz neu", "Jonas Weiß"), ("15:00", "Ende der Tagung", "marker")],
    ]
    assert (conference.language, conference.place) == ("de", "Kassel")
    assert [day.date for day in conference.days] == [date(2025, 3, 12), date(2025, 3, 13)]
    assert codes_of(findings) == [
        "timezone-missing",
        "year-inferred",
        "language-inferred",
        "open-end",
    ]


def test_second_talk_of_a_person_has_a_number():
    conference, _ = read_booklet(GERMAN)
    assert [talk.id for talk in conference.talks] == [
        "begrussung",
        "schafer",
        "weiss",
        "kuhn",
        "weiss-2",
    ]


def test_parallel_rooms_are_sessions():
    conference, _ = read_booklet(PARALLEL)
    assert days_of(conference) == [
        [
            ("09:00", "Opening", ""),
            ("09:10", "Graphs at Rest", "Maya Okafor @room-a"),
            ("09:50", "Counting Paths", "Nora Lind @room-a"),
            ("09:10", "Trees in Motion", "Liam de Vries @room-b"),
            ("09:50", "Cutting Branches", "Omar Haddad @room-b"),
            ("10:30", "Coffee", "break"),
            ("14:00", "Last Thoughts", "Bo Sand @room-b"),
            ("15:00", "End", "marker"),
        ],
        [
            ("09:00", "Shapes", "Ida Holm @room-a"),
            ("09:00", "Sounds", "Kurt Amsel @room-b"),
            ("10:00", "Coffee break", "break"),
            ("10:30", "Echoes", "Rita Moll @room-b"),
        ],
    ]


def test_afternoon_without_pm_is_inferred_and_reported():
    _, findings = read_booklet(PARALLEL)
    lines = [f.source.line for f in findings if f.code == "afternoon-inferred"]
    assert lines == [16, 17]


def test_bullets_and_ranges_are_read():
    conference, findings = read_booklet(BULLETS)
    assert days_of(conference) == [
        [
            ("09:00", "Welcome", ""),
            ("09:20", "On counting sheep", "Ada Brook"),
            ("10:00", "Break", "break"),
            ("10:15", "How to sleep – and why", "Tom Vale"),
            ("12:00", "Lunch", "break"),
            ("13:30", "The long dream", "Ada Brook, Tom Vale"),
            ("15:00", "Wrap-up discussion", ""),
        ]
    ]
    assert conference.affiliation("sheep-institute").name == "Sheep Institute"
    assert codes_of(findings) == ["timezone-missing", "afternoon-inferred", "open-end"]


def test_ranges_give_ends():
    conference, _ = read_booklet(BULLETS)
    vale = Program.of(conference).by_talk["vale"][0]
    assert f"{vale.interval.end:%H:%M}" == "11:00"


def test_place_of_a_break_is_kept():
    conference, _ = read_booklet(BULLETS)
    assert [b.item.place for b in conference.timetable.breaks] == ["", "Garden"]


def test_speakers_before_titles_are_read():
    conference, _ = read_booklet(SPEAKER_FIRST)
    assert days_of(conference) == [
        [
            ("14:00", "Making anvils", "Jane Roe"),
            ("14:45", "Dropping anvils", "John Doe"),
            ("15:30", "Coffee", "break"),
            ("16:45", "Running through them", "Lena Road"),
        ]
    ]


def test_abstracts_without_a_heading_are_found_by_names():
    conference, findings = read_booklet(SPEAKER_FIRST)
    assert conference.talk("roe").abstract.startswith("Anvils are made of iron")
    assert conference.talk("doe").abstract.startswith("Where anvils land")
    assert "title-differs" in codes_of(findings)


def test_titles_before_speakers_are_matched():
    conference, _ = read_booklet(TITLES_FIRST)
    assert conference.talk("sea").abstract.startswith("Waves are heard")
    assert conference.talk("night").abstract == "Stars are old news."
    assert conference.person("vera-night").affiliations == ("dark-sky-observatory",)


def test_abstracts_below_their_rows_are_read():
    conference, findings = read_booklet(INLINE)
    assert conference.talk("kurz").abstract.startswith("A short proof")
    assert conference.talk("lang").abstract.startswith("A long proof")
    assert codes_of(findings) == ["timezone-missing", "abstract-in-agenda"]


def test_booklet_without_abstracts_has_unknown_ones():
    conference, _ = read_booklet(BULLETS)
    assert conference.talk("vale").abstract is TBD


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_change_nothing(end):
    conference, findings = read_booklet(GERMAN)
    other, others = read_booklet(GERMAN.replace("\n", end))
    assert (other, others) == (conference, findings)


def test_no_final_newline_changes_nothing():
    assert read_booklet(GERMAN.rstrip("\n")) == read_booklet(GERMAN)


def test_form_feed_between_halves_of_a_sentence_is_repaired():
    text = SPEAKER_FIRST.replace("We show that", "We show that\n\f\n")
    conference, findings = read_booklet(text)
    assert "We show that it is rarely" in conference.talk("doe").abstract
    assert "paragraph-split" in codes_of(findings)


def test_weekday_that_contradicts_is_reported():
    _, findings = read_booklet(GERMAN.replace("Mittwoch", "Freitag"))
    assert "weekday-mismatch" in codes_of(findings)


def test_day_without_a_year_anywhere_is_not_guessed():
    conference, findings = read_booklet(
        "# T\n\n## Agenda\n\n### Monday, 3 June\n\n9:00 X (Eva Kurz)\n"
    )
    assert conference.days[0].date is TBD
    assert conference.days[0].title == "Monday, 3 June"
    assert "date-ambiguous" in codes_of(findings)


def test_ambiguous_cover_date_is_not_guessed():
    conference, findings = read_booklet(
        "# T\n\n3/10/24\n\n## Agenda\n\n### Day 1\n\n9:00 X (Eva Kurz)\n"
    )
    assert conference.start is None
    assert "date-ambiguous" in codes_of(findings)


def test_numbered_days_are_counted_from_the_first():
    text = "# T\n\n3–4 June 2024\n\n## Agenda\n\n### Day 2\n\n9:00 X (Eva Kurz)\n"
    conference, findings = read_booklet(text)
    assert conference.days[0].date == date(2024, 6, 4)
    assert "date-inferred" in codes_of(findings)


def test_struck_title_is_cancelled():
    text = "# T\n\n3 June 2024\n\n## Agenda\n\n9:00\t~~Gone~~\tEva Kurz\n10:00\tThere\tOtto Lang\n"
    conference, _ = read_booklet(text)
    assert [talk.state for talk in conference.talks] == [State.CANCELLED, State.CONFIRMED]
    assert conference.talk("kurz").title == "Gone"


def test_stray_line_is_reported():
    text = GERMAN.replace("## Programm\n", "## Programm\n\nAlle sind herzlich eingeladen\n")
    _, findings = read_booklet(text)
    assert [f.source.line for f in findings if f.code == "line-not-understood"] == [9]


def test_abstract_without_a_row_becomes_an_unplaced_talk():
    text = TITLES_FIRST + "\n### Smelling Colors\n\n**Nina Nose**\n\nColors smell of themselves.\n"
    conference, findings = read_booklet(text)
    assert [talk.id for talk in Program.of(conference).unplaced] == ["nose"]
    assert "abstract-without-talk" in codes_of(findings)


def test_speaker_that_differs_keeps_both():
    text = TITLES_FIRST.replace("Paul Sea, Ocean College", "Petra Pond, Ocean College")
    conference, findings = read_booklet(text)
    assert [(a.field, a.value) for a in conference.talk("sea").alternatives] == [
        ("speakers", "Petra Pond")
    ]
    assert "speaker-differs" in codes_of(findings)


def test_session_heads_give_title_room_and_chair():
    text = (
        "# T\n\n3 June 2024\n\n## Agenda\n\n### 3 June 2024\n\n#### Morning\n\nRoom: Aula\n\n"
        "Chair: Eva Kurz\n\n9:00\tX\tOtto Lang\n"
    )
    conference, _ = read_booklet(text)
    session = conference.timetable.sessions["2024-06-03/1"].session
    assert (session.title, session.room, session.chairs) == ("Morning", "aula", ("eva-kurz",))


def test_every_finding_has_a_documented_code():
    texts = [GERMAN, PARALLEL, BULLETS, SPEAKER_FIRST, TITLES_FIRST, INLINE]
    found = {code for text in texts for code in codes_of(read_booklet(text)[1])}
    assert found <= set(CODES)


def test_reader_file_is_read(tmp_path):
    path = tmp_path / "booklet.md"
    path.write_bytes(b"\xef\xbb\xbf" + GERMAN.encode())
    conference, findings = MarkdownReader().read(path)
    assert conference.title == "Werkstatt Numerik"
    assert {finding.source.file for finding in findings} == {str(path)}


def test_reader_binary_is_refused(tmp_path):
    path = tmp_path / "booklet.md"
    path.write_bytes(b"# T\n\x00\n")
    assert not MarkdownReader().recognizes(path, path.read_bytes())
    with pytest.raises(LoadError, match="NUL byte"):
        MarkdownReader().read(path)


@pytest.mark.parametrize("text", ["", "\n\n", "# ", "---", "9:00", "|", "9:00\t\t\t\n8:00\t"])
def test_hostile_scraps_are_read(text):
    conference, _ = read_booklet(text)
    assert read_booklet(text)[0] == conference


def test_impossible_time_zone_is_reported():
    conference, findings = read_booklet("# T\n\nTime zone: Mars/Olympus\n\n## Agenda\n")
    assert conference.timezone is TBD
    assert "Mars/Olympus" in findings[0].message


def test_unsafe_address_is_a_load_error():
    with pytest.raises(LoadError):
        read_booklet("# T\n\nWeb: javascript:alert(1)\n")


@pytest.mark.parametrize(("text", "hours"), [(BULLETS, None), (GERMAN, None)])
def test_clock_of_24_hours_means_nothing(text, hours):
    conference, _ = read_booklet(text)
    assert conference.hours is hours


def test_clock_of_12_hours_is_kept():
    text = "# A Day\n\n## Monday, 30 September 2024\n\n8:30 am\tOne\tA. Lee\n2:30 pm\tTwo\tB. Ray\n"
    conference, _ = read_booklet(text)
    assert conference.hours == 12
