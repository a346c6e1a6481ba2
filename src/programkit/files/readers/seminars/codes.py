"""The findings of the reader of seminars' pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CODES: Final[Mapping[str, str]] = {
    "affiliation-changed": "Another version of the page gives somebody another affiliation.",
    "cells-ambiguous": "A title begins with what may be a name.",
    "cells-glued": "A label stood right behind other text and was read as a line of its own.",
    "cells-split": "A cell of a table without borders was split behind a name.",
    "date-impossible": "What is written as a date is none.",
    "dates-missing": "None of a page's entries has a date.",
    "host-speaks": "Whoever organizes a talk gives it.",
    "length-missing": "Nothing says how long meetings take.",
    "link-missing": "A room can be joined online, and no address is given.",
    "links-lost": "Words were links before the page became text; where they led is lost.",
    "list-confirmed": "Another version of the page shows what a list without a heading is.",
    "list-unlabelled": "People are listed without a heading.",
    "month-case": "The name of a month is written with odd capital letters.",
    "navigation-left-out": "A line only helped to move about on a page.",
    "noon-ambiguous": "12:00 am or pm was read as midnight or noon.",
    "order-inferred": "Speaker and title were told apart by the order of other entries.",
    "quarter-added": "A time with c.t. was read as a quarter of an hour later.",
    "room-inferred": "The place of talks comes from a sentence about all of them.",
    "rule-ambiguous": "A word for how often the series meets means two things.",
    "rule-date-unlisted": "The rule gives a date on which the page lists nothing.",
    "rule-incomplete": "A sentence says when the series meets, but not enough for a rule.",
    "rule-inferred": "The rule of the series was read from a sentence and the dates listed.",
    "series-as-title": "The name of a series stands where a title is expected.",
    "series-unknown": "Several series share a page, and not all talks say of which they are.",
    "table-flattened": "The head of a table is there, and the borders of its cells are lost.",
    "text-of-page": "A paragraph below an abstract was read as text of the page.",
    "time-inferred": "The time of meetings comes from a sentence about all of them.",
    "timezone-differs": "Times are said to be in several time zones.",
    "timezone-inferred": "The time zone was told from how people call it.",
    "title-joined": "A title stood on two lines, which were joined.",
    "title-of-sentence": "The title of the series was taken from a sentence of its page.",
}
"""What each code means; codes shared with booklets and checks are explained there."""
