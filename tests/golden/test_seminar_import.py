"""The real pages of three seminars, read as the seeds have them."""

from datetime import date

import pytest

import programkit as pk
from programkit.files.readers import READERS
from programkit.files.readers.seminars import SeminarReader
from programkit.importing import import_into, read
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.people import Role
from programkit.model.recurrence import RuleException
from programkit.model.series import Series
from programkit.model.venue import Access

PAGES = {
    "one-world-2026": "000_036c49f4f387df02.txt",
    "one-world-2024": "001_346c7d755e80e00e.txt",
    "department": "002_284517d28de53f23.txt",
    "twente": "004_f6b4e759639bdda2.txt",
}
BOOKLET = "003_defcf751eea584e2.txt"


@pytest.fixture(scope="module")
def seeds(shared):
    folder = shared / "seeds"
    missing = [name for name in PAGES.values() if not (folder / name).exists()]
    if missing:
        pytest.skip(f"the seeds of the seminars are absent: {', '.join(missing)}")
    return folder


@pytest.fixture(scope="module")
def reading_of(seeds):
    readings = {name: SeminarReader().read(seeds / file) for name, file in PAGES.items()}
    return readings.__getitem__


def noticed(findings):
    """The codes with their lines, sorted by line."""
    found = [(finding.code, finding.source.line) for finding in findings]
    return sorted(found, key=lambda one: (one[1], one[0]))


def places(conference):
    """For each day its date, and room, start and talk of its sessions."""
    return [
        (day.date, *[(item.room, item.slots[0].start, item.slots[0].talk) for item in day.items])
        for day in conference.days
    ]


def title_of(talk):
    return talk.title if talk.title is TBD else talk.title.split()[0]


def test_pages_are_recognized_and_the_booklet_is_not(seeds):
    def reader_of(file):
        path = seeds / file
        head = path.read_bytes()[:4096]
        return next(reader.name for reader in READERS if reader.recognizes(path, head))

    assert [reader_of(file) for file in PAGES.values()] == ["seminars"] * 4
    assert reader_of(BOOKLET) == "markdown"


def test_one_world_2026_has_two_talks_at_the_time_of_the_sentence(reading_of):
    conference, _ = reading_of("one-world-2026")

    assert type(conference) is Conference
    assert conference.title == "One World Seminar Series on the Mathematics of Machine Learning"
    assert (conference.timezone, conference.hours) == ("America/New_York", 12)
    assert places(conference) == [
        (date(2026, 3, 25), ("zoom", 720, "biroli")),
        (date(2026, 4, 22), ("zoom", 720, "wenzel")),
    ]
    assert [(talk.speakers, title_of(talk)) for talk in conference.talks] == [
        (("giulio-biroli",), "Why"),
        (("tizian-wenzel",), "On"),
    ]


def test_one_world_2026_joins_on_zoom_and_gives_the_link_before_the_talk(reading_of):
    conference, _ = reading_of("one-world-2026")

    [room] = conference.rooms
    assert (room.id, room.online, room.physical, room.access) == (
        "zoom",
        True,
        False,
        Access.BEFORE,
    )
    assert room.how_to_join.startswith("The invitation to future seminars will be shared")


def test_one_world_2026_keeps_abstracts_apart_from_the_text_of_the_page(reading_of):
    conference, _ = reading_of("one-world-2026")

    assert [talk.abstract.count("\n\n") for talk in conference.talks] == [0, 1]
    assert [talk.abstract.rstrip(".").split()[-1] for talk in conference.talks] == [
        "Mézard",
        "decades",
    ]
    assert "(9:00pm Pacific)" in conference.welcome
    assert "Sign up here to join our mailing list" in conference.welcome


def test_one_world_2026_lists_twenty_people_without_a_role(reading_of):
    conference, _ = reading_of("one-world-2026")

    listed = conference.people[2:]
    assert len(listed) == 20
    assert {person.roles for person in listed} == {()}
    assert [len(person.affiliations) for person in listed] == [1] * 20
    assert [p.id for p in listed][9:11] == ["zhiqin-xu", "simon-shaolei-du"]


def test_one_world_2026_findings_are_these(reading_of):
    _, findings = reading_of("one-world-2026")

    assert noticed(findings) == [
        ("title-of-sentence", 1),
        ("link-missing", 3),
        ("noon-ambiguous", 3),
        ("room-inferred", 3),
        ("rule-incomplete", 3),
        ("time-inferred", 3),
        ("timezone-inferred", 3),
        ("links-lost", 4),
        ("length-missing", 5),
        ("year-inferred", 5),
        ("text-of-page", 14),
        ("list-unlabelled", 25),
    ]


def test_one_world_2026_year_has_its_evidence(reading_of):
    _, findings = reading_of("one-world-2026")

    [year] = [finding for finding in findings if finding.code == "year-inferred"]
    assert '2026 was taken: the page names 2025 ("NeurIPS 2025", line 8)' in year.message


def test_one_world_2026_names_what_its_rule_lacks_and_a_candidate(reading_of):
    _, findings = reading_of("one-world-2026")

    [rule] = [finding for finding in findings if finding.code == "rule-incomplete"]
    assert "does not say how often it meets" in rule.message
    assert "weekdays: [WE], start: 12:00" in rule.remedy


def test_page_of_2024_confirms_where_the_list_of_2026_breaks(seeds):
    conference, findings = SeminarReader([seeds / PAGES["one-world-2024"]]).read(
        seeds / PAGES["one-world-2026"]
    )

    listed = conference.people[2:]
    assert [person.roles for person in listed] == [(Role(role="board"),)] * 10 + [
        (Role(role="board", ended=True),)
    ] * 10
    assert [line for code, line in noticed(findings) if code == "list-confirmed"] == [25]
    assert "list-unlabelled" not in dict(noticed(findings))


def test_page_of_2024_shows_who_moved(seeds):
    _, findings = SeminarReader([seeds / PAGES["one-world-2024"]]).read(
        seeds / PAGES["one-world-2026"]
    )

    moved = [f.message for f in findings if f.code == "affiliation-changed"]
    assert [message.partition(" in /")[0] for message in moved] == [
        "Wuyang Chen: Simon Fraser University here, UC Berkeley"
    ]


def test_one_world_2024_has_one_talk_of_an_unknown_speaker(reading_of):
    conference, _ = reading_of("one-world-2024")

    assert conference.title == "One World Seminar Series on the Mathematics of Machine Learning"
    assert places(conference) == [
        (date(2024, 5, 29), ("zoom", 720, "on-the-hardness-of-learning-under-symmetries"))
    ]
    [talk] = conference.talks
    assert talk.speakers is TBD
    assert conference.timezone == "America/New_York"


def test_one_world_2024_has_a_board_and_former_members(reading_of):
    conference, _ = reading_of("one-world-2024")

    assert [person.roles for person in conference.people] == [(Role(role="board"),)] * 8 + [
        (Role(role="board", ended=True),)
    ] * 6


def test_one_world_2024_findings_are_these(reading_of):
    _, findings = reading_of("one-world-2024")

    assert noticed(findings) == [
        ("title-joined", 1),
        ("length-missing", 13),
        ("timezone-inferred", 13),
        ("year-inferred", 13),
        ("links-lost", 23),
        ("link-missing", 29),
        ("room-inferred", 29),
        ("rule-incomplete", 29),
    ]


def test_department_has_nine_entries_in_their_order(reading_of):
    conference, _ = reading_of("department")

    assert type(conference) is Conference
    assert places(conference) == [
        (TBD, ("zoom", TBD, "pidstrigach")),
        (TBD, ("msb-111", TBD, "marzuola")),
        (TBD, ("zoom", TBD, "qu")),
        (TBD, ("msb-110", TBD, "king")),
        (TBD, (TBD, TBD, "wang")),
        (TBD, ("msb-111", TBD, "datchev")),
        (TBD, ("msb-110", TBD, "duff")),
        (TBD, (TBD, TBD, "he")),
        (TBD, (TBD, TBD, "kamb")),
    ]


def test_department_titles_are_told_from_organizers(reading_of):
    conference, _ = reading_of("department")

    assert [(talk.hosts, title_of(talk)) for talk in conference.talks] == [
        ((), "Fine-tuning"),
        (("samuel-walsh",), "Recent"),
        ((), "Harnessing"),
        (("timothy-duff", "dan-edidin"), "Interpretable,"),
        (("zhengchao-wan",), TBD),
        (("samuel-walsh",), TBD),
        (("timothy-duff", "dan-edidin"), "Lagrangian"),
        ((), "Diffusion"),
        (("zhengchao-wan",), TBD),
    ]
    assert conference.talk("duff").speakers == ("timothy-duff",)


def test_department_names_the_series_of_two_talks_only(reading_of):
    conference, findings = reading_of("department")

    [track] = conference.tracks
    assert (track.name, track.chairs) == ("Geometry & Topology Seminar", ("zhengchao-wan",))
    assert [talk.id for talk in conference.talks if talk.track] == ["wang", "kamb"]
    [unknown] = [finding for finding in findings if finding.code == "series-unknown"]
    assert unknown.message == (
        "7 of 9 talks do not say of which series they are; by who organizes them they would be: "
        "nobody named (lines 4, 26, 59); Samuel Walsh (lines 15, 46); "
        "Timothy Duff and Dan Edidin (lines 38, 53)"
    )


def test_department_has_texts_and_biographies_where_the_page_has(reading_of):
    conference, _ = reading_of("department")

    assert [talk.id for talk in conference.talks if talk.abstract is TBD] == [
        "wang",
        "datchev",
        "kamb",
    ]
    assert {p.id: len(p.bio.split()) for p in conference.people if p.bio} == {
        "jakiw-pidstrigach": 46,
        "qing-qu": 214,
    }


def test_department_people_have_the_affiliations_printed(reading_of):
    conference, _ = reading_of("department")

    assert {p.id: p.affiliations for p in conference.people if p.affiliations} == {
        "jeremey-marzuola": ("unc",),
        "qing-qu": ("university-of-michigan",),
        "emily-j-king": ("colorado-state",),
        "binxu-wang": ("harvard",),
        "kiril-datchev": ("purdue",),
        "ye-he": ("georgia-tech",),
        "mason-kamb": ("stanford",),
    }


def test_department_findings_are_these(reading_of):
    _, findings = reading_of("department")

    assert noticed(findings) == [
        ("navigation-left-out", 1),
        ("no-title", 1),
        ("timezone-missing", 1),
        ("table-flattened", 2),
        ("dates-missing", 4),
        ("length-missing", 4),
        ("link-missing", 4),
        ("series-unknown", 15),
        ("cells-split", 16),
        ("cells-split", 39),
        ("cells-glued", 44),
        ("cells-split", 44),
        ("series-as-title", 44),
        ("cells-split", 47),
        ("cells-split", 54),
        ("host-speaks", 58),
        ("cells-glued", 68),
        ("cells-split", 68),
        ("series-as-title", 68),
    ]


def test_twente_is_a_series_every_other_monday(reading_of):
    series, _ = reading_of("twente")

    rule = series.recurrence
    assert type(series) is Series
    assert (rule.first, rule.until) == (date(2026, 5, 11), date(2026, 6, 15))
    assert (rule.frequency, rule.interval, rule.weekdays) == ("weekly", 2, ("MO",))
    assert rule.start == 16 * 60
    assert rule.exceptions == (RuleException(date=date(2026, 5, 25)),)


def test_twente_has_the_dates_and_rooms_that_are_listed_and_no_others(reading_of):
    series, _ = reading_of("twente")

    assert series.all_days == series.days
    assert places(series) == [
        (date(2026, 5, 11), ("ra-2504", 16 * 60, "jacobs")),
        (date(2026, 5, 18), ("cr-2k", 11 * 60, "donderwinkel")),
        (date(2026, 5, 28), ("ra-2503", 16 * 60, "kim")),
        (date(2026, 6, 8), ("ra-2504", 15 * 60 + 15, "kassing")),
        (date(2026, 6, 15), ("ra-2502", 16 * 60, "derumigny")),
    ]
    assert {(room.online, room.physical, room.how_to_join) for room in series.rooms} == {
        (True, True, "Teams")
    }


def test_twente_titles_are_unknown_but_for_one(reading_of):
    series, _ = reading_of("twente")

    assert [talk.title is TBD for talk in series.talks] == [False, True, True, True, True]
    assert [talk.abstract is TBD for talk in series.talks] == [False, True, True, True, True]
    assert [affiliation.name for affiliation in series.affiliations] == [
        "CISPA",
        "RUG",
        "Seoul National University",
        "Bergische Universität Wuppertal",
        "TU Delft",
    ]


def test_twente_findings_are_these(reading_of):
    _, findings = reading_of("twente")

    assert noticed(findings) == [
        ("hosts-inferred", 1),
        ("timezone-missing", 1),
        ("link-missing", 4),
        ("room-inferred", 4),
        ("rule-inferred", 4),
        ("length-missing", 6),
        ("date-off-rule", 10),
        ("date-off-rule", 13),
        ("month-case", 16),
        ("date-off-rule", 19),
    ]


def test_twente_dates_off_the_rule_are_named(reading_of):
    _, findings = reading_of("twente")

    assert [f.message for f in findings if f.code == "date-off-rule"] == [
        "Monday, 18 May 2026 is no date of the rule in line 4",
        (
            "Thursday, 28 May 2026 is no date of the rule in line 4; it gives Monday, 25 May 2026, "
            "on which the page lists nothing"
        ),
        "Monday, 15 June 2026 is no date of the rule in line 4",
    ]


def test_twente_dates_off_the_rule_are_said_once_of_the_project(seeds, tmp_path):
    import_into(seeds / PAGES["twente"], tmp_path)

    about_dates = [f for f in pk.check(pk.load(tmp_path)) if "rule" in f.code and "date" in f.code]
    assert [(f.code, f.about) for f in about_dates] == [
        ("date-off-rule", ("2026-05-18",)),
        ("date-off-rule", ("2026-05-28",)),
        ("date-off-rule", ("2026-06-15",)),
    ]
    assert "which is Pentecost Monday" in about_dates[1].message
    assert all(f.source.file.endswith("conference.yaml") for f in about_dates)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_imported_loads_as_it_was_read(name, seeds, tmp_path):
    import_into(seeds / PAGES[name], tmp_path / "project")

    conference, _ = read(seeds / PAGES[name])
    assert pk.load(tmp_path / "project").model_dump() == conference.model_dump()
    assert pk.check(pk.load(tmp_path / "project")).hard == ()


@pytest.mark.parametrize("name", ["department", "twente"])
def test_what_is_imported_builds(name, seeds, tmp_path):
    conference, _ = read(seeds / PAGES[name])

    built = pk.build(pk.Program.of(conference), tmp_path)

    assert {path.name for path in built.paths} >= {"booklet.pdf", "index.html", "program.ics"}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_written_as_a_page_is_read_as_it_was(name, reading_of, tmp_path):
    conference, _ = reading_of(name)
    path = tmp_path / "page.md"

    pk.write(pk.Program.of(conference), "markdown", path)

    again, _ = read(path)
    own = {"hours"}
    assert type(again) is type(conference)
    assert again.model_dump(exclude=own) == conference.model_dump(exclude=own)


@pytest.mark.parametrize("name", PAGES)
def test_second_import_changes_nothing(name, seeds, tmp_path):
    import_into(seeds / PAGES[name], tmp_path / "project")

    again = import_into(seeds / PAGES[name], tmp_path / "project", update=True)

    assert (again.written, again.differences) == ((), ())
