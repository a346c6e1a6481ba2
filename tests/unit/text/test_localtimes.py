"""What the clocks of other cities show, by two oracles that share no code with Python."""

import json
import subprocess
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.zonetables import (
    BERLIN,
    NO_NODE,
    NO_ZDUMP,
    NODE,
    ZDUMP,
    ZONES,
    Table,
    moments,
)

from programkit.text.localtimes import city_of, in_summer, local_times, zone_called

HOME = ZoneInfo(BERLIN)
INTL = """
const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const parts = {year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit',
  minute: '2-digit', second: '2-digit', hourCycle: 'h23'};
console.log(JSON.stringify(Object.fromEntries(asked.zones.map(timeZone => {
  const form = new Intl.DateTimeFormat('sv-SE', {...parts, timeZone});
  return [timeZone, asked.moments.map(ms => form.format(new Date(ms)))];
}))));
"""


def shown(moment):
    return [
        (one.zone, f"{one.moment:%Y-%m-%d %H:%M:%S}", one.days_later, one.summer)
        for one in local_times(moment, ZONES, HOME)
    ]


@pytest.fixture(scope="module")
def tables():
    return {zone: Table(zone) for zone in ZONES}


@pytest.mark.skipif(ZDUMP is None, reason=NO_ZDUMP)
def test_local_times_are_those_of_zdump(tables):
    asked = moments(tables)
    assert [len(tables[zone].changes) for zone in ZONES] == [24, 0, 0, 24, 24]

    for moment in asked:
        here = tables[BERLIN].at(moment)[0].date()
        expected = [(zone, *tables[zone].at(moment)) for zone in ZONES]
        assert shown(moment) == [
            (zone, str(wall), (wall.date() - here).days, summer) for zone, wall, summer in expected
        ]


@pytest.mark.skipif(ZDUMP is None, reason=NO_ZDUMP)
@pytest.mark.skipif(NODE is None, reason=NO_NODE)
def test_local_times_are_those_of_browsers(tables):
    asked = moments(tables)
    question = {"zones": ZONES, "moments": [int(one.timestamp()) * 1000 for one in asked]}
    answer = subprocess.run(
        [NODE, "-e", INTL], input=json.dumps(question), capture_output=True, text=True, check=True
    )
    told = json.loads(answer.stdout)

    for place, moment in enumerate(asked):
        walls = [wall for _, wall, _, _ in shown(moment)]
        assert walls == [told[zone][place] for zone in ZONES]


@pytest.mark.parametrize(
    ("utc", "los_angeles", "sydney"),
    [
        # 17:30 in Berlin on Mondays. In March the American clocks change two or three weeks before
        # ours, in fall one week after; those of Sydney on the first Sundays of April and October.
        ("2026-03-02 16:30", "08:30", "03:30 +1 summer"),
        ("2026-03-09 16:30", "09:30 summer", "03:30 +1 summer"),
        ("2026-03-23 16:30", "09:30 summer", "03:30 +1 summer"),
        ("2026-03-30 15:30", "08:30 summer", "02:30 +1 summer"),
        ("2026-04-06 15:30", "08:30 summer", "01:30 +1"),
        ("2026-09-28 15:30", "08:30 summer", "01:30 +1"),
        ("2026-10-05 15:30", "08:30 summer", "02:30 +1 summer"),
        ("2026-10-26 16:30", "09:30 summer", "03:30 +1 summer"),
        ("2026-11-02 16:30", "08:30", "03:30 +1 summer"),
    ],
)
def test_weeks_in_which_summer_times_differ(utc, los_angeles, sydney):
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert f"{moment.astimezone(HOME):%H:%M}" == "17:30"

    told = [
        f"{one.moment:%H:%M}{' +1' * one.days_later}{' summer' * one.summer}"
        for one in local_times(moment, ("America/Los_Angeles", "Australia/Sydney"), HOME)
    ]

    assert told == [los_angeles, sydney]


def test_day_before():
    moment = datetime(2026, 1, 5, 5, tzinfo=UTC)

    assert [one.days_later for one in local_times(moment, ["America/Los_Angeles"], HOME)] == [-1]


def test_two_days_apart():
    moment = datetime(2026, 1, 5, 10, 30, tzinfo=UTC)
    zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago"]

    local = local_times(moment, zones, ZoneInfo("Pacific/Pago_Pago"))

    assert [one.days_later for one in local] == [2, 0]


def test_each_zone_is_told_once():
    local = local_times(datetime(2026, 1, 5, tzinfo=UTC), ["UTC", BERLIN, "UTC"], HOME)

    assert [one.zone for one in local] == ["UTC", BERLIN]


@pytest.mark.parametrize(("month", "summer"), [(1, False), (7, True)])
def test_irish_winter_is_put_back(month, summer):
    moment = datetime(2026, month, 20, tzinfo=UTC)

    assert in_summer(moment, ZoneInfo("Europe/Dublin")) == summer


@pytest.mark.parametrize(
    ("zone", "language", "city"),
    [
        ("America/Los_Angeles", "en", "Los Angeles"),
        ("America/Argentina/Buenos_Aires", "en", "Buenos Aires"),
        ("Asia/Shanghai", "hr", "Šangaj"),
        ("UTC", "de", "UTC"),
    ],
)
def test_city(zone, language, city):
    assert city_of(zone, language) == city


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Asia/Kolkata", "Asia/Kolkata"),
        ("Los Angeles", "America/Los_Angeles"),
        ("sydney", "Australia/Sydney"),
        ("PT", "America/Los_Angeles"),
    ],
)
def test_zone_called(text, zone):
    assert zone_called(text) == zone


@pytest.mark.parametrize("text", ["", "Nowhere", "Berlin time and more", "../etc/passwd"])
def test_zone_that_is_none(text):
    with pytest.raises(ValueError, match="is no IANA time zone"):
        zone_called(text)
