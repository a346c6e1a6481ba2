import re
from itertools import pairwise

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.typeset.hyphenation import UNDER_GPL, WITHOUT_HYPHENS, hyphenate, read_patterns

LANGUAGES = ["en_US", "en_GB", "de_DE", "fr", "it_IT", "es", "nl_NL", "hr_HR", "pl_PL", "sv"]


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
        ("matematika", "hr", "ma-te-ma-ti-ka"),
        ("apprentissage", "fr", "ap-pren-tis-sage"),
        ("informatique", "fr", "in-for-ma-tique"),
        ("colline", "fr-CH", "col-line"),
        ("intelligenza", "it", "in-tel-li-gen-za"),
        ("algoritmo", "es-MX", "al-go-rit-mo"),
        ("aardappelen", "nl", "aard-ap-pe-len"),
        ("organisation", "en-US", "or-gan-i-sa-tion"),
        ("organisation", "en-GB", "or-gan-isa-tion"),
        ("organisation", "en-AU", "or-gan-isa-tion"),
        ("organisation", "en_nz", "or-gan-isa-tion"),
        ("Öffentlichkeit", "de", "Öf-fent-lich-keit"),
        ("математика", "ru", "ма-те-ма-ти-ка"),
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


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("en", "really", "re-ally"),
        ("de", "Liebe", "Lie-be"),
        ("fr", "textes", "textes"),
    ],
)
def test_letters_that_stay_together_at_the_end_are_those_of_the_language(language, word, expected):
    assert hyphenated(word, language) == expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_patterns_say_what_they_say_in_pyphen(code):
    path = pyphen.LANGUAGES[code]
    ours = read_patterns(path)
    theirs = pyphen.Pyphen(filename=path, left=ours.left, right=ours.right, cache=False)
    letters = sorted(set("".join(ours.written)) - set(".'-"))
    syllables = sorted(re.sub(r"[\W\d]", "", written) for written in ours.written)[::7]

    @given(st.lists(st.sampled_from(syllables) | st.sampled_from(letters), max_size=6).map("".join))
    def check(word):
        assert ours.positions(word.lower()) == tuple(map(int, theirs.positions(word)))

    check()


def test_thai_gets_no_hyphens():
    assert hyphenate("มหาวทยาลย", "th") == ()


def test_every_dictionary_is_documented_with_whether_it_is_used(root):
    page = (root / "docs" / "reference" / "languages.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \|.*\| (yes|no)[^|]*\|$", page, re.MULTILINE))
    unused = UNDER_GPL | WITHOUT_HYPHENS
    brought = {path.stem.removeprefix("hyph_") for path in pyphen.LANGUAGES.values()}
    assert told == {code: "no" if code in unused else "yes" for code in brought}


def test_dictionary_is_read_with_its_limits(tmp_path):
    path = tmp_path / "hyph_xx.dic"
    lines = ["ISO8859-1", "LEFTHYPHENMIN 3", "RIGHTHYPHENMIN 1", "% a1b", "# a1c", "", "NEXTLEVEL"]
    path.write_bytes("\n".join([*lines, "d1é ", "x0y", "g1g/g=g,1,1", ".d2é"]).encode("latin-1"))
    patterns = read_patterns(path)
    assert (patterns.left, patterns.right, patterns.longest) == (3, 2, 3)
    assert patterns.positions("abcdéxyz") == (4,)
    assert patterns.positions("abdédé") == (3,)
    assert patterns.positions("dédéab") == (3,)
    assert patterns.positions("abcgga") == ()


def test_language_without_patterns_hyphenates_nothing():
    assert hyphenate("hyphenation", "tlh") == ()


def test_break_that_changes_the_spelling_is_left_out():
    assert hyphenate("asszonnyal", "hu") == ()


@pytest.mark.parametrize("language", ["cs", "gl", "kn", "nb", "nn", "pt-PT", "ro", "uk"])
def test_dictionary_under_the_gpl_alone_is_not_used(language):
    assert hyphenate("informacionalizacija", language) == ()


def test_language_without_a_country_means_one_whose_dictionary_is_free():
    assert hyphenated("conhecimento", "pt") == "co-nhe-ci-mento"
