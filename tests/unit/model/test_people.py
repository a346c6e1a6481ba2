"""Tests of people."""

from datetime import date
from functools import partial

import pytest
from pydantic import ValidationError

from programkit.model.people import Alternative, Person, Role, Stay


def test_person_shows_only_what_is_public():
    roles = (Role(role="organizer"),)
    stays = (Stay(affiliation="epfl", until=date(2020, 1, 1)),)
    person = Person(
        id="lu",
        name="Yue M. Lu",
        roles=roles,
        stays=stays,
        email="a@example.org",
        phone="1",
        notes="vegetarian",
        available=({"start": "2024-09-30T08:00Z"},),
        alternatives=(Alternative(field="name", value="Y. Lu"),),
    )

    assert person.public() == Person(id="lu", name="Yue M. Lu", roles=roles, stays=stays)


Y20, Y24 = date(2020, 1, 1), date(2024, 1, 1)


@pytest.mark.parametrize(
    ("term", "on", "current"),
    [
        ({}, None, True),
        ({}, Y20, True),
        ({"ended": True}, None, False),
        ({"ended": True}, Y20, False),
        ({"until": Y20}, None, False),
        ({"until": Y20}, Y20, True),
        ({"until": Y20}, Y24, False),
        ({"until": Y24, "ended": True}, Y20, True),
        ({"since": Y24}, Y20, False),
        ({"since": Y24}, Y24, True),
        ({"since": Y24}, None, True),
    ],
)
def test_role_is_current_within_its_term(term, on, current):
    assert Role(role="board", **term).current(on) is current


@pytest.mark.parametrize(
    ("day", "affiliations"),
    [
        (date(2019, 12, 31), ("now",)),
        (date(2020, 1, 1), ("early", "both")),
        (date(2024, 1, 1), ("early", "both")),
        (date(2024, 1, 2), ("both",)),
        (date(2026, 1, 1), ("now",)),
    ],
)
def test_affiliations_are_those_of_the_day(day, affiliations):
    stays = (
        Stay(affiliation="early", since=Y20, until=Y24),
        Stay(affiliation="both", since=Y20, until=date(2025, 1, 1)),
        Stay(affiliation="both", since=Y20, until=Y24),
        Stay(affiliation="undated"),
    )
    person = Person(id="lu", name="Lu", affiliations=("now",), stays=stays)

    assert person.affiliations_on(day) == affiliations


@pytest.mark.parametrize(
    "make", [partial(Role, role="board"), partial(Stay, affiliation="u")], ids=["role", "stay"]
)
def test_what_ends_before_it_begins_is_refused(make):
    with pytest.raises(ValidationError, match="it is over, on 2020-01-01, before it begins"):
        make(since=date(2024, 1, 1), until=date(2020, 1, 1))
    assert make(since=date(2024, 1, 1), until=date(2024, 1, 1)).until == date(2024, 1, 1)
