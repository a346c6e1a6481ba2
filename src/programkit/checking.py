"""``check``: everything that can be noticed about facts and decisions, as one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from programkit.answers.pinning import as_pinned
from programkit.checks import CODES as CHECK_CODES
from programkit.checks import DEFAULT_CHECKS, Check, Soon
from programkit.errors import did_you_mean
from programkit.files import calendarcheck
from programkit.files.limits import read_bytes
from programkit.files.native.merging import VARIANT_NEW
from programkit.files.program import drift
from programkit.files.readers import markdown, seminars, spreadsheet
from programkit.model.boards import is_open
from programkit.model.conference import Conference, Ignore
from programkit.model.findings import Finding, Level, Report
from programkit.model.kinds import needs
from programkit.model.program import Program
from programkit.rules import DEFAULT_RULES, RULES, Chaired, PosterBoard, TalkPlacedOnce
from programkit.rules.base import Rule
from programkit.rules.binding import bind

CODES: Final[Mapping[str, str]] = {
    **drift.CODES,
    **spreadsheet.CODES,
    **seminars.CODES,
    **markdown.CODES,
    **CHECK_CODES,
    "abstract-unused": "An abstract's file belongs to no talk or poster.",
    VARIANT_NEW: "A variant names a talk that there is not, and says nothing of it.",
    "ignore-unused": "An accepted finding is not there (any more).",
}
"""What each finding about facts, texts and files means, in one line."""

MEANINGS: Final[Mapping[str, str]] = {
    **{rule.code: (rule.__doc__ or rule.code).partition("\n")[0] for rule in RULES},
    **CODES,
}
"""The same, with what the rules mean: for machines that are told what a code is."""

_ANSWERED_BY = {"room-missing": "room", "chair-missing": "chairs", "time-missing": "start"}
"""What a session leaves open, and the field of a decision that answers it."""
_SEEN_IN_FACTS = frozenset({"date-off-rule"})
"""What readers notice of a page, and a check of the facts as they are now, which knows more."""
_SAID_BY = {"chair-missing": Chaired.code}
"""What a rule says of a program, and says better: it knows which sessions need none."""
_ORDER = tuple(Level)


def check(
    what: Conference | Program,
    *,
    rules: Sequence[Rule] = DEFAULT_RULES,
    checks: Sequence[Check] = DEFAULT_CHECKS,
    now: date | None = None,
) -> Report:
    """Check facts, and a program made from them, independently of the solver.

    Args:
        what: A conference, or a program with its conference. Of a conference the program is
            checked that its facts and what they pin make; talks without a place are then only
            worth a note, because ``solve`` will place them.
        rules: The rules that programs are judged by, beside those that the conference requires.
        checks: The checks of facts and texts.
        now: The day from which to look for what is soon and still to be announced; none given
            means when the facts were revised.

    Returns:
        All findings, hardest first, then by code and by what they are about. Those that the
        conference's ``ignore`` accepts carry the reason.

    Raises:
        LoadError: The conference requires a rule that does not exist or is told nonsense.
    """
    needs("check", what, Conference, Program)
    conference = what if isinstance(what, Conference) else what.conference
    bound = bind(conference, rules)
    program = as_pinned(Program.of(what), bound) if isinstance(what, Conference) else what
    judged = [finding for rule in bound for finding in rule.check(program)]
    if isinstance(what, Conference):
        judged = list(_expected(judged, program))
    read = [f for f in conference.findings if f.code not in _SEEN_IN_FACTS]
    read += program.findings
    noticed = [finding for check_ in checks for finding in _made(check_, program, now)]
    if isinstance(what, Program):
        in_force = {rule.code for rule in bound}
        noticed = [f for f in noticed if _SAID_BY.get(f.code) not in in_force]
    found = [*read, *_news(noticed, read, program), *judged]
    accepted = list(_accepted(found, conference.ignore))
    known = {*MEANINGS, *(rule.code for rule in bound)}
    accepted += _unused(conference.ignore, found, known)
    return Report(findings=tuple(sorted(accepted, key=_place)))


def check_calendar(path: Path) -> Report:
    """Judge a calendar file by the letter of RFC 5545, 5546, 6868 and 7986.

    Raises:
        LoadError: There is no such file, or it is too large.
    """
    found = calendarcheck.calendar_findings(read_bytes(path), str(path))
    return Report(findings=tuple(sorted(found, key=lambda finding: _ORDER.index(finding.level))))


def _made(check_: Check, program: Program, now: date | None) -> Iterator[Finding]:
    """What one check notices; what is soon depends on the day, and on what is decided."""
    if isinstance(check_, Soon):
        return (check_ if now is None else replace(check_, on=now)).of(program)
    return check_.check(program.conference)


def _place(finding: Finding) -> tuple[int, str, tuple[str, ...], str]:
    return _ORDER.index(finding.level), finding.code, finding.about, finding.message


def _expected(judged: Iterable[Finding], program: Program) -> Iterator[Finding]:
    """What is said of talks without a place is a note while nothing has been decided.

    Chairs that are still sought are not news: the facts leave them open.
    """
    talks = program.conference.talks
    nowhere = {talk.id for talk in talks if talk.id not in program.by_talk}
    partly = {t.id for t in talks if len(program.by_talk.get(t.id, ())) < t.parts}
    facts = program.conference
    hung_later = {poster.id for poster in facts.posters if is_open(facts, poster)}
    waiting = {TalkPlacedOnce.code: partly, PosterBoard.code: hung_later}
    for finding in judged:
        if finding.code == Chaired.code:
            continue
        if waiting.get(finding.code, nowhere).intersection(finding.about):
            yield finding.replace(level=Level.NOTE, cost=0, remedy="solve will look for a place")
        else:
            yield finding


def _news(
    noticed: Iterable[Finding], read: Sequence[Finding], program: Program
) -> Iterator[Finding]:
    """What reading did not already report, and no decision answers."""
    decided = {
        (code, decision.session)
        for decision in program.sessions
        for code, field in _ANSWERED_BY.items()
        if getattr(decision, field) is not None
    }
    for finding in noticed:
        answered = any((finding.code, thing) in decided for thing in finding.about)
        if not answered and not any(_says(earlier, finding) for earlier in read):
            yield finding


def _says(earlier: Finding, finding: Finding) -> bool:
    """Whether two findings are of one thing; the later may name more of what is concerned."""
    if earlier.code != finding.code:
        return False
    return set(earlier.about) <= set(finding.about) and bool(earlier.about or not finding.about)


def _accepts(ignore: Ignore, finding: Finding) -> bool:
    return ignore.code == finding.code and (not ignore.about or ignore.about in finding.about)


def _accepted(findings: Iterable[Finding], ignores: Sequence[Ignore]) -> Iterator[Finding]:
    """The findings, each with the reason of the first ``ignore`` that accepts it."""
    for finding in findings:
        reasons = (ignore.reason for ignore in ignores if _accepts(ignore, finding))
        reason = next(reasons, "")
        yield finding.replace(ignored=reason) if reason else finding


def _unused(
    ignores: Sequence[Ignore], findings: Sequence[Finding], known: set[str]
) -> Iterator[Finding]:
    """What was accepted and is not there: it was mended, or the code is mistyped."""
    codes = known.union(finding.code for finding in findings)
    for ignore in ignores:
        if not any(_accepts(ignore, finding) for finding in findings):
            about = f' about "{ignore.about}"' if ignore.about else ""
            mistyped = did_you_mean(ignore.code, codes) if ignore.code not in codes else ""
            yield Finding(
                code="ignore-unused",
                level=Level.NOTE,
                message=f'ignore: accepts "{ignore.code}"{about}, and there is no such finding',
                remedy=mistyped or "drop it",
                about=(ignore.about,) if ignore.about else (),
            )
