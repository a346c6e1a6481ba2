"""Which talks are meant: by id, or all of a track, a kind, a tag, a person or a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints
from typing_extensions import override

from programkit.errors import meant_or_known
from programkit.model.base import Id
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.program import Program
from programkit.rules._several import Several
from programkit.rules._wording import listed
from programkit.rules.base import Reference, Rule
from programkit.text.subjects import talk_text

ALL = "all"
"""The selector that means every talk."""
_KINDS = ("track", "day", "speaker", "person", "kind", "tag")

Selectors = Several[Annotated[str, StringConstraints(min_length=1)]]
"""Selectors, any of which may hold.

A selector is the id of a talk, ``track:ID``, ``kind:keynote``, ``tag:WORD``, ``speaker:ID``,
``person:ID`` (speaker or co-author), ``day:ID`` (what the facts fix on that day) or ``all``.
"""

Ids = Several[Id]


class ForTalks(Rule):
    """A rule that speaks of some talks. In the files they stand under ``for``."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    talks: Selectors = Field(alias="for", min_length=1)
    """Which talks it speaks of: ids, ``track:ID``, ``kind:NAME``, ``tag:WORD``, ``speaker:ID``."""

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("for", "selectors", name) for name in self.talks)

    def chosen(self, conference: Conference) -> tuple[Talk, ...]:
        """The talks it speaks of that take place, in the order of the facts."""
        return tuple(talk for talk in selected(conference, self.talks) if talk.takes_place)

    def chosen_words(self, conference: Conference) -> str:
        """The talks it speaks of, in words."""
        return listed(_words(conference, selector) for selector in self.talks)


class ForGroups(Rule):
    """A rule that speaks of groups of talks. In the files they stand under ``for``."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    groups: Selectors = Field(default=(), alias="for")
    """The groups, each by a selector such as ``track:ID`` or ``tag:WORD``; none given: every track.
    """

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("for", "selectors", name) for name in self.groups)

    def members(self, conference: Conference) -> Mapping[str, tuple[Talk, ...]]:
        """The talks of each group that take place; a track's group has the track's id as name."""
        groups = self.groups or [f"track:{track.id}" for track in conference.tracks]
        found = {name: selected(conference, (name,)) for name in groups}
        return {
            name.removeprefix("track:"): tuple(talk for talk in talks if talk.takes_place)
            for name, talks in found.items()
        }

    @staticmethod
    def group_words(conference: Conference, name: str) -> str:
        """A group in words."""
        return _words(conference, f"track:{name}" if name in conference.by_id.tracks else name)


def ranks(conference: Conference, selectors: Sequence[str]) -> Mapping[str, int]:
    """Which of some selectors means a talk first, from 0, by the talk's id.

    ``all`` means the talks that no other selector does.
    """
    found: dict[str, int] = {}
    for rank, selector in sorted(enumerate(selectors), key=lambda one: one[1] == ALL):
        for talk in selected(conference, (selector,)):
            found.setdefault(talk.id, rank)
    return found


def known_selectors(conference: Conference) -> list[str]:
    """All selectors that mean something: ids of talks first."""
    talks = conference.talks
    named = [
        *(f"track:{track.id}" for track in conference.tracks),
        *(f"day:{day.id}" for day in conference.timetable.days),
        *(f"speaker:{person.id}" for person in conference.people),
        *(f"person:{person.id}" for person in conference.people),
        *(f"kind:{talk.kind}" for talk in talks),
        *(f"tag:{tag}" for talk in talks for tag in talk.tags),
    ]
    return [*conference.by_id.talks, *dict.fromkeys(named), ALL]


def no_such(conference: Conference, selector: str) -> tuple[str, str]:
    """Of a selector that means nothing: what there is not, and which one may be meant."""
    known = known_selectors(conference)
    kind, _, name = selector.partition(":")
    if kind not in _KINDS or not name:
        return f'talk "{selector}"', meant_or_known(selector, known)
    names = [one.removeprefix(f"{kind}:") for one in known if one.startswith(f"{kind}:")]
    return f'{kind} "{name}"', meant_or_known(name, names)


def selected(conference: Conference, selectors: Iterable[str]) -> tuple[Talk, ...]:
    """The talks that selectors mean, in the order of the facts; those that mean none add none."""
    wanted = set(selectors)
    if all(":" not in selector and selector != ALL for selector in wanted):  # as most are
        return tuple(talk for talk in conference.talks if talk.id in wanted)
    by_day = any(selector.startswith("day:") for selector in wanted)
    days = _fixed_days(conference) if by_day else {}
    return tuple(
        talk
        for talk in conference.talks
        if ALL in wanted
        or not wanted.isdisjoint(_selectors_of(talk))
        or not wanted.isdisjoint(days.get(talk.id, ()))
    )


def _selectors_of(talk: Talk) -> Iterator[str]:
    """What means this talk, days apart."""
    yield talk.id
    if talk.track is not None:
        yield f"track:{talk.track}"
    yield f"kind:{talk.kind}"
    yield from (f"tag:{tag}" for tag in talk.tags)
    yield from (f"speaker:{person}" for person in talk.speaker_ids)
    yield from (f"person:{person}" for person in talk.people_ids)


def _fixed_days(conference: Conference) -> dict[str, set[str]]:
    """The days on which the facts fix talks, as selectors, by talk."""
    found: dict[str, set[str]] = {}
    for placed in Program.of(conference).placed:
        day = None if placed.session is None else placed.session.day
        if day is not None:
            name = conference.timetable.days[day].id
            found.setdefault(placed.talk.id, set()).add(f"day:{name}")
    return found


def _words(conference: Conference, selector: str) -> str:
    """A selector as people say it."""
    if selector in conference.by_id.talks:
        return talk_text(conference, conference.talk(selector))
    if selector == ALL:
        return "all talks"
    kind, _, name = selector.partition(":")
    if kind == "track":
        return f"the track {conference.track(name).name}"
    if kind in {"speaker", "person"}:
        took_part = "given" if kind == "speaker" else "written"
        return f"the talks {took_part} by {conference.person(name).name}"
    return f"the talks of {kind} {name}"
