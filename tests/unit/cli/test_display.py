import pytest
from rich.console import Console

from programkit.cli import display
from programkit.model.result import Progress, RuleCost


def progress(**facts):
    return Progress(**{"seconds": 2.0, "trying": "the track Vision", **facts})


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "searching for a first program"),
        ({"cost": 7}, "cost 7"),
        ({"cost": 0, "bound": 0}, "cost 0 · bound 0 · gap 0.0%"),
        (
            {"cost": 200, "bound": 150, "unplaced": 3},
            "cost 200 · bound 150 · gap 25.0% · 3 talks without a place",
        ),
    ],
)
def test_figures_say_what_is_known(known, words):
    assert display.figures(progress(**known)) == words


def drawn(board):
    console = Console(width=80)
    with console.capture() as captured:
        console.print(board.draw())
    return [line.rstrip() for line in captured.get().splitlines()]


def test_board_shows_the_cost_of_each_rule_and_what_is_tried():
    board = display.Board()
    costs = (RuleCost(code="gap", cost=12), RuleCost(code="talk-placed", cost=8))
    board.show(progress(seconds=0.0, cost=20, costs=costs))
    first, *rest = drawn(board)

    assert first.startswith("cost 20 · ")
    assert [line.split() for line in rest[:2]] == [["gap", "12"], ["talk-placed", "8"]]
    assert rest[2:] == ["trying: the track Vision (Ctrl-C keeps the best)"]


def test_what_is_tried_cannot_steer_the_terminal():
    board = display.Board()
    board.show(progress(trying="the track \x1b[2J"))

    assert "\x1b" not in "".join(drawn(board))


def test_solving_is_silent_when_piped(capsys):
    with display.solving() as show:
        show(progress(cost=3))

    assert capsys.readouterr() == ("", "")


def test_solving_is_shown_on_a_terminal(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    with display.solving() as show:
        show(progress(cost=3))

    assert "cost 3" in capsys.readouterr().err


def test_making_is_silent_when_piped(capsys):
    with display.making() as show:
        show("booklet.pdf")

    assert capsys.readouterr() == ("", "")
