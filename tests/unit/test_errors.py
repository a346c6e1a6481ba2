"""Tests of faults and errors."""

import pytest

from programkit.errors import (
    ConferenceError,
    Fault,
    FaultyInput,
    InfeasibleError,
    LoadError,
    NoProgramError,
    ProgramkitError,
    RenderError,
    SolveError,
    did_you_mean,
    meant_or_known,
)


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (Fault("no title"), "no title"),
        (Fault("no title", remedy="add it"), "no title; add it"),
        (Fault("no title", file="c.yaml"), "c.yaml: no title"),
        (Fault("no title", file="c.yaml", line=7), "c.yaml:7: no title"),
        (
            Fault("no title", file="c.yaml", line=7, field="talks.a", remedy="add it"),
            "c.yaml:7:talks.a: no title; add it",
        ),
        (Fault("no title", field="talks.a", path=("talks", 0)), "talks.a: no title"),
    ],
)
def test_fault_is_one_line(fault, text):
    assert str(fault) == text


@pytest.mark.parametrize("error", [LoadError, ConferenceError])
def test_error_carries_all_faults(error):
    faults = [Fault("one"), Fault("two", file="c.yaml")]
    raised = error(faults)

    assert (raised.faults, str(raised)) == (tuple(faults), "one\nc.yaml: two")


def test_error_of_one_message_has_one_fault():
    assert LoadError("not a file").faults == (Fault("not a file"),)


def test_errors_form_the_tree_that_is_drawn():
    parents = {
        FaultyInput: ProgramkitError,
        LoadError: FaultyInput,
        ConferenceError: FaultyInput,
        SolveError: ProgramkitError,
        InfeasibleError: SolveError,
        NoProgramError: SolveError,
        RenderError: ProgramkitError,
        ProgramkitError: Exception,
    }

    assert {error: error.__base__ for error in parents} == parents


@pytest.mark.parametrize(
    ("word", "answer"),
    [("kempf", 'did you mean "kempe"?'), ("zenke", ""), ("Kempe", 'did you mean "kempe"?')],
)
def test_did_you_mean_names_what_is_near(word, answer):
    assert did_you_mean(word, ["mallat", "kempe"]) == answer


def test_did_you_mean_does_not_depend_on_order():
    assert did_you_mean("lt", ["lb", "la"]) == did_you_mean("lt", ["la", "lb"])


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("SHIPS", 'did you mean "counting-ships"?'),
        ("parallel", 'did you mean "parallel@hall/1" or "parallel@hall/2"?'),
        ("s", ""),
        ("n", ""),
    ],
)
def test_did_you_mean_names_what_the_word_is_a_part_of(word, answer):
    known = ["counting-ships", "parallel@hall/2", "parallel@hall/1", "Opening/1"]

    assert did_you_mean(word, known) == answer


def test_many_that_have_the_word_as_a_part_are_no_suggestion():
    slots = [f"monday-in-parallel@hall/{number}" for number in range(9)]

    assert did_you_mean("monday", slots) == ""
    assert meant_or_known("monday", ["x", *slots]).startswith("there are monday-in-parallel@hall/0")


@pytest.mark.parametrize(
    ("word", "known", "answer"),
    [
        ("kempf", ["mallat", "kempe"], 'did you mean "kempe"?'),
        ("x", ["b", "a"], "there are b, a"),
        ("x", [], "there are none"),
        ("x", [f"n{i}" for i in range(9)], "there are n0, n1, n2, n3, n4, n5, n6, n7, …"),
    ],
)
def test_what_there_is_is_said_where_nothing_is_near(word, known, answer):
    assert meant_or_known(word, known) == answer
