import pytest

import planted
from programkit.answers import possible
from programkit.errors import SolveError
from programkit.explaining import explain
from programkit.model.contributions import At, State
from programkit.model.days import Session
from programkit.model.people import Person
from programkit.model.result import RuleCost, Status
from programkit.rules import DEFAULT_RULES, Times
from programkit.rules.binding import bind
from programkit.solver.limits import Limits
from programkit.solver.requirements import Requirements
from programkit.solving import solve
from tiny import attic_session, between, clock, hall_session, morning, placed, talk

LATE = (Person(id="ada", name="Ada", available=(between(clock(10), None),)),)


def said(report):
    return [(finding.level.value, finding.message) for finding in report]


def ways(report):
    return [(way.cost, way.steps) for way in report.ways_out]


def fixed(name, place, *speakers):
    return talk(name, *speakers, at=(At(place=place),))


def test_conference_that_can_be_solved_has_nothing_to_explain():
    report = explain(morning(talk("a")))

    assert said(report) == [("note", "a program exists; it costs 0")]
    assert str(report) == "a program exists; it costs 0"


def test_pins_that_clash_are_named_and_either_may_move():
    conference = morning(fixed("a", "s/1"), fixed("b", "s/1"), items=(hall_session(),))

    assert sorted(said(explain(conference))) == [
        (
            "hard",
            "a program is impossible: the following cannot hold together (no smaller set clashes)",
        ),
        ("hard", 'talk "a" (A) is fixed in slot s/1 Wed 1 May 09:00'),
        ("hard", 'talk "b" (B) is fixed in slot s/1 Wed 1 May 09:00'),
        ("note", 'for 10: let talk "a" (A) move'),
        ("note", 'for 10: let talk "b" (B) move'),
    ]


def test_answer_is_told_in_lines():
    report = explain(morning(fixed("a", "s/1", "ada"), people=LATE))

    assert str(report).splitlines() == [
        "a program is impossible",
        "these cannot hold together (no smaller set clashes):",
        "  Ada is available only from Wed 1 May 10:00 [speaker-available]",
        '  talk "a" (A) is fixed in slot s/1 Wed 1 May 09:00 [pinned]',
        "ways out, the cheapest first, each tried:",
        '    10  let talk "a" (A) move',
        "    40  ask Ada to be there Wed 1 May 09:00–09:30",
    ]


def test_talk_cannot_be_where_its_speaker_is_not_available():
    report = explain(morning(talk("a", "ada"), people=LATE), talk="a", at="s/1")

    assert said(report) == [
        (
            "hard",
            (
                'placing talk "a" at s/1 is impossible: the following cannot hold together '
                "(no smaller set clashes)"
            ),
        ),
        ("hard", "Ada is available only from Wed 1 May 10:00"),
        ("note", "for 40: ask Ada to be there Wed 1 May 09:00–09:30"),
    ]


def test_talk_that_can_be_there_for_nothing():
    assert said(explain(morning(talk("a")), talk="a", at="s/1")) == [
        ("note", 'placing talk "a" at s/1 is possible and costs nothing more')
    ]


def test_talk_that_can_be_placed_at_a_price():
    items = (hall_session(slots=hall_session().slots[:1]),)
    conference = morning(talk("a"), talk("b"), items=items)
    rules = (DEFAULT_RULES[0].replace(talks=("b",), weight=50), *DEFAULT_RULES)
    rules = (rules[0], rules[1].beside([rules[0]]), *rules[2:])
    report = explain(conference, talk="b", rules=rules)

    assert said(report) == [
        ("note", 'placing talk "b" is possible but costs 950 more'),
        ("soft", 'talk "a" (A) has no place'),
    ]
    assert report.extra == (RuleCost(code="talk-placed", cost=950),)


def test_talk_longer_than_any_place_is_explained():
    report = explain(morning(talk("a", minutes=600)), talk="a")

    assert [finding.code for finding in report] == ["impossible", "talk-fits", "way-out"]
    assert ways(report) == [(50, ('shorten talk "a" (A), or make a longer place for it',))]


def test_place_that_holds_no_talks_is_no_place():
    panel = Session(id="panel", room="hall", start=11 * 60, minutes=30)
    report = explain(morning(talk("a"), items=(attic_session(), panel)), talk="a", at="panel")

    assert said(report) == [
        (
            "hard",
            'placing talk "a" at panel is impossible: nothing is there that could hold it',
        )
    ]
    assert str(report).splitlines()[1:] == ["  nothing is there that could hold it"]


def test_talk_is_placed_at_a_time():
    report = explain(morning(talk("a", "ada"), people=LATE), talk="a", at="2030-05-01T10:00")

    assert report.hard == ()


def test_in_a_program_as_little_as_possible_would_move():
    conference = morning(talk("a", "ada"), talk("b", "bo"), items=(hall_session(),))
    report = explain(placed(conference, a="s/1", b="s/3"), talk="a", at="s/3")

    assert said(report) == [
        ("note", 'placing talk "a" at s/3 is possible and costs nothing more'),
        ("note", report.findings[1].message),
        ("note", report.findings[2].message),
    ]
    assert [(change.kind, change.about) for change in report.changes.changes] == [
        ("moved", "b"),
        ("moved", "a"),
    ]
    assert [message.name for message in report.changes.messages] == ["Ada", "Bo"]
    assert str(report).splitlines()[1] == "what would change:"


def test_in_a_program_it_may_cost_more_or_less():
    conference = morning(talk("a"), items=(hall_session(),))
    rules = (*DEFAULT_RULES, Times(talks=("a",), avoid=("9:00-9:30",), weight=7))
    early, late = placed(conference, a="s/1"), placed(conference, a="s/3")
    dearer, cheaper = (
        explain(early, talk="a", at="s/3", rules=rules),
        explain(late, talk="a", at="s/1", rules=rules),
    )

    assert dearer.findings[0].message == 'placing talk "a" at s/3 is possible and costs 7 less'
    assert cheaper.findings[0].message == 'placing talk "a" at s/1 is possible but costs 7 more'
    assert cheaper.extra == (RuleCost(code="times", cost=7),)
    assert str(cheaper).splitlines()[1] == "  times: +7"


def test_three_reasons_are_all_named_and_each_is_irreducible():
    conference = planted.planted(40, seed=3)
    report = explain(conference)

    assert sorted(sorted(f.code for f in reason.requirements) for reason in report.reasons) == [
        ["order", "pinned", "pinned"],
        ["pinned", "speaker-available"],
        ["speaker-available", "speaker-free", *["talk-placed"] * 4],
    ]
    assert {(reason.irreducible, reason.smallest) for reason in report.reasons} == {(True, True)}
    assert all(len(way.steps) == 3 for way in report.ways_out)
    assert [way.cost for way in report.ways_out] == sorted(way.cost for way in report.ways_out)


def test_each_planted_reason_clashes_alone_and_without_a_member_does_not():
    conference = planted.planted(40)
    reasons = explain(conference).reasons
    requirements = Requirements(conference, bind(conference, DEFAULT_RULES))
    known = {(g.rule.code, g.about): g for g in requirements.guards}
    sets = [[known[f.code, f.about] for f in reason.requirements] for reason in reasons]

    for guards in sets:
        assert requirements.ask(guards).clash
        for left_out in guards:
            rest = [guard for guard in guards if guard is not left_out]
            assert requirements.ask(rest).program is not None
    for one in sets[0]:
        for other in sets[1]:
            for third in sets[2]:
                left = requirements.without([one, other, third])
                assert requirements.ask(left).program is not None


@pytest.mark.parametrize("reasons", [0, 1, 2])
def test_no_more_reasons_are_named_than_there_are(reasons):
    assert len(explain(planted.planted(20, reasons=reasons)).reasons) == reasons


def test_without_a_program_solve_names_all_reasons():
    result = solve(planted.planted(20))

    assert [finding.code for finding in result.reasons].count("pinned") == 3


def test_reasons_are_found_even_where_there_was_no_time_to_search():
    result = solve(planted.planted(20, reasons=1), time_limit=0)

    assert [finding.code for finding in result.reasons] == ["speaker-available", "pinned"]
    assert result.status is Status.INFEASIBLE
    assert solve(morning(talk("a")), time_limit=0).reasons == ()


def test_what_is_neither_found_nor_disproved_is_said(monkeypatch):
    monkeypatch.setattr(possible, "_LIMITS", Limits(effort=1e-9, workers=1, seconds=0))
    conference = morning(talk("a"))

    assert said(explain(conference)) == [
        ("note", "nothing clashes so far, and no program was found")
    ]
    for what in (conference, placed(conference, a="s/2")):
        assert said(explain(what, talk="a", at="s/1")) == [
            ("note", 'placing talk "a" at s/1 was neither found nor disproved')
        ]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"talk": "aa"}, 'no talk "aa"'),
        ({"talk": "a", "at": "s/9"}, 'no slot, session or time "s/9"; did you mean'),
        ({"at": "s/1"}, "say which talk"),
        ({"talk": "gone"}, 'talk "gone" is withdrawn'),
    ],
)
def test_question_about_what_is_not_there_is_refused(asked, message):
    conference = morning(talk("a"), talk("gone", state=State.WITHDRAWN))

    with pytest.raises(SolveError, match=message):
        explain(conference, **asked)
