"""What a seminar's page leaves out of a series."""

from __future__ import annotations

from collections.abc import Iterator

from programkit.files.writers.markdown.losses import of_talks
from programkit.files.writers.markdown.seminarpage import HEADINGS
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import State, Talk
from programkit.model.program import Program
from programkit.model.recurrence import Recurrence
from programkit.model.series import Series


def left_out_of_page(program: Program) -> tuple[str, ...]:
    """What the page does not hold of this program, a sentence each."""
    conference = program.conference
    found = [*_of_conference(conference), *_of_people(conference)]
    if isinstance(conference, Series):
        found += _of_rule(conference.recurrence)
        found += ["The time zones of the audience are left out."] if conference.audience else []
    talks = (
        (talk.id, [what for what, is_lost in _of_talk(talk) if is_lost])
        for talk in conference.talks
    )
    ids = "Ids are left out; a reader makes its own from the names."
    return (*found, *of_talks(talks), ids)


def _of_conference(conference: Conference) -> Iterator[str]:
    if any(host.logo or host.url or host.kind for host in conference.hosts):
        yield "Logos, addresses and kinds of hosts are left out."
    if conference.sponsors or conference.contacts or conference.channels:
        yield "Sponsors, contacts and channels are left out."
    if conference.site:
        yield "The address of the site is left out."
    if conference.venue or conference.venue_map:
        yield "What is said of the venue is left out."
    if any(room.capacity or room.features or room.online or room.link for room in conference.rooms):
        yield "Of rooms only the names are written; the page's own text says how to join."


def _of_people(conference: Conference) -> Iterator[str]:
    people = conference.people
    if any(person.url or person.family or person.stays for person in people):
        yield "Of people addresses, family names and earlier affiliations are left out."
    roles = [role for person in people for role in person.roles]
    if any(role.role not in HEADINGS or role.since or role.until for role in roles):
        yield f"Of roles only {', '.join(HEADINGS)} are written, and no dates of them."
    alone = {talk.speaker_ids[0] for talk in conference.talks if len(talk.speaker_ids) == 1}
    if any(person.bio and person.id not in alone for person in people):
        yield "Biographies of those who do not give a talk alone are left out."


def _of_rule(rule: Recurrence) -> Iterator[str]:
    if rule.interval > 2 or (rule.interval > 1 and rule.frequency == "monthly"):
        yield "The rule is left out, as it has no short sentence; its dates are written."
    if rule.terms or rule.breaks or rule.holidays:
        yield "Terms, breaks and holidays are left out; the dates they leave are written."
    if any(exception.meets_on is not None for exception in rule.exceptions):
        yield "Which meeting was moved, or is extra, is left out; its date is written."


def _of_talk(talk: Talk) -> Iterator[tuple[str, bool]]:
    yield "its co-authors", bool(talk.coauthors)
    yield "tags, language or links", bool(talk.tags or talk.language or talk.links)
    yield "that it is tentative", talk.state is State.TENTATIVE
    yield "why it is cancelled", bool(talk.reason)
    yield f'that it is a "{talk.kind}"', talk.kind != "talk"
    yield "that it has no speaker", talk.speakers == ()
    abstract = talk.abstract
    yield (
        "that it will have no abstract",
        not isinstance(abstract, Unknown) and not abstract.strip(),
    )
