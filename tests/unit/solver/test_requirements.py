import pytest

from programkit.model.contributions import At
from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES, TalkPlacedOnce
from programkit.solver import requirements as module
from programkit.solver.requirements import Requirements
from tiny import attic_session, morning, talk

EVERY_TALK = (TalkPlacedOnce(level="hard"), *DEFAULT_RULES[1:])


def of(*talks, rules=EVERY_TALK, **facts):
    return Requirements(morning(*talks, **facts), rules)


def named(guards):
    return [(guard.rule.code, guard.about) for guard in guards]


def test_what_a_program_is_cannot_be_left_out():
    found = of(talk("a"), talk("b"), items=(attic_session(),))

    assert named(found.guards) == [("talk-placed", ("a",)), ("talk-placed", ("b",))]
    assert found.ask(found.guards).clash


def test_requirements_that_can_hold_together_have_a_program():
    found = of(talk("a"), talk("b"))
    answer = found.ask(found.guards)

    assert (answer.status, answer.core, answer.missed) == (Status.OPTIMAL, (), ())
    assert sorted(p.talk for p in answer.program.placements) == ["a", "b"]


def test_those_to_blame_are_named_and_others_not():
    at = (At(place="p/1"),)
    found = of(talk("a", at=at), talk("b", at=at), talk("c"), rules=DEFAULT_RULES)

    assert named(found.ask(found.guards).core) == [
        ("pinned", ("a", "p/1")),
        ("pinned", ("b", "p/1")),
    ]


def test_what_was_not_asked_for_may_be_missed():
    found = of(talk("a"), talk("b"), items=(attic_session(),))
    one, other = found.guards
    answer = found.ask([one], least=-1 * other.literal)

    assert named(answer.missed) == [("talk-placed", ("b",))]


def test_more_may_be_asked_for_besides():
    found = of(talk("a"), talk("b"))
    few = found.no_more_than(1, [*found.decisions.slot("s/1"), *found.decisions.slot("s/2")])
    none = found.no_more_slots_than(0, ["s/3", "p/1"])

    assert not found.ask(found.guards, also=[few]).clash
    assert not found.ask(found.guards, also=[none]).clash
    assert found.ask(found.guards, also=[few, none]).clash


def test_question_does_not_change_the_next_one():
    found = of(talk("a"))
    found.ask(found.guards, least=found.decisions.slot("s/1")[0])

    assert [found.ask(()).status, found.ask(found.guards).status] == [Status.OPTIMAL] * 2


def test_what_is_forced_holds_besides():
    conference = morning(talk("a", at=(At(place="s/1"),)))
    found = Requirements(
        conference, DEFAULT_RULES, force=lambda decisions: decisions.must(decisions.slot("s/2"))
    )

    assert named(found.ask(found.guards).core) == [("pinned", ("a", "s/1"))]


def test_unanswered_question_is_unknown(monkeypatch):
    monkeypatch.setattr(module, "_EFFORT", 1e-12)
    monkeypatch.setattr(module, "_PER_VARIABLE", 0)
    found = of(talk("a"), talk("b", "ada"), talk("c", "ada"))
    answer = found.ask(found.guards)

    assert (answer.status, answer.program, answer.clash) == (Status.UNKNOWN, None, False)


def test_interrupted_question_is_no_answer(monkeypatch):
    monkeypatch.setattr(module, "run", lambda *_: (0, True))
    found = of(talk("a"))

    with pytest.raises(KeyboardInterrupt):
        found.ask(found.guards)
