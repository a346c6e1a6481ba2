"""What the words of TeX stand for."""

import unicodedata

import pytest
from pylatexenc.latex2text import get_default_latex_context_db

from programkit.text.tex import symbols

# Where pylatexenc's table, the oracle, has another character: smaller, larger or plainer.
DIFFERING = {
    "barwedge": ("⊼", "⌅"),
    "bigoplus": ("⨁", "⊕"),
    "bigotimes": ("⨂", "⊗"),
    "blacksquare": ("■", "▪"),
    "blacktriangleleft": ("◀", "◂"),
    "blacktriangleright": ("▶", "▸"),
    "bullet": ("•", "∙"),
    "cdot": ("⋅", "·"),
    "diamond": ("⋄", "♢"),
    "dotsb": ("⋯", "…"),
    "dotsi": ("⋯", "…"),
    "dotsm": ("⋯", "…"),
    "eth": ("ð", "ƪ"),
    "mid": ("∣", "|"),
    "perp": ("⟂", "⊥"),
    "preceq": ("⪯", "≼"),
    "prime": ("′", "'"),
    "succeq": ("⪰", "≽"),
    "triangleleft": ("◁", "◃"),
    "triangleright": ("▷", "▹"),
    "vartriangle": ("△", "▵"),
}


def pairs():
    tables = {name: text for name, (text, _) in symbols.WORDS.items()}
    return sorted({**tables, **symbols.SUMS, **symbols.INTEGRALS}.items())


def test_every_word_is_one_character_that_unicode_names():
    assert [name for name, text in pairs() if not unicodedata.name(text, "")] == []


def test_words_agree_with_another_table():
    words = get_default_latex_context_db()
    differing = {}
    for name, text in pairs():
        spec = words.get_macro_spec(name)
        other = getattr(spec, "simplify_repl", None)
        if isinstance(other, str) and len(other) == 1 and not other.isspace():
            names = {unicodedata.normalize("NFKC", each) for each in (text, other)}
            if len(names) > 1:
                differing[name] = (text, other)

    assert differing == DIFFERING


def test_no_word_means_two_things():
    tables = [
        symbols.WORDS,
        symbols.SUMS,
        symbols.INTEGRALS,
        symbols.FUNCTIONS,
        symbols.LIMITED,
        symbols.SPACES,
        symbols.ACCENTS,
        symbols.WIDE,
        symbols.UNDER,
        symbols.ARROWS,
    ]
    names = [name for table in tables for name in table]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("sign", "meaning"),
    [
        ("+", ("+", "bin")),
        ("-", ("−", "bin")),
        ("=", ("=", "rel")),
        ("≤", ("≤", "rel")),
        (":", (":", "rel")),
        ("(", ("(", "open")),
        ("]", ("]", "close")),
        ("!", ("!", "close")),
        (",", (",", "punct")),
        ("|", ("|", "ord")),
    ],
)
def test_signs(sign, meaning):
    assert symbols.SIGNS[sign] == meaning


def test_growing_characters_know_their_limits():
    assert symbols.GROWING["∑"] is True
    assert symbols.GROWING["∫"] is False
