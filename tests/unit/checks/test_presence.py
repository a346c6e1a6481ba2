"""Tests of who is listed without a part, and what has a part and should not."""

import pytest

from programkit.checks.presence import Presence
from programkit.model.contributions import Poster, State, Track
from programkit.model.people import Role
from small import one_day, people, session, slot, talks

WITHDRAWN = {"state": State.WITHDRAWN}


def found(*items, **facts):
    return [(f.code, f.message) for f in Presence().check(one_day(*items, **facts))]


def test_person_without_a_part_is_reported():
    assert found(people=people("Yue M. Lu")) == [
        ("person-unused", 'Yue M. Lu ("lu") has no talk, poster, session or role')
    ]


@pytest.mark.parametrize(
    "facts",
    [
        {"talks": talks("k", speakers=("lu",))},
        {"talks": talks("k", speakers=("lu",), state=State.CANCELLED)},
        {"talks": talks("k", coauthors=({"person": "lu"},))},
        {"posters": (Poster(id="p", speakers=("lu",)),)},
        {"tracks": (Track(id="t", name="T", chairs=("lu",)),)},
        {"people": people("Lu", roles=(Role(role="organizer"),))},
    ],
)
def test_person_with_a_part_is_accepted(facts):
    assert found(**{"people": people("Lu"), **facts}) == []


def test_speaker_without_a_talk_is_reported():
    who = people("Lu", roles=(Role(role="speaker"),))

    assert [code for code, _ in found(people=who)] == ["person-unused"]


def test_chair_has_a_part():
    items = session(chairs=("lu",)), session(chairs="TBD")

    assert found(*items, people=people("Lu")) == []


def test_withdrawn_talk_in_slots_is_reported_once_for_each_session():
    items = session(slot("8:30", "k"), slot("9:00", "k"), slot("9:30", "l"), slot("10:00"))

    assert found(items, talks=talks("k", **WITHDRAWN) + talks("l")) == [
        (
            "withdrawn-listed",
            'talk "k" (K) is withdrawn and still is listed in session "2024-09-30/1"',
        )
    ]


def test_withdrawn_talk_in_packed_session_is_reported():
    items = session(packed=True, talks=("k",))

    assert [code for code, _ in found(items, talks=talks("k", **WITHDRAWN))] == ["withdrawn-listed"]


def test_withdrawn_talk_that_says_its_place_is_reported():
    facts = talks("k", at=({"place": "2024-09-30/1"},), **WITHDRAWN)

    assert found(session(slot()), talks=facts) == [
        ("withdrawn-listed", 'talk "k" (K) is withdrawn and still says where it is given')
    ]


def test_withdrawn_talk_without_place_is_accepted():
    assert found(session(slot()), talks=talks("k", **WITHDRAWN)) == []


def test_host_has_a_part():
    facts = one_day(people=people("Ada Lovelace"), talks=talks("k", hosts=("lovelace",)))

    assert [finding.code for finding in Presence().check(facts)] == []
