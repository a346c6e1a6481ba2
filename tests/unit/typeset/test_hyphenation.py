from itertools import pairwise

import pytest

from programkit.typeset.hyphenation import hyphenate


def hyphenated(word, language):
    at = [0, *hyphenate(word, language), len(word)]
    return "-".join(word[begin:end] for begin, end in pairwise(at))


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("hyphenation", "en", "hy-phen-ation"),
        ("Symposium", "en", "Sym-po-sium"),
        ("Wissenschaft", "de", "Wis-sen-schaft"),
        ("Wissenschaft", "de-AT", "Wis-sen-schaft"),
        ("Gesellschaft", "de_CH", "Ge-sell-schaft"),
        ("matematika", "hr", "ma-te-ma-tika"),
        ("apprentissage", "fr", "ap-pren-tis-sage"),
    ],
)
def test_word_is_hyphenated_by_its_language(word, language, expected):
    assert hyphenated(word, language) == expected


@pytest.mark.parametrize(
    "word",
    [
        "idea",
        "UNESCO",
        "LaTeX",
        "McDonald",
        "word2vec",
        "x-ray",
        "don't",
        "",
        "a" * 61,
        "İstanbullular",
    ],
)
def test_word_that_is_none_stays_whole(word):
    assert hyphenate(word, "en") == ()


def test_language_without_patterns_hyphenates_nothing():
    assert hyphenate("hyphenation", "tlh") == ()


def test_break_that_changes_the_spelling_is_left_out():
    assert hyphenate("asszonnyal", "hu") == ()


@pytest.mark.parametrize("language", ["cs", "gl", "nb", "nn", "pt-PT", "ro", "uk"])
def test_dictionary_under_the_gpl_alone_is_not_used(language):
    assert hyphenate("informacionalizacija", language) == ()


def test_language_without_a_country_means_one_whose_dictionary_is_free():
    assert hyphenated("conhecimento", "pt") == "co-nhe-ci-mento"
