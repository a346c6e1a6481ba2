import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from programkit.typeset.characters import LONGEST, graphemes, is_mark, is_shapeless, printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", ("a", "b", "c")),
        ("", ()),
        ("e\u0301x", ("e\u0301", "x")),
        ("\u0301x", ("\u0301", "x")),
        ("a\u0302\u0301", ("a\u0302\u0301",)),
        ("☎\ufe0f!", ("☎\ufe0f", "!")),
        ("👩\u200d🔬x", ("👩\u200d🔬", "x")),
        ("👍\U0001f3fd", ("👍\U0001f3fd",)),
        ("🇭🇷🇨🇭", ("🇭🇷", "🇨🇭")),
        ("🇭a", ("🇭", "a")),
        ("🏴\U000e0067\U000e007f", ("🏴\U000e0067\U000e007f",)),
        ("日本", ("日", "本")),
        ("🇭🇷🇨", ("🇭🇷", "🇨")),
        ("🇭\u0301🇷", ("🇭\u0301", "🇷")),
        ("\u1112\u1161\u11ab\u1100", ("\u1112\u1161\u11ab", "\u1100")),
        ("กำ", ("กำ",)),
        ("नि", ("नि",)),
    ],
)
def test_graphemes_are_what_a_reader_takes_for_characters(text, expected):
    assert graphemes(text) == expected


@pytest.mark.parametrize("char", [" ", "\u00a0", "\u2009", "\u00ad", "\u200d", "\ufe0f", "\u2066"])
def test_shapeless_characters_need_no_glyph(char):
    assert is_shapeless(char)


@pytest.mark.parametrize("char", ["a", ".", "\u0301", "日", "\ufffd", "\u0600"])
def test_visible_characters_need_a_glyph(char):
    assert not is_shapeless(char)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain é 日", "plain é 日"),
        ("a\tb\nc", "a b c"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\u2028b", "a b"),
        ("x\ud800y", "xy"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
        ("a\u00a0b\u0085c", "a\u00a0b c"),
    ],
)
def test_printable_leaves_out_controls(text, expected):
    assert printable(text) == expected


@given(st.text("aé日한ก\u0301\u0308\ufe0f🇭🇷👍\U0001f3fd."))
def test_graphemes_are_those_of_unicode(text):
    assert graphemes(text) == tuple(grapheme_clusters(text))


@given(st.text(st.characters(exclude_categories=[])))
def test_graphemes_are_all_of_the_text(text):
    found = graphemes(text)
    assert "".join(found) == text
    assert all(found)


@given(st.text(st.characters(exclude_categories=[])))
def test_printable_keeps_everything_else(text):
    shown = printable(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    kept = [char for char in text if unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"}]
    assert [char for char in shown if char != " "] == [char for char in kept if char != " "]


@pytest.mark.parametrize(
    "char", ["\u0301", "\u200d", "\ufe0f", "\U0001f3fd", "\U000e0067", "\u0e33"]
)
def test_mark_belongs_to_what_is_before_it(char):
    assert is_mark(char)


@pytest.mark.parametrize("text", ["e" + "\u0301" * 50_000, "\u0301" * 50_000, "👩\u200d" * 25_000])
def test_grapheme_that_is_longer_than_any_that_means_something_is_cut(text):
    found = graphemes(text)
    assert "".join(found) == text
    assert {len(each) for each in found[:-1]} == {LONGEST}
