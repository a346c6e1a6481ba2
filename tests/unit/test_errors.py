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
