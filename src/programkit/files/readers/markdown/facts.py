"""The model's days, people and rooms from what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from programkit.files.readers.markdown.cover import Cover
from programkit.files.readers.markdown.escapes import restored, unmasked
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.people import people_in
from programkit.files.readers.markdown.registry import Registry
from programkit.files.readers.markdown.structure import DayPart
from programkit.files.readers.markdown.timeline import ItemDraft, PauseDraft, SessionDraft
from programkit.model.base import TBD, Unknown
from programkit.model.conference import Conference
from programkit.model.days import Break, Day, Marker, Session, Slot
from programkit.model.findings import Source
from programkit.model.people import Alternative
from programkit.model.timetable import TimedSession
from programkit.model.venue import Contact, Organization
from programkit.text.unknown import is_unknown


@dataclass
class DayDraft:
    """A day with its items, before it is a fact."""

    part: DayPart
    date: date | None
    items: list[ItemDraft]

    @property
    def sessions(self) -> list[SessionDraft]:
        """Its sessions."""
        return [item for item in self.items if isinstance(item, SessionDraft)]


def day_of(draft: DayDraft, registry: Registry) -> Day:
    """A day as a fact; the heading of a day without a date is its title."""
    heading = draft.part.heading
    title = heading.title if heading is not None else ""
    room = any(session.room == title for session in draft.sessions)
    title = "" if room else unmasked(title)
    if heading is not None and draft.date is None and heading.number is None:
        title = heading.text
    items = tuple(_item(item, registry) for item in draft.items)
    return Day(date=draft.date or TBD, title=title, items=items)


def _item(item: ItemDraft, registry: Registry) -> Session | Break | Marker:
    if isinstance(item, PauseDraft):
        if item.kind == "end":
            return Marker(title=unmasked(item.title), start=item.start)
        return Break(
            title=unmasked(item.title),
            start=item.start,
            end=item.end,
            kind=item.kind,
            place=unmasked(item.place),
        )
    slots = tuple(Slot(start=t.start, end=t.end, talk=t.talk or TBD) for t in item.talks)
    chairs: tuple[str, ...] | Unknown = TBD
    if not item.chair or not is_unknown(item.chair):
        chairs = tuple(registry.person(named, item.line) for named in people_in(item.chair))
    room: str | Unknown = registry.room(unmasked(item.room), item.line) if item.room else TBD
    return Session(title=restored(item.title), room=room, chairs=chairs, slots=slots)


def cover_facts(cover: Cover, notes: Notes) -> dict[str, Any]:
    """The conference's own fields."""
    facts = cover.facts
    return {
        "title": facts.get("title", ""),
        "subtitle": facts.get("subtitle", ""),
        "start": cover.start,
        "end": cover.end,
        "place": facts.get("place", ""),
        "url": facts.get("web", ""),
        "welcome": facts.get("welcome", ""),
        "hosts": tuple(Organization(name=name) for name, _ in cover.lists.get("host", ())),
        "sponsors": tuple(Organization(name=name) for name, _ in cover.lists.get("sponsor", ())),
        "contacts": tuple(_contact(text) for text, _ in cover.lists.get("contact", ())),
        "alternatives": tuple(
            Alternative(field=_FIELDS.get(fact, fact), value=value, source=notes.source(line, fact))
            for fact, value, line in cover.alternatives
        ),
    }


_FIELDS = {"web": "url", "time zone": "timezone"}


def _contact(text: str) -> Contact:
    """A name with the address that is in it."""
    mail = next((word.strip("<>(),;") for word in text.split() if "@" in word), "")
    name = " ".join(word for word in text.split() if "@" not in word).strip(" ,;:–—-")
    return Contact(name=name or mail, email=mail)


def cover_sources(cover: Cover, notes: Notes) -> dict[str, Source]:
    """Where the conference's own fields were read."""
    found = {_FIELDS.get(fact, fact): line for fact, line in cover.lines.items()}
    for plural, singular in (("hosts", "host"), ("sponsors", "sponsor"), ("contacts", "contact")):
        if cover.lists.get(singular):
            found[plural] = cover.lists[singular][0][1]
    return {field: notes.source(line, field) for field, line in found.items()}


def day_sources(
    conference: Conference, drafts: Sequence[DayDraft], notes: Notes
) -> dict[str, Source]:
    """Where days, sessions, slots, breaks and markers were read, by kind and id."""
    found: dict[str, Source] = {}
    for timed, draft in zip(conference.timetable.days, drafts, strict=True):
        if draft.part.heading is not None:
            found[f"days.{timed.id}"] = notes.source(draft.part.heading.line)
        for item, source in zip(timed.items, draft.items, strict=True):
            if isinstance(item, TimedSession) and isinstance(source, SessionDraft):
                found[f"sessions.{item.id}"] = notes.source(source.line)
                for slot, row in zip(item.slots, source.talks, strict=True):
                    found[f"slots.{slot.id}"] = notes.source(row.line)
            else:
                kind = (
                    "markers"
                    if isinstance(source, PauseDraft) and source.kind == "end"
                    else "breaks"
                )
                found[f"{kind}.{item.id}"] = notes.source(source.line)
    return found
