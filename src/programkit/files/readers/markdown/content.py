"""What a row says where title and speaker stand in one text, without columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from programkit.files.readers.markdown.escapes import shown
from programkit.files.readers.markdown.people import looks_like_names
from programkit.files.readers.markdown.vocabulary import break_kind, label_of, only_break
from programkit.text.unknown import is_unknown

ITALIC = re.compile(r"(?:\*{1,3}|_{1,3})(?=[^*_\s])[^*]*(?:\*{1,3}|_{1,3})$")
_ROOM = re.compile(
    r"\s*[\[(,–—-]\s*((?:Room|Raum|Saal|Hörsaal|Hall|Salle|Sala|Aula|Zaal|Auditorium)\b[^\])(,]*)[\])]?$"
)
_PARENTHESES = re.compile(r"(.*\S)\s*\(([^()]*)\)[.\s]*$")
_DASH = re.compile(r"\s+[—–-]\s+|\s*—\s*|:\s+|\s+/\s+|\s+\|\s+")
_QUOTED = re.compile(r"(?P<names>[^\"“„«]+?)\s*[,–—-]?\s+(?P<title>[\"“„«].+)$")
_BOLD_FIRST = re.compile(r"\*\*([^*]+?):?\*\*(?:\s*\(([^()]*)\))?\s*[:,–—-]?\s+(\S.*)$")
_BOLD_LAST = re.compile(r"(\S.*?)\s*[:,–—-]?\s+\*\*([^*]+)\*\*(.*)$")


@dataclass(frozen=True, slots=True)
class Content:
    """What a row says, by meaning."""

    title: str = ""
    """CommonMark; plain text for an aside."""
    speakers: str = ""
    room: str = ""
    chair: str = ""
    place: str = ""
    """Where a break is."""
    aside: bool = False
    """Whether it is set in italics, as what is not a talk often is."""
    leftovers: tuple[str, ...] = ()
    """Cells of unknown meaning."""


def from_one_text(text: str) -> Content:
    """Title and speaker from ``Title (Speaker)``, ``Speaker: Title``, ``Title – Speaker``."""
    text = text.strip(" \t")
    if ITALIC.match(text) and text.count("*") <= 6:
        return Content(shown(text), aside=True)
    located = _ROOM.search(text)
    room = shown(located[1]) if located and not only_break(shown(text[: located.start()])) else ""
    if room and located:
        text = text[: located.start()].strip(" \t")
    text, chair = _without_chair(text)
    title, speakers, place = _split(text)
    return Content(title, speakers, room, chair, place)


def _without_chair(text: str) -> tuple[str, str]:
    """``Discussion (chair: Ada Brook)`` without what is in parentheses, and the chair."""
    enclosed = _PARENTHESES.match(text)
    meaning, value = label_of(enclosed[2]) if enclosed else ("", "")
    return (enclosed[1], shown(value)) if enclosed and meaning == "chair" else (text, "")


def _split(text: str) -> tuple[str, str, str]:
    """Title, speakers, and the place of a break."""
    enclosed = _PARENTHESES.match(text)
    if enclosed and only_break(shown(enclosed[1])):
        return shown(enclosed[1]), "", shown(enclosed[2])
    if only_break(shown(text)):
        return shown(text), "", ""
    for split in (_by_bold, _by_quotes, _by_parentheses, _by_dash, _by_comma):
        found = split(text)
        if found:
            return found[0].strip(" \t"), found[1].strip(" \t"), ""
    return text, "", ""


def _by_bold(text: str) -> tuple[str, str] | None:
    first = _BOLD_FIRST.match(text)
    if first and looks_like_names(first[1]):
        where = f" ({first[2]})" if first[2] else ""
        return first[3], first[1] + where
    last = _BOLD_LAST.match(text)
    if last and looks_like_names(last[2]):
        return last[1], f"**{last[2]}**{last[3]}"
    return None


def _by_quotes(text: str) -> tuple[str, str] | None:
    """``Name, "Title"``: what is in quotes is no name."""
    found = _QUOTED.match(text)
    return (found["title"], found["names"]) if found and _are_names(found["names"]) else None


def _are_names(text: str) -> bool:
    return looks_like_names(text) and not is_unknown(shown(text))


def _by_parentheses(text: str) -> tuple[str, str] | None:
    found = _PARENTHESES.match(text)
    if not found:
        return None
    dashed = _by_dash(text)
    if dashed and not looks_like_names(found[2]):
        return dashed
    return (found[1], found[2]) if looks_like_names(found[2]) else None


def _by_dash(text: str) -> tuple[str, str] | None:
    """The side that is a name; neither where both or none are. A title may say TBD."""
    dashes = [dash for dash in _DASH.finditer(text) if not _within(text, dash.start())]
    for dash, name_first in ((d, first) for d in (dashes[:1] + dashes[-1:]) for first in (1, 0)):
        left, right = text[: dash.start()], text[dash.end() :]
        name, title = (left, right) if name_first else (right, left)
        untitled = is_unknown(shown(title)) and _are_names(name)
        plainly = untitled or (looks_like_names(name) and not looks_like_names(title))
        if title.strip(" \t") and plainly and not break_kind(shown(title)):
            return title, name
    return None


def _within(text: str, place: int) -> bool:
    """Whether a place in a text is inside parentheses."""
    return text.count("(", 0, place) > text.count(")", 0, place)


def _by_comma(text: str) -> tuple[str, str] | None:
    """``Title, Name`` where only the last part is a name; ``TBD, Name`` where the first is TBD."""
    before, comma, names = text.partition(", ")
    if comma and is_unknown(shown(before)) and _are_names(names):
        return before, names
    title, comma, name = text.rpartition(", ")
    if comma and looks_like_names(name) and not looks_like_names(title):
        return title, name
    return None
