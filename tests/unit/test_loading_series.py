"""What organizers write about a series is understood; what cannot be is said by name."""

from datetime import date

import pytest
from tests.unit.test_loading import faults, project

from programkit.loading import load
from programkit.model.contributions import Link
from programkit.model.meetings import Meeting
from programkit.model.people import Stay
from programkit.model.recurrence import Pause, RuleException

HEAD = "title: Seminar\ntimezone: Europe/Amsterdam\nyear: 2026\nroom: RA 2504\n"
RULE = "recurrence:\n  first: Mon 11 May\n  at: 4 pm\n  duration: 1h30\n  count: 3\n"


def test_rule_is_read_as_people_write_it(tmp_path):
    text = HEAD + RULE + (
        "  weekday: MO\n"
        "  breaks: [18 May .. 22 May, 1 Jul]\n"
        "  exceptions:\n"
        "  - {date: Mon 25 May, at: 15:15, room: RA 2504, reason: Whit Monday}\n"
        "  - Mon 8 Jun\n"
    )  # fmt: skip
    rule = load(project(tmp_path, text)).recurrence

    assert rule.breaks == (
        Pause(first=date(2026, 5, 18), last=date(2026, 5, 22)),
        Pause(first=date(2026, 7, 1), last=date(2026, 7, 1)),
    )
    assert rule.exceptions[1] == RuleException(date=date(2026, 6, 8))
    may = date(2026, 5, 25)
    assert rule.meetings == (
        Meeting(date(2026, 5, 11), 16 * 60, 90, ruled=date(2026, 5, 11)),
        Meeting(may, 15 * 60 + 15, 90, room="ra-2504", ruled=may, reason="Whit Monday"),
    )


def test_people_and_channels_are_read_as_people_write_them(tmp_path):
    text = HEAD + RULE + (
        "channel: https://example.org/list\n"
        "people:\n"
        "- name: Wuyang Chen\n"
        "  affiliation: Simon Fraser University\n"
        "  stays: [{affiliation: UC Berkeley, until: 31 Aug 2025}]\n"
        "  role: {role: board, until: 2025-08-31}\n"
        "talks:\n"
        "- {id: t, speaker: Ada Lovelace, host: [Wuyang Chen, Dan Edidin]}\n"
    )  # fmt: skip
    series = load(project(tmp_path, text))

    assert series.channels == (Link(url="https://example.org/list"),)
    chen = series.person("wuyang-chen")
    assert chen.affiliations == ("simon-fraser-university",)
    assert chen.stays == (Stay(affiliation="uc-berkeley", until=date(2025, 8, 31)),)
    assert chen.roles[0].until == date(2025, 8, 31)
    assert series.talk("t").hosts == ("wuyang-chen", "dan-edidin")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("first: 2026-05-11\n  at: 16:00", "8:recurrence: say until when it goes on, or how many"),
        ("holidays: XX", 'holidays: no public holidays are known of "XX"'),
        ("terms: [{first: 1 May, last: 30 Jun}, {first: 1 Jun, last: 31 Jul}]", "the term from"),
        ("terms: [{first: 1 Jul, last: 30 Jun}]", "its last day, 2026-06-30, is before"),
        ("exceptions: [{date: 11 May, room: attic}]", 'names room "attic", which does not exist'),
        ("exceptions: [11 May, 11 May]", "two exceptions are about 2026-05-11"),
        ("start: 2:30", '"at" and "start" say the same thing'),
    ],
)
def test_what_cannot_be_is_said_by_name(tmp_path, rule, said):
    given = f"recurrence:\n  {rule}\n" if rule.startswith("first") else f"{RULE}  {rule}\n"
    found = faults(project(tmp_path, HEAD + "audience: [Europe/Paris]\n\n\n" + given))

    assert len(found) == 1, found
    assert said in found[0]


def test_unknown_zone_of_the_audience_is_said_with_its_line(tmp_path):
    found = faults(project(tmp_path, HEAD + "audience: [Europe/Paris, Berlin]\n" + RULE))

    assert found == ['conference.yaml:5:audience.2: "Berlin" is no IANA time zone']


def test_time_that_clocks_skip_is_said_of_the_rule(tmp_path):
    rule = "recurrence:\n  first: 2026-03-29\n  at: 2:30\n  count: 1\n"

    assert "conference.yaml:5:recurrence: 02:30 does not exist on 2026-03-29" in str(
        faults(project(tmp_path, HEAD + rule))
    )
