"""The outline of a program: everything resolved and ordered, once for all outputs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time
from typing import Final

from programkit.model.conference import Conference
from programkit.model.program import Program
from programkit.outline.contributions import posters_of, talks_of
from programkit.outline.days import Days
from programkit.outline.index import index_of
from programkit.outline.keeping import Before
from programkit.outline.nodes import (
    Outline,
    OutlineDay,
    OutlineItem,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
)
from programkit.outline.resolve import Resolver
from programkit.outline.series import series_of
from programkit.text.markup import parse, plain

_AS_IT_IS: Final = (
    *("title", "subtitle", "place", "timezone", "language", "hours", "url", "venue_map"),
    *("hosts", "sponsors", "contacts", "rooms", "channels"),
)
"""What readers see of a conference as the facts have it."""


def build_outline(
    program: Program,
    *,
    folder: str = "",
    now: datetime | None = None,
    before: Before | None = None,
) -> Outline:
    """What readers see of a program.

    Args:
        program: The public projection, ``program.public()``; private fields are not looked for.
        folder: Where logos and maps lie; the public projection does not say it.
        now: When outputs are made, as of a series much is past; none given means ``revised``.
        before: What was made of earlier facts: what is equal stays the same object.
    """
    conference, known = program.conference, before or Before()
    resolver = Resolver(conference)
    talks, posters = _contributions(program, resolver, known)
    days = Days(program, resolver, {talk.id: talk for talk in talks}, posters, known)
    shown, floating = days.all(), days.floating()
    (first, last), revised = conference.dates or (None, None), _revised(conference)
    return Outline(
        **{name: getattr(conference, name) for name in _AS_IT_IS},
        plain_title=plain(conference.title),
        first=first,
        last=last,
        site=conference.site or conference.url,
        welcome=parse(conference.welcome),
        venue=parse(conference.venue),
        revised=revised,
        folder=folder,
        days=shown,
        talks=talks,
        posters=posters,
        tracks=tuple(resolver.track(track.id) for track in conference.tracks),
        index=index_of(resolver, (*talks, *posters), _items(shown, floating)),
        floating=floating,
        series=series_of(resolver, shown, _local(now, conference) or revised),
    )


def _items(
    days: Iterable[OutlineDay], floating: tuple[OutlineSession, ...]
) -> tuple[OutlineItem, ...]:
    """Everything that fills days, and the sessions of no day behind it."""
    return (*(item for day in days for item in day.items), *floating)


def _contributions(
    program: Program, resolver: Resolver, known: Before
) -> tuple[tuple[OutlineTalk, ...], tuple[OutlinePoster, ...]]:
    """Talks and posters; what is equal to what is known stays the same object."""
    talks = tuple(map(known.same, talks_of(program, resolver)))
    return talks, tuple(map(known.same, posters_of(program, resolver)))


def public_outline(
    program: Program, now: datetime | None = None, *, before: Before | None = None
) -> Outline:
    """The outline of a program's public projection, with the place of its logos.

    It is made once for all outputs; with the moment only what is past of a series changes.

    Args:
        program: What is decided, private fields included.
        now: When outputs are built, which links may depend on; none given means that none that
            is withheld is shown.
        before: What was made of earlier facts: what is equal stays the same object.
    """
    public, known = program.public(now), before or Before()
    if "outline" not in public.kept:
        folder = program.conference.folder
        made = known.retold(public, folder)
        public.kept["outline"] = made or build_outline(public, folder=folder, before=known)
    outline: Outline = public.kept["outline"]
    return outline if now is None else seen_at(outline, public.conference, now)


def seen_at(outline: Outline, conference: Conference, now: datetime) -> Outline:
    """An outline at another moment, on which depends what is past of a series.

    Args:
        outline: The outline.
        conference: The facts it was made of.
        now: The moment; without a zone by the clocks of the conference.
    """
    if outline.series is None:
        return outline
    series = series_of(Resolver(conference), outline.days, _local(now, conference))
    return replace(outline, series=series)


def _revised(conference: Conference) -> datetime | None:
    """When the facts last changed; a date means its first moment in the conference's zone."""
    revised = conference.revised
    if revised is None:
        return None
    if not isinstance(revised, datetime):
        revised = datetime.combine(revised, time())
    return _local(revised, conference)


def _local(moment: datetime | None, conference: Conference) -> datetime | None:
    """A moment; without a zone by the clocks of the conference."""
    if moment is None or moment.tzinfo:
        return moment
    return moment.replace(tzinfo=conference.zone)
