"""The sign that leads to the program."""

import pytest

from hung import hung, only
from programkit.model.program import Program
from programkit.paper.parts.scan_sign import ScanSign
from programkit.typeset.marks import Bar
from semester import semester
from small import conference, day, session, slot, talks


def test_sign_names_the_series_and_its_address():
    assert only(Program.of(semester(1)), ScanSign()) == [
        *("Probability Seminar", "Scan for the program", "example.org/seminar"),
    ]


def test_sign_of_a_conference_has_its_dates():
    made = conference(day(session(slot(540, "a"))), talks=talks("a"), url="https://example.org")
    told = only(Program.of(made), ScanSign(), language="nl")
    assert told == ["Small", "30 september 2024", "Scan de code voor het programma", "example.org"]


@pytest.mark.parametrize("page", ["A4", "A2", (300, 200), (200, 100)])
def test_code_fills_what_is_free_and_all_is_on_one_page(page):
    series = semester(
        1, title="Seminar on " + "very long titles " * 15, url="https://example.org/" + "x" * 60
    )
    ((_, (only_page,), _),) = hung(Program.of(series), ScanSign(page=page))
    bars = [mark for mark in only_page.marks if isinstance(mark, Bar)][1:]
    width = max(bar.x + bar.width for bar in bars) - min(bar.x for bar in bars)
    assert width > min(only_page.shape.width, only_page.shape.height) * 0.2
    assert max(bar.y for bar in bars) < only_page.shape.height
