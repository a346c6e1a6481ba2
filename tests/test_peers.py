"""Every row of docs/reference/peers.md: its entry is read, and tells two programs apart."""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from peercases import CASES, CHANGES
from programkit.checking import check
from programkit.loading import load
from programkit.model.base import TBD
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision

PAGE = (Path(__file__).parents[1] / "docs" / "reference" / "peers.md").read_text(encoding="utf-8")
FACTS = re.compile(
    r":caption: peers/conference\.yaml\n\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
SECTION = re.compile(r"^## (?P<peer>.+)\n(?P<text>(?:(?!## ).*\n)*)", re.MULTILINE)
ROW = re.compile(
    r"^\| (?P<theirs>.+) \| \[`(?P<code>.+)`\]\(.+\) \| (?P<said>.+) \|$", re.MULTILINE
)


class Row(NamedTuple):
    """A constraint of a peer, and how it is said here."""

    peer: str
    theirs: str
    code: str
    entry: str


def entry_of(code, said):
    """The entry that a cell shows; what is found in the facts alone needs none."""
    return code if said.startswith("found in the facts") else said.strip("`")


ROWS = [
    Row(section["peer"], row["theirs"], row["code"], entry_of(row["code"], row["said"]))
    for section in SECTION.finditer(PAGE)
    for row in ROW.finditer(section["text"])
]


def facts(folder, entry="room-free", change=("", "")):
    """The conference of the page with an entry under its requirements, or otherwise changed."""
    text = FACTS.search(PAGE)["text"].replace(*change)
    path = folder / "conference.yaml"
    path.write_text(f"{text}requirements:\n  - {entry}\n", encoding="utf-8")
    return load(path)


def program(conference, written):
    """Where talks are, and who chairs: ``waves: wed@hall/1 wed@hall/2, chair wed@hall: ada``."""
    placements, chairs = [], []
    for thing, _, places in (part.strip().partition(": ") for part in written.split(",") if part):
        if thing.startswith("chair "):
            decided = SessionDecision(session=thing.split()[1], chairs=tuple(places.split()))
            chairs.append(decided)
        else:
            placements.append(Placement(talk=thing, slots=tuple(places.split())))
    return Program(conference=conference, placements=tuple(placements), sessions=tuple(chairs))


def found(what, code):
    """Whether a check finds something under a code."""
    return any(finding.code == code for finding in check(what))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.peer}-{row.theirs}")
def test_row_tells_program_that_breaks_it_from_one_that_does_not(row, tmp_path):
    if row.entry in CHANGES:
        judged = [facts(tmp_path), facts(tmp_path, change=CHANGES[row.entry])]
    else:
        conference = facts(tmp_path, row.entry)
        judged = [program(conference, written) for written in CASES[row.entry]]

    assert [found(one, row.code) for one in judged] == [False, True]


def test_every_case_is_that_of_a_row():
    assert {*CASES, *CHANGES} == {row.entry for row in ROWS}


def test_every_row_of_every_table_is_read():
    """CoSPLib: 16 penalties, 3 that must hold. OptaPlanner: 37, one of Timefold, 3 otherwise."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| ")]

    assert len(ROWS) == len(lines) - 2 * PAGE.count("| Theirs |")
    assert Counter(row.peer for row in ROWS) == {
        "CoSPLib": 16 + 3,
        "OptaPlanner and Timefold": 37 + 1 + 3,
        "conference-scheduler": 9,
        "slotmachine": 12,
        "pretalx": 8,
    }


def test_facts_of_the_page_leave_all_slots_open(tmp_path):
    slots = facts(tmp_path).timetable.slots.values()

    assert {slot.slot.talk for slot in slots} == {TBD}
