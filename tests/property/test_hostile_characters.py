"""Whatever the characters, the functions that look at them answer, soon, and lose none."""

import json
import unicodedata

import pytest

from programkit.typeset.bidi import direction, visual_runs
from programkit.typeset.characters import graphemes, printable
from programkit.typeset.faces import default_family
from programkit.typeset.opportunities import everywhere, opportunities

LONG = 8_000  # characters; what takes the square of that would be noticed

HOSTILE = {
    "marks on one letter": "e" + "\u0301\u0323" * 4_000,
    "marks without a letter": "\u0301" * LONG,
    "overrides": "\u202e\u202d" * 4_000 + "abc",
    "embeddings": "\u202b" * LONG + "א",
    "isolates": "\u2067a" * 4_000,
    "ends of isolates": "\u2069\u202c" * 4_000,
    "letters of both directions": "aא" * 4_000,
    "brackets": "([{" * 2_000 + "א",
    "joined emoji": "👩\u200d" * 4_000,
    "tags": "🏴" + "\U000e0067" * LONG,
    "variation selectors": "a\ufe0f" * 4_000,
    "halves of flags": "🇭" * LONG,
    "lone surrogates": "\ud800\udc00" * 4_000,
    "nothing to see": "\u200b\ufeff\u2060\u00ad" * 2_000,
    "controls": "\x00\x1b\x85\u2028" * 2_000,
    "no characters": "\uffff\U0010ffff\ufdd0" * 2_000,
    "private ones": "\ue000\U000f0000" * 4_000,
    "quotes": "“«‘" * 2_000 + "日",
    "a word of one letter": "a" * LONG,
    "an address": "https://a.org/" + "a/" * 4_000,
}


def answers(text):
    """What all functions say, checked for what must hold of any text."""
    shown = printable(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs"}
    assert "".join(graphemes(text)) == text
    for language in ("en", "de", "th", ""):
        places = [place.at for place in opportunities(text, language)]
        assert places == sorted(set(places))
        assert {place.at for place in everywhere(text)} | set(places) <= set(range(1, len(text)))
    runs = visual_runs([text, " ", text], direction(text))
    assert sum(run.end - run.start for run in runs) == 2 * len(text) + 1
    default_family().regular.covers(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_made_to_break_things_does_not(text):
    answers(text)


def test_naughty_strings_do_not_either(shared):
    file = shared / "corpora" / "naughty-strings.json"
    for text in json.loads(file.read_text(encoding="utf-8")):
        answers(text)
