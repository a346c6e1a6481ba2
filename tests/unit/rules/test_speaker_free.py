import pytest

from programkit.model.contributions import CoAuthor, State
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import SpeakerFree
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import search
from tiny import clock, found, morning, placed, talk


def test_talks_that_touch_are_fine():
    conference = morning(talk("a", "ada"), talk("b", "ada"))

    assert found(SpeakerFree(), placed(conference, a="s/1", b="p/1")) == []


def test_talks_at_once_clash():
    conference = morning(talk("a", "ada"), talk("b", "ada"))

    assert found(SpeakerFree(), placed(conference, a="s/2", b="p/1")) == [
        ("hard", 0, ("ada", "b", "a"))
    ]


def test_one_of_two_speakers_is_enough():
    conference = morning(talk("a", "bo", "ada"), talk("b", "ada"))

    assert found(SpeakerFree(), placed(conference, a="s/2", b="p/1")) == [
        ("hard", 0, ("ada", "b", "a"))
    ]


def test_two_people_clash_twice():
    conference = morning(talk("a", "ada", "bo"), talk("b", "bo", "ada"))
    rule = SpeakerFree(level="soft", weight=3)

    assert [cost for _, cost, _ in found(rule, placed(conference, a="s/2", b="p/1"))] == [3, 3]


def test_different_people_may_speak_at_once():
    conference = morning(talk("a", "ada"), talk("b", "bo"))

    assert found(SpeakerFree(), placed(conference, a="s/2", b="p/1")) == []


def test_cancelled_talk_does_not_occupy_its_speaker():
    conference = morning(talk("a", "ada"), talk("b", "ada", state=State.CANCELLED))

    assert found(SpeakerFree(), placed(conference, a="s/2", b="p/1")) == []


def test_two_parts_at_once_clash_though_nobody_is_named():
    conference = morning(talk("a", parts=2))
    places = (Placement(talk="a", slots=("s/2",)), Placement(talk="a", slots=("p/1",), part=2))

    assert found(SpeakerFree(), Program(conference=conference, placements=places)) == [
        ("hard", 0, ("a",))
    ]


def test_talk_that_overruns_its_slot_keeps_its_speaker():
    conference = morning(talk("a", "ada", minutes=40), talk("b", "ada"))

    assert found(SpeakerFree(), placed(conference, a="s/1", b="p/1")) == [
        ("hard", 0, ("ada", "a", "b"))
    ]


def test_talk_off_the_grid_occupies_its_speaker():
    conference = morning(talk("a", "ada"), talk("b", "ada"))
    loose = Placement(talk="a", start=clock(9, 45), minutes=30)
    slot = Placement(talk="b", slots=("p/1",))

    assert found(SpeakerFree(), Program(conference=conference, placements=(loose, slot))) == [
        ("hard", 0, ("ada", "b", "a"))
    ]


def test_message_names_both_talks_and_times():
    conference = morning(talk("a", "ada", minutes=40), talk("b", "ada"))
    (finding,) = SpeakerFree().check(placed(conference, a="s/1", b="p/1"))

    assert finding.message == (
        'Ada is in two places at once: talk "a" (A) Wed 1 May 09:00 and talk "b" (B) Wed 1 May 09:30'
    )


def test_co_author_may_be_elsewhere_unless_told_otherwise():
    conference = morning(talk("a", "ada"), talk("b", "bo", coauthors=(CoAuthor(person="ada"),)))
    program = placed(conference, a="s/2", b="p/1")

    assert found(SpeakerFree(), program) == []
    assert found(SpeakerFree(coauthors=True), program) == [("hard", 0, ("ada", "b", "a"))]


@pytest.mark.parametrize(("second", "cost"), [("p/1", 5), ("s/3", 0)])
def test_parts_of_a_talk_at_one_time_cost_the_solver_what_they_do(second, cost):
    rule = SpeakerFree(level="soft", weight=5)
    facts = morning(talk("a", "ada", parts=2))
    parts = (Placement(talk="a", slots=("s/2",)), Placement(talk="a", slots=(second,), part=2))
    program = Program(conference=facts, placements=parts)
    decisions = Decisions(facts)
    decisions.fix(program)
    rule.post(decisions)
    outcome = search(decisions, Limits(effort=5, workers=1))

    assert outcome.cost == cost == sum(finding.cost for finding in rule.check(program))
