"""Rules in words."""

from datetime import date

import pytest

from programkit.model.recurrence import Recurrence
from programkit.text.recurring import recurrence_words


def rule(**told):
    return Recurrence(**{"first": date(2026, 5, 11), "start": "16:00", "count": 3, **told})


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "Monday, 16:00–17:00 · every week"),
        ({"interval": 2, "minutes": 90}, "Monday, 16:00–17:30 · every two weeks"),
        ({"interval": 3}, "Monday, 16:00–17:00 · every 3 weeks"),
        ({"weekdays": ("MO", "TH")}, "Monday and Thursday, 16:00–17:00 · every week"),
        (
            {"frequency": "monthly", "weekdays": ("+1WE", "-1FR")},
            "First Wednesday and last Friday, 16:00–17:00 · every month",
        ),
        (
            {"frequency": "monthly", "interval": 2, "weekdays": ("-2MO",)},
            "Monday (2 from the end of the month), 16:00–17:00 · every 2 months",
        ),
    ],
)
def test_rule_is_said_in_a_line(told, words):
    assert recurrence_words(rule(**told), "en", 24) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "First Monday, 4:00 pm–5:00 pm · every month"),
        ("de", "Erster Montag, 16:00–17:00 · jeden Monat"),
        ("fr", "Premier lundi, 16:00–17:00 · chaque mois"),
        ("it", "Lunedì n. 1 del mese, 16:00–17:00 · ogni mese"),
        ("es", "Primer lunes, 16:00–17:00 · cada mes"),
        ("nl", "Eerste maandag, 16:00–17:00 · elke maand"),
        ("hr", "1. ponedjeljak u mjesecu, 16:00–17:00 · svaki mjesec"),
    ],
)
def test_rule_is_said_in_the_language(language, words):
    monthly = rule(frequency="monthly", weekdays=("1MO",))
    hours = 12 if language == "en" else None

    assert recurrence_words(monthly, language, hours) == words
