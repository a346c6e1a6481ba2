"""Why something cannot be, and the ways out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from programkit.answers.more_slots import roomier, usual_minutes
from programkit.answers.prices import SLOT
from programkit.answers.questions import Question
from programkit.answers.remedies import in_words, priced
from programkit.model.conference import Conference
from programkit.model.explanation import Explanation, Reason, WayOut
from programkit.model.findings import Finding, Level
from programkit.rules import Rule
from programkit.rules.binding import bind

if TYPE_CHECKING:
    from programkit.solver.conflict import Conflict
    from programkit.solver.posting import Guard
    from programkit.solver.remedies import Way
    from programkit.solver.requirements import Requirements

IMPOSSIBLE, WAY_OUT = "impossible", "way-out"
_MOST_WAYS = 5


@dataclass(frozen=True, slots=True)
class Impossible:
    """A question about a conference, and the rules to obey, as given and as bound."""

    conference: Conference
    question: Question
    given: Sequence[Rule]
    freed: tuple[str, ...] = ()

    def explanation(self) -> Explanation | None:
        """Why it cannot be; nothing if it can, or if that could not be disproved."""
        from programkit.solver.conflict import conflicts  # noqa: PLC0415 - slow import, only when solving
        from programkit.solver.remedies import WaysOut  # noqa: PLC0415 - as above

        requirements = self._requirements(self.conference)
        found = conflicts(requirements)
        if not found:
            return None
        known = WaysOut(requirements, found, priced)
        ways = list(islice(known, _MOST_WAYS)) if found.complete else []
        shown = [*in_words(requirements, ways), *self._with_slots(requirements, known.reasons, ways)]
        shown.sort(key=lambda way: way.cost)
        reasons = tuple(self._reason(reason) for reason in known.reasons)
        return Explanation(
            findings=(*self._findings(reasons), *map(_note, shown[:_MOST_WAYS])),
            asked=self.question.words,
            reasons=reasons,
            ways_out=tuple(shown[:_MOST_WAYS]),
        )

    def _requirements(self, conference: Conference) -> Requirements:
        from programkit.solver.requirements import Requirements  # noqa: PLC0415 - as above

        bound = bind(conference, self.given)
        return Requirements(conference, bound, freed=self.freed, force=self.question.post)

    def _reason(self, conflict: Conflict) -> Reason:
        return Reason(
            requirements=conflict.findings(self.conference),
            irreducible=conflict.irreducible,
            smallest=conflict.smallest,
        )

    def _findings(self, reasons: Sequence[Reason]) -> Iterator[Finding]:
        for number, reason in enumerate(reasons, 1):
            which = f", reason {number} of {len(reasons)}" if len(reasons) > 1 else ""
            yield Finding(
                code=IMPOSSIBLE,
                level=Level.HARD,
                message=f"{self.question.words} is impossible{which}: the following cannot hold "
                f"together ({reason.proof})",
                remedy="change or drop one of them",
                about=self.question.about,
            )
            yield from reason.requirements

    def _with_slots(
        self, requirements: Requirements, reasons: Sequence[Conflict], ways: Sequence[Way]
    ) -> Iterator[WayOut]:
        """Ways out in which a slot is added, instead of what the cheapest way gives up for it."""
        for reason in reasons if ways else ():
            talks = [g.about[0] for g in reason.guards if g.rule.code == "talk-placed"]
            if not talks:
                continue
            own = {guard.literal.index for guard in reason.guards}
            others = [g for g in ways[0].given_up if g.literal.index not in own]
            yield from self._one_more(requirements, talks, others)

    def _one_more(
        self, requirements: Requirements, talks: Sequence[str], others: Sequence[Guard]
    ) -> Iterator[WayOut]:
        """A slot for one of the talks, on each day on which that is enough."""
        wider = roomier(self.conference, usual_minutes(self.conference, talks))
        anew = self._requirements(wider.conference)
        dropped = {(requirements.rules.index(g.rule), g.about) for g in others}
        kept = [g for g in anew.guards if (anew.rules.index(g.rule), g.about) not in dropped]
        for day in wider.added:
            unused = [
                there
                for other, slots in wider.added.items()
                for slot in (slots if other != day else ())
                for there in anew.decisions.slot(slot)
            ]
            used = [there for slot in wider.added[day] for there in anew.decisions.slot(slot)]
            answer = anew.ask(kept, also=[anew.none_of(unused), anew.one_of(used)])
            if answer.program is not None:
                price = SLOT + sum(map(priced, others))
                rest = [way.steps for way in in_words(requirements, ())]
                yield WayOut(steps=(wider.words(answer.program), *sum(rest, ())), cost=price)


def _note(way: WayOut) -> Finding:
    return Finding(code=WAY_OUT, level=Level.NOTE, message=f"{way.cost}: {way}")
