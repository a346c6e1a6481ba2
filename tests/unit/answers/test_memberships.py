"""Tests of what differs about people: the board of a series, and where its members work."""

from datetime import UTC, date, datetime

import pytest

from programkit.answers.memberships import of_people
from programkit.comparing import diff
from programkit.model.people import Affiliation, Person, Role
from programkit.model.program import Program
from small import conference, day

AFFILIATIONS = tuple(
    Affiliation(id=name.lower().replace(" ", "-"), name=name)
    for name in ("UC Berkeley", "Simon Fraser", "NTT")
)


def person(name, *roles, **facts):
    return Person(id=name.lower().replace(" ", "-"), name=name, roles=roles, **facts)


BOARD = Role(role="board")
ENDED = Role(role="board", ended=True)


def page(*people, **facts):
    return conference(people=people, affiliations=AFFILIATIONS, **facts)


def changes(old, new):
    return [(change.kind, change.message) for change in of_people(old, new)]


def test_who_is_a_former_member_has_left():
    assert changes(page(person("Vlaar", BOARD)), page(person("Vlaar", ENDED))) == [
        ("left", "Vlaar, board")
    ]


def test_who_is_gone_has_left():
    assert changes(page(person("Vlaar", BOARD), person("Du", ENDED)), page()) == [
        ("left", "Vlaar, board")
    ]


def test_who_is_new_has_joined():
    assert changes(page(), page(person("Xu", BOARD), person("Ma", ENDED))) == [
        ("joined", "Xu, board")
    ]


def test_other_role_is_left_and_joined():
    assert changes(page(person("Li", BOARD)), page(person("Li", Role(role="organizer")))) == [
        ("left", "Li, board"),
        ("joined", "Li, organizer"),
    ]


def test_changes_are_in_order_of_name_those_who_left_first():
    old = page(person("Vlaar", BOARD), person("Thorpe", BOARD))
    new = page(person("Xu", BOARD), person("Hashimoto", BOARD))

    assert [message for _, message in changes(old, new)] == [
        "Thorpe, board",
        "Vlaar, board",
        "Hashimoto, board",
        "Xu, board",
    ]


def test_affiliation_that_is_another_is_a_change():
    old = page(person("Chen", BOARD, affiliations=("uc-berkeley",)))
    new = page(person("Chen", BOARD, affiliations=("simon-fraser", "ntt")))

    assert changes(old, new) == [("affiliation", "Chen, from UC Berkeley to Simon Fraser and NTT")]


def test_affiliation_that_is_gone_is_a_change():
    old = page(person("Chen", affiliations=("ntt",)))

    assert changes(old, page(person("Chen"))) == [("affiliation", "Chen, from NTT to none")]


def test_who_has_another_id_is_found_by_name():
    old = page(Person(id="chen", name="Wuyang Chen", roles=(BOARD,)))
    new = page(Person(id="wuyang-chen", name="Wuyang  Chen", roles=(BOARD,)))

    assert changes(old, new) == []


def test_namesakes_with_ids_of_their_own_are_kept_apart():
    both = (Person(id="li-1", name="Li", roles=(BOARD,)), Person(id="li-2", name="Li"))

    assert changes(page(*both), page(*both)) == []


@pytest.mark.parametrize("revised", [date(2026, 1, 1), datetime(2026, 1, 1, 8, 0, tzinfo=UTC)])
def test_terms_are_judged_on_the_day_on_which_the_facts_were_revised(revised):
    term = Role(role="board", since=date(2024, 1, 1), until=date(2025, 12, 31))
    old = page(person("Li", term), revised=date(2025, 1, 1))

    assert changes(old, page(person("Li", term), revised=revised)) == [("left", "Li, board")]


def test_terms_are_judged_on_the_last_day_else():
    term = Role(role="board", until=date(2024, 9, 30))
    old = page(person("Li", term))

    assert changes(old, page(person("Li", term), days=(day(date=date(2024, 10, 1)),))) == []
    later = conference(day(date=date(2024, 10, 1)), people=(person("Li", term),))
    assert changes(conference(day(), people=(person("Li", term),)), later) == [
        ("left", "Li, board")
    ]


def test_board_of_two_versions_of_a_page_differs():
    """4 left, 6 joined, and one works elsewhere now."""
    stay = [person(name, BOARD) for name in ("Dong", "Hamzi", "Qianxiao Li")]
    gone = [person(name, BOARD) for name in ("Karambal", "Thorpe", "Vlaar", "Wojtowytsch")]
    new = [
        person(name, BOARD)
        for name in ("Baptista", "Grigoryeva", "Hashimoto", "Lizao Li", "Stepaniants", "Xu")
    ]
    former = [one.replace(roles=(ENDED,)) for one in gone]
    chen = (person("Chen", BOARD, affiliations=("uc-berkeley",)),)
    moved = (person("Chen", BOARD, affiliations=("simon-fraser",)),)

    found = diff(
        Program.of(page(*chen, *stay, *gone)), Program.of(page(*moved, *stay, *new, *former))
    )
    kinds = [change.kind for change in found.changes]

    assert (kinds.count("left"), kinds.count("joined"), kinds.count("affiliation")) == (4, 6, 1)
    assert len(found) == 11
    assert found.messages == ()
