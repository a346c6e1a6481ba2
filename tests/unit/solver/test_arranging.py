import pytest

from blocked import PRICED, STRICT, conference, costly, crowded, three_tracks
from programkit.model.days import Session
from programkit.model.findings import Finding, Level
from programkit.rules import TalkPlacedOnce
from programkit.solver import arranging
from programkit.solver.arranging import Arranging, begin, costs_of_tracks
from programkit.solver.limits import Limits
from programkit.solver.spending import Answer, Spending


def spending(conference, rules=STRICT, **limits):
    return Spending(conference, rules, Limits(**{"effort": 20, "workers": 1, **limits}))


def test_it_begins_with_a_program_whatever_it_costs():
    run = spending(three_tracks(), PRICED)
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
    assert begin(spending(three_tracks(), seconds=0)) == (True, None)


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
    run = spending(three_tracks(), PRICED)
    told = []
    run.tell = told.append
    search = Arranging(run, begin(run)[1])

    assert search.improve()
    assert (run.cost, search.settles(0)) == (0, True)
    costs = [news.cost for news in told]
    assert costs == sorted(set(costs), reverse=True)


def test_talks_may_take_the_sessions_that_their_track_has_at_any_time():
    run = spending(three_tracks(), PRICED)
    search = Arranging(run, begin(run)[1])
    search.improve()
    now, anytime = search.within(anytime=False), search.within(anytime=True)

    assert sorted(now) == sorted(anytime) == sorted(talk.id for talk in run.conference.talks)
    for one, other in (("red0", "red1"), ("blue0", "blue1"), ("gray0", "gray1")):
        assert anytime[one] == anytime[other] == now[one] | now[other]
        assert len(now[one]) == len(now[other]) == 1


def test_nothing_is_known_before_anything_is_found():
    search = Arranging(spending(three_tracks(), PRICED), None)

    assert search.within(anytime=True) is None
    assert not search.settles(0)


def test_tracks_are_told_by_what_they_cost():
    found = [
        Finding(code="x", level=Level.SOFT, message="", about=about, cost=cost)
        for about, cost in ((("gray1", "b0@hall"), 3), (("red", "blue0"), 2), (("red0",), 2))
    ]

    assert costs_of_tracks(three_tracks(), found) == {"gray": 3, "red": 4, "blue": 2}


@pytest.mark.parametrize("large", [0, 10**6], ids=["large", "not large"])
@pytest.mark.parametrize("effort", [0.1, 0.4, 1.2])
def test_crowded_conference_gets_better_with_effort(monkeypatch, large, effort):
    monkeypatch.setattr(arranging, "_LARGE", large)
    run = spending(crowded(), costly(), effort=effort)
    _, first = begin(run)
    cost = run.cost
    search = Arranging(run, first)

    assert search.improve()
    assert run.bound <= run.cost <= cost
    assert run.cost == sum(f.cost for rule in run.rules for f in rule.check(run.program))
    assert run.cost < cost or effort < 1


def test_free_running_workers_find_as_much():
    run = Spending(crowded(), costly(), Limits(seconds=6))
    _, first = begin(run)
    cost = run.cost

    assert Arranging(run, first).improve()
    assert run.bound <= run.cost < cost


def test_session_with_a_track_of_its_own_is_left_to_it():
    facts = three_tracks(times=1).replace(talks=three_tracks().talks[:4])
    [day] = facts.days
    slots = day.items[0].slots
    sessions = tuple(
        Session(id=room, start=540, room=room, track=track, slots=slots)
        for room, track in (("hall", "gray"), ("attic", None))
    )
    run = spending(facts.replace(days=(day.replace(items=sessions),)))
    possible, first = begin(run)
    search = Arranging(run, first)

    assert possible
    assert not search.improve()


def test_talks_that_fill_no_two_rooms_are_spread():
    run = spending(conference(30, 30, 30, 30, 20, times=2))
    search = Arranging(run, None)

    assert search.improve()
    assert len(run.program.placements) == 5


def test_after_ctrl_c_nothing_is_solved():
    run = spending(three_tracks(), PRICED)
    search = Arranging(run, None)
    run.interrupted = True

    assert not run.solve(run.blocks().model, run.rest()).found
    assert search._rough(search._timed) == ()
    assert search._times()
    assert search.improve()


def solved(run, search):
    """What the solver says of the whole."""
    return run.solve(search._whole.model, run.rest())


def test_better_answers_count_in_passing():
    run = spending(three_tracks(), PRICED)
    search = Arranging(run, None)
    answer = solved(run, search)
    search._glimpse(answer)
    search._glimpse(Answer(answer.status, 99, answer.chosen))

    assert (search._best.cost, search._best.chosen) == (0, answer.chosen)
    assert run.cost == 0


def test_answers_that_cannot_be_packed_do_not_count():
    run = spending(conference(30, 30, 30, 30, 20))
    search = Arranging(run, None)
    answer = solved(run, search)
    search._glimpse(answer)

    assert answer.found
    assert not search._takes(search._whole, answer)
    assert not search._takes(search._whole, Answer())
    assert search._best is None
    assert not search._together(search._whole)


def test_answers_that_cannot_be_packed_do_not_count_where_there_is_no_whole(monkeypatch):
    run = spending(conference(30, 30, 30, 30, 20))
    whole = run.blocks()
    answer = run.solve(whole.model, run.rest())
    monkeypatch.setattr(arranging, "_LARGE", 0)
    search = Arranging(run, None)

    assert not search._takes(whole, answer)
    assert search._best is None


def test_what_is_worse_changes_nothing():
    run = spending(three_tracks(), PRICED)
    search = Arranging(run, None)
    search._glimpse(solved(run, search))
    best = search._best

    assert search._accept(best._replace(cost=1, chosen=()))
    assert search._best is best


@pytest.mark.parametrize("known", [False, True])
def test_a_large_conference_is_improved_from_whatever_is_known(monkeypatch, known):
    monkeypatch.setattr(arranging, "_LARGE", 0)
    run = spending(three_tracks(), PRICED)
    _, first = begin(run)
    search = Arranging(run, first if known else None)

    assert search._apart()
    assert (search._best is not None) == known
    assert run.cost == (0 if known else run.cost)


def test_values_of_the_whole_are_found_once():
    run = spending(three_tracks(), PRICED)
    search = Arranging(run, None)
    answer = solved(run, search)
    search._glimpse(answer)
    search._best = search._best._replace(chosen=())
    values = search._values(search._whole, search._best)

    assert search._whole.arrangement(values) == search._best.arranged
    assert search._values(search._whole, search._best) is values
