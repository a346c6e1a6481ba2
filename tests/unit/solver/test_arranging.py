import pytest

from blocked import STRICT, conference
from programkit.model.findings import Finding, Level
from programkit.rules import TalkPlacedOnce
from programkit.solver import arranging
from programkit.solver.arranging import Arranging, begin, tracks_of
from programkit.solver.limits import Limits
from programkit.solver.spending import Spending
from test_blockmoves import PRICED, facts


def spending(conference, rules=STRICT, **limits):
    return Spending(conference, rules, Limits(**{"effort": 20, "workers": 1, **limits}))


def test_it_begins_with_a_program_whatever_it_costs():
    run = spending(facts(), PRICED)
    possible, arranged = begin(run)

    assert possible
    assert sorted(arranged.times) == sorted(talk.id for talk in run.conference.talks)
    assert len(run.program.placements) == 6


def test_where_there_is_none_it_does_not_begin():
    assert begin(spending(conference(*(70,) * 3))) == (False, None)


def test_where_single_talks_do_not_fit_it_begins_without_a_program():
    run = spending(conference(30, 30, 30, 30, 20))

    assert (begin(run), run.program) == ((True, None), None)


def test_without_time_it_does_not_begin():
    assert begin(spending(facts(), seconds=0)) == (True, None)


def test_talk_that_need_not_be_placed_is_counted_at_its_price():
    soft = TalkPlacedOnce(level="soft", weight=9)
    rules = tuple(soft if isinstance(rule, TalkPlacedOnce) else rule for rule in STRICT)
    run = spending(conference(70, 70, 70), rules)
    rough = run.blocks(rooms_matter=False, talks_matter=False)

    assert run.solve(rough.model, run.rest()).cost == 9
    assert begin(run)[0]


@pytest.mark.parametrize("large", [0, 10**6], ids=["large", "not large"])
def test_better_arrangements_are_found_until_one_is_proved(monkeypatch, large):
    monkeypatch.setattr(arranging, "_LARGE", large)
    run = spending(facts(), PRICED)
    told = []
    run.tell = told.append
    search = Arranging(run, begin(run)[1])

    assert search.improve()
    assert (run.cost, search.settles(0)) == (0, True)
    costs = [news.cost for news in told]
    assert costs == sorted(set(costs), reverse=True)


def test_talks_may_take_the_sessions_that_their_track_has_at_any_time():
    run = spending(facts(), PRICED)
    search = Arranging(run, begin(run)[1])
    search.improve()
    now, anytime = search.within(anytime=False), search.within(anytime=True)
    where = {place.talk.id: {place.session.id} for place in run.program.placed}

    assert now == where
    assert anytime["red0"] == anytime["red1"] == where["red0"] | where["red1"]


def test_nothing_is_known_before_anything_is_found():
    search = Arranging(spending(facts(), PRICED), None)

    assert search.within(anytime=True) is None
    assert not search.settles(0)


def test_tracks_are_told_by_what_they_cost():
    found = [
        Finding(code="x", level=Level.SOFT, message="", about=about, cost=cost)
        for about, cost in ((("gray1", "b0@hall"), 3), (("red", "blue0"), 2), (("red0",), 2))
    ]

    assert tracks_of(facts(), found) == ["red", "gray", "blue"]
