"""What a verb takes, said in words to a script that gives it something else."""

from __future__ import annotations

from os import PathLike

_HOW = {
    ("Program", "Conference"): "Program.of(conference) is the program that the facts make",
    ("Program", "Result"): "take result.program",
    ("Program", "path"): "load_program(conference, path) reads one",
    ("Conference", "Program"): "take program.conference",
    ("Conference", "Result"): "take result.program.conference",
    ("Conference", "path"): "load(path) reads one",
}
"""How to come by what is wanted, by its kind and by the kind of what is given."""


def needs(verb: str, given: object, *kinds: type) -> None:
    """Refuse what a verb cannot work with, before it fails somewhere inside.

    Raises:
        TypeError: It is of no such kind.
    """
    if isinstance(given, kinds):
        return
    own = "path" if isinstance(given, str | PathLike) else type(given).__name__
    wanted = [kind.__name__ for kind in kinds]
    how = next((_HOW[name, own] for name in wanted if (name, own) in _HOW), "")
    message = f"{verb} takes a {' or a '.join(wanted)}, not a {own}"
    raise TypeError(f"{message}; {how}" if how else message)
