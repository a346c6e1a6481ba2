"""Fields for which two sources gave two values, and nobody has chosen yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from programkit.checks.base import source_of
from programkit.model.conference import Conference
from programkit.model.contributions import Contribution
from programkit.model.findings import Finding, Level, Source
from programkit.model.people import Alternative, Person
from programkit.text.characters import excerpt
from programkit.text.subjects import kind_of, talk_text


@dataclass(frozen=True)
class Alternatives:
    """What ``alternatives:`` still lists."""

    codes: ClassVar[Mapping[str, str]] = {
        "alternatives-unresolved": "A field has two values, and nobody has chosen yet.",
        "name-variant": "A name is spelled in two ways.",
        "title-differs": "A title is not the same in the agenda and over the abstract.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """A finding for each other value."""
        for alternative in conference.alternatives:
            value = getattr(conference, alternative.field, None)
            source = conference.source(*alternative.field.split("."))
            yield _found("alternatives-unresolved", "the conference", value, alternative, source)
        talks: tuple[Contribution, ...] = (*conference.talks, *conference.posters)
        for talk in talks:
            for alternative in talk.alternatives:
                yield _of_talk(conference, talk, alternative)
        for person in conference.people:
            for alternative in person.alternatives:
                yield _of_person(conference, person, alternative)


def _of_talk(conference: Conference, talk: Contribution, alternative: Alternative) -> Finding:
    code = "title-differs" if alternative.field == "title" else "alternatives-unresolved"
    value = getattr(talk, alternative.field, "")
    source = source_of(conference, talk, alternative.field)
    name = f'{kind_of(talk)[:-1]} "{talk.id}"' if code == "title-differs" else None
    found = _found(code, name or talk_text(conference, talk), value, alternative, source)
    return found.replace(about=(talk.id,))


def _of_person(conference: Conference, person: Person, alternative: Alternative) -> Finding:
    code = "name-variant" if alternative.field == "name" else "alternatives-unresolved"
    value = getattr(person, alternative.field, "")
    source = conference.source("people", person.id, alternative.field)
    found = _found(code, f'person "{person.id}"', value, alternative, source)
    return found.replace(about=(person.id,))


def _found(
    code: str, whose: str, value: object, alternative: Alternative, source: Source | None
) -> Finding:
    where = f" ({alternative.source})" if alternative.source else ""
    many = "another value" if value is None else "two values"
    own = "" if value is None else f"{_quoted(value)} and "
    return Finding(
        code=code,
        level=Level.SOFT,
        message=f"{whose} has {many} for {alternative.field}: {own}"
        f"{_quoted(alternative.value)}{where}",
        remedy="keep the right one and drop the other from alternatives:",
        source=source,
    )


def _quoted(value: object) -> str:
    return f'"{excerpt(str(value), 80)}"'
