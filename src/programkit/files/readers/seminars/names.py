"""Names of speakers, as pages have them on lines of their own."""

from __future__ import annotations

from programkit.files.readers.markdown.escapes import shown
from programkit.files.readers.markdown.people import looks_like_name, people_in
from programkit.files.readers.markdown.vocabulary import FUNCTION_WORDS
from programkit.text.unknown import is_unknown

_SHORT = 3


def is_name(text: str) -> bool:
    """Whether a text has the shape of one person's name; "Simon Du" has it, as "An" or "Le" do.

    Short family names are spelled like words that titles have in their middle, and never end on.
    """
    before, _, last = text.strip().rpartition(" ")
    word = last.lower()
    surname = len(last) <= _SHORT and last[:1].isupper() and word in FUNCTION_WORDS
    return looks_like_name(f"{before} Xu" if before and surname else text)


def are_names(text: str) -> bool:
    """Whether a line names people, perhaps with affiliations, and nothing else."""
    if is_unknown(shown(text)):
        return False
    people = people_in(text)
    return bool(people) and all(is_name(person.name) for person in people)
