"""Decisions about posters, and facts that changed since."""

import pytest

from programkit.files.program.decisions import decode, encode
from programkit.model.boards import PosterDecision
from programkit.model.contributions import Poster
from programkit.model.days import Session
from programkit.model.placement import Placement
from programkit.model.program import Program
from tiny import hall_session, morning, talk

WALL = Session(id="wall", kind="posters", room="attic", start=540, minutes=60, boards=("1", "2"))


def showing(*posters, wall=WALL):
    return morning(items=(hall_session(), wall), posters=posters)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "program.json"
    decided = (PosterDecision(poster="p", session="wall", board="2"),)
    path.write_bytes(encode(Program(conference=showing(Poster(id="p")), boards=decided)))
    return path


def test_boards_come_back(file):
    program = decode(showing(Poster(id="p")), file)

    assert program.hung == {"p": ("wall", "2")}
    assert program.findings == ()


@pytest.mark.parametrize(
    ("facts", "code", "message"),
    [
        (showing(), "program-unknown-talk", 'poster "p" was decided, but is gone'),
        (
            showing(Poster(id="p"), wall=WALL.replace(id="floor")),
            "program-unknown-session",
            'poster "p" was in "wall", which is gone',
        ),
        (
            showing(Poster(id="p"), wall=WALL.replace(boards=("1",))),
            "program-contradicted",
            'poster "p" was decided elsewhere than the facts now have it',
        ),
        (
            showing(Poster(id="p", session="wall", board="1")),
            "program-contradicted",
            'poster "p" was decided elsewhere than the facts now have it',
        ),
    ],
)
def test_board_that_the_facts_no_longer_allow_is_left_out(file, facts, code, message):
    program = decode(facts, file)

    assert program.boards == ()
    assert [(f.code, f.message) for f in program.findings[1:]] == [(code, message)]


def test_fact_that_agrees_with_the_decision_keeps_it(file):
    program = decode(showing(Poster(id="p", session="wall", board="2")), file)

    assert program.hung == {"p": ("wall", "2")}
    assert [f.code for f in program.findings] == ["program-stale"]


@pytest.mark.parametrize(("state", "kept"), [("cancelled", True), ("confirmed", False)])
def test_talk_that_is_off_keeps_its_slot_though_another_is_fixed_there(tmp_path, state, kept):
    path = tmp_path / "program.json"
    placed = (Placement(talk="a", slots=("s/1",)),)
    path.write_bytes(encode(Program(conference=morning(talk("a")), placements=placed)))
    other = talk("b", at=({"place": "s/1"},))
    program = decode(morning(talk("a", state=state), other), path)

    assert ("a" in program.by_talk) is kept
    assert ("program-contradicted" in {f.code for f in program.findings}) is not kept


IN_SESSION = {"at": ({"place": "s"},)}


def decoded(path, before, after, **slots):
    """The slots of talks decided from some facts, read against others, and what is odd."""
    placed = tuple(Placement(talk=talk, slots=(slot,)) for talk, slot in slots.items())
    path.write_bytes(encode(Program(conference=before, placements=placed)))
    program = decode(after, path)
    return (
        {placed.talk.id: placed.placement.slots for placed in program.placed},
        [f.code for f in program.findings if f.code != "program-stale"],
    )


def test_talk_that_is_fixed_in_a_session_keeps_the_slot_that_was_decided(tmp_path):
    facts = morning(talk("a", **IN_SESSION), talk("b", **IN_SESSION))

    assert decoded(tmp_path / "program.json", facts, facts, a="s/2", b="s/1") == (
        {"a": ("s/2",), "b": ("s/1",)},
        [],
    )


def test_slot_that_was_decided_is_kept_though_another_one_would_be_the_first(tmp_path):
    before = morning(talk("a", **IN_SESSION))
    after = morning(talk("b", **IN_SESSION), talk("a", **IN_SESSION))

    assert decoded(tmp_path / "program.json", before, after, a="s/1") == (
        {"a": ("s/1",), "b": ("s/2",)},
        [],
    )


def test_talk_that_was_decided_elsewhere_than_in_its_session_is_not_there(tmp_path):
    before = morning(talk("a"), items=(hall_session(), hall_session(id="t", start=700)))
    after = before.replace(talks=(talk("a", **IN_SESSION),))

    assert decoded(tmp_path / "program.json", before, after, a="t/1") == (
        {"a": ("s/1",)},
        ["program-contradicted"],
    )
