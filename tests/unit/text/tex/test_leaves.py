"""Single signs, words and room as elements of MathML."""

import pytest

from programkit.text.tex.leaves import em, legal


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("a\x00\x08\x0b\x1f", "a\ufffd\ufffd\ufffd\ufffd"),
        ("\ud7ff\ue000\ufffd", "\ud7ff\ue000\ufffd"),
        ("\ud800\udfff\ufffe\uffff", "\ufffd\ufffd\ufffd\ufffd"),
        ("𝑥\U0010ffff", "𝑥\U0010ffff"),
    ],
)
def test_legal_has_only_the_characters_of_xml(text, kept):
    assert legal(text) == kept


@pytest.mark.parametrize(("length", "text"), [(1, "1em"), (1 / 3, "0.3333em"), (-2.5, "-2.5em")])
def test_em(length, text):
    assert em(length) == text
