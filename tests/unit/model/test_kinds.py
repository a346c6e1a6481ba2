"""What a verb is given, and what it says where that is something else."""

from pathlib import Path

import pytest

import programkit as pk
from programkit.model.kinds import needs

FACTS = pk.Conference(title="A")
DECIDED = pk.Program.of(FACTS)
TO_A_PROGRAM = "Program.of(conference) is the program that the facts make"


@pytest.mark.parametrize(
    ("verb", "message"),
    [
        (lambda: pk.check("a"), "check takes a Conference or a Program, not a path; "),
        (lambda: pk.solve(DECIDED), "solve takes a Conference, not a Program; take program.conf"),
        (lambda: pk.solve(FACTS, previous=Path("p.json")), "load_program(conference, path) reads"),
        (lambda: pk.explain(None), "explain takes a Conference or a Program, not a NoneType"),
        (
            lambda: pk.diff(DECIDED, FACTS),
            f"diff takes a Program, not a Conference; {TO_A_PROGRAM}",
        ),
        (
            lambda: pk.build(FACTS, "out"),
            f"build takes a Program, not a Conference; {TO_A_PROGRAM}",
        ),
        (lambda: pk.booklet(FACTS, "a.pdf"), TO_A_PROGRAM),
        (lambda: pk.agenda(FACTS, "site"), TO_A_PROGRAM),
        (lambda: pk.write(FACTS, "ical", "a.ics"), TO_A_PROGRAM),
        (lambda: pk.announce(FACTS, now=None), TO_A_PROGRAM),
        (lambda: pk.owed(FACTS, now=None), TO_A_PROGRAM),
    ],
)
def test_verb_says_what_it_takes(verb, message):
    with pytest.raises(TypeError) as raised:
        verb()

    assert message in str(raised.value)


def test_what_is_wanted_is_taken():
    needs("check", FACTS, pk.Program, pk.Conference)


def test_project_that_is_not_there_has_no_design(tmp_path):
    with pytest.raises(pk.LoadError, match="there is no such project; check the name"):
        pk.load_design(tmp_path / "nowhere")


def test_output_may_be_named_alone(tmp_path):
    assert [path.name for path in pk.build(DECIDED, tmp_path, only="program").paths] == [
        "program.json"
    ]
