import pytest

from programkit.typeset.opportunities import Opportunity, everywhere, opportunities


def cut(word, language=""):
    """A word with a bar at every place where it may be broken, and a hyphen where one is added."""
    at = 0
    shown = ""
    for place in opportunities(word, language):
        shown += word[at : place.at] + "-" * place.hyphen + "|"
        at = place.at
    return shown + word[at:]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("word", "word"),
        ("self-supervised", "self-|supervised"),
        ("x-", "x-"),
        ("-5", "-5"),
        ("--option", "--option"),
        ("1990–2000", "1990–|2000"),
        ("wait—what", "wait—|what"),
        ("pause—,", "pause—,"),
        ("and/or", "and/|or"),
        ("1/2", "1/2"),
        ("//host", "//host"),
        ("zero\u200bwidth", "zero\u200b|width"),
        ("sym\u00adpo\u00adsium", "sym\u00ad-|po\u00ad-|sium"),
        ("thin\u2009space", "thin\u2009|space"),
        ("narrow\u202fspace", "narrow\u202fspace"),
        ("日本語", "日|本|語"),
        ("日本。", "日|本。"),
        ("「日本", "「日|本"),
        ("日a", "日|a"),
        ("\u2009日", "\u2009|日"),
        ("が\u3099日", "が\u3099|日"),
    ],
)
def test_word_may_be_broken_at_its_own_marks(word, expected):
    assert cut(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("hyphenation,", "hy-|phen-|ation,"),
        ("“Symposium”", "“Sym-|po-|sium”"),
        ("self-supervised", "self-|supervised"),
        ("sympo\u00adsium", "sympo\u00ad-|sium"),
        ("https://example.org", "https://example.org"),
        ("someone@example.org", "someone@example.org"),
        ("generation4all", "generation4all"),
        ("parameter_name", "parameter_name"),
        ("notebook.example", "notebook.example"),
    ],
)
def test_ordinary_words_are_hyphenated(word, expected):
    assert cut(word, "en") == expected


def test_kind_of_break_is_told():
    assert opportunities("a-b", "") == (Opportunity(2, visible=True),)
    assert opportunities("a/b", "") == (Opportunity(2),)
    assert opportunities("a\u00adb", "") == (Opportunity(2, hyphen=True),)


def test_everywhere_is_between_graphemes():
    assert [place.at for place in everywhere("ae\u0301b")] == [1, 3]
    assert all(place.emergency for place in everywhere("abc"))
