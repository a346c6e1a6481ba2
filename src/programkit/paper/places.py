"""Where links lead: the names of places that parts refer to in each other."""

from __future__ import annotations

from collections.abc import Mapping

from programkit.outline.nodes import OutlineTalk
from programkit.paper.abstract import shown
from programkit.paper.book import Book, abstract_anchor, agenda_anchor
from programkit.paper.guides import session_anchor

__all__ = ["places_of", "session_anchor"]


def places_of(book: Book) -> Mapping[str, str]:
    """For each talk and poster the anchor it is looked up at: its abstract, else the agenda.

    A talk without an abstract and without a time has none, nor has what is in no part.
    """
    outline = book.outline
    found = {talk.id: anchor for talk in outline.talks if (anchor := _place(talk, book))}
    for poster in outline.posters:
        if book.has("posters"):
            found[poster.id] = abstract_anchor(poster.id)
        elif book.has("agenda"):
            found[poster.id] = agenda_anchor(poster.id)
    return found


def _place(talk: OutlineTalk, book: Book) -> str:
    if shown(talk) and book.has("abstracts"):
        return abstract_anchor(talk.id)
    timed = talk.occurrences and book.has("agenda")
    return agenda_anchor(talk.id, talk.occurrences[0].part) if timed else ""
