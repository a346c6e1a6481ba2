"""Pages of seminars of other people's making: the same grammar reads them."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.files.readers import test_markdown as booklets

from programkit.errors import LoadError
from programkit.files.readers import READERS
from programkit.files.readers.markdown.lines import lines_of
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.seminars import CODES, SeminarReader, read_seminar
from programkit.files.readers.seminars.cells import split_cells
from programkit.files.readers.seminars.grammar import read_page
from programkit.files.readers.seminars.others import Other
from programkit.files.readers.seminars.recognition import is_page
from programkit.files.readers.seminars.resolving import resolve
from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.people import Role
from programkit.model.series import Series
from programkit.model.venue import Access

GERMAN = """\
Oberseminar Numerische Mathematik

Das Oberseminar findet jeden Dienstag um 14 Uhr c.t. in Raum 2.14 statt. Gäste sind willkommen.

Kommende Vorträge

Dienstag, 6. Oktober 2026
Anna Schäfer (Universität Kassel)
Adaptive Gitter für Wellen
Zusammenfassung: Wir zeigen, wie Gitter sich Wellen anpassen.

Dienstag, 13. Oktober 2026
Jonas Weiß (TU Graz)
T.b.a.

Dienstag, 20. Oktober 2026: kein Seminar (Tagung)

Dienstag, 27. Oktober 2026
N.N.

Organisatoren

Petra Kühn
Karl Moll

Ehemalige Organisatoren

Ida Holm
"""
ONE_LINE_EACH = """\
# Combinatorics Colloquium

We meet on the first Friday of each month at 3 pm in Room 12.

- 2 October 2026: Ada Brook (Sheep Lab), Counting sheep
- 6 November 2026: Tom Vale, Goats and graphs – CANCELLED
- 4 December 2026: TBA
- Fri, 8 January: Maya Okafor — TBA
"""
LABELS_ONLY = """\
Speaker: Ada Brook, Sheep Institute
Title: On sheep
Date: Monday, 5 October 2026, 16:15-17:15
Room: HS 3
Abstract:
Sheep are many. They can be counted by a reading group, or by a seminar.

They rarely protest.

Speaker: Tom Vale
Affiliation: Goat College
Title: TBA
Date: Monday, 12 October 2026, 16:15-17:15
Room: Zoom

Title: On goats
Speaker: Maya Okafor
When: 19 October 2026
Bio: Maya Okafor keeps goats.
"""
TABLE = """\
Working Seminar on Graphs

| Date | Speaker | Title | Room |
|------|---------|-------|------|
| 3 March 2026 | Ada Brook (Sheep Lab) | Counting | B 101 |
| 10 March 2026 | Tom Vale | TBA | B 101 |
| 17 March 2026 | TBA | TBA | Zoom |
"""
BACKWARDS = """\
Topology Seminar
Thursdays at 16:00 CET, every other week.
Upcoming
Thu 8 January
Maya Okafor
Shapes
Past seminars
Thu 11 December
Liam de Vries (Utrecht)
Sounds
Thu 27 November
Nora Lind
A talk from 2024 on echoes
"""
FRENCH = """\
Séminaire de géométrie
Le séminaire a lieu tous les mardis à 14h, en salle 12.
mardi 3 mars 2026, 14h, salle 12
Orateur : Élodie Petit (Lyon)
Titre : Les moutons
Résumé : On compte les moutons.
mardi 10 mars 2026, 14h
Luc Moreau
Les chèvres
"""
TWO_IN_ONE = """\
Double Seminar
Monday 5 October 2026, 14:00
Speaker: Ada Brook
Title: First
Speaker: Tom Vale
Title: Second
12 October 2026
Random Matrices
Ada Brook
"""
FLATTENED = """\
Skip to content
Room Organizer Seminar Title Speaker
HS 4
Ida Holm Sheep in motion
Sheep move when nobody looks.
Speaker: Ada Brook (Sheep Lab)
Zoom
Ida Holm Goats at rest
Speaker: Tom Vale
Kurt Amsel Wolves and their neighboursSpeaker: Maya Okafor (Wolf Institute)
"""
AUDIENCE = """\
The Sheep Webinar Series is an online platform for all who count. Links will be sent by e-mail
to our mailing list.

Tuesday 3 March 2026, 12:00 am GMT
Title: Sleeping
Speaker: Ada Brook

Click here to subscribe to the mailing list.
"""
HOSTILE = """\
<script>alert(1)</script> Seminar
Wed 31 Feb 2026
Ada Brook
[click](javascript:alert(1))
Abstract: =cmd|' /C calc'!A0 ../../etc/passwd {{7*7}} ${HOME}
Speaker: <img src=x onerror=alert(1)>
Title: Title: Title:
30/02/2026
99:99
Speaker:
Title:
(((((((((
Board
)))))
\u202eevil\u202c (Lab)
"""
PAGES = {
    "german": GERMAN,
    "one line each": ONE_LINE_EACH,
    "labels": LABELS_ONLY,
    "table": TABLE,
    "backwards": BACKWARDS,
    "french": FRENCH,
    "two in one": TWO_IN_ONE,
    "flattened": FLATTENED,
    "audience": AUDIENCE,
    "hostile": HOSTILE,
}


def codes(findings):
    return [finding.code for finding in findings]


def at(conference):
    """Date, start, room and talk of every session."""
    return [
        (day.date, item.slots[0].start, item.room, item.slots[0].talk)
        for day in conference.days
        for item in day.items
    ]


def other(text, file="other.txt"):
    page = read_page(lines_of(text))
    resolve(page, (), Notes(file))
    return Other(file, page)


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_page_is_recognized(text, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")

    readers = [reader for reader in READERS if reader.recognizes(path, path.read_bytes()[:4096])]

    assert readers[0].name == "seminars"


@pytest.mark.parametrize(
    "text",
    [
        "# Workshop\n\n3 June 2024\n\n9:00 On sheep (Ada Brook)\n10:00 On goats (Tom Vale)\n",
        "# Seminar week\n\n3 June 2024\n\n9:00 On sheep (Ada Brook)\n10:00 On goats (Tom Vale)\n",
        "A seminar is a good thing.\n",
        "Seminar\n\n9:00 On sheep (Ada Brook)\n",
        "",
    ],
)
def test_other_texts_are_not(text, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")

    assert not SeminarReader().recognizes(path, text.encode()[:4096])


@pytest.mark.parametrize("booklet", [booklets.GERMAN, booklets.PARALLEL, booklets.BULLETS])
@pytest.mark.parametrize("word", ["# Seminar\n\n{}", "{}\n\nThe seminar room is upstairs.\n"])
def test_booklets_that_name_a_seminar_are_not(booklet, word):
    assert not is_page(word.format(booklet))


def test_what_is_no_text_is_not(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(b"Seminar\n3 March 2026\nAda Brook\n" + b"\xff" * 5000)

    assert not SeminarReader().recognizes(path, path.read_bytes()[:4096])
    assert not SeminarReader().recognizes(path, b"\x00\x01")


def test_german_page_has_a_rule_with_its_exception():
    series, findings = read_seminar(GERMAN)

    assert isinstance(series, Series)
    assert series.language == "de"
    assert (series.recurrence.start, series.recurrence.weekdays) == (14 * 60 + 15, ("TU",))
    assert [(e.date, e.reason) for e in series.recurrence.exceptions] == [
        (date(2026, 10, 20), "Tagung")
    ]
    assert at(series) == [
        (date(2026, 10, 6), 855, "raum-214", "schafer"),
        (date(2026, 10, 13), 855, "raum-214", "weiss"),
        (date(2026, 10, 27), 855, "raum-214", TBD),
    ]
    assert "quarter-added" in codes(findings)


def test_german_page_lists_organizers_and_former_ones():
    series, _ = read_seminar(GERMAN)

    assert {p.name: p.roles for p in series.people if p.roles} == {
        "Petra Kühn": (Role(role="organizer"),),
        "Karl Moll": (Role(role="organizer"),),
        "Ida Holm": (Role(role="organizer", ended=True),),
    }


def test_line_for_each_talk_is_taken_apart():
    series, findings = read_seminar(ONE_LINE_EACH)

    assert [(talk.title, talk.speakers, talk.state) for talk in series.talks] == [
        ("Counting sheep", ("ada-brook",), State.CONFIRMED),
        ("Goats and graphs", ("tom-vale",), State.CANCELLED),
        (TBD, ("maya-okafor",), State.CONFIRMED),
    ]
    assert series.recurrence.weekdays == ("1FR",)
    assert [day.date for day in series.days][-1] == date(2027, 1, 8)
    assert {"year-inferred", "date-off-rule"} <= {*codes(findings)}


def test_labels_in_any_order_make_entries():
    conference, _ = read_seminar(LABELS_ONLY)

    assert at(conference) == [
        (date(2026, 10, 5), 975, "hs-3", "brook"),
        (date(2026, 10, 12), 975, "zoom", "vale"),
        (date(2026, 10, 19), TBD, TBD, "okafor"),
    ]
    assert conference.talk("brook").abstract.count("\n\n") == 1
    assert conference.person("maya-okafor").bio == "Maya Okafor keeps goats."
    assert conference.affiliation("goat-college").name == "Goat College"


def test_cells_of_a_table_are_told_by_what_they_hold():
    conference, findings = read_seminar(TABLE)

    assert at(conference) == [
        (date(2026, 3, 3), TBD, "b-101", "brook"),
        (date(2026, 3, 10), TBD, "b-101", "vale"),
        (date(2026, 3, 17), TBD, "zoom", TBD),
    ]
    assert "table-flattened" not in codes(findings)


def test_dates_that_run_backwards_over_new_year_are_put_in_order():
    series, findings = read_seminar(BACKWARDS)

    assert [day.date for day in series.days] == [
        date(2025, 11, 27),
        date(2025, 12, 11),
        date(2026, 1, 8),
    ]
    assert series.recurrence.interval == 2
    assert series.timezone == "Europe/Berlin"
    assert {"year-inferred", "timezone-inferred"} <= {*codes(findings)}


def test_french_page_is_read():
    series, _ = read_seminar(FRENCH)

    assert series.language == "fr"
    assert [talk.title for talk in series.talks] == ["Les moutons", "Les chèvres"]
    assert {item[2] for item in at(series)} == {"salle-12"}


def test_two_talks_of_one_meeting_follow_each_other():
    conference, _ = read_seminar(TWO_IN_ONE)

    assert at(conference)[:2] == [
        (date(2026, 10, 5), 840, TBD, "brook"),
        (date(2026, 10, 5), None, TBD, "vale"),
    ]


def test_name_known_elsewhere_is_told_from_a_title_like_a_name():
    conference, _ = read_seminar(TWO_IN_ONE)

    assert (conference.talks[2].title, conference.talks[2].speakers) == (
        "Random Matrices",
        ("ada-brook",),
    )


def test_names_nobody_knows_are_reported():
    page = "Seminar\n12 October 2026\nRandom Matrices\nAda Brook\n"
    _, findings = read_seminar(page)

    assert "order-inferred" in codes(findings)


def test_flattened_cells_are_split_behind_names_that_come_again():
    conference, findings = read_seminar(FLATTENED)

    assert [(talk.hosts, talk.title) for talk in conference.talks] == [
        (("ida-holm",), "Sheep in motion"),
        (("ida-holm",), "Goats at rest"),
        ((), "Kurt Amsel Wolves and their neighbours"),
    ]
    assert codes(findings).count("cells-split") == 2
    [doubtful] = [finding for finding in findings if finding.code == "cells-ambiguous"]
    assert 'may begin with the name "Kurt Amsel"' in doubtful.message


def test_another_page_that_knows_the_name_splits_its_cell():
    page = "Seminar\n\nOrganizers\n\nKurt Amsel (Wolf Institute)\n"
    conference, findings = read_seminar(FLATTENED, others=[other(page)])

    assert conference.talk("okafor").hosts == ("kurt-amsel",)
    assert "cells-ambiguous" not in codes(findings)


def test_link_by_mail_is_withheld_and_midnight_is_reported():
    conference, findings = read_seminar(AUDIENCE)

    assert conference.title == "Sheep Webinar Series"
    [room] = conference.rooms
    assert (room.name, room.online, room.access) == ("Online", True, Access.MAIL)
    assert at(conference) == [(date(2026, 3, 3), 0, "online", "brook")]
    assert {"noon-ambiguous", "links-lost", "text-of-page"} <= {*codes(findings)}
    assert "Click here to subscribe" in conference.welcome


def test_hostile_page_is_text_and_impossible_dates_are_reported():
    conference, findings = read_seminar(HOSTILE)

    assert codes(findings).count("date-impossible") == 2
    assert [day.date for day in conference.days] == [TBD, TBD]
    assert "{{7*7}} ${HOME}" in conference.talks[0].abstract


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("every fortnight on Mondays at 4 p.m.", ("weekly", 2, ("MO",), 960)),
        ("every other Monday at 16:00", ("weekly", 2, ("MO",), 960)),
        ("every Monday at noon", ("weekly", 1, ("MO",), 720)),
        ("weekly on Mondays and Thursdays, 10:00-11:00", ("weekly", 1, ("MO", "TH"), 600)),
        ("alle zwei Wochen montags um 16 Uhr s.t.", ("weekly", 2, ("MO",), 960)),
        ("jeden zweiten Montag um 16:15 Uhr", ("weekly", 2, ("MO",), 975)),
        ("on the first Monday of the month, 4 pm", ("monthly", 1, ("1MO",), 960)),
        ("am letzten Montag im Monat, 16 Uhr", ("monthly", 1, ("-1MO",), 960)),
        ("chaque lundi à 14h30", ("weekly", 1, ("MO",), 870)),
        ("tutti i lunedì, ogni settimana, ore 15:00", ("weekly", 1, ("MO",), 900)),
        ("todos los lunes a las 15:00", ("weekly", 1, ("MO",), 900)),
        ("elke week op maandag om 15:00", ("weekly", 1, ("MO",), 900)),
    ],
)
def test_rules_in_sentences_are_read(line, expected):
    dates = "5 October 2026\nAda Brook\nOne\n2 November 2026\nTom Vale\nTwo\n"
    page = f"Seminar\n\nThe seminar is held {line}.\n\n{dates}"
    page += "".join(f"{day} October 2026\nAda Brook\nMore\n" for day in (12, 19, 26))
    series, _ = read_seminar(page)

    rule = series.recurrence
    assert (rule.frequency, rule.interval, rule.weekdays, rule.start) == expected


def test_biweekly_is_said_to_mean_two_things():
    page = "Seminar\nWe meet biweekly on Mondays at 16:00.\n5 October 2026\nAda Brook\nOn sheep\n"
    series, findings = read_seminar(page)

    assert series.recurrence.interval == 2
    assert "rule-ambiguous" in codes(findings)


def test_rule_without_dates_or_time_is_incomplete():
    page = "Seminar\n\nWe meet every week on Mondays.\n\nTuesday 6 October 2026\nAda Brook\nSheep\n"
    conference, findings = read_seminar(page)

    assert not isinstance(conference, Series)
    [rule] = [finding for finding in findings if finding.code == "rule-incomplete"]
    assert "at what time nor a date that fits it" in rule.message


def test_rule_that_gives_far_more_dates_than_are_listed_is_not_made():
    page = (
        "Seminar\nWe meet every Monday at 16:00.\n5 January 2026\nAda Brook\nSheep\n"
        "7 December 2026\nTom Vale\nGoats\n"
    )
    conference, findings = read_seminar(page)

    assert not isinstance(conference, Series)
    assert "rule-incomplete" in codes(findings)


YEARLESS = "Seminar\n\nWed 25 Mar\nAda Brook\nOn sheep\n\nWed 22 April\nTom Vale\nOn goats\n"


def test_year_without_evidence_is_ambiguous_with_its_candidates():
    conference, findings = read_seminar(YEARLESS)

    assert [day.date for day in conference.days] == [TBD, TBD]
    assert [day.title for day in conference.days] == ["Wed 25 Mar", "Wed 22 April"]
    messages = [finding.message for finding in findings if finding.code == "date-ambiguous"]
    assert messages[0] == (
        '"Wed 25 Mar" can mean 2015-03-25 (Wednesday) or 2020-03-25 (Wednesday) or 2026-03-25 '
        "(Wednesday) or 2037-03-25 (Wednesday)"
    )


@pytest.mark.parametrize(("words", "year"), [("since 2016", 2020), ("in 2025", 2026)])
def test_newest_year_of_the_page_decides_among_weekdays(words, year):
    conference, _ = read_seminar(f"{YEARLESS}Abstract: We have counted {words}, all of us.\n")

    assert [day.date.year for day in conference.days] == [year, year]


def test_year_is_as_given():
    conference, findings = read_seminar(YEARLESS, year=2027)

    assert [day.date.year for day in conference.days] == [2027, 2027]
    assert codes(findings).count("weekday-mismatch") == 2


def test_year_comes_from_another_page_with_the_talk():
    page = "Seminar\n\n22 April 2020\nTom Vale\nOn goats\n"
    conference, findings = read_seminar(YEARLESS, others=[other(page)])

    assert [day.date.year for day in conference.days] == [2020, 2020]
    [year] = [finding for finding in findings if finding.code == "year-inferred"]
    assert "other.txt has one of the talks with it" in year.message


def test_usual_weekday_is_evidence_where_dates_have_none():
    page = "Seminar\n\nHeld on Wednesdays since 2024.\n\n25 March\nAda Brook\nOn sheep\n"
    conference, _ = read_seminar(page.replace("since 2024", "at noon") + "Abstract: In 2024.\n")

    assert [day.date for day in conference.days] == [date(2026, 3, 25)]


def test_most_weekdays_decide_and_the_other_is_a_mismatch():
    page = (
        "Seminar, started in 2025\n\nWed 25 Mar\nAda Brook\nA\n\nWed 22 April\nTom Vale\nB\n\n"
        "Mon 29 April\nMaya Okafor\nC\n"
    )
    conference, findings = read_seminar(page)

    assert [day.date.year for day in conference.days] == [2026] * 3
    assert [f.message for f in findings if f.code == "weekday-mismatch"] == [
        '"Mon 29 April": 2026-04-29 is a Wednesday'
    ]


def test_numbers_that_can_be_two_dates_stay_open():
    conference, findings = read_seminar("Seminar\n\n3/4/2026\nAda Brook\nOn sheep\n")

    assert [day.date for day in conference.days] == [TBD]
    assert "date-ambiguous" in codes(findings)


def test_times_in_several_zones_are_reported():
    page = "Seminar\n3 March 2026, 4 pm ET\nAda Brook\nA\n10 March 2026, 4 pm PT\nTom Vale\nB\n"
    conference, findings = read_seminar(page)

    assert conference.timezone == "America/New_York"
    assert "timezone-differs" in codes(findings)


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Time zone: Asia/Tokyo", "Asia/Tokyo"),
        ("Time zone: Nowhere", TBD),
        ("Zeitzone: Europe/Zurich", "Europe/Zurich"),
    ],
)
def test_stated_zone_is_taken(zone, name):
    conference, _ = read_seminar(f"Seminar\n{zone}\n3 March 2026, 4 pm\nAda Brook\nOn sheep\n")

    assert conference.timezone == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("12 noon ET", "America/New_York"),
        ("4 pm New York time", "America/New_York"),
        ("16:00 (Europe/Paris)", "Europe/Paris"),
        ("16:00 Berlin time", "Europe/Berlin"),
        ("16:00 heure de Paris", "Europe/Paris"),
        ("16:00 Atlantis time", TBD),
    ],
)
def test_zones_beside_times_are_read(written, name):
    conference, _ = read_seminar(f"Seminar\n\n3 March 2026\n{written}\nAda Brook\nOn sheep\n")

    assert conference.timezone == name


ALPHABET = ["Ash", "Bell", "Cole", "Dunn", "Eads", "Fox", "Gale", "Holt"]


def roster(*names):
    return "\n".join(f"Ann {name} (Lab {name})" for name in names)


def test_list_in_order_is_one_list():
    _, findings = read_seminar(f"Seminar\n\n{roster(*ALPHABET)}\n")

    [unlabelled] = [finding for finding in findings if finding.code == "list-unlabelled"]
    assert "alphabet" not in unlabelled.message
    assert unlabelled.source.line == 3


def test_list_in_no_order_has_no_break():
    _, findings = read_seminar(f"Seminar\n\n{roster(*ALPHABET[::-1])}\n")

    [unlabelled] = [finding for finding in findings if finding.code == "list-unlabelled"]
    assert "alphabet" not in unlabelled.message


def test_list_breaks_where_the_alphabet_begins_again():
    _, findings = read_seminar(f"Seminar\n\n{roster(*ALPHABET[::2], *ALPHABET[1::2])}\n")

    [unlabelled] = [finding for finding in findings if finding.code == "list-unlabelled"]
    assert unlabelled.source.line == 7
    assert "two lists of 4 and 4" in unlabelled.message


def test_list_of_another_page_without_the_people_confirms_nothing():
    page = f"Seminar\n\n{roster(*ALPHABET[::2], *ALPHABET[1::2])}\n"
    _, findings = read_seminar(page, others=[other(f"Seminar\n\nBoard\n\n{roster('Xu', 'Yi')}\n")])

    assert "list-unlabelled" in codes(findings)


def test_cells_that_are_all_the_same_are_split_behind_the_shortest_name():
    first, second = split_cells(["Ann Ash Sheep Seminar", "Ann Ash Sheep Seminar"], ())

    assert (first.names, first.rest, first.sure) == ("Ann Ash", "Sheep Seminar", False)
    assert first == second


def test_series_of_some_talks_is_never_guessed_for_others():
    page = (
        "Calendar of the seminars\nRoom Organizer Seminar Title\n"
        "Ann Ash Sheep SeminarSpeaker: Ada Brook\nAnn Ash Sheep SeminarSpeaker: Tom Vale\n"
        "Bob Bell On wool\nSpeaker: Maya Okafor\nBob Bell On milk\nSpeaker: Nora Lind\n"
    )
    conference, findings = read_seminar(page)

    assert [talk.track for talk in conference.talks] == ["sheep-seminar"] * 2 + [None] * 2
    [unknown] = [finding for finding in findings if finding.code == "series-unknown"]
    assert "Bob Bell (lines 5, 7)" in unknown.message


def test_every_code_that_is_noticed_has_a_meaning():
    from programkit.checking import CODES as MEANINGS  # noqa: PLC0415 - one test needs it

    noticed = {code for text in PAGES.values() for code in codes(read_seminar(text)[1])}
    assert noticed - set(MEANINGS) == set()
    assert set(CODES) <= set(MEANINGS)


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_findings_name_lines_of_the_file(text):
    _, findings = read_seminar(text, "page.txt")

    last = len(text.splitlines())
    assert [f for f in findings if not 1 <= f.source.line <= last] == []


PIECES = st.sampled_from(
    [
        "Seminar", "Wed 25 Mar", "11 May 2026, 16:00 (RA 2504)", "12 noon ET", "Speaker: {0}",
        "Title: {0}", "Abstract: {0}", "Bio: {0}", "Room: {0}", "Host: {0}", "Board", "{0}",
        "Ada {0} (Lab {0})", "Ada {0}", "{0} {0} {0}.", "", "MSB 111", "Zoom", "Next event",
        "We meet every week on Mondays at 4 pm. {0}", "# {0}", "> {0}", "- {0}", "| {0} | {0} |",
        "3 March 2026: {0}", "3 March 2026\t{0}\tAda {0}", "31 Feb 2026", "3/4/2026 {0}",
        "Samuel Brook {0}Speaker: {0}", "{0} Seminar Organizer Title", "Affiliation: {0}",
        "Date: 3 March 2026", "When: {0}", "~~{0}~~", "**{0}**", "Sign up here {0}", "TBA",
        "No seminar ({0})", "Time zone: {0}", "Language: {0}",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14))
def test_every_line_is_used_or_reported(pieces):
    """Each line has a word of its own: it is in the facts, or its line has a finding."""
    words = [f"q{chr(97 + n)}x{chr(97 + n)}zv" for n in range(len(pieces))]
    text = "\n".join(
        piece.format(word.capitalize()) for piece, word in zip(pieces, words, strict=True)
    )
    conference, findings = read_seminar(text)

    facts = json.dumps(conference.model_dump(mode="json"), ensure_ascii=False).lower()
    reported = {finding.source.line for finding in findings}
    messages = " ".join(finding.message for finding in findings).lower()
    lost = [
        (number, piece)
        for number, (piece, word) in enumerate(zip(pieces, words, strict=True), start=1)
        if "{0}" in piece and word not in facts + messages and number not in reported
    ]
    assert lost == []


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_makes_it_fail(text):
    conference, _ = read_seminar(f"Seminar\n{text}")

    assert len(conference.talks) < 200


@given(st.lists(st.sampled_from([*"(){}[]|*_:,;–-.\t\n ", "3 May", "16:00", "Ada Brook", "TBA"])))
def test_no_punctuation_makes_it_fail(parts):
    try:
        read_seminar("".join(["Seminar\n", *parts]))
    except LoadError as error:
        pytest.fail(str(error))


def test_cells_beyond_speaker_and_title_go_before_the_abstract():
    page = "Seminar\n3 March 2026\tAda Brook\tOn sheep\tbring wool\n"
    conference, _ = read_seminar(page)

    assert conference.talks[0].title == "On sheep"
    assert conference.talks[0].abstract == "bring wool"


def test_second_speaker_and_title_are_not_lost():
    page = (
        "Seminar\n3 March 2026: Ada Brook (Sheep Lab), On sheep\nSpeaker: Tom Vale\nTitle: Goats\n"
    )
    conference, _ = read_seminar(page)

    talk = conference.talks[0]
    assert talk.speakers == ("tom-vale",)
    assert talk.title == "Goats"
    assert "Ada Brook (Sheep Lab)" in talk.abstract
    assert "On sheep" in talk.abstract


def test_no_seminar_on_a_line_of_its_own_is_no_talk():
    conference, _ = read_seminar("Seminar\n3 March 2026\nNo seminar (holiday)\n")

    assert conference.talks == ()
    assert [day.title for day in conference.days] == ["No seminar (holiday)"]


def test_no_seminar_with_a_text_is_a_talk():
    page = "Seminar\n3 March 2026\nNo seminar is an island\nAbstract: We count sheep on islands.\n"
    conference, _ = read_seminar(page)

    assert conference.talks[0].title == "No seminar is an island"


def test_room_and_host_where_there_is_no_talk_are_reported():
    page = "Seminar\n3 March 2026: no seminar\nRoom: HS 3\nHost: Ada Brook\n"
    _, findings = read_seminar(page)

    unused = [f.source.line for f in findings if f.code == "line-not-understood"]
    assert unused == [3, 4]


def test_affiliation_and_biography_of_nobody_are_reported():
    page = "Seminar\n3 March 2026\nTitle: On sheep\nAffiliation: Sheep Lab\nBio: Counts.\n"
    _, findings = read_seminar(page)

    unused = [f.source.line for f in findings if f.code == "line-not-understood"]
    assert unused == [4, 5]


def test_second_value_behind_a_label_is_reported():
    page = "Seminar\nTime zone: Asia/Tokyo\nTime zone: Asia/Seoul\n3 March 2026\nRoom: A 1\nRoom: B 2\n"
    conference, findings = read_seminar(page)

    assert conference.timezone == "Asia/Tokyo"
    assert [f.source.line for f in findings if f.code == "line-not-understood"] == [3, 6]


def test_biography_is_of_the_speaker_it_names():
    page = (
        "Seminar\n3 March 2026\nSpeaker: Ada Brook, Tom Vale\nTitle: On sheep\n"
        "Bio: Tom Vale keeps goats.\n\nHe sleeps well.\n"
    )
    conference, _ = read_seminar(page)

    assert conference.person("ada-brook").bio == ""
    assert conference.person("tom-vale").bio == "Tom Vale keeps goats.\n\nHe sleeps well."


def test_sentence_broken_off_in_an_abstract_is_joined_and_reported():
    page = "Seminar\n3 March 2026\nAda Brook\nOn sheep\nAbstract: We count all of the\n\nsheep there are.\n"
    conference, findings = read_seminar(page)

    assert conference.talks[0].abstract == "We count all of the sheep there are."
    assert "paragraph-split" in codes(findings)


def test_time_below_its_date_may_name_the_room():
    conference, _ = read_seminar("Seminar\n3 March 2026\n16:00, HS 3\nAda Brook\nOn sheep\n")

    assert at(conference) == [(date(2026, 3, 3), 960, "hs-3", "brook")]


def test_room_below_its_date_is_the_entry_s():
    conference, _ = read_seminar("Seminar\n3 March 2026\nHS 3\nAda Brook\nOn sheep\nHS 4\n")

    assert at(conference) == [(date(2026, 3, 3), TBD, "hs-3", "brook")]
    assert conference.talks[0].abstract == "HS 4"


def test_dates_that_contradict_every_year_stay_unknown():
    page = "Seminar since 2024\n\nMon 3 March\nAda Brook\nA\n\nMon 4 March\nTom Vale\nB\n\nMon 5 March\nX Y\nC\n"
    conference, findings = read_seminar(page)

    assert [day.date for day in conference.days] == [TBD] * 3
    assert "date-ambiguous" in codes(findings)


def test_host_who_speaks_is_noticed():
    page = "Seminar\n3 March 2026\nSpeaker: Ada Brook\nHost: Ada Brook\nTitle: On sheep\n"
    conference, findings = read_seminar(page)

    assert conference.talks[0].hosts == ("ada-brook",)
    assert "host-speaks" in codes(findings)


def test_facts_that_cannot_be_are_faults():
    page = "Seminar\n29 March 2026, 2:30 am (Europe/Berlin)\nAda Brook\nOn sheep\n"
    with pytest.raises(LoadError, match="02:30 does not exist"):
        read_seminar(page)
