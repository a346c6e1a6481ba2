import pytest
from pydantic import ValidationError

from programkit.errors import LoadError
from programkit.model.conference import Requirement
from programkit.model.contributions import At
from programkit.model.program import Program
from programkit.rules import SessionKinds
from programkit.rules.binding import bind
from tiny import attic_session, clock, found, hall_session, morning, placed, talk

ITEMS = (hall_session(), attic_session(kind="workshop"))
ONLY = SessionKinds(talks="kind:tutorial", only="workshop")


def given(rule=ONLY, **places):
    conference = morning(talk("a", kind="tutorial"), talk("b"), items=ITEMS)
    return found(rule, placed(conference, **places))


def test_talk_in_a_session_of_its_kind_is_fine():
    assert given(a="p/1", b="s/1") == []


def test_talk_in_a_session_of_another_kind_is_found():
    assert given(a="s/1", b="s/2") == [("hard", 0, ("a", "s"))]


def test_talk_may_have_to_stay_out_of_a_kind():
    rule = SessionKinds(talks="kind:talk", avoid=("workshop",), level="soft", weight=2)

    assert given(rule, b="p/1") == [("soft", 2, ("b", "p"))]
    assert given(rule, b="s/1") == []


def test_talk_in_no_session_does_not_matter():
    loose = talk("a", kind="tutorial", at=(At(start=clock(20), room="hall"),))

    assert found(ONLY, Program.of(morning(loose, items=ITEMS))) == []


def test_it_must_say_which_kinds():
    with pytest.raises(ValidationError, match="say in sessions of which kinds"):
        SessionKinds(talks="all")


def test_kind_of_no_session_is_a_fault():
    requirement = Requirement(rule="session-kinds", given={"for": "all", "only": "workshops"})
    conference = morning(talk("a"), items=ITEMS, requirements=(requirement,))

    with pytest.raises(LoadError, match=r'names kind of session "workshops".*mean "workshop"'):
        bind(conference, ())


def test_message_says_which_kinds():
    conference = morning(talk("a", kind="tutorial"), items=ITEMS)
    (finding,) = ONLY.check(placed(conference, a="s/1"))

    assert finding.message == (
        'talk "a" (A) Wed 1 May 09:00 is in a session of kind session, only workshop'
    )
