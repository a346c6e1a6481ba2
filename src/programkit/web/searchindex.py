"""The index of the full-text search: for each word, in which texts it stands.

The script cuts queries into tokens in the same way; a test compares the two.
"""

from __future__ import annotations

import re
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
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"

Document = tuple[tuple[str, ...], ...]
"""The tokens of a document, in the order of `NAME`, `TITLE` and `TEXT`."""


def index_of(view: View) -> dict[str, str]:
    """The index: all tokens in order, and for each where it stands.

    Documents are numbered as the script's facts list them: talks, posters, sessions, people.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for number, document in enumerate(_documents(view)):
        place = _base36(number)
        for mark, added in zip((NAME, TITLE, TEXT), _each_once(document), strict=True):
            here = place + mark
            for token in added:
                found[token].append(here)
    terms = sorted(found)
    return {"terms": " ".join(terms), "posts": ";".join(",".join(found[term]) for term in terms)}


@lru_cache(maxsize=1 << 15)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, each once, without marks and in small letters.

    Of Chinese, Japanese and Korean, which have no spaces, every two characters that follow each
    other.
    """
    if text.isascii():
        return tuple(dict.fromkeys(_ASCII_TOKEN.findall(text.lower())))
    return tuple(dict.fromkeys(_cut(folded(text))))


def folded(text: str) -> str:
    """The text as it is searched: compatible characters alike, small, without marks."""
    apart = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(one for one in apart if one.isascii() or unicodedata.category(one)[0] != "M")
    return unicodedata.normalize("NFC", plain)


def _cut(text: str) -> Iterator[str]:
    for ideographs, word in _TOKEN.findall(text):
        if word:
            yield word
        elif len(ideographs) == 1:
            yield ideographs
        else:
            yield from (one + other for one, other in pairwise(ideographs))


def _documents(view: View) -> Iterator[Document]:
    contributions: list[OutlineTalk | OutlinePoster] = [*view.outline.talks, *view.outline.posters]
    yield from (_contribution(view, item) for item in contributions)
    for session in view.sessions.values():
        if view.has_page(session):
            yield tokens(view.chairs(session)), tokens(view.session_name(session)), ()
    for entry in view.outline.index:
        yield tokens(entry.person.name), (), tokens(" ".join(entry.person.affiliations))


@lru_cache(maxsize=1 << 14)
def _each_once(document: Document) -> Document:
    """The tokens where they weigh most; kept, because few documents change between two builds."""
    names, title, text = document
    return names, _without(title, names), _without(text, (*names, *title))


def _without(tokens: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    known = set(others)
    return tuple(token for token in tokens if token not in known)


def _contribution(view: View, item: OutlineTalk | OutlinePoster) -> Document:
    speakers = () if isinstance(item.speakers, Unknown) else item.speakers
    names = " ".join(person.name for person in (*speakers, *item.coauthors))
    track = "" if item.track is None else item.track.name
    title = " ".join((view.title(item), *item.tags, track))
    text = () if isinstance(item.abstract, Unknown) else _words(item.abstract)
    return tokens(names), tokens(title), text


@lru_cache(maxsize=1 << 14)
def _words(paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """The tokens of an abstract; kept, because few abstracts change between two builds."""
    return tokens("\n".join("".join(run.text for run in part.runs) for part in paragraphs))


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits
