"""How messages to organizers name talks, posters and people: by their ids, and what they are."""

from __future__ import annotations

from collections.abc import Iterable

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Contribution, Poster
from programkit.text.markup import plain


def kind_of(contribution: Contribution) -> str:
    """The field of the conference that lists it: ``talks`` or ``posters``."""
    return "posters" if isinstance(contribution, Poster) else "talks"


def talk_text(conference: Conference, contribution: Contribution) -> str:
    """A talk or poster by its id, and by its title or else its speakers."""
    told = "" if isinstance(contribution.title, Unknown) else plain(contribution.title)
    told = told or people_text(conference, contribution.speaker_ids)
    known = f" ({told})" if told else ""
    return f'{kind_of(contribution)[:-1]} "{contribution.id}"{known}'


def people_text(conference: Conference, ids: Iterable[str]) -> str:
    """People by name."""
    return ", ".join(conference.person(person).name for person in ids)
