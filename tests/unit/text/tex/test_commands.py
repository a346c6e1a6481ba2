"""The one place where all words are known."""

import pytest

from programkit.text.tex import alphabets, boxes, covers, delimiters, divisions, environments, words
from programkit.text.tex.parser import parse
from programkit.text.tex.symbols import FUNCTIONS, INTEGRALS, LIMITED, SPACES, SUMS, WORDS
from programkit.text.tex.tree import FormulaError

TABLES = [
    WORDS,
    SUMS,
    INTEGRALS,
    LIMITED,
    FUNCTIONS,
    SPACES,
    *(
        module.HANDLERS
        for module in (alphabets, boxes, covers, delimiters, divisions, environments, words)
    ),
]


def test_no_word_is_read_in_two_ways():
    names = [name for table in TABLES for name in table]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    "word", ["today", "input", "write", "include", "includegraphics", "csname"]
)
def test_words_that_do_something_are_not_known(word):
    with pytest.raises(FormulaError, match=rf"\\{word} is not known"):
        parse(rf"\{word}{{x}}")
