"""Announcements as people read them; rewrite with ``GOLDEN=write`` in the environment."""

import os
from pathlib import Path

import pytest
from tests.announced import NOW, WHOLE, program

from programkit.announcing import announce, owed

HERE = Path(__file__).parent / "announcements"
ZONES = ("Kolkata", "Sydney", "Los Angeles", "Shanghai")
RULE = "\n" + "=" * 72 + "\n"


def told(language):
    made = program(*WHOLE)
    wishes = [
        {"links": True},
        {"kind": "reminder"},
        {"kind": "cancellation"},
        {"talk": "owed"},
    ]
    for wish in wishes:
        found = announce(made, now=NOW, zones=ZONES, language=language, **wish)
        yield f"{found.subject}\n\n{found.text}"
    yield from map(str, owed(made, now=NOW, days=60, language=language))


def judge(text, name):
    golden = HERE / name
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "de"])
def test_announcements_read_well(language):
    judge(RULE.join(told(language)), f"{language}.txt")


def test_announcement_as_a_page():
    judge(announce(program(*WHOLE), now=NOW, zones=ZONES, links=True).html, "en.html")
