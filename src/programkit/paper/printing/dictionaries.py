"""Every dictionary of a PDF, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Pdf, Stream

_OF_STRUCTURE = {"/S", "/P"}  # what an element is, and what it is part of


def dictionaries(document: Pdf) -> Iterator[tuple[Dictionary | Stream, set[str]]]:
    """Every dictionary and stream of a document with its keys, but those that only describe.

    Of a long document, most dictionaries are elements of its structure, which draw nothing.

    Args:
        document: The document; the values of a dictionary may be changed when it comes.
    """
    for top in document.objects:
        waiting: list[object] = [top]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, Dictionary | Stream):
                keys = set(thing.keys())
                if keys >= _OF_STRUCTURE:
                    continue
                inside = [value for _, value in thing.items()]
                yield thing, keys
            elif isinstance(thing, Array):
                inside = list(thing)
            else:
                continue
            waiting += [part for part in inside if _stands_within(part)]


def _stands_within(part: object) -> bool:
    """Whether it is written where it is used; what is elsewhere comes by itself."""
    return isinstance(part, Object) and not part.is_indirect


def drop(thing: Object, *keys: str) -> None:
    """Take entries out of a dictionary, as far as it has them."""
    for key in keys:
        if key in thing:
            del thing[key]
