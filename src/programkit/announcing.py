"""Announce the next talk of a series by mail, and ask for what is still to be announced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from programkit.errors import RenderError
from programkit.model.kinds import needs
from programkit.model.program import Program
from programkit.text.characters import excerpt
from programkit.text.localtimes import zone_called

if TYPE_CHECKING:
    from programkit.outputs.announcements import Announcement
    from programkit.outputs.drafts import Draft


def announce(  # noqa: PLR0913 - of what, to whom, and how
    program: Program,
    talk: str | None = None,
    *,
    now: datetime,
    kind: Literal["announcement", "reminder", "cancellation"] = "announcement",
    zones: Sequence[str] = (),
    links: bool = False,
    language: str | None = None,
    to: str = "",
    within: int | None = None,
) -> Announcement | None:
    """The announcement of a meeting: plain text, HTML, and a message with its calendar.

    Example:
        >>> pk.announce(program, now=now, zones=["Kolkata"]).text  # doctest: +SKIP

    Args:
        program: What is decided.
        talk: Id of the one talk; none given means the next one after `now`, of cancellations the
            next that is cancelled, and those in its session, in a series those of its day.
        now: The moment at which it is announced; without a zone by the clocks of the conference.
        kind: A reminder has no abstract; a cancellation says that the talk does not take place,
            in the attached calendar too.
        zones: Where people listen: IANA names of time zones, or their cities; none given means the
            audience of the series.
        links: Whether it may have a link that is withheld from the public: for members only.
        language: Language tag of the words; none given means the conference's.
        to: The address of the mailing list; empty means that it is filled in later.
        within: In how many days the next talk must be; none given means any number.

    Returns:
        The announcement; none if there is no next talk, or not within so many days.

    Raises:
        RenderError: There is no such talk or zone, the talk is cancelled, or a template of the
            project cannot be used.
    """
    from programkit.files.published.storing import NAME, read_published  # noqa: PLC0415 - as below
    from programkit.outputs.announcements import (  # noqa: PLC0415 - loads jinja2
        Announcements,
        Wish,
    )

    needs("announce", program, Program)
    folder = program.conference.folder
    published = read_published(Path(folder) / NAME) if folder else None
    wish = Wish(talk, kind, tuple(map(_zone, zones)), links, language, to, within)
    return Announcements(program, moment_of(now, program), published).of(wish)


def owed(
    program: Program, *, now: datetime, days: int = 14, language: str | None = None
) -> tuple[Draft, ...]:
    """What speakers still owe, by time, each with a draft that asks for it.

    Example:
        >>> [draft.text for draft in pk.owed(program, now=now, days=30)]  # doctest: +SKIP

    Drafts have the private addresses of people: they are for the organizers only.

    Args:
        program: What is decided.
        now: The moment from which days are counted; without a zone by the conference's clocks.
        days: How many days count.
        language: Language tag of the words; none given means the conference's.
    """
    from programkit.outputs.drafts import Drafts  # noqa: PLC0415 - loads jinja2

    needs("owed", program, Program)
    spoken = language or program.conference.language
    return tuple(Drafts(program, moment_of(now, program), spoken).within(days))


def moment_of(now: datetime, program: Program) -> datetime:
    """A moment; without a zone by the clocks of the conference."""
    return now if now.tzinfo else now.replace(tzinfo=program.conference.zone)


def _zone(text: str) -> str:
    try:
        return zone_called(text)
    except ValueError:
        raise RenderError(
            f'"{excerpt(text)}" is no time zone that is known; write such as Asia/Kolkata'
        ) from None
