"""Tests of people."""

from programkit.model.people import Alternative, Person, Role


def test_person_shows_only_what_is_public():
    roles = (Role(role="organizer"),)
    person = Person(
        id="lu",
        name="Yue M. Lu",
        roles=roles,
        email="a@example.org",
        phone="1",
        notes="vegetarian",
        available=({"start": "2024-09-30T08:00Z"},),
        alternatives=(Alternative(field="name", value="Y. Lu"),),
    )

    assert person.public() == Person(id="lu", name="Yue M. Lu", roles=roles)
