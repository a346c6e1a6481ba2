import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.markup import Run
from programkit.typeset.faces import family
from programkit.typeset.row import Fill, make_rows
from programkit.typeset.style import ParagraphStyle
from programkit.typeset.sums import sums_of
from programkit.typeset.words import EMERGENCY_COST, VISIBLE_COST, Word, part, shaped
from typefaces import make_font

FAR = 1000.0
ROUGHLY = 0.3  # points: how exactly parts of words are measured


@pytest.fixture
def style(tmp_path):
    """Ten points, so that every letter is 5 points wide, and a space 2.5."""
    path = make_font(tmp_path / "f.ttf", "abcdefghijklmnopqrstuvwxyz.-")
    return ParagraphStyle(family=family(path), size=10, leading=12)


def row_of(text, style):
    (row,) = make_rows([Run(text)] if isinstance(text, str) else text, style, FAR)
    return row


def told(text, style, limit=FAR, **how):
    """The places of a row: where, with a hyphen or not, the sums before it and its cost."""
    how = {"hyphen_cost": 80.0, "hang": False, **how}
    sums = sums_of(row_of(text, style), limit, **how)
    return [
        (place, end, start, end_space, start_space, cost)
        for place, end, start, end_space, start_space, cost in zip(
            sums.places,
            sums.end,
            sums.start,
            sums.end_space,
            sums.start_space,
            sums.cost,
            strict=True,
        )
    ]


def test_line_ends_before_a_space_and_begins_after_it(style):
    assert told("ab cd e", style) == [
        ((1, 0, False), 10, 12.5, 0, 2.5, 0),
        ((2, 0, False), 22.5, 25, 2.5, 5, 0),
        ((3, 0, False), 30, 30, 5, 5, 0),
    ]


def test_row_of_nothing_ends(style):
    assert told("", style) == [((0, 0, False), 0, 0, 0, 0, 0)]


def test_hyphen_is_wider_before_the_break_than_after_it(style):
    first, _ = told("ab\u00adcd", style)
    assert first == ((0, 3, True), 15, 10, 0, 0, 80)


def test_words_are_hyphenated_only_where_that_is_wanted(style):
    text = "symposium ef-gh"
    with_hyphens = [(0, 3, True), (0, 5, True), (1, 0, False), (1, 3, False), (2, 0, False)]
    assert [place for place, *_ in told(text, style)] == with_hyphens
    assert [place for place, *_ in told(text, style, hyphen_cost=None)] == with_hyphens[2:]


def test_soft_hyphen_of_the_author_is_wanted_everywhere(style):
    (place, *_, cost), _ = told("ab\u00adcd", style, hyphen_cost=None)
    assert (place, cost) == ((0, 3, True), 80)


@pytest.mark.parametrize(
    ("text", "cost"), [("ef-gh", VISIBLE_COST), ("ef\u200bgh", 0), ("ef\u00adgh", 80)]
)
def test_break_in_a_word_costs_what_it_looks_like(style, text, cost):
    assert told(text, style, hang=True)[0][-1] == cost


def test_ragged_line_had_better_not_end_in_a_hyphen_of_a_word(style):
    assert VISIBLE_COST < told("ef-gh", style)[0][-1] < EMERGENCY_COST


def test_tied_words_are_not_parted(style):
    assert [place for place, *_ in told("ab\u00a0cd e", style)] == [(2, 0, False), (3, 0, False)]


def test_tied_words_are_parted_at_a_price_if_nothing_else_helps(style):
    loose = told("ab\u00a0cd e", style, loose=True)
    assert [(place, cost) for place, *_, cost in loose] == [
        ((1, 0, False), EMERGENCY_COST),
        ((2, 0, False), 0),
        ((3, 0, False), 0),
    ]


def test_tied_space_is_still_a_space_of_the_line(style):
    assert told("ab\u00a0cd", style)[-1] == ((2, 0, False), 22.5, 22.5, 2.5, 2.5, 0)


def test_word_wider_than_a_line_is_cut_anywhere(style):
    made = told("abcd ef", style, 12, hyphen_cost=None)
    assert [place for place, *_ in made] == [
        (0, 1, False), (0, 2, False), (0, 3, False), (1, 0, False), (2, 0, False),
    ]  # fmt: skip


def test_line_may_end_inside_a_long_formula():
    row = row_of([Run("a+b=c", math="a+b=c")], ParagraphStyle())
    sums = sums_of(row, FAR, hyphen_cost=None, hang=True)
    count = len(row.atoms)
    assert sums.places == [(at, 0, False) for at in range(1, count + 1)]
    assert all(cost > 0 for cost in sums.cost[:-1])
    rooms = [formula.right for formula in row.atoms]  # after signs that end a line
    ends = [start - room for start, room in zip(sums.start, rooms, strict=True)]
    assert sums.end == pytest.approx(ends)
    assert rooms[0] > 0


def test_line_does_not_end_beside_a_fill(style):
    assert len(told([Run("ab"), Fill(), Run("cd")], style)) == 1


def test_characters_hang_out_where_that_is_wanted(style):
    first, last = told("ab. -ef-", style, hang=True)
    assert first[1] == pytest.approx(15 - 0.7 * 5)  # without most of the full stop
    assert first[2] == pytest.approx(17.5 + 0.3 * 5)  # without a third of the dash
    assert last[1] == pytest.approx(37.5 - 0.6 * 5)
    assert [end for _, end, *_ in told("ab. -ef-", style)] == [15, 37.5]


WORDS = st.lists(
    st.text(st.sampled_from("abcfiAVT.,-“’\u00adč"), min_size=1, max_size=12),
    min_size=1,
    max_size=6,
)


@given(words=WORDS, hang=st.booleans(), limit=st.sampled_from([FAR, 25.0]))
def test_line_between_two_places_is_as_wide_as_its_words(words, hang, limit):
    """Every line that the sums know is set word by word, and measured."""
    style = ParagraphStyle()
    row = row_of(" ".join(words), style)
    sums = sums_of(row, limit, hyphen_cost=80.0, hang=hang)
    begins = [(-1, (0, 0, False), 0.0, 0.0)] + [
        (at, place, sums.start[at], sums.start_space[at]) for at, place in enumerate(sums.places)
    ]
    for at, (first, skipped, _), x, spaces in begins:
        for end in range(at + 1, len(sums.places)):
            last, offset, hyphened = sums.places[end]
            if first == last and skipped:
                continue  # the middle of a word, whose kerning on both sides is not summed up
            pieces = []
            for number in range(first, last + bool(offset)):
                word = row.atoms[number]
                assert isinstance(word, Word)
                begin = skipped if number == first else 0
                if number == last:
                    pieces.append(part(word.look, word.text[begin:offset], hyphened=hyphened))
                else:
                    pieces.append(shaped(word.look, word.text[begin:]))
            text = sum(piece.width for piece in pieces) * style.size / 1000
            space = sum(row.spaces[first : first + max(0, len(pieces) - 1)])
            out = 0.0
            if hang:
                out += 0.0 if skipped or at < 0 else row.atoms[first].left
                final = row.atoms[last] if offset else row.atoms[last - 1]
                out += final.hang(offset, hyphened=hyphened) if offset else final.right
            near = 1e-6 + ROUGHLY * (bool(skipped) + bool(offset))
            assert sums.end[end] - x == pytest.approx(text + space - out, abs=near)
            assert sums.end_space[end] - spaces == pytest.approx(space)
