"""Tests of time zones as people name them."""

import pytest

from programkit.text.zonenames import country_of, leading_zone


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        (" New York time (9:00pm)", "America/New_York", " (9:00pm)"),
        (" Pacific)", "America/Los_Angeles", ""),
        (" ET.", "America/New_York", "."),
        (" (CET)", "Europe/Berlin", ""),
        (" in Tokyo", "Asia/Tokyo", ""),
        (" in New York", "America/New_York", ""),
        (" heure de Paris", "Europe/Paris", ""),
        (" Europe/Zagreb today", "Europe/Zagreb", " today"),
        (" UTC", "UTC", ""),
        (" São Paulo time", "America/Sao_Paulo", ""),
    ],
)
def test_zone_is_read_with_what_follows(text, name, rest):
    zone, left = leading_zone(text)

    assert (zone.name, left) == (name, rest)
    assert zone.written in text


@pytest.mark.parametrize("text", ["", " sharp", " Atlantis time", " Europe/Atlantis", " this time"])
def test_other_words_are_none(text):
    assert leading_zone(text) is None


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Europe/Amsterdam", "NL"), ("America/New_York", "US"), ("UTC", ""), ("Etc/GMT+3", "")],
)
def test_country_of_a_zone_is_known_where_it_is_in_one(zone, country):
    assert country_of(zone) == country
