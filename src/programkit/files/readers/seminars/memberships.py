"""What people listed on a page are for the series."""

from __future__ import annotations

from collections.abc import Sequence

from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.people import Named
from programkit.files.readers.seminars.entries import PeopleList
from programkit.files.readers.seminars.rosters import (
    Earlier,
    Standing,
    break_in,
    recognized,
)
from programkit.files.readers.seminars.talks import Gathered
from programkit.files.readers.seminars.vocabulary import role_of
from programkit.model.findings import Level
from programkit.model.people import Role
from programkit.text.folding import folded


def enlist(lists: Sequence[PeopleList], earlier: Sequence[Earlier], gathered: Gathered) -> None:
    """Give the people of all lists their roles."""
    for people in lists:
        if people.heading:
            role, ended = role_of(people.heading)
            _all(people.members, Role(role=role, ended=ended), gathered)
        else:
            _unlabelled(people, earlier, gathered)
    for other in earlier:
        _moves(lists, other, gathered.notes)


def _all(members: Sequence[tuple[Named, int]], role: Role | None, gathered: Gathered) -> None:
    for person, line in members:
        gathered.member(person, line, role)


def _unlabelled(people: PeopleList, earlier: Sequence[Earlier], gathered: Gathered) -> None:
    """A list without a heading: what it is, another page may show; where it breaks, its order."""
    members = people.members
    cut = break_in(people)
    parts = [members[:cut], members[cut:]] if cut else [members]
    for other in earlier:
        found = recognized([[person for person, _ in part] for part in parts], other)
        if found is not None:
            _confirm(parts, found, other, gathered)
            return
    _all(members, None, gathered)
    first, last = members[0][1], members[-1][1]
    message = f"{len(members)} people are listed without a heading in lines {first} to {last}"
    if cut:
        message += (
            f"; the alphabet begins again in line {members[cut][1]}, so they are probably two "
            f"lists of {cut} and {len(members) - cut}"
        )
    gathered.notes.add(
        "list-unlabelled",
        members[cut][1],
        message,
        "give them roles:, or import with a page on which the lists have headings (--with)",
        level=Level.SOFT,
        field="people",
    )


def _confirm(
    parts: Sequence[Sequence[tuple[Named, int]]],
    found: Sequence[Standing],
    other: Earlier,
    gathered: Gathered,
) -> None:
    told = []
    for part, standing in zip(parts, found, strict=True):
        _all(part, Role(role=standing.role, ended=standing.ended), gathered)
        kind = f"former {standing.role}" if standing.ended else standing.role
        told.append(f"lines {part[0][1]} to {part[-1][1]} are the {kind} ({len(part)})")
    gathered.notes.add(
        "list-confirmed",
        parts[-1][0][1],
        f"people are listed without headings; {' and '.join(told)}, by those of them who are in "
        f"the lists of {other.file}",
        "nothing, if that is right",
        field="people",
    )


def _moves(lists: Sequence[PeopleList], other: Earlier, notes: Notes) -> None:
    """People who have another affiliation on the other page."""
    for person, line in (member for people in lists for member in people.members):
        there = other.affiliations.get(folded(person.name), ())
        if there and person.affiliations and there != person.affiliations:
            notes.add(
                "affiliation-changed",
                line,
                f"{person.name}: {'; '.join(person.affiliations)} here, {'; '.join(there)} in "
                f"{other.file}",
                "add stays: to the person, if both are worth keeping",
                field="people",
            )
