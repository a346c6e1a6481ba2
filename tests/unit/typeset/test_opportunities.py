import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("", ""),
        ("word", "word"),
        ("self-supervised", "self-|supervised"),
        ("self\u2010supervised", "self\u2010|supervised"),
        ("cafe\u0301-bar", "cafe\u0301-|bar"),
        ("state-of-the-art", "state-|of-|the-|art"),
        ("e-mail", "e-mail"),
        ("t-test", "t-test"),
        ("part-a", "part-a"),
        ("COVID-19", "COVID-19"),
        ("x-", "x-"),
        ("-5", "-5"),
        ("--option", "--option"),
        ("1990–2000", "1990–|2000"),
        ("–5", "–5"),
        ("—what", "—what"),
        ("wait—what", "wait—|what"),
        ("pause—,", "pause—,"),
        ("and/or", "and/|or"),
        ("his/her", "his/|her"),
        ("I/O", "I/O"),
        ("km/h", "km/h"),
        ("1/2", "1/2"),
        ("1,000.5", "1,000.5"),
        ("//host", "//host"),
        ("zero\u200bwidth", "zero\u200b|width"),
        ("sym\u00adpo\u00adsium", "sym\u00ad-|po\u00ad-|sium"),
        ("\u00adword\u00ad", "\u00ad-|word\u00ad"),
        ("日本語-テスト。", "日|本|語-|テ|ス|ト。"),
        ("f(x)", "f(x)"),
        ("author(s),", "author(s),"),
    ],
)
def test_word_may_be_broken_at_its_own_marks(word, expected):
    assert cut(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("https://example.org", "https://example.|org"),
        ("https://example.org/", "https://example.|org/"),
        ("<https://ab.org/a-path?year=24&day=10>.", "<https://ab.|org/a-path?|year=|24&|day=|10>."),
        ("www.example.org", "www.|example.|org"),
        ("(github.com/user/repo)", "(github.|com/|user/|repo)"),
        ("doi:10.1234/abc.def", "doi:10.|1234/|abc.|def"),
        ("10.1234/abc", "10.|1234/|abc"),
        ("ann.example@mail.example.org,", "ann.|example@|mail.|example.|org,"),
        ("https://例え.jp/日本", "https://|例|え.|jp/|日|本"),
    ],
)
def test_address_is_broken_after_its_marks_and_never_hyphenated(word, expected):
    assert cut(word, "en") == expected


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("hyphenation", "en", "hy-|phen-|ation"),
        ("hyphenation,", "en", "hy-|phen-|ation,"),
        ("hyphenation.", "en", "hy-|phen-|ation."),
        ("hyphenation.)", "en", "hy-|phen-|ation.)"),
        ("“Symposium”", "en", "“Sym-|po-|sium”"),
        ("self-supervised", "en", "self-|supervised"),
        ("sympo\u00adsium", "en", "sympo\u00ad-|sium"),
        ("矩阵hyphenation法", "en", "矩|阵|hy-|phen-|ation|法"),
        ("symposium’s", "en", "sym-|po-|sium’s"),
        ("l’intelligenza", "it", "l’in-|tel-|li-|gen-|za"),
        ("dell'algoritmo", "it", "dell'al-|go-|rit-|mo"),
        ("d’apprentissage", "fr", "d’ap-|pren-|tis-|sage"),
        ("Maximum-Likelihood-Schätzung", "de", "Maximum-|Li-|ke-|lihood-|Schät-|zung"),
        ("Online-Lernverfahren", "de-AT", "Online-|Lern-|ver-|fah-|ren"),
        ("Online-Lernverfahren", "en", "Online-|Lernverfahren"),
        ("Wissenschaft—Gesellschaft", "fr", "Wissenschaft—|Gesellschaft"),
        ("generation4all", "en", "generation4all"),
        ("4generation", "en", "4generation"),
        ("parameter_name", "en", "parameter_name"),
        ("parameter.name", "en", "parameter.name"),
        ("@generation", "en", "@generation"),
        ("#generation", "en", "#generation"),
        ("\\operator", "en", "\\operator"),
        ("operator\\name", "en", "operator\\name"),
        ("UNESCO", "en", "UNESCO"),
        ("LaTeX", "en", "LaTeX"),
        ("hyphenation", "", "hyphenation"),
        ("a" * 61 + ",", "en", "a" * 61 + ","),
    ],
)
def test_word_is_hyphenated(word, language, expected):
    assert cut(word, language) == expected


def test_letters_and_their_marks_are_hyphenated_as_one():
    word = "Schätzungen"
    apart = unicodedata.normalize("NFD", word)
    assert cut(apart, "de") == unicodedata.normalize("NFD", cut(word, "de"))
    assert cut(word, "de") == "Schät-|zun-|gen"


@pytest.mark.parametrize("word", ["Schx\u0301tzungen", "Scha\u0308x\u0301tzungen"])
def test_letters_with_marks_that_are_no_letters_are_left_whole(word):
    assert cut(word, "de") == word


def test_kind_of_break_is_told():
    assert opportunities("ab-cd", "") == (Opportunity(3, visible=True),)
    assert opportunities("ab–cd", "") == (Opportunity(3, visible=True),)
    assert opportunities("ab/cd", "") == (Opportunity(3),)
    assert opportunities("a\u00adb", "") == (Opportunity(2, hyphen=True),)
    assert opportunities("hyphen", "en") == (Opportunity(2, hyphen=True),)


def test_everywhere_is_between_graphemes():
    assert [place.at for place in everywhere("ae\u0301b")] == [1, 3]
    assert all(place.emergency for place in everywhere("abc"))
    assert everywhere("") == everywhere("a") == ()


@given(st.text(st.characters(exclude_categories=[])), st.sampled_from(["", "en", "de", "ja"]))
def test_places_are_in_order_and_inside(word, language):
    places = [place.at for place in opportunities(word, language)]
    assert places == sorted(set(places))
    assert all(0 < at < len(word) for at in places)


@pytest.mark.parametrize(
    "unit", ["a", "-", "a-", "a.", "ab/", "@a", "日", "\u0301", "é\u0301", "\u00ad", "://a", "“"]
)
def test_very_long_word_takes_no_more_than_its_share(unit):
    word = unit * (30_000 // len(unit))
    places = [place.at for place in opportunities(word, "en")]
    assert len(places) <= len(everywhere(word))
