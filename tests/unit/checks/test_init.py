"""Tests of the list of checks and of their codes."""

import re

import pytest

from programkit.checks import CODES, DEFAULT_CHECKS
from programkit.model.contributions import State, Talk
from programkit.model.people import Alternative
from small import TUESDAY, conference, day, pause, people, session, slot, talks


@pytest.mark.parametrize("code", CODES)
def test_code_is_two_words_or_more(code):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)


@pytest.mark.parametrize("meaning", CODES.values())
def test_meaning_is_one_sentence(meaning):
    assert re.fullmatch(r"[A-Z][^\n|]*\.", meaning)


def test_codes_are_those_of_all_checks():
    assert set(CODES) == set().union(*(check.codes for check in DEFAULT_CHECKS))


def test_one_code_has_one_meaning():
    assert {(code, CODES[code]) for check in DEFAULT_CHECKS for code in check.codes} == {
        (code, meaning) for check in DEFAULT_CHECKS for code, meaning in check.codes.items()
    }


MESSY = conference(
    day(session(slot("8:30", "k"), slot("9:00", "w")), pause(start="18:30"), date=TUESDAY),
    day(session(slot("TBD"), chairs="TBD"), date="2024-10-27"),
    day(session(start="8:00", minutes=300), pause(minutes=5), pause(minutes=6)),
    timezone="TBD",
    people=people("Ivan Dokmanić", "Iva Dokmanic"),
    talks=(
        *talks("k", speakers=("dokmanić",), abstract="With Ivan Dokmanic.Then $x\n\nand"),
        Talk(id="u", alternatives=(Alternative(field="title", value="U"),)),
        Talk(id="w", state=State.WITHDRAWN),
        *talks("z", minutes=999),
    ),
)


def test_checks_give_only_codes_that_they_announce():
    for check in DEFAULT_CHECKS:
        assert {finding.code for finding in check.check(MESSY)} <= set(check.codes)


def test_every_finding_says_what_to_do():
    findings = [finding for check in DEFAULT_CHECKS for finding in check.check(MESSY)]

    assert len(findings) == 20
    assert [finding for finding in findings if not finding.remedy or not finding.message] == []


def test_findings_cost_nothing():
    assert {finding.cost for check in DEFAULT_CHECKS for finding in check.check(MESSY)} == {0}
