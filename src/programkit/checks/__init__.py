"""What the facts and texts of a conference alone show, one file for each theme.

A finding keeps its code for good: ``ignore`` and scripts rely on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from programkit.checks.alternatives import Alternatives
from programkit.checks.audience import Audience
from programkit.checks.base import Check
from programkit.checks.commitments import Commitments
from programkit.checks.cover import Cover
from programkit.checks.ends import Ends
from programkit.checks.fixed_times import FixedTimes
from programkit.checks.hosting import Hosting
from programkit.checks.joining import Joining
from programkit.checks.meetings import Meetings
from programkit.checks.names import Names
from programkit.checks.pauses import Pauses
from programkit.checks.presence import Presence
from programkit.checks.sessions import Sessions
from programkit.checks.soon import Soon
from programkit.checks.supply import Supply
from programkit.checks.texts import Texts
from programkit.checks.timeclaims import TimeClaims
from programkit.checks.unknowns import Unknowns

DEFAULT_CHECKS: Final[tuple[Check, ...]] = (
    Cover(),
    Unknowns(),
    Commitments(),
    Alternatives(),
    Names(),
    Texts(),
    Presence(),
    Sessions(),
    Ends(),
    Pauses(),
    Supply(),
    TimeClaims(),
    Joining(),
    Hosting(),
    Meetings(),
    FixedTimes(),
    Audience(),
    Soon(),
)
"""The checks that are made unless the caller passes others."""

CODES: Final[Mapping[str, str]] = {
    code: meaning for check in DEFAULT_CHECKS for code, meaning in sorted(check.codes.items())
}
"""What each code of a finding of theirs means."""

__all__ = [
    "CODES",
    "DEFAULT_CHECKS",
    "Alternatives",
    "Audience",
    "Check",
    "Commitments",
    "Cover",
    "Ends",
    "FixedTimes",
    "Hosting",
    "Joining",
    "Meetings",
    "Names",
    "Pauses",
    "Presence",
    "Sessions",
    "Soon",
    "Supply",
    "Texts",
    "TimeClaims",
    "Unknowns",
]
