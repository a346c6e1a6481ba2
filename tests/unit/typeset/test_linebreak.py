import pytest

from programkit.typeset.linebreak import (
    FILL,
    FORBIDDEN,
    Box,
    Breaking,
    Glue,
    Line,
    Measure,
    Penalty,
    break_lines,
)

END = [Penalty(FORBIDDEN), Glue(0, FILL), Penalty(-FORBIDDEN)]
SPACE = Glue(10, 5, 3)
WORD = Box(30)


def words(count, space=SPACE):
    row = [WORD]
    for _ in range(count - 1):
        row += [space, WORD]
    return row


def spans(lines):
    return [(line.start, line.end) for line in lines]


def test_paragraph_that_fits_is_one_line():
    items = [*words(2), *END]
    (line,) = break_lines(items, Measure(100))
    assert (line.start, line.end) == (0, 5)
    assert line.ratio == pytest.approx(0, abs=1e-5)


def test_lines_end_at_glue_and_begin_at_boxes():
    items = [*words(4), *END]
    assert spans(break_lines(items, Measure(70))) == [(0, 3), (4, 9)]


def test_gaps_stretch_to_fill_the_line():
    items = [*words(4), *END]
    assert break_lines(items, Measure(72))[0].ratio == pytest.approx(2 / 5)


def test_gaps_shrink_when_that_is_better():
    items = [*words(4), *END]
    assert break_lines(items, Measure(68))[0] == Line(0, 3, pytest.approx(-2 / 3))


def test_gaps_never_shrink_beyond_what_they_can():
    items = [*words(4), *END]
    assert spans(break_lines(items, Measure(66))) == [(0, 1), (2, 3), (4, 5), (6, 9)]


def test_first_line_and_others_have_their_indents():
    measure = Measure(100, first_indent=30, hanging=10)
    assert [measure.indent(n) for n in range(3)] == [30, 10, 10]
    assert [measure.length(n) for n in range(3)] == [70, 90, 90]
    assert measure.shortest == 70


def test_measure_is_never_empty():
    assert Measure(10, first_indent=20).length(0) == 1.0


def test_indent_makes_the_first_line_shorter():
    items = [*words(5), *END]
    lines = break_lines(items, Measure(110, first_indent=40))
    assert spans(lines) == [(0, 3), (4, 11)]


def test_forced_break_ends_the_line():
    items = [WORD, *END, WORD, *END]
    assert spans(break_lines(items, Measure(100))) == [(0, 3), (4, 7)]


def test_two_forced_breaks_leave_an_empty_line():
    items = [WORD, Penalty(-FORBIDDEN), Penalty(-FORBIDDEN), WORD, *END]
    assert spans(break_lines(items, Measure(100))) == [(0, 1), (2, 2), (3, 6)]


def test_forbidden_penalty_is_no_place_to_break():
    items = [WORD, Penalty(FORBIDDEN), SPACE, WORD, *END]
    assert spans(break_lines(items, Measure(50))) == [(0, 6)]


def test_nothing_gives_no_lines():
    assert break_lines([], Measure(100)) == ()


def test_paragraph_without_an_end_is_still_set():
    assert spans(break_lines(words(3), Measure(70))) == [(0, 3), (4, 5)]


def test_box_wider_than_the_line_has_a_line_of_its_own():
    items = [Box(500), SPACE, WORD, *END]
    assert spans(break_lines(items, Measure(70))) == [(0, 1), (2, 5)]


def test_hyphen_needs_room_too():
    hyphenated = [WORD, Penalty(0, width=5, flagged=True), WORD, *END]
    assert spans(break_lines(hyphenated, Measure(35))) == [(0, 1), (2, 5)]
    two = [WORD, Penalty(0), WORD, Penalty(0, width=5, flagged=True), WORD, *END]
    assert spans(break_lines(two, Measure(64))) == [(0, 1), (2, 7)]
    assert spans(break_lines(two, Measure(65))) == [(0, 3), (4, 7)]


def test_what_a_break_changes_counts_in_the_line_after_it():
    row = [WORD, Penalty(0, after=20), WORD, SPACE, WORD, *END]
    assert spans(break_lines(row, Measure(59)))[1] == (2, 3)
    plain = [WORD, Penalty(0), WORD, SPACE, WORD, *END]
    assert spans(break_lines(plain, Measure(70, first_indent=35)))[1] == (2, 7)


def test_hyphen_is_avoided_where_a_space_is_nearly_as_good():
    row = [*words(3), SPACE, Box(15), Penalty(50, width=4, flagged=True), Box(15), *END]
    assert spans(break_lines(row, Measure(114)))[0] == (0, 5)
    cheap = [*row[:7], Penalty(0, width=4, flagged=True), *row[8:]]
    assert spans(break_lines(cheap, Measure(139)))[0] == (0, 7)


def hyphened_row():
    """A row whose every third box can only end a full line with a hyphen."""
    loose = Glue(10, 10, 3)
    row = []
    for _ in range(6):
        row += [Box(20), loose, Box(20), loose, Box(20), Penalty(10, width=2, flagged=True)]
    return [*row[:-1], *END]


def ends_in_hyphen(row, lines):
    return [isinstance(row[line.end], Penalty) and row[line.end].flagged for line in lines]


def test_no_more_than_two_hyphens_follow_each_other():
    row = hyphened_row()
    assert ends_in_hyphen(row, break_lines(row, Measure(85)))[:3] == [True, True, False]


def test_hyphens_may_follow_each_other_as_long_as_asked():
    row = hyphened_row()
    lines = break_lines(row, Measure(85), Breaking(hyphen_run=9))
    assert ends_in_hyphen(row, lines) == [True] * 5 + [False]


def test_ragged_line_may_be_short_with_ease():
    rigid = Glue(10)
    row = [*words(3, rigid), rigid, Box(15), Penalty(50, width=4, flagged=True), Box(15), *END]
    assert spans(break_lines(row, Measure(140), Breaking(rag=60)))[0] == (0, 5)


def test_among_awful_lines_the_fuller_one_is_taken():
    rigid = Glue(10)
    row = [Box(5), rigid, Box(40), Penalty(50, width=4, flagged=True), Box(60), *END]
    assert spans(break_lines(row, Measure(100)))[0] == (0, 3)
