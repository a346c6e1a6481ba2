"""What is worth knowing before subscribers are told, and what must not be told them at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from programkit.files.published.draft import Draft
from programkit.files.published.published import Published
from programkit.files.published.storing import NAME
from programkit.model.findings import Finding, Level, Source

CODES: Final[Mapping[str, str]] = {
    "adopted-foreign": "Events of an adopted calendar were not made here, and are left out.",
    "published-cancels": "Published talks are gone from the program; calendars say cancelled.",
    "published-first": "The state of the calendars begins with this publish.",
    "published-gone": "Nothing that was published is in the program any more.",
    "published-missing": "A calendar was published, and what subscribers know of it is missing.",
}
"""Findings of this module, by code."""
_MOST_NAMED = 20
_TRACKED = b"\nLAST-MODIFIED:"
"""What only calendars have whose state is kept."""


def state_missing(state: Path, feeds: Iterable[Path]) -> Iterator[Finding]:
    """Calendars of the last build kept track of a state, and there is none.

    Args:
        state: Where it should be.
        feeds: Where the last build left its calendars.
    """
    for feed in feeds:
        with suppress(OSError):
            if _TRACKED in feed.read_bytes():
                message = f"{feed} was published, and what subscribers know of it is missing"
                remedy = f"restore {NAME}, or add --adopt {feed}; if nobody subscribed, delete it"
                yield _finding("published-missing", Level.HARD, message, remedy, state)
                return


def beginning(state: Path) -> Finding:
    """The state begins."""
    message = "this is the first publish; what subscribers know is kept from now on"
    remedy = f"keep {NAME} with the facts; if one was lost, delete it and use --adopt FILE.ics"
    return _finding("published-first", Level.NOTE, message, remedy, state)


def left_out(feed: Path, uids: tuple[str, ...]) -> Finding:
    """Events of an adopted calendar that are not ours."""
    message = f"events not made by programkit are left out: {_listed(uids)}"
    return _finding("adopted-foreign", Level.NOTE, message, "", feed)


def losses(before: Published, after: Published, draft: Draft, state: Path) -> Iterator[Finding]:
    """What is called off only because the program does not have it any more."""
    present = draft.keys
    kept = {listed.uid for listed in before.placements if not listed.event.cancelled}
    gone = tuple(
        listed.event.about
        for listed in after.placements
        if listed.uid in kept and listed.event.key not in present
    )
    if len(gone) == len(kept) > 1:
        message = f"none of the {len(gone)} events that are published is in this program"
        remedy = f"restore program.json or the facts; for another conference, move {NAME} away"
        yield _finding("published-gone", Level.HARD, message, remedy, state)
    elif gone:
        message = f"published and not in the program any more, so cancelled: {_listed(gone)}"
        remedy = "tell those concerned; if one was renamed, say formerly: [old-id]"
        yield _finding("published-cancels", Level.NOTE, message, remedy, state, gone)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")


def _finding(
    code: str, level: Level, message: str, remedy: str, file: Path, about: tuple[str, ...] = ()
) -> Finding:
    source = Source(file=str(file))
    return Finding(
        code=code, level=level, message=message, remedy=remedy, about=about, source=source
    )
