"""Rooms and online places as they are named on a page."""

from __future__ import annotations

import re
from typing import Final

from programkit.files.readers.markdown.vocabulary import ROOM

_SERVICES: Final = {
    "zoom": "Zoom",
    "teams": "Teams",
    "microsoft teams": "Microsoft Teams",
    "ms teams": "MS Teams",
    "webex": "Webex",
    "bigbluebutton": "BigBlueButton",
    "big blue button": "BigBlueButton",
    "bbb": "BBB",
    "google meet": "Google Meet",
    "jitsi": "Jitsi",
    "skype": "Skype",
    "online": "Online",
    "youtube live": "YouTube Live",
    "virtual": "Virtual",
}
_SERVICE: Final = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, _SERVICES), key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"[A-Z]{1,6}(?:[ .-][A-Z]{1,4})?[ .-]?\d{1,4}[A-Za-z]{0,2}(?:[./-]\d{1,4}[a-z]?){0,3}"
    r"(?: ?\([^()]{1,40}\))?"
    r"|\d{1,4}(?:[./-]\d{1,4})?[A-Za-z]? [A-Z][a-z]+ (?:Hall|Building|Bldg)\.?"
    r"|(?:[A-Z][\w.’'-]+ ){1,3}(?:Hall|Building|Auditorium|Theatre|Theater|Room)(?: [\w.-]+)?"
    r"|(?:HS|SR|Hs|R\.|Rm\.?|Geb\.?|Gebäude) ?[\w.-]+(?:, ?(?:HS|SR|R\.?|Raum|Room) ?[\w.-]+)?"
)
_ON_SITE: Final = re.compile(
    r"\b(?:on campus|in[ -]person|on[ -]site|in the (?:seminar )?room|vor ort|in präsenz|"
    r"en présentiel|in presenza|presencial|op locatie|hybrid\w*)\b",
    re.IGNORECASE,
)
_HELD: Final = re.compile(
    r"(?:^|\s)(?:on|via|over|by|through|per|über|in|sur|su|por|op)\s(?:\w+\s)?$"
)
"""What stands before the name of a service on which something is held."""

_IN_ROOM: Final = re.compile(
    r"\b(?:in|im|en|dans|at|u)\s(?:the\s|la\s|de\s|der\s|dem\s)?(?P<room>(?:(?:lecture |seminar )?"
    r"(?:room|hall)|raum|hörsaal|seminarraum|saal|salle|aula|sala|zaal|dvorana)\s[\w.-]*\w|"
    r"(?-i:[A-Z]{1,4})[ .-]?\d[\w./-]*\w)",
    re.IGNORECASE,
)
"""A room in a sentence, by its kind or by a building's letters and a number."""


def room_in(sentence: str) -> str:
    """The room that a sentence names; empty for none."""
    found = _IN_ROOM.search(sentence)
    return found["room"] if found and re.search(r"\d", found["room"]) else ""


def service_of(text: str) -> str:
    """The online service that a text is the name of; empty for none."""
    name = text.strip(" .()[]").lower()
    name = re.sub(r"^(?:via|on|per|über|sur|par)\s+", "", name)
    return _SERVICES.get(name, "")


def service_in(sentence: str) -> str:
    """The online service that a sentence says talks are held on; empty for none."""
    for found in _SERVICE.finditer(sentence):
        before = sentence[: found.start()]
        used = _HELD.search(before[-24:]) or found[0].lower() == "online"
        talks = re.match(r"[\s-](?:talks?|seminars?|meetings?|vorträge)\b", sentence[found.end() :])
        linked = re.match(
            r"[\s-](?:link|id|recording|channel)", sentence[found.end() :], re.IGNORECASE
        )
        if (used or talks) and not linked and found[0].lower() != "virtual":
            name = _SERVICES[found[0].lower()]
            rest = service_in(sentence[found.end() :]) if name == "Online" else ""
            return rest or name
    return ""


def is_on_site(sentence: str) -> bool:
    """Whether a sentence says that one can come."""
    return bool(_ON_SITE.search(sentence))


def is_place(text: str) -> bool:
    """Whether the whole of a text names a room or an online service."""
    text = text.strip(" .")
    if not text or len(text) > 80:
        return False
    return bool(
        service_of(text)
        or _CODE.fullmatch(text)
        or (ROOM.match(text) and text.find(" ") > 0 and len(text) <= 60 and text[-1] not in ".?:")
    )
