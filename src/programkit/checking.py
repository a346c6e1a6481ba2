"""``check``: everything that can be noticed about facts and decisions, as one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from programkit.checks import CODES as CHECK_CODES
from programkit.checks import DEFAULT_CHECKS, Check
from programkit.errors import did_you_mean
from programkit.model.conference import Conference, Ignore
from programkit.model.findings import Finding, Level, Report
from programkit.model.program import Program
from programkit.rules import DEFAULT_RULES, RULES
from programkit.rules.base import Rule
from programkit.rules.binding import bind

CODES: Final[Mapping[str, str]] = {
    **CHECK_CODES,
    "ignore-unused": "An accepted finding is not there (any more).",
}
"""What the findings mean that are about facts and texts; rules describe their own."""

_ANSWERED_BY = {"room-missing": "room", "chair-missing": "chairs", "time-missing": "start"}
"""What a session leaves open, and the field of a decision that answers it."""
_ORDER = tuple(Level)


def check(
    what: Conference | Program,
    *,
    rules: Sequence[Rule] | None = None,
    checks: Sequence[Check] = DEFAULT_CHECKS,
) -> Report:
    """Check facts, and a program made from them, independently of the solver.

    Args:
        what: A conference, or a program with its conference. Of a conference the program is
            checked that its facts alone make; talks without a place are then only worth a note,
            because ``solve`` will place them.
        rules: The rules that programs are judged by; none given means the default ones and those
            that the conference requires.
        checks: The checks of facts and texts.

    Returns:
        All findings, hardest first, then by code and by what they are about. Those that the
        conference's ``ignore`` accepts carry the reason.

    Raises:
        LoadError: The conference requires a rule that does not exist or is told nonsense.
    """
    program = Program.of(what) if isinstance(what, Conference) else what
    conference = program.conference
    bound = bind(conference, DEFAULT_RULES) if rules is None else rules
    judged = [finding for rule in bound for finding in rule.check(program)]
    if isinstance(what, Conference):
        judged = list(_expected(judged, program))
    read = [*conference.findings, *program.findings]
    noticed = [finding for check_ in checks for finding in check_.check(conference)]
    found = [*read, *_news(noticed, read, program), *judged]
    accepted = list(_accepted(found, conference.ignore))
    accepted += _unused(conference.ignore, found, {rule.code for rule in (*RULES, *bound)})
    return Report(findings=tuple(sorted(accepted, key=_place)))


def _place(finding: Finding) -> tuple[int, str, tuple[str, ...], str]:
    return _ORDER.index(finding.level), finding.code, finding.about, finding.message


def _expected(judged: Iterable[Finding], program: Program) -> Iterator[Finding]:
    """Talks that are not placed yet are a note: nothing has been decided."""
    missing = {
        talk.id
        for talk in program.conference.talks
        if len(program.by_talk.get(talk.id, ())) < talk.parts
    }
    for finding in judged:
        if finding.code == "talk-placed" and missing.intersection(finding.about):
            remedy = "solve will look for a place"
            yield finding.replace(level=Level.NOTE, cost=0, remedy=remedy)
        else:
            yield finding


def _news(
    noticed: Iterable[Finding], read: Iterable[Finding], program: Program
) -> Iterator[Finding]:
    """What reading did not already report, and no decision answers."""
    known = {(finding.code, finding.about) for finding in read}
    decided = {
        (code, (decision.session,))
        for decision in program.sessions
        for code, field in _ANSWERED_BY.items()
        if getattr(decision, field) is not None
    }
    for finding in noticed:
        if (finding.code, finding.about) not in known | decided:
            yield finding


def _accepts(ignore: Ignore, finding: Finding) -> bool:
    return ignore.code == finding.code and (not ignore.about or ignore.about in finding.about)


def _accepted(findings: Iterable[Finding], ignores: Sequence[Ignore]) -> Iterator[Finding]:
    """The findings, each with the reason of the first ``ignore`` that accepts it."""
    for finding in findings:
        reasons = (ignore.reason for ignore in ignores if _accepts(ignore, finding))
        reason = next(reasons, "")
        yield finding.replace(ignored=reason) if reason else finding


def _unused(
    ignores: Sequence[Ignore], findings: Sequence[Finding], rules: Iterable[str]
) -> Iterator[Finding]:
    """What was accepted and is not there: it was mended, or the code is mistyped."""
    known = {*CODES, *rules, *(finding.code for finding in findings)}
    for ignore in ignores:
        if not any(_accepts(ignore, finding) for finding in findings):
            about = f' about "{ignore.about}"' if ignore.about else ""
            mistyped = did_you_mean(ignore.code, known) if ignore.code not in known else ""
            yield Finding(
                code="ignore-unused",
                level=Level.NOTE,
                message=f'ignore: accepts "{ignore.code}"{about}, and there is no such finding',
                remedy=mistyped or "drop it",
                about=(ignore.about,) if ignore.about else (),
            )
