"""Why a talk is cancelled is told wherever the cancellation is, and of no other talk."""

import json
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from programkit.announcing import announce
from programkit.building import build
from programkit.comparing import diff
from programkit.designing import load_design
from programkit.loading import load
from programkit.model.program import Program
from programkit.writing import write

WHY = "Ana Horvat has the flu"
FACTS = """
title: Seminar
site: https://example.org/seminar/
timezone: Europe/Zagreb
revised: 2026-09-01T12:00
recurrence: {{first: 2026-09-07, at: 16:00, minutes: 60, count: 2}}
talks:
  - {{id: birds, title: Birds, speaker: Ana Horvat, abstract: "", at: 2026-09-07/1/1, {state}}}
  - {{id: fish, title: Fish, speaker: Tom Vale, abstract: "", at: 2026-09-14/1/1}}
posters:
  - {{id: wall, title: Walls, speaker: Ana Horvat, {state}}}
"""
NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)


def program(folder, state):
    folder.mkdir()
    (folder / "conference.yaml").write_text(FACTS.format(state=state), encoding="utf-8")
    return Program.of(load(folder))


def printed(data):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(data).pages)


@pytest.fixture
def told(tmp_path):
    """What is told of a program, by output, as readers have it."""

    def made(state):
        facts, out = tmp_path / "facts", tmp_path / "out"
        found = program(facts, state)
        design = load_design(facts, parts="abstracts,posters", page="A4")
        names = ["booklet", "posters", "site", "page", "calendar"]
        build(found, out, only=names, design=design, now=NOW)
        letter = announce(found, talk="birds", kind="cancellation", now=NOW)
        site = out / "site"
        return {
            "booklet": printed(out / "booklet.pdf"),
            "poster": printed(out / "posters" / "talk-birds.pdf"),
            "page": (site / "talk-birds.html").read_text(encoding="utf-8"),
            "poster's page": (site / "poster-wall.html").read_text(encoding="utf-8"),
            "one page": (out / "agenda.html").read_text(encoding="utf-8"),
            "feed": (site / "talks.atom").read_text(encoding="utf-8"),
            "data": json.dumps(json.loads((site / "agenda.json").read_bytes())),
            "calendar": (out / "program.ics").read_text(encoding="utf-8").replace("\r\n ", ""),
            "mail": letter.text,
            "mail as a page": letter.html,
        }

    return made


def test_reason_of_a_talk_that_is_off_is_told_in_every_output(told):
    outputs = told(f"state: cancelled, reason: {WHY}")

    assert [name for name, text in outputs.items() if WHY not in text] == []


def test_reason_of_a_talk_that_is_back_is_told_nowhere(told):
    outputs = told(f"state: confirmed, reason: {WHY}")

    assert [name for name, text in outputs.items() if WHY in text] == []


def test_reason_is_told_to_those_concerned_and_lost_in_text_with_a_word(tmp_path):
    before = program(tmp_path / "before", "state: confirmed")
    after = program(tmp_path / "after", f"state: cancelled, reason: {WHY}")

    assert f"Cancelled: {WHY}" in str(diff(before, after).messages[0])
    assert any("why it is cancelled" in n for n in write(after, "markdown", tmp_path / "a.md"))
