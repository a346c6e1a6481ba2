"""A strict judge of calendar files, ours and those of others."""

from __future__ import annotations

from programkit.files.calendarcheck.faults import CODES
from programkit.files.calendarcheck.judging import calendar_findings

__all__ = ["CODES", "calendar_findings"]
