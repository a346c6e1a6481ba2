"""Says why there is no program, or why a talk is not where somebody wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from programkit.errors import SolveError, did_you_mean
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level, Report
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES, Rule
from programkit.rules.binding import bind
from programkit.rules.pinned import places_at, time_of
from programkit.solver.limits import Limits

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.search import Outcome

IMPOSSIBLE, POSSIBLE = "impossible", "possible"
CODES: Final[Mapping[str, str]] = {
    IMPOSSIBLE: "What was asked about cannot be; the findings beside it cannot hold together.",
    POSSIBLE: "What was asked about can be, and what it would cost.",
}
"""What each finding of ``explain`` means, beside those of the rules."""
_EFFORT = 10.0
"""For each of the two searches that compare costs."""


def explain(
    conference: Conference,
    *,
    talk: str | None = None,
    at: str | None = None,
    rules: Sequence[Rule] = DEFAULT_RULES,
) -> Report:
    """Why there is no program; with a talk, why it is not placed, or not where somebody wants it.

    Args:
        conference: The facts.
        talk: Id of a talk; none given asks about the program as a whole.
        at: Id of a slot or session, or a time such as ``2024-09-30T08:30``; none given means
            anywhere.
        rules: The rules to obey, beside those that the facts require.

    Returns:
        Hard findings: the requirements that clash, none of which could be left out. If nothing
        clashes, a note that says so and, for a talk, what its place would cost and where.

    Raises:
        SolveError: There is no such talk or place.
    """
    from programkit.solver.conflict import conflict  # noqa: PLC0415 - slow import, only when solving

    obeyed = bind(conference, rules)
    _exists(conference, talk, at)
    wanted = _Wanted(talk, at)
    clash = conflict(conference, obeyed, force=wanted.post)
    if clash is None:
        return Report(findings=tuple(_possible(conference, obeyed, wanted)))
    proved = "" if clash.smallest else " (perhaps not all of them are needed)"
    head = Finding(
        code=IMPOSSIBLE,
        level=Level.HARD,
        message=f"{wanted.words} is impossible: the following cannot hold together{proved}",
        remedy="change or drop one of them",
        about=wanted.about,
    )
    return Report(findings=(head, *clash.findings))


class _Wanted:
    """A talk in a place, or any program at all."""

    def __init__(self, talk: str | None, at: str | None) -> None:
        self._talk, self._at = talk, at

    @property
    def about(self) -> tuple[str, ...]:
        """Ids of what is wanted."""
        return tuple(part for part in (self._talk, self._at) if part is not None)

    @property
    def words(self) -> str:
        """What is wanted, for a message."""
        if self._talk is None:
            return "a program"
        return f'placing talk "{self._talk}"' + (f" at {self._at}" if self._at else "")

    def post(self, decisions: Decisions) -> None:
        """Make the solver do it."""
        if self._talk is None:
            return
        if self._at is not None:
            decisions.must(places_at(decisions, self._talk, self._at))
        else:
            decisions.must(list(decisions.spots(self._talk).values()))


def _exists(conference: Conference, talk: str | None, at: str | None) -> None:
    """Refuse what the facts do not have."""
    if talk is None:
        if at is not None:
            raise SolveError(f"at {at} stands alone; say which talk as well")
        return
    if talk not in conference.by_id.talks:
        raise SolveError(_unknown("talk", talk, list(conference.by_id.talks)))
    if not conference.talk(talk).takes_place:
        raise SolveError(f'talk "{talk}" is {conference.talk(talk).state} and has no place')
    places = [*conference.timetable.slots, *conference.timetable.sessions]
    if at is not None and at not in places and time_of(conference, at) is None:
        raise SolveError(_unknown("slot, session or time", at, places))


def _unknown(kind: str, name: str, known: Sequence[str]) -> str:
    remedy = did_you_mean(name, known)
    return f'there is no {kind} "{name}"' + (f"; {remedy}" if remedy else "")


def _possible(conference: Conference, rules: Sequence[Rule], wanted: _Wanted) -> list[Finding]:
    """That it can be, what it costs, and what it costs for."""
    usual = _solved(conference, rules, _Wanted(None, None))
    if not wanted.about:
        found = usual.program is not None
        known = f"a program exists; it costs {usual.cost}" if found else "nothing clashes so far"
        return [_note(known, ())]
    forced = _solved(conference, rules, wanted)
    if usual.program is None or forced.program is None:
        return [_note(f"{wanted.words} was neither found nor disproved", wanted.about)]
    more = (forced.cost or 0) - (usual.cost or 0)
    if more <= 0:
        return [_note(f"{wanted.words} is possible and costs nothing more", wanted.about)]
    exactly = forced.status is Status.OPTIMAL and usual.status is Status.OPTIMAL
    about = "" if exactly else "about "
    note = _note(f"{wanted.words} is possible but costs {about}{more} more", wanted.about)
    before = _findings(rules, usual.program)
    return [note, *(f for f in _findings(rules, forced.program) if f not in before)]


def _findings(rules: Sequence[Rule], program: Program) -> list[Finding]:
    return [finding for rule in rules for finding in rule.check(program)]


def _note(message: str, about: tuple[str, ...]) -> Finding:
    return Finding(code=POSSIBLE, level=Level.NOTE, message=message, about=about)


def _solved(conference: Conference, rules: Sequence[Rule], wanted: _Wanted) -> Outcome:
    from programkit.solver.decisions import Decisions  # noqa: PLC0415 - slow import, only when solving
    from programkit.solver.search import post_all, search  # noqa: PLC0415 - as above

    decisions = Decisions(conference)
    post_all(decisions, rules)
    wanted.post(decisions)
    return search(decisions, Limits(effort=_EFFORT, reproducible=True))
