"""Why something cannot be, and the ways out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from programkit.answers.more_slots import Roomier, roomier, usual_minutes
from programkit.answers.prices import SLOT
from programkit.answers.questions import Question
from programkit.answers.remedies import in_words, priced
from programkit.model.conference import Conference
from programkit.model.explanation import NOWHERE, Explanation, Reason, WayOut
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules import Rule
from programkit.rules.binding import bind

if TYPE_CHECKING:
    from programkit.solver.conflict import Conflict
    from programkit.solver.posting import Guard, Literal
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
        shown = [
            *in_words(requirements, ways),
            *self._with_slots(requirements, known.reasons, ways),
        ]
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
            why = f"the following cannot hold together ({reason.proof})"
            yield Finding(
                code=IMPOSSIBLE,
                level=Level.HARD,
                message=f"{self.question.words} is impossible{which}: "
                + (why if reason.requirements else NOWHERE),
                remedy="change or drop one of them" if reason.requirements else "add a slot there",
                about=self.question.about,
            )
            yield from reason.requirements

    def _with_slots(
        self, requirements: Requirements, reasons: Sequence[Conflict], ways: Sequence[Way]
    ) -> Iterator[WayOut]:
        """Ways out in which slots are added, instead of what the cheapest way gives up for that."""
        with_more = cache(self._with_more)
        for reason in reasons if ways else ():
            talks = [g.about[0] for g in reason.guards if g.rule.code == "talk-placed"]
            if talks:
                own = {guard.literal.index for guard in reason.guards}
                others = [g for g in ways[0].given_up if g.literal.index not in own]
                wider = with_more(usual_minutes(self.conference, talks))
                yield from _more_slots(requirements, *wider, others)

    def _with_more(self, minutes: int) -> tuple[Roomier, Requirements]:
        """The facts with more slots of that length, and what is required of them."""
        wider = roomier(self.conference, minutes)
        return wider, self._requirements(wider.conference)


def _more_slots(
    requirements: Requirements, wider: Roomier, anew: Requirements, others: Sequence[Guard]
) -> Iterator[WayOut]:
    """One more slot on each day on which that is enough; else as few as can be found."""
    from programkit.solver.remedies import Way as Found  # noqa: PLC0415 - slow import

    names = {_name(requirements, guard) for guard in others}
    given_up = tuple(guard for guard in anew.guards if _name(anew, guard) in names)
    kept = anew.without(given_up)
    for program, also in _with_few(anew, kept, wider):
        price = sum(map(priced, given_up))
        way = Found(given_up=given_up, price=price, program=program, also=also)
        (told,) = in_words(anew, [way])
        steps = (wider.words(program), *told.steps)
        yield WayOut(steps=steps, cost=SLOT * wider.used(program) + told.cost)


def _with_few(
    anew: Requirements, kept: Sequence[Guard], wider: Roomier
) -> Iterator[tuple[Program, tuple[Literal, ...]]]:
    """Programs with one more slot, one for each day; else one with as few as can be found."""
    every = [slot for slots in wider.added.values() for slot in slots]
    if anew.ask(kept).clash:
        return
    enough = False
    one = anew.no_more_slots_than(1, every)
    for own in wider.added.values():
        also = (one, anew.no_more_slots_than(0, [slot for slot in every if slot not in own]))
        program = anew.ask(kept, also=also).program
        if program is not None:
            enough = True
            yield program, also
    if not enough:
        inside = [there for slot in every for there in anew.decisions.slot(slot)]
        program = anew.ask(kept, least=sum(inside)).program
        if program is not None:
            yield program, ()


def _name(requirements: Requirements, guard: Guard) -> tuple[int, tuple[str, ...]]:
    """What a requirement is called in every copy of the facts: which rule it is of, about what."""
    return [id(rule) for rule in requirements.rules].index(id(guard.rule)), guard.about


def _note(way: WayOut) -> Finding:
    return Finding(code=WAY_OUT, level=Level.NOTE, message=f"for {way.cost}: {way}")
