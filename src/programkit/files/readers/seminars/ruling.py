"""The rule of a series from a sentence and the dates that the page lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pydantic import ValidationError

from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.seminars.statements import Rule
from programkit.model.clock import clock_text
from programkit.model.findings import Level
from programkit.model.recurrence import Recurrence, RuleException
from programkit.text.characters import excerpt
from programkit.text.formats import format_date

_WORDS = {"weekly": "week", "monthly": "month"}
_USUAL_MINUTES = 60
_NEAR = timedelta(days=7)
"""A meeting that was moved is mostly in the same week."""


def recurrence_of(
    rule: Rule, dates: Mapping[date, int], off: Mapping[date, str], notes: Notes
) -> Recurrence | None:
    """The rule in full, or nothing where the page does not say enough.

    It counts from the first date listed on its weekday to the last date listed. Dates that it
    gives and the page does not list are left out, as pages list all meetings.

    Args:
        rule: What a sentence says.
        dates: The dates on which the page lists meetings, with the line of each.
        off: Dates on which it says there is none, and why.
        notes: For what is missing or was assumed.
    """
    fitting = [day for day in dates if day.weekday() in rule.weekdays]
    missing = [
        *([] if rule.frequency else ["how often it meets"]),
        *([] if rule.start is not None else ["at what time"]),
        *([] if fitting else ["a date that fits it, to count from"]),
    ]
    if missing:
        _incomplete(rule, dates, fitting, missing, notes)
        return None
    first = min([*fitting, *(day for day in off if day.weekday() in rule.weekdays)])
    found = _counted(rule, first, max([*dates, *off]))
    if found is None or not _holds(found, dates, off):
        _unlike(rule, notes)
        return None
    left = [day for day in found.dates() if day not in dates]
    exceptions = tuple(RuleException(date=day, reason=off.get(day, "")) for day in left)
    _note(rule, found, notes)
    _note_dates(found, [day for day in left if day not in off], dates, rule, notes)
    return found.replace(exceptions=exceptions)


def _counted(rule: Rule, first: date, until: date) -> Recurrence | None:
    if rule.frequency == "" or rule.start is None:
        return None
    minutes = _USUAL_MINUTES
    if rule.time and rule.time.end is not None:
        minutes = rule.time.end - rule.start
    try:
        return Recurrence(
            first=first,
            frequency=rule.frequency,
            interval=rule.interval,
            weekdays=rule.codes,
            until=until,
            start=rule.start,
            minutes=minutes,
        )
    except ValidationError:
        return None


def _holds(found: Recurrence, dates: Mapping[date, int], off: Mapping[date, str]) -> bool:
    """Whether the page lists about what the rule gives: not more than twice as many dates."""
    ruled = set(found.dates())
    return bool(ruled) and len(ruled - set(dates) - set(off)) <= len(dates)


def _incomplete(
    rule: Rule,
    dates: Mapping[date, int],
    fitting: Sequence[date],
    missing: Sequence[str],
    notes: Notes,
) -> None:
    first = next(iter([*fitting, *dates]), None)
    candidate = [
        f"first: {first or '…'}",
        f"frequency: {rule.frequency or 'weekly'}",
        *([f"interval: {rule.interval}"] if rule.interval > 1 else []),
        f"weekdays: [{', '.join(rule.codes)}]",
        f"start: {clock_text(rule.start) if rule.start is not None else '…'}",
        f"until: {max(dates) if dates else '…'}",
    ]
    notes.add(
        "rule-incomplete",
        rule.line,
        f'"{excerpt(rule.text, 100)}" does not say {" nor ".join(missing)}, so it was not made a '
        "rule",
        f"write recurrence: {{{', '.join(candidate)}}}, if that is what it means",
        level=Level.SOFT,
        field="recurrence",
    )


def _unlike(rule: Rule, notes: Notes) -> None:
    notes.add(
        "rule-incomplete",
        rule.line,
        f'"{excerpt(rule.text, 100)}" gives more than twice as many dates as the page lists, so it '
        "was not made a rule",
        "write recurrence: with terms or breaks",
        level=Level.SOFT,
        field="recurrence",
    )


def _note(rule: Rule, found: Recurrence, notes: Notes) -> None:
    often = _WORDS[found.frequency]
    every = f"every {often}" if found.interval == 1 else f"every {found.interval} {often}s"
    length = "" if rule.time and rule.time.end is not None else f", {found.minutes} minutes long"
    notes.add(
        "rule-inferred",
        rule.line,
        f'"{excerpt(rule.text, 100)}" was read as {every} on {", ".join(found.weekdays)} at '
        f"{clock_text(found.start)}{length}, from {found.first}, the first date listed that fits, "
        f"to {found.until}, the last one listed",
        "correct recurrence: where that is wrong",
        field="recurrence",
    )
    if rule.unclear:
        notes.add(
            "rule-ambiguous",
            rule.line,
            '"biweekly" means every two weeks, or twice a week; the first was taken',
            "write every two weeks, or twice a week",
            field="recurrence",
            level=Level.SOFT,
        )


def _note_dates(
    found: Recurrence,
    missing: Sequence[date],
    listed: Mapping[date, int],
    rule: Rule,
    notes: Notes,
) -> None:
    """Dates that the page lists and the rule does not give, and the other way round.

    What may have been moved is said once, where the page lists it.
    """
    ruled, left = set(found.dates()), list(missing)
    for day in (day for day in listed if day not in ruled):
        moved = day.weekday() not in rule.weekdays
        near = [one for one in left if moved and abs(one - day) < _NEAR][:1]
        left = [one for one in left if one not in near]
        instead = (
            f"; it gives {format_date(near[0])}, on which the page lists nothing" if near else ""
        )
        said = f"{{date: {near[0]}, moved_to: {day}}}" if near else f"{{date: {day}, extra: true}}"
        notes.add(
            "date-off-rule",
            listed[day],
            f"{format_date(day)} is no date of the rule in line {rule.line}{instead}",
            f"if it is meant, say so under recurrence: exceptions: [{said}]",
            about=(str(day),),
            field=f"days.{day}",
            level=Level.SOFT,
        )
    for day in left:
        notes.add(
            "rule-date-unlisted",
            rule.line,
            f"the rule gives {format_date(day)}, and the page lists nothing on that day",
            "write why at the exception, if it matters",
            field="recurrence",
        )
