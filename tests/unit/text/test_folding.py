"""Text folded to plain letters."""

import pytest

from programkit.text.folding import LONGEST_SLUG, folded, slug


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Dokmanić", "dokmanic"),
        ("Vanden-Eijnden", "vanden eijnden"),
        ("O’Brien", "obrien"),
        ("O'Brien", "obrien"),
        ("  Yue\xa0M.  Lu ", "yue m lu"),
        ("Straße", "strasse"),
        ("Łukasz", "lukasz"),
        ("Ǆ", "dz"),
        ("Жуков", "zhukov"),
        ("ﬁne", "fine"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_folded(text, plain):
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Julia Kempe", "julia-kempe"),
        ("A neuron's view: 2 parts", "a-neurons-view-2-parts"),
        ("Brbić", "brbic"),
        ("---", ""),
        ("x" * 100, "x" * LONGEST_SLUG),
        ("ab " * 20, "ab-" * 19 + "ab"),
        ("ab " * 30, "ab-" * 19 + "ab"),
        ("a" * 30 + " " + "b" * 40, "a" * 30),
    ],
)
def test_slug(text, expected):
    assert slug(text) == expected
