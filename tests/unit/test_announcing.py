"""The verb: what it hands on, and that words of every language fill its messages."""

import pytest
from tests.announced import NOW, WHOLE, program

import programkit as pk
from programkit.text.words import LANGUAGES


def test_it_is_public():
    found = pk.announce(program(*WHOLE), now=NOW)

    assert isinstance(found, pk.Announcement)
    assert {type(draft) for draft in pk.owed(program(*WHOLE), now=NOW, days=60)} == {pk.Draft}
    assert found.subject == (
        "Seminar on Counting, Mon, 11 May: Ana Horvat: Counting ships for n ≤ 10"
    )


@pytest.mark.parametrize("zone", ["Sydney", "Australia/Sydney"])
def test_zones_are_cities_or_names(zone):
    found = pk.announce(program(*WHOLE), now=NOW, zones=[zone])

    assert "  Sydney: 00:00 (next day, Tue, 12 May)\n" in found.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_announces_and_asks(language):
    made = program(*WHOLE)
    kinds = ("announcement", "reminder", "cancellation")
    told = [pk.announce(made, now=NOW, kind=kind, language=language).text for kind in kinds]
    [draft] = pk.owed(made, now=NOW, days=60, language=language)

    assert len({*told, draft.text}) == 4
    assert not any(mark in text for text in (*told, draft.text) for mark in "{}")
    assert "Ana Horvat" in draft.text
