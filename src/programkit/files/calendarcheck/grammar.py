"""Which components there are, and which properties they have (RFC 5545, RFC 7986)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """What a property's value is."""

    types: tuple[str, ...]
    """Types it may have, the default one first."""
    many: bool = False
    """Whether it is a list with commas."""
    explicit: bool = False
    """Whether VALUE must be given: there is no default."""
    utc: bool = False
    """Whether it is always in UTC."""


_TEXT, _URI, _INTEGER = Kind(("TEXT",)), Kind(("URI",)), Kind(("INTEGER",))
_TEXTS, _UTC = Kind(("TEXT",), many=True), Kind(("DATE-TIME",), utc=True)
_MOMENT, _SPAN = Kind(("DATE-TIME", "DATE")), Kind(("DURATION",))

KINDS: Final[Mapping[str, Kind]] = {
    "ACTION": _TEXT,
    "ATTACH": Kind(("URI", "BINARY")),
    "ATTENDEE": Kind(("CAL-ADDRESS",)),
    "CALSCALE": _TEXT,
    "CATEGORIES": _TEXTS,
    "CLASS": _TEXT,
    "COLOR": _TEXT,
    "COMMENT": _TEXT,
    "COMPLETED": _UTC,
    "CONFERENCE": Kind(("URI", "TEXT"), explicit=True),
    "CONTACT": _TEXT,
    "CREATED": _UTC,
    "DESCRIPTION": _TEXT,
    "DTEND": _MOMENT,
    "DTSTAMP": _UTC,
    "DTSTART": _MOMENT,
    "DUE": _MOMENT,
    "DURATION": _SPAN,
    "EXDATE": Kind(("DATE-TIME", "DATE"), many=True),
    "FREEBUSY": Kind(("PERIOD",), many=True),
    "IMAGE": Kind(("URI", "BINARY"), explicit=True),
    "LAST-MODIFIED": _UTC,
    "LOCATION": _TEXT,
    "METHOD": _TEXT,
    "NAME": _TEXT,
    "ORGANIZER": Kind(("CAL-ADDRESS",)),
    "PERCENT-COMPLETE": _INTEGER,
    "PRIORITY": _INTEGER,
    "PRODID": _TEXT,
    "RDATE": Kind(("DATE-TIME", "DATE", "PERIOD"), many=True),
    "RECURRENCE-ID": _MOMENT,
    "REFRESH-INTERVAL": Kind(("DURATION",), explicit=True),
    "RELATED-TO": _TEXT,
    "REPEAT": _INTEGER,
    "RESOURCES": _TEXTS,
    "RRULE": Kind(("RECUR",)),
    "SEQUENCE": _INTEGER,
    "SOURCE": Kind(("URI",), explicit=True),
    "STATUS": _TEXT,
    "SUMMARY": _TEXT,
    "TRANSP": _TEXT,
    "TRIGGER": Kind(("DURATION", "DATE-TIME")),
    "TZID": _TEXT,
    "TZNAME": _TEXT,
    "TZOFFSETFROM": Kind(("UTC-OFFSET",)),
    "TZOFFSETTO": Kind(("UTC-OFFSET",)),
    "TZURL": _URI,
    "UID": _TEXT,
    "URL": _URI,
    "VERSION": _TEXT,
}
"""Kinds of values, by property. GEO and REQUEST-STATUS have a form of their own."""

OWN_FORM: Final = frozenset({"GEO", "REQUEST-STATUS"})


@dataclass(frozen=True, slots=True)
class Form:
    """What a component is made of."""

    inside: tuple[str, ...]
    """Components it may stand in; empty for the outermost."""
    needs: tuple[str, ...] = ()
    """Properties that must be there, once."""
    once: tuple[str, ...] = ()
    """Others that may be there once."""
    many: tuple[str, ...] = ()
    """Properties that may be there more often."""
    statuses: tuple[str, ...] = ()
    """What STATUS may be."""


_COMMON = ("CLASS", "COLOR", "CREATED", "DTSTART", "LAST-MODIFIED", "ORGANIZER", "RECURRENCE-ID")
_ALSO = ("RRULE", "SEQUENCE", "STATUS", "SUMMARY", "URL")
_LISTS = (
    "ATTACH", "ATTENDEE", "CATEGORIES", "COMMENT", "CONTACT", "EXDATE", "IMAGE", "RDATE",
    "RELATED-TO", "REQUEST-STATUS",
)  # fmt: skip
_PLACED = ("DESCRIPTION", "DURATION", "GEO", "LOCATION", "PRIORITY")

_OBSERVANCE = Form(
    ("VTIMEZONE",),
    needs=("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    once=("RRULE",),
    many=("COMMENT", "RDATE", "TZNAME"),
)

FORMS: Final[Mapping[str, Form]] = {
    "VCALENDAR": Form(
        (),
        needs=("PRODID", "VERSION"),
        once=("CALSCALE", "COLOR", "LAST-MODIFIED", "METHOD", "REFRESH-INTERVAL", "SOURCE", "UID",
              "URL"),
        many=("CATEGORIES", "DESCRIPTION", "IMAGE", "NAME"),
    ),
    "VEVENT": Form(
        ("VCALENDAR",),
        needs=("DTSTAMP", "UID"),
        once=(*_COMMON, *_ALSO, *_PLACED, "DTEND", "TRANSP"),
        many=(*_LISTS, "CONFERENCE", "RESOURCES"),
        statuses=("TENTATIVE", "CONFIRMED", "CANCELLED"),
    ),
    "VTODO": Form(
        ("VCALENDAR",),
        needs=("DTSTAMP", "UID"),
        once=(*_COMMON, *_ALSO, *_PLACED, "COMPLETED", "DUE", "PERCENT-COMPLETE"),
        many=(*_LISTS, "CONFERENCE", "RESOURCES"),
        statuses=("NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"),
    ),
    "VJOURNAL": Form(
        ("VCALENDAR",),
        needs=("DTSTAMP", "UID"),
        once=(*_COMMON, *_ALSO),
        many=(*_LISTS, "DESCRIPTION"),
        statuses=("DRAFT", "FINAL", "CANCELLED"),
    ),
    "VFREEBUSY": Form(
        ("VCALENDAR",),
        needs=("DTSTAMP", "UID"),
        once=("CONTACT", "DTEND", "DTSTART", "ORGANIZER", "URL"),
        many=("ATTENDEE", "COMMENT", "FREEBUSY", "REQUEST-STATUS"),
    ),
    "VTIMEZONE": Form(("VCALENDAR",), needs=("TZID",), once=("LAST-MODIFIED", "TZURL")),
    "STANDARD": _OBSERVANCE,
    "DAYLIGHT": _OBSERVANCE,
    "VALARM": Form(
        ("VEVENT", "VTODO"),
        needs=("ACTION", "TRIGGER"),
        once=("DESCRIPTION", "DURATION", "REPEAT", "SUMMARY", "UID"),
        many=("ATTACH", "ATTENDEE"),
    ),
}  # fmt: skip
"""Components by name; one that is not among them is passed over if it begins with X-."""

METHODS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "PUBLISH": (("DTSTART", "ORGANIZER", "SUMMARY"), ("ATTENDEE",)),
    "REQUEST": (("ATTENDEE", "DTSTART", "ORGANIZER", "SUMMARY"), ()),
    "REPLY": (("ATTENDEE", "ORGANIZER"), ()),
    "ADD": (("DTSTART", "ORGANIZER", "SEQUENCE", "SUMMARY"), ("RECURRENCE-ID",)),
    "CANCEL": (("ORGANIZER", "SEQUENCE"), ()),
    "REFRESH": (("ATTENDEE", "ORGANIZER"), ()),
    "COUNTER": (("DTSTART", "ORGANIZER", "SEQUENCE", "SUMMARY"), ()),
    "DECLINECOUNTER": (("ORGANIZER",), ()),
}
"""What an event needs under a method, and must not have (RFC 5546 section 3.2)."""
