"""What long work shows while it goes on; what draws it is loaded where somebody looks on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from programkit.model.result import Progress
from programkit.text.characters import clean

if TYPE_CHECKING:
    from rich.console import RenderableType


@contextmanager
def solving() -> Iterator[Callable[[Progress], None]]:
    """How the search stands, as it goes on; silent when piped."""
    board = Board()
    if not _watched():
        yield board.show
        return
    from rich.console import Console  # noqa: PLC0415 - takes a tenth of a second
    from rich.live import Live  # noqa: PLC0415 - as above

    console = Console(stderr=True)
    with Live(get_renderable=board.draw, console=console, refresh_per_second=4, transient=True):
        yield board.show


class Board:
    """The last that is known of a search, and for how long."""

    def __init__(self) -> None:
        self._last = Progress(seconds=0.0, trying="")
        self._at = time.monotonic()

    def show(self, progress: Progress) -> None:
        """Take note of how the search stands."""
        self._last, self._at = progress, time.monotonic()

    def draw(self) -> RenderableType:
        """A line of figures, a line for each rule that costs, and what is being tried."""
        from rich.console import Group  # noqa: PLC0415 - as above
        from rich.table import Table  # noqa: PLC0415 - as above
        from rich.text import Text  # noqa: PLC0415 - as above

        last = self._last
        seconds = last.seconds + time.monotonic() - self._at
        costs = Table.grid(padding=(0, 2))
        for rule in last.costs:
            costs.add_row(Text(f"  {rule.code}"), Text(str(rule.cost), justify="right"))
        trying = f"trying: {clean(last.trying)} " if last.trying else ""
        return Group(
            Text(f"{figures(last)} · {seconds:.0f} s"),
            costs,
            Text(f"{trying}(Ctrl-C keeps the best)", style="dim"),
        )


def figures(progress: Progress) -> str:
    """Cost, bound and gap, and how many talks have no place."""
    if progress.cost is None:
        return "searching for a first program"
    parts = [f"cost {progress.cost}"]
    if progress.bound is not None:
        parts.append(f"bound {progress.bound}")
    if progress.gap is not None:
        parts.append(f"gap {progress.gap:.1%}")
    if progress.unplaced:
        parts.append(f"{progress.unplaced} talks without a place")
    return " · ".join(parts)


@contextmanager
def making() -> Iterator[Callable[[str], None]]:
    """A line that names what is being written or drawn; silent when piped."""
    if not _watched():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - as above

    with Console(stderr=True).status("reading …") as status:
        yield lambda name: status.update(f"writing {name} …")


def _watched() -> bool:
    """Whether somebody looks on, or says so."""
    return sys.stderr.isatty() or bool(os.environ.get("FORCE_COLOR"))
