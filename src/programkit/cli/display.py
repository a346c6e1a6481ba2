"""What long work shows while it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.status import Status


@contextmanager
def solving() -> Iterator[Callable[[int, int | None], None]]:
    """A line that shows cost, bound and gap while the solver searches; silent when piped."""
    console = Console(stderr=True)
    with console.status("searching for a first program …") as status:
        yield lambda cost, bound: _show(status, cost, bound)


def _show(status: Status, cost: int, bound: int | None) -> None:
    proof = "" if bound is None else f", bound {bound}"
    gap = "" if bound is None or cost == 0 else f", gap {(cost - bound) / cost:.1%}"
    status.update(f"cost {cost}{proof}{gap} (Ctrl-C keeps the best)")


@contextmanager
def making() -> Iterator[Callable[[str], None]]:
    """A line that names what is being written; silent when piped."""
    console = Console(stderr=True)
    with console.status("reading …") as status:
        yield lambda name: status.update(f"writing {name} …")
