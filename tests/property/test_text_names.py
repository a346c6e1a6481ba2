"""What holds of every name."""

from hypothesis import given
from hypothesis import strategies as st

from programkit.text.characters import one_line
from programkit.text.folding import LONGEST_SLUG, folded, slug
from programkit.text.names import (
    index_key,
    join_names,
    same_name,
    similar_names,
    split_names,
)

ANYTHING = st.text(st.characters())
WORDS = st.sampled_from(
    ["Ann", "Bo", "C.", "de", "van", "der", "Van", "Lu", "Brbić", "y", "Jr.", "d'Arc"]
)
NAMES = ANYTHING | st.lists(WORDS, max_size=6).map(" ".join)
SIMPLE = st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{4,8}", fullmatch=True)


@given(NAMES)
def test_index_keeps_every_word(name):
    key = index_key(name)
    whole = f"{key.given} {key.particles} {key.family} {key.suffix}"
    assert sorted(folded(whole).split()) == sorted(folded(one_line(name)).split())


@given(NAMES, NAMES)
def test_index_order_is_total(one, other):
    first, second = index_key(one), index_key(other)
    assert (first.sort == second.sort) == (first.display == second.display)


@given(NAMES, NAMES)
def test_index_with_any_stated_family(name, family):
    assert index_key(name, family=family).sort == index_key(name, family=family).sort


@given(NAMES, NAMES)
def test_comparing_names_is_symmetric(one, other):
    assert same_name(one, other) == same_name(other, one)
    assert similar_names(one, other) == similar_names(other, one)


@given(NAMES)
def test_name_is_the_same_as_itself_and_not_a_variant(name):
    assert same_name(name, name)
    assert not similar_names(name, name)


@given(st.lists(SIMPLE, max_size=5))
def test_list_of_names_round_trip(names):
    assert split_names(join_names(names)) == names


@given(ANYTHING)
def test_slug_is_an_id(text):
    made = slug(text)
    assert made == slug(made)
    assert len(made) <= LONGEST_SLUG
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(ANYTHING)
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)
    assert folded(text).isascii()
