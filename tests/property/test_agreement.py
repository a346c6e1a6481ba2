"""Check and post say the same: on any program on the grid, for every rule.

Every decision is fixed, auxiliary variables are free, and the solver minimizes. It must find the
program possible exactly if ``check`` finds nothing hard, and charge the sum of ``check``'s costs.
"""

import pytest
from hypothesis import HealthCheck, Phase, assume, find, given, settings
from hypothesis import strategies as st

from agreeing import checked, on_grid, solved
from chairtellings import BY_CHAIR, seeking
from postertellings import BY_POSTER, showing
from programkit.model.people import Affiliation
from programkit.rules import RULES, LocalHours, SpeakerAvailable, Spread
from programkit.solver.decisions import Decisions
from sessiontellings import BESIDE, with_subjects
from strategies import conferences, programs, rules, speaks_of
from tracktellings import BY_SESSION, side_by_side


def abroad():
    """A talk by somebody on whose clocks it is another hour."""
    return conferences(most_talks=1).map(
        lambda conference: conference.replace(
            people=[one.replace(timezone="Asia/Tokyo") for one in conference.people],
            talks=[talk.replace(speakers=("ada",)) for talk in conference.talks],
        )
    )


def hosted():
    """Talks that others host, by people of one institution."""
    return conferences().map(
        lambda conference: conference.replace(
            affiliations=(Affiliation(id="moon", name="Moon College"),),
            people=[one.replace(affiliations=("moon",)) for one in conference.people],
            talks=[
                talk.replace(speakers=("ada",), hosts=("bo",) if n % 2 else ())
                for n, talk in enumerate(conference.talks, 1)
            ],
        )
    )


FITTING = {
    LocalHours: abroad(),
    SpeakerAvailable: hosted(),
    Spread: hosted(),
    **dict.fromkeys(BY_SESSION, side_by_side()),
    **dict.fromkeys(BY_CHAIR, seeking()),
    **dict.fromkeys(BY_POSTER, showing()),
    **dict.fromkeys(BESIDE, with_subjects()),
}
"""For rules that few conferences concern, conferences that they do."""


class Forgetful(Decisions):
    """A door that lets the first thing a rule posts fall."""

    forgot = False

    def never(self, rule, *together, about, **how):
        if together and self._remembers():
            super().never(rule, *together, about=about, **how)

    def at_most(self, rule, terms, bound, about, *, hard=False):
        if sum(count for _, count in terms) <= bound or self._remembers():
            super().at_most(rule, terms, bound, about, hard=hard)

    def exactly(self, rule, *cases, about):
        if cases and self._remembers():
            super().exactly(rule, *cases, about=about)

    def at_least(self, rule, literals, count, about, **how):
        if self._remembers():
            super().at_least(rule, literals, count, about, **how)

    def no_wider(self, rule, cases, bound, about, **how):
        if cases and self._remembers():
            super().no_wider(rule, cases, bound, about, **how)

    def no_more(self, rule, literals, count, about):
        if len(literals) <= count or self._remembers():
            super().no_more(rule, literals, count, about)

    def _remembers(self):
        remembers, self.forgot = self.forgot, True
        return remembers


@st.composite
def cases(draw, kind):
    given = draw(FITTING[kind]) if kind in FITTING and draw(st.integers(0, 3)) else None
    program = draw(programs(given, most_talks=3))
    assume(speaks_of(kind, program.conference))
    assume(on_grid(program))
    return program, draw(rules(kind, program))


@pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.code)
@given(data=st.data())
def test_check_and_post_agree(kind, data):
    program, rule = data.draw(cases(kind))

    assert solved(program, rule) == checked(program, rule)


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.code)
def test_a_wrong_post_is_noticed(kind):
    """The test of the test: a rule that forgets one thing must disagree on some program."""
    noticed = settings(
        max_examples=2000,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    program, rule = find(
        cases(kind),
        lambda case: solved(*case, Forgetful) != checked(*case),
        settings=noticed,
    )

    assert solved(program, rule) == checked(program, rule)
