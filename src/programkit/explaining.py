"""Says why there is no program, or why a talk is not where somebody wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from programkit.answers.impossible import IMPOSSIBLE, WAY_OUT, Impossible
from programkit.answers.possible import POSSIBLE, WOULD_CHANGE, Possible
from programkit.answers.questions import asked
from programkit.model.conference import Conference
from programkit.model.explanation import Explanation
from programkit.model.kinds import needs
from programkit.model.program import Program
from programkit.rules import DEFAULT_RULES, Rule
from programkit.rules.binding import bind

CODES: Final[Mapping[str, str]] = {
    IMPOSSIBLE: "What was asked about cannot be; the findings beside it cannot hold together.",
    WAY_OUT: "What to give up so that everything else can hold, tried by solving.",
    POSSIBLE: "What was asked about can be, and what it would cost.",
    WOULD_CHANGE: "What would change about the program if it had what was asked about.",
}
"""What each finding of ``explain`` means, beside those of the rules."""


def explain(
    what: Conference | Program,
    *,
    talk: str | None = None,
    at: str | None = None,
    rules: Sequence[Rule] = DEFAULT_RULES,
) -> Explanation:
    """Why there is no program; with a talk, why it is not placed, or not where somebody wants it.

    Args:
        what: The facts; or a program, to learn what would have to move in it.
        talk: Id of a talk; none given asks about the program as a whole.
        at: Id of a slot or session, or a time such as ``2024-09-30T08:30``; none given means
            anywhere.
        rules: The rules to obey, beside those that the facts require.

    Returns:
        If it cannot be: the reasons, each a set of requirements that cannot hold together, and the
        cheapest ways out, each tried by solving. If it can be: what it costs more, by rule, and
        what would change, as little as possible. All of it as findings, too.

    Raises:
        SolveError: There is no such talk or place.
    """
    needs("explain", what, Conference, Program)
    program = Program(conference=what) if isinstance(what, Conference) else what
    conference = program.conference
    bound = bind(conference, rules)
    question = asked(conference, talk, at)
    impossible = Impossible(conference, question, rules, program.freed).explanation()
    if impossible is not None:
        return impossible
    possible = Possible(question, bound, program)
    if not question.about:
        return possible.any_program()
    if isinstance(what, Program):
        return possible.with_the_fewest_moves()
    return possible.at_the_least_price()
