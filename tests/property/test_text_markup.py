"""What holds of every title and abstract, whoever wrote it."""

import json
import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text import characters, markup
from programkit.text.characters import clean, one_line, visible
from programkit.text.links import safe_link
from programkit.text.markup import balanced, inline, parse, plain
from programkit.text.mathematics import readable

ANYTHING = st.text(st.characters())  # surrogates and controls included
SIGNS = ["*", "**", "_", "`", "```", "$", "$$", "[", "](", ")", "!", "<", ">", "\\", "&", ";", ":"]
BLOCKS = ["> ", "- ", "1. ", "# ", "\n", "\n\n", "  \n", "--", "---"]
PIECES = ["a", "b c", " ", "\t", "\xa0", "5", "é", r"\frac", "{", "}", "^2", "\u2066", "\u2069"]
ADDRESSES = ["https://example.org", "javascript:x"]
MARKUP = st.lists(st.sampled_from([*SIGNS, *BLOCKS, *PIECES, *ADDRESSES]), max_size=40).map("".join)
SOURCES = ANYTHING | MARKUP
ESCAPED = re.compile(r"([!-/:-@\[-`{-~])")


def runs_of(source):
    return [run for paragraph in parse(source) for run in paragraph.runs]


def shown(run):
    """What is left of a run once its characters that may be shown are taken away."""
    allowed = {"\n"} if run.newline else set()
    return [
        character
        for character in run.text
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in allowed
    ]


@given(SOURCES)
def test_no_run_has_controls(source):
    assert [shown(run) for run in runs_of(source) if shown(run)] == []
    assert [shown(run) for run in inline(source) if shown(run)] == []


@given(SOURCES)
def test_every_link_is_safe(source):
    links = {run.link for run in (*runs_of(source), *inline(source)) if run.link is not None}
    assert links == {link for link in links if safe_link(link) == link}


@given(SOURCES)
def test_no_run_and_no_paragraph_is_empty(source):
    assert all(run.text for run in (*runs_of(source), *inline(source)))
    assert all(paragraph.runs for paragraph in parse(source))


@given(SOURCES)
def test_neighbors_differ_in_style(source):
    for runs in (*(paragraph.runs for paragraph in parse(source)), inline(source)):
        for one, other in pairwise(runs):
            same = (one.bold, one.italic, one.code, one.link) == (
                other.bold,
                other.italic,
                other.code,
                other.link,
            )
            assert not same or one.newline or other.newline or one.math or other.math


@given(SOURCES)
def test_title_is_one_line(source):
    assert plain(source).splitlines() in ([], [plain(source)])


@given(SOURCES)
def test_cleaning_before_or_twice_changes_nothing(source):
    assert parse(visible(source)) == parse(source)
    assert clean(clean(source)) == clean(source)
    assert one_line(one_line(source)) == one_line(source)


@given(SOURCES)
def test_escaped_text_is_shown_whole(source):
    escaped = ESCAPED.sub(r"\\\1", source)
    assert plain(escaped).strip() == one_line(source).strip()


@given(SOURCES)
def test_balanced_always_answers(source):
    assert balanced(source) in (True, False)


@given(SOURCES)
def test_formula_reads_as_one_line(tex):
    text = readable(tex)
    assert text == one_line(text)
    assert text or not one_line(tex)


@pytest.fixture(scope="module")
def naughty_strings(shared):
    return json.loads((shared / "corpora" / "naughty-strings.json").read_text(encoding="utf-8"))


def test_naughty_strings_escaped_are_shown_whole(naughty_strings):
    sources = [(text, ESCAPED.sub(r"\\\1", text)) for text in naughty_strings]
    lost = [text for text, escaped in sources if plain(escaped).strip() != one_line(text).strip()]
    assert lost == []


def test_naughty_strings_keep_their_letters(naughty_strings):
    marked = re.compile(r"[$&]|\]\(|<\w+:")  # formulas, entities, links
    words = [text for text in naughty_strings if not marked.search(text)]
    lost = [text for text in words if letters(plain(text)) != letters(clean(text))]
    assert len(words) > 300
    assert lost == []


def letters(text):
    return [character for character in text if character.isalnum()]


def test_naughty_strings_parse(naughty_strings):
    assert [text for text in naughty_strings if any(map(shown, runs_of(text)))] == []


WORDS = ["The", "model", "x.", "1.", "2)", "- b", "-", "—", "'q'", "a-b", "=", "+ c", "//x", "é"]
SPACES = ["\u00a0", "\u2003", " ", "  ", "\n", "\n\n", "\n ", "\u2066", "\u2069"]
STRESSED = [
    "*e*",
    "**é**",
    " *e*.",
    " **b**, ",
    "*e*x",
    "x*e*",
    "(*e*)",
    "***e***",
    "*e",
    "* e*",
    "**",
]
PROSE = st.sampled_from([*WORDS, *SPACES, "http://a.b", *STRESSED, "--"])


@given(st.one_of(st.lists(PROSE, max_size=14).map("".join), st.text(max_size=60)))
def test_prose_without_markup_is_what_the_parser_says(source):
    text = characters.visible(source)
    found = markup._prose(text)
    if found is not None:
        blocks = markup._Blocks()
        blocks.read(markup._parser().parse(text))
        assert found == tuple(blocks.paragraphs)


@given(
    st.lists(st.sampled_from([*STRESSED, "The", " ", "\n", ". ", "é"]), max_size=14).map("".join)
)
def test_stressed_words_are_what_the_parser_says(source):
    text = characters.visible(source)
    found = markup._prose(text)
    if found is not None:
        blocks = markup._Blocks()
        blocks.read(markup._parser().parse(text))
        assert found == tuple(blocks.paragraphs)
    title = text.strip()
    if (found := markup._prose_runs(title)) is not None:
        (token,) = markup._parser().parseInline(title)
        assert found == markup._runs(token.children or (), one_line=True)


def test_stressed_words_are_found_without_the_parser():
    (made,) = markup._prose("A *small* network, **only**.")
    assert [(run.text, run.italic, run.bold) for run in made.runs] == [
        ("A ", False, False),
        ("small", True, False),
        (" network, ", False, False),
        ("only", False, True),
        (".", False, False),
    ]
