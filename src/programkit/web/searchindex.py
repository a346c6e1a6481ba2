"""The index of the full-text search: for each word, in which texts it stands.

The script cuts queries into tokens in the same way; a test compares the two.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from programkit.model.base import Unknown
from programkit.outline.nodes import OutlinePoster, OutlineTalk
from programkit.text.runs import Paragraph
from programkit.web.context import View

NAME, TITLE, TEXT = "@", "!", ""
"""What follows the number of a document, by where a word stands in it: the first weighs most."""
_IDEOGRAPHS: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff"
_TOKEN: Final = re.compile(rf"([{_IDEOGRAPHS}]+)|((?:(?![{_IDEOGRAPHS}])[^\W_])+)")
_ASCII_TOKEN: Final = re.compile(r"[a-z0-9]+")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"

Contribution = OutlineTalk | OutlinePoster
Document = tuple[tuple[str, ...], ...]
"""The tokens of a document, in the order of `NAME`, `TITLE` and `TEXT`."""


class Index:
    """The index of an outline; that of the next one differs only where documents do."""

    def __init__(self) -> None:
        self._language = ""
        self._known: dict[int, tuple[Contribution, Document]] = {}
        """The documents of talks and posters, as long as these are the same objects."""
        self._documents: list[Document] = []
        self._posts: dict[str, str] = {}
        """Where each token stands."""

    def of(self, view: View) -> dict[str, str]:
        """All tokens in order, and for each where it stands.

        Documents are numbered as the script's facts list them: talks, posters, sessions, people.

        Args:
            view: The outline in its language.
        """
        before, self._documents = self._documents, [*self._contributions(view), *_others(view)]
        changed = _changed(before, self._documents)
        kept = {} if changed is None else self._posts
        for token in changed or ():
            kept.pop(token, None)
        posts = kept | _posts(self._documents, changed)
        self._posts = {token: posts[token] for token in sorted(posts)}
        return {"terms": " ".join(self._posts), "posts": ";".join(self._posts.values())}

    def _contributions(self, view: View) -> list[Document]:
        """The documents of an outline's talks and posters, in order."""
        outline, known = view.outline, self._known if self._language == view.language else {}
        self._language, self._known = view.language, {}
        items: list[Contribution] = [*outline.talks, *outline.posters]
        for item in items:
            before = known.get(id(item))
            self._known[id(item)] = before or (item, _each_once(_contribution(view, item)))
        return [document for _, document in self._known.values()]


def _changed(before: list[Document], now: list[Document]) -> set[str] | None:
    """The tokens of documents that are not as before; none where numbers are not as before."""
    if len(before) != len(now):
        return None
    differing = [(old, new) for old, new in zip(before, now, strict=True) if old != new]
    return {token for pair in differing for document in pair for part in document for token in part}


def _posts(documents: list[Document], wanted: set[str] | None) -> dict[str, str]:
    """Where tokens stand.

    Args:
        documents: All of them.
        wanted: The tokens; none given means all.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for number, document in enumerate(documents):
        place = _base36(number)
        for mark, added in zip((NAME, TITLE, TEXT), document, strict=True):
            here = place + mark
            for token in added if wanted is None else wanted.intersection(added):
                found[token].append(here)
    return {token: ",".join(places) for token, places in found.items()}


@lru_cache(maxsize=1 << 15)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, each once, without marks and in small letters.

    Of Chinese, Japanese and Korean, which have no spaces, every two characters that follow each
    other.
    """
    return _tokens(text)


def _tokens(text: str) -> tuple[str, ...]:
    found = _ASCII_TOKEN.findall(text.lower()) if text.isascii() else _cut(folded(text))
    return tuple(dict.fromkeys(map(sys.intern, found)))  # words of very many texts are few


def folded(text: str) -> str:
    """The text as it is searched: compatible characters alike, small, without marks."""
    apart = unicodedata.normalize("NFKD", text).lower()
    return unicodedata.normalize("NFC", _NOT_ASCII.sub(_without_marks, apart))


def _without_marks(found: re.Match[str]) -> str:
    return "".join(one for one in found[0] if unicodedata.category(one)[0] != "M")


def _cut(text: str) -> Iterator[str]:
    for ideographs, word in _TOKEN.findall(text):
        if word:
            yield word
        elif len(ideographs) == 1:
            yield ideographs
        else:
            yield from (one + other for one, other in pairwise(ideographs))


def _others(view: View) -> Iterator[Document]:
    for session in view.sessions.values():
        if view.has_page(session):
            names, title = tokens(view.chairs(session)), tokens(view.session_name(session))
            yield _each_once((names, title, ()))
    for entry in view.outline.index:
        affiliations = " ".join(entry.person.affiliations)
        yield _each_once((tokens(entry.person.name), (), tokens(affiliations)))


def _each_once(document: Document) -> Document:
    """The tokens where they weigh most."""
    names, title, text = document
    return names, _without(title, names), _without(text, (*names, *title))


def _without(tokens: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    known = set(others)
    return tuple(token for token in tokens if token not in known)


def _contribution(view: View, item: Contribution) -> Document:
    speakers = () if isinstance(item.speakers, Unknown) else item.speakers
    names = " ".join(person.name for person in (*speakers, *item.coauthors))
    track = "" if item.track is None else item.track.name
    title = " ".join((view.title(item), *item.tags, track))
    text = () if isinstance(item.abstract, Unknown) else _words(item.abstract)
    return tokens(names), tokens(title), text


def _words(paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """The tokens of an abstract; it is not kept, as no other text is the same."""
    return _tokens("\n".join("".join(run.text for run in part.runs) for part in paragraphs))


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits
