from rich.console import Console

from programkit.cli import display


def test_solving_shows_cost_bound_and_gap():
    status = Console(quiet=True).status("x")

    seen = []
    status.update = seen.append
    display._show(status, 200, 150)
    display._show(status, 0, 0)
    display._show(status, 7, None)

    assert seen == [
        "cost 200, bound 150, gap 25.0% (Ctrl-C keeps the best)",
        "cost 0, bound 0 (Ctrl-C keeps the best)",
        "cost 7 (Ctrl-C keeps the best)",
    ]


def test_solving_is_silent_when_piped(capsys):
    with display.solving() as progress:
        progress(3, None)

    assert capsys.readouterr() == ("", "")


def test_making_is_silent_when_piped(capsys):
    with display.making() as progress:
        progress("booklet.pdf")

    assert capsys.readouterr() == ("", "")
