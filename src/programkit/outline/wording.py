"""What plain-text outputs say of a talk, in a language: unknowns worded, names listed."""

from __future__ import annotations

from collections.abc import Iterable

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.model.venue import Access, Room
from programkit.outline.nodes import OutlinePerson, OutlinePoster, OutlineTalk
from programkit.text.characters import one_line
from programkit.text.markup import Paragraph
from programkit.text.names import join_names
from programkit.text.words import word

_WITHHELD = {
    Access.BEFORE: "link_given",
    Access.REGISTRATION: "link_registered",
    Access.MAIL: "link_mailed",
}
"""How to get a link, where the organizers say nothing of it."""


def title_text(contribution: OutlineTalk | OutlinePoster, language: str) -> str:
    """The plain title, or that it is to be announced."""
    title = contribution.plain_title
    return word("title_tbd", language) if isinstance(title, Unknown) else title


def speakers_text(people: tuple[OutlinePerson, ...] | Unknown, language: str) -> str:
    """The names in order, or that they are to be announced; empty for nobody in particular."""
    if isinstance(people, Unknown):
        return word("speaker_tbd", language)
    return ", ".join(person.name for person in people)


def person_text(person: OutlinePerson) -> str:
    """A name with its affiliations."""
    places = "; ".join(person.affiliations)
    return f"{person.name} ({places})" if places else person.name


def joint_work_text(contribution: OutlineTalk | OutlinePoster, language: str) -> str:
    """With whom the work was done; empty for the speakers alone."""
    if not contribution.coauthors:
        return ""
    names = join_names([person_text(person) for person in contribution.coauthors], language)
    return word("joint_work", language, names=names)


def state_text(state: State, language: str) -> str:
    """A word for what is not certain; empty for a confirmed contribution."""
    return word(state.value, language) if state in {State.CANCELLED, State.TENTATIVE} else ""


def joining_text(room: Room | Unknown | None, language: str) -> str:
    """The link of a room where it is given, else how to get it; empty if nobody joins online."""
    if not isinstance(room, Room) or not room.online:
        return ""
    if room.link or room.how_to_join:
        return one_line(room.link or room.how_to_join)
    withheld = _WITHHELD.get(room.access)
    return word(withheld, language, n=room.minutes_before) if withheld else ""


def plain_text(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as text without markup, an empty line between; links follow their labels."""
    return "\n\n".join(_paragraph(paragraph) for paragraph in paragraphs)


def _paragraph(paragraph: Paragraph) -> str:
    marker = f"{paragraph.marker} " if paragraph.marker else ""
    return marker + "".join(
        f"{run.text} ({run.link})" if run.link and run.link != run.text else run.text
        for run in paragraph.runs
    )
