import pytest

from programkit.typeset.characters import graphemes, is_ideograph, is_shapeless, printable


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


@pytest.mark.parametrize("char", ["日", "の", "、", "한", "（", "𠀀"])
def test_ideograph_may_be_broken_around(char):
    assert is_ideograph(char)


@pytest.mark.parametrize("char", ["a", "é", "-", "א", "😀"])
def test_letter_is_no_ideograph(char):
    assert not is_ideograph(char)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain é 日", "plain é 日"),
        ("a\tb\nc", "a b c"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\u2028b", "a b"),
        ("x\ud800y", "xy"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
    ],
)
def test_printable_leaves_out_controls(text, expected):
    assert printable(text) == expected
