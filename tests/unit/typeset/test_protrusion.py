import pytest

from programkit.typeset.protrusion import LEFT, RIGHT


@pytest.mark.parametrize("side", [LEFT, RIGHT], ids=["left", "right"])
def test_no_character_leaves_the_column_by_much_more_than_half(side):
    assert all(len(character) == 1 for character in side)
    assert all(0 < share <= 0.7 for share in side.values())


@pytest.mark.parametrize("character", ".,:;-\u00ad\u2010’”»")
def test_punctuation_hangs_out_by_half_at_a_line_end(character):
    assert RIGHT[character] >= 0.5


@pytest.mark.parametrize("character", "Hnoßж0日")
def test_upright_letters_stay_in_the_column(character):
    assert character not in LEFT
    assert character not in RIGHT


@pytest.mark.parametrize(("opening", "closing"), ["()", "[]", "{}", "‘’", "“”", "«»", "‹›"])
def test_pairs_hang_out_alike(opening, closing):
    assert LEFT[opening] == RIGHT[closing]


@pytest.mark.parametrize("letter", "ATVWXY")
def test_letters_with_open_sides_hang_out_a_little_on_both(letter):
    assert LEFT[letter] == RIGHT[letter] < 0.1
