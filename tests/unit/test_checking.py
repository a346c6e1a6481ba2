"""Tests of ``check``: facts, texts, rules, and what was noticed while reading, as one report."""

from typing import ClassVar

import pytest

from programkit.checking import CODES, MEANINGS, check
from programkit.checks import CODES as CHECK_CODES
from programkit.errors import LoadError
from programkit.model.findings import Finding, Level
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.model.venue import Contact, Room
from programkit.rules import RULES, TalkPlacedOnce
from rovinj import rovinj
from small import conference, one_day, people, session, slot, talks

ROOM = (Room(id="a", name="A"),)
FACTS = one_day(
    session(slot("8:30", "k", minutes=30), slot(minutes=30)),
    talks=talks("k", "l"),
    contacts=(Contact(name="Office"),),
    rooms=ROOM,
)
READ = Finding(code="year-inferred", level=Level.NOTE, message="2024 comes from the cover")


def told(report):
    return [(f.code, f.level.value, f.about) for f in report]


def placed(facts=FACTS, **more):
    both = [Placement(talk=t, slots=(f"2024-09-30/1/{n}",)) for n, t in ((1, "k"), (2, "l"))]
    return Program(conference=facts, placements=tuple(both), **more)


class Says:
    """A check that says what it is told."""

    codes: ClassVar = {}

    def __init__(self, *findings):
        self.findings = findings

    def check(self, _):
        yield from self.findings


def test_finished_program_has_no_findings():
    assert list(check(placed())) == []


def test_open_talk_of_conference_is_a_note():
    (finding,) = check(FACTS)

    assert (finding.code, finding.level, finding.about) == ("talk-placed", Level.NOTE, ("l",))
    assert (finding.cost, finding.remedy) == (0, "solve will look for a place")


def test_open_talk_of_program_costs():
    report = check(Program.of(FACTS))

    assert (told(report), report.cost) == ([("talk-placed", "soft", ("l",))], 1000)


def test_other_faults_of_conference_keep_their_level():
    facts = FACTS.replace(talks=talks("k", at=({"place": "2024-09-30/1/2"},)))

    assert told(check(facts)) == [("talk-placed", "hard", ("k",))]


def test_part_without_a_place_is_a_note():
    (finding,) = check(FACTS.replace(talks=talks("k", parts=2)))

    assert (finding.code, finding.level) == ("talk-placed", Level.NOTE)


def test_talk_is_judged_where_a_requirement_pins_it():
    pin = {"rule": "pinned", "given": {"talk": "l", "at": "2024-09-30/1/2"}}
    facts = FACTS.replace(requirements=(pin,))

    assert told(check(facts)) == []
    assert told(check(Program.of(facts)))[0] == ("pinned", "hard", ("l", "2024-09-30/1/2"))


def test_rule_about_talk_without_a_place_is_a_note():
    pin = {"rule": "pinned", "given": {"talk": "l", "at": "2024-09-30/1/2", "level": "soft"}}
    facts = FACTS.replace(requirements=(pin,))

    assert told(check(facts)) == [
        ("pinned", "note", ("l", "2024-09-30/1/2")),
        ("talk-placed", "note", ("l",)),
    ]


def test_rules_and_checks_may_be_given():
    rules = (TalkPlacedOnce(level=Level.HARD),)

    assert told(check(Program.of(FACTS), rules=rules, checks=())) == [
        ("talk-placed", "hard", ("l",))
    ]
    assert told(check(Program.of(FACTS), rules=(), checks=())) == []


def test_requirements_of_the_facts_are_rules():
    facts = FACTS.replace(requirements=({"rule": "talk-placed", "given": {"weight": 7}},))

    assert check(Program.of(facts)).cost == 7


def test_requirement_that_is_no_rule_is_refused():
    with pytest.raises(LoadError, match='"talk-plased" is no rule'):
        check(FACTS.replace(requirements=({"rule": "talk-plased"},)))


def test_findings_of_reading_are_repeated():
    stale = READ.replace(code="program-stale")
    program = placed(FACTS.replace(findings=(READ,)), findings=(stale,))

    assert list(check(program)) == [stale, READ]


def test_finding_of_reading_is_not_reported_again():
    known = Finding(code="title-tbd", level=Level.SOFT, message="as read", about=("k",))
    more = known.replace(message="as checked", about=("k", "l"))
    other_thing = known.replace(message="as checked", about=("l",))
    other_code = more.replace(code="abstract-missing")
    facts = placed(FACTS.replace(findings=(known,)))

    report = check(facts, checks=(Says(more, other_thing, other_code),))
    assert list(report) == [other_code, known, other_thing]


def test_finding_of_reading_about_nothing_hides_only_its_like():
    known = Finding(code="room-missing", level=Level.NOTE, message="as read")
    more = known.replace(about=("k",))
    facts = placed(FACTS.replace(findings=(known,)))

    assert list(check(facts, checks=(Says(known, more),))) == [known, more]


@pytest.mark.parametrize(
    ("decision", "missing"),
    [
        ({}, ["chaired", "room-missing", "time-missing"]),
        ({"room": "b"}, ["chaired", "time-missing"]),
        ({"chairs": ("lu",)}, ["room-missing", "time-missing"]),
        ({"room": "b", "chairs": ("lu",), "start": "2024-09-30T08:00Z"}, []),
    ],
)
def test_decision_answers_what_the_facts_leave_open(decision, missing):
    loose = session(chairs="TBD", minutes=30)
    facts = one_day(
        sessions=(loose,),
        people=people("Lu", roles=({"role": "organizer"},)),
        contacts=FACTS.contacts,
        rooms=(*ROOM, Room(id="b", name="B")),
    )
    program = Program(
        conference=facts, sessions=(SessionDecision(session="session-1", **decision),)
    )

    assert [finding.code for finding in check(program)] == missing


def test_findings_are_sorted_hardest_first_then_by_code_and_thing():
    hard = Finding(code="z", level=Level.HARD, message="m")
    soft = Finding(code="b", level=Level.SOFT, message="m", about=("2",))
    first = soft.replace(about=("1",))
    note = Finding(code="a", level=Level.NOTE, message="m")

    report = check(placed(), checks=(Says(note, soft, hard, first),))
    assert list(report) == [hard, first, soft, note]


def ignoring(*entries):
    given = [{"reason": "we know", **entry} for entry in entries]
    return FACTS.replace(ignore=given, talks=talks("k", "l", title="TBD"))


def ignored(*entries):
    return {f.about: f.ignored for f in check(placed(ignoring(*entries))) if f.code == "title-tbd"}


def test_finding_is_accepted_by_code_and_thing():
    assert ignored({"code": "title-tbd", "about": "k"}) == {("k",): "we know", ("l",): ""}


def test_every_finding_of_a_code_is_accepted():
    assert ignored({"code": "title-tbd"}) == {("k",): "we know", ("l",): "we know"}


def test_first_reason_is_given():
    entries = {"code": "title-tbd", "about": "k", "reason": "first"}, {"code": "title-tbd"}

    assert ignored(*entries) == {("k",): "first", ("l",): "we know"}


def unused(*entries):
    return [
        (f.message, f.remedy, f.about)
        for f in check(placed(ignoring(*entries)))
        if f.code == "ignore-unused"
    ]


def test_acceptance_that_is_used_is_not_reported():
    assert unused({"code": "title-tbd", "about": "k"}) == []


def test_acceptance_that_is_not_used_is_reported():
    assert unused({"code": "title-tbd", "about": "x"}, {"code": "talk-fits"}) == [
        ('ignore: accepts "talk-fits", and there is no such finding', "drop it", ()),
        ('ignore: accepts "title-tbd" about "x", and there is no such finding', "drop it", ("x",)),
    ]


def test_acceptance_of_mistyped_code_gets_a_suggestion():
    assert unused({"code": "titel-tbd"}) == [
        (
            'ignore: accepts "titel-tbd", and there is no such finding',
            'did you mean "title-tbd"?',
            (),
        )
    ]


def test_accepted_hard_finding_does_not_stop_a_script():
    facts = conference(
        talks=talks("k", minutes=90),
        days=(one_day(session(slot("8:30", minutes=30))).days),
        ignore=({"code": "talk-too-long", "reason": "we will cut it"},),
    )

    assert [f.ignored for f in check(facts) if f.code == "talk-too-long"] == ["we will cut it"]
    assert check(facts).hard == ()


def test_codes_are_those_of_checks_readers_and_rules():
    assert set(CHECK_CODES) < set(CODES)
    assert {rule.code for rule in RULES} == set(MEANINGS) - set(CODES)


@pytest.mark.parametrize("code", MEANINGS)
def test_meaning_is_one_sentence(code):
    assert MEANINGS[code].endswith(".")
    assert "\n" not in MEANINGS[code]


def test_rovinj_is_checked():
    report = check(rovinj())
    counts = {code: sum(f.code == code for f in report) for code in {f.code for f in report}}

    assert counts == {
        "abstract-missing": 3,
        "affiliation-missing": 1,
        "break-uneven": 1,
        "contact-missing": 1,
        "day-without-end": 1,
        "open-end": 2,
        "room-missing": 1,
        "stretch-without-break": 1,
        "title-tbd": 3,
    }
