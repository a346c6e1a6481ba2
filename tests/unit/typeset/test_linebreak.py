import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programkit.typeset import linebreak
from programkit.typeset.linebreak import (
    GLUED_COST,
    Breaking,
    Fit,
    Measure,
    Sums,
    break_lines,
    fill_lines,
    fit,
)

SPACE = 10.0
RIGID = Breaking(expansion=0.0, give=0.0)


def sums(*words, hyphen=4.0, cost=80.0, space=SPACE):
    """A row of words by their widths; one given as a tuple may be hyphenated between its parts."""
    made = Sums()
    x = spaces = 0.0

    def place(end, start, gap, price, *, hyphened=False):
        made.places.append((len(made.places), 0, hyphened))
        made.end.append(end)
        made.start.append(start)
        made.end_space.append(spaces)
        made.start_space.append(spaces + gap)
        made.cost.append(price)

    for number, word in enumerate(words):
        *parts, last = word if isinstance(word, tuple) else (word,)
        for part in parts:
            x += part
            place(x + hyphen, x, 0.0, cost, hyphened=True)
        x += last
        gap = space if number < len(words) - 1 else 0.0
        place(x, x + gap, gap, 0.0)
        x += gap
        spaces += gap
    return made


def looseness(departure):
    """How a line looks: 0 tight, 1 as usual, 2 loose, 3 very loose."""
    limits = (linebreak._TIGHT, linebreak._WIDE, linebreak._WIDER)
    return sum(departure >= limit for limit in limits)


def departure_of(text, space, room, options):
    """By which share the gaps of a line depart from a space, the glyphs having given first."""
    slack = room - text - space
    glyphs, gaps = options.expansion * text, options.give * space
    if glyphs + gaps and abs(slack) <= glyphs + gaps:
        return options.give * slack / (glyphs + gaps)
    left = abs(slack) - glyphs
    share = left / space if space else linebreak._NO_GAPS
    return math.copysign(share, slack) if left > 0 else 0.0


def total_of(row, ends, measure, options, tolerance):
    """The cost of lines that end at some places, worked out line by line; none if they are bad."""
    total, begin, before, run = 0.0, -1, 1, 0
    for number, end in enumerate(ends):
        x, spaces = (row.start[begin], row.start_space[begin]) if begin >= 0 else (0.0, 0.0)
        space = row.end_space[end] - spaces
        text = row.end[end] - x - space
        room, last = measure.length(number), end == len(row.places) - 1
        short = row.end[-1] - x < min(options.short, linebreak._FEW_WORDS * room)
        torn = begin >= 0 and row.places[begin][2]
        ending = 0.0 if begin < 0 else options.short_cost * short + linebreak._TORN * torn
        if options.rag:
            share, looks = (room - text - space) / options.rag, 1
            if share < -1e-6 or (share > tolerance and not last):
                return None
            cost = ending if last else linebreak._RAG * share**2 + row.cost[end]
        else:
            share = departure_of(text, space, room, options)
            if share < -options.shrink - 1e-6 or (share > tolerance and not last):
                return None
            looks = looseness(share)
            cost = linebreak._DEPARTURE * share**2 + linebreak._EXTREME * share**4 + row.cost[end]
            if last and share >= 0:
                cost, looks = ending, 1
        contrast = linebreak._CONTRAST * (abs(looks - before) > 1)
        run = run + 1 if row.places[end][2] else 0
        again = linebreak._RUN if run <= options.hyphen_run else linebreak._TOO_MANY
        total += cost + contrast + again * (run > 1)
        before, begin = looks, end
    return total


def best_total(row, measure, options, tolerance):
    """The least cost of all ways to break a row; nothing if there is none."""
    *inner, last = range(len(row.places))
    ways = (
        (*chosen, last) for count in range(len(inner) + 1) for chosen in combinations(inner, count)
    )
    totals = (total_of(row, way, measure, options, tolerance) for way in ways)
    return min((total for total in totals if total is not None), default=None)


WORDS = st.floats(30, 60) | st.tuples(st.floats(15, 30), st.floats(15, 30))
ROWS = st.lists(WORDS | st.floats(15, 35), min_size=1, max_size=10).filter(
    lambda words: sum(1 + isinstance(word, tuple) for word in words) <= 10
)
MEASURES = st.builds(Measure, st.floats(60, 200), st.floats(0, 15), st.floats(0, 15))
OPTIONS = st.builds(
    Breaking,
    rag=st.sampled_from([0.0, 0.0, 20.0, 60.0]),
    expansion=st.sampled_from([0.0, 0.02]),
    hyphen_run=st.integers(1, 3),
    short=st.sampled_from([0.0, 24.0, 50.0]),
    short_cost=st.sampled_from([80.0, 240.0, 5e3]),
)


@settings(max_examples=300)
@given(ROWS, MEASURES, OPTIONS, st.sampled_from([0.28, 0.6, 4.0, 8.0]), st.floats(-50, 200))
def test_no_other_breaks_are_better(words, measure, options, tolerance, cost):
    row = sums(*words, cost=cost)
    broken = break_lines(row, measure, options, tolerance)
    best = best_total(row, measure, options, tolerance)
    if broken is None:
        assert best is None
    else:
        assert total_of(row, broken, measure, options, tolerance) == pytest.approx(best)


@pytest.mark.parametrize("cost", ["_CONTRAST", "_RUN", "_TORN", "_RAG", "_EXTREME"])
@settings(max_examples=300)
@given(words=ROWS, measure=MEASURES, options=OPTIONS)
def test_each_cost_counts(cost, words, measure, options):
    """Were one of them much larger, the best breaks would follow it."""
    row = sums(*words, cost=0.0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linebreak, cost, 5e3)
        broken = break_lines(row, measure, options, 4.0)
        best = best_total(row, measure, options, 4.0)
        total = None if broken is None else total_of(row, broken, measure, options, 4.0)
    assert total == (None if best is None else pytest.approx(best))


@pytest.mark.parametrize(
    ("words", "width", "ends"),
    [
        ((56, 43, 25, 52, 47, 36, 44, 41, 50), 145, (2, 4, 7, 8)),
        ((49, 57, 23, 52, 54, 53, 19, 44, 45), 148, (2, 4, 7, 8)),
        ((31, 54, 25, 54, 31, 46, 40, 41), 132, (2, 4, 6, 7)),
    ],
)
def test_neighboring_lines_look_alike(words, width, ends):
    """Were it not for that, the first lines of these would end a word earlier."""
    row, measure = sums(*words), Measure(width)
    assert break_lines(row, measure, RIGID, 4.0) == ends
    assert total_of(row, ends, measure, RIGID, 4.0) == pytest.approx(
        best_total(row, measure, RIGID, 4.0)
    )


def test_a_long_run_of_hyphens_is_worse_than_any_bad_line():
    words = [32, (16, 17), (20, 21), (20, 30), (19, 29), (27, 20)]
    row, measure, options = sums(*words, cost=0.0, hyphen=1.0), Measure(78), Breaking()
    broken = break_lines(row, measure, options, 4.0)
    best = best_total(row, measure, options, 4.0)
    assert total_of(row, broken, measure, options, 4.0) == pytest.approx(best)
    assert best < linebreak._TOO_MANY


def test_row_that_fits_is_one_line():
    assert break_lines(sums(30, 30), Measure(100), RIGID, 0.0) == (1,)


def test_nothing_is_an_empty_line():
    assert break_lines(sums(0), Measure(100), RIGID, 0.0) == (0,)


@pytest.mark.parametrize(
    ("width", "tolerance", "ends"),
    [
        (70, 0.0, (1, 3)),  # two words and the space between them, exactly
        (72, 0.2, (1, 3)),
        (72, 0.1, None),  # the gap would be a fifth wider
        (67, 0.0, (1, 3)),  # it is narrower by a third at most
        (66, 0.0, None),
    ],
)
def test_gaps_stretch_as_far_as_tolerated_and_shrink_by_a_third(width, tolerance, ends):
    broken = break_lines(sums(30, 30, 30, 30), Measure(width), RIGID, tolerance)
    assert broken == ends


def test_glyphs_give_where_gaps_alone_would_not():
    row, measure = sums(300, 300, 300, 300), Measure(620)
    assert break_lines(row, measure, RIGID, 0.5) is None
    assert break_lines(row, measure, Breaking(), 0.5) == (1, 3)


def test_line_of_one_word_cannot_be_filled():
    assert break_lines(sums(30, 60, 30), Measure(65), RIGID, 4.0) is None


def test_last_line_need_not_be_full():
    assert break_lines(sums(30, 30, 30), Measure(70), RIGID, 0.0) == (1, 2)


def test_indents_make_lines_shorter():
    row = sums(30, 30, 30, 30)
    assert break_lines(row, Measure(110, 40, 0), RIGID, 0.0) == (1, 3)
    assert break_lines(row, Measure(110, 0, 80), RIGID, 0.0) == (2, 3)


def test_row_further_down_in_its_paragraph_has_the_indent_of_other_lines():
    row, measure = sums(30, 30, 30, 30), Measure(110, 40, 0)
    assert break_lines(row, measure, RIGID, 0.0, first=1) == (2, 3)


def test_hyphen_needs_room_too():
    row = sums(30, (26, 34), cost=0.0)  # 70 points up to and with the hyphen
    assert break_lines(row, Measure(70), RIGID, 0.0) == (1, 2)
    assert break_lines(row, Measure(66), RIGID, 0.0) is None


def test_hyphen_is_avoided_where_a_space_is_nearly_as_good():
    words = (30, 30, 30, 30, (4, 30))  # four words are 150 wide, with the hyphen they are 168
    assert break_lines(sums(*words, cost=80.0), Measure(160), RIGID, 1.0) == (3, 5)
    assert break_lines(sums(*words, cost=-80.0), Measure(160), RIGID, 1.0) == (4, 5)


def test_short_last_line_is_avoided_where_another_break_is_nearly_as_good():
    row = sums(40, 40, 40, 10)
    tight = Measure(140)
    assert break_lines(row, tight, Breaking(short=0.0, rag=100), 8.0) == (2, 3)
    assert break_lines(row, tight, Breaking(short=24.0, rag=100), 8.0) == (1, 3)


def test_last_line_may_be_short_where_all_lines_are():
    options = Breaking(short=60.0, short_cost=1e4, rag=30)
    assert break_lines(sums(40, 40, 30), Measure(91), options, 8.0) == (0, 2)
    assert break_lines(sums(40, 40, 33), Measure(91), options, 8.0) == (1, 2)


def test_ragged_line_is_never_longer_than_its_measure():
    row, options = sums(30, 30, 30, 30), Breaking(rag=20)
    assert break_lines(row, Measure(70), options, 8.0) == (1, 3)
    assert break_lines(row, Measure(69.9), options, 8.0) == (0, 1, 2, 3)
    assert break_lines(row, Measure(29), options, 8.0) is None


@pytest.mark.parametrize(
    ("slack", "text", "space", "glyphs", "expected"),
    [
        # 200 points of text give 4 by themselves, while 20 points of space give 2.4.
        (0, 200, 20, 0, Fit(1, 1)),
        (3.2, 200, 20, 0, Fit(1.01, 1.06)),
        (-3.2, 200, 20, 0, Fit(0.99, 0.94)),
        (6.4, 200, 20, 0, Fit(1.02, 1.12)),
        (8, 200, 20, 0, Fit(1.02, 1.2)),
        (14, 200, 20, 0, Fit(1.02, 1.5)),
        (-8, 200, 20, 0, Fit(0.98, 0.8)),
        (-30, 200, 20, 0, Fit(0.98, 2 / 3)),  # gaps are narrower by a third at most
        # Letters are moved apart only where gaps would be wider by more than two fifths.
        (12, 200, 20, 40, Fit(1.02, 1.4)),
        (14, 200, 20, 40, Fit(1.02, 1.4, 0.05)),
        (26, 200, 20, 40, Fit(1.02, 1.9, 0.1)),  # by a tenth of a point at most
        (-14, 200, 20, 40, Fit(0.98, 2 / 3)),
        # Without spaces only the glyphs give.
        (2, 200, 0, 0, Fit(1.01, 1.06)),  # of nothing
        (9, 200, 0, 40, Fit(1, 1)),
        (-9, 200, 0, 0, Fit(0.98, 1)),
        (9, 0, 0, 0, Fit(1, 1)),
    ],
)
def test_slack_is_taken_up_by_glyphs_then_gaps_then_tracking(slack, text, space, glyphs, expected):
    how = fit(slack, text, space, Breaking(), glyphs=glyphs)
    assert tuple(how) == pytest.approx(tuple(expected))


@given(
    text=st.floats(1, 500),
    space=st.floats(0.5, 100),
    slack=st.floats(-50, 500),
    glyphs=st.integers(0, 100),
    expansion=st.sampled_from([0.0, 0.02]),
)
def test_fit_fills_the_line_and_keeps_its_limits(text, space, slack, glyphs, expansion):
    options = Breaking(expansion=expansion)
    how = fit(slack, text, space, options, glyphs=glyphs)
    assert abs(how.expansion - 1) <= expansion + 1e-9
    assert how.gap >= 1 - options.shrink
    assert 0 <= how.tracking <= options.tracking
    if how.tracking:
        assert how.gap >= 1.4 - 1e-9
    width = text * how.expansion + space * how.gap + glyphs * how.tracking
    if how.gap > 1 - options.shrink:
        assert width == pytest.approx(text + space + slack, abs=1e-6)


def test_measure_has_indents_and_is_never_empty():
    measure = Measure(100, first_indent=30, hanging=10)
    assert [measure.indent(n) for n in range(3)] == [30, 10, 10]
    assert [measure.length(n) for n in range(3)] == [70, 90, 90]
    assert measure.shortest == 70
    assert Measure(10, first_indent=20).length(0) == 1.0


@given(ROWS, MEASURES)
def test_filled_lines_are_as_full_as_can_be(words, measure):
    row = sums(*words)
    broken = fill_lines(row, measure)
    assert broken[-1] == len(row.places) - 1
    begin = -1
    for number, end in enumerate(broken):
        x = row.start[begin] if begin >= 0 else 0.0
        fitting = [
            at
            for at in range(begin + 1, len(row.places))
            if row.end[at] - x <= measure.length(number) + 1e-6
        ]
        assert end == (max(fitting) if fitting else begin + 1)
        begin = end


def test_lines_that_are_filled_part_what_is_glued_only_where_they_must():
    row = sums(30, 30, 30, 30)
    row.cost[1] = row.cost[2] = GLUED_COST
    assert fill_lines(row, Measure(80)) == (0, 2, 3)
