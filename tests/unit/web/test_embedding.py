"""The element for other sites, and the words of the scripts."""

import json
import re
from importlib import resources

import pytest
from tests.workshop import workshop_program

from programkit.outline.build import public_outline
from programkit.text.words import words
from programkit.web.assets import script
from programkit.web.context import View
from programkit.web.embedding import WORDS, element
from programkit.web.facts import LABELS, SHARED

MARKS = {"en": ("am", "pm"), "hr": ("AM", "PM")}
CALLED = re.compile(r'label\("(\w+)"')


def filled(written, name):
    """What stands in a place of the script that is filled in."""
    return json.loads(re.search(rf"const {name} = Object\((.*)\);", written)[1])


@pytest.mark.parametrize("language", ["en", "hr"])
def test_element_has_the_words_and_the_clock_of_the_conference(language):
    view = View(public_outline(workshop_program(language=language)), 12)
    written = element(view).decode()

    assert filled(written, "LABELS") == {name: words(language)[name] for name in WORDS}
    assert filled(written, "FORM") == {
        "locale": {"en": "en-150", "hr": "hr"}[language],
        "clock": ["{h}:{mm} " + mark for mark in MARKS[language]],
    }
    assert "/*programkit:" not in written


def test_words_of_the_element_are_those_it_shows():
    source = resources.files("programkit.web").joinpath("static/embed.js").read_text("utf-8")
    assert sorted(set(CALLED.findall(source))) == sorted(WORDS)


def test_every_word_that_the_script_asks_for_is_there():
    known = set(SHARED) | {name.removeprefix(LABELS) for name in words() if name.startswith(LABELS)}
    assert set(CALLED.findall(script())) - known == set()
