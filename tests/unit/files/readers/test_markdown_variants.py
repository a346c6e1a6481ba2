"""Single lines and small parts of booklets, each in another manner."""

import pytest

from programkit.files.readers.markdown import read_booklet
from programkit.files.readers.markdown.clocks import leading_clock
from programkit.files.readers.markdown.content import from_one_text
from programkit.files.readers.markdown.heads import session_head
from programkit.files.readers.markdown.people import Named, looks_like_name, people_in
from programkit.model.base import TBD

HEAD = "# T\n\n3 June 2024\n\n## Agenda\n\n"


def talks_of(rows, rest=""):
    conference, findings = read_booklet(f"{HEAD}{rows}\n\n{rest}")
    return conference, [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("line", "start", "end", "rest"),
    [
        ("8:30 Title", 510, None, "Title"),
        ("**6:30 pm** Title", 1110, None, "Title"),
        ("12:20 pm\tTitle\tName", 740, None, "Title\tName"),
        ("8.30 Uhr Titel", 510, None, "Titel"),
        ("16h30 Titre", 990, None, "Titre"),
        ("[9:00] Title", 540, None, "Title"),
        ("9:00: Title", 540, None, "Title"),
        ("9–10:30 Title", 540, 630, "Title"),
        ("11:30 – 1:15 pm Title", 690, 795, "Title"),
        ("12 noon Lunch", 720, None, "Lunch"),
        ("12:00 noon Lunch", 720, None, "Lunch"),
        ("25:30 Last bus", 1530, None, "Last bus"),
    ],
)
def test_leading_clock_is_taken_off(line, start, end, rest):
    found = leading_clock(line)
    assert (found.start, found.end, found.rest) == (start, end, rest)


@pytest.mark.parametrize(
    "line",
    ["3 ways to fail", "8:75 x", "2.0 and beyond", "10:00–10:00 x", "50:00 x", "1984", "9:00am9"],
)
def test_other_lines_begin_with_no_time(line):
    assert leading_clock(line) is None


@pytest.mark.parametrize(
    ("text", "title", "speakers"),
    [
        ("On sheep (Ada Brook)", "On sheep", "Ada Brook"),
        ("Ada Brook: On sheep", "On sheep", "Ada Brook"),
        ("On sheep – and why – Ada Brook", "On sheep – and why", "Ada Brook"),
        ("**Ada Brook** On sheep", "On sheep", "Ada Brook"),
        ("On sheep, **Ada Brook**", "On sheep", "**Ada Brook**"),
        ("On sheep, Ada Brook", "On sheep", "Ada Brook"),
        ("On sheep (and goats)", "On sheep (and goats)", ""),
        ("On sheep – Ada Brook (Sheep Lab)", "On sheep", "Ada Brook (Sheep Lab)"),
        ("TBD, Ada Brook", "TBD", "Ada Brook"),
        ("TBD, Ada Brook, Tom Vale", "TBD", "Ada Brook, Tom Vale"),
        ("TBD, perhaps something on sheep", "TBD, perhaps something on sheep", ""),
    ],
)
def test_title_and_speaker_in_one_text_are_told_apart(text, title, speakers):
    found = from_one_text(text)
    assert (found.title, found.speakers) == (title, speakers)


def test_room_in_one_text_is_told_apart():
    found = from_one_text("On sheep (Ada Brook), Room 12")
    assert (found.title, found.speakers, found.room) == ("On sheep", "Ada Brook", "Room 12")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Brook", [("Ada Brook", ())]),
        ("Ada Brook and Tom Vale", [("Ada Brook", ()), ("Tom Vale", ())]),
        ("Ada Brook (Sheep Lab; EPFL)", [("Ada Brook", ("Sheep Lab", "EPFL"))]),
        ("Ada Brook — CNRS / ENS / IOB", [("Ada Brook", ("CNRS / ENS / IOB",))]),
        ("Ada Brook, Sheep Institute, Bath", [("Ada Brook", ("Sheep Institute, Bath",))]),
        ("Ada Brook (A1), Tom Vale (B2)", [("Ada Brook", ("A1",)), ("Tom Vale", ("B2",))]),
        (
            "**Ada Brook** (A1) and **Tom Vale** — B2",
            [("Ada Brook", ("A1",)), ("Tom Vale", ("B2",))],
        ),
        ("TBD", []),
    ],
)
def test_people_are_read_with_affiliations(text, people):
    assert people_in(text) == tuple(Named(name, where) for name, where in people)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rava da Silveira", True),
        ("Yue M. Lu", True),
        ("Prof. Eric Vanden-Eijnden", True),
        ("Deep Learning Theory", False),
        ("Lunch Break", False),
        ("University of Basel", False),
        ("On sheep", False),
        ("Plato", False),
    ],
)
def test_names_are_told_from_titles(text, expected):
    assert looks_like_name(text) is expected


def test_end_in_a_column_of_its_own_is_read():
    conference, _ = talks_of("9:00\t9:40\tOn sheep\tAda Brook\n1:00\t1:40\tOn goats\tTom Vale")
    slots = conference.timetable.slots.values()
    assert [slot.interval.minutes for slot in slots] == [40, 40]


def test_speaker_column_is_found_by_its_names():
    conference, _ = talks_of("9:00\tAda Brook\tOn sheep\n10:00\tTom Vale\tOn goats")
    assert [talk.title for talk in conference.talks] == ["On sheep", "On goats"]


def test_column_without_meaning_is_reported():
    _, codes = talks_of("9:00\tOn sheep\tAda Brook\tx7\n10:00\tOn goats\tTom Vale\tx8")
    assert codes.count("column-not-understood") == 2


def test_talk_that_comes_again_has_two_parts():
    rows = "9:00\tOn sheep\tAda Brook\n10:00\tCoffee\t\n11:00\tOn sheep\tAda Brook"
    conference, codes = talks_of(rows)
    assert [(talk.id, talk.parts) for talk in conference.talks] == [("brook", 2)]
    assert "talk-twice" in codes


def test_talk_in_two_rows_in_a_row_is_one():
    conference, codes = talks_of("9:00\tOn sheep\tAda Brook\n10:00\tOn sheep\tAda Brook")
    assert [(talk.id, talk.parts) for talk in conference.talks] == [("brook", 1)]
    assert "talk-twice" not in codes


def test_title_of_the_abstract_fills_an_unknown_one():
    rest = "## Abstracts\n\n9:00 **Ada Brook**\n\n### On sheep\n\nSheep are many.\n"
    conference, codes = talks_of("9:00\tTBA\tAda Brook", rest)
    assert conference.talk("brook").title == "On sheep"
    assert "title-from-abstract" in codes


def test_speaker_of_the_abstract_fills_an_unknown_one():
    rest = "## Abstracts\n\n9:00 **Ada Brook** — Sheep Lab\n\n### On sheep\n\nSheep are many.\n"
    conference, _ = talks_of("9:00\tOn sheep\tTBA", rest)
    assert conference.talks[0].speakers == ("ada-brook",)


def test_time_that_differs_is_reported():
    rest = "## Abstracts\n\n9:30 **Ada Brook**\n\n### On sheep\n\nSheep are many.\n"
    _, codes = talks_of("9:00\tOn sheep\tAda Brook", rest)
    assert "time-differs" in codes


def test_affiliation_that_differs_keeps_both():
    rest = "## Abstracts\n\n9:00 **Ada Brook** — Goat Lab\n\n### On sheep\n\nSheep are many.\n"
    conference, codes = talks_of("9:00 On sheep (Ada Brook, Sheep Institute)", rest)
    alternatives = conference.person("ada-brook").alternatives
    assert [(a.field, a.value) for a in alternatives] == [("affiliations", "Goat Lab")]
    assert "affiliation-differs" in codes


def test_labels_describe_an_entry():
    rest = (
        "## Abstracts\n\nSpeaker: Ada Brook\n\nAffiliation: Sheep Lab\n\nTitle: On sheep\n\n"
        "Abstract: Sheep are many.\n\nSpeaker: Tom Vale\n\nTitle: On goats\n\nAbstract: TBA\n"
    )
    rows = "9:00\tOn sheep\tAda Brook\n10:00\tOn goats\tTom Vale"
    conference, _ = talks_of(rows, rest)
    assert conference.talk("brook").abstract == "Sheep are many."
    assert conference.talk("vale").abstract is TBD
    assert conference.person("ada-brook").affiliations == ("sheep-lab",)


def test_second_abstract_of_a_talk_is_kept_as_alternative():
    entry = "9:00 **Ada Brook**\n\n### On sheep\n\n{}\n\n"
    rest = "## Abstracts\n\n" + entry.format("Sheep are many.") + entry.format("Sheep are few.")
    conference, _ = talks_of("9:00\tOn sheep\tAda Brook", rest)
    talk = conference.talk("brook")
    assert talk.abstract == "Sheep are many."
    assert [(a.field, a.value) for a in talk.alternatives] == [("abstract", "Sheep are few.")]


def test_labels_of_the_cover_are_read():
    text = (
        "# T\n\nSubtitle: And more\n\nDate: 3 June 2024\n\nWeb: https://example.org\n\n"
        "Hosted by: Sheep Lab\n\nSponsor: Wool Ltd\n\nContact: Ada Brook, ada@example.org\n\n"
        "Chair: Nobody\n\nWelcome to all of you who came here to listen to sheep.\n"
    )
    conference, findings = read_booklet(text)
    assert (conference.subtitle, conference.url) == ("And more", "https://example.org")
    assert str(conference.start) == "2024-06-03"
    assert [o.name for o in (*conference.hosts, *conference.sponsors)] == ["Sheep Lab", "Wool Ltd"]
    assert [(c.name, c.email) for c in conference.contacts] == [("Ada Brook", "ada@example.org")]
    assert conference.welcome.startswith("Welcome to all")
    assert [f.code for f in findings] == ["timezone-missing", "line-not-understood"]


def test_second_place_is_an_alternative():
    conference, findings = read_booklet("# T\n\nPlace: Bath\n\nVenue: Wells\n")
    assert conference.place == "Bath"
    assert [(a.field, a.value) for a in conference.alternatives] == [("place", "Wells")]
    assert "duplicate-cover" in [f.code for f in findings]


def test_underlined_headings_are_headings():
    text = (
        "Small Talks\n===========\n\n3 June 2024\n\nProgram\n-------\n\n9:00 On sheep (Ada Brook)\n"
    )
    conference, _ = read_booklet(text)
    assert conference.title == "Small Talks"
    assert [talk.title for talk in conference.talks] == ["On sheep"]


def test_title_in_the_first_line_of_a_paragraph_is_taken_off():
    rest = "## Abstracts\n\n9:00 **Ada Brook**\n\nOn sheep  \nSheep are many, and goats are few.\n"
    conference, _ = talks_of("9:00\tTBD\tAda Brook", rest)
    assert conference.talk("brook").title == "On sheep"
    assert conference.talk("brook").abstract == "Sheep are many, and goats are few."


def test_heading_inside_an_abstract_stays_in_it():
    body = "Sheep.\n\n#### Part two\n\nMore sheep."
    rest = f"## Abstracts\n\n9:00 **Ada Brook**\n\n### On sheep\n\n{body}\n"
    conference, _ = talks_of("9:00\tOn sheep\tAda Brook", rest)
    assert conference.talk("brook").abstract == body


def test_night_after_the_day_is_read():
    conference, _ = talks_of("11:00 pm\tParty\t\n12:30 am\tOn owls\tAda Brook")
    slot = next(iter(conference.timetable.slots.values()))
    assert f"{slot.interval.start:%Y-%m-%d %H:%M}" == "2024-06-04 00:30"


ROW = "**Thursday, 12 March 2026**\n\n9:00 On sheep (Ada Brook)\n"


@pytest.mark.parametrize(
    ("line", "start", "end", "place"),
    [
        ("Bonn, 12. – 13. März 2026", "2026-03-12", "2026-03-13", "Bonn"),
        ("Bonn, 12 March 2026", "2026-03-12", "2026-03-12", "Bonn"),
        ("11.03.2026 bis 12.03.2026", "2026-03-11", "2026-03-12", ""),
        ("March 11-12, 2026, Bath, England", "2026-03-11", "2026-03-12", "Bath, England"),
        ("Bath (England) | 11–12 March 2026", "2026-03-11", "2026-03-12", "Bath (England)"),
        ("12 March 2026", "2026-03-12", "2026-03-12", ""),
    ],
)
def test_dates_on_the_cover_are_read_beside_a_place(line, start, end, place):
    conference, _ = read_booklet(f"# T\n\n{line}\n\n{ROW}")
    assert (str(conference.start), str(conference.end)) == (start, end)
    assert conference.place == place
    assert conference.hosts == ()
    assert [str(day.date) for day in conference.days] == ["2026-03-12"]


def test_line_with_a_year_and_no_date_is_no_place():
    conference, findings = read_booklet(f"# T\n\nPrinted in Bath, 2026\n\n{ROW}")
    assert (conference.place, conference.start) == ("", None)
    assert "hosts-inferred" in [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("heading", "codes"),
    [("Day 1 (Thursday)", []), ("Day 1 (Friday)", ["weekday-mismatch"])],
)
def test_weekday_of_a_numbered_day_is_no_title(heading, codes):
    text = f"# T\n\n12–13 March 2026\n\n## {heading}\n\n9:00 On sheep (Ada Brook)\n"
    conference, findings = read_booklet(text)
    [day] = conference.days
    assert (str(day.date), day.title) == ("2026-03-12", "")
    assert [f.code for f in findings if f.code == "weekday-mismatch"] == codes


def test_title_in_parentheses_behind_a_date_stays():
    conference, _ = read_booklet("# T\n\n## 12 March 2026 (Sheep)\n\n9:00 On sheep (Ada Brook)\n")
    assert conference.days[0].title == "Sheep"


@pytest.mark.parametrize(
    ("text", "title", "speakers"),
    [
        ('Ada Brook, "On sheep"', '"On sheep"', "Ada Brook"),
        ('On "sheep" and "goats"', 'On "sheep" and "goats"', ""),
        ("Jean-Luc d'Arcy, CNRS : Le vent", "Le vent", "Jean-Luc d'Arcy, CNRS"),
        ("Zoé Martin, EPFL : À définir", "À définir", "Zoé Martin, EPFL"),
        ("*A. B. Vale & C. Brook* (Bath) – TBA", "TBA", "*A. B. Vale & C. Brook* (Bath)"),
        ("TBA – Ada Brook", "TBA", "Ada Brook"),
        ("On sheep – TBA", "On sheep", "TBA"),
    ],
)
def test_title_that_is_quoted_or_unknown_is_told_from_the_speaker(text, title, speakers):
    found = from_one_text(text)
    assert (found.title, found.speakers) == (title, speakers)


def test_chair_in_parentheses_is_the_chair_of_a_session():
    conference, _ = talks_of("9:00 On sheep (Ada Brook)\n10:00 Discussion (chair: Tom Vale)")
    assert [session.chairs for session in conference.days[0].items] == [(), ("tom-vale",)]
    assert conference.talk("discussion").speakers is TBD


def test_chair_of_a_break_is_reported():
    _, codes = talks_of("9:00 On sheep (Ada Brook)\n10:00 Lunch (chair: Tom Vale)")
    assert "column-not-understood" in codes


def test_names_beside_a_stroke_are_two_people():
    conference, _ = talks_of("9:00\tOn sheep\tAda Brook / Tom Vale (BOKU Wien)")
    assert conference.talk("brook").speakers == ("ada-brook", "tom-vale")


def test_speaker_in_the_line_below_a_row_is_read():
    conference, codes = talks_of("9:00\tOn sheep\n\tAda Brook (LFI)\n10:00\tOn goats\tTom Vale")
    assert conference.talk("on-sheep").speakers == ("ada-brook",)
    assert "abstract-in-agenda" not in codes


def test_text_below_a_row_is_its_abstract_and_reported():
    conference, codes = talks_of('9:00 On sheep (Ada Brook)\nGONE: 10:00 "On goats"')
    assert conference.talk("brook").abstract == 'GONE: 10:00 "On goats"'
    assert "abstract-in-agenda" in codes


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("Sheep", ("Sheep", "", "")),
        ("Sheep — Room 2 — Chair: Ada Brook", ("Sheep", "Room 2", "Ada Brook")),
        ("Sheep (Chair: Ada Brook, Bath)", ("Sheep", "", "Ada Brook, Bath")),
        ("Sheep, Hall B", ("Sheep", "Hall B", "")),
        ("Sheep; room: Old Barn", ("Sheep", "Old Barn", "")),
        ("Sheep – Room acoustics", ("Sheep – Room acoustics", "", "")),
        ("Room 1 – Room 2", ("Room 1", "Room 2", "")),
    ],
)
def test_heading_of_a_session_names_room_and_chair(heading, head):
    assert session_head(heading) == head


def test_room_of_one_heading_is_not_that_of_the_next():
    rows = "### A — Room 1\n\n9:00 On sheep (Ada Brook)\n\n### B\n\n10:00 On goats (Tom Vale)"
    conference, _ = talks_of(rows)
    assert [(s.title, s.room) for s in conference.days[0].items] == [("A", "room-1"), ("B", TBD)]


def test_heading_above_a_day_is_none_of_its_sessions():
    rows = "### All in the barn\n\n## 3 June 2024\n\n9:00 On sheep (Ada Brook)"
    conference, codes = talks_of(rows)
    assert [session.title for session in conference.days[0].items] == [""]
    assert "line-not-understood" in codes


SHEEP = "9:00\tOn sheep\tAda Brook\n10:00\tOn goats\tTom Vale"


def entries_of(rest, rows=SHEEP):
    conference, codes = talks_of(rows, f"## Abstracts\n\n{rest}")
    return [(talk.title, talk.abstract) for talk in conference.talks], codes


@pytest.mark.parametrize(
    "head",
    [
        "9:00 Ada Brook: On sheep",
        "9:00 On sheep (Ada Brook)",
        "9:00\tOn sheep",
        "**Ada Brook**\n\nOn sheep",
        "On sheep\n\n**Ada Brook**",
        "On sheep\n\nAda Brook",
        "### On sheep\n\n*Ada Brook (Bath)*",
        "Title: On sheep\nSpeaker: Ada Brook",
    ],
)
def test_abstract_is_found_by_its_head(head):
    found, codes = entries_of(f"{head}\n\nSheep are many, and that is all.\n")
    assert found == [("On sheep", "Sheep are many, and that is all."), ("On goats", TBD)]
    assert codes == ["timezone-missing", "open-end"]


def test_name_inside_a_sentence_begins_no_abstract():
    found, _ = entries_of(
        "9:00 **Ada Brook**\n\n### On sheep\n\nSheep are many, says\nTom Vale\nand others.\n"
    )
    assert found[0] == ("On sheep", "Sheep are many, says\nTom Vale\nand others.")


def test_time_inside_an_abstract_begins_none():
    found, _ = entries_of(
        "9:00 **Ada Brook**\n\n### On sheep\n\nSheep rise early, at\n9:30 or so, and eat.\n"
    )
    assert found[0] == ("On sheep", "Sheep rise early, at\n9:30 or so, and eat.")


def test_speaker_below_a_title_that_the_agenda_lacks_is_read():
    rest = "### On cows\n\nEva Hill (Bath)\n\nCows are large, and that is all.\n"
    conference, codes = talks_of(SHEEP, f"## Abstracts\n\n{rest}")
    assert conference.talk("hill").abstract == "Cows are large, and that is all."
    assert "abstract-without-talk" in codes


def test_prose_before_the_first_abstract_is_reported():
    found, codes = entries_of("All of these were refereed.\n\n9:00 **Ada Brook**\n\nSheep are.\n")
    assert found[0] == ("On sheep", "Sheep are.")
    assert "line-not-understood" in codes


def test_short_line_below_a_row_is_reported():
    conference, codes = talks_of("9:00 On sheep (Ada Brook)\nwith pictures")
    assert conference.talk("brook").abstract is TBD
    assert "line-not-understood" in codes


def test_days_come_again_above_their_abstracts():
    text = (
        "# T\n\n3–4 June 2024\n\n## Day 1\n\n9:00 On sheep (Ada Brook)\n\n## Day 2\n\n"
        "9:00 On goats (Tom Vale)\n\n## Day 2\n\n9:00 **Tom Vale**\n\n### On goats\n\nGoats are.\n"
    )
    conference, _ = read_booklet(text)
    assert [str(day.date) for day in conference.days] == ["2024-06-03", "2024-06-04"]
    assert conference.talk("vale").abstract == "Goats are."


def test_day_in_the_heading_of_a_part_is_read():
    text = (
        "# T\n\n## Program – 3 June 2024\n\n9:00 On sheep (Ada Brook)\n\n"
        "## Abstracts – 3 June 2024\n\n9:00 **Ada Brook**\n\nSheep are.\n"
    )
    conference, _ = read_booklet(text)
    assert [str(day.date) for day in conference.days] == ["2024-06-03"]
    assert conference.talk("brook").abstract == "Sheep are."


def test_abstracts_may_begin_without_saying_so():
    prose = "Sheep are many. " * 8
    conference, codes = talks_of(f"{SHEEP}\n\n**On sheep**\n\nAda Brook\n\n{prose}")
    assert conference.talk("brook").abstract == prose.strip()
    assert "abstract-in-agenda" not in codes


def test_cover_says_what_it_does_not_understand():
    text = (
        "# T\n\n## And more\n\n## Third\n\n- one\n\nhttps://example.org\n\nTitle: U\n\n1/2/2024\n"
    )
    conference, findings = read_booklet(text)
    assert (conference.title, conference.subtitle) == ("T", "And more")
    assert conference.url == "https://example.org"
    assert [(a.field, a.value) for a in conference.alternatives] == [("title", "U")]
    assert [(f.code, f.source.line) for f in findings] == [
        ("timezone-missing", 1),
        ("line-not-understood", 5),
        ("line-not-understood", 7),
        ("duplicate-cover", 11),
        ("date-ambiguous", 13),
    ]


def test_text_without_a_title_is_reported():
    conference, findings = read_booklet("## Program\n\n9:00 On sheep (Ada Brook)\n")
    assert conference.title == ""
    assert "no-title" in [finding.code for finding in findings]


@pytest.mark.parametrize("label", ["Zona horaria", "Fuseau horaire", "Zeitzone", "Time zone"])
def test_time_zone_is_read_in_several_languages(label):
    conference, _ = read_booklet(f"# T\n\n{label}: Europe/Madrid\n")
    assert conference.timezone == "Europe/Madrid"
