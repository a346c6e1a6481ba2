"""Ways out of a conference that cannot be, in the organizers' words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from programkit.answers.longer import LongerStay, longer_stay
from programkit.answers.prices import price_of
from programkit.model.conference import Conference
from programkit.model.explanation import WayOut
from programkit.model.program import Program
from programkit.rules._wording import person_words, when
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.posting import Guard
    from programkit.solver.remedies import Way
    from programkit.solver.requirements import Requirements


def priced(guard: Guard) -> int:
    """What it costs to give up a requirement."""
    return price_of(guard.rule.code)


def in_words(requirements: Requirements, ways: Sequence[Way]) -> Iterator[WayOut]:
    """The ways out with what to do; of a longer stay, how long the shortest one found is."""
    known: dict[str, int] = {}
    for way in ways:
        stay = longer_stay(requirements, way, known)
        left_out = {guard.about[0] for guard in way.given_up if guard.rule.code == "talk-placed"}
        given_up = [guard for guard in way.given_up if not _is_pin_of(guard, left_out)]
        steps = tuple(_step(requirements.conference, guard, stay) for guard in given_up)
        yield WayOut(steps=steps, cost=sum(map(priced, given_up)))


def _is_pin_of(guard: Guard, talks: set[str]) -> bool:
    """Whether it says where one of these talks is: nothing to speak of, if they are left out."""
    return guard.rule.code == "pinned" and guard.about[0] in talks


def _step(conference: Conference, guard: Guard, stay: LongerStay) -> str:
    """What it means to give up a requirement, and where it stands."""
    source = guard.finding(conference).source
    words = _WORDS.get(guard.rule.code, _wish)(conference, guard, stay)
    return f"{words} ({source})" if source else words


def _wish(conference: Conference, guard: Guard, _: LongerStay) -> str:
    return f"no longer require: {guard.rule.requirement(conference, guard.about)}"


def _let_move(conference: Conference, guard: Guard, stay: LongerStay) -> str:
    talk = talk_text(conference, conference.talk(guard.about[0]))
    return f"let {talk} move{_elsewhere(stay.program, guard.about[0])}"


def _elsewhere(program: Program, talk: str) -> str:
    found = program.by_talk.get(talk, ())
    return f", such as to {when(program, found[0])}" if len(found) == 1 else ""


def _ask(conference: Conference, guard: Guard, stay: LongerStay) -> str:
    who = person_words(conference, guard.about[0])
    longer = stay.words(guard.about[0])
    return f"ask {who} to be there {longer}" if longer else f"ask {who} to be there at other times"


def _shorten(conference: Conference, guard: Guard, stay: LongerStay) -> str:
    if guard.about[0] not in conference.by_id.talks:
        return _wish(conference, guard, stay)
    talk = talk_text(conference, conference.talk(guard.about[0]))
    return f"shorten {talk}, or make a longer place for it"


def _leave_out(conference: Conference, guard: Guard, _: LongerStay) -> str:
    return f"leave out {talk_text(conference, conference.talk(guard.about[0]))}"


def _stand_in(conference: Conference, guard: Guard, stay: LongerStay) -> str:
    return f"find somebody to stand in: {_wish(conference, guard, stay)}"


_Words = Callable[[Conference, "Guard", LongerStay], str]
_WORDS: dict[str, _Words] = {
    "pinned": _let_move,
    "speaker-available": _ask,
    "talk-fits": _shorten,
    "talk-placed": _leave_out,
    "speaker-free": _stand_in,
    "chair-free": _stand_in,
}
"""By the code of the rule; of all others, that it is no longer required."""
