"""The words outputs print."""

import re
from importlib.resources import files

import pytest

from programkit.text.words import LANGUAGES, word, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language):
    assert list(words(language)) == sorted(words("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty(language):
    assert [key for key, text in words(language).items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same(language):
    def filled(table):
        return {key: sorted(re.findall(r"{\w*}", text)) for key, text in table.items()}

    assert filled(words(language)) == filled(words("en"))


def test_every_file_is_a_language():
    folder = files("programkit.text").joinpath("languages")
    assert sorted(file.name for file in folder.iterdir()) == [f"{name}.toml" for name in LANGUAGES]


@pytest.mark.parametrize(
    ("key", "language", "text"),
    [
        ("title_tbd", "en", "Title to be announced"),
        ("title_tbd", "de", "Titel wird noch bekannt gegeben"),
        ("abstract_tbd", "en", "The abstract will be announced."),
        ("agenda", "de-AT", "Programmübersicht"),
        ("agenda", "pt-BR", "Agenda"),
        ("agenda", "", "Agenda"),
    ],
)
def test_word(key, language, text):
    assert word(key, language) == text


def test_word_filled_in():
    assert word("part_of", "en", n=1, total=2) == "part 1 of 2"


def test_word_value_is_not_read_as_a_phrase():
    assert word("open_end", "en", time="{n}") == "from {n}"


def test_word_unknown():
    with pytest.raises(KeyError, match="no_such_word"):
        word("no_such_word")


def test_words_cannot_be_changed():
    with pytest.raises(TypeError):
        words("en")["agenda"] = "x"


@pytest.mark.parametrize(
    "kind",
    ["keynote", "panel", "paper", "recording", "remarks", "slides", "talk", "tutorial", "video"],
)
def test_kinds_that_the_facts_suggest_have_words(kind):
    assert kind in words("de")
